import Diagrams
import Markdown
import Names
import Record

/// Where a link in a lesson leads.
public enum LinkTarget: Sendable, Equatable {
  /// `lesson:merges`
  case lesson(Lesson)
  /// `node:raw-data`
  case node(FlowNode)
  /// `https://…`
  case web(String)
}

extension Course {
  /// Where the address of a link leads, as a lesson writes it; nil for one that leads nowhere.
  public func target(of destination: String, _ language: Language) -> LinkTarget? {
    if destination.hasPrefix("lesson:") {
      return lesson(String(destination.dropFirst(7)), in: language).map { .lesson($0) }
    }
    if destination.hasPrefix("node:") {
      return nodes(in: language).first { $0.rawValue == destination.dropFirst(5) }
        .map { .node($0) }
    }
    return destination.hasPrefix("https://") ? .web(destination) : nil
  }
}

extension Lesson {
  /// Targets of the links in its text.
  var links: [(destination: String, line: Int)] {
    blocks.inlines.compactMap { piece in
      guard case .link(_, let destination, let line) = piece else { return nil }
      return (destination, line)
    }
  }
}
