import Markup
import Names

/// A picture of numbers that a run recorded, with words for whoever cannot see it.
///
/// The drawing as SVG, the drawing for a terminal and the table come from the same values.
public struct Figure: Sendable {
  /// Its name in lessons, for instance `merge-film`.
  public var id: String
  public var language: Language
  public var title: String
  /// What is seen, in words and with its numbers.
  public var description: String
  public var table: DataTable
  public var body: Picture

  public init(
    id: String, language: Language, title: String, description: String, table: DataTable,
    body: some Chart
  ) {
    self.id = id
    self.language = language
    // They name recorded texts.
    self.title = TerminalText.safe(title)
    self.description = TerminalText.safe(description)
    self.table = table
    self.body = body.picture
  }

  /// Widths at which a figure is drawn: for a telephone and for a page.
  public static let narrowWidth = 304.0
  public static let wideWidth = 672.0
  /// Of a drawing with words beside it.
  static let besideWidth = 540.0

  /// Its frames, where it is a film.
  public var film: Film? {
    if case .film(let film) = body { film } else { nil }
  }

  /// The drawing as an `svg` element of its own.
  /// - Parameters:
  ///   - width: room for it, in CSS pixels; a drawing that cannot be that narrow is wider.
  ///   - prefix: beginning of all ids in it, so that a page can hold the same figure twice.
  public func svg(width: Double = wideWidth, prefix: String? = nil) -> Markup {
    let picture = Named(picture: body, title: title, description: description)
    return svg(picture, width: width, id: prefix ?? "figure-" + self.id)
  }

  /// A picture with the words that stand for it.
  private struct Named {
    var picture: Picture
    var title: String
    var description: String
  }

  private func svg(_ named: Named, width: Double, id: String) -> Markup {
    let drawing = drawing(named.picture, width, id)
    let size = (decimal(drawing.width, places: 1), decimal(drawing.height, places: 1))
    let content = tag("g", [:], drawing.content)
    return tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "figure-drawing", "role": "img",
        "lang": language.rawValue, "aria-labelledby": "\(id)-title \(id)-desc",
        "width": size.0, "height": size.1, "viewBox": "0 0 \(size.0) \(size.1)",
        "style": "--drawn: \(size.0)",
      ]
    ) {
      tag("title", ["id": "\(id)-title"], TerminalText.safe(named.title))
      tag("desc", ["id": "\(id)-desc"], TerminalText.safe(named.description))
      if content.usesHatching { Hatching.definitions(id: id) }
      content
    }
  }

  /// The whole figure for a page: title, drawing at two widths or written chart, one caption, and behind a
  /// summary whatever else there is of description and table. Of a film each frame is drawn so.
  /// - Parameter caption: what a lesson says of it; without one the description is the caption, but where
  ///   the frames of a film have their sentences.
  public func markup(prefix: String? = nil, caption: [Markup] = []) -> Markup {
    let id = prefix ?? "figure-" + self.id
    let isWhole = film?.isText ?? body.written.map { $0.table ?? table == table } ?? false
    let isDescribed = caption.isEmpty && film == nil
    let wording = ChartWording.of(language)
    return tag(
      "figure", ["class": "figure", "id": id, "aria-labelledby": id + "-caption"]
    ) {
      tag("p", ["class": "figure-title", "id": id + "-caption"], title)
      shown(id)
      tag("figcaption") {
        if !caption.isEmpty { tag("p", ["class": "figure-caption"], caption) }
        if isDescribed { tag("p", ["class": "figure-description"], description) }
        if !isWhole || !isDescribed {
          tag("details") {
            tag(
              "summary",
              isDescribed
                ? wording.tableSummary : isWhole ? wording.inWords : wording.inWordsAndTable)
            if !isDescribed { tag("p", ["class": "figure-description"], description) }
            if !isWhole {
              tag("div", ["class": "figure-scroll", "tabindex": "0"]) { table.markup() }
            }
          }
        }
      }
    }
  }

  private func shown(_ id: String) -> Markup {
    guard let film else {
      return shown(Named(picture: body, title: title, description: description), id)
    }
    return film.markup(
      id: id,
      drawn: { frame, id in
        shown(Named(picture: frame.chart, title: frame.title, description: frame.sentence), id)
      }, ChartWording.of(language))
  }

  /// A written chart, or the drawing at two widths; where both are the same, it is there once.
  private func shown(_ named: Named, _ id: String) -> Markup {
    if let written = named.picture.written {
      return scroller(written.markup, named.title, "figure-scroll")
    }
    let narrow = Self.narrowWidth
    let wide = named.picture.hasWordsBeside ? Self.besideWidth : Self.wideWidth
    let small = svg(named, width: narrow, id: id + "-narrow")
    if drawing(named.picture, narrow, id).content == drawing(named.picture, wide, id).content {
      return scroller(small, named.title, "figure-scroll")
    }
    let large = svg(named, width: wide, id: id + "-wide")
    return .fragment([
      scroller(large, named.title, "figure-scroll figure-wide"),
      scroller(small, named.title, "figure-scroll figure-narrow"),
    ])
  }

  private func drawing(_ picture: Picture, _ width: Double, _ id: String) -> Drawing {
    picture.drawing(DrawingFrame(width: width, id: id, wording: ChartWording.of(language)))
  }

  private func scroller(_ drawing: Markup, _ title: String, _ style: String) -> Markup {
    tag(
      "div",
      ["class": style, "tabindex": "0", "role": "group", "aria-label": TerminalText.safe(title)],
      [drawing])
  }

  /// The drawing for a terminal, its title first; no line is wider than `width` (at least 40).
  /// - Parameter place: which frame of a film is shown alone; nil shows all.
  public func terminal(
    width: Int, style: TerminalStyle, frame place: Int? = nil
  ) -> [StyledLine] {
    let width = max(40, width)
    let frame = TerminalFrame(
      width: width, style: style, wording: ChartWording.of(language))
    let heading = TerminalText.wrapped(title, to: width).map { StyledLine($0, .strong) }
    if let film, let place { return heading + [StyledLine()] + film.terminal(place, frame) }
    return heading + [StyledLine()] + body.terminal(frame)
  }
}

extension Markup {
  fileprivate var usesHatching: Bool {
    switch self {
    case .text: false
    case .fragment(let pieces): pieces.contains { $0.usesHatching }
    case .element(_, let attributes, let children):
      attributes["fill"]?.hasPrefix("url(#") == true || children.contains { $0.usesHatching }
    }
  }
}
