import Build
import Dataset
import Feedback
import Files
import Lessons
import ModelFile
import Names
import Origins
import RawData
import Record
import Site
import Terminal
import Tokenization
import Training
import Transformer
import Usage

/// Which exit code an error of the rooms below stands for.
/// - SeeAlso: sysexits.h.
enum ExitCode {
  /// All of them, as `nakami --help` lists them.
  static let table: [(code: Int32, meaning: LocalizedText)] = [
    (0, LocalizedText(en: "done", ja: "うまくいった")),
    (64, LocalizedText(en: "the command line is wrong", ja: "コマンドの書き方が違う")),
    (
      65,
      LocalizedText(
        en: "data is broken, does not fit or fails a check", ja: "データが壊れているか、合わないか、検査に通らない")
    ),
    (
      74,
      LocalizedText(
        en: "a file is missing, or can't be read or written", ja: "ファイルがないか、読み書きできない")
    ),
    (130, LocalizedText(en: "interrupted (128 and the signal)", ja: "中断された（128とシグナルの番号の和）")),
  ]

  static func code(for error: any Error) -> Int32 {
    switch error {
    case let error as CommandError: error.exitCode
    case let error as FileError: error.isInputOutput || error.kind == .missing ? 74 : 65
    case let error as RunStoreError: error.kind == .damaged || error.kind == .version ? 65 : 74
    case let error as TrainingError: code(for: error)
    case is SiteError: 74
    case is PromptError, is ConfigurationError, is WalkError, is QuantityError: 64
    case is NotFiniteError, is EquationError: 65
    case CorrectionError.empty, CorrectionError.name: 64
    case is CorrectionError: 65
    case let error as CollectionError:
      [.missing, .unreadable].contains(error.problem) ? 74 : 65
    case is WorldError, is DatasetError, is CourseError, is TokenizerError: 65
    case is TwinError: 65
    default: 74
    }
  }

  private static func code(for error: TrainingError) -> Int32 {
    if case .badOption = error { return 64 }
    return 65
  }

  /// The error in one line, in the reader's language.
  static func line(for error: any Error, in language: Language = .ofReader) -> String {
    let text = (error as? any ReadableError)?.text(language) ?? "\(error)"
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
