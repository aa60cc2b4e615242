import Foundation

/// The files of the room `Plain`, out of which a lesson shows functions by name.
///
/// They are read when a course is loaded, not built in: what is shown is what is there.
struct PlainSources: Sendable {
  /// Nil when there is no such folder.
  let folder: String?
  /// File names with their lines, in the order of the alphabet.
  private let files: [(name: String, lines: [Substring])]

  /// The folder `Sources/Plain` beside the folder of lessons, else in the working folder or above it.
  init(besideLessons lessons: String) {
    let manager = FileManager.default
    let parents = [lessons + "/../"] + (0..<6).map { String(repeating: "../", count: $0) }
    self.init(
      folder: parents.map { $0 + Self.path }.first { manager.fileExists(atPath: $0) })
  }

  init(folder: String?) {
    self.folder = folder
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    files = names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: folder! + "/" + name) else {
        return nil
      }
      let text = String(decoding: data, as: UTF8.self)
      return (name, text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  static let path = "Sources/Plain"

  /// The function `Type.name` as it stands in its file, without the indent, below a line that names
  /// the file; nil when there is none.
  ///
  /// Of functions with one name the first is taken.
  func function(_ name: String) -> String? {
    for (file, number) in places() where Self.name(file, number) == name {
      let first = file.lines[number]
      let indent = first.utf8.prefix { $0 == 0x20 }.count
      var depth = 0
      var lines = ["// \(Self.path)/\(file.name)"]
      for line in file.lines[number...] {
        lines.append(String(Substring(line.utf8.dropFirst(indent))))
        let hadBrace = depth > 0 || line.utf8.contains(UInt8(ascii: "{"))
        for byte in line.utf8 {
          if byte == UInt8(ascii: "{") { depth += 1 }
          if byte == UInt8(ascii: "}") { depth -= 1 }
        }
        if hadBrace && depth == 0 { return lines.joined(separator: "\n") }
      }
    }
    return nil
  }

  /// All functions, each as `Type.name`.
  var functions: [String] { places().map { Self.name($0.file, $0.line) } }

  private typealias File = (name: String, lines: [Substring])

  /// Where functions begin.
  private func places() -> [(file: File, line: Int)] {
    files.flatMap { file in
      file.lines.indices.compactMap { Self.functionName(file.lines[$0]) == nil ? nil : (file, $0) }
    }
  }

  /// The file `Type.swift` or `Type+Part.swift` gives the type.
  private static func name(_ file: File, _ line: Int) -> String {
    let type = file.name.utf8.prefix { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: ".") }
    return String(Substring(type)) + "." + (functionName(file.lines[line]) ?? "")
  }

  /// What a line `func name(` declares, whatever stands before `func`.
  private static func functionName(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "func"), words.count > place + 1,
      words[..<place].allSatisfy({ modifiers.contains($0) })
    else { return nil }
    return String(Substring(words[place + 1].utf8.prefix { $0 != UInt8(ascii: "(") }))
  }

  private static let modifiers: Set<Substring> = [
    "public", "private", "fileprivate", "static", "mutating",
  ]
}
