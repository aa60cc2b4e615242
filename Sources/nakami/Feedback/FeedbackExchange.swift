import Feedback
import Files
import Foundation
import Names

/// Feedback on its way to others and from others, as JSON lines.
struct FeedbackExchange {
  private let path: String
  private let isQuiet: Bool

  init(_ path: String, _ isQuiet: Bool) {
    self.path = path
    self.isQuiet = isQuiet
  }

  /// Writes the sound lines of the file, whole or not at all.
  /// - Throws: when there are none, or the target is something else than feedback.
  func export(to target: String) throws {
    var complaints = Complaints()
    var bytes: [UInt8] = []
    var count = 0
    try FeedbackFile(path).readLines { line in
      switch line {
      case .damaged(let problem): complaints.add(problem)
      case .entry(let entry):
        bytes += entry.line + [0x0A]
        count += 1
      }
    }
    complaints.finish()
    if count == 0, complaints.count > 0 { throw complaints.nothingLeft(path) }
    guard target != "-" else { return try Console.bytes(bytes) }
    let isItself = Paths.followed(target) == Paths.followed(path)
    guard !isItself, try FeedbackFile(target).holdsFeedback() else {
      throw FileError(
        .unwritable, path: target,
        problem: isItself
          ? LocalizedText(
            en: "that is the file of feedback itself", ja: "評価を保存しているファイルそのものです")
          : LocalizedText(
            en: "something else than feedback is there already", ja: "評価ではないものが、すでにあります"),
        remedy: .nameAnotherFile)
    }
    try AtomicFile.write(bytes, to: target, isPrivate: true)
    guard !isQuiet else { return }
    print(LocalizedText(en: "\(count) entries in \(target)", ja: "\(target)に\(count)件").forReader)
  }

  /// Adds what is not there yet.
  /// - Throws: when nothing of it is feedback, or either can't be read or written.
  func take(from source: String) throws {
    var complaints = Complaints()
    let name = source == "-" ? "standard input" : source
    let lines =
      source == "-"
      ? Self.standardInput() : LineReader(file: try InputFile(source), longest: 1 << 16)
    let result = try FeedbackFile(path).take(lines, called: name) { complaints.add($0) }
    complaints.finish()
    FeedbackWording.notices(result.masks, result.removedControls)
    if result.taken + result.known == 0, result.skipped > 0 { throw complaints.nothingLeft(name) }
    guard !isQuiet else { return }
    print(
      LocalizedText(
        en:
          "\(result.taken) taken, \(result.known) were there already, \(result.skipped) passed over",
        ja: "取り込み\(result.taken)件、すでにあったもの\(result.known)件、読み飛ばし\(result.skipped)件"
      ).forReader)
  }

  private static func standardInput() -> LineReader {
    LineReader(longest: 1 << 16) { count throws(FileError) in
      do { return Array(try FileHandle.standardInput.read(upToCount: count) ?? Data()) } catch {
        throw FileError(
          .unreadable, path: LocalizedText(en: "standard input", ja: "標準入力").forReader,
          problem: LocalizedText(en: "cannot be read", ja: "読めません"), remedy: .nameAnotherFile)
      }
    }
  }
}
