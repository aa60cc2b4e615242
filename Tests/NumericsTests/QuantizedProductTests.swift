import Testing

@testable import Numerics

struct QuantizedProductTests {
  /// One row of each value of 8 bits, then of 4 bits: the product with a unit vector is the weight.
  @Test func everyWholeNumberIsReadExactly() {
    let depth = 256
    let bytes = (0..<depth * 64).map { UInt8(truncatingIfNeeded: $0 / 64 &+ $0 % 64) }
    for row in [0, 1, 100, 127, 128, 200, 255] {
      let x = (0..<depth).map { Float($0 == row ? 1 : 0) }
      var result = [Float](repeating: .nan, count: 64)
      let scales = [Float](repeating: 2, count: 64)
      bytes.withUnsafeBytes {
        QuantizedProduct.eightBits(
          x, $0.baseAddress!, depth: depth, columns: 64, scales: scales, bias: nil, addend: nil,
          into: &result)
      }
      for column in 0..<64 {
        let whole = Int8(bitPattern: bytes[row * 64 + column])
        #expect(result[column] == 2 * Float(whole))
      }
    }
  }

  @Test func halfBytesLieWordByWord() {
    // Column j of the only row is j % 16 − 8: half-byte j / 8 of word j % 8.
    var panel = [UInt8](repeating: 0, count: 32)
    for column in 0..<64 {
      let (half, word) = (column / 8, column % 8)
      panel[word * 4 + half / 2] |= UInt8(column % 16) << UInt8(half % 2 * 4)
    }
    let (scales, bias) = ([Float](repeating: 0.5, count: 64), [Float](repeating: 10, count: 64))
    var result = [Float](repeating: .nan, count: 64)
    panel.withUnsafeBytes {
      QuantizedProduct.fourBits(
        [3], $0.baseAddress!, depth: 1, columns: 64, scales: scales, bias: bias, addend: bias,
        into: &result)
    }
    for column in 0..<64 {
      let whole = Float(column % 16 - 8)
      #expect(result[column] == 20 + 1.5 * whole)
    }
  }

  @Test(arguments: [1, 15, 16, 17, 40, 63])
  func columnsBeyondThoseWantedAreNotTouched(columns: Int) {
    let bytes = [UInt8](repeating: 1, count: 2 * 64)
    let scales = [Float](repeating: 1, count: columns)
    var result = [Float](repeating: -1, count: 64)
    bytes.withUnsafeBytes {
      QuantizedProduct.eightBits(
        [1, 2], $0.baseAddress!, depth: 2, columns: columns, scales: scales, bias: nil,
        addend: nil, into: &result)
    }
    for column in 0..<64 { #expect(result[column] == (column < columns ? 3 : -1)) }
  }
}
