import Names

/// What the page says in which a text of the reader's is cleaned.
struct CleanPageWording {
  var title: String
  var lead: String
  var start: String
  var text: String
  var sample: String
  var form: String
  var forms: [(id: TextForm, name: String)]
  var ready: String
  var needs: String
  var address: String
  /// Heads the recorded cleaning of a document.
  var recorded: String
  var link: String

  static func of(_ language: Language) -> CleanPageWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static var english: CleanPageWording {
    CleanPageWording(
      title: "Clean a text of your own",
      lead: """
        Paste a page or a text, and see which rule changes what, one after the other: the same rules that \
        cleaned what the model has read.
        """,
      start: "Clean a text",
      text: "Your text",
      sample: """
        <nav><a href="/">Home</a> | <a href="/news">News</a> | <a href="/shop">Shop</a></nav>
        <h1>The bakery by the harbour</h1>
        <p>The cafÃ© beside the bakery opens at seven. It is a narrow house with a green
        door &amp; a blue bench, and on Sundays it smells of ｂｒｅａｄ and cinna\u{AD}mon.</p>
        <p>“Good morning”,   says   Mira. To order buns, write to mira@bakery.example or call (202) 555-0143.</p>
        <p>The man next door is a stupid idiot, shut up! His cat is welcome.</p>
        <footer>Copyright 2026. All rights reserved. <a href="/letters">Subscribe to our newsletter</a></footer>
        """,
      form: "What it is",
      forms: [
        (.automatic, "a web page where it begins with a tag, else plain text"),
        (.page, "a web page"), (.plain, "plain text"), (.markdown, "Markdown"),
        (.book, "a page of a book"), (.news, "a news report"),
        (.wiki, "an article of an encyclopedia"), (.forum, "a thread of a forum"),
      ],
      ready: "The rules are ready.",
      needs: """
        To clean your text here, the page needs a browser that runs scripts and WebAssembly; below it shows \
        a document that was cleaned and recorded.
        """,
      address: """
        The address of this page holds your text, the rules that are left out and the step that you look \
        at: save it, send it, or print it.
        """,
      recorded: "A document that was recorded",
      link: "Clean a text of your own, rule by rule, in this page")
  }

  private static var japanese: CleanPageWording {
    CleanPageWording(
      title: "自分の文章をきれいにする",
      lead: "ページや文章を貼り付けると、どの規則がどこを直すのかを、一つずつ見られます。モデルの読んだ文書をきれいにしたのと同じ規則です。",
      start: "文章をきれいにする",
      text: "文章",
      sample: """
        <nav><a href="/">ホーム</a>｜<a href="/news">お知らせ</a>｜<a href="/shop">お店</a></nav>
        <h1>港のパン屋</h1>
        <p>パン屋の朝は早いです。ﾐﾗは５時に起きて、窓を開けます。&quot;おはよう、ãƒŸãƒ©&quot;と、猫が鳴きます。</p>
        <p>　日曜日には、シナモンの香りが　通りまで届きます!注文は mira@bakery.example か、電話03-5550-0143へどうぞ。</p>
        <p>となりの人は、ばか野郎、死ねと言います。けれども猫は静かです。</p>
        <footer>© 2026 無断転載を禁じます。<a href="/letters">メールマガジンに登録</a></footer>
        """,
      form: "文章の種類",
      forms: [
        (.automatic, "タグで始まればウェブページ、ほかはふつうの文章"),
        (.page, "ウェブページ"), (.plain, "ふつうの文章"), (.markdown, "Markdown"),
        (.book, "本のページ"), (.news, "ニュース記事"), (.wiki, "百科事典の記事"), (.forum, "掲示板のやりとり"),
      ],
      ready: "規則の準備ができました。",
      needs: """
        ここで文章をきれいにするには、スクリプトとWebAssemblyが使えるブラウザーが必要です。下に、文書をきれいにした様子を記録したものがあります。
        """,
      address: "このページのアドレスには、文章、休ませた規則、見ている段階が入っています。保存することも、送ることも、印刷することもできます。",
      recorded: "記録された文書",
      link: "自分の文章をきれいにする：このページの中で、規則を一つずつ")
  }
}
