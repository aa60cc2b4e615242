import Files
import Foundation
import Site

/// The file of a report: a new one, or one that was a report before.
enum AskReport {
  /// - Throws: when something else stands there, which would be lost.
  static func check(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let signature = Data(AnswerReport.signature.utf8)
    guard let text = FileManager.default.contents(atPath: path), text.range(of: signature) != nil
    else {
      throw FileError(
        .unwritable, path: path, problem: "something else than a report is there already",
        remedy: "choose another name for the report")
    }
  }
}
