import Dataset
import Names
import RawData
import Testing

@testable import Build

@Suite struct SampleSentencesTests {
  @Test(
    arguments: [
      ("The boats come home in the evening.", true), ("Mira's bakery opens at 7, they say.", true),
      ("* the module is new in this version.", false), ("the boats come home at night.", false),
      ("Use ``str.join`` to put them together.", false), ("See the list.", false),
      ("3 boats come home at night.", false), ("Returns <b>true</b> if it is so.", false),
    ])
  func proseIsToldFromOtherLines(sentence: String, isProse: Bool) {
    #expect(SampleSentences.isProse(sentence, .english) == isProse)
  }

  @Test(
    arguments: [
      ("港の町に、小さな灯台がありました。", true), ("「今日は風が強いですね。", false),
      ("・港の町に小さな灯台がある。", false), ("設定＝港の町に灯台がある。", false), ("関数一覧表示方法。", false),
    ])
  func japaneseProseIsToldFromOtherLines(sentence: String, isProse: Bool) {
    #expect(SampleSentences.isProse(sentence, .japanese) == isProse)
  }

  private func documents(_ lines: [String]) -> Spool<CleanDocument> {
    Spool(
      lines.enumerated().map { number, line in
        CleanDocument(
          id: "d\(number)", kind: .userText, language: .english,
          fields: [RawDocument.Field(name: .text, text: line)])
      })
  }

  @Test func aTextIsBegunWithProseWhereThereIsSome() {
    let list = "* the module is new in this version."
    let prose = "The boats come home in the evening."
    #expect(SampleSentences.first(of: documents([list, prose]), language: .english) == prose)
    #expect(SampleSentences.first(of: documents([list]), language: .english) == list)
    #expect(SampleSentences.first(of: documents([]), language: .english) == nil)
    #expect(SampleSentences.opening(prose, .english) == "The boats")
  }
}
