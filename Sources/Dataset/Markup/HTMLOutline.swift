/// The tokens of a page with the extent of its elements, tolerant of missing end tags.
///
/// End tags that may be left out (`p`, `li`, `td`…) are implied by what follows. O(length).
struct HTMLOutline {
  /// An element that may matter for the choice of what to keep.
  struct Node {
    /// Tokens of the element, its tags included.
    var tokens: Range<Int>
    var element: HTMLElement
    var name: BoilerplateNames.Match
    /// False when only the end of the page closed it.
    var isClosed = false
    var parent: Int
    /// The first node after this one that does not stand in it.
    var next = 0
    /// A link with a target.
    var isLink = false

    var isHidden: Bool {
      element.traits.contains(.hidden)
        || name.contains(.hidden) && element.id != HTMLElement.span
    }
  }

  private(set) var tokens: [HTMLTokenizer.Token] = []
  /// The element of each tag; of no use for other tokens.
  private(set) var elements: [HTMLElement] = []
  /// The page itself, then its elements in the order of their starts.
  private(set) var nodes: [Node] = []
  /// What the text of each token amounts to.
  private(set) var weights = HTMLWeights()

  private struct Open {
    var element: HTMLElement
    /// Its node; -1 when it has none.
    var node: Int
    /// Its node, or the one that it stands in.
    var nearest: Int
  }
  private var stack: [Open] = []
  private var openCount: [UInt64: Int] = [:]

  init(_ bytes: Bytes) {
    var tokenizer = HTMLTokenizer(bytes)
    let none = HTMLElement(Bytes(start: nil, count: 0))
    nodes.append(Node(tokens: 0..<0, element: none, name: [], isClosed: true, parent: -1))
    while let token = tokenizer.next() {
      var element = none
      switch token.kind {
      case .startTag:
        element = HTMLElement(Bytes(rebasing: bytes[token.name]))
        open(element, at: tokens.count, tokenizer)
      case .endTag:
        element = HTMLElement(Bytes(rebasing: bytes[token.name]))
        close(element, at: tokens.count)
      case .text, .rawText, .reference, .comment, .doctype: break
      }
      tokens.append(token)
      elements.append(element)
    }
    while let last = stack.last { pop(last, end: tokens.count, isClosed: false) }
    nodes[0].tokens = 0..<tokens.count
    nodes[0].next = nodes.count
    weights = HTMLWeights(self, bytes)
  }

  /// The nodes right below a node.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var child = node + 1
    while child < nodes[node].next {
      children.append(child)
      child = nodes[child].next
    }
    return children
  }

  /// Whether words of the same paragraph stand on both sides: without it the sentence has a hole.
  func standsInSentence(_ node: Int) -> Bool {
    let own = nodes[node]
    guard !own.element.traits.contains(.block) else { return false }
    func hasWords(_ places: some Sequence<Int>) -> Bool {
      for place in places {
        switch tokens[place].kind {
        case .startTag, .endTag:
          let element = elements[place]
          if element.traits.contains(.block) || element.id == HTMLElement.lineBreak { return false }
        case .text, .rawText, .reference, .comment, .doctype: break
        }
        if weights.visible(place..<place + 1) > 0 { return true }
      }
      return false
    }
    return weights.prose(own.tokens) > 0
      && hasWords((0..<own.tokens.lowerBound).reversed())
      && hasWords(own.tokens.upperBound..<tokens.count)
  }

  private mutating func open(
    _ element: HTMLElement, at token: Int, _ tokenizer: HTMLTokenizer
  ) {
    closeImplied(by: element, at: token)
    guard !element.traits.contains(.void) else { return }
    var name: BoilerplateNames.Match = []
    var isLink = false
    for attribute in tokenizer.attributes {
      name.formUnion(BoilerplateNames.match(attribute, in: tokenizer.bytes))
      isLink =
        isLink
        || element.id == HTMLElement.link && attribute.name.count == 4
          && tokenizer.bytes.has("href", at: attribute.name.lowerBound, ignoringCase: true)
    }
    let matters: HTMLElement.Traits = [.block, .hidden, .boilerplate, .content]
    let parent = stack.last?.nearest ?? 0
    var node = -1
    let isButton = element.id == HTMLElement.button
    if isLink || isButton || !element.traits.isDisjoint(with: matters) || !name.isEmpty {
      node = nodes.count
      nodes.append(
        Node(
          tokens: token..<token, element: element, name: name, parent: parent, isLink: isLink))
    }
    stack.append(Open(element: element, node: node, nearest: node < 0 ? parent : node))
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
    guard open.node >= 0 else { return }
    nodes[open.node].tokens = nodes[open.node].tokens.lowerBound..<end
    nodes[open.node].isClosed = isClosed
    nodes[open.node].next = nodes.count
  }

  /// Closes the paragraph, item, row or cell that a new element cannot stand in.
  private mutating func closeImplied(by element: HTMLElement, at token: Int) {
    if element.traits.contains(.block), let last = stack.last,
      last.element.id == HTMLElement.paragraph
    {
      pop(last, end: token, isClosed: true)
    }
    // A link in a link ends the outer one.
    if element.id == HTMLElement.link, let last = stack.last, last.element.id == element.id {
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
    "p li dt dd td th tr option rt rp rtc".split(separator: " ").map { fingerprint($0.utf8) })

  private static let implied: [UInt64: (closes: Set<UInt64>, stops: Set<UInt64>)] = {
    func ids(_ names: String) -> Set<UInt64> {
      Set(names.split(separator: " ").map { fingerprint($0.utf8) })
    }
    var rules: [UInt64: (closes: Set<UInt64>, stops: Set<UInt64>)] = [:]
    for (names, closes, stops) in [
      ("li", "li", "ul ol menu dir"), ("dt dd", "dt dd", "dl"), ("rt rp rtc", "rt rp rtc", "ruby"),
      ("td th", "td th", "tr table"), ("tr", "tr", "table"), ("option", "option", "select"),
    ] {
      for id in ids(names) { rules[id] = (ids(closes), ids(stops)) }
    }
    return rules
  }()
}
