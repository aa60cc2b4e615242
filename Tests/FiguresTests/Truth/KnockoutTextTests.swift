import Names
import Record
import Testing

@testable import Figures

/// What a damaged model wrote, as the figure of removed parts quotes it.
@Suite struct KnockoutTextTests {
  private static func written(
    _ bytes: [UInt8], _ finish: FinishReason
  ) -> KnockoutRecord.Written {
    KnockoutRecord.Written(
      tokens: bytes.map { TokenPiece(id: 1, bytes: [$0], text: "") }, finish: finish)
  }

  @Test func halfACharacterAtTheCutIsLeftOut() {
    // は, and two of the three bytes of a further character.
    let bytes: [UInt8] = [0xE3, 0x81, 0xAF, 0xE3, 0x81]
    #expect(KnockoutMap.text(Self.written(bytes, .limit)) == "は …")
    #expect(KnockoutMap.text(Self.written(Array(bytes.prefix(3)), .limit)) == "は …")
  }

  @Test func whatIsBrokenWithinTheTextIsShown() {
    let bytes: [UInt8] = [0x41, 0xFF, 0x42]
    #expect(KnockoutMap.text(Self.written(bytes, .limit)) == "A\u{FFFD}B …")
    // Where the model ended the text itself, nothing was cut.
    #expect(KnockoutMap.text(Self.written([0x41, 0xFF], .endToken)) == "A\u{FFFD}")
  }
}
