import Foundation

/// Bytes that are appended and read back; only the last of them lie in memory once they are many.
///
/// The file has no name, so that it is gone with the process whatever happens. While nothing can be
/// written to it, on a full disk for instance, the bytes stay in memory.
package final class SpoolFile: @unchecked Sendable {
  /// Bytes in memory from which on they go to the file.
  package static let heldBytes = 4 << 20

  private let heldBytes: Int
  private var file: Int32 = -1
  /// Bytes in the file; those after them are held.
  package private(set) var writtenCount = 0
  private var held: [UInt8] = []
  /// Bytes at which writing is tried next.
  private var nextFlush: Int

  package var count: Int { writtenCount + held.count }

  /// - Parameter heldBytes: bytes in memory from which on they go to the file.
  package init(heldBytes: Int = SpoolFile.heldBytes) {
    self.heldBytes = heldBytes
    nextFlush = heldBytes
  }

  deinit { if file >= 0 { close(file) } }

  /// One thread appends, while none reads.
  package func append(_ bytes: [UInt8]) {
    held.append(contentsOf: bytes)
    if held.count >= nextFlush { flush() }
  }

  private func flush() {
    if file < 0 { file = Self.open() }
    var done = 0
    held.withUnsafeBytes { bytes in
      while file >= 0, done < bytes.count {
        let count = pwrite(
          file, bytes.baseAddress! + done, bytes.count - done, off_t(writtenCount + done))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        done += count
      }
    }
    if done == held.count {
      writtenCount += done
      held.removeAll(keepingCapacity: true)
      nextFlush = heldBytes
    } else {
      nextFlush = held.count + heldBytes
    }
  }

  /// A new file without name; -1 when there is no room for one.
  private static func open() -> Int32 {
    var name = Array((NSTemporaryDirectory() + "/nakami-spool-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    if file >= 0 { unlink(name) }
    return file
  }

  /// Hands out bytes of what was appended; any number of threads may read.
  package func read<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    precondition(range.upperBound <= count, "bytes \(range) of \(count)")
    if range.lowerBound >= writtenCount {
      return held.withUnsafeBufferPointer {
        let start = range.lowerBound - writtenCount
        return body(UnsafeBufferPointer(rebasing: $0[start..<start + range.count]))
      }
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { buffer in
      let fromFile = min(range.upperBound, writtenCount) - range.lowerBound
      let raw = UnsafeMutableRawBufferPointer(buffer)
      fill(UnsafeMutableRawBufferPointer(rebasing: raw[..<fromFile]), from: range.lowerBound)
      for index in fromFile..<range.count {
        buffer[index] = held[range.lowerBound + index - writtenCount]
      }
      return body(UnsafeBufferPointer(buffer))
    }
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer, from start: Int) {
    var done = 0
    while done < buffer.count {
      let count = pread(
        file, buffer.baseAddress! + done, buffer.count - done, off_t(start + done))
      if count < 0, errno == EINTR { continue }
      precondition(count > 0, "the temporary file cannot be read back (error \(errno))")
      done += count
    }
  }
}
