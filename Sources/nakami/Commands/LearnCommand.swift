import Foundation
import Lessons
import Names
import Record
import Terminal

extension Command {
  static let learn = Command(
    name: "learn",
    summary: LocalizedText(
      en: "lists the lessons and walks through them in the terminal", ja: "レッスンを並べ、ターミナルでたどります"),
    usage: "[LESSON] [options]",
    options: [
      Option(
        "--language", "CODE", en: "en or ja (default: that of the terminal)",
        ja: "en（英語）かja（日本語）（省略時：ターミナルの言語）"),
      Option(
        "--plain", nil, en: "print the lesson step by step, without the full screen",
        ja: "全画面を使わず、順に表示"),
      .out,
      Option(
        "--lessons", "DIR", en: "folder of lessons and world (default: Lessons, here or above)",
        ja: "レッスンと町のフォルダ（省略時：ここか上にあるLessons）"),
    ],
    examples: [
      Example("nakami learn", en: "all lessons; choose one with the keys", ja: "すべてのレッスン。キーで選ぶ"),
      Example(
        "nakami learn U3", en: "one lesson: a prompt on its way through the model",
        ja: "レッスン一つ。モデルを通り抜けるプロンプト"),
      Example(
        "nakami learn L2d --language ja", en: "the tokenizer, in Japanese", ja: "トークナイザーのレッスンを日本語で"),
      Example("nakami learn L1 --plain | less", en: "as plain text", ja: "ふつうの文章として"),
    ],
    run: LearnCommand.run)
}

enum LearnCommand {
  static func run(_ arguments: Arguments) throws {
    let lesson = try arguments.oneWord(called: LocalizedText(en: "lesson", ja: "レッスン"))
    let language = try arguments.choice("--language", of: Language.allCases.map(\.rawValue))
      .flatMap(Language.init)
    let folder = try Places.run(in: arguments.string("--out"))
    let run = try RunStore.read(from: folder + "/run")
    // Figures and lessons take the record at its word; one that contradicts itself is not shown.
    try EquationReport(run).demand()
    let lessons = try Places.lessons(given: arguments.string("--lessons"))
    let course = try Course.load(folder: lessons).cut(to: run)
    try LessonWalk(course: course, run: run, language: language ?? .ofReader)
      .start(lesson: lesson, isPlain: arguments.has("--plain"))
  }
}
