import Names

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of lines that only grows, by one writer at a time.
///
/// What ``append(_:)`` has returned from is on the disk and stays. A writer that is killed leaves at
/// most one torn line at the end; the next one begins a line of its own, so nothing is glued to it.
/// Writers of the same file wait for each other, by a lock that goes with the process that holds it.
package final class LineJournal {
  private let path: String
  private let descriptor: Int32
  private var byteCount: Int

  /// Opens the file, made where it is missing and for its owner alone, and keeps others from writing it.
  /// - Parameter patience: how many seconds to wait for another writer.
  /// - Throws: when the file can't be made or written, is no regular file, or another keeps writing it.
  package init(_ path: String, patience: Int = 10) throws(FileError) {
    self.path = path
    var isNew = false
    var opened = Self.open(path, O_RDWR | O_APPEND)
    if opened < 0, errno == ENOENT {
      opened = Self.open(path, O_RDWR | O_APPEND | O_CREAT)
      isNew = true
    }
    guard opened >= 0 else { throw AtomicFile.failure(path) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw FileError(
        .unwritable, path: path,
        problem: LocalizedText(en: "not a regular file", ja: "ふつうのファイルではありません"),
        remedy: .nameAnotherFile)
    }
    for attempt in 0... {
      if flock(opened, LOCK_EX | LOCK_NB) == 0 { break }
      guard attempt < patience * 500 else {
        close(opened)
        throw FileError(
          .unwritable, path: path,
          problem: LocalizedText(
            en: "another program keeps writing it", ja: "ほかのプログラムが書き込み続けています"),
          remedy: .waitForIt)
      }
      usleep(2_000)
    }
    // Only now nobody else makes it longer.
    guard fstat(opened, &status) == 0 else {
      close(opened)
      throw AtomicFile.failure(path)
    }
    descriptor = opened
    byteCount = Int(status.st_size)
    if isNew { AtomicFile.synchronize(folder: SystemCalls.folder(of: path)) }
  }

  deinit { close(descriptor) }

  /// Writes whole lines and forces them to the disk. A line may hold no line feed.
  /// - Throws: what the system refused, for instance on a full disk; nothing of these lines is left then.
  package func append(_ lines: [[UInt8]]) throws(FileError) {
    var bytes: [UInt8] = []
    if try endsInTornLine() { bytes.append(0x0A) }
    for line in lines {
      precondition(!line.contains(0x0A), "a line feed within a line of \(line.count) bytes")
      bytes += line
      bytes.append(0x0A)
    }
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(FileError) in try AtomicFile.append(buffer, descriptor, path) }
    }
    do throws(FileError) {
      try result.get()
      guard SystemCalls.retrying({ Int(fsync(descriptor)) }) == 0 else {
        throw AtomicFile.failure(path)
      }
    } catch {
      ftruncate(descriptor, off_t(byteCount))
      throw error
    }
    byteCount += bytes.count
  }

  private func endsInTornLine() throws(FileError) -> Bool {
    guard byteCount > 0 else { return false }
    var last: UInt8 = 0
    guard SystemCalls.retrying({ pread(descriptor, &last, 1, off_t(byteCount - 1)) }) == 1 else {
      throw AtomicFile.failure(path)
    }
    return last != 0x0A
  }

  private static func open(_ path: String, _ flags: Int32) -> Int32 {
    // Without O_NONBLOCK opening a named pipe would wait for a reader.
    Int32(
      SystemCalls.retrying {
        #if canImport(Darwin)
          Int(Darwin.open(path, flags | O_NONBLOCK | O_CLOEXEC, 0o600))
        #elseif canImport(Musl)
          Int(Musl.open(path, flags | O_NONBLOCK | O_CLOEXEC, 0o600))
        #else
          Int(Glibc.open(path, flags | O_NONBLOCK | O_CLOEXEC, 0o600))
        #endif
      })
  }
}
