import Dataset
import Names
import RawData

/// All that a reader asked of the page in which a text is cleaned: the text, what it is, and the rules that
/// are left out. It stands in the address.
package struct CleaningRequest: Sendable {
  /// Something in an address that can't be.
  enum Remark: Sendable, Equatable {
    case rule, form
    /// Only so many characters of the text are taken.
    case longText(Int)
  }

  package var text = ""
  package var form = TextForm.automatic
  package var without: [RuleID] = []
  /// What in the address was impossible and was left out.
  var remarks: [Remark] = []
  /// All that stands in the address, for links that change one thing.
  private var query: QueryText

  /// Rules that look at one text alone; the others compare documents, or what is claimed of them.
  package static let rules = RuleID.allCases.filter {
    $0 != .exactDuplicate && $0 != .nearDuplicate && $0 != .language
  }

  /// - Parameter address: what stands behind `#`.
  package init(_ address: String) {
    query = QueryText(address)
    text = query["q"] ?? ""
    if text.unicodeScalars.count > TextForm.mostCharacters {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(TextForm.mostCharacters)))
      remarks.append(.longText(TextForm.mostCharacters))
    }
    if let name = query["form"] {
      if let known = TextForm(rawValue: name) { form = known } else { remarks.append(.form) }
    }
    for name in query.all("without") {
      if let rule = Self.rules.first(where: { $0.commandName == name }) {
        if !without.contains(rule) { without.append(rule) }
      } else {
        remarks.append(.rule)
      }
    }
  }

  /// The address of the same with one rule left out, or taken in again.
  func toggling(_ rule: RuleID) -> String {
    let name = rule.commandName
    var query = query
    if without.contains(rule) {
      query.pairs.removeAll { $0.key == "without" && $0.value == name }
    } else {
      query.add("without", name)
    }
    return "#" + query.text
  }

  /// Whether it is read as a web page.
  package var isMarkup: Bool {
    switch form {
    case .page: return true
    case .automatic:
      let start = text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(2)
      guard start.count == 2, start.first == "<", let second = start.last?.value else {
        return false
      }
      return second == 0x21 || (second | 0x20) &- 0x61 < 26
    default: return false
    }
  }

  /// The text as a document of its kind.
  package var document: RawDocument {
    let kind: DocumentKind =
      switch form {
      case .automatic, .page, .plain, .markdown: .userText
      case .book: .bookChapter
      case .news: .news
      case .wiki: .encyclopedia
      case .forum: .dialogue
      }
    return RawDocument(
      id: form == .markdown ? "text.md" : isMarkup ? "text.html" : "text.txt", kind: kind,
      fields: [RawDocument.Field(name: .text, text: text)], byteCount: text.utf8.count,
      isMarkup: isMarkup)
  }

  package var options: CleaningOptions {
    var options = CleaningOptions()
    options.without = Set(without)
    return options
  }

  /// The line that cleans a file in a terminal in the same way.
  var command: String {
    let file = form == .markdown ? "text.md" : isMarkup ? "text.html" : "text.txt"
    return "nakami clean " + file + without.map { " --without " + $0.commandName }.joined()
  }

  /// Whether a file of one's own is read as this is; the town's books and papers have kinds of their own.
  var hasCommand: Bool { document.kind == .userText }
}
