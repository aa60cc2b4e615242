import Diagrams
import Names
import Record

/// A page of the site, in one language.
enum Address: Equatable {
  case map(Language)
  case lessonList(Language)
  case node(FlowNode, Language)
  case lesson(String, Language)
  /// The window of notes beside a lesson that is presented.
  case notes(Language)
  /// Where the model runs in the page.
  case live(Language)
  /// Where a very small model learns in the page.
  case train(Language)
  /// Where a text is cleaned in the page.
  case clean(Language)

  /// Path within the site.
  var path: String {
    switch self {
    case .map(let language): "\(language.rawValue)/index.html"
    case .lessonList(let language): "\(language.rawValue)/lessons/index.html"
    case .node(let node, let language): "\(language.rawValue)/\(node.rawValue).html"
    case .lesson(let id, let language): "\(language.rawValue)/lessons/\(id).html"
    case .notes(let language): "\(language.rawValue)/notes.html"
    case .live(let language): "\(language.rawValue)/live.html"
    case .train(let language): "\(language.rawValue)/train.html"
    case .clean(let language): "\(language.rawValue)/clean.html"
    }
  }

  var language: Language {
    switch self {
    case .map(let language), .lessonList(let language), .node(_, let language),
      .lesson(_, let language), .notes(let language), .live(let language), .train(let language),
      .clean(let language):
      language
    }
  }

  /// The same page in the other language.
  var twin: Address {
    let other = language.other
    return switch self {
    case .map: .map(other)
    case .lessonList: .lessonList(other)
    case .node(let node, _): .node(node, other)
    case .lesson(let id, _): .lesson(id, other)
    case .notes: .notes(other)
    case .live: .live(other)
    case .train: .train(other)
    case .clean: .clean(other)
    }
  }

  /// A relative link from this page to a path within the site.
  func link(to path: String) -> String {
    var here = self.path.split(separator: "/").dropLast()
    var there = path.split(separator: "/")[...]
    while let first = here.first, first == there.first, there.count > 1 {
      here.removeFirst()
      there.removeFirst()
    }
    return (here.map { _ in ".." } + there.map(String.init)).joined(separator: "/")
  }

  func link(to other: Address) -> String { link(to: other.path) }
}
