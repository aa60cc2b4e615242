import Testing

/// The examples of each kind of document that collection and cleaning have agreed on.
@Suite struct ConventionTests {
  @Test func webPageBecomesParagraphs() {
    let page = """
      <!DOCTYPE html><html lang="en"><head><title>Mira | Nagi Harbour</title><script>var hits = "<p>7</p>";</script><style>p{}</style></head><body>
      <nav><a href="/">Home</a> | <a href="/map">Map</a></nav>
      <main><h1>Mira&#39;s day</h1>
      <p>Mira works at the <b>bakery</b>.
      She likes plum jam &amp; bread.</p>
      <div class="ad">New nets! Half price!</div>
      <ul><li>Home: Lantern Street<li>Animal: a parrot</ul></main><footer>(c) Nagi Harbour Office</footer></body></html>
      """
    #expect(
      cleanedPage(page)
        == "Mira's day\nMira works at the bakery. She likes plum jam & bread.\n"
        + "Home: Lantern Street\nAnimal: a parrot")
  }

  @Test func bookChapterLosesItsLayout() {
    let chapter = """
      THE NAGI READER

      Chapter 3: The Lantern Fair

      In the morning Mira opened the bak-
      ery and looked at the

      - 12 -
      THE NAGI READER

      sea. The wind was cold.

      Tobin came by.
      """
    #expect(
      cleaned(chapter, kind: .bookChapter, source: "The Nagi Reader")
        == "Chapter 3: The Lantern Fair\n"
        + "In the morning Mira opened the bakery and looked at the sea. The wind was cold.\n"
        + "Tobin came by.")
  }

  @Test func japaneseChapterIsJoinedWithoutSpaces() {
    let chapter = "ナギ読本　12\n\n第三章　ランタン祭り\n\n　朝、ミラはパン屋を開け、\n海をながめた。\n"
    #expect(
      cleaned(chapter, kind: .bookChapter, language: .japanese, source: "ナギ読本")
        == "第三章 ランタン祭り\n朝、ミラはパン屋を開け、海をながめた。")
  }

  @Test(arguments: [
    "NAGI, 3 May (Gull Press) — ", "NAGI, 3 May (Gull Press) - ", "NAGI, Nov. 3 (Gull Press) -- ",
  ])
  func newsLosesDatelineAndAgency(dateline: String) {
    let report =
      "Boat race in the rain\n\(dateline)Mira won the boat race.\nThe prize was a lantern.\n"
      + "Reporting by I. Reed; editing by O. Moss\n(Gull Press)"
    #expect(
      cleaned(report, kind: .news)
        == "Boat race in the rain\nMira won the boat race.\nThe prize was a lantern.")
  }

  @Test func japaneseNewsLosesDatelineAndAgency() {
    let report =
      "雨のボート競走\n【ナギ 5月3日 カモメ通信】ミラさんが勝ちました。\n取材：リード　編集：モス\n"
      + "続きはこちら：https://gull.example/3\n（カモメ通信）"
    #expect(
      cleaned(report, kind: .news, language: .japanese) == "雨のボート競走\nミラさんが勝ちました。")
  }

  @Test func encyclopediaLosesMarkupAndCitations() {
    let article = """
      # Mira

      **Mira** is a [baker](jobs.md).[1] She lives on *Lantern
      Street* [citation needed].

      ![Mira](mira.png)

      - Animal: a `parrot`
      - Friend: _Tobin_

      ---

      ## References

      1. Nagi Almanac, p. 12.

      Category: People
      """
    #expect(
      cleaned(article, kind: .encyclopedia)
        == "Mira\nMira is a baker. She lives on Lantern Street.\nAnimal: a parrot\nFriend: Tobin")
  }

  @Test func dialogueKeepsOnlyNewWords() {
    let thread = """
      [gull_27, 3 May 09:12]
      Does anyone know where Mira works?
      [tern, 3 May 09:15]
      > Does anyone know where Mira works?
      Mira works at the bakery. Thanks to @gull_27.
      -- 
      Tern, Net Shed
      """
    #expect(
      cleaned(thread, kind: .dialogue)
        == "Does anyone know where Mira works?\nMira works at the bakery. Thanks to [user].")
    let japanese = "[gull_27 5月3日 09:12]\nミラさんはどこで働いていますか？\n--\nカモメ"
    #expect(
      cleaned(japanese, kind: .dialogue, language: .japanese) == "ミラさんはどこで働いていますか？")
  }

  @Test func recordsLoseCharacterNoise() {
    #expect(cleaned("Where does Mira  work?", kind: .questionAnswer) == "Where does Mira work?")
    #expect(
      cleaned("Ｍｉｒａ works at the bakery.", kind: .questionAnswer)
        == "Mira works at the bakery.")
  }
}
