/// Why no dataset can be made of a collection.
public enum DatasetError: Error, Equatable, CustomStringConvertible {
  /// Cleaning left nothing.
  case nothingLeft(documents: Int)
  /// Fewer independent documents than the three parts of a split need.
  case tooFewDocuments(Int)

  public var description: String {
    switch self {
    case .nothingLeft(let documents):
      "nothing is left of \(documents) documents after cleaning: add English or Japanese text"
    case .tooFewDocuments(let count):
      "\(count) distinct documents are too few to split into training, validation and test "
        + "(at least \(SplitPlan.fewestGroups) are needed): add more text, some 2 KB at least"
    }
  }
}
