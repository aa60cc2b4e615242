/// What a parser of HTML does with certain elements.
/// - SeeAlso: HTML Living Standard, sections 13.1.2 (elements) and 13.2.6 (tree construction).
enum Elements {
  /// Elements that hold nothing and have no end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Elements whose text is not parsed.
  static let rawText: Set<String> = ["script", "style"]

  /// Elements before which a parser closes an open paragraph.
  static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul",
  ]

  /// Elements in which white space is shown as it is written.
  static let keepsSpace: Set<String> = ["pre", "textarea", "text", "tspan", "code"]

  /// Elements that the writer begins on a new line.
  static let ownLine: Set<String> = endsParagraph.union([
    "html", "head", "body", "title", "meta", "link", "script", "style", "template", "li", "dt",
    "dd", "thead", "tbody", "tfoot", "tr", "caption", "colgroup", "col", "summary", "noscript",
    "svg", "g", "defs", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "pattern", "marker", "clipPath", "symbol", "use", "foreignObject", "linearGradient",
    "stop",
  ])
}
