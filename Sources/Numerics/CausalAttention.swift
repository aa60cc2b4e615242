/// Causal self-attention of one head over one sequence, and its gradient.
///
/// Works on tiles of a few queries: their scores against the keys up to the last of them stay in
/// the first-level cache from the product through the softmax to the mixing of the values, and the
/// half of the square above the diagonal is never computed.
/// - SeeAlso: Vaswani et al. 2017, section 3.2; the tiling follows Dao et al. 2022, FlashAttention.
public struct CausalAttention {
  public let positions: Int
  public let headWidth: Int
  /// Values between two positions of queries, keys and values, and of their gradients.
  public let stride: Int
  /// Values between two positions of the result and of its gradient.
  public let outputStride: Int
  /// `1 / √headWidth`.
  public let scale: Float

  public init(positions: Int, headWidth: Int, stride: Int, outputStride: Int) {
    self.positions = positions
    self.headWidth = headWidth
    self.stride = stride
    self.outputStride = outputStride
    scale = 1 / Float(headWidth).squareRoot()
  }

  private var paddedPositions: Int { (positions + 15) / 16 * 16 }
  private var paddedWidth: Int { (headWidth + 15) / 16 * 16 }

  /// `pattern = softmax(q·kᵀ · scale)` over the keys up to each query, `z = pattern·v`.
  ///
  /// - Parameters:
  ///   - q: first of `[positions, headWidth]`, `stride` apart; `k`, `v` alike.
  ///   - z: alike, `outputStride` apart.
  ///   - pattern: `[positions, positions]`; above the diagonal it must be 0, and stays so.
  ///   - dropout: drops parts of the pattern on their way to the values; `dropoutStart` is the
  ///     number of the first.
  public func forward(
    q: UnsafePointer<Float>, k: UnsafePointer<Float>, v: UnsafePointer<Float>,
    pattern: UnsafeMutablePointer<Float>, z: UnsafeMutablePointer<Float>,
    dropout: DropoutKernel?, dropoutStart: Int, _ serial: WorkerPool
  ) {
    let scratch = serial.scratch(
      floats: MicroKernel.rows * paddedPositions + paddedPositions * headWidth + positions
        * paddedWidth)
    let strip = scratch  // [tile, paddedPositions]
    let keys = strip + MicroKernel.rows * paddedPositions  // kᵀ in panels, [panel, headWidth, 16]
    let values = keys + paddedPositions * headWidth  // v in panels, [panel, positions, 16]
    pack(MatrixView(k, stride: stride, isTransposed: true), headWidth, positions, into: keys)
    pack(MatrixView(v, stride: stride), positions, headWidth, into: values)
    var query = 0
    while query < positions {
      let rows = min(MicroKernel.rows, positions - query)
      let visible = query + rows
      scores(q + query * stride, stride, keys, rows: rows, visible: visible, into: strip)
      scoreStrip(strip, query: query, rows: rows)
        .softmax(into: pattern + query * positions, positions: positions)
      if let dropout {
        for row in query..<visible {
          dropout.apply(
            pattern + row * positions, strip + (row - query) * paddedPositions, count: row + 1,
            start: dropoutStart + row * positions)
        }
      }
      mix(strip, values, depth: visible, rows: rows, into: z + query * outputStride, outputStride)
      query += rows
    }
  }

  /// Gradients of queries, keys and values from that of `z`.
  ///
  /// With `P` the pattern and `dP = dz·vᵀ`: `dS = P ∘ (dP − Σ P∘dP) · scale`, `dq = dS·k`,
  /// `dk = dSᵀ·q`, `dv = Pᵀ·dz`.
  public func backward(
    q: UnsafePointer<Float>, k: UnsafePointer<Float>, v: UnsafePointer<Float>,
    pattern: UnsafePointer<Float>, zGradient: UnsafePointer<Float>,
    qGradient: UnsafeMutablePointer<Float>, kGradient: UnsafeMutablePointer<Float>,
    vGradient: UnsafeMutablePointer<Float>,
    dropout: DropoutKernel?, dropoutStart: Int, _ serial: WorkerPool
  ) {
    let panels = positions * paddedWidth
    let square = positions * paddedPositions
    let scratch = serial.scratch(
      floats: paddedPositions * headWidth + 3 * panels + 2 * square + MicroKernel.rows * positions)
    let values = scratch  // vᵀ in panels
    let keys = values + paddedPositions * headWidth  // k in panels
    let queries = keys + panels  // q in panels
    let outputs = queries + panels  // dz in panels
    let scoreGradient = outputs + panels  // dS, [positions, paddedPositions]
    let dropped = scoreGradient + square  // P after dropout, [positions, paddedPositions]
    let column = dropped + square  // a tile's columns of P or dS, [depth, tile]
    pack(MatrixView(v, stride: stride, isTransposed: true), headWidth, positions, into: values)
    pack(MatrixView(k, stride: stride), positions, headWidth, into: keys)
    pack(MatrixView(q, stride: stride), positions, headWidth, into: queries)
    pack(MatrixView(zGradient, stride: outputStride), positions, headWidth, into: outputs)
    var query = 0
    while query < positions {
      let rows = min(MicroKernel.rows, positions - query)
      let visible = query + rows
      let strip = scoreGradient + query * paddedPositions
      scores(
        zGradient + query * outputStride, outputStride, values, rows: rows, visible: visible,
        into: strip)
      if let dropout {
        for row in query..<visible {
          let start = dropoutStart + row * positions
          let line = strip + (row - query) * paddedPositions
          dropout.apply(line, line, count: row + 1, start: start)
          dropout.apply(
            pattern + row * positions, dropped + row * paddedPositions, count: row + 1, start: start
          )
        }
      }
      scoreStrip(strip, query: query, rows: rows)
        .softmaxGradient(of: pattern + query * positions, positions: positions)
      mix(strip, keys, depth: visible, rows: rows, into: qGradient + query * stride, stride)
      query += rows
    }
    let weights =
      dropout == nil
      ? MatrixView(pattern, stride: positions)
      : MatrixView(UnsafePointer(dropped), stride: paddedPositions)
    mixColumns(
      MatrixView(UnsafePointer(scoreGradient), stride: paddedPositions), queries, column,
      into: kGradient)
    mixColumns(weights, outputs, column, into: vGradient)
  }

  private func pack(
    _ view: MatrixView, _ depth: Int, _ columns: Int, into panels: UnsafeMutablePointer<Float>
  ) {
    for column in Swift.stride(from: 0, to: columns, by: 16) {
      Packing.packPanel(
        of: view, column: column, columns: min(16, columns - column), depthStart: 0, depth: depth,
        into: panels + column * depth)
    }
  }

  /// `strip = left · panels` for the panels of keys that any of these rows may see.
  private func scores(
    _ left: UnsafePointer<Float>, _ leftStride: Int, _ panels: UnsafePointer<Float>, rows: Int,
    visible: Int, into strip: UnsafeMutablePointer<Float>
  ) {
    var kernel = MicroKernel(
      a: left, aRowStride: leftStride, aDepthStride: 1, panel: panels, depth: headWidth, c: strip,
      cStride: paddedPositions, addend: nil, addendStride: 0, bias: nil)
    for _ in Swift.stride(from: 0, to: visible, by: 16) {
      kernel.run(rows: rows, columns: 16)
      kernel.panel += headWidth * 16
      kernel.c += 16
    }
  }

  private func scoreStrip(
    _ lines: UnsafeMutablePointer<Float>, query: Int, rows: Int
  ) -> ScoreStrip {
    ScoreStrip(lines: lines, stride: paddedPositions, query: query, rows: rows, scale: scale)
  }

  /// `result = strip · panels`, `[rows, headWidth]`.
  private func mix(
    _ strip: UnsafePointer<Float>, _ panels: UnsafePointer<Float>, depth: Int, rows: Int,
    into result: UnsafeMutablePointer<Float>, _ resultStride: Int
  ) {
    var kernel = MicroKernel(
      a: strip, aRowStride: paddedPositions, aDepthStride: 1, panel: panels, depth: depth,
      c: result, cStride: resultStride, addend: nil, addendStride: 0, bias: nil)
    for column in Swift.stride(from: 0, to: headWidth, by: 16) {
      kernel.run(rows: rows, columns: min(16, headWidth - column))
      kernel.panel += positions * 16
      kernel.c += 16
    }
  }

  /// `result = weightsᵀ · panels`, where only queries from each key on have weight.
  private func mixColumns(
    _ weights: MatrixView, _ panels: UnsafePointer<Float>, _ block: UnsafeMutablePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    var key = 0
    while key < positions {
      let rows = min(MicroKernel.rows, positions - key)
      let depth = positions - key
      Packing.packRows(
        of: weights, row: key, rows: rows, depthStart: key, depth: depth, into: block)
      // Above the diagonal of the first tile lie no weights, whatever memory holds there.
      for query in 0..<min(rows, depth) {
        for later in (query + 1)..<max(rows, query + 1) { block[query * rows + later] = 0 }
      }
      var kernel = MicroKernel(
        a: block, aRowStride: 1, aDepthStride: rows, panel: panels + key * 16, depth: depth,
        c: result + key * stride, cStride: stride, addend: nil, addendStride: 0, bias: nil)
      for column in Swift.stride(from: 0, to: headWidth, by: 16) {
        kernel.run(rows: rows, columns: min(16, headWidth - column))
        kernel.panel += positions * 16
        kernel.c += 16
      }
      key += rows
    }
  }
}
