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
  /// The box of the text.
  private var root = 0
  private enum Level { case exactly, around }
  /// The boxes around the root. Around a `main` nothing but headings is kept.
  private var path: [Int: Level] = [:]

  /// How much goes: all that looks like furniture, only what surely is, or what nobody sees.
  private enum Rigour: CaseIterable { case usual, mild, none }

  init(_ outline: HTMLOutline) {
    self.outline = outline
    findRoot()
    // Where hardly anything would be left, the hints were wrong.
    let (all, sure) = (visible(root), surelyFurniture())
    // A page may stand in an `aside` or a form, whole.
    let isWhole = all - sure < 300 && (all - sure) * 10 < all
    let available = isWhole ? all : all - sure
    for rigour in Rigour.allCases {
      removed.removeAll(keepingCapacity: true)
      walk(0, rigour)
      if rigour != .none { removeTextAround() }
      let gone = removed.reduce(0) { $0 + outline.weights.visible($1.tokens) }
      let kept = visible(0) - gone
      if rigour == .none || kept * 10 >= available * 3 { break }
    }
  }

  // MARK: Measures

  private func visible(_ node: Int) -> Int { outline.weights.visible(outline.nodes[node].tokens) }
  private func prose(_ node: Int) -> Int { outline.weights.prose(outline.nodes[node].tokens) }

  /// The share of links in the text of a node.
  private func linkShare(_ node: Int) -> Double {
    let all = visible(node)
    return all == 0 ? 0 : Double(outline.weights.links(outline.nodes[node].tokens)) / Double(all)
  }

  private func holdsMainHeading(_ node: Int) -> Bool {
    outline.weights.mainHeadings(outline.nodes[node].tokens) > 0
  }

  private func isBox(_ node: Int) -> Bool {
    outline.nodes[node].element.traits.contains(.box)
  }

  /// Menus, footers and the like by their element; a header has a rule of its own.
  private func isFurniture(_ node: Int) -> Bool {
    let element = outline.nodes[node].element
    return element.traits.contains(.boilerplate) && element.id != HTMLElement.header
  }

  /// Whether its names say that it is no part of the text and its text does not contradict.
  private func isSuspect(_ node: Int, _ rigour: Rigour = .usual) -> Bool {
    let name = outline.nodes[node].name
    guard !name.isDisjoint(with: [.weak, .strong]) else { return false }
    let all = visible(node)
    let written = prose(node)
    if name.contains(.strong) {
      // A section whose id was made from its heading.
      let isHeading =
        !name.contains(.byClass) && !name.contains(.comments) && all > 300 && written * 2 > all
        && linkShare(node) < 0.3 && outline.weights.headings(outline.nodes[node].tokens) > 0
      return !isHeading
    }
    if rigour != .usual { return false }
    return written * 10 < all * 6 || linkShare(node) >= 0.15 || written == 0
  }

  /// Text in menus and footers, whatever it says.
  private func surelyFurniture() -> Int {
    var sum = 0
    var node = root + 1
    while node < outline.nodes[root].next {
      if isFurniture(node), outline.nodes[node].element.id != HTMLElement.form {
        sum += visible(node)
        node = outline.nodes[node].next
      } else {
        node += 1
      }
    }
    return sum
  }

  // MARK: The box of the text

  private mutating func findRoot() {
    let nodes = outline.nodes
    let all = (visible: visible(0), prose: prose(0))
    func most(_ candidates: [Int], _ measure: (Int) -> Int) -> Int? {
      candidates.max { (measure($0), -$0) < (measure($1), -$1) }
    }
    let mains = nodes.indices.filter {
      nodes[$0].element.id == HTMLElement.main || nodes[$0].name.contains(.main)
    }
    if let body = most(
      nodes.indices.filter { nodes[$0].name.contains(.body) && prose($0) > 0 }, prose),
      prose(body) * 5 >= all.prose
    {
      root = body
    } else if let main = most(mains, prose), prose(main) > 0, prose(main) * 10 >= all.prose * 4 {
      root = main
    } else if let main = most(mains, visible), visible(main) * 10 >= all.visible * 2 {
      root = main
    }
    let articles = (root + 1..<max(root + 1, nodes[root].next)).filter {
      nodes[$0].element.id == HTMLElement.article
    }
    if let article = most(articles, prose), prose(root) > 0,
      prose(article) * 10 >= prose(root) * 6
    {
      root = article
    }
    var above = root
    while above > 0 {
      above = nodes[above].parent
      path[above] = .around
    }
    while let box = boxOfNearlyAllProse() {
      path[root] = .exactly
      root = box
    }
  }

  /// The child of the root that holds its prose, unless others hold some, too.
  private func boxOfNearlyAllProse() -> Int? {
    let children = outline.children(of: root).filter { !outline.nodes[$0].isHidden }
    let boxes = children.filter(isBox)
    let fair = boxes.filter { !isSuspect($0) && !isFurniture($0) }
    let candidates = fair.contains { prose($0) >= 250 } ? fair : boxes
    guard let best = candidates.max(by: { (prose($0), -$0) < (prose($1), -$1) }) else {
      return nil
    }
    let most = prose(best)
    let element = outline.nodes[best].element
    guard most > 0, !element.traits.contains(.list), !isFurniture(best), !isSuspect(best) else {
      return nil
    }
    let isTable = element.id == HTMLElement.table || HTMLElement.tableParts.contains(element.id)
    if isTable, most * 100 < prose(root) * 95 {
      return nil
    }
    // Text that stands in no box of its own beside it.
    let inBoxes = boxes.reduce(0) { $0 + prose($1) }
    if (prose(root) - inBoxes) * 100 > most * 15 { return nil }
    for box in boxes where box != best && !isSuspect(box) && linkShare(box) < 0.4 {
      if prose(box) * 5 > most { return nil }
    }
    return best
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
    return outline.nodes[node].element.traits.contains(.hidden) || visible(node) * 2 <= visible(0)
      || visible(node) == 0
  }

  /// Whether a part beside the box of the text belongs to it: a title, an introduction, more text.
  private func stays(_ node: Int, beside level: Level, isBefore: Bool) -> Bool {
    let all = visible(node)
    guard all > 0 else { return true }
    let share = linkShare(node)
    if all < 150, share < 0.4, holdsMainHeading(node) { return true }
    if level == .around || isSuspect(node) || isFurniture(node) || share > 0.3 { return false }
    if outline.nodes[node].name.contains(.lead), all < 1200 { return true }
    let written = prose(node)
    if isBefore {
      // A line of introduction is no box, and too short to count as prose.
      let element = outline.nodes[node].element
      let isLine = element.id == HTMLElement.paragraph || element.traits.contains(.heading)
      return isLine || written > 0 && written * 2 >= all
    }
    // The next section of a manual may be more lists than sentences.
    let isSection =
      outline.nodes[node].element.id == HTMLElement.section
      && outline.nodes[root].element.id == HTMLElement.section
      && outline.weights.headings(outline.nodes[node].tokens) > 0
    return written > 150 && written * 10 >= all * (isSection ? 3 : 7)
  }

  private func goes(_ node: Int, _ rigour: Rigour) -> Bool {
    guard rigour != .none else { return false }
    let element = outline.nodes[node].element
    let all = visible(node)
    let written = prose(node)
    let share = linkShare(node)
    let whole = prose(root)
    if element.id == HTMLElement.button { return written < all || all == 0 }
    if element.id == HTMLElement.header {
      let isSmall = written < 300 && written * 10 < whole * 4
      return isSmall && !(holdsMainHeading(node) && share < 0.5)
    }
    if isFurniture(node) { return written < 400 || written * 10 < whole * 4 }
    if isSuspect(node, rigour) {
      if isBox(node) { return written < 400 || written * 10 < whole * 6 }
      return written < 50 && element.id != HTMLElement.mainHeading
    }
    guard rigour == .usual, all > 0 else { return false }
    if isBox(node), !HTMLElement.tableParts.contains(element.id),
      !HTMLElement.whole.contains(element.id)
    {
      let limit = element.id == HTMLElement.table ? 0.8 : 0.55
      let isText =
        written > 0 && share < 0.8 && outline.weights.marks(outline.nodes[node].tokens) > 3
      return share > limit && !isText
    }
    return element.id == HTMLElement.paragraph && share > 0.95 && all < 200
  }
}
