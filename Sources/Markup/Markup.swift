/// A piece of HTML or of SVG as a value: built freely, compared by `==`, written by one writer.
///
/// Text and attribute values may hold anything and are escaped when written. Names come from code: a
/// name, or a nesting, that no parser would read back as it stands stops the program while it is
/// being written.
///
/// ```swift
/// let note = tag("p", ["class": "note"]) {
///   "1 < 2, says "
///   tag("em", "everybody")
/// }
/// note.html()  // <p class="note">1 &lt; 2, says <em>everybody</em></p>
/// ```
public indirect enum Markup: Sendable, Equatable {
  /// An element with its name, its attributes in the order given, and what it holds.
  case element(String, Attributes, [Markup])
  /// Characters, escaped when written.
  case text(String)
  /// Several pieces without an element around them.
  case fragment([Markup])

  /// Nothing at all.
  public static let empty = Markup.fragment([])

  /// A `<style>` element; `css` is written as it is.
  public static func style(_ css: String) -> Markup {
    .element("style", [:], [.text(css)])
  }

  /// A `<script>` element with code; `code` is written as it is and must not hold `</script`.
  public static func script(_ code: String) -> Markup {
    .element("script", [:], [.text(code)])
  }

  /// A `<script type="application/json">` element, safe for any valid JSON.
  ///
  /// `<` becomes `\u003c`, which means the same inside the strings of JSON.
  public static func json(_ json: String, id: String) -> Markup {
    var safe = ""
    for scalar in json.unicodeScalars {
      if scalar == "<" { safe += "\\u003c" } else { safe.unicodeScalars.append(scalar) }
    }
    return .element("script", ["type": "application/json", "id": id], [.text(safe)])
  }

  /// The characters of all text in it, in order, without elements.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .element(_, _, let children), .fragment(let children):
      children.map { $0.plainText }.joined()
    }
  }

  /// Its written form inside an HTML page; SVG elements in it follow SVG's rules.
  public func html() -> String {
    var writer = MarkupWriter(syntax: .html)
    writer.write(self)
    return writer.output
  }

  /// A whole HTML page: the document type, then this (an `html` element), then a line break.
  public func htmlDocument() -> String {
    "<!DOCTYPE html>\n" + html() + "\n"
  }

  /// Its written form as a file of its own in XML, for instance an `.svg` file.
  ///
  /// The caller gives the root its `xmlns` attribute.
  public func xmlDocument() -> String {
    var writer = MarkupWriter(syntax: .xml)
    writer.write(self)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + writer.output + "\n"
  }
}

extension Markup: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Markup: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Markup...) { self = .fragment(elements) }
}
