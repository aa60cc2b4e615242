import Numerics
import RawData

/// The smallest value that each of 64 hash functions takes on a document's shingles.
///
/// Two documents agree in a place with a probability equal to the Jaccard similarity of their
/// shingles, so that agreement can be looked for without comparing texts.
/// - SeeAlso: Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3.
struct MinHash: Sendable, Equatable {
  static let size = 64
  /// 16 bands of 4 rows: documents that are 0.7 alike share a band with probability 0.988, those
  /// that are 0.8 alike with 0.9998, those that are 0.3 alike with 0.12.
  static let bands = 16
  static let rows = 4

  var values: [UInt32]
  /// Shingles seen, repeated ones included.
  var shingleCount: Int

  init(of bytes: Bytes, language: Language) {
    var lowest = (
      SIMD16<UInt32>(repeating: .max), SIMD16<UInt32>(repeating: .max),
      SIMD16<UInt32>(repeating: .max), SIMD16<UInt32>(repeating: .max)
    )
    let factors = Self.factors
    var count = 0
    Shingles.forEach(in: bytes, language: language) { shingle in
      count += 1
      let low = SIMD16<UInt32>(repeating: UInt32(truncatingIfNeeded: shingle))
      let high = SIMD16<UInt32>(repeating: UInt32(truncatingIfNeeded: shingle >> 32))
      // h_i(x) = finish(low(x) · a_i + high(x)): the multiplier makes the functions differ.
      lowest.0 = pointwiseMin(lowest.0, Self.finish(low &* factors.0 &+ high))
      lowest.1 = pointwiseMin(lowest.1, Self.finish(low &* factors.1 &+ high))
      lowest.2 = pointwiseMin(lowest.2, Self.finish(low &* factors.2 &+ high))
      lowest.3 = pointwiseMin(lowest.3, Self.finish(low &* factors.3 &+ high))
    }
    shingleCount = count
    values = []
    values.reserveCapacity(Self.size)
    for block in [lowest.0, lowest.1, lowest.2, lowest.3] {
      for index in 0..<16 { values.append(block[index]) }
    }
  }

  /// The share of places in which two signatures agree: an estimate of the Jaccard similarity.
  func similarity(to other: MinHash) -> Double {
    let agreeing = values.withUnsafeBytes { mine in
      other.values.withUnsafeBytes { theirs in
        var sum = SIMD16<UInt32>()
        for block in 0..<Self.size / 16 {
          let left = mine.loadUnaligned(fromByteOffset: block * 64, as: SIMD16<UInt32>.self)
          let right = theirs.loadUnaligned(fromByteOffset: block * 64, as: SIMD16<UInt32>.self)
          sum.replace(with: sum &+ 1, where: left .== right)
        }
        return sum.wrappedSum()
      }
    }
    return Double(agreeing) / Double(Self.size)
  }

  /// The key of one band, different for each band.
  func key(ofBand band: Int, salt: UInt64) -> UInt64 {
    var hash = mixed(salt &+ UInt64(band) &+ 1)
    for row in 0..<Self.rows { hash = mixed(hash ^ UInt64(values[band * Self.rows + row])) }
    return hash
  }

  @inline(__always)
  private static func finish(_ value: SIMD16<UInt32>) -> SIMD16<UInt32> {
    var hash = value
    hash = (hash ^ (hash &>> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash &>> 13)) &* 0xC2B2_AE35
    return hash ^ (hash &>> 16)
  }

  private static let factors: (SIMD16<UInt32>, SIMD16<UInt32>, SIMD16<UInt32>, SIMD16<UInt32>) = {
    var generator = RandomGenerator(seed: 0x4E61_6B61_6D69)
    func block() -> SIMD16<UInt32> {
      var block = SIMD16<UInt32>()
      // Odd, so that no bit of the shingle is lost.
      for index in 0..<16 { block[index] = UInt32(truncatingIfNeeded: generator.next()) | 1 }
      return block
    }
    return (block(), block(), block(), block())
  }()
}
