import Markup

extension Markup {
  /// All elements of a name, outermost first.
  package func elements(_ name: String) -> [(element: Markup, attributes: Attributes)] {
    var found: [(Markup, Attributes)] = []
    collect(name, &found)
    return found
  }

  private func collect(_ name: String, _ found: inout [(Markup, Attributes)]) {
    switch self {
    case .text: break
    case .fragment(let pieces): for piece in pieces { piece.collect(name, &found) }
    case .element(let own, let attributes, let children):
      if own == name { found.append((self, attributes)) }
      for child in children { child.collect(name, &found) }
    }
  }

  package func visit(_ body: (String, Attributes) -> Void) {
    switch self {
    case .text: break
    case .fragment(let pieces): for piece in pieces { piece.visit(body) }
    case .element(let name, let attributes, let children):
      body(name, attributes)
      for child in children { child.visit(body) }
    }
  }
}
