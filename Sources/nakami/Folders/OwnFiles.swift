import Foundation
import Names

/// Which files of a folder Nakami wrote itself; everything else there is somebody's own and stays.
///
/// They stand in `nakami-files.txt` in that folder: a first line that says what wrote them, then one
/// path a line, relative to the folder, in the order of their bytes.
struct OwnFiles: Equatable {
  enum Maker: String, CaseIterable {
    /// `nakami build` and `nakami import`.
    case run
    /// `nakami train`.
    case training
    /// `nakami ask --record`.
    case record

    /// What such a folder holds, for messages.
    var content: LocalizedText {
      switch self {
      case .run:
        LocalizedText(
          en: "a run of nakami build or import", ja: "nakami buildかnakami importの記録")
      case .training: LocalizedText(en: "a model of nakami train", ja: "nakami trainのモデル")
      case .record: LocalizedText(en: "a recorded answer", ja: "答えの記録")
      }
    }

    var firstLine: String {
      "# What nakami wrote here as a \(rawValue). The next one replaces these files and no others."
    }
  }

  static let listName = "nakami-files.txt"
  /// What a run has at the top of its folder.
  static let namesOfRun: Set<String> = [
    "ask.js", "diagrams", "en", "engine.js", "film.js", "icon.svg", "index.html", "ja",
    "left-out.tsv", "live.js", "model", "notes.js", "page.js", "place.js", "present.js", "run",
    "save.js", "style.css", "times.json", "train.js",
  ]

  let maker: Maker
  private let files: Set<String>
  /// Every folder above one of the files.
  private let folders: Set<String>
  /// Whether whole folders count, as nobody wrote down the files in them.
  private let isUnlisted: Bool

  init(maker: Maker, files: some Sequence<String>) {
    self.init(maker: maker, files: Set(files).union([Self.listName]), isUnlisted: false)
  }

  private init(maker: Maker, files: Set<String>, isUnlisted: Bool) {
    self.maker = maker
    self.files = files
    self.isUnlisted = isUnlisted
    var folders: Set<String> = []
    for file in files {
      var place = file[...]
      while let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")) {
        place = place[..<slash]
        folders.insert(String(place))
      }
    }
    self.folders = folders
  }

  /// What the list in `folder` says, or for a run of an older program, which kept none, the names that
  /// every run has; nil when neither is there.
  static func read(in folder: String) -> OwnFiles? {
    let data = FileManager.default.contents(atPath: Paths.join(folder, listName))
    if let own = data.flatMap(OwnFiles.init(parsing:)) { return own }
    guard let setting = FileManager.default.contents(atPath: folder + "/run/setting.json"),
      let object = try? JSONSerialization.jsonObject(with: setting) as? [String: Any],
      object["preset"] is String || object["importedFrom"] is String, object["version"] is Int
    else { return nil }
    return OwnFiles(maker: .run, files: Self.namesOfRun, isUnlisted: true)
  }

  /// Reads a list; nil when it is none.
  init?(parsing data: Data) {
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard let maker = Maker.allCases.first(where: { $0.firstLine == lines.first ?? "" }) else {
      return nil
    }
    self.init(maker: maker, files: lines.dropFirst().map(String.init))
  }

  /// Every file below `folder`, to be listed in it.
  static func all(in folder: String, maker: Maker) -> OwnFiles {
    var files: [String] = []
    func visit(_ place: String) {
      for name in Paths.names(in: Paths.join(folder, place)) {
        let path = Paths.join(place, name)
        let isFolder = Paths.kind(Paths.join(folder, path)) == .folder
        if isFolder { visit(path) } else { files.append(path) }
      }
    }
    visit("")
    return OwnFiles(maker: maker, files: Set(files), isUnlisted: false)
  }

  var text: String {
    let paths = files.subtracting([Self.listName]).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return ([maker.firstLine] + paths).joined(separator: "\n") + "\n"
  }

  var isEmpty: Bool { files.isEmpty }

  func write(to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Whether a file is one of them.
  /// - Parameter path: relative to the folder.
  func contains(_ path: String) -> Bool {
    isUnlisted ? files.contains(top(path)) : files.contains(path)
  }

  /// Whether one of them may lie in a folder.
  func mayLie(in folder: String) -> Bool {
    isUnlisted ? files.contains(top(folder)) : folders.contains(folder)
  }

  /// Those that are not among `others`.
  func without(_ others: OwnFiles) -> OwnFiles {
    OwnFiles(maker: maker, files: files.subtracting(others.files), isUnlisted: false)
  }

  /// The same without some that are left where they are.
  func leaving(_ paths: Set<String>) -> OwnFiles {
    OwnFiles(maker: maker, files: files.subtracting(paths), isUnlisted: isUnlisted)
  }

  private func top(_ path: String) -> String {
    String(path.prefix { $0 != "/" })
  }
}
