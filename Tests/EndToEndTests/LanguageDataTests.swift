import Foundation
import Testing

/// What a language needs is data of the language, and what a prompt needs stands in one type.
@Suite struct LanguageDataTests {
  /// The lines of the program's sources with their places.
  private static let lines: [(place: String, text: String)] = {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var lines: [(String, String)] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift",
        let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let path = file.path.dropFirst(sources.path.count + 1)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      // A copy of the sources with bugs behind switches (see Tests/Mutants) holds what is forbidden.
      where !line.contains("mutant(") {
        lines.append(("\(path):\(number + 1)", String(line)))
      }
    }
    return lines
  }()

  private func places(of patterns: [String], except files: [String] = []) -> [String] {
    Self.lines.filter { line in
      patterns.contains { line.text.contains($0) }
        && !files.contains { line.place.hasPrefix($0 + ":") }
    }.map { $0.place + " " + $0.text }
  }

  @Test func noRoomAsksWhichLanguageItIs() {
    #expect(Self.lines.count > 10_000)
    let asked = ["== ", "!= "].flatMap { sign in
      ["english", "japanese"].map { sign + "." + $0 }
    }
    #expect(places(of: asked) == [])
  }

  @Test func specialTokensOfPromptsStandInOneType() {
    let tokens = ["english", "japanese", "question", "answer", "story", "summary"].map {
      "SpecialToken." + $0
    }
    #expect(places(of: tokens) == [])
    let written = ["en", "ja", "question", "answer", "story", "summary"].map { "\"<|\($0)|>" }
    #expect(!places(of: written).isEmpty, "the search finds what it looks for")
    // An equation states on its own what must stand around a prompt, or it could not find a fault there.
    let stated = ["Usage", "Dataset"].map { "Record/Equations/Equations+\($0).swift" }
    #expect(places(of: written, except: stated + ["Tokenization/SpecialToken.swift"]) == [])
  }
}
