import Names
import RawData
import Testing

/// Text that is clean already stays as it is, to the byte.
@Suite struct CleanTextTests {
  @Test(arguments: [
    "Mira works at the bakery. She likes plum jam & bread.\nTobin came by.",
    "It cost 5 + 3 = 8 coins, or 3 @ 2 each, on 2026-05-03 at 09:12.",
    "The café on Lantern Street sells crème brûlée; naïve gulls steal it.",
    "Pages 120-1350 and chapters 3-4 of ISBN 978-4-00-310101-8 cost 1,250 yen.",
    "\"Kick the ball to the duck,\" said Mira. The duck was fed, and it walked across the road.",
    "He carried a useless umbrella and hit the drum.",
    "x < y and y > z, so a[1] = b_2 * c_3 * d.",
  ])
  func englishStays(text: String) {
    for kind in [DocumentKind.userText, .webPage, .news, .story, .dialogue, .questionAnswer] {
      #expect(cleaned(text, kind: kind) == text)
    }
  }

  @Test(arguments: [
    "ミラさんはパン屋で働いています。プラムのジャムとパンが好きです。\nトビンさんが来ました。",
    "「どこへ行きますか？」とミラさんは聞きました。「海です！」",
    "アヒルばかり見ていると、ボールをける番を忘れます。",
    "5月3日の9時12分、3キロ先の灯台まで走りました。",
    "昔々、ナギという港町がありました。ー々〆ヶヴ、全部そのままです。",
  ])
  func japaneseStays(text: String) {
    for kind in [DocumentKind.userText, .webPage, .news, .story, .dialogue, .bookChapter] {
      #expect(cleaned(text, kind: kind, language: .japanese) == text)
    }
  }

  @Test func poemsAndListsOfAUserKeepTheirLines() {
    let poem =
      "The sea is wide,\nthe night is deep,\nthe gulls are tired\nand want to sleep.\n\nGood night."
    #expect(cleaned(poem) == poem)
    let code = "def f(x):\n    if x:\n        return [1, 2]\n    return x - 1"
    #expect(cleaned(code) == code)
    let play =
      "First Citizen:\nBefore we proceed any further, hear me speak.\n\nAll:\nSpeak, speak."
    #expect(cleaned(play) == play)
  }

  @Test func aUsersWrappedTextIsJoined() {
    let wrapped = """
      In the morning Mira opened the bakery and looked at the sea for a while,
      because the wind was cold and the boats were late again, as they always
      were in the first week of May when the fog lies over the bay until noon.

      Tobin came by with a basket of eggs, and they sat down on the step of the
      shop to wait for the ferry, which had not been seen since the evening of
      the day before.
      """
    #expect(
      cleaned(wrapped)
        == "In the morning Mira opened the bakery and looked at the sea for a while, "
        + "because the wind was cold and the boats were late again, as they always were in the "
        + "first week of May when the fog lies over the bay until noon.\n\n"
        + "Tobin came by with a basket of eggs, and they sat down on the step of the shop to "
        + "wait for the ferry, which had not been seen since the evening of the day before.")
  }
}
