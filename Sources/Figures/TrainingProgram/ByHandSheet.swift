import Charts
import Names
import Record

/// One sheet of the example that is worked by hand: lines to be typed into a pocket calculator, a frame for
/// each thing that they work out.
struct ByHandSheet: FigureDefinition {
  /// Its id in the record.
  let sheet: String
  let title: LocalizedText

  var name: String { "by-hand-" + sheet }
  let row = "L4d"

  private init(_ sheet: String, _ title: LocalizedText) {
    self.sheet = sheet
    self.title = title
  }

  static let embedding = ByHandSheet(
    "embedding", LocalizedText(en: "From tokens to numbers", ja: "トークンから数へ"))
  static let attention = ByHandSheet(
    "attention", LocalizedText(en: "Attention: b looks at a and at itself", ja: "注意：bがaと自分自身を見る"))
  static let mlp = ByHandSheet(
    "mlp", LocalizedText(en: "The MLP (multi-layer perceptron)", ja: "MLP（多層パーセプトロン）"))
  static let loss = ByHandSheet(
    "loss", LocalizedText(en: "From numbers to a probability, and to the loss", ja: "数から確率へ、そして損失へ")
  )
  static let backLoss = ByHandSheet(
    "back-loss",
    LocalizedText(en: "Backward: from the loss to the last numbers", ja: "逆向き：損失から最後の数まで"))
  static let backMlp = ByHandSheet(
    "back-mlp",
    LocalizedText(en: "Backward through the MLP", ja: "逆向き：MLPを通る"))
  static let backAttention = ByHandSheet(
    "back-attention", LocalizedText(en: "Backward through attention", ja: "逆向き：注意を通る"))
  static let backEmbedding = ByHandSheet(
    "back-embedding", LocalizedText(en: "Backward to the embeddings", ja: "逆向き：埋め込みまで"))
  static let step = ByHandSheet(
    "step", LocalizedText(en: "The step of AdamW", ja: "AdamWの一歩"))

  struct Words: Sendable {
    var description: @Sendable (_ lines: Int, _ digits: Int) -> String
    var columns: [String]
    /// Before the address of the number to check.
    var origin: String
  }

  static let english = Words(
    description: { lines, digits in
      "\(NameWording.english(lines, "line")) of calculation. Type a line into a calculator, round to "
        + "\(digits) significant digits, and the result is the one that stands there; later lines use "
        + "the rounded number."
    },
    columns: ["Name", "Calculation", "#Result"], origin: "Where it comes from:"
  )

  static let japanese = Words(
    description: { lines, digits in
      "\(lines)行の計算です。1行ずつ電卓に打ち込み、有効数字\(digits)桁に丸めると、書いてある結果とぴったり合います。次の行では、丸めたあとの数を使います。"
    },
    columns: ["名前", "計算", "#結果"], origin: "どこから来たか："
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.workedExample]
    guard let sheet = record.sheets.first(where: { $0.id == sheet }) else {
      throw context.missing(context.wording.reasons.noWorkedExample)
    }
    let way = context.exhibits.paperWay.map(\.address)
    let frames = sheet.groups.flatMap { self.frames($0, record.digits, context, words, way) }
    let lines = sheet.groups.flatMap(\.lines).map { line($0, record.digits) }
    return context.figure(
      title[context.language], words.description(lines.count, record.digits),
      DataTable(words.columns, lines.map { [$0.name, $0.calculation, $0.result] }), Film(frames))
  }

  /// The lines that work out one thing, cut where another matrix begins if they are many. The last line of
  /// each is the one to check.
  private func frames(
    _ group: WorkedExampleRecord.Group, _ digits: Int, _ context: FigureContext, _ own: Words,
    _ way: [PaperNumbers.Address]
  ) -> [Film.Frame] {
    let words = ByHandGroup.all[group.id]
    let title = words?.title[context.language] ?? group.id
    let parts = Self.parts(group.lines.map { line($0, digits) })
    return parts.map { lines in
      let matrices = Self.matrices(lines)
      let last = lines[lines.count - 1]
      let formulas = group.formula.split(separator: "   ").map { String($0) }
      var frame = Film.Frame(
        parts.count > 1 ? context.names.noted(title, context.names.list(matrices)) : title,
        sentence: words?.sentence[context.language] ?? "",
        check: Film.Check(
          last.calculation == last.result
            ? last.result : last.calculation + " = " + last.result, last.name),
        PaperTape([PaperTape.Group("", formulas: formulas, lines: lines)]))
      frame.origin = origin(last.name, way, own)
      return frame
    }
  }

  /// Where the last number of a frame comes from: the frame of the way round where it is on it, else the way's
  /// first, and the command that opens it.
  private func origin(
    _ name: String, _ way: [PaperNumbers.Address], _ words: Words
  ) -> Film.Origin {
    let address = PaperNumbers.Address(sheet, name)
    let place = way.firstIndex(of: address) ?? 0
    return Film.Origin(
      words.origin, address: address.text, command: "nakami number \"\(address.text)\"",
      link: "with-a-pocket-calculator.html#figure-number-on-paper.\(place + 1)")
  }

  private func line(_ line: WorkedExampleRecord.Line, _ digits: Int) -> PaperTape.Line {
    PaperTape.Line(line.name, Self.raised(line.calculation), Self.number(line.result, digits))
  }

  /// As many lines as a screen holds; a matrix is not torn apart.
  private static let mostLines = 18

  private static func parts(_ lines: [PaperTape.Line]) -> [[PaperTape.Line]] {
    var parts: [[PaperTape.Line]] = []
    var start = 0
    while start < lines.count {
      let matrix = matrix(lines[start])
      let end = lines[start...].firstIndex { Self.matrix($0) != matrix } ?? lines.count
      if let last = parts.last, last.count + end - start <= mostLines {
        parts[parts.count - 1] += lines[start..<end]
      } else {
        parts.append(Array(lines[start..<end]))
      }
      start = end
    }
    return parts
  }

  /// `E` of `E[a,1]`.
  private static func matrix(_ line: PaperTape.Line) -> String {
    String(line.name.prefix { $0 != "[" })
  }

  private static func matrices(_ lines: [PaperTape.Line]) -> [String] {
    lines.map(matrix).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// A result with all digits that the example keeps, for a zero at the end was measured as well.
  static func number(_ value: Double, _ digits: Int) -> String {
    Numbers.significant(value, digits)
  }

  /// Powers of ten as in print: `2.3e−05` becomes `2.3×10⁻⁵`.
  static func raised(_ calculation: String) -> String {
    var result = ""
    var rest = Substring(calculation)
    while let place = rest.firstRange(of: "e−") {
      let digits = rest[place.upperBound...].prefix { $0.isNumber }
      guard let exponent = Int(digits) else { break }
      let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      result += rest[..<place.lowerBound] + "×10⁻"
      result += String(exponent).map { superscripts[$0.wholeNumberValue ?? 0] }
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }
}
