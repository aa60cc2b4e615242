import Charts
import Names
import Record

/// One sheet of the example that is worked by hand: lines to be typed into a pocket calculator.
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
  }

  static let english = Words(
    description: { lines, digits in
      "\(NameWording.english(lines, "line")) of calculation. Type a line into a calculator, round to "
        + "\(digits) significant digits, and the result is the one that stands there; later lines use "
        + "the rounded number."
    },
    columns: ["Name", "Calculation", "#Result"]
  )

  static let japanese = Words(
    description: { lines, digits in
      "\(lines)行の計算です。1行ずつ電卓に打ち込み、有効数字\(digits)桁に丸めると、書いてある結果とぴったり合います。次の行では、丸めたあとの数を使います。"
    },
    columns: ["名前", "計算", "#結果"]
  )

  /// Titles of the groups of lines, by their ids in the record.
  private static let groups = [
    "sum": LocalizedText(en: "Token plus place", ja: "トークンと位置を足す"),
    "normalization": LocalizedText(en: "Normalization", ja: "正規化"),
    "query-key-value": LocalizedText(en: "Query, keys and values", ja: "クエリ、キー、バリュー"),
    "scores": LocalizedText(en: "How well the query fits each key", ja: "クエリが各キーにどれだけ合うか"),
    "pattern": LocalizedText(en: "Softmax: shares that add up to 1", ja: "ソフトマックス：足すと1になる配分"),
    "mix": LocalizedText(en: "The values, mixed by these shares", ja: "その配分でバリューを混ぜる"),
    "attention-out": LocalizedText(en: "Back into the residual stream", ja: "残差ストリームに戻す"),
    "hidden": LocalizedText(en: "Eight hidden numbers", ja: "8個の中間の数"),
    "gelu": LocalizedText(
      en: "GELU: large ones pass, negative ones hardly", ja: "GELU：大きい数は通し、負の数はほとんど通さない"),
    "mlp-out": LocalizedText(en: "Back into the residual stream", ja: "残差ストリームに戻す"),
    "logits": LocalizedText(en: "One logit for each token", ja: "トークンごとに1つのロジット"),
    "probabilities": LocalizedText(en: "Softmax: probabilities", ja: "ソフトマックス：確率"),
    "loss": LocalizedText(en: "The loss: the surprise at the true token", ja: "損失：正解がどれだけ意外だったか"),
    "logits-back": LocalizedText(
      en: "Slopes of the logits: probability minus truth", ja: "ロジットの傾き：確率 − 正解"),
    "table-back": LocalizedText(en: "E as the table of outputs", ja: "出力の表としてのE"),
    "normalized-back": LocalizedText(en: "Slopes before the weights", ja: "重みの手前の傾き"),
    "gain-back": LocalizedText(en: "Gain and bias of the normalization", ja: "正規化のゲインとバイアス"),
    "normalization-back": LocalizedText(en: "Back through the normalization", ja: "正規化を逆に通る"),
    "w2-back": LocalizedText(en: "Second matrix of the network", ja: "2番目の行列"),
    "active-back": LocalizedText(en: "Slopes after GELU", ja: "GELUのあとの傾き"),
    "gelu-back": LocalizedText(en: "Back through GELU", ja: "GELUを逆に通る"),
    "w1-back": LocalizedText(en: "First matrix of the network", ja: "1番目の行列"),
    "stream-back": LocalizedText(en: "Both ways of the stream together", ja: "ストリームの2つの道を合わせる"),
    "wo-back": LocalizedText(en: "Output of attention", ja: "注意の出力"),
    "pattern-back": LocalizedText(en: "Back through softmax", ja: "ソフトマックスを逆に通る"),
    "qkv-back": LocalizedText(en: "Query, keys and values", ja: "クエリ、キー、バリュー"),
    "wqkv-back": LocalizedText(en: "Their matrices and biases", ja: "それぞれの行列とバイアス"),
    "embedding-back": LocalizedText(en: "Places and tokens", ja: "位置とトークン"),
    "one-step": LocalizedText(en: "One weight, E[c,1], term by term", ja: "1つの重みE[c,1]を、項ごとに"),
    "all-steps": LocalizedText(en: "All weights", ja: "すべての重み"),
  ]

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.workedExample]
    guard let sheet = record.sheets.first(where: { $0.id == sheet }) else {
      throw context.missing(context.wording.reasons.noWorkedExample)
    }
    let groups = sheet.groups.map { group in
      PaperTape.Group(
        Self.groups[group.id]?[context.language] ?? group.id,
        formulas: group.formula.split(separator: "   ").map { String($0) },
        lines: group.lines.map {
          PaperTape.Line($0.name, raised($0.calculation), Self.number($0.result, record.digits))
        })
    }
    return context.figure(
      title[context.language],
      words.description(groups.reduce(0) { $0 + $1.lines.count }, record.digits),
      DataTable(
        words.columns,
        groups.flatMap { $0.lines.map { [$0.name, $0.calculation, $0.result] } }),
      PaperTape(groups))
  }

  /// A result with all digits that the example keeps, for a zero at the end was measured as well.
  static func number(_ value: Double, _ digits: Int) -> String {
    Numbers.significant(value, digits)
  }

  /// Powers of ten as in print: `2.3e−05` becomes `2.3×10⁻⁵`.
  private func raised(_ calculation: String) -> String {
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
