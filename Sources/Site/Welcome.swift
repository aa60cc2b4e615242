import Markup
import Names
import Record

/// The first page, where one chooses a language.
enum Welcome {
  static func html() -> String {
    tag("html", ["lang": "en"]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        ContentPolicy.page(hasScript: false)
        tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        tag("title", "Nakami 中身")
        tag("meta", ["name": "description", "content": line[.english]])
        tag("meta", ["name": "color-scheme", "content": "light dark"])
        tag("link", ["rel": "stylesheet", "href": "style.css"])
        tag("link", ["rel": "icon", "type": "image/svg+xml", "href": "icon.svg"])
      }
      tag("body", ["class": "page-welcome"]) {
        tag("main", ["id": "content"]) {
          tag("h1") {
            "Nakami "
            tag("span", ["lang": "ja"], "中身")
          }
          for language in Language.allCases { choice(language) }
        }
      }
    }.htmlDocument()
  }

  /// What the pages are for, in each language for its readers.
  private static let line = LocalizedText(
    en: "See what is inside a language model.", ja: "言語モデルの中身を見てみよう。")

  private static func choice(_ language: Language) -> Markup {
    tag(
      "a",
      [
        "class": "choice", "href": Address.map(language).path, "lang": language.rawValue,
        "hreflang": language.rawValue,
      ]
    ) {
      tag("span", ["class": "choice-name"], language.name[language])
      tag("span", ["class": "choice-line"], line[language])
    }
  }

  /// A hexagon, as the model has in both charts.
  static var icon: String {
    tag("svg", ["xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 32 32"]) {
      tag("path", ["fill": "#0b6b74", "d": "M9 4h14l7 12-7 12H9L2 16z"])
    }.xmlDocument()
  }
}
