import Numerics

/// Where products find the weights of a model; the bits are the same.
public enum WeightReading: Sendable {
  /// Packed anew in each pass, since a step of training changes all of them.
  case packedEachPass
  /// Packed each in a room of its own whatever the threads, for passes between which few change.
  case packedAndKept
  /// As they lie: a single pass needs no copy of them.
  case inPlace
}

/// Memory for the weights of all linear maps in the order that products read.
///
/// Several threads find every weight packed and each map has its own room. A single thread packs a
/// weight right before it is read, always into the same memory, which therefore stays in the
/// cache; unless it is to be kept.
struct PackedWeights {
  /// The two maps of one part of a block are packed at the same time.
  enum Room: Int {
    case first, second
  }

  private let shared: [PackedMatrix]
  private let areInPlace: Bool

  var areShared: Bool { !shared.isEmpty }

  init(_ configuration: Configuration, _ reading: WeightReading, threads: Int) {
    areInPlace = reading == .inPlace
    let areShared = reading == .packedEachPass && threads == 1
    let c = configuration.width
    let widest = max(4 * c, configuration.vocabularySize)
    shared =
      areShared
      ? [
        PackedMatrix(for: [(c, widest), (widest, c)]),
        PackedMatrix(for: [(4 * c, c), (c, 4 * c)]),
      ] : []
  }

  /// Nil for a weight that is read as it lies.
  func matrix(_ inputWidth: Int, _ outputWidth: Int, _ room: Room) -> PackedMatrix? {
    if areInPlace { return nil }
    return areShared
      ? shared[room.rawValue]
      : PackedMatrix(for: [(inputWidth, outputWidth), (outputWidth, inputWidth)])
  }
}

/// The packing of all weights before a walk, cut into tasks of similar size.
///
/// It is for several threads. Weights that share their room are packed on the walk.
struct PackingPlan {
  private let linears: [(map: Linear, packed: PackedMatrix)]
  private let tasks: [(linear: Int, panels: Range<Int>)]
  private let isTransposed: Bool

  init(_ all: [Linear], transposed: Bool) {
    var linears: [(map: Linear, packed: PackedMatrix)] = []
    for linear in all where !linear.sharesPacked {
      if let packed = linear.packed { linears.append((linear, packed)) }
    }
    self.linears = linears
    isTransposed = transposed
    var tasks: [(linear: Int, panels: Range<Int>)] = []
    for (index, (linear, _)) in linears.enumerated() {
      let depth = transposed ? linear.outputWidth : linear.inputWidth
      let columns = transposed ? linear.inputWidth : linear.outputWidth
      let count = (columns + 15) / 16
      let share = max(1, (1 << 15) / (depth * 16))
      for start in stride(from: 0, to: count, by: share) {
        tasks.append((index, start..<min(start + share, count)))
      }
    }
    self.tasks = tasks
  }

  func run(_ pool: WorkerPool) {
    for (linear, packed) in linears {
      if isTransposed {
        packed.reshape(depth: linear.outputWidth, columns: linear.inputWidth)
      } else {
        packed.reshape(depth: linear.inputWidth, columns: linear.outputWidth)
      }
    }
    pool.run(tasks.count) { task in
      let (index, panels) = tasks[task]
      let (linear, packed) = linears[index]
      let view = isTransposed ? linear.weight.transposed : linear.weight
      for panel in panels { packed.pack(panel: panel, of: view) }
    }
  }
}
