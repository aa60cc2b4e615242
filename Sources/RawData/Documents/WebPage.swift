import Names
import Numerics

/// Puts paragraphs into an HTML page with all that surrounds text on the web.
struct WebPage {
  let language: Language
  let teller: Teller

  func render(
    _ passages: [Passage], charset: String, _ random: inout RandomGenerator
  ) -> FieldBuilder {
    var page = FieldBuilder()
    let habits = Habits.of(language)
    let shouts = random.below(6) == 0
    let closesParagraphs = random.below(4) != 0
    let apostrophe = ["'", "&#39;", "&rsquo;"][random.below(3)]
    let title = passages.first?.clean ?? ""
    let tag = { (name: String) in shouts ? name.uppercased() : name }
    let escape = { (text: String) in
      var escaped = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "'": escaped += apostrophe
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }
    page.write("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n")
    let site = habits.siteName
    let plainTitle = escape(title)
    page.boilerplate(
      "<head><meta charset=\"\(charset)\"><title>\(plainTitle) | \(site)</title>\n"
        + "<style>body { font-family: serif } .ad { color: red }</style>\n"
        + "<script>var page = \"<p>\(random.below(90) + 10)</p>\"; if (1 < 2) { count(page); }"
        + "</script></head>")
    page.write("\n<\(tag("body"))>\n")
    if random.below(2) == 0 {
      page.boilerplate("<header><a href=\"/\"><img src=/logo.png alt=\"\(site)\"></a></header>")
      page.write("\n")
    }
    page.boilerplate(navigation(habits.menu))
    page.write("\n")
    let main = random.below(2) == 0 ? "main" : "article"
    page.write("<\(tag(main))>\n")
    let advertAt = 1 + random.below(max(1, passages.count))
    var inList = false
    for (index, passage) in passages.enumerated() {
      if index == advertAt { advert(&page, &random) }
      if passage.isItem != inList {
        page.write(passage.isItem ? "<\(tag("ul"))>\n" : "</\(tag("ul"))>\n")
        inList = passage.isItem
      }
      let name = index == 0 ? "h1" : passage.isItem ? "li" : "p"
      page.write("<\(tag(name))>")
      write(passage, to: &page, escape, index > 0 && !passage.isItem, &random)
      page.write(name == "h1" || closesParagraphs ? "</\(tag(name))>\n" : "\n")
    }
    if inList { page.write("</\(tag("ul"))>\n") }
    if random.below(3) == 0 {
      page.boilerplate(habits.shareBox)
      page.write("\n")
    }
    page.write("</\(tag(main))>\n")
    page.boilerplate(habits.footer(2020 + random.below(6)))
    page.write("\n</\(tag("body"))>\n</html>\n")
    return page
  }

  /// A paragraph, now and then with a bold first word or a line end in its source.
  private func write(
    _ passage: Passage, to page: inout FieldBuilder, _ escape: (String) -> String,
    _ mayWrap: Bool, _ random: inout RandomGenerator
  ) {
    for (index, fragment) in passage.fragments.enumerated() {
      guard case .plain(let text) = fragment else {
        var single = Passage()
        single.fragments = [fragment]
        page.write(single)
        continue
      }
      var written = escape(text)
      if mayWrap, index == 0, random.below(2) == 0 {
        if language.writing.separatesWords {
          let words = written.split(separator: " ", omittingEmptySubsequences: false)
          if words.count > 6 {
            let cut = 3 + random.below(words.count - 4)
            let second = ["\n", "<br>\n", "<br>"][random.below(3)]
            written =
              "<b>\(words[0])</b> " + words[1..<cut].joined(separator: " ") + second
              + words[cut...].joined(separator: " ")
          }
        } else {
          let starts = Sentences.starts(in: written, language)
          if let cut = starts.first {
            let bytes = Array(written.utf8)
            written =
              String(decoding: bytes[..<cut], as: UTF8.self) + ["\n", "<br>"][random.below(2)]
              + String(decoding: bytes[cut...], as: UTF8.self)
          }
        }
      }
      page.write(written)
    }
  }

  private func navigation(_ names: [String]) -> String {
    let links = zip(["", "map", "boats", "contact"], names).map { "<a href=\"/\($0)\">\($1)</a>" }
    return "<nav>" + links.joined(separator: " | ") + "</nav>"
  }

  private func advert(_ page: inout FieldBuilder, _ random: inout RandomGenerator) {
    var choices = Choices(random: random)
    let text = teller.sentence("advert", Teller.Scope(), &choices)
    random = choices.generator!
    let safe = text.split(separator: "&").joined(separator: "&amp;")
    let form = [
      "<div class=\"ad\"><p>\(safe)</p></div>", "<aside>\(safe)</aside>",
      "<div id=banner><b>\(safe)</b></div>", "<!-- ad slot 7 --><div class='advert'>\(safe)</div>",
    ]
    page.boilerplate(form[random.below(form.count)])
    page.write("\n")
  }
}
