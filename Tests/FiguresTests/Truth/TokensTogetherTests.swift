import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// A character whose bytes lie in two tokens is one character where the tokens are read as a text.
@Suite struct TokensTogetherTests {
  private let split = [Fixture.bytes([0xE6, 0x9C], 40), Fixture.bytes([0xBA], 41)]

  @Test(arguments: Language.allCases)
  func watchedAttentionNamesTheTextAsItIsRead(language: Language) throws {
    var run = Fixture.run
    run[.training]!.attentionTokens.replaceSubrange(1...2, with: split)
    for place in run[.training]!.attentionElsewhere?.indices ?? 0..<0 {
      run[.training]!.attentionElsewhere![place].tokens.replaceSubrange(1...2, with: split)
    }
    let figure = try FigureCatalog.figure("attention-over-time", run: run, language: language)
    #expect(figure.description.contains("机"), "\(figure.description)")
    #expect(!figure.description.contains("‹"), "\(figure.description)")
    // Where each token stands alone its bytes are told.
    #expect(figure.table.rows.contains { $0[1] == "‹E6 9C›" })
  }

  @Test func theExamplesContextIsReadAsAText() throws {
    var run = Fixture.run
    run[.algorithm]!.example.context = split
    run[.algorithm]!.exampleInOtherLanguage = nil
    let figure = try FigureCatalog.figure("loss-example", run: run, language: .english)
    #expect(figure.description.contains("机"), "\(figure.description)")
  }
}
