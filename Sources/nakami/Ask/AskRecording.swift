import Build
import Lessons
import Names
import Record
import Usage

/// Where an answer is recorded with all that happened on the way to it: a folder as `nakami import` fills one.
final class AskRecording {
  static let options = [
    Option(
      "--record", "DIR", en: "record all that happens on the way, as pages and lessons",
      ja: "答えるまでに起きることをすべて記録し、ページとレッスンにする"),
    Option(
      "--lessons", "DIR", en: "folder of lessons, for --record (default: Lessons, here or above)",
      ja: "--record に使うレッスンのフォルダ（省略時：ここか上にあるLessons）"),
  ]

  private let output: OutputFolder
  private let lessons: String?
  private var course: Course?

  /// Nil where none is asked for.
  /// - Throws: when something else lies in the folder.
  init?(_ arguments: Arguments) throws {
    guard let path = arguments.string("--record") else { return nil }
    output = try OutputFolder(path: path, maker: .record, option: "--record")
    lessons = arguments.string("--lessons")
  }

  /// Looks, once model and prompt are known to be sound and before anything is answered, for what a record
  /// needs besides.
  /// - Throws: `CommandError.usage` when the prompt is too long to be shown, or there are no lessons.
  func expect(_ prompt: PreparedPrompt) throws {
    let (count, limit) = (prompt.tokens.count, RecordStage.tokenLimit)
    guard count <= limit else {
      throw CommandError.usage(
        en:
          "--record shows prompts of at most \(limit) tokens, and this one has \(count); shorten it",
        ja: "--recordで見せられるプロンプトは\(limit)トークンまでで、これは\(count)トークンあります。短くしてください")
    }
    _ = try loadedCourse()
  }

  private func loadedCourse() throws -> Course {
    let loaded = try course ?? Course.load(folder: try Places.lessons(given: lessons))
    course = loaded
    return loaded
  }

  /// - Parameter model: the folder that the model was read from.
  /// - Returns: what the reader is told of it.
  func write(
    _ answer: Answer, _ translation: TranslationRecord?, by assistant: Assistant, model: String
  ) throws -> [String] {
    let (_, equations) = try RunFolder.fill(output, course: try loadedCourse()) { draft in
      try RecordStage(pool: assistant.pool).run(
        answer, translation: translation, by: assistant.model, name: Self.name(of: model),
        origin: RunStore.setting(at: model + "/../run"), into: draft)
    }
    return [
      RecordProof.line(equations, folder: output.path),
      ReportWording.of(.ofReader).open(output.path, " U3 --out \(output.path)"),
    ]
  }

  /// The model's folder; that of its run where it has the name that a build gives it.
  static func name(of folder: String) -> String {
    let name = Paths.name(of: folder)
    let above = Paths.name(of: Paths.parent(of: folder))
    return name == "model" && above != "." && above != "/" ? above : name
  }
}
