import Charts
import Names
import Record

/// Token by token: how likely the old answer was to the old model, and the new one is to the new.
struct AnswerTokens: FigureDefinition {
  let name = "before-after-tokens"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ questions: Int) -> String
    var frame: @Sendable (_ question: String) -> String
    var sentence: @Sendable (_ version: String, _ before: Said, _ after: Said) -> String
    var check: String
    var columns: [String]
    var axis: String

    struct Said: Sendable {
      var text: String
      var tokens: Int
      var isRight: Bool
    }
  }

  static let english = Words(
    title: "Token by token, before and after",
    description: {
      "\(NameWording.english($0, "question")). Each bar is a token of an answer, with the probability that the model "
        + "gave it there; all bars of an answer multiplied are the probability of the answer."
    },
    frame: { "“\($0)”" },
    sentence: { version, before, after in
      "Before, “\(before.text)” (\(before.isRight ? "right" : "wrong")); \(version) says "
        + "“\(after.text)” (\(after.isRight ? "right" : "wrong"))."
    },
    check: "the bars of the new answer, multiplied",
    columns: ["Question", "Model", "Token", "#Probability"],
    axis: "probability of the token")

  static let japanese = Words(
    title: "トークンごとに見る、前とあと",
    description: {
      "\($0)個の質問です。棒は答えのトークン一つひとつで、そこでモデルがつけた確率を表します。一つの答えの棒をすべて掛け合わせると、"
        + "答え全体の確率になります。"
    },
    frame: { "「\($0)」" },
    sentence: { version, before, after in
      "前の答えは「\(before.text)」（\(before.isRight ? "正解" : "不正解")）、\(version)の答えは"
        + "「\(after.text)」（\(after.isRight ? "正解" : "不正解")）です。"
    },
    check: "新しい答えの棒をすべて掛けた値",
    columns: ["質問", "モデル", "トークン", "#確率"],
    axis: "トークンの確率")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    let sides = shown.followedSides
    guard !sides.isEmpty else { throw context.missing(names.noChange) }
    var rows: [[String]] = []
    var frames: [Film.Frame] = []
    for side in sides {
      guard let version = shown.improvement?.version(side.version) else { continue }
      let old = shown.parent(of: version).map { names.version($0.id) } ?? names.before
      let bars = [(old, side.before), (names.version(version.id), side.after)].flatMap {
        who, said in
        said.tokens.map { token in
          rows.append([
            side.prompt.onOneLine, who, token.token.shown, Numbers.percent(token.probability),
          ])
          return BarChart.Row(
            "\(who) \(token.token.shown)", [token.probability],
            text: Numbers.percent(token.probability))
        }
      }
      func said(_ said: ImprovementRecord.Said) -> Words.Said {
        .init(
          text: said.text.isEmpty ? names.silence : said.text.onOneLine, tokens: said.tokens.count,
          isRight: said.isRight)
      }
      let question = words.frame(side.prompt.onOneLine)
      let isTwice = sides.count { $0.prompt == side.prompt } > 1
      frames.append(
        Film.Frame(
          isTwice
            ? context.names.noted(question, names.version(version.id))
            : question,
          sentence: words.sentence(names.version(version.id), said(side.before), said(side.after)),
          check: Film.Check(Numbers.percent(side.after.probability), words.check),
          BarChart(axis: words.axis, rows: bars, roles: [.computed], upTo: 1)))
    }
    return context.figure(
      words.title, words.description(sides.count), DataTable(words.columns, rows), Film(frames))
  }
}
