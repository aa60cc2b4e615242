import Numerics
import Tokenization

/// Deals out the training documents in rows of a batch, epoch after epoch.
///
/// A row of `context + 1` tokens is filled with whole documents, in an order shuffled anew each epoch; among
/// the next few documents the first that still fits comes next. A document that is too long for a row begins
/// at the end of one and goes on at the start of the next ones, in pieces that overlap by one token; where it
/// is cut first is drawn anew each epoch. So a document is followed by another only where it has ended. Every
/// step from one token of a document to the next is asked for exactly once an epoch. What stays empty at the
/// end of a row is filled with `<|end|>` and not asked for.
public struct BatchSampler: Sendable {
  /// Rows dealt so far: enough to go on after an interruption.
  public struct State: Sendable, Equatable {
    public var epoch: Int
    /// Rows of this epoch that have been dealt.
    public var row: Int

    public init(epoch: Int, row: Int) {
      self.epoch = epoch
      self.row = row
    }
  }

  /// What fills the rest of a row: the id of `<|end|>`.
  static let padding = SpecialToken.end.rawValue
  /// The target where nothing is asked for.
  public static let ignored: Int32 = -1

  public let batch: Int
  public let context: Int
  private let documents: [TokenizedDocument]
  private let leftOut: Set<Int>
  private let seed: UInt64
  private var current: State
  private var plan: EpochPlan

  /// - Parameters:
  ///   - leftOut: documents, as places among all, that nobody is to read. Where one would stand, the row
  ///     stays blank and nothing is asked for; every other document stands where it stands without this.
  ///   - batch: rows a batch.
  ///   - context: tokens a row.
  public init(
    documents: [TokenizedDocument], leavingOut leftOut: Set<Int> = [], batch: Int, context: Int,
    seed: UInt64
  ) {
    precondition(batch > 0 && context > 0, "batch \(batch), context \(context)")
    precondition(
      documents.contains { $0.tokenCount > 1 }, "no document of two tokens or more to sample")
    self.documents = documents
    self.leftOut = leftOut
    self.batch = batch
    self.context = context
    self.seed = seed
    current = State(epoch: 0, row: 0)
    plan = EpochPlan(documents, context: context, seed: seed, epoch: 0)
  }

  /// Rows of the epoch at hand.
  public var rowsPerEpoch: Int { plan.rowCount }

  /// Where the sampler stands. Setting it goes on from there to the same batches.
  public var state: State {
    get { current }
    set {
      precondition(newValue.epoch >= 0, "epoch \(newValue.epoch)")
      if newValue.epoch != current.epoch {
        plan = EpochPlan(documents, context: context, seed: seed, epoch: newValue.epoch)
      }
      precondition(
        (0..<plan.rowCount).contains(newValue.row),
        "row \(newValue.row) of \(plan.rowCount) in epoch \(newValue.epoch)")
      current = newValue
    }
  }

  /// Fills the next batch.
  /// - Parameters:
  ///   - inputs: token ids, `[batch, context]`.
  ///   - targets: the ids that follow them, `[batch, context]`; `ignored` where nothing does.
  public mutating func next(
    inputs: UnsafeMutableBufferPointer<Int32>, targets: UnsafeMutableBufferPointer<Int32>
  ) {
    precondition(
      inputs.count == batch * context && targets.count == batch * context,
      "inputs \(inputs.count), targets \(targets.count), batch [\(batch), \(context)]")
    for row in 0..<batch {
      fill(row, with: plan[current.row], inputs, targets)
      current.row += 1
      if current.row == plan.rowCount {
        current = State(epoch: current.epoch + 1, row: 0)
        plan = EpochPlan(documents, context: context, seed: seed, epoch: current.epoch)
      }
    }
  }

  private func fill(
    _ row: Int, with pieces: some Sequence<EpochPlan.Piece>,
    _ inputs: UnsafeMutableBufferPointer<Int32>,
    _ targets: UnsafeMutableBufferPointer<Int32>
  ) {
    let base = row * context
    for place in 0..<context {
      inputs[base + place] = Self.padding
      targets[base + place] = Self.ignored
    }
    var place = 0
    var wasRead = true
    for piece in pieces {
      let isRead = !leftOut.contains(piece.document)
      for token in documents[piece.document].tokens(piece.tokens) {
        if isRead, place < context { inputs[base + place] = token }
        if isRead, wasRead, place > 0 { targets[base + place - 1] = token }
        wasRead = isRead
        place += 1
      }
    }
  }
}

/// One batch as plain values, as a recording keeps it.
public struct Batch: Sendable, Equatable {
  /// `[batch][context]`
  public var inputs: [[Int32]]
  /// `[batch][context]`, the inputs shifted by one; `BatchSampler.ignored` where nothing is asked.
  public var targets: [[Int32]]

  public init(inputs: [[Int32]], targets: [[Int32]]) {
    self.inputs = inputs
    self.targets = targets
  }
}

extension BatchSampler {
  /// The next batch as plain values.
  public mutating func nextBatch() -> Batch {
    var inputs = [Int32](repeating: 0, count: batch * context)
    var targets = inputs
    inputs.withUnsafeMutableBufferPointer { inputs in
      targets.withUnsafeMutableBufferPointer { next(inputs: inputs, targets: $0) }
    }
    let starts = stride(from: 0, to: batch * context, by: context)
    return Batch(
      inputs: starts.map { Array(inputs[$0..<$0 + context]) },
      targets: starts.map { Array(targets[$0..<$0 + context]) })
  }
}
