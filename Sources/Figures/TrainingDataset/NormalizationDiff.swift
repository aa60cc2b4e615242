import Charts
import Record
import Views

/// Characters before and after they were brought to one form.
struct NormalizationDiff: FigureDefinition {
  let name = "normalization-diff"
  let row = "L2c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ rules: Int, _ edits: String) -> String
    var exampleColumns: [String]
    var edited: @Sendable (_ edits: String) -> String
    /// Names the edits of a rule and of all before it.
    var soFar: String
    var noNormalization: String
  }

  static let english = Words(
    title: "The same characters, one way of writing them",
    description: { rules, edits in
      "\(NameWording.english(rules, "rule")) brought characters to one form, \(edits) in all. Each line "
        + "is a real place: struck through before, underlined after."
    },
    exampleColumns: ["Rule", "Before", "After", "#Edits"],
    edited: { "This rule made \($0) in all documents together." },
    soFar: "edits of this rule and of those before it",
    noNormalization: "normalization changed nothing in this run"
  )

  static let japanese = Words(
    title: "同じ文字を、一つの書き方にそろえる",
    description: { rules, edits in
      "\(rules)個の規則で、合わせて\(edits)の書き方をそろえました。どの行も実際の例で、取り消し線が前、下線が後です。"
    },
    exampleColumns: ["規則", "前", "後", "#回数"],
    edited: { "この規則で、すべての文書を合わせて\($0)そろえました。" },
    soFar: "この規則までにそろえたところの数",
    noNormalization: "この実行では、正規化で変わった文字はありません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let rules = try context[.normalization].rules
    let frames = frames(rules, context, words)
    guard !frames.isEmpty else { throw context.missing(words.noNormalization) }
    let edits = rules.reduce(0) { $0 + $1.edits }
    return context.figure(
      words.title,
      words.description(rules.count, context.names.edits(edits)),
      DataTable(
        words.exampleColumns,
        rules.flatMap { rule in
          rule.examples.map { example in
            [
              rule.name[context.language], brief(example.before, context),
              brief(example.after, context),
              Numbers.count(rule.edits),
            ]
          }
        }),
      Film(frames))
  }

  /// Rule by rule in the order in which they are applied, with real places of each.
  private func frames(
    _ rules: [RuleRecord], _ context: FigureContext, _ words: Words
  ) -> [Film.Frame] {
    rules.indices.filter { !rules[$0].examples.isEmpty }.map { index in
      let rule = rules[index]
      let passages = rule.examples.prefix(2).enumerated().map { place, example in
        RunningText.Passage(
          rule.name[context.language],
          Excerpt.of(
            TextDifference.wordRuns(
              InvisibleCharacters.named(example.before, in: context.language),
              InvisibleCharacters.named(example.after, in: context.language)),
            keeping: 30, upTo: 160,
            note: context.wording.texts.leftOut),
          note: place == 0 ? rule.reason[context.language] : "")
      }
      let before = rules[..<index].reduce(0) { $0 + $1.edits }
      return Film.Frame(
        rule.name[context.language], sentence: words.edited(context.names.edits(rule.edits)),
        check: Film.Check(ChangeCount.sum(before, less: 0, and: rule.edits), words.soFar),
        RunningText(Array(passages), legend: Changes.legend(context)))
    }
  }

  private func brief(_ text: String, _ context: FigureContext) -> String {
    TerminalText.truncated(InvisibleCharacters.named(text, in: context.language), to: 100)
  }
}
