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
  /// Panels of 32 columns, `[panel, depth, 32]`: a byte each, or two columns, 16 apart, in one byte
  /// as `q + 8`.
  private let storage: [Int8]

  /// - Parameter weight: `weight(k, j)` of row `k` and column `j`.
  public init(
    depth: Int, columns: Int, precision: Precision, weight: (_ row: Int, _ column: Int) -> Float
  ) {
    self.depth = depth
    self.columns = columns
    self.precision = precision
    let panels = (columns + 31) / 32
    var scales = [Float](repeating: 0, count: panels * 32)
    var whole = [Int8](repeating: 0, count: panels * depth * 32)
    for column in 0..<columns {
      var largest: Float = 0
      for row in 0..<depth { largest = max(largest, abs(weight(row, column))) }
      let scale = largest / Float(precision.limit)
      scales[column] = scale
      guard scale > 0 else { continue }
      for row in 0..<depth {
        let quotient = (weight(row, column) / scale).rounded(.toNearestOrEven)
        whole[((column / 32) * depth + row) * 32 + column % 32] = Int8(quotient)
      }
    }
    self.scales = scales
    storage = precision == .eightBits ? whole : Self.packed(whole)
  }

  /// Two whole numbers in a byte.
  private static func packed(_ whole: [Int8]) -> [Int8] {
    (0..<whole.count / 2).map { index in
      let place = index / 16 * 32 + index % 16
      return Int8(truncatingIfNeeded: (Int(whole[place]) + 8) | (Int(whole[place + 16]) + 8) << 4)
    }
  }

  /// Bytes that the numbers and scales take in a file.
  public var byteCount: Int {
    (depth * columns * precision.rawValue + 7) / 8 + columns * MemoryLayout<Float>.size
  }

  /// The whole number of one weight.
  public func whole(row: Int, column: Int) -> Int {
    let place = (column / 32) * depth + row
    switch precision {
    case .eightBits: return Int(storage[place * 32 + column % 32])
    case .fourBits:
      let byte = Int(UInt8(bitPattern: storage[place * 16 + column % 16]))
      return (column % 32 < 16 ? byte & 15 : byte >> 4) - 8
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
    into result: UnsafeMutablePointer<Float>
  ) {
    storage.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: columns, by: 32) {
        let base = bytes.baseAddress.unsafelyUnwrapped
        let sums =
          precision == .eightBits
          ? eightBitSums(x, base + start * depth) : fourBitSums(x, base + start * depth / 2)
        for half in 0..<2 {
          let lanes = half == 0 ? sums.0 : sums.1
          for lane in 0..<16 where start + half * 16 + lane < columns {
            let column = start + half * 16 + lane
            var sum = lanes[lane] * scales[column]
            if let bias { sum += bias[column] }
            if let addend { sum += addend[column] }
            result[column] = sum
          }
        }
      }
    }
  }

  @inline(__always)
  private func eightBitSums(_ x: UnsafePointer<Float>, _ panel: UnsafeRawPointer) -> (Lanes, Lanes)
  {
    var (first, second) = (Lanes(), Lanes())
    var place = panel
    for row in 0..<depth {
      let factor = Lanes(repeating: x[row])
      let low = place.loadUnaligned(as: SIMD16<Int8>.self)
      let high = place.loadUnaligned(fromByteOffset: 16, as: SIMD16<Int8>.self)
      first.addProduct(factor, Lanes(SIMD16<Int32>(truncatingIfNeeded: low)))
      second.addProduct(factor, Lanes(SIMD16<Int32>(truncatingIfNeeded: high)))
      place += 32
    }
    return (first, second)
  }

  /// Subtracting 8 · Σ x at the end takes the shift of the packed numbers back.
  @inline(__always)
  private func fourBitSums(_ x: UnsafePointer<Float>, _ panel: UnsafeRawPointer) -> (Lanes, Lanes) {
    var (first, second) = (Lanes(), Lanes())
    var shift: Float = 0
    var place = panel
    for row in 0..<depth {
      let factor = Lanes(repeating: x[row])
      shift += x[row]
      let pair = SIMD16<Int32>(truncatingIfNeeded: place.loadUnaligned(as: SIMD16<UInt8>.self))
      first.addProduct(factor, Lanes(pair & 15))
      second.addProduct(factor, Lanes(pair &>> 4))
      place += 16
    }
    return (first - 8 * shift, second - 8 * shift)
  }
}
