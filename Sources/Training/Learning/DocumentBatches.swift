import Dataset
import Tokenization

/// Batches of whole documents, epoch after epoch.
public struct DocumentBatches: BatchSource, Sendable {
  public let separator: Int32? = SpecialToken.end.rawValue
  public let identity: String
  private var sampler: BatchSampler

  /// - Throws: ``TrainingError/tooLittleData(tokens:needed:)`` when no document has two tokens.
  public init(
    documents: [TokenizedDocument], batch: Int, context: Int, seed: UInt64
  ) throws(TrainingError) {
    guard documents.contains(where: { $0.tokens.count > 1 }) else {
      throw .tooLittleData(tokens: documents.reduce(0) { $0 + $1.tokens.count }, needed: 2)
    }
    identity = Training.identity(of: documents.lazy.flatMap(\.tokens))
    sampler = BatchSampler(documents: documents, batch: batch, context: context, seed: seed)
  }

  public mutating func next(
    inputs: UnsafeMutableBufferPointer<Int32>, targets: UnsafeMutableBufferPointer<Int32>
  ) {
    sampler.next(inputs: inputs, targets: targets)
  }

  public var checkpointState: [UInt64] {
    get { [UInt64(sampler.state.epoch), UInt64(sampler.state.row)] }
    set {
      precondition(
        newValue.count == 2, "a document sampler has 2 words of state, not \(newValue.count)")
      sampler.state = .init(epoch: Int(newValue[0]), row: Int(newValue[1]))
    }
  }
}
