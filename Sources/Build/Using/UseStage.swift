import Dataset
import Inference
import ModelFile
import Names
import Numerics
import RawData
import Record
import Tokenization
import Transformer
import Usage

/// U1 to U5: prompts in both languages, answered by the saved model and recorded from end to end.
struct UseStage {
  let model: TrainedModel
  let pool: WorkerPool
  /// With the model as it is now.
  let assistant: Assistant

  init(model: TrainedModel, pool: WorkerPool) {
    self.model = model
    self.pool = pool
    assistant = Assistant(model: model, pool: pool)
  }

  /// One prompt of the record.
  struct Prompt {
    var id: String
    var text: String
    var kind: PromptKind
    var options: SamplingOptions
    /// Right answers, where they are known.
    var accepted: [String]?
    /// Of these the one that is judged where the model's own is none of them.
    var rightAnswer: String?
    /// Whether every activation on the way is kept.
    var keepsActivations: Bool
    /// Tokens of the answer at most.
    var limit = 48
    /// Whether special tokens that are written in the text are read as those.
    var readsSpecial = false
    /// Tokens of the prompt at most.
    var most: Int?
  }

  /// - Throws: `PromptError`, or `NotFiniteError` when the model's numbers overflow.
  static func run(_ bench: Workbench) throws -> LocalizedText {
    let prompts = prompts(truth: bench.truth, data: bench.data)
    let stage = UseStage(model: bench.savedModel, pool: bench.pool)
    var usage = try stage.run(prompts, seed: bench.settings.seed, into: &bench.run)
    usage.comparisons = try stage.compare(prompts, seed: bench.settings.seed)
    bench.run[.usage] = usage
    let count = usage.answers.count
    return LocalizedText(en: "\(count) prompts answered", ja: "\(count)個のプロンプトに回答")
  }

  /// A question in each language with every activation kept, and a text drawn with temperature.
  private static func prompts(truth: Truth?, data: DatasetStage.Outcome) -> [Prompt] {
    let greedy = SamplingOptions(temperature: 0, topK: 0, topP: 1)
    let drawn = SamplingOptions(temperature: 0.9, topK: 0, topP: 0.95)
    return Language.allCases.flatMap { language -> [Prompt] in
      var prompts: [Prompt] = []
      let question =
        truth?.questions.first { $0.language == language && $0.phrasing == .heldOutPhrasing }
        ?? truth?.questions.first { $0.language == language }
      if let question {
        prompts.append(
          Prompt(
            id: language.rawValue, text: question.question, kind: .question, options: greedy,
            accepted: question.accepted, rightAnswer: question.answer, keepsActivations: true))
      }
      if let opening = data.openings.first(where: { $0.0 == language })?.1 {
        prompts.append(
          Prompt(
            id: question == nil ? language.rawValue : language.rawValue + ".drawn", text: opening,
            kind: .continuation, options: drawn, accepted: nil,
            keepsActivations: question == nil))
      }
      return prompts
    }
  }

  /// The last prompt of each language with other settings: a text to go on with where there is one, for
  /// which there is more than one good way.
  func compare(_ prompts: [Prompt], seed: UInt64) throws -> [ComparisonRecord] {
    let comparing = Comparing(assistant)
    return try Language.allCases.compactMap { language in
      let prepared = try prompts.compactMap { prompt in
        try comparing.assistant.prepare(prompt.text, kind: prompt.kind)
      }
      guard let last = prepared.last(where: { $0.language == language }) else { return nil }
      return try comparing.record(last, seed: seed, limit: 24)
    }
  }

  /// Records the answers in a run, which knows what is true where anybody does.
  @discardableResult
  func run(_ prompts: [Prompt], seed: UInt64, into run: inout Run) throws -> UsageRecord {
    var answers: [AnswerRecord] = []
    for prompt in prompts {
      // The truth's questions are in forms of the training text, and are judged as they stand.
      let prepared = try assistant.prepare(
        prompt.text, kind: prompt.kind, recasts: false,
        readsSpecial: prompt.readsSpecial, most: prompt.most)
      var settings = AnswerSettings(prompt.options, seed: seed, limit: prompt.limit)
      settings.hold = model.generation.hold
      let answer = try assistant.answer(prepared, settings)
      var record = AnswerRecord(
        answer, id: prompt.id, isRight: prompt.accepted.map { $0.contains(answer.text) },
        tokenizer: model.tokenizer)
      if prompt.keepsActivations {
        keepInside(
          of: &record, prompt: prepared, judged: try judged(prompt, record, prepared),
          into: &run)
      }
      answers.append(record)
    }
    let usage = UsageRecord(answers: answers)
    run[.usage] = usage
    return usage
  }

  /// Records what happens inside the model on the way to an answer: each part taken out in turn, and every
  /// activation.
  /// - Parameter judged: the answer's tokens whose probability is asked for.
  func keepInside(
    of record: inout AnswerRecord, prompt: PreparedPrompt, judged: [Int32], into run: inout Run
  ) {
    var damaged = DamagedAnswer(
      assistant, tokenizer: model.tokenizer, promptCount: prompt.tokens.count)
    record.knockouts = Knockouts(
      parameters: model.parameters, tokenizer: model.tokenizer, pool: pool
    ).record(prompt: prompt.tokens, answer: judged) { damaged.written(without: $0, $1) }
    damaged.mend()
    lookInside(&record, prompt: prompt.tokens, judged: judged, into: &run)
  }

  /// Keeps every activation of one pass over the prompt and the judged answer up to the token that is
  /// followed, so that what is said of that token is read where it is predicted.
  private func lookInside(
    _ record: inout AnswerRecord, prompt: [Int32], judged: [Int32], into run: inout Run
  ) {
    let place = run.exhibits(for: record.language).followedToken(of: record)
    let read = Array(judged.prefix(place ?? 0))
    let recorder = ActivationRecorder(
      parameters: model.parameters, positions: prompt.count + read.count, pool: pool)
    recorder.look(at: prompt + read)
    let prefix = "usage.\(record.id)."
    recorder.record(into: &run.tensors, prefix: prefix)
    record.hasActivations = true
    record.headLooks = recorder.headLooks()
    let lens = LayerGuesses(
      parameters: model.parameters, tokenizer: model.tokenizer, pool: pool,
      followed: place.map { judged[$0] } ?? record.choices.first?.chosen.id)
    record.layerGuesses = lens.guesses(recorder)
    record.middleGuesses = lens.middleGuesses(recorder)
    if let place,
      let head = record.knockouts.flatMap({ Exhibits.followedHead($0, at: place) })
    {
      record.followed = FollowedWay(
        parameters: model.parameters, tokenizer: model.tokenizer
      ).record(
        read: read, token: judged[place], layer: head.layer, head: head.head,
        language: record.language,
        guessed: record.partGuesses.flatMap { $0.guess.candidates.map(\.token.id) },
        prefix: prefix, into: &run.tensors)
    }
    if let token = record.followed?.token.id ?? record.choices.first?.chosen.id {
      record.origin = OriginRecord(
        of: token, after: record.readTokens.map(\.id), parameters: model.parameters,
        tokenizer: model.tokenizer,
        pool: pool, prefix: prefix, into: &run.tensors)
    }
    keepLogits(of: prompt.count - 1, in: &run.tensors, prefix: prefix)
  }

  /// The answer that is judged part by part: the right one in the model's own words where it is right,
  /// in those of the truth where it is not; where no truth is known the likeliest tokens.
  private func judged(
    _ prompt: Prompt, _ record: AnswerRecord, _ prepared: PreparedPrompt
  ) throws -> [Int32] {
    if record.isRight == false, let right = prompt.rightAnswer {
      return model.tokenizer.encode(right) + [SpecialToken.end.rawValue]
    }
    if prompt.options.temperature == 0 { return record.choices.map(\.chosen.id) }
    return try assistant.answer(
      prepared, options: SamplingOptions(temperature: 0, topK: 0, topP: 1), seed: 0,
      limit: Knockouts.limit
    ).choices.map(\.chosen)
  }

  /// Of the logits only those of the first choice are kept here; all others would be most of the file.
  private func keepLogits(of position: Int, in store: inout TensorStore, prefix: String) {
    guard let all = store[prefix + "logits"] else { return }
    let vocabulary = all.shape[1]
    let start = position * vocabulary
    store[prefix + "logits"] = RecordedTensor(
      shape: [vocabulary], values: Array(all.values[start..<start + vocabulary]))
  }
}
