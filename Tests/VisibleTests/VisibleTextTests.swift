import Testing
import Visible

@Suite struct VisibleTextTests {
  /// Everything that steers a terminal or turns the direction of a line.
  static let hostile: [UInt32] =
    Array(0x00...0x09) + Array(0x0B...0x1F) + Array(0x7F...0x9F) + [0x061C, 0x200E, 0x200F]
    + Array(0x202A...0x202E) + Array(0x2066...0x2069)

  @Test func everySteeringSignBecomesVisible() throws {
    for value in Self.hostile {
      let scalar = try #require(Unicode.Scalar(value))
      let safe = VisibleText.safe("a" + String(scalar) + "b")
      #expect(!safe.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      #expect(safe.unicodeScalars.count == 3 && safe.hasPrefix("a") && safe.hasSuffix("b"))
      #expect(VisibleText.safe(safe) == safe)
    }
    let text = "\u{1B}]0;x\u{7}\r\t\u{7F}\u{9B}\u{202E}"
    #expect(VisibleText.safe(text) == "␛]0;x␇␍⇥␡\u{FFFD}\u{FFFD}")
  }

  @Test func otherTextStaysAsItIs() {
    for text in ["", "Mira sings.\nTwice.", "ミラは港で働く。", "e\u{301} 👩‍🚀 \u{200B}\u{200D} שלום"] {
      #expect(VisibleText.safe(text) == text)
    }
    #expect(VisibleText.line("a\nb\r\n") == "a↵b␍↵")
  }

  @Test func jsonSaysTheSameInEscapes() {
    let json = "{\n  \"text\": \"a\u{202E}b\u{9B}c\u{7F}d ミラ\"\n}"
    #expect(
      VisibleText.json(json) == "{\n  \"text\": \"a\\u202eb\\u009bc\\u007fd ミラ\"\n}")
  }
}
