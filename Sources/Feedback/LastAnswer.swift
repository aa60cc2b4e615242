import Files
import Names

/// The note of the last answer, which lies beside the feedback, so that one can rate it afterwards.
///
/// Whoever asks leaves it there; personal data in it are masked already.
public struct LastAnswer: Sendable {
  public let path: String

  /// - Parameter feedback: the path of the file of feedback.
  public init(besideFeedback feedback: String) { path = feedback + ".last" }

  /// Leaves the note. A power cut may lose it, and nothing waits for the disk.
  /// - Throws: `FileError` when it can't be written.
  public func write(_ answer: RatedAnswer) throws(FileError) {
    guard !SystemCalls.exists(path) || isNote else {
      throw FileError(
        .unwritable, path: path,
        problem: LocalizedText(
          en: "something else than a note of an answer is there",
          ja: "答えの控えではないものが、すでにあります"),
        remedy: .nameAnotherFile)
    }
    try AtomicFile.createFolder(SystemCalls.folder(of: path), isPrivate: true)
    let note: JSONValue = .object([
      .init("last_answer", .integer(FeedbackEntry.version)),
      .init("of", answer.screened().answer.json),
    ])
    try AtomicFile.write(
      note.bytes(sortedNames: false) + [0x0A], to: path, isPrivate: true, survivesPowerCut: false)
  }

  /// - Throws: `FileError` when there is none, or it is damaged.
  public func read() throws(FileError) -> RatedAnswer {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(of: path, limit: 1 << 18) } catch {
      guard error.kind == .missing else { throw error }
      throw FileError(
        .missing, path: path,
        problem: LocalizedText(
          en: "no answer to rate is noted here", ja: "評価する答えの控えがありません"),
        remedy: LocalizedText(
          en: "ask first: nakami ask \"Where does Mira work?\"",
          ja: "先に質問してください：nakami ask \"ミラはどこではたらいていますか。\""))
    }
    do {
      let value = try JSONValue(parsing: bytes)
      guard value["last_answer"]?.integer == FeedbackEntry.version, let answer = value["of"] else {
        throw EntryError(en: "no note of an answer", ja: "答えの控えではありません")
      }
      return try RatedAnswer(answer)
    } catch {
      let problem =
        (error as? EntryError)?.problem ?? (error as? JSONError)?.problem
        ?? LocalizedText(en: "\(error)", ja: "\(error)")
      throw FileError(
        .malformed, path: path,
        problem: LocalizedText(en: "not usable: \(problem.en)", ja: "使えません（\(problem.ja)）"),
        remedy: LocalizedText(
          en: "ask again, then rate the answer", ja: "もう一度質問してから評価してください"))
    }
  }

  /// Whether what lies there begins as a note does.
  private var isNote: Bool {
    guard let file = try? InputFile(path) else { return false }
    let sign = Array("{\"last_answer\":".utf8)
    return file.byteCount == 0
      || (try? file.bytes(0..<min(file.byteCount, sign.count)))?.elementsEqual(sign) == true
  }
}
