import Diagrams
import Markdown
import Names
import Record

/// One Markdown file of a course: a lesson on a row of the flows, or the page of a node.
public struct Lesson: Sendable, Equatable {
  /// The same in both languages; names the page: `en/lessons/<id>.html`.
  public var id: String
  /// As it stands above the page and in lists.
  public var title: String
  /// The language that it is written in.
  public var language: Language
  /// The node of the diagram that it belongs to.
  public var node: FlowNode
  /// Nil for the page of a node.
  public var row: FlowRow?
  /// Rows that have no lesson of their own because this one tells them, too.
  public var alsoRows: [FlowRow] = []
  /// How long it takes a reader, about; nil for the page of a node.
  public var minutes: Int?
  /// One sentence for lists of lessons.
  public var summary: String
  /// What comes before the first step.
  public var introduction: [Block]
  /// Its sections in order, one for each `##`.
  public var steps: [Step]
  /// As named in errors.
  public var file: String

  /// One section of a page, one screen of a terminal lesson.
  public struct Step: Sendable, Equatable {
    /// The heading that begins it.
    public var title: [Inline]
    /// The line of that heading in the file, from 1.
    public var line: Int
    /// What stands below the heading.
    public var blocks: [Block]
  }

  /// Everything that it says, in order.
  public var blocks: [Block] { introduction + steps.flatMap(\.blocks) }

  /// Names of the figures in the order in which they appear.
  public var figureNames: [String] { blocks.figures.map(\.name) }

  /// The conditions on which its words depend, with their lines, in reading order.
  var conditions: [(name: String, line: Int)] {
    introduction.conditions + steps.flatMap { $0.title.conditions + $0.blocks.conditions }
  }

  /// Functions of the room `Plain` whose code it shows, in the order in which they appear.
  public var sourceNames: [String] { blocks.all.compactMap(\.sourceName) }
}

extension [Block] {
  /// The figures among these blocks and inside them, with their lines.
  var figures: [(name: String, line: Int)] {
    all.compactMap { block in
      guard case .figure(let name, _) = block.content else { return nil }
      return (name, block.line)
    }
  }
}
