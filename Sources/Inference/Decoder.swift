import Names
import Numerics
import Transformer

/// The layers of the model as inference walks through them, with their working memory.
///
/// The operations of `Transformer` without what the backward pass would need.
final class Decoder {
  /// Floats of a block below which waking another thread costs more than it saves.
  private static let sharingThreshold = 1 << 17

  let configuration: Configuration
  /// Positions of a prompt that pass through the layers together, at most.
  let rowLimit: Int

  private let pool: WorkerPool
  /// How the threads go through the blocks together with a single token.
  private let walk: StagedWork
  private let cache: KeyValueCache
  private let blocks: [DecoderBlock]
  private let shares: [Share]  // (stage of that walk, thread)
  private let finalNorm: DecoderBlock.Normalization
  private let unembedding: PanelMatrix  // [C, V]
  /// The panels of all blocks and of the unembedding, in the order in which they are read.
  private let panels: UnsafeMutablePointer<Float>
  private let tokenTable: UnsafePointer<Float>  // (V, C)
  private let outputTable: UnsafePointer<Float>  // (V, C)
  private let positionTable: UnsafePointer<Float>  // (T, C)

  // A single row's results are stored in whole vectors, so each buffer ends on one.
  private let residual: UnsafeMutablePointer<Float>  // (rows, C)
  private let normalized: UnsafeMutablePointer<Float>  // (rows, C)
  private let queryKeyValue: UnsafeMutablePointer<Float>  // (rows, 3C)
  private let mixed: UnsafeMutablePointer<Float>  // (rows, C)
  private let hidden: UnsafeMutablePointer<Float>  // (rows, 4C)
  private let statistics: UnsafeMutablePointer<Float>  // (2, rows)
  private let sinks: UnsafeMutablePointer<Float>  // (parts, 16), of who waits and of who works
  private let scores: UnsafeMutablePointer<Float>  // (H, scoreCount)
  private let scoreCount: Int
  private let logits: UnsafeMutablePointer<Float>  // (V)

  init(_ parameters: Parameters, _ pool: WorkerPool) {
    self.pool = pool
    configuration = parameters.configuration
    let (c, v) = (configuration.width, configuration.vocabularySize)
    func pointer(_ name: String) -> UnsafePointer<Float> {
      UnsafePointer(parameters.tensor(name).baseAddress.unsafelyUnwrapped)
    }
    cache = KeyValueCache(configuration)
    let blockCount = DecoderBlock.floatCount(configuration)
    let perBlock = blockCount + 2 * configuration.contextLength * c
    walk = StagedWork(
      taskCount: perBlock < Self.sharingThreshold ? 1 : pool.threadCount, pool)
    panels = allocateZeros(
      configuration.layerCount * blockCount + PanelMatrix.floatCount(depth: c, columns: v))
    var memory = panels
    var blocks: [DecoderBlock] = []
    for layer in 0..<configuration.layerCount {
      blocks.append(DecoderBlock(layer, parameters, memory: &memory))
    }
    self.blocks = blocks
    shares = Self.shares(of: blocks, configuration, parts: walk.taskCount)
    finalNorm = DecoderBlock.Normalization(
      weight: pointer("ln_f.weight"), bias: pointer("ln_f.bias"), width: c)
    unembedding = PanelMatrix(depth: c, columns: v, memory: &memory)
    tokenTable = pointer("wte.weight")
    outputTable = pointer(configuration.outputTensor)
    positionTable = pointer("wpe.weight")
    rowLimit = min(configuration.contextLength, 128)
    let rows = max(rowLimit, walk.taskCount)
    residual = allocateZeros(padded(rowLimit * c))
    normalized = allocateZeros(padded(rows * c))
    queryKeyValue = allocateZeros(
      max(rowLimit * 3 * c, configuration.headCount * DecoderBlock.headColumns(configuration)))
    mixed = allocateZeros(padded(rowLimit * c))
    hidden = allocateZeros(padded(rowLimit * 4 * c))
    statistics = allocateZeros(2 * rows)
    sinks = allocateZeros(16 * walk.taskCount)
    scoreCount = padded(configuration.contextLength) + padded(configuration.headWidth)
    scores = allocateZeros(configuration.headCount * scoreCount)
    logits = allocateZeros(padded(v))
  }

  deinit {
    for buffer in [
      panels, residual, normalized, queryKeyValue, mixed, hidden, statistics, sinks, scores,
      logits,
    ] {
      UnsafeMutableRawPointer(buffer).deallocate()
    }
  }

  /// Brings the parameters, as they are now, into the order in which they are read.
  func pack() {
    for block in blocks { block.pack(pool) }
    unembedding.pack(
      outputTable, rowStride: 1, columnStride: configuration.width, bias: nil, pool)
  }

  /// The same of the output projections of some parts alone.
  func pack(projectionsOf parts: [RemovedPart]) {
    for part in parts {
      let block = blocks[part.layer]
      (part.part == .mlp ? block.mlpProjection : block.attentionProjection).pack(pool)
    }
  }

  /// Keeps the keys and values that a model's last pass over one sequence left of its first positions.
  func take(_ count: Int, from model: Model) {
    let c = configuration.width
    pool.run(blocks.count) { layer in
      let rows = model.queriesKeysValues(layer, ofFirst: count)
      for position in 0..<count {
        let row = rows + position * 3 * c
        cache.append(layer: layer, position: position, key: row + c, value: row + 2 * c)
      }
    }
  }

  /// Takes in one token: a walk over all parameters, a few stages for each block.
  func run(_ token: Int32, position: Int) {
    embed(token, position: position, row: 0)
    let stageCount = DecoderBlock.Stage.allCases.count
    walk.run(stages: stageCount * blocks.count) { stage, part in
      let (layer, step) = stage.quotientAndRemainder(dividingBy: stageCount)
      let block = blocks[layer]
      let share = shares[stage * walk.taskCount + part]
      // Each thread normalizes for itself: that is faster than to wait for one that does.
      let x = normalized + part * configuration.width
      switch DecoderBlock.Stage(rawValue: step).unsafelyUnwrapped {
      case .attention:
        block.attentionNorm.apply(residual, rows: 1, statistics: statistics + 2 * part, into: x)
        attend(share, x, layer: layer, position: position, sink: sinks + 16 * part + 1)
      case .attentionProjection:
        block.attentionProjection.panels.multiply(
          panels: share.panels, mixed, addend: residual, into: residual)
      case .expansion:
        block.mlpNorm.apply(residual, rows: 1, statistics: statistics + 2 * part, into: x)
        block.expansion.panels.multiply(panels: share.panels, x, finish: .gelu, into: hidden)
      case .mlpProjection:
        block.mlpProjection.panels.multiply(
          panels: share.panels, hidden, addend: residual, into: residual)
      }
    } ahead: { stage, part, step in
      shares[stage * walk.taskCount + part].streams.readAhead(
        step: step, sink: sinks + 16 * part)
    }
  }

  /// The weights that one thread reads in one stage of a token's walk.
  private struct Share {
    let panels: Range<Int>
    /// Panels that are multiplied at a time.
    let unit: Int
    /// Those of the first such panels.
    let streams: PanelMatrix.Streams
  }

  /// About as much for each thread; of queries, keys and values those of whole heads, one head at a
  /// time where its panels fill all streams.
  private static func shares(
    of blocks: [DecoderBlock], _ configuration: Configuration, parts: Int
  ) -> [Share] {
    let panelsOfHead = DecoderBlock.headColumns(configuration) / PanelMatrix.panelWidth
    return blocks.flatMap { block in
      DecoderBlock.Stage.allCases.flatMap { stage in
        (0..<parts).map { part in
          let matrix = block.map(of: stage).panels
          let isAttention = stage == .attention
          let panels = matrix.share(
            part, of: parts, unit: isAttention ? panelsOfHead : PanelMatrix.streams)
          let byHead = isAttention && panelsOfHead.isMultiple(of: PanelMatrix.streams)
          let unit = byHead ? panelsOfHead : panels.count
          return Share(
            panels: panels, unit: unit, streams: matrix.streams(of: panels.prefix(unit)))
        }
      }
    }
  }

  /// Query, key and value of the newest position in some heads, and their attention.
  ///
  /// Where that is done head by head, what a head has kept is read ahead beside its weights.
  /// - Parameter x: the normalized residual stream.
  private func attend(
    _ share: Share, _ x: UnsafePointer<Float>, layer: Int, position: Int,
    sink: UnsafeMutablePointer<Float>
  ) {
    let d = configuration.headWidth
    let columns = DecoderBlock.headColumns(configuration)
    let panelsOfHead = columns / PanelMatrix.panelWidth
    for first in stride(
      from: share.panels.lowerBound, to: share.panels.upperBound, by: max(1, share.unit))
    {
      let heads = first / panelsOfHead..<(first + share.unit) / panelsOfHead
      let kept = cache.kept(layer: layer, head: heads.lowerBound, visible: position)
      blocks[layer].queryKeyValue.panels.multiply(
        panels: first..<first + share.unit, x,
        ahead: heads.count == 1 ? ReadAhead(kept, sink: sink) : nil, into: queryKeyValue)
      for head in heads {
        let query = queryKeyValue + head * columns
        cache.append(
          layer: layer, head: head, position: position, key: query + d, value: query + 2 * d)
        cache.attend(
          layer: layer, head: head, visible: position + 1, query: query,
          scores: scores + head * scoreCount, into: mixed + head * d)
      }
    }
  }

  /// Takes in up to `rowLimit` tokens at once.
  func run(_ tokens: UnsafeBufferPointer<Int32>, position: Int) {
    let c = configuration.width
    let rows = tokens.count
    for row in 0..<rows { embed(tokens[row], position: position + row, row: row) }
    for (layer, block) in blocks.enumerated() {
      block.attentionNorm.apply(residual, rows: rows, statistics: statistics, into: normalized)
      block.queryKeyValue.multiply(normalized, rows: rows, into: queryKeyValue, pool)
      for row in 0..<rows {
        let start = queryKeyValue + row * 3 * c
        cache.append(
          layer: layer, position: position + row, key: start + c, value: start + 2 * c)
      }
      attend(layer: layer, position: position, rows: rows)
      block.attentionProjection.multiply(mixed, rows: rows, addend: residual, into: residual, pool)
      block.mlpNorm.apply(residual, rows: rows, statistics: statistics, into: normalized)
      block.expansion.multiply(normalized, rows: rows, into: hidden, pool)
      pool.run(rows) { row in
        GeluKernel.forward(hidden + row * 4 * c, hidden + row * 4 * c, count: 4 * c)
      }
      block.mlpProjection.multiply(hidden, rows: rows, addend: residual, into: residual, pool)
    }
  }

  /// What the residual stream of this row says about the next token, `[vocabulary]`.
  func readLogits(row: Int) -> UnsafeBufferPointer<Float> {
    finalNorm.apply(
      residual + row * configuration.width, rows: 1, statistics: statistics, into: normalized)
    unembedding.multiply(normalized, into: logits, pool)
    return UnsafeBufferPointer(start: logits, count: configuration.vocabularySize)
  }

  private func embed(_ token: Int32, position: Int, row: Int) {
    let c = configuration.width
    Reductions.add(
      tokenTable + Int(token) * c, positionTable + position * c, into: residual + row * c, count: c)
  }

  /// Attention of each row to the positions up to its own, shared out by head.
  private func attend(layer: Int, position: Int, rows: Int) {
    let (c, heads) = (configuration.width, configuration.headCount)
    func attend(head: Int) {
      for row in 0..<rows {
        let start = head * configuration.headWidth
        cache.attend(
          layer: layer, head: head, visible: position + row + 1,
          query: queryKeyValue + (row * 3 * c + start), scores: scores + head * scoreCount,
          into: mixed + (row * c + start))
      }
    }
    // Below this many products, waking another thread costs more than it saves.
    if pool.threadCount == 1 || rows * (position + rows) * c < 1 << 15 {
      for head in 0..<heads { attend(head: head) }
    } else {
      pool.run(heads) { head in attend(head: head) }
    }
  }
}
