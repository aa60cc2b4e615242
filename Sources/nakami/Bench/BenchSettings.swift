import Foundation
import Numerics
import Transformer

/// What the caller wants to have measured.
struct BenchSettings {
  /// Named shapes of the training step, from small to large.
  static let shapes: [(name: String, shape: Shape)] = [
    ("A", Shape(layers: 4, heads: 4, width: 128, context: 64, batch: 12, vocabulary: 65)),
    ("B", Shape(layers: 4, heads: 4, width: 128, context: 128, batch: 16, vocabulary: 512)),
    ("C", Shape(layers: 6, heads: 6, width: 192, context: 128, batch: 16, vocabulary: 1024)),
    ("D", Shape(layers: 6, heads: 6, width: 384, context: 256, batch: 4, vocabulary: 65)),
  ]

  struct Shape {
    var layers = 4
    var heads = 4
    var width = 128
    var context = 64
    var batch = 12
    var vocabulary = 65

    var configuration: Configuration {
      Configuration(
        layerCount: layers, headCount: heads, width: width, contextLength: context,
        vocabularySize: vocabulary)
    }

    var tokens: Int { batch * context }

    /// Multiplications and additions of one training step: forward 2, backward 4 for each weight
    /// and token, and attention's two products without the masked half.
    var operationsPerStep: Double {
      let weights = 6 * Double(configuration.parameterCount) * Double(tokens)
      let pairs = Double(batch) * Double(context) * Double(context + 1) / 2
      return weights + 12 * Double(layers) * Double(width) * pairs
    }
  }

  /// The shape that was asked for; nil for the named ones.
  let shape: Shape?
  let threads: Int
  let seconds: Double
  let size: Int?
  let isJSON: Bool
  let arguments: Arguments

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    let names = ["--layers", "--heads", "--width", "--context", "--batch", "--vocabulary"]
    if names.contains(where: { arguments.string($0) != nil }) {
      var shape = Shape()
      shape.layers = try arguments.integer("--layers", in: 1...512) ?? shape.layers
      shape.heads = try arguments.integer("--heads", in: 1...512) ?? shape.heads
      shape.width = try arguments.integer("--width", in: 1...65_536) ?? shape.width
      shape.context = try arguments.integer("--context", in: 1...65_536) ?? shape.context
      shape.batch = try arguments.integer("--batch", in: 1...65_536) ?? shape.batch
      shape.vocabulary =
        try arguments.integer("--vocabulary", in: 2...1_000_000) ?? shape.vocabulary
      try Self.check(shape.configuration, batch: shape.batch)
      self.shape = shape
    } else {
      shape = nil
    }
    threads = try Threads.count(arguments)
    seconds = try arguments.number("--seconds", in: 0.01...600) ?? 2
    size = try arguments.integer("--size", in: 1...16_384)
    isJSON = arguments.has("--json")
  }

  /// Refuses shapes of which no model can be made, or none that fits three quarters of the
  /// machine's memory.
  static func check(_ configuration: Configuration, batch: Int) throws(CommandError) {
    do {
      let memory = Int(ProcessInfo.processInfo.physicalMemory / 4 * 3)
      try configuration.validate(memoryLimit: memory, batch: batch)
    } catch {
      throw .usage(en: error.text(.english), ja: error.text(.japanese))
    }
  }

  var pool: WorkerPool { WorkerPool(threadCount: threads) }

  /// Gigaflops that nothing on this machine can exceed with that many threads.
  func peak() -> Double { FloatingPointPeak.gigaflops(threads: threads) }
}
