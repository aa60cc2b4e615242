import Foundation

/// What stands at a path, asked of the system itself; paths are bytes between slashes.
enum Paths {
  enum Kind { case nothing, folder, file, link, other }

  /// - Parameter followsLinks: whether a symbolic link counts as what it leads to.
  static func kind(_ path: String, followsLinks: Bool = false) -> Kind {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The names in a folder in the order of their bytes; none where there is no folder.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// The path without slashes at its end, `/` alone excepted.
  static func trimmed(_ path: String) -> String {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Everything before the last slash; `.` where there is none.
  static func parent(of path: String) -> String {
    let path = trimmed(path)
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : trimmed(String(path[..<slash]))
  }

  /// What follows the last slash.
  static func name(of path: String) -> String {
    let path = trimmed(path)
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Where a symbolic link leads, also one to a folder that is still to be made; other paths as they are.
  static func followed(_ path: String) -> String {
    var path = trimmed(path)
    for _ in 0..<40 where kind(path) == .link {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        break
      }
      path = trimmed(target.hasPrefix("/") ? target : join(parent(of: path), target))
    }
    return path
  }

  /// The folder and those above it that are not there yet, the deepest first.
  static func missing(_ path: String) -> [String] {
    var result: [String] = []
    var path = trimmed(path)
    while kind(path, followsLinks: true) == .nothing {
      result.append(path)
      let above = parent(of: path)
      if above == path || above == "." { break }
      path = above
    }
    return result
  }
}
