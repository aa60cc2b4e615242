import Charts
import Record

/// Documents near the threshold of similarity: which of them a higher or lower one would move.
struct DuplicateSides: FigureDefinition {
  let name = "duplicate-sides"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ shown: Int, _ threshold: String) -> String
    var columns: [String]
    var label: @Sendable (_ similarity: String, _ verdict: String) -> String
  }

  static let english = Words(
    title: "Which documents change sides",
    description: { shown, threshold in
      "\(NameWording.english(shown, "pair")) near the threshold of \(threshold), the most similar first. "
        + "Each changes sides when the threshold passes its similarity. What only the earlier text says "
        + "is struck through, what only the later one says is underlined."
    },
    columns: ["Document", "#Similarity", "What it is"],
    label: { "\($0): \($1)" })

  static let japanese = Words(
    title: "どの文書が、線の反対側へ移るか",
    description: { shown, threshold in
      "しきい値\(threshold)の近くの\(shown)組を、似ているものから順に示します。しきい値がその類似度をまたぐと、扱いが変わります。取り消し線は前の文書だけ、下線は後の文書だけにある文字です。"
    },
    columns: ["文書", "#類似度", "どういうものか"],
    label: { "\($0)：\($1)" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let verdicts = VerdictWording.of(context.language)
    let cases = context.exhibits.borderlineDuplicates
    guard !cases.isEmpty, let threshold = try context[.cleaning].duplicateThreshold else {
      throw context.missing(verdicts.noCases)
    }
    let passages = cases.map { pair in
      RunningText.Passage(
        words.label(Numbers.fixed(pair.score ?? 0, 3), verdicts.duplicate(pair.verdict)),
        Excerpt.of(
          TextDifference.wordRuns(pair.original ?? "", pair.text), keeping: 40, upTo: 260,
          note: context.wording.texts.leftOut))
    }
    return context.figure(
      words.title, words.description(cases.count, Numbers.fixed(threshold, 2)),
      DataTable(
        words.columns,
        cases.map {
          [$0.documentID, Numbers.fixed($0.score ?? 0, 3), verdicts.duplicate($0.verdict)]
        }),
      RunningText(passages, legend: Changes.legend(context)))
  }
}
