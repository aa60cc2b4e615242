import Charts
import Foundation
import Markup
import Names
import Record
import Testing

@testable import Figures

/// All figures on one page, for a person to look at.
enum Gallery {
  static func page(_ figures: [Figure], language: Language) -> String {
    tag("html", ["lang": language.rawValue]) {
      tag("head") {
        tag("meta", ["charset": "utf-8"])
        tag("meta", ["name": "viewport", "content": "width=device-width"])
        tag("title", "Figures")
        Markup.style(
          FigureStyle.css
            + "body { font: 16px/1.6 system-ui, sans-serif; max-width: 720px; margin: 0 auto; "
            + "padding: 0 16px; background: var(--figure-paper); color: var(--figure-ink); }")
      }
      tag("body") {
        for figure in figures {
          tag("p") { tag("code", figure.id) }
          figure.markup()
        }
      }
    }.htmlDocument()
  }

  /// Writes pages and terminal texts into the folder that the environment names.
  static func write(_ run: Run, to folder: String) throws {
    for language in Language.allCases {
      let figures = FigureCatalog.names.compactMap {
        try? FigureCatalog.figure($0, run: run, language: language)
      }
      try page(figures, language: language).write(
        toFile: "\(folder)/\(language.rawValue).html", atomically: true, encoding: .utf8)
      for width in [40, 80] {
        for (style, name) in [(TerminalStyle.plain, "plain"), (.color, "color")] {
          let text = figures.map { figure in
            figure.terminal(width: width, style: style).map { $0.rendered(style) }
              .joined(separator: "\n")
          }.joined(separator: "\n\n\n")
          try text.write(
            toFile: "\(folder)/\(language.rawValue)-\(width)-\(name).txt", atomically: true,
            encoding: .utf8)
        }
      }
    }
  }
}
