/// The tokens of a page with the extent of its elements, tolerant of missing end tags.
///
/// End tags that may be left out (`p`, `li`, `td`…) are implied by what follows. O(length).
struct HTMLOutline {
  struct Region {
    /// Tokens of the element, its tags included.
    var tokens: Range<Int>
    var element: HTMLElement
    var name: BoilerplateNames.Match
    /// False when only the end of the page closed it.
    var isClosed: Bool
    /// It stands inside `main` or `article`.
    var isInContent: Bool
  }

  private(set) var tokens: [HTMLTokenizer.Token] = []
  /// The element of each tag; of no use for other tokens.
  private(set) var elements: [HTMLElement] = []
  /// Elements that may matter for the choice of what to keep, in order of their end.
  private(set) var regions: [Region] = []
  /// `weights[i]`: bytes of visible text before token `i`.
  private(set) var weights: [Int] = [0]

  private struct Open {
    var element: HTMLElement
    var token: Int
    var name: BoilerplateNames.Match
    var isInContent: Bool
  }
  private var stack: [Open] = []
  private var openCount: [UInt64: Int] = [:]

  init(_ bytes: Bytes) {
    var tokenizer = HTMLTokenizer(bytes)
    let none = HTMLElement(Bytes(start: nil, count: 0))
    var rawTextIsHidden = false
    while let token = tokenizer.next() {
      var element = none
      var weight = 0
      switch token.kind {
      case .startTag:
        element = HTMLElement(Bytes(rebasing: bytes[token.name]))
        rawTextIsHidden = !element.traits.isDisjoint(with: [.hidden, .boilerplate])
        open(element, at: tokens.count, name: name(tokenizer, element))
      case .endTag:
        element = HTMLElement(Bytes(rebasing: bytes[token.name]))
        close(element, at: tokens.count)
      case .text:
        for byte in bytes[token.range] where !byte.isASCIISpace { weight += 1 }
      case .rawText:
        weight = rawTextIsHidden ? 0 : token.range.count
      case .reference:
        weight = 1
      case .comment, .doctype:
        break
      }
      tokens.append(token)
      elements.append(element)
      weights.append(weights[weights.count - 1] + weight)
    }
    while let last = stack.last { pop(last, end: tokens.count, isClosed: false) }
  }

  /// Bytes of visible text in a range of tokens.
  func weight(_ range: Range<Int>) -> Int { weights[range.upperBound] - weights[range.lowerBound] }

  private func name(
    _ tokenizer: HTMLTokenizer, _ element: HTMLElement
  ) -> BoilerplateNames.Match {
    guard element.traits.contains(.container) else { return .none }
    return tokenizer.attributes.reduce(.none) {
      max($0, BoilerplateNames.match($1, in: tokenizer.bytes))
    }
  }

  private mutating func open(_ element: HTMLElement, at token: Int, name: BoilerplateNames.Match) {
    closeImplied(by: element, at: token)
    guard !element.traits.contains(.void) else { return }
    let isInContent =
      stack.last.map { $0.isInContent || $0.element.traits.contains(.content) } ?? false
    stack.append(
      Open(
        element: element, token: token, name: name, isInContent: isInContent))
    openCount[element.id, default: 0] += 1
  }

  private mutating func close(_ element: HTMLElement, at token: Int) {
    guard openCount[element.id, default: 0] > 0 else { return }
    while let last = stack.last {
      if last.element == element {
        pop(last, end: token + 1, isClosed: true)
        return
      }
      // What the end of its parent closes may be a mistake: only these may leave their end out.
      pop(last, end: token, isClosed: Self.mayOmitEnd.contains(last.element.id))
    }
  }

  private mutating func pop(_ open: Open, end: Int, isClosed: Bool) {
    stack.removeLast()
    openCount[open.element.id]! -= 1
    let matters: HTMLElement.Traits = [.boilerplate, .hidden, .content]
    if open.name != .none || !open.element.traits.isDisjoint(with: matters) {
      regions.append(
        Region(
          tokens: open.token..<end, element: open.element,
          name: open.name, isClosed: isClosed,
          isInContent: open.isInContent))
    }
  }

  /// Closes the paragraph, item, row or cell that a new element cannot stand in.
  private mutating func closeImplied(by element: HTMLElement, at token: Int) {
    if element.traits.contains(.block), let last = stack.last, last.element.id == Self.paragraph {
      pop(last, end: token, isClosed: true)
    }
    guard let rule = Self.implied[element.id] else { return }
    // Only a short way up: deeper nesting without end tags is left as it stands.
    for depth in 1...8 where depth <= stack.count {
      let id = stack[stack.count - depth].element.id
      if rule.stops.contains(id) { return }
      if rule.closes.contains(id) {
        for _ in 0..<depth { pop(stack[stack.count - 1], end: token, isClosed: true) }
        return
      }
    }
  }

  private static let mayOmitEnd = Set(
    "p li dt dd td th tr option".split(separator: " ").map { fingerprint($0.utf8) })
  private static let paragraph = fingerprint("p".utf8)

  private static let implied: [UInt64: (closes: Set<UInt64>, stops: Set<UInt64>)] = {
    func ids(_ names: String) -> Set<UInt64> {
      Set(names.split(separator: " ").map { fingerprint($0.utf8) })
    }
    var rules: [UInt64: (closes: Set<UInt64>, stops: Set<UInt64>)] = [:]
    for (names, closes, stops) in [
      ("li", "li", "ul ol menu dir"), ("dt dd", "dt dd", "dl"),
      ("td th", "td th", "tr table"), ("tr", "tr", "table"), ("option", "option", "select"),
    ] {
      for id in ids(names) { rules[id] = (ids(closes), ids(stops)) }
    }
    return rules
  }()
}

/// Words in a class or an id that give a menu, an advert or a footer away.
enum BoilerplateNames {
  /// What gave it away. An id may also be made from a heading, as in `id="related-documents"`.
  enum Match: Int, Comparable {
    case none, byID, byClass
    static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
  }

  private static let words: Set<UInt64> = Set(
    ("ad ads advert adverts advertisement banner share cookie cookies related breadcrumb "
      + "breadcrumbs newsletter comments nav navbar navigation navheader navfooter sidebar footer "
      + "masthead social promo sponsor sponsored popup modal subscribe pagination pager sphinxsidebar")
      .split(separator: " ").map { fingerprint($0.utf8) })

  static func match(_ attribute: HTMLTokenizer.Attribute, in bytes: Bytes) -> Match {
    let name = attribute.name
    if bytes.has("role", at: name.lowerBound, ignoringCase: true), name.count == 4 {
      let isFurniture = ["navigation", "banner", "contentinfo", "complementary", "search"].contains
      {
        bytes.has($0, at: attribute.value.lowerBound, ignoringCase: true)
      }
      return isFurniture ? .byClass : .none
    }
    let isClass = bytes.has("class", at: name.lowerBound, ignoringCase: true) && name.count == 5
    let isID = bytes.has("id", at: name.lowerBound, ignoringCase: true) && name.count == 2
    guard isClass || isID else { return .none }
    var start = attribute.value.lowerBound
    for place in attribute.value.lowerBound...attribute.value.upperBound {
      if place == attribute.value.upperBound || !bytes[place].isASCIIAlphanumeric {
        if place > start,
          words.contains(fingerprint(bytes[start..<place].lazy.map(\.lowercasedASCII)))
        {
          return isClass ? .byClass : .byID
        }
        start = place + 1
      }
    }
    return .none
  }
}
