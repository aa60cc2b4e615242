import Markup
import Testing

@testable import Charts

/// Tokens that take the place of those from which they were made.
@Suite struct TokenCoverTests {
  private static let letters = ["F", "o", "g", "g", "y", "␣", "d", "a", "y"].enumerated().map {
    TokenStrip.Token(text: $1, id: 40 + $0)
  }

  /// Tokens of so many letters each; lines may break before those that `openings` names.
  private static func strip(_ counts: [Int], openings: Set<Int> = [0, 5]) -> TokenStrip {
    var start = 0
    let items = counts.map { count in
      let own = Array(letters[start..<start + count])
      var token =
        count == 1
        ? own[0] : TokenStrip.Token(text: own.map(\.text).joined(), id: 100 + start)
      token.covered = own.map(\.columns)
      token.isJoined = !openings.contains(start)
      start += count
      return TokenStrip.Item.token(token)
    }
    return TokenStrip(rows: [TokenStrip.Row(items: items)])
  }

  private static func boxes(_ strip: TokenStrip, _ width: Double) -> [DrawnShape] {
    DrawnShape.all(strip, width: width).filter { $0.element == "rect" }
      .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  @Test(arguments: [600.0, 240])
  func aTokenReachesFromItsFirstLetterToItsLast(width: Double) throws {
    let single = Self.boxes(Self.strip(Array(repeating: 1, count: 9)), width)
    for counts in [[2, 1, 2, 1, 3], [2, 3, 1, 3], [5, 4]] {
      let merged = Self.boxes(Self.strip(counts), width)
      try #require(merged.count == counts.count)
      var start = 0
      for (box, count) in zip(merged, counts) {
        let (first, last) = (single[start], single[start + count - 1])
        #expect(abs(box.x - first.x) < 0.2 && box.y == first.y, "\(counts), letter \(start)")
        #expect(abs(box.x + box.width - last.x - last.width) < 0.2)
        start += count
      }
    }
  }

  /// What will be one token stands on one line from the beginning, where a line can hold it.
  @Test func whatStaysTogetherGoesToTheNextLineTogether() {
    let boxes = Self.boxes(Self.strip(Array(repeating: 1, count: 9)), 240)
    #expect(Set(boxes.prefix(5).map(\.y)).count == 1 && Set(boxes.suffix(4).map(\.y)).count == 1)
    #expect(boxes[4].y < boxes[5].y)
    // Narrower than that it breaks where it must.
    let narrow = Self.boxes(Self.strip(Array(repeating: 1, count: 9)), 100)
    #expect(Set(narrow.map(\.y)).count >= 3)
    #expect(narrow.allSatisfy { $0.x + $0.width <= 101 })
  }

  @Test func inTheTerminalTooATokenTakesThePlaceOfItsLetters() {
    let frame = TerminalFrame(width: 70, style: .plain, wording: .english)
    let single = Self.strip(Array(repeating: 1, count: 9)).terminal(frame).map(\.text)
    let merged = Self.strip([2, 3, 1, 3]).terminal(frame).map(\.text)
    #expect(single.count == merged.count)
    #expect(single[0].hasPrefix("|F | |o | |g | |g | |y | |␣ | |d |"))
    #expect(merged[0].hasPrefix("|Fo     | |ggy         | |␣ | |day"))
  }
}
