import Foundation

/// Places in a shown text where something is missing that should have been said.
package enum Holes {
  /// What no reader should meet, with a name for it.
  private static let signs: [(name: String, pattern: String)] = [
    ("an empty quote", "“”|「」|『』"),
    (
      "nothing of nothing",
      "Of 0 [a-z]+,|(?<![\\d,.])0 (of|÷|/) 0(?![\\d,.])|(?<![\\d,.])0[問個件]のうち、?0"
    ),
    ("a value that was not looked up", "\\{\\{|\\}\\}"),
    ("no number", "(?<![A-Za-z(（])(nan|NaN|inf|nil|Optional\\()(?![A-Za-z])"),
  ]

  /// Elements of a page that hold nothing; where a script will say what happens, nothing has yet.
  private static let emptyElement =
    "<(p|li|code|em|strong|blockquote|summary|h[1-6]|figcaption)"
    + "(?![^>]* role=\"status\")( [^>]*)?>\\s*</\\1>"

  private static let dash = (
    name: "a dash for a value",
    pattern: "(^|[\\s(=（、。は])–([\\s,.;)）、。]|から|種類|個|の|$)"
  )

  /// Of a text that a terminal shows; in its tables a dash says that there is nothing.
  package static func inText(_ text: String) -> [String] { found(signs, in: text) }

  private static func found(_ signs: [(name: String, pattern: String)], in text: String) -> [String]
  {
    signs.flatMap { sign in
      text.matches(of: sign.pattern).map { "\(sign.name): \($0)" }
    }
  }

  /// Of a page, but for its tables, in which a dash says that there is nothing, and for code.
  package static func inPage(_ html: String) -> [String] {
    var text = html
    for name in ["head", "table", "pre", "style"] {
      text = text.replacing("<\(name)[ >].*?</\(name)>", with: "\n")
    }
    let empty = text.matches(of: emptyElement).map { "an empty element: \($0)" }
    return empty + found(signs + [dash], in: words(of: text))
  }

  /// What a page says, one line for each block.
  package static func words(of html: String) -> String {
    var text = html.replacing("<head[ >].*?</head>", with: "\n")
    text = text.replacing("</?(code|em|strong|a|span|b|i|tspan|mark|ins|del|s)( [^>]*)?>", with: "")
    text = text.replacing("<[^>]*>", with: "\n")
    for (name, sign) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("amp", "&")] {
      text = text.replacingOccurrences(of: "&\(name);", with: sign)
    }
    return text.replacing("[ \\t]*\n\\s*", with: "\n")
  }
}

extension String {
  private static func expression(_ pattern: String) -> NSRegularExpression {
    try! NSRegularExpression(
      pattern: pattern, options: [.dotMatchesLineSeparators, .anchorsMatchLines])
  }

  fileprivate func replacing(_ pattern: String, with text: String) -> String {
    Self.expression(pattern).stringByReplacingMatches(
      in: self, range: NSRange(startIndex..., in: self), withTemplate: text)
  }

  /// Each match with what stands around it.
  fileprivate func matches(of pattern: String) -> [String] {
    let whole = self as NSString
    return Self.expression(pattern).matches(
      in: self, range: NSRange(location: 0, length: whole.length)
    ).map { match in
      let start = max(0, match.range.location - 50)
      let end = min(whole.length, match.range.location + match.range.length + 50)
      return whole.substring(with: NSRange(location: start, length: end - start))
        .replacingOccurrences(of: "\n", with: "⏎")
    }
  }
}
