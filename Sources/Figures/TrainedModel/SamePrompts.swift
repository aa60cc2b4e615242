import Charts
import Record

/// The same prompts to different versions of the model, one version after the other.
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
    var frameColumns: [String]
    /// What a version weighs and how far it is off.
    var version: @Sendable (_ size: String, _ loss: String) -> String
    var right: String
    var different: String
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
    silence: "(nothing)",
    frameColumns: ["Prompt", "Answer"],
    version: { size, loss in
      "This version takes \(size), and its loss is \(loss) nats per token."
    },
    right: "right answers to these prompts",
    different: "answers that differ from those of the first version"
  )

  static let japanese = Words(
    title: "同じ質問を、小さくする前とあとで",
    description: { prompts, variants in
      "\(prompts)個の質問に、\(variants)種類のモデルが答えました。一つは先頭の質問、ほかは答えがいちばん分かれた質問です。"
    },
    columns: ["質問と、答えるモデル", "答え"],
    expected: { "正解：\($0)" },
    noPrompts: "この実行には、小さくしたモデルへの質問が記録されていません",
    silence: "（無言）",
    frameColumns: ["質問", "答え"],
    version: { size, loss in "大きさは\(size)、損失は1トークンあたり\(loss)ナットです。" },
    right: "これらの質問への正しい答えの数",
    different: "最初のモデルと違う答えの数"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.shrinking]
    let prompts = context.exhibits.shrinkingPrompts
    guard !prompts.isEmpty else { throw context.missing(words.noPrompts) }
    let shown = record.variants.indices.filter {
      Self.promptVariants.contains(record.variants[$0].id)
    }
    var rows: [[String]] = []
    for prompt in prompts {
      // The shortest of the right answers stands for all of them.
      let right = prompt.accepted.min { $0.count < $1.count }
      rows.append([prompt.prompt.onOneLine, right.map(words.expected) ?? ""])
      for index in shown {
        rows.append([
          ShrinkingVariants.name(record.variants[index], context),
          Self.shown(prompt.answers[index], words),
        ])
      }
    }
    return context.figure(
      words.title, words.description(prompts.count, shown.count), DataTable(words.columns, rows),
      Film(
        shown.map { index in
          frame(index, after: shown[0], prompts, record.variants[index], context, words)
        }))
  }

  /// What one version answers; each prompt keeps its place.
  private func frame(
    _ index: Int, after first: Int, _ prompts: [ShrinkingRecord.SamePrompt],
    _ variant: ShrinkingRecord.Variant, _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let judged = prompts.filter { !$0.accepted.isEmpty }
    let right = judged.count { $0.accepted.contains($0.answers[index]) }
    let other = prompts.count { $0.answers[index] != $0.answers[first] }
    return Film.Frame(
      ShrinkingVariants.name(variant, context),
      sentence: words.version(Numbers.bytes(variant.byteCount), Numbers.fixed(variant.loss, 3)),
      check: judged.isEmpty
        ? Film.Check("\(other) / \(prompts.count)", words.different)
        : Film.Check("\(right) / \(judged.count)", words.right),
      TableChart(
        DataTable(
          words.frameColumns,
          prompts.map { [$0.prompt.onOneLine, Self.shown($0.answers[index], words)] }),
        marks: prompts.map { Self.mark($0, index) }))
  }

  private static func shown(_ answer: String, _ words: Words) -> String {
    answer.isEmpty ? words.silence : TerminalText.truncated(answer.onOneLine, to: 60)
  }

  private static func mark(
    _ prompt: ShrinkingRecord.SamePrompt, _ index: Int
  ) -> TableChart.Mark? {
    prompt.accepted.isEmpty
      ? nil : prompt.accepted.contains(prompt.answers[index]) ? .right : .wrong
  }

  /// Of the variants those that differ most in kind.
  private static let promptVariants = [
    "full", "pruned50", "pruned90", "int8", "int4", "cut", "distilled",
  ]
}
