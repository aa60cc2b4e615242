/// The box that holds the text of a page.
struct HTMLTextBox {
  /// How what stands in a box around the text is judged: by what it says, or headings alone stay.
  enum Level { case exactly, around }

  private(set) var root = 0
  /// The boxes around the root. Around a `main` nothing but headings is kept.
  private(set) var path: [Int: Level] = [:]
  private let outline: HTMLOutline

  /// The whole page.
  init(wholeOf outline: HTMLOutline) { self.outline = outline }

  init(_ outline: HTMLOutline) {
    self.outline = outline
    let nodes = outline.nodes
    let all = (visible: outline.visible(0), prose: outline.prose(0))
    func most(_ candidates: [Int], _ measure: (Int) -> Int) -> Int? {
      candidates.max { (measure($0), -$0) < (measure($1), -$1) }
    }
    let mains = nodes.indices.filter {
      nodes[$0].element.id == HTMLElement.main || nodes[$0].name.contains(.main)
    }
    let bodies = nodes.indices.filter { nodes[$0].name.contains(.body) && outline.prose($0) > 0 }
    if let body = most(bodies, outline.prose), outline.prose(body) * 5 >= all.prose {
      root = boxOfParts(body, among: bodies)
    } else if let main = most(
      mains.count > 1 ? mains.filter(outline.holdsTitle) : [], outline.prose),
      outline.prose(main) * 10 >= all.prose, outline.prose(main) > 0
    {
      root = main
    } else if let main = most(mains, outline.prose), outline.prose(main) > 0,
      outline.prose(main) * 10 >= all.prose * 4
    {
      root = main
    } else if let main = most(mains, outline.visible), outline.visible(main) * 10 >= all.visible * 2
    {
      root = main
    }
    let articles = (root + 1..<max(root + 1, nodes[root].next)).filter {
      nodes[$0].element.id == HTMLElement.article
    }
    if let article = most(articles, outline.prose), outline.prose(root) > 0,
      outline.prose(article) * 10 >= outline.prose(root) * 6
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

  /// The box of a text that stands in several boxes of the same article.
  private func boxOfParts(_ body: Int, among bodies: [Int]) -> Int {
    var whole = body
    while whole > 0, outline.nodes[whole].element.id != HTMLElement.article {
      whole = outline.nodes[whole].parent
    }
    guard whole > 0 else { return body }
    let others = bodies.filter {
      $0 > whole && $0 < outline.nodes[whole].next && !outline.isSuspect($0)
    }
    var box = body
    while let last = others.last, last >= outline.nodes[box].next || others[0] < box {
      box = outline.nodes[box].parent
    }
    return box
  }

  /// The child of the root that holds its prose, unless others hold some, too.
  private func boxOfNearlyAllProse() -> Int? {
    let children = outline.children(of: root).filter { !outline.nodes[$0].isHidden }
    let boxes = children.filter(outline.isBox)
    let fair = boxes.filter { !outline.isSuspect($0) && !outline.isFurniture($0) }
    let candidates = fair.contains { outline.prose($0) >= 250 } ? fair : boxes
    guard let best = candidates.max(by: { (outline.prose($0), -$0) < (outline.prose($1), -$1) })
    else {
      return nil
    }
    let most = outline.prose(best)
    let element = outline.nodes[best].element
    guard most > 0, !element.traits.contains(.list), !outline.isFurniture(best),
      !outline.isSuspect(best)
    else {
      return nil
    }
    let isTable = element.id == HTMLElement.table || HTMLElement.tableParts.contains(element.id)
    if isTable, most * 100 < outline.prose(root) * 95 {
      return nil
    }
    // Text that stands in no box of its own beside it.
    let inBoxes = boxes.reduce(0) { $0 + outline.prose($1) }
    if (outline.prose(root) - inBoxes) * 100 > most * 15 { return nil }
    for box in boxes where box != best && !outline.isSuspect(box) && outline.linkShare(box) < 0.4 {
      if outline.prose(box) * 5 > most { return nil }
    }
    return best
  }
}
