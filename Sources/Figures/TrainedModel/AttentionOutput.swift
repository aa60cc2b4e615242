import Charts
import Record

/// The heads joined, and what each adds through its rows of the output matrix.
struct AttentionOutput: FigureDefinition {
  let name = "attention-output"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Measures) -> String
    var columns: [String]
    var steps: (joined: String, projected: String)
    var checks: (joined: String, projected: String)
    var captions:
      (
        joined: @Sendable (_ heads: Int, _ size: Int) -> String,
        projected: @Sendable (_ width: Int) -> String
      )
    var head: @Sendable (Int) -> String
    var bias: String
    var sum: String
    var rowAxis: String

    struct Measures: Sendable {
      var layer: Int
      var token: String
      var heads: Int
      /// The head that is followed, and the length of what it adds.
      var head: Int
      var length: String
      /// The head that adds most, and the length of that.
      var longest: (head: Int, length: String)
      var calculation: String
      var result: String
    }
  }

  static let english = Words(
    title: "The heads joined, and their way out",
    description: { numbers in
      "Layer \(numbers.layer), at “\(numbers.token)”. Number 0 of the attention's output: "
        + "\(numbers.calculation) ≈ \(numbers.result), one part for each of "
        + "\(NameWording.english(numbers.heads, "head")) and the bias. Head \(numbers.head), which is "
        + "followed, adds a row of length \(numbers.length)"
        + (numbers.longest.head == numbers.head
          ? (numbers.heads > 1 ? ", more than any other." : ".")
          : "; most is added by head \(numbers.longest.head) (\(numbers.longest.length)).")
    },
    columns: ["Part", "#Length", "First eight values"],
    steps: (joined: "Joined", projected: "Through the output matrix"),
    checks: (joined: "numbers of the row", projected: "number 0 of the sum"),
    captions: (
      joined: { heads, size in
        "The sums z of \(NameWording.english(heads, "head")), side by side one row of \(heads) × \(size) = "
          + "\(heads * size) numbers."
      },
      projected: { width in
        "Each head's part, made into \(width) numbers; added up with the bias they are what attention says."
      }
    ),
    head: { "head \($0)" },
    bias: "bias",
    sum: "sum",
    rowAxis: "part"
  )

  static let japanese = Words(
    title: "ヘッドをつなぎ、外へ出す",
    description: { numbers in
      "ブロック\(numbers.layer)、「\(numbers.token)」の位置。注意の出力の0番の数は、\(numbers.heads)個のヘッドの分とバイアスを足した"
        + "\(numbers.calculation) ≈ \(numbers.result)です。追いかけているヘッド\(numbers.head)が足す行の長さは"
        + "\(numbers.length)"
        + (numbers.longest.head == numbers.head
          ? (numbers.heads > 1 ? "で、ヘッドの中でいちばん長い行です。" : "です。")
          : "、いちばん長いのはヘッド\(numbers.longest.head)の\(numbers.longest.length)です。")
    },
    columns: ["部分", "#長さ", "先頭の8個の値"],
    steps: (joined: "つなぐ", projected: "出力の行列を通す"),
    checks: (joined: "1行の数の個数", projected: "和の0番の数"),
    captions: (
      joined: { heads, size in
        "\(heads)個のヘッドの和zを横に並べると、\(heads) × \(size) = \(heads * size)個の数の1行になります。"
      },
      projected: { width in
        "ヘッドごとの分を\(width)個の数にしたもの。バイアスといっしょに足すと、注意の出力です。"
      }
    ),
    head: { "ヘッド\($0)" },
    bias: "バイアス",
    sum: "和",
    rowAxis: "部分"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let pass = try usage.followed()
    guard let parts = pass.output else {
      throw context.missing(context.wording.reasons.noActivations)
    }
    let heads = parts.results.indices.map { words.head($0) }
    let rows =
      Array(zip(heads, parts.results)) + [(words.bias, parts.bias), (words.sum, parts.output)]
    let lengths = parts.results.map { UsageContext.length($0) }
    let longest = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) } ?? 0
    let shown = min(Calculations.shown, parts.output.count)
    return context.figure(
      words.title,
      words.description(
        Words.Measures(
          layer: pass.layer, token: usage.lastToken, heads: heads.count, head: pass.head,
          length: Numbers.significant(lengths[pass.head]),
          longest: (longest, Numbers.significant(lengths[longest])),
          calculation: Calculations.first(of: parts),
          result: Numbers.fixed(Double(parts.output[0]), 3))),
      DataTable(
        words.columns,
        rows.map {
          [$0.0, Numbers.significant(UsageContext.length($0.1)), UsageContext.eight($0.1)]
        }),
      Film(
        [
          Film.Frame(
            words.steps.joined,
            sentence: words.captions.joined(heads.count, parts.joined[0].count),
            check: Film.Check(
              "\(heads.count) × \(parts.joined[0].count) = "
                + "\(heads.count * parts.joined[0].count)", words.checks.joined),
            map(heads, parts.joined.map { Array($0.prefix(32)) }, context, words)),
          Film.Frame(
            words.steps.projected, sentence: words.captions.projected(parts.output.count),
            check: Film.Check(
              "\(Calculations.first(of: parts)) ≈ \(Numbers.fixed(Double(parts.output[0]), 3))",
              words.checks.projected),
            map(rows.map(\.0), rows.map { Array($0.1.prefix(shown)) }, context, words)),
        ]))
  }

  private func map(
    _ labels: [String], _ rows: [[Float]], _ context: FigureContext, _ words: Words
  ) -> HeatMap {
    HeatMap(
      panels: [HeatMap.Panel("", rows)], palette: .divergingComputed, rowLabels: labels,
      rowAxis: words.rowAxis, columnAxis: context.wording.usage.dimensionAxis,
      valueAxis: context.wording.usage.activationAxis, leastCell: 6)
  }
}
