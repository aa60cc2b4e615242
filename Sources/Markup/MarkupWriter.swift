/// Writes markup as text, the same value always as the same bytes.
///
/// Elements that stand for blocks begin on a line of their own wherever white space has no meaning, so
/// that written pages can be read and compared line by line.
struct MarkupWriter {
  enum Syntax {
    case html
    case xml
  }

  let syntax: Syntax
  private(set) var output = ""
  /// Names of the elements that are open, outermost first.
  private var open: [String] = []

  init(syntax: Syntax) { self.syntax = syntax }

  mutating func write(_ markup: Markup) {
    switch markup {
    case .text(let text): writeText(text)
    case .fragment(let pieces): writeChildren(pieces)
    case .element(let name, let attributes, let children):
      writeElement(name, attributes, children)
    }
  }

  private mutating func writeElement(
    _ name: String, _ attributes: Attributes, _ children: [Markup]
  ) {
    precondition(Self.isName(name), "“\(name)” is no name of an element")
    precondition(canHold(name), "<\(name)> cannot stand inside <\(open.joined(separator: "><"))>")
    output += "<" + name
    // A parser of HTML knows the namespace of a drawing; a parser of XML has to be told.
    for attribute in attributes.list where syntax == .xml || attribute.name != "xmlns" {
      precondition(
        Self.isName(attribute.name), "“\(attribute.name)” is no name of an attribute")
      output += " \(attribute.name)=\"" + Self.escaped(attribute.value, quoted: true) + "\""
    }
    let content = Self.flattened(children)
    if content.isEmpty && (syntax == .xml || isForeign || name == "svg") {
      output += "/>"
      return
    }
    output += ">"
    if syntax == .html && !isForeign && Elements.void.contains(name) {
      precondition(content.isEmpty, "<\(name)> cannot hold anything")
      return
    }
    open.append(name)
    if isRawText { writeRawText(content, in: name) } else { writeChildren(content) }
    open.removeLast()
    output += "</" + name + ">"
  }

  private mutating func writeChildren(_ children: [Markup]) {
    let content = Self.flattened(children)
    let parent = open.last ?? ""
    let breaks =
      !content.isEmpty && !open.contains { Elements.keepsSpace.contains($0) }
      && content.allSatisfy { piece in
        if case .element(let name, _, _) = piece { return Elements.ownLine.contains(name) }
        return false
      }
    if case .text(let text)? = content.first, ["pre", "textarea"].contains(parent),
      text.utf8.first == UInt8(ascii: "\n")
    {
      output += "\n"  // A parser drops the first line break there.
    }
    for (index, piece) in content.enumerated() {
      if breaks && (index > 0 || !open.isEmpty) { output += "\n" }
      write(piece)
    }
    if breaks && !open.isEmpty { output += "\n" }
  }

  private mutating func writeText(_ text: String) {
    output += Self.escaped(text, quoted: false)
  }

  private mutating func writeRawText(_ content: [Markup], in name: String) {
    for piece in content {
      guard case .text(let text) = piece else {
        preconditionFailure("<\(name)> can hold text only, not \(piece)")
      }
      let lowercased = Array(text.lowercased().utf8)
      precondition(
        !Self.contains(lowercased, Array(("</" + name).utf8))
          && !Self.contains(lowercased, Array("<!--".utf8)),
        "the text of an element of raw text would end it early")
      output += text
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
  }

  /// Whether what is written now lies in SVG, where a parser of HTML follows XML's habits.
  private var isForeign: Bool {
    guard let svg = open.lastIndex(of: "svg") else { return false }
    return open.lastIndex(of: "foreignObject").map { $0 < svg } ?? true
  }

  private var isRawText: Bool {
    syntax == .html && !isForeign && Elements.rawText.contains(open.last ?? "")
  }

  /// Whether a parser would keep an element where it is put.
  private func canHold(_ name: String) -> Bool {
    if syntax == .xml || isForeign { return !(name == "a" && open.contains("a")) }
    if name == "a" || name == "button", open.contains("a") || open.contains("button") {
      return false
    }
    return !(Elements.endsParagraph.contains(name) && open.contains("p"))
  }

  private static func flattened(_ pieces: [Markup]) -> [Markup] {
    pieces.flatMap { piece -> [Markup] in
      switch piece {
      case .fragment(let inner): flattened(inner)
      case .text(""): []
      default: [piece]
      }
    }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return false }
    let isLetter = { (byte: UInt8) in (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    return isLetter(first)
      && name.utf8.allSatisfy { isLetter($0) || ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2D }
  }

  /// Replaces what would end a text or a value; characters that no document may hold become U+FFFD.
  static func escaped(_ text: String, quoted: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22 where quoted: result += "&quot;"
      case 0x09 where quoted, 0x0A where quoted: result += "&#\(scalar.value);"
      case 0x0D: result += "&#13;"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: result += "\u{FFFD}"
      case let value where value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
