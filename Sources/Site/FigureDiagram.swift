import Charts
import Diagrams
import Figures
import Names
import Record

/// A figure that has a file in Mermaid's language as well: the pages draw it, the file can be taken along.
struct FigureDiagram {
  /// `diagrams/pipeline.en.mmd` and the like.
  var path: String
  var title: String
  var mermaid: String

  /// Names of the files, and the figures whose structure they hold.
  static let figures = [
    (file: "pipeline", figure: "pipeline"), (file: "architecture", figure: "model-map"),
    (file: "generation-step", figure: "generation-step"),
  ]

  /// Those that can be drawn from a run.
  static func all(of run: Run, in language: Language) -> [FigureDiagram] {
    figures.compactMap { name in
      guard
        let figure = try? FigureCatalog.figure(name.figure, run: run, language: language),
        let mermaid = figure.mermaid
      else { return nil }
      return FigureDiagram(
        path: "diagrams/\(name.file).\(language.rawValue).mmd", title: figure.title,
        mermaid: mermaid)
    }
  }
}
