import Foundation
import Lessons
import Names
import Record
import Terminal

extension Command {
  static let learn = Command(
    name: "learn",
    summary: "lists the lessons and walks through them in the terminal",
    usage: "[LESSON] [options]",
    options: [
      Option("--language", "CODE", "en or ja (default: that of the terminal)"),
      Option("--plain", nil, "print the lesson step by step, without the full screen"),
      .out,
      Option("--lessons", "DIR", "folder of lessons and world (default: Lessons, here or above)"),
    ],
    examples: [
      ("nakami learn", "all lessons; choose one with the keys"),
      ("nakami learn U3", "one lesson: a prompt on its way through the model"),
      ("nakami learn L2d --language ja", "the tokenizer, in Japanese"),
      ("nakami learn L1 --plain | less", "as plain text"),
    ],
    run: LearnCommand.run)
}

enum LearnCommand {
  static func run(_ arguments: Arguments) throws {
    let lesson = try arguments.oneWord(called: "lesson")
    let language = try arguments.choice("--language", of: Language.allCases.map(\.rawValue))
      .flatMap(Language.init)
    let lessons = try Places.lessons(given: arguments.string("--lessons"))
    let folder = try Places.run(in: arguments.string("--out"))
    let run = try RunStore.read(from: folder + "/run")
    let course = try Course.load(folder: lessons).cut(to: run)
    try LessonWalk(course: course, run: run, language: language ?? .ofReader)
      .start(lesson: lesson, isPlain: arguments.has("--plain"))
  }
}
