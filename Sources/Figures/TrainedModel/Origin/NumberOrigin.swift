import Charts
import Names
import Record

/// One number, followed to its roots: each frame shows what it is made of, and leads to what contributes most.
struct NumberOrigin: FigureDefinition {
  let name = "number-origin"
  let row = "U3"
  /// Parts of a sum that have a row of their own.
  static let shownParts = 5

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Course) -> String
    var columns: [String]
    /// Of a sum of products, of a softmax, and of everything else.
    var parts: [String]
    var powers: [String]
    var inputs: [String]
    var others: @Sendable (Int) -> String
    var result: String
    /// What it is, and with which token.
    var sentence: @Sendable (_ meaning: String, _ tokens: [String], _ next: String) -> String
    var last: @Sendable (_ meaning: String, _ tokens: [String], _ parameter: String) -> String
    /// The numbers of a normalization: before, mean, deviation, gain, bias.
    var normalization: [String]
    var sum: String
    var powerSum: String
    var noOrigin: String

    struct Course: Sendable {
      var token: String
      var probability: String
      var steps: Int
      var parameter: String
      var value: String
      var root: String
      var position: Int
    }
  }

  static let english = Words(
    title: "One number, followed to its roots",
    description: { course in
      "Where does the probability of “\(course.token)”, \(course.probability), come from? Each step shows what the "
        + "number is made of and goes on to what contributes most. After "
        + "\(NameWording.english(course.steps, "step")) it ends at the parameter \(course.parameter) = "
        + "\(course.value), in a sum that belongs to the token “\(course.root)” at position \(course.position)."
    },
    columns: ["Address", "#Number", "Contributes most"],
    parts: ["Address", "#Number", "#× factor", "#Part"],
    powers: ["Address", "#Number", "#Less the greatest", "#e to that"],
    inputs: ["Address", "What it is", "#Number"],
    others: { $0 == 1 ? "1 other" : "\($0) others" },
    result: "sum",
    sentence: { meaning, tokens, next in
      meaning + there(tokens) + ". What contributes most is \(next)."
    },
    last: { meaning, tokens, parameter in
      meaning + there(tokens)
        + ". What contributes most is the learned number \(parameter); below it there is "
        + "nothing more."
    },
    normalization: ["the number before", "mean", "deviation", "gain", "bias"],
    sum: "what is added up", powerSum: "all of them",
    noOrigin: "this run followed no number to its roots"
  )

  static let japanese = Words(
    title: "一つの数を、根までたどる",
    description: { course in
      "「\(course.token)」の確率\(course.probability)は、どこから来たのでしょうか。一段ごとに、その数が何からできているかを見て、"
        + "いちばん効いている数へ進みます。\(course.steps)段で、パラメータ\(course.parameter)（\(course.value)）に行き着きます。"
        + "位置\(course.position)のトークン「\(course.root)」のための足し算に出てくる数です。"
    },
    columns: ["番地", "#数", "いちばん効いている数"],
    parts: ["番地", "#数", "#× 相手", "#積"],
    powers: ["番地", "#数", "#最大との差", "#eの累乗"],
    inputs: ["番地", "中身", "#数"],
    others: { "ほか\($0)個" },
    result: "和",
    sentence: { meaning, tokens, next in
      meaning + thereInJapanese(tokens) + "。いちばん効いているのは\(next)です。"
    },
    last: { meaning, tokens, parameter in
      meaning + thereInJapanese(tokens) + "。いちばん効いているのは、学習で決まった数\(parameter)です。この下には何もありません。"
    },
    normalization: ["もとの数", "平均", "標準偏差", "倍率", "バイアス"],
    sum: "足し上げた値", powerSum: "全部",
    noOrigin: "この実行では、数を根までたどっていません"
  )

  /// Which tokens stand there.
  private static func there(_ tokens: [String]) -> String {
    tokens.isEmpty ? "" : " (" + tokens.map { "“\($0)”" }.joined(separator: ", ") + ")"
  }

  private static func thereInJapanese(_ tokens: [String]) -> String {
    tokens.isEmpty ? "" : "（そこにあるのは" + tokens.map { "「\($0)」" }.joined(separator: "と") + "）"
  }

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let way = context.exhibits.origin, let first = way.steps.first else {
      throw context.missing(words.noOrigin)
    }
    let usage = UsageContext(context, answer: way.answer)
    let scenes = OriginScenes(usage: usage, way: way, words: words)
    let numbers = way.steps.map { ($0.quantity, $0.value) } + [way.parameter]
    return context.figure(
      words.title,
      words.description(
        Words.Course(
          token: context.exhibits.followedPiece?.shown ?? "",
          probability: Numbers.percent(Double(first.value)), steps: way.steps.count,
          parameter: way.parameter.quantity.address,
          value: Numbers.significant(Double(way.parameter.value), 4), root: way.token.shown,
          position: way.position)),
      DataTable(
        words.columns,
        numbers.enumerated().map { place, number in
          [
            number.0.address, Numbers.significant(Double(number.1), 4),
            place < way.steps.count ? way.steps[place].followed.address : "",
          ]
        }),
      Film(
        way.steps.indices.map { place in
          let scene = scenes.scene(place)
          return Film.Frame(
            way.steps[place].quantity.address, sentence: scenes.sentence(place),
            check: Film.Check(scene.check, scenes.meaning(of: way.steps[place].quantity)),
            scene.chart)
        }))
  }
}
