import Charts
import Figures
import Names
import Record

/// What a walk has drawn already, so that a key draws nothing twice.
///
/// A run does not change while one walks through it, so a figure depends on language and width alone.
final class WalkCache {
  /// A figure as it is shown: in whole, or the frames of a film.
  enum Drawn {
    case whole([StyledLine])
    case frames([[StyledLine]])
    case missing(reason: String?)
  }

  /// All that the lines of a page depend on.
  struct PageKey: Hashable {
    var position: Walk.Position
    var language: Language
    var columns: Int
    var quizzes: [QuizState]
    var frames: [Int]
  }

  /// The lines of a page, how many frames each of its films has, and where its blocks begin.
  typealias Page = (lines: [StyledLine], frameCounts: [Int], starts: [Int])

  private struct FigureKey: Hashable {
    var name: String
    var language: Language
    var width: Int
  }

  private var figures: [FigureKey: Drawn] = [:]
  private var page: (key: PageKey, page: Page)?
  /// Figures that were drawn so far, and pages that were put together.
  private(set) var counts = (figures: 0, pages: 0)

  /// The page, put together only when something that it depends on has changed.
  func page(_ key: PageKey, make: () -> Page) -> Page {
    if let page, page.key == key { return page.page }
    counts.pages += 1
    let made = make()
    page = (key, made)
    return made
  }

  /// A figure, drawn where it has not been.
  func figure(
    _ name: String, run: Run, language: Language, width: Int, style: TerminalStyle
  ) -> Drawn {
    let key = FigureKey(name: name, language: language, width: width)
    if let drawn = figures[key] { return drawn }
    counts.figures += 1
    let drawn = Self.drawn(name, run: run, language: language, width: width, style: style)
    figures[key] = drawn
    return drawn
  }

  /// Draws a figure; a film in whole where nobody can step through it.
  static func drawn(
    _ name: String, run: Run, language: Language, width: Int, style: TerminalStyle,
    isSteppedThrough: Bool = true
  ) -> Drawn {
    do {
      let figure = try FigureCatalog.figure(name, run: run, language: language)
      guard isSteppedThrough, let film = figure.film, film.frames.count > 1 else {
        return .whole(figure.terminal(width: width, style: style))
      }
      return .frames(
        film.frames.indices.map { figure.terminal(width: width, style: style, frame: $0) })
    } catch {
      return .missing(reason: error.reason)
    }
  }
}
