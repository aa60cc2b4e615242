import Markup

extension Markup {
  /// The same figure for a page in another folder than that of the lessons, where the frames of films take
  /// themselves to be: the links of its frames lead there.
  /// - Parameter folder: of the lessons, as the page names it: empty for a lesson, else with a slash.
  func withFrameLinks(toLessonsIn folder: String, isLink: Bool = false) -> Markup {
    guard !folder.isEmpty else { return self }
    func inside(_ children: [Markup], _ isLink: Bool) -> [Markup] {
      children.map { $0.withFrameLinks(toLessonsIn: folder, isLink: isLink) }
    }
    switch self {
    case .text: return self
    case .fragment(let pieces): return .fragment(inside(pieces, isLink))
    case .element(let name, var attributes, let children):
      if isLink, name == "a", let target = attributes["href"], !target.hasPrefix("#") {
        attributes["href"] = folder + target
      }
      return .element(
        name, attributes, inside(children, isLink || attributes["class"] == "film-links"))
    }
  }
}
