import Figures
import Foundation
import Markdown
import Names
import SampleRuns
import Testing

@testable import Diagrams
@testable import Lessons
@testable import Record

@Suite("The course")
struct CourseTests {
  /// The folder Lessons of this checkout.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons").path

  @Test func loadsAndAgreesBetweenTheLanguages() throws {
    let course = try Course.load(folder: Self.folder)
    let english = course.lessons(in: .english)
    #expect(english.map(\.id) == course.lessons(in: .japanese).map(\.id))
    #expect(english.map(\.row!.order) == english.map(\.row!.order).sorted())
    #expect(Set(english.compactMap(\.row?.id)).isSuperset(of: ["L1", "L2d", "U3"]))
    for lesson in english {
      #expect((3...9).contains(lesson.steps.count), "\(lesson.file)")
      #expect(!lesson.figureNames.isEmpty, "\(lesson.file)")
      #expect(course.lesson(lesson.id, in: .japanese)?.figureNames == lesson.figureNames)
    }
    for node in FlowNode.allCases {
      #expect(!course.page(of: node, in: .japanese).figureNames.isEmpty)
    }
  }

  @Test func everyFigureIsShownSomewhere() throws {
    let course = try Course.load(folder: Self.folder)
    for language in Language.allCases {
      let texts =
        course.lessons(in: language) + FlowNode.allCases.map { course.page(of: $0, in: language) }
      let shown = Set(texts.flatMap(\.figureNames))
      #expect(FigureCatalog.names.filter { !shown.contains($0) } == [])
    }
  }

  @Test func everyValueThatALessonNamesIsInTheRun() throws {
    let course = try Course.load(folder: Self.folder)
    let run = SampleRun.make()
    for language in Language.allCases {
      let texts =
        course.lessons(in: language) + FlowNode.allCases.map { course.page(of: $0, in: language) }
      for lesson in texts {
        for (name, line) in lesson.settled(for: run).holes(for: run) {
          Issue.record("\(lesson.file):\(line): \(name)")
        }
        for case .value in lesson.filled(from: run).blocks.inlines {
          Issue.record("\(lesson.file) still names a value")
        }
      }
    }
  }

  @Test func japaneseTextIsJapaneseAndEnglishTextIsNot() throws {
    let course = try Course.load(folder: Self.folder)
    for language in Language.allCases {
      for lesson in course.lessons(in: language) {
        let kana = lesson.blocks.inlines.map(\.plainText).joined().unicodeScalars
          .filter { (0x3041...0x30FF).contains($0.value) }.count
        #expect(language == .japanese ? kana > 100 : kana < 10, "\(lesson.file)")
      }
    }
  }

  /// With NAKAMI_RECORD set the tables are written anew.
  @Test func theReadmeListsEveryFigureInItsRowAndEveryConditionAndValue() throws {
    let path = Self.folder + "/README.md"
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let top = "| condition | what it says |\n| --- | --- |\n"
    let start = try #require(readme.range(of: top))
    let conditions = RecordedCondition.all.map { "| `\($0.name)` | \($0.meaning) |\n" }.joined()
    let values = RecordedValue.all.map { "| `\($0.name)` | \($0.meaning) |\n" }.joined()
    let tables = conditions + "\n## Values\n\n| name | what it is |\n| --- | --- |\n" + values
    if ProcessInfo.processInfo.environment["NAKAMI_RECORD"] != nil {
      try Data((readme[..<start.upperBound] + tables).utf8).write(to: URL(fileURLWithPath: path))
    } else {
      #expect(readme[start.upperBound...] == tables)
    }
    let lines = readme[..<start.lowerBound].split(separator: "\n")
    for name in FigureCatalog.names {
      let listed = lines.filter { $0.hasPrefix("| ") && $0.contains("`\(name)`") }
      #expect(listed.count == 1, "\(name) is listed \(listed.count) times")
      let cells = listed.first?.split(separator: "|") ?? []
      let rows = cells.first?.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let row = try #require(FigureCatalog.row(of: name))
      #expect(
        rows?.contains(row) == true, "\(name) belongs to \(row), and is listed in \(rows ?? [])")
    }
  }
}

@Suite("Mistakes in a course")
struct CourseMistakeTests {
  /// A copy of the course with one file changed; its code comes from `Sources/Plain` of this checkout,
  /// as it does for a folder of lessons elsewhere.
  func load(changing path: String, _ change: (String) -> String) throws {
    let manager = FileManager.default
    let copy = NSTemporaryDirectory() + "nakami-course-\(UInt64.random(in: 0...UInt64.max))"
    try manager.createDirectory(atPath: copy, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: copy) }
    for language in ["en", "ja"] {
      try manager.copyItem(
        atPath: CourseTests.folder + "/" + language, toPath: copy + "/" + language)
    }
    let file = copy + "/" + path
    let before = try String(contentsOfFile: file, encoding: .utf8)
    try Data(change(before).utf8).write(to: URL(fileURLWithPath: file))
    _ = try Course.load(folder: copy)
  }

  func message(changing path: String, _ change: (String) -> String) throws -> String {
    let error = try #require(throws: CourseError.self) { try load(changing: path, change) }
    // Who writes lessons in Japanese is told in Japanese what is wrong with them, at the same place.
    let isKana = { (scalar: Unicode.Scalar) in (0x3041...0x30FA).contains(scalar.value) }
    #expect(error.text(.japanese).unicodeScalars.contains(where: isKana), "\(error)")
    #expect(!error.text(.japanese).contains("\n"))
    if case .wrong(let inner) = error {
      #expect(!inner.message.en.unicodeScalars.contains(where: isKana), "\(error)")
      let places = [Language.english, .japanese].map { language in
        error.text(language).dropLast(inner.message[language].count)
      }
      #expect(places[0] == places[1])
    }
    return error.description
  }

  @Test func anUnknownValueIsReportedWithFileLineAndANearName() throws {
    let text = try message(changing: "en/merging-pairs.md") {
      $0.replacingOccurrences(of: "{{merge.first.left}}", with: "{{merge.first.lfet}}")
    }
    #expect(text.contains("en/merging-pairs.md:"))
    #expect(text.contains("no value “merge.first.lfet”; did you mean merge.first.left?"))
  }

  @Test func anUnknownFigureIsReported() throws {
    let text = try message(changing: "ja/merging-pairs.md") {
      $0.replacingOccurrences(of: "figure:merge-film", with: "figure:merge-flim")
    }
    #expect(text.contains("ja/merging-pairs.md:"))
    #expect(text.contains("no figure “merge-flim”; did you mean merge-film?"))
  }

  @Test func anUnknownConditionIsReportedWithFileLineAndANearName() throws {
    for text in [":::when training.fals\nx\n:::", "It {{training.fals ? fell : rose}}."] {
      var line = 0
      let message = try message(changing: "en/merging-pairs.md") { lesson in
        line = lesson.utf8.count { $0 == 0x0A } + 2
        return lesson + "\n" + text + "\n"
      }
      #expect(message.contains("en/merging-pairs.md:\(line):"))
      #expect(message.contains("no condition “training.fals”; did you mean training.falls?"))
    }
  }

  @Test func aConditionInOneLanguageOnlyIsReported() throws {
    for (path, other) in [("en", "ja"), ("ja", "en")] {
      var line = 0
      let text = try message(changing: path + "/merging-pairs.md") { lesson in
        line = lesson.utf8.count { $0 == 0x0A } + 2
        return lesson + "\n:::unless training.falls\nx\n:::\n"
      }
      #expect(text.contains("\(path)/merging-pairs.md:\(line):"))
      #expect(text.contains("the condition “training.falls” stands here only"))
      #expect(text.hasSuffix("\(other)/merging-pairs.md too"))
    }
  }

  @Test func figuresThatDifferBetweenTheLanguagesAreReported() throws {
    let text = try message(changing: "ja/merging-pairs.md") {
      $0.replacingOccurrences(of: "figure:merge-film", with: "figure:merge-table")
    }
    #expect(text.contains("order of figures"))
  }

  @Test(arguments: [
    ("row: L2d", "row: L9", "no row “L9”"),
    ("row: L2d", "row: L2d\nalso: U9", "no row “U9”"),
    ("row: L2d\n", "", "names a “row: L1”"),
    ("minutes: 10", "minutes: soon", "minutes is a whole number"),
    ("title:", "titel:", "unknown key “titel”"),
    ("## Again, and again", ":::moon\n:::", "no section “moon”"),
    ("Again, and again\n", "Again\n\n[x](lesson:nowhere)\n", "leads nowhere"),
    ("## Again, and again", ":::when world\n## Again\n:::\n", "a step begins outside of"),
    ("## Again, and again", "# Again", "the title stands in the front matter"),
    ("id: merging-pairs", "id: inside-the-model", "is taken by"),
    (
      ":::source PlainTokenizer.learn", ":::source PlainTokenizer.laern",
      "no function “PlainTokenizer.laern” in Sources/Plain; did you mean PlainTokenizer.learn?"
    ),
    (
      ":::source PlainTokenizer.learn\n", ":::source PlainTokenizer.learn\nlet x = 1\n",
      "takes its code from Sources/Plain"
    ),
    (":::source PlainTokenizer.learn", ":::source PlainTokenizer.join", "figures or sources"),
    (
      "## Again, and again",
      "- x\n\n  :::source PlainTokenizer.learn\n  :::\n\n## Again, and again",
      "no section “source PlainTokenizer.learn” here"
    ),
  ])
  func otherMistakesAreReported(old: String, new: String, part: String) throws {
    let text = try message(changing: "en/merging-pairs.md") {
      $0.replacingOccurrences(of: old, with: new)
    }
    #expect(text.contains(part), "\(text)")
    #expect(text.contains(".md:"))
    #expect(!text.contains("\n"))
  }

  @Test func aMissingFolderIsReported() throws {
    let error = try #require(throws: CourseError.self) {
      try Course.load(folder: "/nowhere/Lessons")
    }
    #expect(error.description.hasPrefix("/nowhere/Lessons/en: cannot be read"))
  }
}

@Suite("Values")
struct RecordedValueTests {
  @Test func numbersAddUp() throws {
    let run = SampleRun.make()
    func value(_ name: String) -> String? { RecordedValue.named(name)?.text(run, .english) }
    #expect(value("collection.shelfSum") == "4 + 3 + 3 + 2")
    #expect(value("collection.bytes") == "34,560")
    #expect(value("merge.first.saved") == "900")
    #expect(value("tokenization.vocabulary") == "266")
    #expect(value("attention.score.first") == "0.750")
    #expect(value("attention.weight.first") == "0.622")
    #expect(value("attention.gap") == "−0.500")
    #expect(value("candidates.logitGap") == "1.500")
    #expect(value("candidates.difference") == "4.000 − 2.500")
    #expect(value("candidates.ratio") == "4.48")
    #expect(value("file.dataBytes") == value("model.parameters").map(Self.timesFour))
    #expect(RecordedValue.named("answer.text")?.text(run, .japanese) == "パン屋です。")
  }

  @Test(arguments: [(Language.english, "(nothing)"), (.japanese, "（何も書かない）")])
  func anAnswerWithoutAWordIsSaidToBeOne(language: Language, words: String) throws {
    var run = SampleRun.make()
    for place in try #require(run[.usage]).answers.indices {
      run[.usage]!.answers[place].text = ""
      run[.usage]!.answers[place].postprocessing = []
    }
    for place in try #require(run[.twin]).asked.indices {
      run[.twin]!.asked[place].whole.answer = ""
      run[.twin]!.asked[place].twin.answer = ""
    }
    let names = [
      "answer.text", "answer.written", "drawn.text", "drawn.written", "twin.answer.whole",
      "twin.answer.twin",
    ]
    for name in names {
      #expect(RecordedValue.named(name)?.text(run, language) == words, "\(name)")
    }
  }

  /// What the model wrote is told, not what stands there instead.
  @Test func aHeldAnswerIsToldAsItWasWritten() throws {
    var run = SampleRun.make()
    let place = try #require(run[.usage]?.answers.firstIndex { $0.language == .japanese })
    run[.usage]!.answers[place].postprocessing.append(
      .init(rule: .heldBack, before: "パン屋です。", after: "わかりません。"))
    run[.usage]!.answers[place].text = "わかりません。"
    func value(_ name: String) -> String? { RecordedValue.named(name)?.text(run, .japanese) }
    #expect(value("answer.text") == "わかりません。")
    #expect(value("answer.written")?.contains("パン屋です。") == true, "\(value("answer.written") ?? "")")
  }

  /// A page quotes a question about nobody that is answered in its own language, where there is one.
  @Test func theQuestionAboutNobodyIsAnsweredInThePagesLanguage() throws {
    func result(_ question: String, _ answer: String) -> ExamRecord.Result {
      ExamRecord.Result(
        question: question, language: .japanese, kind: .stranger, answer: answer, isRight: false,
        confidence: 0.5, isForChoosing: false)
    }
    var run = SampleRun.make()
    let value = try #require(RecordedValue.named("exam.stranger.question"))
    let first = result("ザラさんの職場は？", "Faye works at the school.")
    run[.exam] = ExamRecord(hold: nil, results: [first, result("ノアさんの職場は？", "学校です。")])
    #expect(value.text(run, .japanese) == "ノアさんの職場は？")
    run[.exam] = ExamRecord(hold: nil, results: [first])
    #expect(value.text(run, .japanese) == "ザラさんの職場は？")
  }

  /// 17.9194 − 12.2536 is 5.6658, but who subtracts what is shown comes to 5.665.
  @Test func aDifferenceFollowsFromTheNumbersThatAreShown() {
    for (one, other, gap) in [
      (17.9194, 12.2536, 5.665), (7.3293, 7.2138, 0.115), (-1.2504, 2, -3.25),
    ] {
      #expect(abs(Calculations.shownDifference(one, other) - gap) < 1e-9)
    }
    #expect(Calculations.difference(17.9194, 12.2536) == "17.919 − 12.254")
  }

  /// What is written once for each split, merge, version of the model or hyperparameter may have members
  /// that no lesson needs.
  @Test func everyValueIsNamedByALesson() throws {
    let course = try Course.load(folder: CourseTests.folder)
    var named: Set<String> = []
    for language in Language.allCases {
      let texts =
        course.lessons(in: language) + FlowNode.allCases.map { course.page(of: $0, in: language) }
      for case .value(let name, _) in texts.flatMap(\.blocks.inlines) { named.insert(name) }
    }
    let families = ["dataset.", "merge.", "shrink.", "hyperparameter."]
    for value in RecordedValue.all where !named.contains(value.name) {
      #expect(families.contains { value.name.hasPrefix($0) }, "\(value.name)")
    }
  }

  @Test func everyConditionIsNamedByALesson() throws {
    let course = try Course.load(folder: CourseTests.folder)
    let texts =
      course.lessons(in: .english) + FlowNode.allCases.map { course.page(of: $0, in: .english) }
    let named = Set(texts.flatMap { $0.conditions.map(\.name) })
    for condition in RecordedCondition.all {
      #expect(named.contains(condition.name), "\(condition.name)")
    }
  }

  @Test func aRunWithoutPartsKnowsNoValue() {
    let run = Run(setting: SampleRun.make().setting)
    for language in Language.allCases {
      for value in RecordedValue.all {
        #expect(value.text(run, language) == nil, "\(value.name)")
      }
    }
  }

  @Test func aValueAsksOnlyForThePartsThatItIsReadFrom() {
    var run = SampleRun.make()
    func value(_ name: String) -> String? { RecordedValue.named(name)?.text(run, .english) }
    run[.dataset] = nil
    #expect(value("training.epochs") == nil)
    #expect(value("training.steps") == "60")
    run[.architecture] = nil
    #expect(value("inference.cacheFull") == nil)
    #expect(value("inference.compared") != nil)
    #expect(value("attention.score.first") == "0.750")
  }

  static func timesFour(_ text: String) -> String {
    let number = Int(text.filter { $0 != "," })! * 4
    return "\(number / 1000),\(String(number % 1000 + 1000).dropFirst())"
  }

  @Test func sectionsFollowTheKindOfData() throws {
    let course = try Course.load(folder: CourseTests.folder)
    let lesson = try #require(course.lesson("gathering-documents", in: .english))
    let world = lesson.filled(from: SampleRun.make()).blocks.inlines.map(\.plainText).joined()
    let own = lesson.filled(from: SampleRun.make(usesWorld: false)).blocks.inlines
      .map(\.plainText).joined()
    #expect(world.contains("harbour town"))
    #expect(!own.contains("harbour town"))
    #expect(own.contains("This pile is your own."))
  }
}
