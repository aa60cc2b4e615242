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

  /// The bytes of a regular file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard Int(status.st_size) <= limit else { throw .tooLarge }
    var bytes: [UInt8] = []
    // One more than the system says tells the end from a file that grows meanwhile.
    var room = Int(status.st_size) + 1
    while true {
      var failed = false
      var isEnd = false
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let got = some(of: file, buffer, from: count)
          if got < 0 { failed = true }
          if got == 0 { isEnd = true }
          if got <= 0 { return }
          count += got
        }
      }
      if failed { throw .unreadable }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge }
      if isEnd { return bytes }
      room = 1 << 16
    }
  }

  /// The next bytes of an open file: how many, 0 at its end, below 0 on failure.
  private static func some(
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
