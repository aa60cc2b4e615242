import Inference
import Names
import Record
import Tokenization
import Usage

/// U4: the same prompt with other settings, side by side.
public struct Comparing {
  let assistant: Assistant
  private var tokenizer: Tokenizer { assistant.model.tokenizer }

  public init(_ assistant: Assistant) { self.assistant = assistant }

  /// The settings that are compared unless others are named: each changes one thing.
  public static let settings = [
    SamplingOptions(temperature: 0), SamplingOptions(temperature: 0.7),
    SamplingOptions(temperature: 1.2), SamplingOptions(temperature: 1, topK: 5),
    SamplingOptions(temperature: 1, topP: 0.9), SamplingOptions(temperature: 1, minP: 0.1),
    SamplingOptions(temperature: 0, repetitionPenalty: 1.3),
  ]

  /// Answers the prompt with each setting and the same seed, and takes the runner-up at the hardest step of
  /// the greedy answer.
  /// - Throws: `NotFiniteError` when the model's numbers overflow.
  public func record(
    _ prompt: PreparedPrompt, seed: UInt64, limit: Int,
    settings: [SamplingOptions] = Comparing.settings
  ) throws -> ComparisonRecord {
    let answers = try settings.map {
      try assistant.answer(prompt, request($0, seed: seed, limit: limit))
    }
    return ComparisonRecord(
      language: prompt.language, prompt: prompt.original, seed: seed,
      answers: answers.map(compared), fork: try answers.first.flatMap(fork))
  }

  private func request(_ options: SamplingOptions, seed: UInt64, limit: Int) -> AnswerSettings {
    var request = AnswerSettings(options, seed: seed, limit: limit)
    request.candidateCount = 2
    return request
  }

  /// The hardest step is the one with the greatest entropy, of several the first.
  private func fork(_ answer: Answer) throws -> ComparisonRecord.Fork? {
    let steps = answer.choices.indices
    guard answer.options.temperature == 0,
      let place = steps.max(by: {
        (answer.choices[$0].entropy, $1) < (answer.choices[$1].entropy, $0)
      }),
      let other = answer.choices[place].runnerUp
    else { return nil }
    var request = request(answer.options, seed: answer.seed, limit: answer.settings.limit)
    request.forks = [.init(step: place + 1, token: other.id)]
    let way = try assistant.answer(answer.prompt, request)
    return ComparisonRecord.Fork(
      step: place + 1, taken: compared(answer).tokens[place], answer: compared(way))
  }

  private func compared(_ answer: Answer) -> ComparisonRecord.ComparedAnswer {
    let options = answer.options
    return ComparisonRecord.ComparedAnswer(
      temperature: Double(options.temperature), topK: options.topK, topP: Double(options.topP),
      minP: Double(options.minP), repetitionPenalty: Double(options.repetitionPenalty),
      tokens: answer.choices.map {
        ComparisonRecord.ComparedToken(
          token: tokenizer.piece($0.chosen), probability: Double($0.probability),
          keptCount: $0.keptCount)
      }, finish: answer.finish, text: answer.text)
  }
}
