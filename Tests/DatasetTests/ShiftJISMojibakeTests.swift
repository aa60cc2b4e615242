import Numerics
import RawData
import Testing

@testable import Dataset

/// UTF-8 that was read as Shift_JIS.
@Suite struct ShiftJISMojibakeTests {
  /// What a reader of Shift_JIS makes of the bytes of UTF-8, by Python's code page 932.
  @Test(arguments: [
    ("ミラさんは", "繝溘Λ縺輔ｓ縺ｯ"), ("カモメ", "繧ｫ繝｢繝｡"), ("とても寒い", "縺ｨ縺ｦ繧ょｯ偵＞"),
    ("パンを売る人", "繝代Φ繧貞｣ｲ繧倶ｺｺ"), ("船が帰ってくる", "闊ｹ縺悟ｸｰ縺｣縺ｦ縺上ｋ"),
    ("こんにちは", "縺薙ｓ縺ｫ縺｡縺ｯ"), ("魚を市場で売る人たち", "鬲壹ｒ蟶ょ\u{A0}ｴ縺ｧ螢ｲ繧倶ｺｺ縺溘■"),
    ("静かな港のパン", "髱吶°縺ｪ貂ｯ縺ｮ繝代Φ"), ("Mira のカモメ", "Mira 縺ｮ繧ｫ繝｢繝｡"),
  ])
  func aLineThatCanBeReadBackIsRestored(text: String, noisy: String) throws {
    let result = CleaningPipeline().run(
      [document("前の行です。\n\n" + noisy + "\n\n次の行です。", language: .japanese)],
      pool: WorkerPool(threadCount: 1))
    let expected = "前の行です。\n\n" + text + "\n\n次の行です。"
    #expect(result.documents.first?.fields[0].text == expected)
    #expect(result.effect(of: .mojibake).editCount == 1)
  }

  @Test func whatCannotBeReadBackIsDroppedAndCounted() {
    let noisy = "貂ｯ縺ｮ逕ｺ縺ｧ縺ｯ譛昴↓縺ｪ繧九→闊ｹ縺悟ｸｰ縺｣縺ｦ縺阪∪縺吶・"
    let result = CleaningPipeline().run(
      [document(noisy, language: .japanese)], pool: WorkerPool(threadCount: 1))
    #expect(result.documents.isEmpty)
    #expect(result.effect(of: .mojibake).documentsDropped == 1)
    #expect(result.dropped.first?.reasons == [ShiftJISMojibake.reason])
    #expect(result.effect(of: .mojibake).bytesDropped > 0)
  }

  @Test func aPageThatOnlyTellsOfItStays() {
    let text =
      "文字化けでは「縺ｮ」や「繧」のような漢字がならびます。"
      + String(repeating: "これは読み方を間違えたために起きることで、元の文章はこわれていません。", count: 10)
    #expect(cleaned(text, language: .japanese) == text.replacing("ｮ", with: "ョ"))
  }
}
