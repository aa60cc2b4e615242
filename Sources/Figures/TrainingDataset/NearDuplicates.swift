import Charts
import Record

/// Documents that are almost the same, and what tells them apart.
struct NearDuplicates: FigureDefinition {
  let name = "near-duplicates"
  let row = "L2a"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ count: Int, _ first: String, _ second: String, _ similarity: String) -> String
    var columns: [String]
    var label: @Sendable (_ first: String, _ second: String, _ similarity: String) -> String
    var noDuplicates: String
  }

  static let english = Words(
    title: "Documents that are almost the same",
    description: { count, first, second, similarity in
      "\(NameWording.english(count, "pair")) shown. The most similar: \(first) repeats \(second), "
        + "similarity \(similarity). What only the original says is struck through, what only the "
        + "copy says is underlined."
    },
    columns: ["Dropped", "Kept", "#Similarity"],
    label: { first, second, similarity in
      "\(first) repeats \(second): similarity \(similarity)"
    },
    noDuplicates: "no near duplicates were found in this run"
  )

  static let japanese = Words(
    title: "ほとんど同じ文書",
    description: { count, first, second, similarity in
      "\(count)組を示します。いちばん似ているのは\(first)と\(second)で、類似度は\(similarity)です。取り消し線は元の文書だけ、下線は写しだけにある文字です。"
    },
    columns: ["捨てた文書", "残した文書", "#類似度"],
    label: { first, second, similarity in
      "\(first)は\(second)の繰り返し：類似度\(similarity)"
    },
    noDuplicates: "この実行では、ほとんど同じ文書は見つかりませんでした"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let pairs = context.exhibits.duplicates.prefix(3)
    guard let first = pairs.first else { throw context.missing(words.noDuplicates) }
    let passages = pairs.map { pair in
      RunningText.Passage(
        words.label(
          pair.documentID, pair.duplicateOf, Numbers.percent(pair.similarity)),
        Excerpt.of(
          TextDifference.wordRuns(pair.originalExcerpt, pair.excerpt), keeping: 60, upTo: 500,
          note: context.wording.texts.leftOut))
    }
    return context.figure(
      words.title,
      words.description(
        pairs.count, first.documentID, first.duplicateOf, Numbers.percent(first.similarity)),
      DataTable(
        words.columns,
        context.exhibits.duplicates.map {
          [$0.documentID, $0.duplicateOf, Numbers.fixed($0.similarity, 3)]
        }),
      RunningText(passages, legend: Changes.legend(context)))
  }
}
