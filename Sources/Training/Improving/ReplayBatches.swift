import Dataset
import Tokenization

/// Batches of which the first rows hold new examples and the others documents that were learned before.
///
/// What a model does not meet again it forgets, since every weight serves many answers at once; so
/// old documents are mixed in (rehearsal, or replay).
/// - SeeAlso: McCloskey & Cohen 1989, "Catastrophic interference in connectionist networks"; Robins
///   1995, "Catastrophic forgetting, rehearsal and pseudorehearsal".
public struct ReplayBatches: BatchSource, Sendable {
  public let separator: Int32? = SpecialToken.end.rawValue
  public let identity: String
  /// Rows of a batch that hold examples; all others are replayed.
  public let exampleRows: Int
  private let context: Int
  private var examples: BatchSampler
  /// Nil where nothing is replayed.
  private var replayed: BatchSampler?

  /// - Parameters:
  ///   - examples: what is to be learned; they come again and again.
  ///   - replayed: documents learned before.
  ///   - batch: rows a batch.
  ///   - exampleRows: how many of them hold examples, 1 to `batch`; with `batch` nothing is replayed.
  ///   - context: tokens a row.
  /// - Throws: ``TrainingError/tooLittleData(tokens:needed:)`` when there is nothing to learn from.
  public init(
    examples: [TokenizedDocument], replayed: [TokenizedDocument], batch: Int, exampleRows: Int,
    context: Int, seed: UInt64
  ) throws(TrainingError) {
    precondition((1...batch).contains(exampleRows), "\(exampleRows) rows of \(batch)")
    try Self.require(examples)
    if exampleRows < batch { try Self.require(replayed) }
    identity = Training.identity(of: (examples + replayed).lazy.flatMap(\.tokens))
    self.exampleRows = exampleRows
    self.context = context
    self.examples = BatchSampler(
      documents: examples, batch: exampleRows, context: context, seed: seed)
    self.replayed =
      exampleRows == batch
      ? nil
      : BatchSampler(
        documents: replayed, batch: batch - exampleRows, context: context, seed: seed &+ 1)
  }

  private static func require(_ documents: [TokenizedDocument]) throws(TrainingError) {
    guard documents.contains(where: { $0.tokenCount > 1 }) else {
      throw .tooLittleData(tokens: documents.reduce(0) { $0 + $1.tokenCount }, needed: 2)
    }
  }

  public mutating func next(
    inputs: UnsafeMutableBufferPointer<Int32>, targets: UnsafeMutableBufferPointer<Int32>
  ) {
    let border = exampleRows * context
    examples.next(
      inputs: .init(rebasing: inputs[..<border]), targets: .init(rebasing: targets[..<border]))
    replayed?.next(
      inputs: .init(rebasing: inputs[border...]), targets: .init(rebasing: targets[border...]))
  }

  public var checkpointState: [UInt64] {
    get {
      ([examples.state] + [replayed?.state].compactMap(\.self)).flatMap {
        [UInt64($0.epoch), UInt64($0.row)]
      }
    }
    set {
      let words = replayed == nil ? 2 : 4
      precondition(
        newValue.count == words, "the state has \(words) words, not \(newValue.count)")
      examples.state = .init(epoch: Int(newValue[0]), row: Int(newValue[1]))
      replayed?.state = .init(epoch: Int(newValue[2]), row: Int(newValue[3]))
    }
  }
}
