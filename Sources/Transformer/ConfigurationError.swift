/// Sizes with which no model can be built, found before any memory is taken.
public enum ConfigurationError: Error, Equatable, Sendable {
  case notPositive(name: String, value: Int)
  case vocabularyTooSmall(Int)
  case widthNotMultipleOfHeads(width: Int, heads: Int)
  case dropoutOutOfRange(Float)
  case tooLarge(neededBytes: Int, limitBytes: Int)
  case beyondAddressing

  /// One line: what is wrong, and what to do about it.
  public var message: String {
    switch self {
    case .notPositive(let name, let value):
      "\(name) is \(value): choose at least 1"
    case .vocabularyTooSmall(let size):
      "a vocabulary of \(size) leaves nothing to predict: choose at least 2"
    case .widthNotMultipleOfHeads(let width, let heads):
      "width \(width) cannot be shared evenly among \(heads) heads: choose a multiple of \(heads), "
        + "such as \(max(1, width / heads) * heads)"
    case .dropoutOutOfRange(let dropout):
      "dropout \(Double(dropout)) is not in 0..<1: choose 0 for none, or a share such as 0.1"
    case .tooLarge(let needed, let limit):
      "the model needs \(Self.megabytes(needed)) MB of memory and \(Self.megabytes(limit)) MB are "
        + "allowed: choose a smaller width, context, batch or vocabulary, or fewer layers"
    case .beyondAddressing:
      "sizes this large cannot be addressed: choose smaller ones"
    }
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + 999_999) / 1_000_000 }
}

extension Configuration {
  /// Checks that a model of these sizes exists and fits.
  ///
  /// - Parameters:
  ///   - memoryLimit: bytes that training may take; nil checks the sizes only.
  ///   - batch: sequences of one step.
  /// - Throws: the first fault found, in the order of the error's cases.
  public func validate(
    memoryLimit: Int? = nil, batch: Int = 1
  ) throws(ConfigurationError) {
    let sizes = [
      ("the number of layers", layerCount), ("the number of heads", headCount),
      ("the width", width),
      ("the context length", contextLength), ("the batch", batch),
    ]
    for (name, value) in sizes where value < 1 {
      throw .notPositive(name: name, value: value)
    }
    guard vocabularySize >= 2 else { throw .vocabularyTooSmall(vocabularySize) }
    guard width.isMultiple(of: headCount) else {
      throw .widthNotMultipleOfHeads(width: width, heads: headCount)
    }
    guard dropout >= 0, dropout < 1 else { throw .dropoutOutOfRange(dropout) }
    let needed = trainingBytes(batch: batch)
    // Beyond 2⁴⁰ values a product of sizes could leave Int; Double shows it first.
    guard needed < 0x1p42, needed < Double(Int.max / 2) else { throw .beyondAddressing }
    if let memoryLimit, needed > Double(memoryLimit) {
      throw .tooLarge(neededBytes: Int(needed), limitBytes: memoryLimit)
    }
  }

  /// Bytes that training takes: parameters, their packed copy, gradients and two moments, and the
  /// activations of one batch with their gradients.
  private func trainingBytes(batch: Int) -> Double {
    let (l, h, c) = (Double(layerCount), Double(headCount), Double(width))
    let (t, v) = (Double(contextLength), Double(vocabularySize))
    let parameters = (tiesOutput ? v : 2 * v) * c + t * c + l * (12 * c * c + 13 * c) + 2 * c
    let perToken = l * (26 * c + h * t + 8) + 6 * c + 2 * v
    return 4 * (5 * parameters + Double(batch) * t * perToken)
  }
}
