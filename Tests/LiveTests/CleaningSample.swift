@testable import Live

/// Texts with all that the rules of cleaning look for.
enum CleaningSample {
  static let page = """
    <nav><a href="/">Home</a> | <a href="/news">News</a></nav>
    <h1>The bakery</h1>
    <p>The cafÃ© beside it opens at seven. It is a narrow house with a green
    door &amp; a bench, and it smells of ｂｒｅａｄ and cinna\u{AD}mon.</p>
    <p>“Good morning”,   says   Mira. Write to mira@bakery.example or call (202) 555-0143.</p>
    <p>The man next door is a stupid idiot, shut up! His cat is welcome.</p>
    <footer>Copyright 2026. All rights reserved. <a href="/l">Subscribe to our newsletter</a></footer>
    """

  static let japanesePage = """
    <nav><a href="/">ホーム</a>｜<a href="/shop">お店</a></nav><h1>港のパン屋</h1>
    <p>ﾐﾗは５時に起きます。&quot;おはよう、ãƒŸãƒ©&quot;と、猫が鳴きます。ﾀﾞﾝｽ、ﾊﾟﾝ、㎏、①、10⁶、½。</p>
    <p>　日曜日には、香りが　届きます!注文は mira@bakery.example か、電話03-5550-0143へどうぞ。</p>
    """

  /// Japanese in UTF-8 that was read as Shift_JIS.
  static let mojibake = "縺薙ｓ縺ｫ縺｡縺ｯ縲√Α繝ｩ縺輔ｓ縲\n港の猫は今日も元気です。"

  static let book = """
    THE HARBOUR
    12
    The gulls came back in the even-
    ing, and the lamp of the light-
    house was lit.
    THE HARBOUR
    13
    """

  static let addresses: [String] = {
    func address(_ text: String, _ more: (String, String)...) -> String {
      var query = QueryText()
      query.add("q", text)
      for (key, value) in more { query.add(key, value) }
      return query.text
    }
    return [
      address(page), address(japanesePage), address(mojibake), address(book, ("form", "book")),
      address(page, ("without", "personal-data"), ("without", "unsuitable"), ("frame", "3")),
      address(page, ("form", "plain")),
      address("# A *star* [link](x)\n\n1. one", ("form", "markdown")),
      address("On Mon, Ann wrote:\n> hello\nHello back.\n--\nAnn", ("form", "forum")),
      address("Buy now!!! 100% FREE $$$ click here, limited offer, act now, winner!"),
      address("Der Hund läuft über die Straße und bellt die Katze an, die auf dem Dach sitzt."),
      address("You idiot, you moron! Shut up, idiot!"), address("idiot idiot"),
      address("nothing to do here"), "q=", "", "q=a%00b%FF&form=x&without=x&without=spam",
      address("ﷺ ﬁ ㌀ ㍿ ™ ª ¨ ゛か゛ は゜ 각"),
    ]
  }()
}
