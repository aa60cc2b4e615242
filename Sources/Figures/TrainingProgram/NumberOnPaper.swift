import Charts
import Names
import Record

/// One number of the example on paper, followed back through the loss to a weight: each frame shows the numbers that
/// stand in a calculation, and leads to the one that is opened next.
struct NumberOnPaper: FigureDefinition {
  let name = "number-on-paper"
  let row = "L4d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ start: String, _ steps: Int, _ end: String) -> String
    var columns: [String]
    /// Of the table of a frame.
    var operands: [String]
    var weight: String
    var fixed: String
    var result: String
    var next: @Sendable (_ sentence: String, _ next: String) -> String
    var last: @Sendable (_ sentence: String, _ weight: String) -> String
    var earlier: String
  }

  static let english = Words(
    title: "A weight on paper, followed all the way round",
    description: { start, steps, end in
      "Why is \(start) what it is after the step? Each picture shows the numbers that stand in one calculation and "
        + "goes on to the largest slope or, where there is none, the largest number that was worked out. After "
        + "\(NameWording.english(steps, "calculation")) the way ends at the weight \(end)."
    },
    columns: ["Number", "#Value", "Goes on to"],
    operands: ["Number", "#Value", "Where it comes from"],
    weight: "a weight, as it was before the step", fixed: "fixed beforehand",
    result: "result",
    next: { "\($0) We go on to \($1)." },
    last: { "\($0) What we go on to, \($1), is a weight; nothing lies below it." },
    earlier: "an earlier line"
  )

  static let japanese = Words(
    title: "紙の上の重みを、ぐるりとたどる",
    description: { start, steps, end in
      "一歩のあとの\(start)は、なぜその値なのでしょうか。1枚ごとに、1つの計算に出てくる数を見て、いちばん大きい傾き（傾きがなければ、"
        + "計算で出てきたいちばん大きい数）へ進みます。\(steps)個の計算をたどると、重み\(end)に行き着きます。"
    },
    columns: ["数", "#値", "次に見る数"],
    operands: ["数", "#値", "どこから来たか"],
    weight: "重み（一歩の前の値）", fixed: "はじめから決まっている数",
    result: "結果",
    next: { "\($0)次に見るのは\($1)です。" },
    last: { "\($0)次の\($1)は重みで、その下には何もありません。" },
    earlier: "前の行"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.workedExample]
    let lines = context.exhibits.paperWay.filter { $0.calculation != nil }
    guard let paper = context.exhibits.paper, let first = lines.first, let last = lines.last else {
      throw context.missing(context.wording.reasons.noWorkedExample)
    }
    return context.figure(
      words.title,
      words.description(
        first.address.name, lines.count, last.followed?.name ?? last.address.name),
      DataTable(
        words.columns,
        lines.map {
          [
            $0.address.name, ByHandSheet.number($0.value, record.digits),
            $0.followed?.name ?? "",
          ]
        }),
      Film(lines.map { frame($0, paper, record.digits, context, words) }))
  }

  private func frame(
    _ number: PaperNumbers.Number, _ paper: PaperNumbers, _ digits: Int,
    _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let group = number.group.flatMap { ByHandGroup.all[$0] }
    let sentence = group?.sentence[context.language] ?? ""
    let result = ByHandSheet.number(number.value, digits)
    let calculation = ByHandSheet.raised(number.calculation ?? "")
    let opened = number.operands.firstIndex { $0.source == number.followed && $0.source != nil }
    let rows = number.operands.map { operand in
      [
        operand.source?.name ?? "", ByHandSheet.raised(operand.text),
        origin(operand.source, paper, context, words),
      ]
    }
    let told = number.followed.map {
      $0.sheet == nil ? words.last(sentence, $0.name) : words.next(sentence, $0.name)
    }
    return Film.Frame(
      number.address.name, sentence: told ?? sentence,
      check: Film.Check(
        calculation == result ? result : calculation + " = " + result, number.address.name),
      TableChart(
        DataTable(words.operands, rows + [[words.result, result, ""]]),
        marks: rows.indices.map { $0 == opened ? .notable : nil } + [nil]))
  }

  /// What a number is: a weight, a fixed number, or what its lines work out.
  private func origin(
    _ source: PaperNumbers.Address?, _ paper: PaperNumbers, _ context: FigureContext,
    _ words: Words
  ) -> String {
    guard let source else { return words.fixed }
    guard source.sheet != nil else { return words.weight }
    let group = paper[source]?.group.flatMap { ByHandGroup.all[$0] }
    return group?.title[context.language] ?? words.earlier
  }
}
