import Charts
import Diagrams
import Figures
import Foundation
import Lessons
import Markup
import Names
import Record

/// Writes the site: a map of both flows, a page for every node and every lesson, in both languages.
///
/// No request beyond the folder; everything is there without its scripts, too; the same run and course give
/// the same bytes.
public enum SiteWriter {
  /// - Parameter live: what the live page runs; nil for none.
  /// - Throws: `SiteError` when a file cannot be written.
  public static func write(
    run: Run, course: Course, live: LiveContent? = nil, to folder: String
  ) throws(SiteError) {
    for (path, text) in try files(run: run, course: course, live: live) {
      try write(text, to: folder + "/" + path)
    }
  }

  /// All files by path, in the order of their paths.
  static func files(
    run: Run, course: Course, live: LiveContent? = nil
  ) throws(SiteError) -> [(path: String, text: String)] {
    var files = [
      (path: "index.html", text: Welcome.html()),
      (path: "icon.svg", text: Welcome.icon),
      (path: "style.css", text: Stylesheet.whole),
    ]
    files += Script.allCases.map { ($0.path, $0.source) }
    let script = live?.script
    if let script { files.append((LiveContent.path, script)) }
    let course = course.cut(to: run)
    // Of a model from elsewhere nobody saw the learning.
    let trains = script != nil && run[.training] != nil
    let cleans = script != nil && run[.cleaning] != nil
    let report = EquationReport(run)
    for language in Language.allCases {
      for stage in FlowStage.allCases {
        files.append((diagramPath(stage, language), Flowchart(stage, in: language).mermaid))
      }
      if let versions = VersionChart(run, in: language) {
        files.append((versionPath(language), versions.mermaid))
      }
      for diagram in FigureDiagram.all(of: run, in: language) {
        files.append((diagram.path, diagram.mermaid))
      }
      let pages = Pages(
        run: run, course: course, language: language, report: report, live: live,
        hasTrainPage: trains, hasCleanPage: cleans)
      var all = [pages.map(), pages.lessonList(), pages.notes()]
      if let live { all.append(try pages.live(live)) }
      if let live, trains { all.append(try pages.train(live)) }
      if let live, cleans { all.append(try pages.clean(live)) }
      for node in course.nodes(in: language) { all.append(try pages.node(node)) }
      for lesson in course.lessons(in: language) { all.append(try pages.lesson(lesson)) }
      files += all.map { ($0.address.path, $0.html()) }
    }
    return files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
  }

  /// `diagrams/learning.en.mmd` and the like.
  static func diagramPath(_ stage: FlowStage, _ language: Language) -> String {
    "diagrams/\(stage.rawValue).\(language.rawValue).mmd"
  }

  /// `diagrams/versions.en.mmd`, which is there where versions learned from corrections.
  static func versionPath(_ language: Language) -> String {
    "diagrams/versions.\(language.rawValue).mmd"
  }

  private static func write(_ text: String, to path: String) throws(SiteError) {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    } catch {
      throw SiteError(
        path: path,
        reason: LocalizedText(
          en: "cannot be written; check that the folder is writable and not full",
          ja: "書き込めません。フォルダに書き込めるか、ディスクに空きがあるか確かめてください"))
    }
  }
}
