import Names

/// Documents dealt out to training, validation and test as a ``SplitPlan`` says.
public struct DatasetSplit: Sendable, Equatable {
  public private(set) var training: [TokenizedDocument] = []
  public private(set) var validation: [TokenizedDocument] = []
  public private(set) var test: [TokenizedDocument] = []

  /// - Parameter documents: those that the plan gives to a part, in their order.
  public init(_ documents: [TokenizedDocument], plan: SplitPlan) {
    let parts = plan.parts.compactMap { $0 }
    precondition(
      documents.count == parts.count, "\(documents.count) documents, \(parts.count) planned")
    for (document, part) in zip(documents, parts) {
      switch part {
      case .training: training.append(document)
      case .validation: validation.append(document)
      case .test: test.append(document)
      }
    }
  }

  public subscript(part: Split) -> [TokenizedDocument] {
    switch part {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }
}
