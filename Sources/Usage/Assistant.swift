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

  /// Normalizes the text, finds what is asked and its language, and lays it out as ``PromptForm`` says;
  /// a model that knows no roles gets the text as it is, with its white space.
  ///
  /// A request is recast into the form of the training text (``Request``); what is longer than the
  /// context is cut (``PromptCut``).
  /// - Parameters:
  ///   - kind: what is wanted; found from the text when nil.
  ///   - language: the text's language; detected when nil.
  ///   - recasts: whether requests are recast.
  /// - Throws: `PromptError` when nothing is left, or the context has no room for a single token of it.
  public func prepare(
    _ text: String, kind: PromptKind? = nil, language given: Language? = nil, recasts: Bool = true
  ) throws(PromptError) -> PreparedPrompt {
    guard knowsRoles else { return try plain(text, given) }
    var scores = LanguageScores(text)
    let readable = ControlCharacters.removed(from: text)
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
    _ text: String, _ given: Language?
  ) throws(PromptError) -> PreparedPrompt {
    let scores = LanguageScores(text)
    let language = given ?? scores.language
    var steps = [PreparedPrompt.Step(name: .language, before: text, after: language.rawValue)]
    let candidate = PromptCut.candidate(text, kind: .continuation, limit: limit)
    var tokens = model.tokenizer.encode(candidate)
    var cut: PromptCut?
    if tokens.count > limit || candidate.utf8.count < text.utf8.count {
      let shortened = PromptCut(
        text, kind: .continuation, room: max(1, limit - limit / 4), writing: language.writing,
        tokenizer: model.tokenizer)
      steps.append(.init(name: .cut, before: text, after: shortened.text))
      tokens = model.tokenizer.encode(shortened.text)
      cut = shortened
    }
    guard !tokens.isEmpty else { throw .empty }
    return PreparedPrompt(
      original: text, kind: .continuation, sign: .none, steps: steps, language: language,
      scores: scores, cut: cut, tokens: tokens)
  }

  /// Whether a token ends what the model writes.
  private func isEnd(_ token: Int32) -> Bool {
    knowsRoles
      ? SpecialToken(rawValue: token) != nil
      : model.generation.endTokens.contains(token) || model.tokenizer.bytes(of: token).isEmpty
  }

  /// Writes token after token until the model closes its answer, `limit` is reached or the context is full.
  /// - Parameter candidateCount: how many candidates of each choice are kept.
  /// - Throws: when the model's logits are not finite.
  public func answer(
    _ prompt: PreparedPrompt, options: SamplingOptions, seed: UInt64, limit: Int,
    candidateCount: Int = 10
  ) throws(NotFiniteError) -> Answer {
    var sampler = Sampler(options: options, seed: seed)
    var choices: [Choice] = []
    var bytes: [UInt8] = []
    var isComplete = false
    generator.reset()
    var logits = generator.process(prompt.tokens)
    let room = model.parameters.configuration.contextLength - prompt.tokens.count
    for written in 1...max(1, min(limit, room)) {
      try NotFiniteError.check(logits, after: generator.position)
      let choice = sampler.choose(logits, recording: candidateCount)
      choices.append(choice)
      if isEnd(choice.chosen) {
        isComplete = true
        break
      }
      bytes += model.tokenizer.bytes(of: choice.chosen)
      if written < min(limit, room) { logits = generator.process([choice.chosen]) }
    }
    let (raw, text, edits) = Postprocessing.apply(to: bytes, isComplete: isComplete)
    return Answer(
      prompt: prompt, options: options, seed: seed, choices: choices, rawText: raw, edits: edits,
      text: text, isComplete: isComplete)
  }
}
