#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a file or a stream line by line, in time proportional to its length and in little memory.
package struct LineReader {
  /// Gives the next bytes, at most as many as are asked for; none at the end.
  package typealias Source = (_ count: Int) throws(FileError) -> [UInt8]

  package struct Line {
    /// Without its line feed; the beginning alone where it is too long.
    package var bytes: [UInt8]
    /// Counted from 1.
    package var number: Int
    package var isTooLong = false
  }

  private let source: Source
  private let longest: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  /// - Parameter longest: the bytes that a line may have; more of it is passed over.
  package init(longest: Int, source: @escaping Source) {
    self.source = source
    self.longest = longest
  }

  /// Reads the file as long as it is now; what others append meanwhile is not seen.
  package init(file: InputFile, longest: Int) {
    var place = 0
    self.init(longest: longest) { count throws(FileError) in
      let end = min(file.byteCount, place + count)
      defer { place = end }
      return try file.bytes(place..<end)
    }
  }

  /// The next line; nil at the end. The last one may lack its line feed.
  package mutating func next() throws(FileError) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if position == buffer.count {
        buffer = isAtEnd ? [] : try source(1 << 16)
        position = 0
        if buffer.isEmpty {
          isAtEnd = true
          guard !line.isEmpty else { return nil }
          number += 1
          return Line(bytes: line, number: number, isTooLong: isTooLong)
        }
      }
      let end = lineFeed()
      let room = longest - line.count
      let part = (end ?? buffer.count) - position
      line += buffer[position..<position + min(room, part)]
      isTooLong = isTooLong || part > room
      position += part
      guard end != nil else { continue }
      position += 1
      number += 1
      return Line(bytes: line, number: number, isTooLong: isTooLong)
    }
  }

  /// Where the next line feed of the buffer stands.
  private func lineFeed() -> Int? {
    buffer.withUnsafeBytes { bytes in
      let start = bytes.baseAddress.unsafelyUnwrapped
      return memchr(start + position, 0x0A, bytes.count - position).map {
        UnsafeRawPointer($0) - start
      }
    }
  }
}
