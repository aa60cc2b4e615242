import Dataset
import Tokenization

/// Batches of whole documents, epoch after epoch.
public struct DocumentBatches: BatchSource, Sendable {
  public let separator: Int32? = SpecialToken.end.rawValue
  public let identity: String
  private var sampler: BatchSampler

  /// - Parameter leftOut: documents, as places among all, whose places stay blank.
  /// - Throws: ``TrainingError/tooLittleData(tokens:needed:)`` when no document that is read has two tokens.
  public init(
    documents: [TokenizedDocument], leavingOut leftOut: Set<Int> = [], batch: Int, context: Int,
    seed: UInt64
  ) throws(TrainingError) {
    let read = documents.indices.lazy.filter { !leftOut.contains($0) }.map { documents[$0] }
    guard read.contains(where: { $0.tokenCount > 1 }) else {
      throw .tooLittleData(tokens: read.reduce(0) { $0 + $1.tokenCount }, needed: 2)
    }
    identity = Training.identity(of: read.flatMap(\.tokens))
    sampler = BatchSampler(
      documents: documents, leavingOut: leftOut, batch: batch, context: context, seed: seed)
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
