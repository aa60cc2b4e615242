/// Splits HTML bytes into tags, text, references and comments without ever failing.
///
/// It follows the states of the WHATWG tokenizer, with one difference: where a browser would lose
/// the rest of the page (a quote, comment, script or tag that never ends), the text is kept.
/// Every byte belongs to exactly one token. O(length).
/// - SeeAlso: WHATWG HTML, section 13.2.5, "Tokenization".
struct HTMLTokenizer {
  struct Token: Equatable {
    enum Kind: Equatable {
      case text
      /// A character reference that stands for something; others are text.
      case reference
      case startTag
      case endTag
      case comment
      case doctype
      /// What stands between `<script>` and `</script>` and the like.
      case rawText
    }
    var kind: Kind
    var range: Range<Int>
    /// The name of a tag, as it is written.
    var name: Range<Int> = 0..<0
    var isSelfClosing = false
  }

  struct Attribute: Equatable {
    var name: Range<Int>
    /// Without quotes; references in it are not resolved.
    var value: Range<Int>
  }

  let bytes: Bytes
  private(set) var position = 0
  /// The attributes of the start tag that came last.
  private(set) var attributes: [Attribute] = []

  /// The raw text element that the last start tag opened.
  private var rawTextName: Range<Int>?
  /// The last place of each byte that ends something; -1 when there is none.
  private var lastGreaterThan = -1
  private var lastDoubleQuote = -1
  private var lastSingleQuote = -1
  /// Once a tag has run to the end of the page because of its quotes, quotes no longer count.
  private var quotesAreBroken = false
  private var noCommentEndAfter = Int.max
  /// Raw text elements that nobody closes any more, by fingerprint.
  private var unclosedRawText: Set<UInt64> = []

  init(_ bytes: Bytes) {
    self.bytes = bytes
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: ">"): lastGreaterThan = position
      case UInt8(ascii: "\""): lastDoubleQuote = position
      case UInt8(ascii: "'"): lastSingleQuote = position
      default: break
      }
    }
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    guard position < bytes.count else { return nil }
    if let name = rawTextName {
      rawTextName = nil
      if let token = rawText(until: name) { return token }
    }
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "<"):
      if let token = tagOpen() {
        position = token.range.upperBound
        return token
      }
      return text(from: start, alreadyRead: 1)
    case UInt8(ascii: "&"):
      if let reference = CharacterReference(in: bytes, at: start) {
        position = start + reference.length
        return Token(kind: .reference, range: start..<position)
      }
      return text(from: start, alreadyRead: 1)
    default:
      return text(from: start, alreadyRead: 0)
    }
  }

  private mutating func text(from start: Int, alreadyRead: Int) -> Token {
    var end = start + alreadyRead
    while end < bytes.count, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "&") {
      end += 1
    }
    position = end
    return Token(kind: .text, range: start..<end)
  }

  /// Tag open state: what follows a `<` decides.
  private mutating func tagOpen() -> Token? {
    let start = position
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    if next.isASCIILetter { return tag(from: start, nameAt: start + 1, kind: .startTag) }
    switch next {
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count else { return nil }
      if bytes[start + 2].isASCIILetter {
        return tag(from: start, nameAt: start + 2, kind: .endTag)
      }
      return bogusComment(from: start)
    case UInt8(ascii: "!"):
      if bytes.has("<!--", at: start) { return comment(from: start) }
      if bytes.has("<!doctype", at: start, ignoringCase: true) {
        return upToGreaterThan(from: start, kind: .doctype)
      }
      return bogusComment(from: start)
    case UInt8(ascii: "?"):
      return bogusComment(from: start)
    default:
      return nil
    }
  }

  /// Bogus comment state: everything up to the next `>`.
  private func bogusComment(from start: Int) -> Token? {
    upToGreaterThan(from: start, kind: .comment)
  }

  private func upToGreaterThan(from start: Int, kind: Token.Kind) -> Token? {
    guard lastGreaterThan > start, let end = bytes.first(UInt8(ascii: ">"), from: start) else {
      return nil
    }
    return Token(kind: kind, range: start..<end + 1)
  }

  /// Comment states: `<!-->` and `<!--->` are empty, `--!>` ends one too.
  private mutating func comment(from start: Int) -> Token? {
    let body = start + 4
    if bytes.has(">", at: body) { return Token(kind: .comment, range: start..<body + 1) }
    if bytes.has("->", at: body) { return Token(kind: .comment, range: start..<body + 2) }
    if start < noCommentEndAfter {
      var search = body
      while let dash = bytes.first(UInt8(ascii: "-"), from: search) {
        if bytes.has("-->", at: dash) {
          return Token(kind: .comment, range: start..<dash + 3)
        }
        if bytes.has("--!>", at: dash) {
          return Token(kind: .comment, range: start..<dash + 4)
        }
        search = dash + 1
      }
      noCommentEndAfter = start
    }
    // A comment without an end would swallow the page: it ends like a bogus one instead.
    return bogusComment(from: start)
  }

  /// Tag name state and the attribute states.
  private mutating func tag(from start: Int, nameAt nameStart: Int, kind: Token.Kind) -> Token? {
    guard lastGreaterThan > start else { return nil }
    var nameEnd = nameStart
    while nameEnd < bytes.count, !endsTagName(bytes[nameEnd]) { nameEnd += 1 }
    var token = Token(kind: kind, range: start..<start, name: nameStart..<nameEnd)
    var end = quotesAreBroken ? nil : readAttributes(from: nameEnd, of: &token)
    if end == nil {
      quotesAreBroken = true
      attributes.removeAll(keepingCapacity: true)
      end = bytes.first(UInt8(ascii: ">"), from: nameEnd).map { $0 + 1 }
    }
    guard let end else { return nil }
    token.range = start..<end
    if kind == .startTag, holdsRawText(token.name) { rawTextName = token.name }
    return token
  }

  private func endsTagName(_ byte: UInt8) -> Bool {
    byte.isASCIISpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Reads attributes up to the `>`; the place after it, or nil when the page ends first.
  private mutating func readAttributes(from start: Int, of token: inout Token) -> Int? {
    attributes.removeAll(keepingCapacity: true)
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: ">") { return place + 1 }
      if byte == UInt8(ascii: "/") {
        token.isSelfClosing = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ">")
        place += 1
        continue
      }
      if byte.isASCIISpace {
        place += 1
        continue
      }
      let nameStart = place
      // An equals sign at the start belongs to the name, by the specification.
      place += 1
      while place < bytes.count, !endsTagName(bytes[place]), bytes[place] != UInt8(ascii: "=") {
        place += 1
      }
      let name = nameStart..<place
      while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
        attributes.append(Attribute(name: name, value: place..<place))
        continue
      }
      place += 1
      while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
      guard place < bytes.count else { return nil }
      let quote = bytes[place]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        let last = quote == UInt8(ascii: "\"") ? lastDoubleQuote : lastSingleQuote
        guard last > place, let close = bytes.first(quote, from: place + 1) else { return nil }
        attributes.append(Attribute(name: name, value: place + 1..<close))
        place = close + 1
      } else {
        let valueStart = place
        while place < bytes.count, !bytes[place].isASCIISpace, bytes[place] != UInt8(ascii: ">") {
          place += 1
        }
        attributes.append(Attribute(name: name, value: valueStart..<place))
      }
    }
    return nil
  }

  private func holdsRawText(_ name: Range<Int>) -> Bool {
    HTMLElement(Bytes(rebasing: bytes[name])).traits.contains(.rawText)
  }

  /// Raw text states: everything up to the end tag of the same name; nil when that never comes.
  private mutating func rawText(until name: Range<Int>) -> Token? {
    let start = position
    let key = fingerprint(bytes[name].lazy.map { $0.lowercasedASCII })
    guard !unclosedRawText.contains(key) else { return nil }
    let isScript = bytes.has("script", at: name.lowerBound, ignoringCase: true) && name.count == 6
    var search = start
    var isEscaped = false
    var isDoublyEscaped = false
    while search < bytes.count {
      if bytes[search] == UInt8(ascii: "-"), isEscaped, bytes.has("-->", at: search) {
        isEscaped = false
        isDoublyEscaped = false
      } else if bytes[search] == UInt8(ascii: "<") {
        if isScript, bytes.has("<!--", at: search) {
          isEscaped = true
        } else if isEscaped, bytes.has("<script", at: search, ignoringCase: true),
          search + 7 < bytes.count, endsTagName(bytes[search + 7])
        {
          isDoublyEscaped = true
        } else if isEndTag(at: search, of: name) {
          if !isDoublyEscaped {
            guard search > start else { return nil }  // an empty element
            position = search
            return Token(kind: .rawText, range: start..<search)
          }
          isDoublyEscaped = false
        }
      }
      search += 1
    }
    // A script without an end would swallow the page: its content counts as text instead.
    unclosedRawText.insert(key)
    return nil
  }

  private func isEndTag(at place: Int, of name: Range<Int>) -> Bool {
    let end = place + 2 + name.count
    guard end < bytes.count, bytes[place + 1] == UInt8(ascii: "/"), endsTagName(bytes[end]) else {
      return false
    }
    for offset in 0..<name.count
    where bytes[place + 2 + offset].lowercasedASCII
      != bytes[name.lowerBound + offset]
      .lowercasedASCII
    {
      return false
    }
    return true
  }
}
