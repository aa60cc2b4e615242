/// Numbers that tell contents apart: the same for the same bytes on every machine.
///
/// FNV-1a over words of eight bytes, in four lanes that do not wait for each other, so that the parameters of a
/// model take well below a millisecond. It tells models apart and reveals changes; it is no proof against somebody who
/// wants two to look the same.
public enum Fingerprint {
  static func of(_ bytes: [UInt8], seed: UInt64) -> UInt64 {
    bytes.withUnsafeBytes { of($0, seed: seed) }
  }

  /// O(bytes).
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    let start = 0xCBF2_9CE4_8422_2325 ^ seed ^ UInt64(bytes.count)
    var lanes = SIMD4(start, start &+ prime, start ^ prime, start &* prime)
    var place = 0
    while place + 32 <= bytes.count {
      for lane in 0..<4 {
        let word = bytes.loadUnaligned(fromByteOffset: place + 8 * lane, as: UInt64.self)
        lanes[lane] = mixed(lanes[lane] ^ word.littleEndian)
      }
      place += 32
    }
    var hash = mixed(lanes[0]) ^ mixed(lanes[1] &+ 1) ^ mixed(lanes[2] &+ 2) ^ mixed(lanes[3] &+ 3)
    while place < bytes.count {
      hash = (hash ^ UInt64(bytes[place])) &* prime
      place += 1
    }
    return mixed(hash)
  }

  /// Sixteen hexadecimal digits.
  public static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word &* 0x9E37_79B9_7F4A_7C15
    word ^= word >> 32
    return word &* 0x100_0000_01B3
  }
}
