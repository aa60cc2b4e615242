import Testing

@testable import Dataset

/// What is kept of pages as people bring them: templates of blogs and manuals, verse, ruby, code.
@Suite struct PageTextTests {
  static let first =
    "The harbour town wakes early when the boats come home with the tide, and the gulls follow them."
  static let second =
    "By noon the fish is sold, the nets hang on the wall, and the captains sit in the tea house."
  static let article = "<p>\(first)</p><p>\(second)</p>"
  static let text = first + "\n" + second

  private static func links(_ count: Int) -> String {
    "<ul>"
      + (0..<count).map { "<li><a href='/\($0)'>Entry about boats, number \($0)</a></li>" }
      .joined() + "</ul>"
  }

  /// One word of a class never loses the text, and a menu without a name still goes.
  @Test(arguments: [
    "<div class='content-with-sidebar'>\(article)</div>",
    "<div class='no-share'>\(article)</div>",
    "<section class='wy-nav-content-wrap'><div role=main>\(article)</div></section>",
    "<div class='page ad'><div id=banner>\(article)</div></div>",
    "\(links(20))<div class='content-with-sidebar'>\(article)</div>",
    "<div class=x>\(links(30))</div><div class=y>\(article)</div><div>\(links(9))</div>",
    "<table><tr><td>\(links(20))</td><td>\(article)</td></tr></table>",
    "<div style='display: none'>Gone, and it is gone.</div>\(article)<p hidden>Gone.</p>",
    "\(article)<nav>\(links(3))</nav><footer>Made in Nagi, 2026.</footer>",
    "<main>\(article)</main><div class=related>\(links(4))</div><p>Read more, and more.</p>",
    "<div>\(article)</div><div class='newsletter'>Sign up, and you will never miss a boat.</div>",
    "<div>\(article)</div><div id=comments><p>\(first) What a nice text, I like it.</p></div>",
  ])
  func theTextInABoxDecides(html: String) { #expect(cleanedPage(html) == Self.text) }

  @Test func aMenuIsKeptWhereThePageIsOne() {
    let page = cleanedPage("<body><h1>Index</h1>\(Self.links(40))</body>")
    #expect(page?.contains("number 39") == true)
    let index = cleanedPage("<nav>\(Self.links(9))</nav><div role=main>\(Self.links(40))</div>")
    #expect(index?.components(separatedBy: "\n").count == 40)
  }

  @Test func aTitleOutsideOfMainIsKept() {
    let html =
      "<header class=title-block><h1>The Boats of Nagi</h1></header><main>\(Self.article)</main>"
    #expect(cleanedPage(html) == "The Boats of Nagi\n" + Self.text)
    let site =
      "<header><a href='/'>Nagi Times</a> <a href='/in'>Sign in</a></header><main>\(Self.article)</main>"
    #expect(cleanedPage(site) == Self.text)
  }

  @Test func anIntroductionBeforeTheTextIsKept() {
    let lead =
      "What happens in the harbour on a day of fair wind, told hour by hour by those who work."
    let html =
      "<div><div class=lead><p>\(lead)</p></div><div class=body>"
      + String(repeating: Self.article, count: 4) + "</div></div>"
    #expect(cleanedPage(html)?.hasPrefix(lead + "\n") == true)
  }

  @Test func aBoxOfProseInTheTextStays() {
    let box =
      "<div class=sidebar><p>Tide tables are printed each year, and every captain of the harbour has one of them, or two if the first was lost.</p></div>"
    let html = "<div><p>\(Self.first)</p>\(box)<p>\(Self.second)</p></div>"
    #expect(cleanedPage(html)?.contains("Tide tables") == true)
    let menu = "<div class=sidebar>\(Self.links(5))</div>"
    #expect(cleanedPage("<div><p>\(Self.first)</p>\(menu)<p>\(Self.second)</p></div>") == Self.text)
  }

  @Test func captionsAndButtonsOfASentenceStay() {
    let html =
      "<p>\(Self.first)</p><figure><img src=a><figcaption>The pier at noon.</figcaption></figure>"
      + "<p>To leave the harbour with the ferry of the evening you press the <button>Cast off</button> button, and then you wait for the captain.</p>"
      + "<button>Share this</button>"
    let text = cleanedPage(html)
    #expect(text?.contains("The pier at noon.") == true)
    #expect(text?.contains("press the Cast off button") == true)
    #expect(text?.contains("Share this") == false)
  }

  @Test(arguments: [
    ("<p>市場で売るもの<br>りんご<br>みかん</p>", "市場で売るもの\nりんご\nみかん"),
    ("<div>　船が帰ってきた。<br />\n「おはよう。」<br />\n　二人は歩き出した。</div>", "船が帰ってきた。\n「おはよう。」\n二人は歩き出した。"),
    ("<p>朝、ミラは<br>パン屋を開けた。</p>", "朝、ミラはパン屋を開けた。"),
    ("<p>一行目<br><br>二行目</p>", "一行目\n二行目"),
    ("<p><ruby>港<rt>みなと</rt></ruby>の<ruby>朝<rp>(</rp><rt>あさ<rp>)</ruby>は早い。</p>", "港の朝は早い。"),
    ("<p>港《みなと》の｜パン屋《や》。［＃「パン屋」に傍点］</p>", "港のパン屋。"),
    ("<p>雑誌《ひかり》と『《海辺の町》』。</p>", "雑誌と『《海辺の町》』。"),
  ])
  func japaneseLinesAndReadings(html: String, text: String) {
    #expect(cleanedPage(html, language: .japanese) == text)
  }

  @Test func preformattedTextKeepsItsLayout() {
    let html =
      "<p>\(Self.first)</p><pre>\ndef f(x):\n    if x:\n\n        return  1\n    return 2\n</pre><p>\(Self.second)</p>"
    #expect(
      cleanedPage(html) == Self.first
        + "\ndef f(x):\n    if x:\n\n        return  1\n    return 2\n"
        + Self.second)
    let indented = "<p>\(Self.first)</p><pre>    return 1\n  return 2</pre><p>\(Self.second)</p>"
    #expect(cleanedPage(indented) == Self.first + "\n    return 1\n  return 2\n" + Self.second)
    let first = "<pre><code>    a\n<b>  b</b></code></pre><p>\(Self.second)</p>"
    #expect(cleanedPage(first)?.hasPrefix("a\n  b\n") == true)
  }

  @Test func verseAndAddressesKeepTheirLines() {
    #expect(
      cleanedPage("<p>Nagi Harbour<br>Pier 5<br>The Isles</p>") == "Nagi Harbour\nPier 5\nThe Isles"
    )
    #expect(cleanedPage("<p>The boat came<br>home late.</p>") == "The boat came home late.")
    #expect(
      cleanedPage("<dl><dt>Bow</dt><dd>The front</dd><dt>Aft</dt></dl>") == "Bow\nThe front\nAft")
  }

  /// A page of 500 characters of text in any of many boxes is never empty.
  @Test(arguments: [
    "ad", "sidebar", "comments", "share", "nav", "footer", "related", "cookie", "modal", "menu",
    "widget", "promo", "subscribe", "author", "meta", "toc", "print", "teaser",
  ])
  func noPageWithTextIsEmpty(name: String) {
    let body = String(repeating: Self.article, count: 3)
    for html in [
      "<div class='\(name)'>\(body)</div>",
      "<div id='\(name)'><div class='\(name) x'>\(body)</div></div>",
      "<body class='has-\(name)'><form>\(body)</form></body>",
      "<section class='a-\(name)'><aside>\(body)</aside></section>",
    ] {
      #expect((cleanedPage(html)?.count ?? 0) > 500, "\(html.prefix(60))")
    }
  }
}
