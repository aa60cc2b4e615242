import Feedback
import Figures
import ModelFile
import Names
import Record
import Usage

/// The note of its answer that `nakami ask` leaves for `nakami feedback`.
struct FeedbackNote {
  private let path: String
  /// Whether somebody named the place and should hear when it can't be written.
  private let isGiven: Bool

  /// Nil where there is no place for it.
  init?(_ arguments: Arguments) {
    guard let path = FeedbackPlace.path(arguments) else { return nil }
    self.path = path
    isGiven = arguments.isGiven("--log")
  }

  /// Notes what was asked and answered; an answer is never lost because its note can't be written.
  ///
  /// Of an answer that was translated it is the model's own.
  func leave(
    _ record: AnswerRecord, _ prompt: PreparedPrompt, _ model: TrainedModel, called name: String
  ) {
    let fingerprint = Fingerprint.of(UnsafeRawBufferPointer(model.parameters.values))
    let answer = RatedAnswer(
      id: AnswerForms.identity(of: record), prompt: prompt.cut?.text ?? prompt.original,
      answer: record.text, kind: prompt.kind, language: prompt.language,
      model: .init(name: name, fingerprint: Fingerprint.digits(fingerprint)),
      settings: .init(
        temperature: record.temperature, topK: record.topK, topP: record.topP,
        minP: record.minP ?? 0, repetitionPenalty: record.repetitionPenalty ?? 1, seed: record.seed)
    )
    do { try LastAnswer(besideFeedback: path).write(answer) } catch {
      guard isGiven else { return }
      let line = ExitCode.line(for: error)
      Console.error(
        LocalizedText(
          en: "the answer can't be rated afterwards: \(line)",
          ja: "控えを残せないので、この答えはあとで評価できません：\(line)"
        ).forReader)
    }
  }
}
