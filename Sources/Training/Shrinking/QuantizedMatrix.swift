import Numerics

/// A matrix in whole numbers of 8 or 4 bits, with one scale for each output channel.
///
/// Column `j` of the weight `[depth, columns]` is kept as `q = round(w / scale_j)` with
/// `scale_j = max |w_j| / L`, `L = 127` or `7`, so that `w ≈ q · scale_j` within half a scale.
/// - SeeAlso: Jacob et al. 2018, "Quantization and Training of Neural Networks", section 2
///   (symmetric, per channel).
public struct QuantizedMatrix: Sendable {
  public enum Precision: Int, Sendable, CaseIterable, Codable {
    case eightBits = 8
    case fourBits = 4

    /// The largest whole number.
    public var limit: Int { self == .eightBits ? 127 : 7 }
  }

  public let depth: Int
  public let columns: Int
  public let precision: Precision
  /// One for each column.
  public let scales: [Float]
  /// Panels of 64 columns in the order in which `QuantizedProduct` reads them.
  private let storage: [UInt8]

  private static let panelWidth = QuantizedProduct.panelWidth
  /// Weights below which waking another thread costs more than it saves.
  private static let sharingThreshold = 1 << 16

  /// - Parameter weight: `weight(k, j)` of row `k` and column `j`.
  public init(
    depth: Int, columns: Int, precision: Precision, weight: (_ row: Int, _ column: Int) -> Float
  ) {
    self.depth = depth
    self.columns = columns
    self.precision = precision
    let panels = (columns + Self.panelWidth - 1) / Self.panelWidth
    var scales = [Float](repeating: 0, count: columns)
    var storage = [UInt8](
      repeating: precision == .eightBits ? 0 : 0x88,
      count: panels * depth * Self.panelWidth * precision.rawValue / 8)
    for column in 0..<columns {
      var largest: Float = 0
      for row in 0..<depth { largest = max(largest, abs(weight(row, column))) }
      let scale = largest / Float(precision.limit)
      scales[column] = scale
      guard scale > 0 else { continue }
      for row in 0..<depth {
        let whole = Int((weight(row, column) / scale).rounded(.toNearestOrEven))
        let (byte, bit) = Self.place(row, column, depth: depth, precision)
        switch precision {
        case .eightBits: storage[byte] = UInt8(bitPattern: Int8(whole))
        case .fourBits: storage[byte] = storage[byte] & ~(15 << bit) | UInt8(whole + 8) << bit
        }
      }
    }
    self.scales = scales
    self.storage = storage
  }

  /// The byte of a weight, and the bit of it at which the weight begins.
  private static func place(
    _ row: Int, _ column: Int, depth: Int, _ precision: Precision
  ) -> (byte: Int, bit: UInt8) {
    let (panel, inside) = column.quotientAndRemainder(dividingBy: panelWidth)
    let start = (panel * depth + row) * panelWidth
    switch precision {
    case .eightBits: return (start + inside, 0)
    case .fourBits:
      let (half, word) = inside.quotientAndRemainder(dividingBy: 8)
      return (start / 2 + word * 4 + half / 2, half % 2 == 0 ? 0 : 4)
    }
  }

  /// Bytes that the numbers and scales take in a file.
  public var byteCount: Int {
    (depth * columns * precision.rawValue + 7) / 8 + columns * MemoryLayout<Float>.size
  }

  /// The whole number of one weight.
  public func whole(row: Int, column: Int) -> Int {
    let (byte, bit) = Self.place(row, column, depth: depth, precision)
    switch precision {
    case .eightBits: return Int(Int8(bitPattern: storage[byte]))
    case .fourBits: return Int(storage[byte] >> bit & 15) - 8
    }
  }

  /// `q · scale`, what the weight has become.
  public func value(row: Int, column: Int) -> Float {
    Float(whole(row: row, column: column)) * scales[column]
  }

  /// `result = x · matrix + bias + addend`: `x` `[depth]`, the rest `[columns]`.
  ///
  /// The whole numbers themselves are multiplied, and each sum is scaled once at the end.
  public func multiply(
    _ x: UnsafePointer<Float>, bias: UnsafePointer<Float>?, addend: UnsafePointer<Float>?,
    into result: UnsafeMutablePointer<Float>, pool: WorkerPool
  ) {
    let width = Self.panelWidth
    let panels = (columns + width - 1) / width
    let isShared = pool.threadCount > 1 && depth * columns >= Self.sharingThreshold
    let share = isShared ? max(1, panels / (4 * pool.threadCount)) : panels
    storage.withUnsafeBytes { bytes in
      scales.withUnsafeBufferPointer { scales in
        let (base, scales) = (bytes.baseAddress!, scales.baseAddress!)
        pool.run((panels + share - 1) / share) { task in
          for panel in task * share..<min((task + 1) * share, panels) {
            let start = panel * width
            let count = min(width, columns - start)
            let place = base + start * depth * precision.rawValue / 8
            let (bias, addend) = (bias.map { $0 + start }, addend.map { $0 + start })
            switch precision {
            case .eightBits:
              QuantizedProduct.eightBits(
                x, place, depth: depth, columns: count, scales: scales + start, bias: bias,
                addend: addend, into: result + start)
            case .fourBits:
              QuantizedProduct.fourBits(
                x, place, depth: depth, columns: count, scales: scales + start, bias: bias,
                addend: addend, into: result + start)
            }
          }
        }
      }
    }
  }
}
