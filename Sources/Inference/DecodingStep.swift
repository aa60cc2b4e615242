import Numerics
import Transformer

/// One token through all layers, with the keys and values of the earlier ones at hand.
///
/// The same operations as in `Transformer`, for a single row: each matrix product is a product of that row with a
/// matrix, so the time is that of reading the parameters once.
final class DecodingStep {
  /// One block's parameters.
  private struct Block {
    let norm1: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)
    let norm2: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)
    let attention: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)  // [C, 3C]
    let projection: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)  // [C, C]
    let expand: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)  // [C, 4C]
    let contract: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)  // [4C, C]
  }

  private let configuration: Configuration
  private let cache: KeyValueCache
  private let pool: WorkerPool
  private let serial = WorkerPool(threadCount: 1)
  private let parameters: Parameters
  private let blocks: [Block]
  private let finalNorm: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)
  private let tokenTable: UnsafePointer<Float>  // [V, C]
  private let positionTable: UnsafePointer<Float>  // [T, C]

  private let arena: UnsafeMutablePointer<Float>
  private let residual: UnsafeMutablePointer<Float>  // (C)
  private let normalized: UnsafeMutablePointer<Float>  // (C)
  private let queryKeyValue: UnsafeMutablePointer<Float>  // (3C)
  private let mixed: UnsafeMutablePointer<Float>  // (C)
  private let hidden: UnsafeMutablePointer<Float>  // (4C)
  private let scores: UnsafeMutablePointer<Float>  // (H, T)
  private let statistics: UnsafeMutablePointer<Float>  // (2)
  private let logits: UnsafeMutablePointer<Float>  // (V)

  init(parameters: Parameters, cache: KeyValueCache, pool: WorkerPool) {
    self.parameters = parameters
    self.cache = cache
    self.pool = pool
    configuration = parameters.configuration
    func pointer(_ name: String) -> UnsafePointer<Float> {
      UnsafePointer(parameters.tensor(name).baseAddress!)
    }
    func pair(_ name: String) -> (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>) {
      (pointer(name + ".weight"), pointer(name + ".bias"))
    }
    blocks = (0..<configuration.layerCount).map { layer in
      Block(
        norm1: pair("h.\(layer).ln_1"), norm2: pair("h.\(layer).ln_2"),
        attention: pair("h.\(layer).attn.c_attn"), projection: pair("h.\(layer).attn.c_proj"),
        expand: pair("h.\(layer).mlp.c_fc"), contract: pair("h.\(layer).mlp.c_proj"))
    }
    finalNorm = pair("ln_f")
    tokenTable = pointer("wte.weight")
    positionTable = pointer("wpe.weight")
    let c = configuration.width
    let lengths = [
      c, c, 3 * c, c, 4 * c, configuration.headCount * configuration.contextLength, 2,
      configuration.vocabularySize,
    ].map { ($0 + 15) / 16 * 16 }
    let total = lengths.reduce(0, +)
    arena = .allocate(capacity: total)
    arena.initialize(repeating: 0, count: total)
    var starts: [UnsafeMutablePointer<Float>] = []
    var offset = 0
    for length in lengths {
      starts.append(arena + offset)
      offset += length
    }
    (residual, normalized, queryKeyValue, mixed) = (starts[0], starts[1], starts[2], starts[3])
    (hidden, scores, statistics, logits) = (starts[4], starts[5], starts[6], starts[7])
  }

  deinit { arena.deallocate() }

  /// Leaves the residual stream of this token after the last block.
  func run(token: Int32, position: Int) {
    let c = configuration.width
    Reductions.add(
      tokenTable + Int(token) * c, positionTable + position * c, into: residual, count: c)
    for (layer, block) in blocks.enumerated() {
      normalize(block.norm1)
      MatrixVector.multiply(
        normalized, block.attention.weight, depth: c, columns: 3 * c, bias: block.attention.bias,
        addend: nil, into: queryKeyValue, pool)
      cache.store(
        layer: layer, position: position, key: queryKeyValue + c, value: queryKeyValue + 2 * c)
      attend(layer: layer, visible: position + 1)
      MatrixVector.multiply(
        mixed, block.projection.weight, depth: c, columns: c, bias: block.projection.bias,
        addend: residual, into: residual, pool)
      normalize(block.norm2)
      MatrixVector.multiply(
        normalized, block.expand.weight, depth: c, columns: 4 * c, bias: block.expand.bias,
        addend: nil, into: hidden, pool)
      GeluKernel.forward(hidden, hidden, count: 4 * c)
      MatrixVector.multiply(
        hidden, block.contract.weight, depth: 4 * c, columns: c, bias: block.contract.bias,
        addend: residual, into: residual, pool)
    }
  }

  /// What the residual stream says about the next token, `[vocabulary]`.
  func readLogits() -> UnsafeBufferPointer<Float> {
    normalize(finalNorm)
    MatrixVector.multiplyTransposed(
      normalized, tokenTable, rows: configuration.vocabularySize, depth: configuration.width,
      into: logits, pool)
    return UnsafeBufferPointer(start: logits, count: configuration.vocabularySize)
  }

  private func normalize(_ norm: (weight: UnsafePointer<Float>, bias: UnsafePointer<Float>)) {
    LayerNormKernel.forward(
      rows: 0..<1, width: configuration.width, epsilon: Configuration.normalizationEpsilon,
      input: residual, weight: norm.weight, bias: norm.bias, mean: statistics,
      scale: statistics + 1, normalized: normalized)
  }

  /// `softmax(q·kᵀ / √D)·v` of each head over the visible positions.
  private func attend(layer: Int, visible: Int) {
    let width = configuration.headWidth
    let scale = 1 / Float(width).squareRoot()
    for head in 0..<configuration.headCount {
      let line = scores + head * configuration.contextLength
      let start = cache.start(layer: layer, head: head)
      MatrixVector.multiplyTransposed(
        queryKeyValue + head * width, cache.keys + start, rows: visible, depth: width, into: line,
        serial)
      for place in 0..<visible { line[place] *= scale }
      SoftmaxKernel.forward(line, line, count: visible)
      MatrixVector.multiply(
        line, cache.values + start, depth: visible, columns: width, bias: nil, addend: nil,
        into: mixed + head * width, serial)
    }
  }
}
