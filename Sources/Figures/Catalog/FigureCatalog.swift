import Charts
import Names
import Record

/// All figures by name, each drawn from what a run recorded.
public enum FigureCatalog {
  typealias Maker = @Sendable (FigureContext) throws(FigureError) -> Figure

  /// In the order of the two flows.
  static let makers: [(name: String, make: Maker)] =
    CollectionFigures.makers + CleaningFigures.makers + FilterFigures.makers + TokenFigures.makers
    + EncodingFigures.makers + DatasetFigures.makers + ModelMap.makers
    + WeightFigures.initialMakers + AlgorithmFigures.makers + ByHandFigures.makers
    + TrainingFigures.makers + GrowthFigures.makers + TimeLapseFigures.makers
    + TuningFigures.makers + EvaluationFigures.makers + ProbabilityFigures.makers
    + ShrinkingFigures.makers + ModelFileFigures.makers + WeightFigures.learnedMakers
    + PromptFigures.makers + AttentionFigures.makers + StreamFigures.makers
    + AnswerFigures.makers

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
    return try maker.make(FigureContext(name: name, run: run, language: language))
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
