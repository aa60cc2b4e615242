import RawData

/// Token ids of many documents, one after the other; in a temporary file once they are many.
///
/// An id takes two bytes where the vocabulary allows it, else four. One thread appends, then any
/// number may read.
final class TokenFile: Sendable {
  /// Bytes that stay in memory: the ids of a corpus of some 50 MB.
  static let heldBytes = 32 << 20

  private let file: SpoolFile
  /// Bytes of one id.
  private let width: Int

  init(vocabularySize: Int, heldBytes: Int = TokenFile.heldBytes) {
    file = SpoolFile(heldBytes: heldBytes)
    width = vocabularySize <= 1 << 16 ? 2 : 4
  }

  /// Whether some of it lies in a file.
  var usesFile: Bool { file.writtenCount > 0 }

  /// Adds ids at the end.
  /// - Returns: the place of the first of them among all ids.
  func append(_ tokens: [Int32]) -> Int {
    let place = file.count / width
    let bytes = [UInt8](unsafeUninitializedCapacity: tokens.count * width) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      for (index, token) in tokens.enumerated() {
        if width == 2 {
          raw.storeBytes(of: UInt16(token).littleEndian, toByteOffset: index * 2, as: UInt16.self)
        } else {
          raw.storeBytes(of: token.littleEndian, toByteOffset: index * 4, as: Int32.self)
        }
      }
      count = tokens.count * width
    }
    file.append(bytes)
    return place
  }

  /// The ids at these places among all.
  func tokens(_ range: Range<Int>) -> [Int32] {
    guard !range.isEmpty else { return [] }
    return file.read(range.lowerBound * width..<range.upperBound * width) { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      return (0..<range.count).map { index in
        let start = index * width
        return width == 2
          ? Int32(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt16.self)))
          : Int32(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: Int32.self))
      }
    }
  }
}
