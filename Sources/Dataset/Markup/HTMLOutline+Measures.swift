/// What the text in a box amounts to, and what its names hint at.
extension HTMLOutline {
  func visible(_ node: Int) -> Int { weights.visible(nodes[node].tokens) }
  func prose(_ node: Int) -> Int { weights.prose(nodes[node].tokens) }

  /// The share of links in the text of a node.
  func linkShare(_ node: Int) -> Double {
    let all = visible(node)
    return all == 0 ? 0 : Double(weights.links(nodes[node].tokens)) / Double(all)
  }

  func holdsMainHeading(_ node: Int) -> Bool {
    weights.mainHeadings(nodes[node].tokens) > 0
  }

  func isBox(_ node: Int) -> Bool {
    nodes[node].element.traits.contains(.box)
  }

  /// A heading of the page or an article.
  func holdsTitle(_ node: Int) -> Bool {
    holdsMainHeading(node) || weights.articles(nodes[node].tokens) > 0
  }

  /// Menus, footers and the like by their element; a header has a rule of its own.
  func isFurniture(_ node: Int) -> Bool {
    let element = nodes[node].element
    return element.traits.contains(.boilerplate) && element.id != HTMLElement.header
  }

  /// Whether its names say that it is no part of the text and its text does not contradict.
  func isSuspect(_ node: Int, _ rigour: HTMLChoice.Rigour = .usual) -> Bool {
    let name = nodes[node].name
    guard !name.isDisjoint(with: [.weak, .strong]) else { return false }
    let all = visible(node)
    let written = prose(node)
    // What holds most of what the page says is no advert, whatever its class.
    if name.isDisjoint(with: [.comments, .dialog]), written > 0, written * 10 >= prose(0) * 6,
      linkShare(node) < 0.3
    {
      return false
    }
    if name.contains(.strong) {
      // A section whose id was made from its heading.
      let isHeading =
        !name.contains(.byClass) && !name.contains(.comments) && all > 300 && written * 2 > all
        && linkShare(node) < 0.3 && weights.headings(nodes[node].tokens) > 0
      return !isHeading
    }
    if rigour != .usual { return false }
    return written * 10 < all * 6 || linkShare(node) >= 0.15 || written == 0
  }
}
