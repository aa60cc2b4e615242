import Charts
import Record
import Views

/// One document before and after cleaning.
struct CleaningDiff: FigureDefinition {
  let name = "cleaning-diff"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var beginning: @Sendable (_ id: String) -> String
    var description:
      @Sendable (_ id: String, _ edits: String, _ before: String, _ after: String) -> String
    var columns: [String]
    var before: String
    var arrival: String
    var edited: @Sendable (_ edits: String) -> String
    var whole: String
    var together: String
    var noSample: String
  }

  static let english = Words(
    title: "One document before and after cleaning",
    beginning: { "the beginning of \($0)" },
    description: { id, edits, before, after in
      "Cleaning made \(edits) in \(id) and took it from \(before) to \(after). Struck-through text "
        + "was removed, underlined text was put in."
    },
    columns: ["Rule", "#At byte", "Before", "After"],
    before: "As it was collected",
    arrival: "No rule has seen it yet.",
    edited: { "The rule made \($0)." },
    whole: "From raw to clean",
    together: "All changes at once: what is left is what the tokenizer and the model read.",
    noSample: "this run kept no document before and after this stage"
  )

  static let japanese = Words(
    title: "ある文書の、クリーニング前と後",
    beginning: { "\($0)の初めの部分" },
    description: { id, edits, before, after in
      "\(id)は\(edits)直され、\(before)から\(after)になりました。取り消し線は消された文字、下線は入れられた文字です。"
    },
    columns: ["規則", "#位置（バイト）", "前", "後"],
    before: "集めたまま",
    arrival: "まだどの規則も通っていません。",
    edited: { "この規則で\($0)直しました。" },
    whole: "生の文書から、きれいな文書へ",
    together: "変わったところを全部まとめて示します。残った文が、トークナイザーとモデルの読む文です。",
    noSample: "この実行には、この段階の前後を比べる文書が残っていません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let sample = context.exhibits.cleaningSample else {
      throw context.missing(words.noSample)
    }
    let raw = context.run[.collection]?.samples.first { $0.document.id == sample.documentID }
    let name =
      raw?.isBeginning == true ? words.beginning(sample.documentID) : sample.documentID
    return context.figure(
      words.title,
      words.description(
        name, context.names.edits(sample.edits.count),
        Numbers.bytes(sample.before.utf8.count), Numbers.bytes(sample.after.utf8.count)),
      editTable(sample.edits, words.columns, context),
      film(sample, context, words))
  }

  /// The document as it came, after each rule, and all changes at once.
  private func film(_ sample: BeforeAfter, _ context: FigureContext, _ words: Words) -> Film {
    let steps = EditReplay(sample)?.steps ?? []
    let texts = context.wording.texts
    return CleaningView.film(
      [CleaningView.Step(words.before, words.arrival, [TextRun(sample.before)])]
        + steps.map { step in
          CleaningView.Step(
            context.name(of: step.rule), words.edited(context.names.edits(step.count)),
            TextDifference.runs(step.before, step.after))
        } + [
          CleaningView.Step(
            words.whole, words.together, TextDifference.runs(sample.before, sample.after))
        ], label: sample.documentID, keeping: 60,
      CleaningView.Words(
        leftOut: texts.leftOut, characters: texts.characters, deleted: texts.deleted,
        inserted: texts.inserted))
  }

  private func editTable(
    _ edits: [EditRecord], _ columns: [String], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      columns,
      edits.prefix(60).map { edit in
        [
          context.name(of: edit.rule), Numbers.count(edit.place), Changes.brief(edit.before),
          Changes.brief(edit.after),
        ]
      })
  }
}
