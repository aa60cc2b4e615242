/// Which parts of a page are kept.
///
/// The text in a box decides: how much of it is prose, how much of it are links. What a class or an
/// id says is a hint that prose can outweigh. First the box that holds the text is looked for
/// (`main`, an article, or whatever box holds nearly all prose), then what stands in and above it is
/// judged part by part.
/// - SeeAlso: Kohlschütter et al. 2010, "Boilerplate detection using shallow text features".
struct HTMLChoice {
  struct Removal {
    var tokens: Range<Int>
    var isBoilerplate: Bool
    var isBlock: Bool
  }

  /// What is removed, ascending, without overlap.
  private(set) var removed: [Removal] = []

  private let outline: HTMLOutline
  private var box: HTMLTextBox
  private var root: Int { box.root }
  private var path: [Int: HTMLTextBox.Level] { box.path }

  /// How much goes: all that looks like furniture, only what surely is, or what nobody sees.
  enum Rigour: CaseIterable { case usual, mild, none }

  init(_ outline: HTMLOutline) {
    self.outline = outline
    box = HTMLTextBox(outline)
    choose()
    let plain = outline.visible(0) - outline.weights.links(outline.nodes[0].tokens)
    if root > 0, kept < 250, kept * 4 < plain {
      // A page of short lines: what little prose there is led astray.
      box = HTMLTextBox(wholeOf: outline)
      choose()
    }
  }

  private var kept: Int {
    outline.visible(0) - removed.reduce(0) { $0 + outline.weights.visible($1.tokens) }
  }

  private mutating func choose() {
    // Where hardly anything would be left, the hints were wrong.
    let (all, sure) = (outline.visible(root), surelyFurniture())
    // A page may stand in an `aside` or a form, whole.
    let isWhole = all - sure < 300 && (all - sure) * 10 < all
    let available = isWhole ? all : all - sure
    for rigour in Rigour.allCases {
      removed.removeAll(keepingCapacity: true)
      walk(0, rigour)
      if rigour != .none { removeTextAround() }
      if rigour == .none || kept * 10 >= available * 3 { break }
    }
  }

  /// Text in menus and footers, whatever it says.
  private func surelyFurniture() -> Int {
    var sum = 0
    var node = root + 1
    while node < outline.nodes[root].next {
      if outline.isFurniture(node), outline.nodes[node].element.id != HTMLElement.form {
        sum += outline.visible(node)
        node = outline.nodes[node].next
      } else {
        node += 1
      }
    }
    return sum
  }

  // MARK: What goes

  private mutating func remove(_ node: Int, isBoilerplate: Bool = true) {
    removed.append(
      Removal(
        tokens: outline.nodes[node].tokens, isBoilerplate: isBoilerplate,
        isBlock: outline.nodes[node].element.traits.contains(.block)))
  }

  private mutating func walk(_ node: Int, _ rigour: Rigour) {
    // A stack of its own: pages may nest without end.
    var place = node
    let end = outline.nodes[node].next
    var isBefore: [Int: Bool] = [:]
    while place < end {
      if place == root {
        isBefore[outline.nodes[place].parent] = false
        place += 1
        continue
      }
      if path[place] != nil {
        isBefore[outline.nodes[place].parent] = false
        isBefore[place] = true
        place += 1
        continue
      }
      let parent = outline.nodes[place].parent
      let isClosed = outline.nodes[place].isClosed
      if isClosed, hides(place) {
        remove(place, isBoilerplate: false)
      } else if isClosed, rigour != .none || path[parent] != nil,
        path[parent].map({
          !stays(place, beside: $0, isBefore: isBefore[parent] ?? true)
        }) ?? false || goes(place, rigour)
      {
        remove(place)
      } else {
        place += 1
        continue
      }
      place = outline.nodes[place].next
    }
  }

  /// What stands in no part of its own around the box of the text.
  private mutating func removeTextAround() {
    var loose: [Removal] = []
    for (node, level) in path {
      var place = outline.nodes[node].tokens.lowerBound
      func add(_ end: Int) {
        let range = place..<max(place, end)
        let isLoose = level == .around || outline.weights.prose(range) == 0
        if isLoose, outline.weights.visible(range) > 0 {
          loose.append(Removal(tokens: range, isBoilerplate: true, isBlock: true))
        }
      }
      for child in outline.children(of: node) {
        add(outline.nodes[child].tokens.lowerBound)
        place = outline.nodes[child].tokens.upperBound
      }
      add(outline.nodes[node].tokens.upperBound)
    }
    guard !loose.isEmpty else { return }
    removed = (removed + loose).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func hides(_ node: Int) -> Bool {
    guard outline.nodes[node].isHidden else { return false }
    // A page that is shown by a script.
    return outline.nodes[node].element.traits.contains(.hidden)
      || outline.visible(node) * 2 <= outline.visible(0)
      || outline.visible(node) == 0
  }

  /// Whether a part beside the box of the text belongs to it: a title, an introduction, more text.
  private func stays(_ node: Int, beside level: HTMLTextBox.Level, isBefore: Bool) -> Bool {
    let all = outline.visible(node)
    guard all > 0 else { return true }
    let share = outline.linkShare(node)
    let isTitle = share < 0.4 && outline.holdsMainHeading(node)
    if isTitle, all < 150 || all < 500 && outline.prose(node) * 2 >= all { return true }
    let isAside = outline.isSuspect(node) || outline.isFurniture(node) || share > 0.3
    if outline.nodes[node].name.contains(.lead), all < 1200, !isAside { return true }
    if level == .around || isAside { return false }
    let written = outline.prose(node)
    if isBefore {
      // A line of introduction is no box, and too short to count as prose.
      let element = outline.nodes[node].element
      let isLine = element.id == HTMLElement.paragraph || element.traits.contains(.heading)
      return isLine || written > 0 && written * 10 >= all * 4
    }
    // The next section of a manual may be more lists than sentences.
    let isSection =
      outline.nodes[node].element.id == HTMLElement.section
      && outline.nodes[root].element.id == HTMLElement.section
      && outline.weights.headings(outline.nodes[node].tokens) > 0
    return written > 150 && written * 10 >= all * (isSection ? 3 : 7)
      || written == all && written > 80 && share == 0
  }

  private func goes(_ node: Int, _ rigour: Rigour) -> Bool {
    guard rigour != .none else { return false }
    let element = outline.nodes[node].element
    let all = outline.visible(node)
    let written = outline.prose(node)
    let share = outline.linkShare(node)
    let whole = outline.prose(root)
    if element.id == HTMLElement.button { return written < all || all == 0 }
    if element.id == HTMLElement.header {
      let isSmall = written < 300 && written * 10 < whole * 4
      return isSmall && !(outline.holdsMainHeading(node) && share < 0.5)
    }
    if outline.isFurniture(node) { return written < 400 || written * 10 < whole * 4 }
    if outline.isSuspect(node, rigour) {
      if outline.isBox(node) { return written < 400 || written * 10 < whole * 6 }
      if outline.standsInSentence(node) { return false }
      // A script's own element: MathJax marks each formula for a context menu.
      let isOwn = element.traits.isEmpty && !HTMLElement.phrasing.contains(element.id)
      if isOwn, !outline.nodes[node].name.contains(.strong) { return false }
      return written < 50 && element.id != HTMLElement.mainHeading
    }
    guard rigour == .usual, all > 0 else { return false }
    // A page of links alone; a list in an item of another goes with that one.
    if outline.linkShare(root) > 0.95 { return false }
    if element.traits.contains(.list),
      outline.nodes[outline.nodes[node].parent].element.id == HTMLElement.item
    {
      return false
    }
    guard outline.isBox(node), !HTMLElement.tableParts.contains(element.id),
      !HTMLElement.whole.contains(element.id)
    else { return false }
    let limit = element.id == HTMLElement.table ? 0.8 : 0.55
    let isText =
      written > 0 && share < 0.8 && outline.weights.marks(outline.nodes[node].tokens) > 3
    return share > limit && !isText && !isListOfRemarks(node)
  }

  /// Notes that link to what they speak of: there is a phrase around the links of nearly every item.
  private func isListOfRemarks(_ node: Int) -> Bool {
    guard outline.nodes[node].element.traits.contains(.list) else { return false }
    let items = outline.children(of: node).filter {
      outline.nodes[$0].element.id == HTMLElement.item
    }
    let remarks = items.filter {
      outline.visible($0) - outline.weights.links(outline.nodes[$0].tokens) >= 15
    }
    return remarks.count * 10 >= items.count * 8 && !items.isEmpty
  }
}
