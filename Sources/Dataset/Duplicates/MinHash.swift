import Names
import Numerics
import RawData

/// The smallest value that each of 64 hash functions takes on a document's shingles, of which 16
/// bits are kept.
///
/// Two documents agree in a place with a probability equal to the Jaccard similarity of their
/// shingles, so that agreement can be looked for without comparing texts.
/// - SeeAlso: Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3;
///   Li and König 2010, "b-Bit Minwise Hashing".
struct MinHash: Sendable, Equatable {
  static let size = 64
  /// 16 bands of 4 rows: documents that are 0.7 alike share a band with probability 0.988, those
  /// that are 0.8 alike with 0.9998, those that are 0.3 alike with 0.12.
  static let bands = 16
  static let rows = 4

  private(set) var values: SIMD64<UInt16>
  /// Shingles seen, repeated ones included.
  private(set) var shingleCount: Int

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
    values = SIMD64(
      lowHalf: SIMD32(lowHalf: Self.short(lowest.0), highHalf: Self.short(lowest.1)),
      highHalf: SIMD32(lowHalf: Self.short(lowest.2), highHalf: Self.short(lowest.3)))
  }

  /// The low bits: the smallest of many values has more zeros among its high ones.
  @inline(__always)
  private static func short(_ values: SIMD16<UInt32>) -> SIMD16<UInt16> {
    SIMD16(truncatingIfNeeded: values)
  }

  /// The share of places in which two signatures agree: an estimate of the Jaccard similarity.
  func similarity(to other: MinHash) -> Double {
    let agreeing = withUnsafeBytes(of: values) { mine in
      withUnsafeBytes(of: other.values) { Self.agreement(mine.baseAddress!, $0.baseAddress!) }
    }
    return Double(agreeing) / Double(Self.size)
  }

  /// In how many places two signatures agree that lie in memory.
  @inline(__always)
  static func agreement(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Int {
    var sum = SIMD16<UInt16>()
    for block in 0..<size / 16 {
      let mine = left.loadUnaligned(fromByteOffset: block * 32, as: SIMD16<UInt16>.self)
      let theirs = right.loadUnaligned(fromByteOffset: block * 32, as: SIMD16<UInt16>.self)
      sum.replace(with: sum &+ 1, where: mine .== theirs)
    }
    return Int(sum.wrappedSum())
  }

  /// The key of one band of a signature in memory, different for each band.
  @inline(__always)
  static func key(ofBand band: Int, _ signature: UnsafeRawPointer) -> UInt64 {
    let rows = signature.loadUnaligned(fromByteOffset: band * 2 * rows, as: UInt64.self)
    return mixed(mixed(UInt64(band) &+ 1) ^ rows.littleEndian)
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
