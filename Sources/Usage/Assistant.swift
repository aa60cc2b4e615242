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
  public let pool: WorkerPool
  /// Forgets its sequence whenever an answer begins.
  package let generator: Generator

  public init(model: TrainedModel, pool: WorkerPool) {
    self.model = model
    self.pool = pool
    knowsRoles = SpecialToken.allCases.allSatisfy { role in
      model.tokenizer.specialTokens.contains { $0.id == role.rawValue && $0.text == role.text }
    }
    generator = Generator(parameters: model.parameters, pool: pool)
  }

  /// Normalizes the text, finds what is asked and its language, and lays it out as ``PromptForm`` says;
  /// a model that knows no roles gets the text as it is, with its white space.
  ///
  /// A request is recast into the form of the training text (``Request``); what is longer than the
  /// context is cut (``PromptCut``).
  /// - Parameters:
  ///   - kind: what is wanted; found from the text when nil.
  ///   - language: the text's language; detected when nil.
  ///   - recasts: whether requests are recast.
  ///   - readsSpecial: whether special tokens that are written in the text are those tokens; the text is
  ///     taken as it is then, whatever the model knows.
  ///   - most: tokens of a text that is taken as it is, at most; the context's length when nil.
  /// - Throws: `PromptError` when nothing is left, or the context has no room for a single token of it.
  public func prepare(
    _ text: String, kind: PromptKind? = nil, language given: Language? = nil, recasts: Bool = true,
    readsSpecial: Bool = false, most: Int? = nil
  ) throws(PromptError) -> PreparedPrompt {
    guard knowsRoles, !readsSpecial else {
      let limit = min(limit, most ?? limit)
      return try plain(text, given, readsSpecial: readsSpecial, limit: limit)
    }
    let readable = ControlCharacters.removed(from: text)
    var scores = LanguageScores(readable)
    let first = PromptForm(kind: .continuation, language: given ?? scores.language)
      .normalized(readable)
    let request = Request.read(first, in: given ?? scores.language, kind: kind)
    // Another kind, another layout: only a text to continue keeps its empty lines.
    let normalized = PromptForm(kind: request.kind, language: given ?? scores.language)
      .normalized(readable)
    guard normalized.utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
    var steps = [PreparedPrompt.Step(name: .normalization, before: text, after: normalized)]
    var current = normalized
    if recasts {
      let recast = Request.read(normalized, in: given ?? scores.language, kind: kind)
      if recast.text != normalized {
        current = recast.text
        steps.append(.init(name: .recast, before: normalized, after: current))
        // Of an instruction only its text is left, which may be in the other language.
        if request.sign == .instruction || request.kind != .question {
          scores = LanguageScores(current)
        }
      }
    }
    let language = given ?? scores.language
    let form = PromptForm(kind: request.kind, language: language)
    steps.append(.init(name: .language, before: current, after: language.rawValue))
    let candidate = PromptCut.candidate(current, kind: request.kind, limit: limit)
    var tokens = model.tokenizer.encode(candidate)
    let roles = form.tokens(around: []).count
    var cut: PromptCut?
    if roles + tokens.count > limit || candidate.utf8.count < current.utf8.count {
      guard limit - roles > 0 else { throw .tooLong(tokens: roles + tokens.count, limit: limit) }
      let shortened = PromptCut(
        current, kind: request.kind, room: max(1, limit - roles - limit / 4),
        writing: language.writing, tokenizer: model.tokenizer)
      steps.append(.init(name: .cut, before: current, after: shortened.text))
      current = shortened.text
      tokens = model.tokenizer.encode(current)
      cut = shortened
    }
    if tokens.contains(Tokenizer.noToken) {
      throw .noToken(model.tokenizer.bytesWithoutToken(in: current)[0])
    }
    steps.append(.init(name: .role, before: current, after: form.around(current)))
    return PreparedPrompt(
      original: text, kind: request.kind, sign: request.sign, steps: steps, language: language,
      scores: scores, answerLanguage: request.answerLanguage, cut: cut,
      tokens: form.tokens(around: tokens))
  }

  /// Tokens that a prompt can have, one left for the answer.
  private var limit: Int { model.parameters.configuration.contextLength - 1 }

  /// For a model that was trained elsewhere: the text as it is, to be continued.
  private func plain(
    _ text: String, _ given: Language?, readsSpecial: Bool, limit: Int
  ) throws(PromptError) -> PreparedPrompt {
    let scores = LanguageScores(text)
    let language = given ?? scores.language
    var steps = [PreparedPrompt.Step(name: .language, before: text, after: language.rawValue)]
    let candidate = PromptCut.candidate(text, kind: .continuation, limit: limit)
    let rules = model.tokenizer.rules
    var tokens = model.tokenizer.encodeByRules(candidate, readsSpecial: readsSpecial)
    var cut: PromptCut?
    if tokens.count > limit || candidate.utf8.count < text.utf8.count {
      let room = limit - limit / 4 - rules.before.count - rules.after.count
      let shortened = PromptCut(
        text, kind: .continuation, room: max(1, room), writing: language.writing,
        tokenizer: model.tokenizer)
      steps.append(.init(name: .cut, before: text, after: shortened.text))
      tokens = model.tokenizer.encodeByRules(shortened.text, readsSpecial: readsSpecial)
      cut = shortened
      guard tokens.count <= limit else { throw .tooLong(tokens: tokens.count, limit: limit) }
    }
    guard !tokens.isEmpty else { throw .empty }
    try model.tokenizer.expectTokens(
      tokens, of: cut?.text ?? text, readsSpecial: readsSpecial)
    if let id = model.unknown(tokens) {
      throw .unknownToken(
        id, text: model.tokenizer.symbol(of: id), count: model.configuration.vocabularySize)
    }
    return PreparedPrompt(
      original: text, kind: .continuation, sign: .none, steps: steps, language: language,
      scores: scores, cut: cut, tokens: tokens)
  }

  /// Whether a token ends what the model writes.
  package func isEnd(_ token: Int32) -> Bool {
    knowsRoles
      ? SpecialToken(rawValue: token) != nil
      : model.generation.endTokens.contains(token)
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
      finish: finish, stopStrings: settings.stopStrings, hold: hold,
      language: settings.replyLanguage ?? prompt.language
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
