import Numerics
import Transformer

/// One block's parameters as inference reads them.
final class DecoderBlock {
  /// Weight and bias of a layer normalization, each `[width]`.
  struct Normalization {
    let weight: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    let width: Int

    /// - Parameter statistics: room for the mean and the scale of each row.
    func apply(
      _ input: UnsafePointer<Float>, rows: Int, statistics: UnsafeMutablePointer<Float>,
      into output: UnsafeMutablePointer<Float>
    ) {
      LayerNormKernel.forward(
        rows: 0..<rows, width: width, epsilon: Configuration.normalizationEpsilon, input: input,
        weight: weight, bias: bias, mean: statistics, scale: statistics + rows, normalized: output)
    }
  }

  /// One linear map twice: as it is saved, for prompts, and in panels, for single tokens.
  struct Map {
    let weight: UnsafePointer<Float>  // [depth, columns]
    let bias: UnsafePointer<Float>  // [columns]
    let columns: Int
    let panels: PanelMatrix
    /// Where the panels' columns come from; nil for the order in which they are saved.
    let order: [Int]?

    /// `result = bias + addend + x · W` for several rows; `addend` and `result` have its columns.
    func multiply(
      _ x: UnsafePointer<Float>, rows: Int, addend: UnsafePointer<Float>? = nil,
      into result: UnsafeMutablePointer<Float>, _ pool: WorkerPool
    ) {
      var product = MatrixProduct(
        MatrixView(x, stride: panels.depth), MatrixView(weight, stride: columns),
        rows: rows, columns: columns, depth: panels.depth, into: result, stride: columns)
      product.bias = bias
      if let addend {
        product.addend = addend
        product.addendStride = columns
      }
      product.run(pool)
    }

    func pack(_ pool: WorkerPool) {
      panels.pack(
        weight, rowStride: columns, columnStride: 1, bias: bias, order: order, pool)
    }
  }

  let attentionNorm: Normalization
  /// `[C, 3C]`. Its panels hold query, key and value of one head after the other, so that a thread
  /// finds all that its heads need side by side.
  let queryKeyValue: Map
  let attentionProjection: Map  // [C, C]
  let mlpNorm: Normalization
  let expansion: Map  // [C, 4C]
  let mlpProjection: Map  // [4C, C]

  /// The steps of a single token through a block; each needs all of the one before.
  enum Stage: Int, CaseIterable { case attention, attentionProjection, expansion, mlpProjection }

  /// The map whose weights a stage reads.
  func map(of stage: Stage) -> Map {
    switch stage {
    case .attention: queryKeyValue
    case .attentionProjection: attentionProjection
    case .expansion: expansion
    case .mlpProjection: mlpProjection
    }
  }

  /// Columns of one head among the panels of ``queryKeyValue``: whole panels.
  static func headColumns(_ configuration: Configuration) -> Int {
    padded(3 * configuration.headWidth)
  }

  /// Floats that the panels of a block take.
  static func floatCount(_ configuration: Configuration) -> Int {
    let c = configuration.width
    let joint = configuration.headCount * headColumns(configuration)
    return [(c, joint), (c, c), (c, 4 * c), (4 * c, c)].reduce(0) {
      $0 + PanelMatrix.floatCount(depth: $1.0, columns: $1.1)
    }
  }

  /// - Parameter memory: room for the panels, of which it takes ``floatCount(_:)`` zeros.
  init(_ layer: Int, _ parameters: Parameters, memory: inout UnsafeMutablePointer<Float>) {
    let configuration = parameters.configuration
    let c = configuration.width
    func pointer(_ name: String) -> UnsafePointer<Float> {
      UnsafePointer(parameters.tensor("h.\(layer).\(name)").baseAddress.unsafelyUnwrapped)
    }
    func map(_ name: String, _ depth: Int, _ columns: Int, order: [Int]? = nil) -> Map {
      Map(
        weight: pointer(name + ".weight"), bias: pointer(name + ".bias"), columns: columns,
        panels: PanelMatrix(
          depth: depth, columns: order?.count ?? columns, memory: &memory),
        order: order)
    }
    func norm(_ name: String) -> Normalization {
      Normalization(weight: pointer(name + ".weight"), bias: pointer(name + ".bias"), width: c)
    }
    attentionNorm = norm("ln_1")
    queryKeyValue = map("attn.c_attn", c, 3 * c, order: Self.headOrder(configuration))
    attentionProjection = map("attn.c_proj", c, c)
    mlpNorm = norm("ln_2")
    expansion = map("mlp.c_fc", c, 4 * c)
    mlpProjection = map("mlp.c_proj", 4 * c, c)
  }

  /// Query, key and value of each head, filled up with empty columns to whole panels.
  private static func headOrder(_ configuration: Configuration) -> [Int] {
    let (c, d) = (configuration.width, configuration.headWidth)
    return (0..<configuration.headCount).flatMap { head in
      (0..<headColumns(configuration)).map { column in
        column < 3 * d ? column / d * c + head * d + column % d : -1
      }
    }
  }

  func pack(_ pool: WorkerPool) {
    for stage in Stage.allCases { map(of: stage).pack(pool) }
  }
}
