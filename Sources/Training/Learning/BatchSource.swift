import Dataset
import Numerics

/// Where training gets its batches from: deterministic, and its state can be saved.
public protocol BatchSource {
  /// Fills one batch, row after row; `targets` are the inputs shifted by one.
  mutating func next(
    inputs: UnsafeMutableBufferPointer<Int32>, targets: UnsafeMutableBufferPointer<Int32>)
  /// A token that ends a text: what follows it in a row does not look back beyond it. Nil where rows
  /// are stretches of one long text.
  var separator: Int32? { get }
  /// All that later batches depend on.
  var checkpointState: [UInt64] { get set }
  /// Names the data, so that a run does not go on with other data: its size and a checksum.
  var identity: String { get }
}

/// The number of tokens and a 64-bit checksum over them (FNV-1a).
func identity(of tokens: some Sequence<Int32>) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  var count = 0
  for token in tokens {
    hash = (hash ^ UInt64(UInt32(bitPattern: token))) &* 0x100_0000_01B3
    count += 1
  }
  return "\(count) tokens, checksum " + String(hash, radix: 16)
}

/// Draws sequences from anywhere in one long run of tokens, as nanoGPT does.
///
/// Row after row a start is drawn uniformly from all places where `context + 1` tokens follow.
public struct WindowSampler: BatchSource, Sendable {
  public let tokens: [Int32]
  public let context: Int
  public let separator: Int32? = nil
  public let identity: String
  private var generator: RandomGenerator

  public init(tokens: [Int32], context: Int, seed: UInt64) throws(TrainingError) {
    guard tokens.count > context else {
      throw .tooLittleData(tokens: tokens.count, needed: context + 1)
    }
    self.tokens = tokens
    self.context = context
    identity = Training.identity(of: tokens)
    generator = RandomGenerator(seed: seed)
  }

  public mutating func next(
    inputs: UnsafeMutableBufferPointer<Int32>, targets: UnsafeMutableBufferPointer<Int32>
  ) {
    precondition(
      inputs.count == targets.count && inputs.count % context == 0,
      "inputs [\(inputs.count)] and targets [\(targets.count)] are not whole rows of \(context)")
    for row in 0..<inputs.count / context {
      let start = generator.below(tokens.count - context)
      for place in 0..<context {
        inputs[row * context + place] = tokens[start + place]
        targets[row * context + place] = tokens[start + place + 1]
      }
    }
  }

  public var checkpointState: [UInt64] {
    get {
      let state = generator.state
      return [state.0, state.1, state.2, state.3]
    }
    set {
      precondition(
        newValue.count == 4, "a window sampler has 4 words of state, not \(newValue.count)")
      generator.state = (newValue[0], newValue[1], newValue[2], newValue[3])
    }
  }
}
