import Inference
import Numerics
import Transformer

/// Runs a quantized model token by token with a key/value cache; the weights are never turned back
/// into floats in memory.
public final class QuantizedGenerator: TokenReader {
  public let model: QuantizedModel
  /// Tokens read so far.
  public private(set) var position = 0

  private let size: Configuration
  private let pool: WorkerPool
  private let table: QuantizedMatrix
  private let positions: [Float]
  private let blocks: [Block]
  private let finalNorm: Norm
  private let cache: KeyValueCache
  /// One row each: residual stream, normalized, q k v, mixed values, hidden, scores.
  private let stream: Row
  private let normalized: Row
  private let joint: Row
  private let mixed: Row
  private let hidden: Row
  private let scores: Row
  private let logits: Row

  private typealias Row = UnsafeMutableBufferPointer<Float>

  private struct Norm { var weight: [Float], bias: [Float] }

  private struct Block {
    var first: Norm, second: Norm
    var attention: Linear, attentionProjection: Linear, expansion: Linear, mlpProjection: Linear
  }

  private struct Linear { var matrix: QuantizedMatrix, bias: [Float] }

  public init(_ model: QuantizedModel, pool: WorkerPool) {
    self.model = model
    self.pool = pool
    size = model.configuration
    func norm(_ name: String) -> Norm {
      Norm(weight: model.vectors[name + ".weight"]!, bias: model.vectors[name + ".bias"]!)
    }
    func linear(_ name: String) -> Linear {
      Linear(matrix: model.matrices[name + ".weight"]!, bias: model.vectors[name + ".bias"]!)
    }
    table = model.matrices["wte.weight"]!
    positions = model.vectors["wpe.weight"]!
    blocks = (0..<size.layerCount).map { layer in
      let name = "h.\(layer)."
      return Block(
        first: norm(name + "ln_1"), second: norm(name + "ln_2"),
        attention: linear(name + "attn.c_attn"), attentionProjection: linear(name + "attn.c_proj"),
        expansion: linear(name + "mlp.c_fc"), mlpProjection: linear(name + "mlp.c_proj"))
    }
    finalNorm = norm("ln_f")
    cache = KeyValueCache(size)
    func row(_ count: Int) -> Row {
      let row = Row.allocate(capacity: count)
      row.initialize(repeating: 0)
      return row
    }
    stream = row(size.width)
    normalized = row(size.width)
    joint = row(3 * size.width)
    mixed = row(size.width)
    hidden = row(4 * size.width)
    scores = row(cache.scoreCount)
    logits = row(size.vocabularySize)
  }

  deinit {
    for row in [stream, normalized, joint, mixed, hidden, scores, logits] { row.deallocate() }
  }

  public func reset() { position = 0 }

  /// Reads tokens and returns the logits after the last one, `[vocabulary]`.
  public func process(_ tokens: [Int32]) -> UnsafeBufferPointer<Float> {
    precondition(
      !tokens.isEmpty && position + tokens.count <= size.contextLength,
      "\(tokens.count) tokens from position \(position) of \(size.contextLength)")
    for token in tokens { step(token) }
    apply(finalNorm)
    table.multiply(
      normalized.baseAddress!, bias: nil, addend: nil, into: logits.baseAddress!, pool: pool)
    return UnsafeBufferPointer(logits)
  }

  private func step(_ token: Int32) {
    for k in 0..<size.width {
      stream[k] = table.value(row: k, column: Int(token)) + positions[position * size.width + k]
    }
    for (layer, block) in blocks.enumerated() {
      apply(block.first)
      apply(block.attention, from: normalized, into: joint)
      attend(layer)
      apply(block.attentionProjection, from: mixed, adding: stream, into: stream)
      apply(block.second)
      apply(block.expansion, from: normalized, into: hidden)
      GeluKernel.forward(hidden.baseAddress!, hidden.baseAddress!, count: hidden.count)
      apply(block.mlpProjection, from: hidden, adding: stream, into: stream)
    }
    position += 1
  }

  private func apply(
    _ linear: Linear, from input: Row, adding addend: Row? = nil, into output: Row
  ) {
    linear.bias.withUnsafeBufferPointer { bias in
      linear.matrix.multiply(
        input.baseAddress!, bias: bias.baseAddress!,
        addend: addend.map { UnsafePointer($0.baseAddress!) }, into: output.baseAddress!,
        pool: pool)
    }
  }

  private func apply(_ norm: Norm) {
    var mean: Float = 0
    var scale: Float = 0
    LayerNormKernel.forward(
      rows: 0..<1, width: size.width, epsilon: Configuration.normalizationEpsilon,
      input: stream.baseAddress!, weight: norm.weight, bias: norm.bias, mean: &mean, scale: &scale,
      normalized: normalized.baseAddress!)
  }

  /// Attention of the newest position to all so far, head by head.
  private func attend(_ layer: Int) {
    let (base, width) = (joint.baseAddress!, size.width)
    cache.append(
      layer: layer, position: position, key: base + width, value: base + 2 * width)
    for head in 0..<size.headCount {
      let start = head * size.headWidth
      cache.attend(
        layer: layer, head: head, visible: position + 1, query: base + start,
        scores: scores.baseAddress!, into: mixed.baseAddress! + start)
    }
  }
}
