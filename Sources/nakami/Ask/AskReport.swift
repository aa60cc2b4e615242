import Files
import Foundation
import Names
import Site

/// The file of a report: a new one, or one that was a report before.
enum AskReport {
  /// - Parameter signature: what stands in every report of its kind.
  /// - Throws: when something else stands there, which would be lost.
  static func check(_ path: String, signature: String = AnswerReport.signature) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let signature = Data(signature.utf8)
    guard let text = FileManager.default.contents(atPath: path), text.range(of: signature) != nil
    else {
      throw FileError(
        .unwritable, path: path,
        problem: LocalizedText(
          en: "something else than a report is there already", ja: "報告ではないファイルがすでにあります"),
        remedy: LocalizedText(en: "choose another name for the report", ja: "報告には別の名前を付けてください"))
    }
  }
}
