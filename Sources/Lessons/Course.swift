import Diagrams
import Foundation
import Markdown
import Names
import Record

/// All lessons and all pages of nodes, in both languages.
public struct Course: Sendable {
  /// By language, in the order of the flows' rows.
  var lessonsByLanguage: [Language: [Lesson]] = [:]
  var pages: [Language: [FlowNode: Lesson]] = [:]
  var glossaries: [Language: Glossary] = [:]

  /// Lessons in the order of the flows' rows.
  public func lessons(in language: Language) -> [Lesson] { lessonsByLanguage[language] ?? [] }

  /// The lesson of an id, which is the same in both languages; nil where there is none.
  public func lesson(_ id: String, in language: Language) -> Lesson? {
    lessons(in: language).first { $0.id == id }
  }

  /// The words that explain themselves in its texts; none where a course has no such file.
  public func glossary(in language: Language) -> Glossary { glossaries[language] ?? Glossary() }

  /// Nodes that have a page; all of them unless the course was cut to a run that lacks some.
  public func nodes(in language: Language) -> [FlowNode] {
    FlowNode.allCases.filter { pages[language]?[$0] != nil }
  }

  /// The text of a node's own page; the node is one of ``nodes(in:)``.
  public func page(of node: FlowNode, in language: Language) -> Lesson {
    guard let page = pages[language]?[node] else {
      preconditionFailure("a course without a page for \(node) was loaded")
    }
    return page
  }

  /// The lessons on the rows of a node, in the order of the rows; none for a node without rows.
  public func lessons(of node: FlowNode, in language: Language) -> [Lesson] {
    lessons(in: language).filter { $0.node == node }
  }

  /// Reads `en/*.md`, `ja/*.md` (lessons), `en/nodes/*.md`, `ja/nodes/*.md` (pages of nodes) and, where they
  /// are, `en/glossary.md` and `ja/glossary.md`.
  ///
  /// Code that they show is cut from `Sources/Plain` beside the folder, else from that of the checkout
  /// in which the program runs.
  /// - Throws: `CourseError` when the folder or a file cannot be read, when a file names a row, node,
  ///   figure, value, condition or function that does not exist, when a lesson or the page of a node
  ///   exists in one language only, when its figures, functions, conditions or explained words differ
  ///   between the languages, and when a link leads to no lesson.
  public static func load(folder: String) throws(CourseError) -> Course {
    var course = Course()
    let sources = PlainSources(besideLessons: folder)
    for language in Language.allCases {
      let base = folder + "/" + language.rawValue
      for file in try markdownFiles(in: base) where file != glossaryFile {
        let lesson = try read(base + "/" + file, language, sources)
        if lesson.row == nil {
          throw wrong(
            lesson, "pages of nodes belong in the folder nodes", ja: "箱のページはnodesフォルダーに置きます")
        }
        if let other = course.lesson(lesson.id, in: language) {
          throw wrong(
            lesson, "the id “\(lesson.id)” is taken by \(other.file)",
            ja: "idの「\(lesson.id)」は\(other.file)がもう使っています")
        }
        course.lessonsByLanguage[language, default: []].append(lesson)
      }
      course.lessonsByLanguage[language]?.sort { ($0.row!.order, $0.id) < ($1.row!.order, $1.id) }
      for file in try markdownFiles(in: base + "/nodes") {
        let page = try read(base + "/nodes/" + file, language, sources)
        if page.row != nil {
          throw wrong(page, "lessons belong one folder up", ja: "レッスンは一つ上のフォルダーに置きます")
        }
        course.pages[language, default: [:]][page.node] = page
      }
      if try markdownFiles(in: base).contains(glossaryFile) {
        course.glossaries[language] = try readGlossary(base + "/" + glossaryFile)
      }
      for node in FlowNode.allCases where course.pages[language]?[node] == nil {
        throw .unreadable(
          path: "\(base)/nodes/\(node.rawValue).md",
          remedy: LocalizedText(en: "missing; every node needs its page", ja: "ありません。どの箱にもページが必要です")
        )
      }
    }
    try course.checkLanguagesAgree()
    try course.checkGlossariesAgree(folder)
    try course.checkLinks()
    return course
  }

  private static func markdownFiles(in folder: String) throws(CourseError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
        .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    } catch {
      throw .unreadable(
        path: folder,
        remedy: LocalizedText(
          en: "cannot be read; name the folder of lessons with --lessons DIR",
          ja: "読めません。レッスンのフォルダーを--lessons DIRで指定してください"))
    }
  }

  /// Where the words of a language are explained.
  private static let glossaryFile = "glossary.md"

  private static func readGlossary(_ path: String) throws(CourseError) -> Glossary {
    let text = try text(of: path)
    do {
      return try Glossary(parsing: text, file: path)
    } catch {
      throw .wrong(error)
    }
  }

  private static func text(of path: String) throws(CourseError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(
        path: path,
        remedy: LocalizedText(
          en: "cannot be read; check its permissions", ja: "読めません。読み取りの許可を確かめてください"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadable(
        path: path,
        remedy: LocalizedText(
          en: "is not UTF-8; save it as UTF-8", ja: "UTF-8ではありません。UTF-8で保存してください"))
    }
    return text
  }

  private static func read(
    _ path: String, _ language: Language, _ sources: PlainSources
  ) throws(CourseError) -> Lesson {
    let text = try text(of: path)
    do {
      return try LessonReader(text, file: path, language: language, sources: sources).lesson()
    } catch {
      throw .wrong(error)
    }
  }

  /// Both languages have the same lessons, with the same figures in the same order.
  private func checkLanguagesAgree() throws(CourseError) {
    for language in Language.allCases {
      let other = language.other
      let all = lessons(in: language) + FlowNode.allCases.map { page(of: $0, in: language) }
      for lesson in all {
        let twin =
          lesson.row == nil ? page(of: lesson.node, in: other) : self.lesson(lesson.id, in: other)
        guard let twin else {
          throw Self.wrong(
            lesson, "exists in \(language.rawValue) only; write it in \(other.rawValue)",
            ja: "\(language.rawValue)にしかありません。\(other.rawValue)にも書いてください")
        }
        guard twin.figureNames == lesson.figureNames, twin.row == lesson.row,
          twin.alsoRows == lesson.alsoRows,
          twin.steps.count == lesson.steps.count, twin.sourceNames == lesson.sourceNames
        else {
          throw Self.wrong(
            lesson,
            "differs from \(twin.file) in its row, number of steps, or order of figures or sources",
            ja: "\(twin.file)と、行、ステップの数、図やコードの順のどれかが違います")
        }
        let names = Set(twin.conditions.map(\.name))
        for (name, line) in lesson.conditions where !names.contains(name) {
          throw .wrong(
            MarkdownError(
              file: lesson.file, line: line,
              en: "the condition “\(name)” stands here only; use it in \(twin.file) too",
              ja: "条件「\(name)」はここにしかありません。\(twin.file)でも使ってください"))
        }
      }
    }
  }

  /// Both languages explain the same words.
  private func checkGlossariesAgree(_ folder: String) throws(CourseError) {
    for language in Language.allCases {
      let twin = Set(glossary(in: language.other).entries.map(\.id))
      if let entry = glossary(in: language).entries.first(where: { !twin.contains($0.id) }) {
        throw .unreadable(
          path: "\(folder)/\(language.other.rawValue)/\(Self.glossaryFile)",
          remedy: LocalizedText(
            en: "does not explain “\(entry.id)”, which \(language.rawValue) explains; add it",
            ja: "\(language.rawValue)で説明している「\(entry.id)」がありません。書き足してください"))
      }
    }
  }

  private func checkLinks() throws(CourseError) {
    for language in Language.allCases {
      for lesson in lessons(in: language) + FlowNode.allCases.map({ page(of: $0, in: language) }) {
        for (destination, line) in lesson.links where target(of: destination, language) == nil {
          throw .wrong(
            MarkdownError(
              file: lesson.file, line: line,
              en: "the link leads nowhere; write lesson:ID, node:NAME or https://…",
              ja: "リンクの行き先がありません。lesson:ID、node:NAME、https://… のどれかで書いてください"))
        }
      }
    }
  }

  private static func wrong(_ lesson: Lesson, _ en: String, ja: String) -> CourseError {
    .wrong(MarkdownError(file: lesson.file, line: 1, en: en, ja: ja))
  }
}
