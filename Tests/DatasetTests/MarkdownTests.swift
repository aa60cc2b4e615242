import Testing

@testable import Dataset

@Suite struct MarkdownTests {
  private func text(_ markdown: String) -> String? { cleaned(markdown, id: "a.md") }

  @Test(arguments: [
    (
      "Call `f(*args, **kwargs)` or set `__name__` and argv[1].",
      "Call f(*args, **kwargs) or set __name__ and argv[1]."
    ),
    (
      "Python runs __init__ first, and a*b*c is a product.",
      "Python runs __init__ first, and a*b*c is a product."
    ),
    (
      "The *old* boat and the **new one** and _this_ and __that one__.",
      "The old boat and the new one and this and that one."
    ),
    ("A name like snake_case_name or a_b_ stays.", "A name like snake_case_name or a_b_ stays."),
    ("Write ``a ` b`` and `*`.", "Write a ` b and *."), ("Set {{ x }} here.", "Set {{ x }} here."),
    ("See [the map](http://a.example/(b)) and ![a boat](b.png) here.", "See the map and here."),
    (
      "See [the map][1] and [the pier][] and [Bow].\n\n[1]: http://a.example\n[bow]: /b \"Bow\"",
      "See the map and the pier and Bow."
    ),
    ("Take m[i][j] and x[0].", "Take m[i][j] and x[0]."),
    ("It rains.[1] See [2].", "It rains. See."),
    (
      "A <b>bold</b> line<br/> and <img src=a> a List<T> and a < b.",
      "A bold line and a List<T> and a < b."
    ),
    ("Go to <https://a.example/x> now.", "Go to https://a.example/x now."),
    ("Two \\* three, \\_so\\_.", "Two * three, _so_."),
    ("# C#\n\n## Head ##\n\nText.", "C#\n\nHead\n\nText."),
    ("ミラは**町**で*本*を読む。", "ミラは町で本を読む。"),
    ("One <!-- two\nthree --> four.", "One four."),
  ])
  func marksGoAndNamesStay(markdown: String, wanted: String) { #expect(text(markdown) == wanted) }

  @Test func codeKeepsEveryByte() {
    let code = "for i in *.txt; do\n    echo \"**$i**\" [a](b)\ndone"
    for block in ["```sh\n\(code)\n```", "~~~\n\(code)\n~~~", "````\n```\n\(code)\n````"] {
      #expect(text("Text *a*.\n\n\(block)\n\nMore *b*.") == "Text a.\n\n\(block)\n\nMore b.")
    }
    #expect(
      text("Text *a*.\n\n    x = a*b*c + `d`\n    y = [e](f)\n\nMore *b*.")
        == "Text a.\n\n    x = a*b*c + `d`\n    y = [e](f)\n\nMore b.")
    // Deeper lines of a list are no code.
    #expect(text("- one\n\n    two *three*")?.contains("two three") == true)
  }

  @Test func aSectionGoesForWhatItHoldsNotForItsTitle() {
    let prose =
      "# Kite\n\nA tool.\n\n## Notes\n\nIt needs a lot of wind.\n\n## Sources\n\nBuild it with make.\n\n## Licence\n\nFree."
    #expect(
      text(prose)
        == "Kite\n\nA tool.\n\nNotes\n\nIt needs a lot of wind.\n\nSources\n\nBuild it with make.\n\nLicence\n\nFree."
    )
    let list =
      "# Kite\n\nA tool.\n\n## References\n\n1. Tobin, M. (2019). Kites.\n2. See https://a.example/\n- [Map](b)\n\n## Licence\n\nFree."
    #expect(text(list) == "Kite\n\nA tool.\n\nLicence\n\nFree.")
  }
}
