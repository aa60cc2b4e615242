import Charts
import Record

/// One document before and after cleaning.
struct CleaningDiff: FigureDefinition {
  let name = "cleaning-diff"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ id: String, _ edits: String, _ before: String, _ after: String) -> String
    var columns: [String]
    var noSample: String
  }

  static let english = Words(
    title: "One document before and after cleaning",
    description: { id, edits, before, after in
      "Cleaning made \(edits) in \(id) and took it from \(before) to \(after). Struck-through text "
        + "was removed, underlined text was put in."
    },
    columns: ["Rule", "#At byte", "Before", "After"],
    noSample: "this run kept no document before and after this stage"
  )

  static let japanese = Words(
    title: "ある文書の、クリーニング前と後",
    description: { id, edits, before, after in
      "\(id)は\(edits)直され、\(before)から\(after)になりました。取り消し線は消された文字、下線は入れられた文字です。"
    },
    columns: ["規則", "#位置（バイト）", "前", "後"],
    noSample: "この実行には、この段階の前後を比べる文書が残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.cleaning]
    guard let sample = context.exhibits.cleaningSample else {
      throw context.missing(words.noSample)
    }
    let runs = Excerpt.of(
      TextDifference.runs(sample.before, sample.after), keeping: 60, upTo: 1500,
      note: context.wording.texts.leftOut)
    return context.figure(
      words.title,
      words.description(
        sample.documentID, context.names.edits(sample.edits.count),
        Numbers.bytes(sample.before.utf8.count), Numbers.bytes(sample.after.utf8.count)),
      editTable(sample.edits, record.rules, words.columns, context),
      RunningText(
        [RunningText.Passage(sample.documentID, runs)], legend: Changes.legend(context)))
  }

  private func editTable(
    _ edits: [EditRecord], _ rules: [RuleRecord], _ columns: [String], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      columns,
      edits.prefix(60).map { edit in
        [
          rules.first { $0.id == edit.rule }?.name[context.language]
            ?? edit.rule.title[context.language],
          Numbers.count(edit.place), Changes.brief(edit.before), Changes.brief(edit.after),
        ]
      })
  }
}
