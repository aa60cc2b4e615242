/// A right-hand matrix kept in the order of the micro-kernel, for use by many products.
///
/// `[panel, depth, 16]`: columns in panels of 16, the last one filled up with zeros. A model packs
/// each weight once a step instead of once for each sequence.
public final class PackedMatrix: @unchecked Sendable {
  public private(set) var depth = 0
  public private(set) var columns = 0
  let storage: UnsafeMutableBufferPointer<Float>

  /// Room for any matrix of `shapes`, each `(depth, columns)`.
  public init(for shapes: [(depth: Int, columns: Int)]) {
    let count = shapes.map { Packing.panelCount($0.columns) * 16 * $0.depth }.max() ?? 0
    storage = FloatMemory.zeros(count)
  }

  deinit { UnsafeMutableRawPointer(storage.baseAddress)?.deallocate() }

  /// Floats of memory that a matrix of this shape takes when packed.
  public static func count(depth: Int, columns: Int) -> Int {
    Packing.panelCount(columns) * 16 * depth
  }

  /// Panels that `pack` would fill: the unit in which packing can be shared out.
  public var panelCount: Int { Packing.panelCount(columns) }

  /// States the shape; the values follow by `pack(panel:)`.
  public func reshape(depth: Int, columns: Int) {
    precondition(
      Self.count(depth: depth, columns: columns) <= storage.count,
      "a packed matrix of [\(depth), \(columns)] does not fit \(storage.count) values")
    self.depth = depth
    self.columns = columns
  }

  /// Packs one panel of `matrix`, `[depth, columns]`.
  public func pack(panel: Int, of matrix: MatrixView) {
    Packing.packPanel(
      of: matrix, column: panel * 16, columns: min(16, columns - panel * 16), depthStart: 0,
      depth: depth, into: storage.baseAddress.unsafelyUnwrapped + panel * 16 * depth)
  }

  /// Packs all of `matrix`, `[depth, columns]`.
  public func pack(_ matrix: MatrixView, depth: Int, columns: Int) {
    reshape(depth: depth, columns: columns)
    let target = storage.baseAddress.unsafelyUnwrapped
    var packed = 0
    if !matrix.isTransposed {
      packed = columns / 16
      Packing.packPanels(
        of: matrix, column: 0, panels: packed, depthStart: 0, depth: depth, into: target,
        stride: 16 * depth)
    } else if matrix.stride == depth {
      FloatMemory.prefetch(matrix.base, count: columns * depth, sink: target)
    }
    for panel in packed..<panelCount { pack(panel: panel, of: matrix) }
  }
}
