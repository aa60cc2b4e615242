import Charts
import Foundation
import Markup
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

@Suite struct CatalogTests {
  static let cases = FigureCatalog.names.flatMap { name in Language.allCases.map { (name, $0) } }

  static func figure(_ name: String, _ language: Language) throws -> Figure {
    try FigureCatalog.figure(name, run: Fixture.run, language: language)
  }

  /// Numbers of a text as they are written: `1,234`, `0.5`, `12.3`.
  private static func numbers(_ text: String) -> Set<String> {
    let parts = text.split { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "," }
    return Set(
      parts.map { part in
        var number = part
        while let last = number.last, last == "." || last == "," { number.removeLast() }
        return String(number.drop { $0 == "." || $0 == "," })
      }.filter { !$0.isEmpty })
  }

  /// What a description has to say where that is neither in the table nor in the picture, but a total.
  private static let totals: [String: @Sendable (Run, Language) -> String] = [
    "document-shelf": { run, _ in Numbers.count(run[.collection]!.documentCount) },
    "cleaning-rules": { run, _ in Numbers.bytes(run[.cleaning]!.bytesAfter) },
    "filter-dropped": { run, _ in Numbers.count(run[.filter]!.droppedCount) },
    "untrained-text": { run, _ in Numbers.fixed(run[.initialization]!.loss, 3) },
    "loss-example": { run, _ in Numbers.fixed(run[.algorithm]!.example.loss, 3) },
    "by-hand-weights": { run, _ in Numbers.count(run[.workedExample]!.weightCount) },
    "question-scores": { run, _ in
      Numbers.count(run[.evaluation]!.questionScores.reduce(0) { $0 + $1.right })
    },
    "right-and-wrong": { run, language in
      let own = run[.evaluation]!.questions.filter { $0.language == language }
      return Numbers.count(own.filter(\.isRight).count)
    },
    "shrinking-table": { run, _ in Numbers.count(run[.shrinking]!.validationTokens) },
    "same-prompts": { run, language in
      Numbers.count(run[.shrinking]!.prompts.filter { $0.language == language }.count)
    },
    "twin-others": { run, _ in
      let others = run[.twin]!.groups.filter { $0.kind != .about }
      return Numbers.count(others.reduce(0) { $0 + $1.asked })
    },
    "attention-scores": { run, _ in Numbers.count(run[.architecture]!.headWidth) },
    // Its pieces are texts.
    "answer-forms": { _, _ in "" },
  ]

  @Test(arguments: cases)
  func everyDescriptionHasANumberThatIsShown(name: String, language: Language) throws {
    let figure = try Self.figure(name, language)
    #expect(figure.id == name)
    #expect(!figure.table.rows.isEmpty)
    if let total = Self.totals[name] {
      let text = total(Fixture.run, language)
      #expect(text.isEmpty || figure.description.contains(text), "\(figure.description)")
      return
    }
    let picture = figure.terminal(width: 120, style: .plain).map(\.text)
    let shown = (figure.table.rows.joined() + picture).map(Self.numbers)
    // A description may also count what the table lists.
    let known = shown.reduce(Set([String(figure.table.rows.count)])) { $0.union($1) }
    #expect(!Self.numbers(figure.description).isDisjoint(with: known), "\(figure.description)")
  }

  @Test(arguments: cases)
  func noWordsHaveAHoleOrASlip(name: String, language: Language) throws {
    let figure = try Self.figure(name, language)
    for text in [figure.title, figure.description] {
      for hole in ["–", "“”", "「」", "()", "（）", "\"\"", "  ", "NaN", "Optional(", "nil", "∞"] {
        #expect(!text.contains(hole), "“\(hole)” in \(text)")
      }
      let isJapanese = text.unicodeScalars.contains { (0x3040..<0x3100).contains($0.value) }
      #expect(language == .english || isJapanese, "\(text)")
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false)
    }
    #expect(figure.title.unicodeScalars.contains { $0.value >= 0x3040 } == (language == .japanese))
  }

  @Test(arguments: Language.allCases)
  func noTwoFiguresHaveTheSameTitle(language: Language) throws {
    let titles = try FigureCatalog.names.map { try Self.figure($0, language).title }
    #expect(Set(titles).count == titles.count)
  }

  @Test func noTwoLanguagesSayTheSame() throws {
    for name in FigureCatalog.names {
      let (english, japanese) = (try Self.figure(name, .english), try Self.figure(name, .japanese))
      #expect(english.title != japanese.title)
      #expect(english.description != japanese.description)
      #expect(english.table.columns.map(\.title) != japanese.table.columns.map(\.title))
    }
  }

  @Test(arguments: cases)
  func everyDrawingHasAnAccessibleNameAndUniqueIDs(name: String, language: Language) throws {
    let markup = try Self.figure(name, language).markup()
    var ids: [String] = []
    var references: [String] = []
    for drawing in markup.elements("svg") {
      #expect(drawing.attributes["role"] == "img")
      #expect(drawing.element.elements("title").count == 1)
      #expect(drawing.element.elements("desc").count == 1)
    }
    #expect(!markup.elements("svg").isEmpty || !markup.elements("table").isEmpty)
    markup.visit { _, attributes in
      if let id = attributes["id"] { ids.append(id) }
      references += attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
      if let fill = attributes["fill"] { references.append(String(fill.dropFirst(5).dropLast())) }
    }
    #expect(Set(ids).count == ids.count)
    #expect(Set(references).isSubset(of: Set(ids)))
  }

  @Test(arguments: cases)
  func nothingIsDrawnOutsideTheDrawing(name: String, language: Language) throws {
    let figure = try Self.figure(name, language)
    for width in [Figure.narrowWidth, Figure.wideWidth] {
      let svg = figure.svg(width: width)
      let drawn = try #require(svg.elements("svg").first)
      let room = try #require(Double(drawn.attributes["width"] ?? ""))
      #expect(room >= width)
      svg.visit { element, attributes in
        guard element == "rect", let x = attributes["x"].flatMap(Double.init),
          let extent = attributes["width"].flatMap(Double.init)
        else { return }
        #expect(x >= -0.5 && x + extent <= room + 1, "\(name): a box from \(x), \(extent) wide")
      }
    }
  }

  @Test(arguments: cases)
  func noTerminalLineIsTooWide(name: String, language: Language) throws {
    let figure = try Self.figure(name, language)
    for width in [40, 57, 80, 132] {
      for style in [TerminalStyle.plain, .color] {
        for line in figure.terminal(width: width, style: style) {
          #expect(line.width <= width, "\(name) at \(width): \(line.text)")
          if style == .plain { #expect(!line.rendered(style).contains("\u{1B}")) }
        }
      }
      for line in figure.table.terminal(width: width) where figure.table.columns.count <= 6 {
        #expect(line.width <= width, "\(name), table at \(width): \(line.text)")
      }
    }
  }

  @Test func theFirstAndTheLastOfManyAreShown() {
    #expect(FigureContext.spread(Array(0..<10), 4) == [0, 3, 6, 9])
    #expect(FigureContext.spread([1, 2, 3], 4) == [1, 2, 3])
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    for name in FigureCatalog.names {
      let first = try Self.figure(name, .english).markup().html()
      #expect(try Self.figure(name, .english).markup().html() == first)
    }
  }

  @Test func everyNameIsGivenOnce() {
    let names = FigureCatalog.names
    #expect(names.count == Set(names).count)
    #expect(FigureCatalog.row(of: "merge-film") == "L2d")
    #expect(FigureCatalog.row(of: "no-figure") == nil)
  }

  @Test func unknownNamesListNearOnes() {
    #expect(throws: FigureError.unknown(name: "merge-flim", near: ["merge-film"])) {
      try FigureCatalog.figure("merge-flim", run: Fixture.run, language: .english)
    }
    #expect(throws: FigureError.unknown(name: "zzzzzzzz", near: [])) {
      try FigureCatalog.figure("zzzzzzzz", run: Fixture.run, language: .english)
    }
  }

  @Test func figuresWithoutARecordSayWhy() {
    var run = Fixture.run
    run[.usage]!.answers = []
    run[.evaluation]!.questionScores = []
    run[.cleaning]!.rules = []
    run[.cleaning]!.matrix = nil
    run[.training]!.snapshots = []
    run.tensors = TensorStore()
    for name in [
      "prompt-tokens", "question-scores", "cleaning-confusion", "noise-matrix", "text-over-time",
      "heads",
    ] {
      for language in Language.allCases {
        #expect {
          try FigureCatalog.figure(name, run: run, language: language)
        } throws: { error in
          guard let reason = (error as? FigureError)?.reason else { return false }
          return reason.unicodeScalars.contains { $0.value >= 0x3040 } == (language == .japanese)
        }
      }
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["FIGURE_GALLERY"] != nil))
  func theGalleryIsWritten() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FIGURE_GALLERY"])
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Gallery.write(Fixture.run, to: folder)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/en.html"))
  }

  @Test func stylesNameEveryClassThatIsDrawn() throws {
    var classes: Set<String> = []
    let css = FigureStyle.css
    for name in FigureCatalog.names {
      try Self.figure(name, .english).svg().visit { _, attributes in
        let own = attributes["class"]?.split(separator: " ").map(String.init) ?? []
        classes.formUnion(own)
        // A bar without a color of its own is black, on dark paper too.
        if own.count == 2, own[0] == "bar" {
          let isColored = [" {", ","].contains { css.contains(".bar.\(own[1])\($0)") }
          #expect(isColored, "\(name): bar \(own[1])")
        }
      }
    }
    // Looks of plain text and of boxes whose text takes the ordinary ink need no rule.
    let silent: Set<String> = ["plain", "hatched", "in-plain"]
    let missing = classes.subtracting(silent).filter {
      !css.contains(".\($0)") && !$0.hasPrefix("in-")
    }
    #expect(missing.isEmpty)
  }
}
