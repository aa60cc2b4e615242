import Foundation
import Testing

@testable import Dataset

/// Pages that nobody here wrote: the HTML under the machine's documentation folder, if any.
@Suite struct DebianPagesTests {
  private static func pages() -> [String] {
    let root = "/usr/share/doc"
    guard let walker = FileManager.default.enumerator(atPath: root) else { return [] }
    var paths: [String] = []
    for case let path as String in walker where path.hasSuffix(".html") {
      paths.append(root + "/" + path)
    }
    return Array(paths.sorted().prefix(150))
  }

  @Test func realPagesAreReadWithoutLosingText() throws {
    var read = 0
    for path in Self.pages() {
      guard let data = FileManager.default.contents(atPath: path), data.count < 400_000,
        let html = String(bytes: data, encoding: .utf8)
      else { continue }
      read += 1
      let text: String = try #require(
        cleanedPage(html, language: nil), "nothing is left of \(path)")
      // All words of the paragraphs that stand in no furniture are still there.
      let words = Set(text.split { !$0.isLetter })
      let missing = Self.paragraphWords(html).filter { !words.contains($0) }
      #expect(missing.count <= 3, "\(path) lost \(missing.prefix(10))")
      // What looks like a tag was written with references, or stood in an unclosed one.
      let shown =
        html.components(separatedBy: "&lt;/").count + html.components(separatedBy: "&#60;/").count
      #expect(text.components(separatedBy: "</").count <= shown, "\(path) keeps a tag")
    }
    print("read \(read) HTML pages of /usr/share/doc")
  }

  /// Long plain words of simple paragraphs, found in another way than by the tokenizer.
  private static func paragraphWords(_ html: String) -> [Substring] {
    var words: [Substring] = []
    for part in html.components(separatedBy: "<p>").dropFirst() {
      let body = part.prefix { $0 != "<" && $0 != "&" && $0 != "@" }
      for word in body.split(whereSeparator: { !$0.isLetter || !$0.isASCII }) where word.count > 6 {
        words.append(word)
      }
    }
    return words
  }
}
