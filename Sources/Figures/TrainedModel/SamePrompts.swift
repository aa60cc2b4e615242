import Charts
import Record

/// The same prompts to different versions of the model.
struct SamePrompts: FigureDefinition {
  let name = "same-prompts"
  let row = "L5d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ prompts: Int, _ variants: Int) -> String
    var columns: [String]
    var expected: @Sendable (_ answer: String) -> String
    var noPrompts: String
    var silence: String
  }

  static let english = Words(
    title: "The same questions, before and after",
    description: { prompts, variants in
      "\(NameWording.english(prompts, "prompt")), answered by \(variants) versions of the model. One is "
        + "the first of all, the others those on which the versions differ most."
    },
    columns: ["Prompt, and who answers it", "Answer"],
    expected: { "right: \($0)" },
    noPrompts: "this run recorded no prompts for its smaller models",
    silence: "(nothing)"
  )

  static let japanese = Words(
    title: "同じ質問を、小さくする前とあとで",
    description: { prompts, variants in
      "\(prompts)個の質問に、\(variants)種類のモデルが答えました。一つは先頭の質問、ほかは答えがいちばん分かれた質問です。"
    },
    columns: ["質問と、答えるモデル", "答え"],
    expected: { "正解：\($0)" },
    noPrompts: "この実行には、小さくしたモデルへの質問が記録されていません",
    silence: "（無言）"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.shrinking]
    let prompts = context.exhibits.shrinkingPrompts
    guard !prompts.isEmpty else { throw context.missing(words.noPrompts) }
    let shown = record.variants.indices.filter {
      Self.promptVariants.contains(record.variants[$0].id)
    }
    var rows: [[String]] = []
    var marks: [TableChart.Mark?] = []
    for prompt in prompts {
      // The shortest of the right answers stands for all of them.
      let right = prompt.accepted.min { $0.count < $1.count }
      rows.append([prompt.prompt.onOneLine, right.map(words.expected) ?? ""])
      marks.append(.notable)
      for index in shown {
        let answer = prompt.answers[index]
        rows.append([
          ShrinkingVariants.name(record.variants[index], context),
          answer.isEmpty
            ? words.silence : TerminalText.truncated(answer.onOneLine, to: 60),
        ])
        marks.append(
          prompt.accepted.isEmpty ? nil : prompt.accepted.contains(answer) ? .right : .wrong)
      }
    }
    let table = DataTable(words.columns, rows)
    return context.figure(
      words.title, words.description(prompts.count, shown.count), table,
      TableChart(table, marks: marks))
  }

  /// Of the variants those that differ most in kind.
  private static let promptVariants = [
    "full", "pruned50", "pruned90", "int8", "int4", "cut", "distilled",
  ]
}
