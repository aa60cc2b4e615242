import Files
import ModelFile
import Names

/// Why a training run cannot start or go on; each description is one line that names the remedy.
public enum TrainingError: ReadableError, Equatable {
  /// A hyperparameter that no run can use.
  case badOption(name: String, problem: LocalizedText)
  /// The loss or the gradient was not a number; the step was not taken.
  case notFinite(step: Int, quantity: LocalizedText)
  /// The checkpoint belongs to another run.
  case checkpointMismatch(file: String, problem: LocalizedText)
  /// A checkpoint could not be read or written.
  case checkpoint(FileError)
  /// There is not enough text for one sequence.
  case tooLittleData(tokens: Int, needed: Int)

  public func text(_ language: Language) -> String { words[language] }

  private var words: LocalizedText {
    switch self {
    case .badOption(let name, let problem):
      LocalizedText(en: "--\(name) \(problem.en)", ja: "--\(name)は\(problem.ja)")
    case .notFinite(let step, let quantity):
      LocalizedText(
        en: "the \(quantity.en) of step \(step) is not a finite number; start again with a lower "
          + "--learning-rate (a checkpoint written before stays as it is)",
        ja: "ステップ\(step)の\(quantity.ja)が数値でなくなりました。--learning-rateを下げてやり直してください"
          + "（前に書いたチェックポイントはそのままです）")
    case .checkpointMismatch(let file, let problem):
      LocalizedText(
        en: "\(file) belongs to another run (\(problem.en)); give the same options, or start "
          + "without --resume",
        ja: "\(file)は別の学習のものです（\(problem.ja)）。同じオプションにするか、--resumeを外してください")
    case .checkpoint(let error):
      LocalizedText(en: error.text(.english), ja: error.text(.japanese))
    case .tooLittleData(let tokens, let needed):
      LocalizedText(
        en: "the text has \(tokens) tokens, but one sequence and its targets need \(needed); "
          + "give more text or a shorter --context",
        ja: "文章は\(tokens)トークンしかありませんが、1行とその正解には\(needed)トークン必要です。"
          + "文章を増やすか、--contextを短くしてください")
    }
  }
}
