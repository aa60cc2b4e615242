import Numerics

/// Memory for the weights of all linear maps in the order that products read.
///
/// Several threads find every weight packed and each map has its own room. A single thread packs a
/// weight right before it is read, always into the same memory, which therefore stays in the
/// cache.
struct PackedWeights {
  /// The two maps of one part of a block are packed at the same time.
  enum Room: Int {
    case first, second
  }

  private let shared: [PackedMatrix]

  var areShared: Bool { !shared.isEmpty }

  init(_ configuration: Configuration, areShared: Bool) {
    let c = configuration.width
    let widest = max(4 * c, configuration.vocabularySize)
    shared =
      areShared
      ? [
        PackedMatrix(for: [(c, widest), (widest, c)]),
        PackedMatrix(for: [(4 * c, c), (c, 4 * c)]),
      ] : []
  }

  func matrix(_ inputWidth: Int, _ outputWidth: Int, _ room: Room) -> PackedMatrix {
    areShared
      ? shared[room.rawValue]
      : PackedMatrix(for: [(inputWidth, outputWidth), (outputWidth, inputWidth)])
  }
}

/// The packing of all weights before a walk, cut into tasks of similar size.
///
/// It is for several threads. Weights that share their room are packed on the walk.
struct PackingPlan {
  private let linears: [Linear]
  private let tasks: [(linear: Int, panels: Range<Int>)]
  private let isTransposed: Bool

  init(_ all: [Linear], transposed: Bool) {
    let linears = all.filter { !$0.sharesPacked }
    self.linears = linears
    isTransposed = transposed
    var tasks: [(linear: Int, panels: Range<Int>)] = []
    for (index, linear) in linears.enumerated() {
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
    for linear in linears {
      if isTransposed {
        linear.packed.reshape(depth: linear.outputWidth, columns: linear.inputWidth)
      } else {
        linear.packed.reshape(depth: linear.inputWidth, columns: linear.outputWidth)
      }
    }
    pool.run(tasks.count) { task in
      let (index, panels) = tasks[task]
      let linear = linears[index]
      let view = isTransposed ? linear.weight.transposed : linear.weight
      for panel in panels { linear.packed.pack(panel: panel, of: view) }
    }
  }
}
