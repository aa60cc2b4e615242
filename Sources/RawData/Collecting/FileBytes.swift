#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files and folders of strangers: never waits for a pipe or a device, and never takes more
/// memory than it was allowed.
enum FileBytes {
  enum Failure: Error {
    case unreadable
    /// A pipe, a device or the like.
    case notAFile
    case tooLarge
  }

  /// What lies at a path.
  enum Kind { case folder, file, link, other }

  /// What lies at a path and how many bytes it has; a link is not followed.
  static func status(of path: String) -> (kind: Kind, size: Int) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return (.other, 0) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return (.folder, 0)
    case S_IFREG: return (.file, Int(status.st_size))
    case S_IFLNK: return (.link, 0)
    default: return (.other, 0)
    }
  }

  /// A regular file that is read from its beginning to its end, piece by piece.
  final class Reader {
    private let file: Int32
    let size: Int

    init(_ path: String) throws(Failure) {
      // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
      let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { throw .unreadable }
      var status = stat()
      guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        let failed = status.st_mode == 0
        close(file)
        throw failed ? .unreadable : .notAFile
      }
      self.file = file
      size = Int(status.st_size)
    }

    deinit { close(file) }

    func rewind() { lseek(file, 0, SEEK_SET) }

    /// Appends the next bytes of the file, at most `limit`.
    /// - Returns: how many there were; 0 at the end.
    func read(upTo limit: Int, into bytes: inout [UInt8]) throws(Failure) -> Int {
      var failed = false
      let chunk = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
        while count < limit {
          let got = FileBytes.some(of: file, buffer, from: count)
          if got < 0 { failed = true }
          if got <= 0 { return }
          count += got
        }
      }
      if failed { throw .unreadable }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      return chunk.count
    }

    /// All bytes of the file, of which there are at most `limit`.
    func all(limit: Int) throws(Failure) -> [UInt8] {
      guard size <= limit else { throw .tooLarge }
      var bytes: [UInt8] = []
      // One more than the system says tells the end from a file that grows meanwhile.
      var room = size + 1
      while try read(upTo: room, into: &bytes) == room {
        guard bytes.count <= limit else { throw .tooLarge }
        room = 1 << 16
      }
      guard bytes.count <= limit else { throw .tooLarge }
      return bytes
    }
  }

  /// The next bytes of an open file: how many, 0 at its end, below 0 on failure.
  fileprivate static func some(
    of file: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let target = buffer.baseAddress! + start
    let room = buffer.count - start
    while true {
      #if canImport(Darwin)
        let got = Darwin.read(file, target, room)
      #elseif canImport(Musl)
        let got = Musl.read(file, target, room)
      #else
        let got = Glibc.read(file, target, room)
      #endif
      if got >= 0 || errno != EINTR { return got }
    }
  }

  /// The names in a folder in the order of their bytes, and those that are no UTF-8; nil when it
  /// cannot be opened.
  static func names(in folder: String) -> (names: [String], unreadable: [String])? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    var unreadable: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { text in
          (String(validatingCString: text), String(cString: text))
        }
      }
      if name.1 == "." || name.1 == ".." { continue }
      if let valid = name.0 { names.append(valid) } else { unreadable.append(name.1) }
    }
    let isBefore = { (left: String, right: String) in
      left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return (names.sorted(by: isBefore), unreadable.sorted(by: isBefore))
  }
}
