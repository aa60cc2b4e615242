import Testing

@testable import Dataset

/// Which box of a page is taken for its text, and which parts around and in it stay.
@Suite struct PageChoiceTests {
  private static let first = PageTextTests.first
  private static let second = PageTextTests.second
  private static let article = PageTextTests.article
  private static let text = PageTextTests.text

  private static func links(_ count: Int) -> String {
    (0..<count).map { "<li><a href='/\($0)'>Entry about boats, number \($0)</a></li>" }.joined()
  }

  /// A class that names an advert may stand on the box that holds all there is to read.
  @Test(arguments: [
    "<article><p>Just in.</p><div class='article-body paywall'>\(article)\(article)</div>"
      + "<div class=box>Vote here.</div></article>",
    "<div class=above-footer>\(article)\(article)</div><div class=note>Vote here.</div>",
    "<div class='print teaser'>\(article)\(article)</div>",
  ])
  func aBoxThatHoldsNearlyAllIsTheTextWhateverItsName(html: String) {
    #expect(cleanedPage(html)?.contains(Self.text + "\n" + Self.text) == true)
  }

  @Test func theNameOfTheTextDoesNotLeaveItToAnother() {
    let whole = String(repeating: Self.article, count: 9)
    let html =
      "<article><div class=figures>\(Self.article)\(Self.article)</div>"
      + "<div class='text paywall'>\(whole)</div></article>"
    #expect(cleanedPage(html)?.components(separatedBy: Self.text).count ?? 0 > 9)
  }

  /// What lies over the page until it is closed is never its text, however much it says.
  @Test(arguments: ["class=login-panel", "class='cookie note'", "role=dialog", "id=popup"])
  func aDialogIsNoText(attribute: String) {
    let dialog = String(
      repeating:
        "<p>Sign in, or read at length what we do with what you tell us, and with whom we talk of it.</p>",
      count: 5)
    #expect(cleanedPage("<div \(attribute)>\(dialog)</div><div>\(Self.article)</div>") == Self.text)
  }

  /// Without it the sentence would have a hole.
  @Test(arguments: ["a class=popup href='/n'", "span class=meta", "span class='tag ad'"])
  func aWordInASentenceStaysWhateverItsName(tag: String) {
    let name = tag.split(separator: " ")[0]
    let html =
      "<p>I am a <\(tag)>rather elderly</\(name)> man, and the boats that come home with the tide are my trade.</p>"
    #expect(
      cleanedPage(html)
        == "I am a rather elderly man, and the boats that come home with the tide are my trade.")
  }

  /// MathJax names a menu in each formula, in an element of its own; the name of an advert still decides.
  @Test func aFormulaStaysWhereverAScriptOffersAMenu() {
    let math =
      "<x-math class='MathJax CtxtMenu_Attached_0'><math><mi>a</mi><mo>=</mo><mi>b</mi></math></x-math>"
    #expect(
      cleanedPage("<div>\(Self.article)\(math)\(Self.article)</div>")
        == Self.text + "\na=b\n" + Self.text)
    let advert = "<x-box class=advert>Buy now!</x-box>"
    #expect(
      cleanedPage("<div>\(Self.article)\(advert)\(Self.article)</div>")
        == Self.text + "\n" + Self.text)
  }

  /// A font of icons has words for its pictures.
  @Test func theNameOfAnIconIsNoText() {
    let icon = "<i class='icons menu'>expand</i>"
    #expect(
      cleanedPage("<div>\(Self.article)\(icon)\(Self.article)</div>")
        == Self.text + "\n" + Self.text)
  }

  /// Notes that link to what they speak of are text; a list of titles, whatever their dates, is a menu.
  @Test func aListOfRemarksAboutLinksStays() {
    func items(_ remark: String) -> String {
      (0..<6).map {
        "<li>\(remark) <a href='/\($0)'>the improved handling of boats in rain \($0)</a></li>"
      }
      .joined()
    }
    let remarks = cleanedPage(
      "<div>\(Self.article)<ul>\(items("Mira has patches up for"))</ul></div>")
    #expect(
      remarks?.contains("Mira has patches up for the improved handling of boats in rain 5") == true)
    #expect(cleanedPage("<div>\(Self.article)<ul>\(items("May 5:"))</ul></div>") == Self.text)
    let mixed = items("May 5:") + items("Mira has patches up for").prefix(160)
    #expect(cleanedPage("<div>\(Self.article)<ul>\(mixed)</ul></div>") == Self.text)
  }

  @Test(arguments: ["a class=popup href='/n'", "span class='tag ad'"])
  func aCallAtTheEndOfASentenceGoes(tag: String) {
    let end = "<p>\(Self.first) <\(tag)>Read more</\(tag.split(separator: " ")[0])></p>"
    #expect(cleanedPage(end) == Self.first)
  }

  @Test func aLinkInALineOfItsOwnStays() {
    let html =
      "<article>\(Self.article)<p>Write to us:</p><p><a href='/in'>The harbour office</a></p>"
      + "</article>"
    #expect(cleanedPage(html) == Self.text + "\nWrite to us:\nThe harbour office")
  }

  @Test func listsInAListStayWithIt() {
    let html =
      "<article>\(Self.article)<ul><li>\(Self.first)</li><li>In progress:<ul>\(Self.links(4))</ul>"
      + "</li></ul></article>"
    #expect(cleanedPage(html)?.contains("In progress:\nEntry about boats, number 0") == true)
  }

  @Test func aPageThatIsOneLinkIsKept() {
    let html = "<body><a href='/all'><p>Tide</p><p>table</p> for today</a></body>"
    #expect(cleanedPage(html) == "Tide\ntable\nfor today")
  }

  /// Where two boxes say that they are the main one, the one with a title is.
  @Test func readersDoNotTakeThePlaceOfTheText() {
    let letters = String(repeating: "<p>\(Self.second) So writes a reader, and more.</p>", count: 4)
    let html =
      "<div role=main><h1>The Boats</h1>\(Self.article)</div><div role=main>\(letters)</div>"
    #expect(cleanedPage(html) == "The Boats\n" + Self.text)
  }

  /// However much readers wrote, the box of the text is found, and what stands beside it goes.
  @Test func lettersOfReadersDoNotHideTheText() {
    let letters = String(repeating: "<p>\(Self.second) So writes a reader, and more.</p>", count: 9)
    let html =
      "<div><div class=text>\(Self.article)\(Self.article)</div><div class=box>Vote here</div>"
      + "<div class=comments>\(letters)</div></div>"
    #expect(cleanedPage(html) == Self.text + "\n" + Self.text)
  }

  @Test func allPartsOfATextAreKept() {
    let part = "<section itemprop=articleBody>\(Self.article)</section>"
    let html = "<article>\(part)<div class=ad>Buy nets.</div>\(part)\(part)</article>"
    #expect(cleanedPage(html) == [Self.text, Self.text, Self.text].joined(separator: "\n"))
    // Another article's text is another text.
    let two = "<article>\(part)\(part)</article><article><h2>Next</h2>\(part)</article>"
    #expect(cleanedPage(two)?.hasPrefix(Self.text + "\n" + Self.text) == true)
  }

  /// What a page says of its text before the text begins.
  @Test(arguments: [
    "<div itemprop=description>LEAD</div>", "<div class=entry-excerpt>LEAD</div>",
    "<header><h1>The Boats</h1><p>LEAD</p></header>",
  ])
  func aLeadOutsideOfMainIsKept(box: String) {
    let lead = "What happens on a day of fair wind, told hour by hour by those who work."
    let html =
      "<div>\(box.replacing("LEAD", with: lead))<main>\(Self.article)\(Self.article)</main></div>"
    let page = cleanedPage(html)
    #expect(page?.contains(lead + "\n" + Self.first) == true)
  }

  @Test func aLineBesideTheTextStays() {
    let last =
      "In memory of those who did not come home, and of those who waited at the pier in all that wind and rain."
    let html =
      "<div><div>\(String(repeating: Self.article, count: 4))</div><div>\(last)</div>"
      + "<div class=box>Tide table</div></div>"
    #expect(
      cleanedPage(html) == (Array(repeating: Self.text, count: 4) + [last]).joined(separator: "\n"))
  }

  /// A page of short lines has hardly any prose, and what there is may stand in its head.
  @Test func aPageOfShortLinesIsKept() {
    let lines = (1...60).map { "<p>Line \($0) of the tide</p>" }.joined()
    let html =
      "<body><div class=head><p>\(Self.first)</p></div><div class=lines>\(lines)</div></body>"
    #expect(cleanedPage(html)?.contains("Line 60 of the tide") == true)
  }

  @Test func aFormulaIsReadOnce() {
    let html =
      "<p>\(Self.first) Where <math><semantics><mi>a</mi><mo>=</mo><mn>1</mn>"
      + "<annotation encoding='application/x-tex'>{\\displaystyle a=1}</annotation></semantics></math>"
      + " the tide is in.</p>"
    #expect(cleanedPage(html) == Self.first + " Where a=1 the tide is in.")
  }
}
