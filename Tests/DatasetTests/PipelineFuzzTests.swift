import Names
import Numerics
import RawData
import Testing

@testable import Dataset

/// Documents that nobody would write, through all rules.
@Suite struct PipelineFuzzTests {
  private static let parts: [String] = [
    "Mira works at the bakery. ", "ミラさんはパン屋で働いています。", "\n", "\n\n", "\r\n", "\u{2028}",
    "- 12 -\n", "THE NAGI READER\n", "bak-\n", "[1]", "[citation needed]", "**", "_", "`", "```\n",
    "# ", "== x ==\n", "## References\n", "<p>", "</p>", "<!--", "-->", "<ref>", "{{", "}}",
    "&amp;",
    "&#x3042;", "Ã©", "â€™", "\u{7}", "\u{200B}", "\u{FFFD}", "\u{AD}", "Ｍｉｒａ", "ﾐﾗ", "か\u{3099}",
    "㈱", "“", "’", "\u{3000}", "\t", "  ", "\u{A0}", "gull@nagi.example", "+81 90-1234-5678",
    "03-1234-5678",
    "@gull_27", "[gull_27, 3 May 09:12]\n", "> quoted\n", "-- \n", "You idiot! ", "この馬鹿！", "!!!",
    "Click here now! ", "無料 今すぐ", "http://x.example", "NAGI, 3 May (Gull Press) — ",
    "(Gull Press)\n",
    "【ナギ 5月3日 カモメ通信】", "👩‍🚀", "é", "e\u{301}", "'", "\"", "|", "[[a|b]]", "[x](y)", "---\n",
  ]

  private func text(_ generator: inout RandomGenerator) -> String {
    (0..<1 + generator.below(40)).map { _ in
      generator.below(12) == 0
        ? String(Unicode.Scalar(UInt32(1 + generator.below(0xD7FF)))!)
        : Self.parts[generator.below(Self.parts.count)]
    }.joined()
  }

  @Test(arguments: DocumentKind.allCases)
  func anyTextOfAnyKindIsCleaned(kind: DocumentKind) {
    var generator = RandomGenerator(seed: 17)
    var options = CleaningOptions()
    options.recordsAllEdits = true
    let pool = WorkerPool(threadCount: 1)
    for round in 0..<400 {
      let raw = document(
        text(&generator), kind: kind,
        language: [nil, .english, .japanese][generator.below(3)],
        id: round % 3 == 0 ? "a.md" : "a.txt", isMarkup: round % 2 == 0, title: "Mira",
        source: "The Nagi Reader")
      let result = CleaningPipeline(options: options).run([raw], pool: pool)
      let length = raw.fields[0].text.utf8.count
      for edit in result.edits {
        #expect(
          0 <= edit.start && edit.start <= edit.end && edit.end <= length,
          "\(edit) of \(raw.fields[0].text.debugDescription)")
      }
      #expect(result.documents.count + result.dropped.count == 1)
      guard let clean = result.documents.first?.fields[0].text else { continue }
      #expect(!clean.contains("\u{FFFD}") && !clean.contains("\r"), "\(clean.debugDescription)")
      if kind != .userText {
        #expect(!clean.contains("\n\n") && !clean.hasSuffix(" "), "\(clean.debugDescription)")
      }
    }
  }
}
