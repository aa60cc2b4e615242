import Dataset
import Foundation
import Names
import RawData
import Testing

@testable import Live

/// What the page shows of a text that is cleaned in it.
@Suite("A text that is cleaned in the page")
struct CleaningReplyTests {
  private func reply(_ address: String, _ language: Language = .english) -> (
    said: String, html: String
  ) {
    let text = CleaningReply.reply(to: address, in: language)
    let end = text.firstIndex(of: "\n")!
    return (String(text[..<end]), String(text[text.index(after: end)...]))
  }

  private func address(_ text: String, _ more: (String, String)...) -> String {
    var query = QueryText()
    query.add("q", text)
    for (key, value) in more { query.add(key, value) }
    return query.text
  }

  /// Cells of the table of a figure, row by row.
  private func rows(_ html: String, _ id: String) -> [[String]] {
    let part = html.components(separatedBy: "id=\"\(id)\"").dropFirst().first ?? ""
    let body = part.components(separatedBy: "<tbody>").dropFirst().first ?? ""
    return body.components(separatedBy: "</tbody>")[0].components(separatedBy: "<tr>").dropFirst()
      .map { row in
        row.components(separatedBy: "<t").dropFirst().compactMap { cell in
          cell.components(separatedBy: ">").dropFirst().first?.components(separatedBy: "<")[0]
        }
      }
  }

  @Test("one character is one, in English")
  func one() {
    #expect(reply("q=a").said == "No rule finds anything to change in this character.")
    #expect(reply("q=ab").said == "No rule finds anything to change in these 2 characters.")
    #expect(
      reply("q=%EF%BC%A1").said == "Of one character one is left; one rule changed something.")
  }

  /// By hand: `Ａ` becomes `A`, and the number, of 14 characters, `[phone]`, of 7.
  @Test("what each rule took away, put in and left is counted")
  func counts() throws {
    let shown = reply(address("Ａ call to (202) 555-0143."))
    let shownRows = rows(shown.html, "live-cleaning")
    try #require(
      shownRows.map { $0[0] } == ["Width and compatibility (NFKC)", "Personal data"])
    #expect(Array(shownRows[0].dropFirst()) == ["1", "1", "1", "25"])
    #expect(Array(shownRows[1].dropFirst()) == ["1", "14", "7", "18"])
    #expect(shown.said == "Of 25 characters 18 are left; 2 rules changed something.")
    #expect(shown.html.contains("<code>A call to [phone].</code>"))
  }

  @Test(
    "the film has a frame for each rule, the text before and all changes",
    arguments: Language.allCases)
  func film(language: Language) {
    let html = reply(address(CleaningSample.page), language).html
    let frames = html.components(separatedBy: "class=\"film-frame\"").count - 1
    #expect(frames == 10)
    for rule in [RuleID.markup, .boilerplate, .mojibake, .controlCharacters, .unsuitable] {
      #expect(html.contains(">\(rule.title[language])</span>"), "\(rule)")
    }
    let ids = html.components(separatedBy: " id=\"").dropFirst().map {
      $0.components(separatedBy: "\"")[0]
    }
    #expect(ids.count == Set(ids).count)
  }

  @Test("a rule's link leaves it out, and again takes it in")
  func toggles() throws {
    func link(_ rule: String, _ address: String) throws -> String {
      let html = reply(address).html
      let part = try #require(html.components(separatedBy: "id=\"live-rule-\(rule)\"").last)
      return part.components(separatedBy: "href=\"#")[1].components(separatedBy: "\"")[0]
        .replacing("&amp;", with: "&")
    }
    let out = try link("personal-data", address("a@b.org", ("frame", "2")))
    #expect(CleaningRequest(out).without == [.personalData] && out.contains("frame=2"))
    #expect(!reply(out).html.contains("[email]") && reply("q=a%40b.org").html.contains("[email]"))
    let back = try link("personal-data", out + "&without=spam")
    #expect(CleaningRequest(back).without == [.spam])
    #expect(CleaningRequest.rules.count == RuleID.allCases.count - 3)
  }

  @Test("what begins with a tag is read as a page, unless it is said to be something else")
  func forms() {
    func isMarkup(_ text: String, _ form: String? = nil) -> Bool {
      CleaningRequest(address(text) + (form.map { "&form=" + $0 } ?? "")).isMarkup
    }
    #expect(isMarkup("<p>a") && isMarkup(" \n<!doctype html>") && isMarkup("<Html>"))
    #expect(!isMarkup("a <p>") && !isMarkup("<3") && !isMarkup("<") && !isMarkup(""))
    #expect(isMarkup("a", "page") && !isMarkup("<p>", "plain") && !isMarkup("<p>", "forum"))
    let kinds: [DocumentKind] = TextForm.allCases.map {
      CleaningRequest(address("x", ("form", $0.rawValue))).document.kind
    }
    #expect(
      kinds == [
        .userText, .userText, .userText, .userText, .bookChapter, .news, .encyclopedia, .dialogue,
      ])
    #expect(CleaningRequest("q=x&form=markdown").document.id.hasSuffix(".md"))
  }

  @Test("what is dropped says why, and shows no text as left")
  func drops() {
    let shown = reply(
      address("Buy now!!! 100% FREE $$$ click here, limited offer, act now, winner!"))
    #expect(shown.said == "Nothing of it is kept: Spam.")
    #expect(!shown.html.contains("live-left") && shown.html.contains("What was found: "))
  }

  @Test("sentences with a score are listed with the verdict")
  func findings() {
    let cells = rows(reply(address(CleaningSample.page)).html, "live-findings")
    #expect(cells.count == 1 && cells[0][3] == "taken out")
    #expect(cells[0][0].hasPrefix("The man next door"))
  }

  @Test("the command cleans a file in the same way; books of the town have none")
  func command() {
    func line(_ address: String) -> String? {
      let html = reply(address).html
      guard html.contains("id=\"live-command\">") else { return nil }
      return html.components(separatedBy: "id=\"live-command\">")[1].components(separatedBy: "<")[0]
    }
    #expect(
      line("q=x&without=spam&without=quotes")
        == "nakami clean text.txt --without spam --without quotes")
    #expect(line("q=%3Cp%3Ex") == "nakami clean text.html" && line("q=x&form=news") == nil)
  }

  @Test("whatever is typed is text, and what is impossible is said", arguments: Language.allCases)
  func hostile(language: Language) {
    let texts = [
      "</script><script>x</script>", "<img src=x onerror=\"x\">", "a\0b\u{202E}c\u{1B}[2J",
      "&lt;b&gt;",
      String(repeating: "<", count: 3000), String(repeating: "長い文章。", count: 5000),
    ]
    for text in texts {
      for form in ["auto", "page", "plain", "markdown"] {
        let html = reply(address(text, ("form", form)), language).html
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\0"))
        #expect(!html.contains("\u{202E}") && !html.contains("\u{1B}"))
      }
    }
    let remarks = reply("q=a&form=x&without=nothing&without=near-duplicate", language).html
    #expect(remarks.components(separatedBy: "<li>").prefix(4).count == 4)
    #expect(CleaningRequest("q=a&form=x&without=nothing").remarks == [.form, .rule])
    let long = CleaningRequest("q=" + String(repeating: "a", count: 20_001))
    #expect(long.text.count == 20_000 && long.remarks == [.longText(20_000)])
    #expect(reply("", language).html.isEmpty && !reply("", language).said.isEmpty)
  }

  @Test("all sample texts are shown in both languages", arguments: CleaningSample.addresses)
  func samples(address: String) {
    for language in Language.allCases {
      let shown = reply(address, language)
      #expect(!shown.said.isEmpty && !shown.said.contains("<"))
    }
  }
}
