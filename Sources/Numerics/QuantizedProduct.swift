/// Products of one row with a panel of 64 columns of whole numbers: what a quantized model's
/// generation of a token consists of.
///
/// Whole numbers become floats in registers, never in memory: a byte (or half of one) is all that
/// is read for a weight. Each sum is a chain along the depth in one fixed order.
public enum QuantizedProduct {
  /// Columns of a panel.
  public static let panelWidth = 64

  /// `result = (x · panel) · scales + bias + addend` for whole numbers of 8 bits.
  /// - Parameters:
  ///   - x: `[depth]`.
  ///   - panel: `[depth, 64]`, a byte each.
  ///   - columns: how many of the 64 are wanted.
  ///   - scales, bias, addend, result: `[columns]`.
  public static func eightBits(
    _ x: UnsafePointer<Float>, _ panel: UnsafeRawPointer, depth: Int, columns: Int,
    scales: UnsafePointer<Float>, bias: UnsafePointer<Float>?, addend: UnsafePointer<Float>?,
    into result: UnsafeMutablePointer<Float>
  ) {
    var (s0, s1, s2, s3) = (Lanes(), Lanes(), Lanes(), Lanes())
    var row = panel
    for k in 0..<depth {
      let value = Lanes(repeating: x[k])
      s0 = accumulated(value, bytes(row), s0)
      s1 = accumulated(value, bytes(row + 16), s1)
      s2 = accumulated(value, bytes(row + 32), s2)
      s3 = accumulated(value, bytes(row + 48), s3)
      row += 64
    }
    finish(s0, 0, columns, scales, bias, addend, result)
    finish(s1, 16, columns, scales, bias, addend, result)
    finish(s2, 32, columns, scales, bias, addend, result)
    finish(s3, 48, columns, scales, bias, addend, result)
  }

  /// The same for whole numbers of 4 bits.
  /// - Parameter panel: `[depth, 8]` words of 32 bits, little-endian; the half-byte `j` of word `i`,
  ///   lowest first, is column `8·j + i` as `q + 8`.
  public static func fourBits(
    _ x: UnsafePointer<Float>, _ panel: UnsafeRawPointer, depth: Int, columns: Int,
    scales: UnsafePointer<Float>, bias: UnsafePointer<Float>?, addend: UnsafePointer<Float>?,
    into result: UnsafeMutablePointer<Float>
  ) {
    var (s0, s1, s2, s3) = (Lanes(), Lanes(), Lanes(), Lanes())
    // What the shift by 8 adds to every sum.
    var shift: Float = 0
    var row = panel
    for k in 0..<depth {
      let value = Lanes(repeating: x[k])
      shift += x[k]
      let words = row.loadUnaligned(as: SIMD8<Int32>.self)
      s0 = accumulated(value, halves(words, 0), s0)
      s1 = accumulated(value, halves(words, 8), s1)
      s2 = accumulated(value, halves(words, 16), s2)
      s3 = accumulated(value, halves(words, 24), s3)
      row += 32
    }
    let offset = Lanes(repeating: 8 * shift)
    finish(s0 - offset, 0, columns, scales, bias, addend, result)
    finish(s1 - offset, 16, columns, scales, bias, addend, result)
    finish(s2 - offset, 32, columns, scales, bias, addend, result)
    finish(s3 - offset, 48, columns, scales, bias, addend, result)
  }

  /// Sixteen signed bytes as floats. Lane by lane, because that becomes two vector instructions
  /// where the conversion of whole vectors becomes a call.
  @inline(__always)
  private static func bytes(_ base: UnsafeRawPointer) -> Lanes {
    let whole = base.loadUnaligned(as: SIMD16<Int8>.self)
    var lanes = Lanes()
    for lane in 0..<16 { lanes[lane] = Float(whole[lane]) }
    return lanes
  }

  /// Two half-bytes of each word, the one at bit `bit` and the next, as floats from 0 to 15.
  @inline(__always)
  private static func halves(_ words: SIMD8<Int32>, _ bit: Int32) -> Lanes {
    let (low, high) = ((words &>> bit) & 15, (words &>> (bit &+ 4)) & 15)
    var (first, second) = (SIMD8<Float>(), SIMD8<Float>())
    for lane in 0..<8 {
      first[lane] = Float(low[lane])
      second[lane] = Float(high[lane])
    }
    return Lanes(lowHalf: first, highHalf: second)
  }

  @inline(__always)
  private static func finish(
    _ sums: Lanes, _ start: Int, _ columns: Int, _ scales: UnsafePointer<Float>,
    _ bias: UnsafePointer<Float>?, _ addend: UnsafePointer<Float>?,
    _ result: UnsafeMutablePointer<Float>
  ) {
    guard start < columns else { return }
    let number = min(16, columns - start)
    var values = sums * load(scales, start, number)
    if let bias { values += load(bias, start, number) }
    if let addend { values += load(addend, start, number) }
    store(values, result, start, number)
  }
}

// Small helpers stand in this file, as in `MicroKernel`, so that they are inlined in every kind of
// build.
@inline(__always)
private func accumulated(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if arch(wasm32)
    a * b + c
  #else
    c.addingProduct(a, b)
  #endif
}
