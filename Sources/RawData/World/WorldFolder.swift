import Foundation
import Names

extension World {
  /// The files that make a world, in the order in which they are read.
  public static let fileNames = ["facts.txt", "english.txt", "japanese.txt"]

  /// Reads a world from its folder.
  ///
  /// - Throws: `WorldError` with file, line and remedy for the first mistake.
  public static func load(folder: String) throws(WorldError) -> World {
    var texts: [String] = []
    for name in fileNames { texts.append(try text(name, in: folder)) }
    do {
      return try World(facts: texts[0], english: texts[1], japanese: texts[2])
    } catch {
      var error = error
      error.file = folder + "/" + error.file
      throw error
    }
  }

  /// A world from the text of its three files.
  public init(facts: String, english: String, japanese: String) throws(WorldError) {
    var world = try FactsReader.read(facts, file: Self.fileNames[0])
    world.english = try GrammarReader.read(english, file: Self.fileNames[1])
    world.japanese = try GrammarReader.read(japanese, file: Self.fileNames[2])
    for language in Language.allCases { try GrammarCheck.check(world, language) }
    self = world
  }

  private static func text(_ name: String, in folder: String) throws(WorldError) -> String {
    let path = folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorldError(
        file: path, line: 0,
        message: LocalizedText(
          en: "cannot be read; a world needs \(fileNames.joined(separator: ", "))",
          ja: "読めません。世界には \(fileNames.joined(separator: "、")) が要ります"))
    }
    // U+0000 is what UTF-16 looks like to a reader of UTF-8.
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { $0.contains(0) || String(data: $0, encoding: .utf8) == nil }
    if let bad {
      throw WorldError(
        file: path, line: bad + 1,
        message: LocalizedText(
          en: "this is not UTF-8; save the file again with the encoding UTF-8",
          ja: "UTF-8 ではありません。文字コードを UTF-8 にして保存し直してください"))
    }
    return String(decoding: data, as: UTF8.self)
  }
}
