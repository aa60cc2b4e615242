import Testing

@testable import Tokenization

/// Added tokens, spaces before texts, and what stands around them. Each expectation is what `tokenizers`
/// 0.23.3 gives for the same tokenizer.
@Suite struct TextRulesTests {
  /// A token for each byte by its value, then the added ones from 256 on.
  private func tokenizer(
    _ added: [AddedToken], addsSpaceBefore: Bool = false, before: [Int32] = [],
    after: [Int32] = []
  ) throws -> Tokenizer {
    try Tokenizer(
      specialTokens: added.filter(\.isSpecial).map { ($0.id, $0.text) },
      byteTokens: (0..<256).map { Int32($0) }, merges: [],
      rules: TextRules(
        added: added, addsSpaceBefore: addsSpaceBefore, before: before, after: after))
  }

  /// The ids with those of single bytes as text.
  private func shown(_ ids: [Int32]) -> String {
    var text = ""
    var bytes: [UInt8] = []
    func close() {
      text += String(decoding: bytes, as: UTF8.self)
      bytes = []
    }
    for id in ids {
      if id < 256 {
        bytes.append(UInt8(id))
      } else {
        close()
        text += "[\(id)]"
      }
    }
    close()
    return text
  }

  private func read(_ text: String, _ added: [AddedToken], special: Bool = true) throws -> String {
    shown(try tokenizer(added).encodeByRules(text, readsSpecial: special))
  }

  @Test func aSpecialTokenIsOneOnlyWhereItIsRead() throws {
    let end = AddedToken(id: 256, text: "<|end|>")
    #expect(try read("a<|end|>b<|end|><|end|>", [end]) == "a[256]b[256][256]")
    #expect(try read("a<|end|>b", [end], special: false) == "a<|end|>b")
    #expect(try read("<|end|", [end]) == "<|end|")
    #expect(try tokenizer([end]).encode("<|end|>").count == 7)
    #expect(try tokenizer([end]).bytes(of: 256).isEmpty)
  }

  @Test func anAddedWordIsAlwaysReadAndIsText() throws {
    let word = AddedToken(id: 256, text: "灯台", isSpecial: false, isLate: true)
    #expect(try read("港の灯台守", [word], special: false) == "港の[256]守")
    #expect(try tokenizer([word]).decode([256, 65]) == Array("灯台A".utf8))
    #expect(try tokenizer([word]).symbol(of: 256) == "灯台")
  }

  @Test func ofTwoThatBeginTogetherTheLongestIsTaken() throws {
    let words = ["Naka", "Nakami", "ami"].enumerated().map {
      AddedToken(id: 256 + Int32($0.offset), text: $0.element, isSpecial: false, isLate: true)
    }
    #expect(try read("Nakamix Nakam ami", words) == "[257]x [256]m [258]")
    // Those that are not late come first, wherever they stand.
    let early = AddedToken(id: 260, text: "kam", isSpecial: false)
    #expect(try read("Nakami", words + [early]) == "Na[260]i")
  }

  @Test func whiteSpaceIsTakenAlongWhereATokenSaysSo() throws {
    func token(_ before: Bool, _ after: Bool) -> AddedToken {
      AddedToken(
        id: 256, text: "<m>", takesSpaceBefore: before, takesSpaceAfter: after)
    }
    #expect(try read("a \u{3000} <m> \n b", [token(false, false)]) == "a \u{3000} [256] \n b")
    #expect(try read("a \u{3000} <m> \n b", [token(true, false)]) == "a[256] \n b")
    #expect(try read("a \u{3000} <m> \n b", [token(false, true)]) == "a \u{3000} [256]b")
    #expect(try read("a  <m>  <m>  b", [token(true, true)]) == "a[256][256]b")
    #expect(try read("  <m>  ", [token(true, true)]) == "[256]")
  }

  @Test func aWholeWordStandsAlone() throws {
    let word = AddedToken(id: 256, text: "sea", isSpecial: false, isWholeWord: true)
    #expect(
      try read("sea seas a_sea (sea) 海sea, sea", [word]) == "[256] seas a_sea ([256]) 海sea, [256]")
  }

  @Test func eachStretchGetsItsSpaceAndEachTextItsFrame() throws {
    let end = AddedToken(id: 256, text: "<|end|>")
    let framed = try tokenizer([end], addsSpaceBefore: true, before: [256], after: [256, 256])
    #expect(
      shown(framed.encodeByRules("a<|end|>b <|end|> c", readsSpecial: true))
        == "[256] a[256] b [256] c[256][256]")
    #expect(
      shown(framed.encodeByRules("<|end|>", readsSpecial: false)) == "[256] <|end|>[256][256]")
  }

  /// Any text in any pieces: the stretches are the text again, and none is empty.
  @Test func stretchesCoverTheText() throws {
    let scanner = AddedTokenScanner([
      AddedToken(id: 1, text: "ab", takesSpaceBefore: true, takesSpaceAfter: true),
      AddedToken(id: 2, text: " b", isWholeWord: true), AddedToken(id: 3, text: "\u{3000}é"),
      AddedToken(id: 4, text: ""),
    ])
    var state: UInt64 = 3
    for _ in 0..<2000 {
      var text: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Array(["a", "b", " ", "\u{3000}", "é", "_"][Int(state >> 60) % 6].utf8)
        if state >> 58 & 31 == 0 { text.append(UInt8(state >> 40 & 255)) }
      }
      let stretches = scanner.stretches(of: text, in: 0..<text.count)
      #expect(stretches.flatMap { Array(text[$0.range]) } == text)
      #expect(stretches.allSatisfy { !$0.range.isEmpty })
    }
  }

  @Test func ownTokenizersReadTheirRolesOnlyByRules() throws {
    let own = try Tokenizer(merges: [])
    let role = SpecialToken.question
    #expect(own.encodeByRules(role.text, readsSpecial: true) == [role.rawValue])
    #expect(
      own.encodeByRules("a \(role.text)", readsSpecial: false) == own.encode("a \(role.text)"))
  }
}
