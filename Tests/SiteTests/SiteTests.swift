import Diagrams
import Foundation
import Lessons
import SampleRuns
import Testing

@testable import Record
@testable import Site

@Suite("The site")
struct SiteTests {
  static let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Lessons").path

  static let files: [(path: String, text: String)] = {
    let course = try! Course.load(folder: lessons)
    return try! SiteWriter.files(run: SampleRun.make(), course: course)
  }()

  static var pages: [(path: String, text: String)] { files.filter { $0.path.hasSuffix(".html") } }

  @Test func hasAPageForEveryNodeAndLessonInBothLanguages() {
    let paths = Set(Self.files.map(\.path))
    for language in ["en", "ja"] {
      #expect(paths.contains("\(language)/index.html"))
      #expect(paths.contains("\(language)/lessons/merging-pairs.html"))
      for node in FlowNode.allCases { #expect(paths.contains("\(language)/\(node.rawValue).html")) }
      for stage in FlowStage.allCases {
        #expect(paths.contains("diagrams/\(stage.rawValue).\(language).mmd"))
      }
    }
    #expect(paths.isSuperset(of: ["index.html", "style.css"]))
  }

  @Test func aPageSaysHowManyEquationsHoldAndRecomputesOne() throws {
    let report = EquationReport(SampleRun.make())
    let holding = report.entries.count { $0.comparison.holds }
    for name in ["index", "trained-model"] {
      let page = try #require(Self.pages.first { $0.path == "en/\(name).html" })
      #expect(page.text.contains("\(holding) equations between its parts hold"))
      #expect(page.text.contains("<code>nakami check</code> (followed by the folder’s name"))
    }
    let page = try #require(Self.pages.first { $0.path == "ja/index.html" })
    #expect(page.text.contains("等式が\(holding)個成り立って"))
    let shelves = try #require(report.entries.first { $0.equation.row == "L1" })
    #expect(page.text.contains(shelves.equation.statement.ja))
  }

  @Test func everyLinkAndAnchorLeadsSomewhereWithinTheFolder() {
    let paths = Set(Self.files.map(\.path))
    let ids = Dictionary(
      uniqueKeysWithValues: Self.pages.map { ($0.path, Set($0.text.values(of: "id"))) })
    for page in Self.pages {
      for link in page.text.values(of: "href") {
        if link.hasPrefix("https://") { continue }
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? page.path : resolve(String(parts[0]), from: page.path)
        #expect(paths.contains(target), "\(page.path) -> \(link)")
        if parts.count > 1 {
          #expect(ids[target]?.contains(String(parts[1])) == true, "\(page.path) -> \(link)")
        }
      }
    }
  }

  private func resolve(_ link: String, from page: String) -> String {
    var folders = page.split(separator: "/").dropLast()
    for part in link.split(separator: "/") {
      if part == ".." { folders.removeLast() } else { folders.append(part) }
    }
    return folders.joined(separator: "/")
  }

  @Test func pagesAreWellFormedForReadersOfAnyKind() {
    for page in Self.pages {
      let text = page.text
      #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\""), "\(page.path)")
      #expect(text.occurrences(of: "<h1") == 1, "\(page.path)")
      #expect(text.occurrences(of: "<main") == 1, "\(page.path)")
      #expect(!text.contains("{{"), "\(page.path)")
      let ids = text.values(of: "id")
      #expect(ids.count == Set(ids).count, "ids twice in \(page.path)")
      var level = 0
      for heading in text.headingLevels {
        #expect(heading <= level + 1, "heading order in \(page.path)")
        level = heading
      }
      if page.path != "index.html" {
        #expect(text.contains("class=\"skip\" href=\"#content\""), "\(page.path)")
        #expect(text.contains("hreflang="), "\(page.path)")
      }
    }
  }

  @Test func theMapLeadsToEveryNode() throws {
    let map = try #require(Self.files.first { $0.path == "ja/index.html" }).text
    for node in FlowNode.allCases {
      #expect(map.contains("<a href=\"\(node.rawValue).html\" class=\"flow-node"))
    }
    #expect(map.contains("学習段階"))
    #expect(
      map.contains("<a class=\"language\" lang=\"en\" hreflang=\"en\" href=\"../en/index.html\""))
  }

  @Test func everyPageOfANodeMarksItsPlaceOnTheFlow() {
    for node in FlowNode.allCases {
      let page = Self.files.first { $0.path == "en/\(node.rawValue).html" }!.text
      #expect(page.contains("aria-current=\"true\""), "\(node)")
    }
  }

  @Test func codeKeepsItsLinesAndIndents() throws {
    for language in ["en", "ja"] {
      let page = try #require(
        Self.files.first { $0.path == "\(language)/lessons/inside-the-model.html" }
      ).text
      #expect(
        page.contains("<code>// Sources/Plain/PlainModel+Block.swift\nfunc attention("),
        "\(language)")
      #expect(page.contains("\n    let pattern = Self.softmax(scores)  // [T, T]\n"))
    }
  }

  /// Tables are walked in another order in another process; nothing of that may be seen.
  @Test func theSameRunGivesTheSameBytesInAnotherProcess() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      var digest = Digest()
      for file in SiteTests.files { digest.add(file.path + "\n" + file.text) }
      print("digest \(digest.value) of \(SiteTests.files.count) files")
    }
    var digest = Digest()
    for file in Self.files { digest.add(file.path + "\n" + file.text) }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    #expect(output.contains("digest \(digest.value) of \(Self.files.count) files"), "\(output)")
  }

  @Test func everyLinkStaysInItsLanguageUnlessItSaysSo() {
    for page in Self.pages where page.path != "index.html" {
      let other = page.path.hasPrefix("en/") ? "ja/" : "en/"
      for link in page.text.components(separatedBy: "<a ").dropFirst() {
        let opening = link.prefix { $0 != ">" }
        guard !opening.contains("hreflang=") else { continue }
        for address in String(" " + opening).values(of: "href") where !address.hasPrefix("https:") {
          #expect(
            !resolve(address, from: page.path).hasPrefix(other), "\(page.path) -> \(address)")
        }
      }
    }
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    let error = try #require(throws: SiteError.self) {
      try SiteWriter.write(
        run: SampleRun.make(), course: Course.load(folder: Self.lessons), to: "/dev/null/site")
    }
    #expect(error.description.hasPrefix("/dev/null/site/"))
  }

  /// Writes the site of a recorded run (`NAKAMI_RUN`, else the sample's) to `NAKAMI_SITE`, for a look.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["NAKAMI_SITE"] != nil))
  func writesTheSiteThatAPersonCanLookAt() throws {
    let environment = ProcessInfo.processInfo.environment
    let folder = try #require(environment["NAKAMI_SITE"])
    let run = try environment["NAKAMI_RUN"].map { try RunStore.read(from: $0) } ?? SampleRun.make()
    try SiteWriter.write(run: run, course: Course.load(folder: Self.lessons), to: folder)
    #expect(FileManager.default.fileExists(atPath: folder + "/index.html"))
  }
}

extension String {
  fileprivate func occurrences(of part: String) -> Int {
    components(separatedBy: part).count - 1
  }

  /// Values of an attribute, in order.
  fileprivate func values(of attribute: String) -> [String] {
    components(separatedBy: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  fileprivate var headingLevels: [Int] {
    components(separatedBy: "<h").dropFirst().compactMap { part in
      guard let digit = part.first?.wholeNumberValue, let next = part.dropFirst().first,
        next == ">" || next == " "
      else { return nil }
      return digit
    }
  }
}
