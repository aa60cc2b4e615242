import Charts
import Names
import Record

/// A figure: its name, its row of the flows, its words in each language, and how it is drawn.
///
/// Each stands in a file of its own. Both languages are values of one type, so a word that is missing
/// in one of them does not compile.
protocol FigureDefinition: Sendable {
  associatedtype Words: Sendable

  /// What lessons and the command line call it, for instance `merge-film`.
  var name: String { get }
  /// Row of the flows whose step it shows, `L1` to `U8`.
  var row: String { get }

  static var english: Words { get }
  static var japanese: Words { get }

  /// Draws it from what the run recorded.
  /// - Throws: `FigureError.notRecorded` when the run holds nothing to draw it from.
  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure
}

extension FigureDefinition {
  /// The figure of a run, its words in the reader's language.
  func figure(run: Run, language: Language) throws(FigureError) -> Figure {
    try draw(FigureContext(name: name, run: run, language: language), Self.words(language))
  }

  /// Its words for readers of one language.
  static func words(_ language: Language) -> Words {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
