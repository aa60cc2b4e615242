import Charts
import Names
import Record

/// The lines of a report that give the answer in another language.
enum AskTranslation {
  static func lines(_ record: AnswerRecord) -> [String] {
    guard let translation = record.translation else { return [] }
    let label = "(\(translation.language.rawValue))"
    return [TerminalText.padded(label, to: 9) + translation.text]
  }
}
