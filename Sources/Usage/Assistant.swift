import Dataset
import Inference
import ModelFile
import Names
import Numerics
import RawData
import Tokenization

/// The model in use: takes a person's prompt, answers it, and keeps every step of the way.
///
/// The flow of the usage stage: input (U1, U2), model (U3), output (U4, U5).
public final class Assistant {
  public let model: TrainedModel
  /// Whether the model was trained with this program's tokens for languages and roles.
  public let knowsRoles: Bool
  private let generator: Generator

  public init(model: TrainedModel, pool: WorkerPool) {
    self.model = model
    knowsRoles = SpecialToken.allCases.allSatisfy { role in
      model.tokenizer.specialTokens.contains { $0.id == role.rawValue && $0.text == role.text }
    }
    generator = Generator(parameters: model.parameters, pool: pool)
  }

  /// Normalizes the text, finds its language and lays it out as ``PromptForm`` says; a model that
  /// knows no roles gets the text as it is, with its white space.
  /// - Parameters:
  ///   - kind: what is wanted; guessed from the text when nil.
  ///   - language: the text's language; detected when nil.
  /// - Throws: `PromptError` when nothing is left or it is longer than the model's context.
  public func prepare(
    _ text: String, kind: PromptKind? = nil, language: Language? = nil
  ) throws(PromptError) -> PreparedPrompt {
    let scores = Self.languageScores(text)
    // Of equal scores the first wins.
    let language = language ?? scores.max { $0.score < $1.score }!.language
    guard knowsRoles else { return try plain(text, language, scores) }
    let kind =
      kind
      ?? PromptKind.guess(PromptForm(kind: .continuation, language: language).normalized(text))
    let form = PromptForm(kind: kind, language: language)
    let normalized = form.normalized(text)
    guard normalized.utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
    let tokens = form.tokens(of: text, tokenizer: model.tokenizer)
    let limit = model.parameters.configuration.contextLength
    guard tokens.count < limit else { throw .tooLong(tokens: tokens.count, limit: limit - 1) }
    return PreparedPrompt(
      original: text, kind: kind,
      steps: [
        .init(name: .normalization, before: text, after: normalized),
        .init(name: .language, before: normalized, after: language.rawValue),
        .init(name: .role, before: normalized, after: form.marked(text)),
      ],
      language: language, languageScores: scores, tokens: tokens)
  }

  /// For a model that was trained elsewhere: the text as it is, to be continued.
  private func plain(
    _ text: String, _ language: Language, _ scores: [(language: Language, score: Double)]
  ) throws(PromptError) -> PreparedPrompt {
    let tokens = model.tokenizer.encode(text)
    guard !tokens.isEmpty else { throw .empty }
    let limit = model.configuration.contextLength
    guard tokens.count < limit else { throw .tooLong(tokens: tokens.count, limit: limit - 1) }
    return PreparedPrompt(
      original: text, kind: .continuation,
      steps: [.init(name: .language, before: text, after: language.rawValue)],
      language: language, languageScores: scores, tokens: tokens)
  }

  /// Whether a token ends what the model writes.
  private func isEnd(_ token: Int32) -> Bool {
    knowsRoles
      ? SpecialToken(rawValue: token) != nil
      : model.generation.endTokens.contains(token) || model.tokenizer.bytes(of: token).isEmpty
  }

  /// How much of the letters is Japanese, and how much is not: the script decides between the two languages.
  private static func languageScores(_ text: String) -> [(language: Language, score: Double)] {
    let share = LanguageDetector.shared.scores(text).japaneseShare
    return Language.allCases.map { language in
      switch language {
      case .english: (language, 1 - share)
      case .japanese: (language, share)
      }
    }
  }

  /// Writes token after token until the model closes its answer, `limit` is reached or the context is full.
  /// - Parameter candidateCount: how many candidates of each choice are kept.
  /// - Throws: when the model's logits are not finite.
  public func answer(
    _ prompt: PreparedPrompt, options: SamplingOptions, seed: UInt64, limit: Int,
    candidateCount: Int = 10
  ) throws(NotFiniteError) -> Answer {
    var settings = AnswerSettings(options, seed: seed, limit: limit)
    settings.candidateCount = candidateCount
    return try answer(prompt, settings)
  }

  /// Writes token after token until the model closes its answer, a stop string comes up, the limit is
  /// reached or the context is full; then tidies up what was written.
  /// - Throws: when the model's logits are not finite.
  public func answer(
    _ prompt: PreparedPrompt, _ settings: AnswerSettings
  ) throws(NotFiniteError) -> Answer {
    var sampler = Sampler(options: settings.sampling, seed: settings.seed)
    var choices: [Choice] = []
    var written = WrittenText(stopStrings: settings.stopStrings)
    let room = model.parameters.configuration.contextLength - prompt.tokens.count
    let limit = max(1, min(settings.limit, room))
    var finish = settings.limit < room ? FinishReason.limit : .contextFull
    var tokens = prompt.tokens
    generator.reset()
    var logits = generator.process(prompt.tokens)
    for step in 1...limit {
      try NotFiniteError.check(logits, after: generator.position)
      let choice = sampler.choose(
        logits, recording: settings.candidateCount, keepsAllThatStay: settings.candidateCount > 0,
        after: tokens, forcing: settings.forks.first { $0.step == step }?.token)
      choices.append(choice)
      if isEnd(choice.chosen) {
        finish = .endToken
        break
      }
      tokens.append(choice.chosen)
      if written.append(model.tokenizer.bytes(of: choice.chosen)) {
        finish = .stopString
        break
      }
      if step < limit { logits = generator.process([choice.chosen]) }
    }
    let hold = settings.hold.flatMap { rule in
      prompt.kind == .question
        ? Answer.Hold(rule: rule, confidence: rule.confidence(choices.map(\.probability))) : nil
    }
    let result = Postprocessing(
      finish: finish, stopStrings: settings.stopStrings, hold: hold, language: prompt.language
    ).apply(to: written.bytes)
    return Answer(
      prompt: prompt, settings: settings, choices: choices, finish: finish, rawText: result.raw,
      edits: result.edits, text: result.text, hold: hold)
  }
}

/// The bytes of a growing answer, watched for what it is to stop at.
private struct WrittenText {
  private(set) var bytes: [UInt8] = []
  private let stops: [[UInt8]]

  init(stopStrings: [String]) { stops = stopStrings.map { Array($0.utf8) } }

  /// Appends a token and says whether a stop string is there now.
  mutating func append(_ token: some Swift.Collection<UInt8>) -> Bool {
    bytes += token
    // Whatever was whole before would have ended it then.
    return stops.contains { stop in
      !stop.isEmpty && bytes.suffix(stop.count + token.count - 1).contains(stop)
    }
  }
}
