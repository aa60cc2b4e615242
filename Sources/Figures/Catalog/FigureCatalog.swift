import Charts
import Names
import Record

/// All figures by name, each drawn from what a run recorded.
public enum FigureCatalog {
  typealias Maker = @Sendable (FigureContext) throws(FigureError) -> Figure

  /// In the order of the two flows.
  static let makers: [(name: String, make: Maker)] = groups.flatMap(\.makers)

  /// Figures with the parts of a run that all of them are drawn from.
  private static let groups: [(parts: [AnyPart], makers: [(name: String, make: Maker)])] =
    data + model + training + usage

  private typealias Groups = [(parts: [AnyPart], makers: [(name: String, make: Maker)])]

  private static let data: Groups = [
    ([AnyPart(.collection)], CollectionFigures.makers),
    ([AnyPart(.cleaning), AnyPart(.normalization)], CleaningFigures.makers),
    ([AnyPart(.filter)], FilterFigures.makers), ([AnyPart(.tokenization)], TokenFigures.makers),
    ([AnyPart(.tokenization)], EncodingFigures.makers),
    ([AnyPart(.dataset)], DatasetFigures.makers),
  ]

  private static let model: Groups = [
    ([AnyPart(.architecture)], ModelMap.makers),
    ([AnyPart(.initialization)], WeightFigures.initialMakers),
    (
      [AnyPart(.hyperparameters), AnyPart(.algorithm), AnyPart(.training)], AlgorithmFigures.makers
    ),
    ([AnyPart(.workedExample)], ByHandFigures.makers),
  ]

  private static let training: Groups = [
    ([AnyPart(.training), AnyPart(.initialization)], TrainingFigures.makers),
    ([AnyPart(.training)], GrowthFigures.makers),
    ([AnyPart(.training), AnyPart(.architecture)], TimeLapseFigures.makers),
    ([AnyPart(.tuning)], TuningFigures.makers), ([AnyPart(.evaluation)], EvaluationFigures.makers),
    ([AnyPart(.evaluation)], ProbabilityFigures.makers),
    ([AnyPart(.shrinking)], ShrinkingFigures.makers),
    ([AnyPart(.modelFile), AnyPart(.inference)], ModelFileFigures.makers),
    ([AnyPart(.modelFile)], WeightFigures.learnedMakers),
  ]

  private static let usage: Groups = [
    ([AnyPart(.usage)], PromptFigures.makers),
    ([AnyPart(.usage), AnyPart(.architecture)], AttentionFigures.makers),
    ([AnyPart(.usage), AnyPart(.architecture)], StreamFigures.makers),
    ([AnyPart(.usage)], AnswerFigures.makers),
  ]

  /// Names of all figures, in the order of the two flows.
  public static var names: [String] { makers.map(\.name) }

  /// Draws a figure from a run, its words in the reader's language.
  /// - Throws: `FigureError.unknown` with similar names, or `FigureError.notRecorded` with the reason
  ///   when the run holds nothing to draw it from.
  public static func figure(
    _ name: String, run: Run, language: Language
  ) throws(FigureError) -> Figure {
    guard let maker = makers.first(where: { $0.name == name }) else {
      throw .unknown(name: name, near: near(name))
    }
    let context = FigureContext(name: name, run: run, language: language)
    let parts = groups.first { $0.makers.contains { $0.name == name } }?.parts ?? []
    guard parts.allSatisfy(run.has) else { throw context.missing(context.wording.notInThisRun) }
    return try maker.make(context)
  }

  /// At most three names that need the fewest edits to become `name`, if few enough.
  static func near(_ name: String) -> [String] {
    let distances = names.map { (name: $0, distance: distance($0, name)) }
    return distances.filter { $0.distance <= max(2, name.utf8.count / 3) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Insertions, deletions and replacements of bytes that turn one text into the other.
  /// - SeeAlso: Levenshtein 1966.
  private static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        (diagonal, row[j + 1]) = (row[j + 1], next)
      }
    }
    return row[b.count]
  }
}
