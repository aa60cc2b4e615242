import Numerics
import Transformer

/// One block's parameters as inference reads them.
struct DecoderBlock {
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
    let panels: PanelMatrix

    /// `result = bias + addend + x · W` for several rows; `addend` and `result` have its columns.
    func multiply(
      _ x: UnsafePointer<Float>, rows: Int, addend: UnsafePointer<Float>? = nil,
      into result: UnsafeMutablePointer<Float>, _ pool: WorkerPool
    ) {
      var product = MatrixProduct(
        MatrixView(x, stride: panels.depth), MatrixView(weight, stride: panels.columns),
        rows: rows, columns: panels.columns, depth: panels.depth, into: result,
        stride: panels.columns)
      product.bias = bias
      if let addend {
        product.addend = addend
        product.addendStride = panels.columns
      }
      product.run(pool)
    }

    func pack(_ pool: WorkerPool) {
      panels.pack(weight, rowStride: panels.columns, columnStride: 1, bias: bias, pool)
    }
  }

  let attentionNorm: Normalization
  let queryKeyValue: Map  // [C, 3C]
  let projection: Map  // [C, C]
  let perceptronNorm: Normalization
  let expansion: Map  // [C, 4C]
  let contraction: Map  // [4C, C]

  /// Floats that the panels of a block take.
  static func floatCount(width c: Int) -> Int {
    [(c, 3 * c), (c, c), (c, 4 * c), (4 * c, c)].reduce(0) {
      $0 + PanelMatrix.floatCount(depth: $1.0, columns: $1.1)
    }
  }

  /// - Parameter memory: room for the panels, of which it takes ``floatCount(width:)`` zeros.
  init(_ layer: Int, _ parameters: Parameters, memory: inout UnsafeMutablePointer<Float>) {
    let c = parameters.configuration.width
    func pointer(_ name: String) -> UnsafePointer<Float> {
      UnsafePointer(parameters.tensor("h.\(layer).\(name)").baseAddress.unsafelyUnwrapped)
    }
    func map(_ name: String, _ depth: Int, _ columns: Int) -> Map {
      Map(
        weight: pointer(name + ".weight"), bias: pointer(name + ".bias"),
        panels: PanelMatrix(depth: depth, columns: columns, memory: &memory))
    }
    func norm(_ name: String) -> Normalization {
      Normalization(weight: pointer(name + ".weight"), bias: pointer(name + ".bias"), width: c)
    }
    attentionNorm = norm("ln_1")
    queryKeyValue = map("attn.c_attn", c, 3 * c)
    projection = map("attn.c_proj", c, c)
    perceptronNorm = norm("ln_2")
    expansion = map("mlp.c_fc", c, 4 * c)
    contraction = map("mlp.c_proj", 4 * c, c)
  }

  func pack(_ pool: WorkerPool) {
    for map in [queryKeyValue, projection, expansion, contraction] { map.pack(pool) }
  }
}
