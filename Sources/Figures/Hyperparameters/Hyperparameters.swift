import Charts
import Record

/// Every number that people chose before learning began, and what it does.
struct Hyperparameters: FigureDefinition {
  let name = "hyperparameters"
  let row = "L4c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ count: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "The hyperparameters of this run",
    description: { count in
      "\(NameWording.english(count, "number")) that people choose before learning begins; nothing in "
        + "the training changes them."
    },
    columns: ["Name", "#Value", "What it does"]
  )

  static let japanese = Words(
    title: "この実行のハイパーパラメータ",
    description: { count in
      "学習を始める前に人が決めておく\(count)個の値です。学習の途中で変わることはありません。"
    },
    columns: ["名前", "#値", "はたらき"]
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let entries = try context[.hyperparameters].entries
    let table = DataTable(
      words.columns,
      entries.map {
        [
          $0.name.title[context.language], Self.shown($0.value),
          HyperparameterWording.explanation(of: $0.name)[context.language],
        ]
      })
    return context.figure(
      words.title, words.description(entries.count), table,
      TableChart(table))
  }

  /// Counts as they stand everywhere else: `9,000`.
  private static func shown(_ value: String) -> String {
    Int(value).map { Numbers.count($0) } ?? value
  }
}
