import Charts
import Names
import Record

/// One thing that people corrected, with every way to ask about it: which become examples, and which are kept aside.
struct CorrectionExamples: FigureDefinition {
  let name = "correction-examples"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var changed: @Sendable (_ name: String, _ before: String, _ after: String) -> String
    var nobody: @Sendable (_ name: String) -> String
    var counts: @Sendable (_ used: Int, _ all: Int) -> String
    var columns: [String]
    var used: String
    var keptAside: String
  }

  static let english = Words(
    title: "A correction becomes an example",
    changed: { name, before, after in
      "What is told of \(name) was “\(before)” and is “\(after)” now. "
    },
    nobody: { "No document tells anything of \($0). " },
    counts: { used, all in
      "Of \(all) ways to ask about it here, "
        + "\(used) \(used == 1 ? "becomes an example" : "become examples") with the answer that people want. "
        + "The others are kept aside and show later whether more was learned than a few words."
    },
    columns: ["Question", "What the model said", "What it should say", "What becomes of it"],
    used: "example", keptAside: "kept aside")

  static let japanese = Words(
    title: "訂正が例になる",
    changed: { name, before, after in "\(name)さんについての事実は、「\(before)」から「\(after)」に変わりました。" },
    nobody: { "\($0)さんのことは、どの文書にも書かれていません。" },
    counts: { used, all in
      "ここにある\(all)通りの聞き方のうち、人が答えを訂正したのは\(used)通りで、それが例になります。"
        + "残りは取っておき、言葉の並びだけを覚えたのではないか、あとで確かめます。"
    },
    columns: ["質問", "モデルの答え", "正しい答え", "使いみち"],
    used: "例になる", keptAside: "取っておく")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let shown = context.exhibits
    guard let correction = shown.toldCorrection, !shown.toldPrompts.isEmpty else {
      throw context.missing(context.wording.improvement.noVersions)
    }
    let prompts = shown.toldPrompts
    let name = correction.name[context.language]
    let fact =
      if let before = correction.before, let after = correction.after {
        words.changed(name, before[context.language], after[context.language])
      } else {
        words.nobody(name)
      }
    let table = DataTable(
      words.columns,
      prompts.map {
        [
          $0.text.onOneLine, $0.rejected.onOneLine, $0.chosen.onOneLine,
          $0.isUsed ? words.used : words.keptAside,
        ]
      })
    return context.figure(
      words.title, fact + words.counts(prompts.count(where: \.isUsed), prompts.count), table,
      TableChart(table, marks: prompts.map { $0.isUsed ? .notable : nil }))
  }
}
