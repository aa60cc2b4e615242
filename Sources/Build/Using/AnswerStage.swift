import Inference
import Names
import Record
import Tokenization
import Usage

extension AnswerRecord {
  /// Records an answer.
  /// - Parameters:
  ///   - id: short and stable; tensors of the answer begin with `usage.{id}.`.
  ///   - isRight: by the truth, where it is known.
  public init(_ answer: Answer, id: String, isRight: Bool? = nil, tokenizer: Tokenizer) {
    let (prompt, options) = (answer.prompt, answer.options)
    self.init(
      id: id,
      kind: prompt.kind,
      prompt: prompt.original,
      preprocessing: prompt.steps.map {
        PreprocessingStep(name: $0.name, before: $0.before, after: $0.after)
      },
      language: prompt.language,
      languageScores: prompt.languageScores.map {
        LanguageValue(language: $0.language, value: $0.score)
      },
      neitherScore: prompt.scores.neither,
      sign: prompt.sign,
      tokens: tokenizer.pieces(prompt.tokens),
      temperature: shortest(options.temperature),
      topK: options.topK,
      topP: shortest(options.topP),
      seed: answer.seed,
      choices: answer.choices.map {
        ChoiceRecord($0, isGreedy: options.temperature == 0, tokenizer: tokenizer)
      },
      rawText: answer.rawText,
      postprocessing: answer.edits.map {
        PostprocessingEdit(
          rule: $0.rule, before: $0.before, after: $0.after,
          terms: $0.terms.isEmpty ? nil : $0.terms)
      },
      text: answer.text,
      isRight: isRight,
      hasActivations: false,
      layerGuesses: [],
      minP: options.minP > 0 ? Double(options.minP) : nil,
      repetitionPenalty: options.repetitionPenalty != 1 ? Double(options.repetitionPenalty) : nil,
      stopStrings: answer.settings.stopStrings.isEmpty ? nil : answer.settings.stopStrings,
      finish: answer.finish,
      hold: answer.hold.map {
        HoldRecord(
          threshold: $0.rule.threshold, tokenCount: $0.rule.tokenCount,
          confidence: $0.confidence, isHeld: $0.isHeld)
      })
  }
}

extension TranslationRecord {
  /// Records an answer that was translated sentence by sentence.
  public init(_ answers: [Answer], to language: Language, tokenizer: Tokenizer) {
    self.init(
      language: language,
      sentences: answers.map { answer in
        Sentence(
          source: answer.prompt.original, tokens: tokenizer.pieces(answer.prompt.tokens),
          text: answer.text,
          probability: answer.choices.reduce(1) { product, choice in
            product
              * Double(
                choice.candidates.first { $0.id == choice.chosen }?.probability ?? 0)
          })
      },
      text: answers.map(\.text).joined(separator: language.writing.sentenceGap))
  }
}

extension ChoiceRecord {
  init(_ choice: Choice, isGreedy: Bool, tokenizer: Tokenizer) {
    self.init(
      candidates: choice.candidates.map { CandidateRecord($0, tokenizer: tokenizer) },
      keptCount: choice.keptCount,
      draw: isGreedy ? nil : Double(choice.draw),
      start: isGreedy || choice.isForced ? nil : Double(choice.start),
      chosen: tokenizer.piece(choice.chosen),
      entropy: Double(choice.entropy),
      keptShare: Double(choice.keptShare),
      isForked: choice.isForced ? true : nil)
  }
}

extension CandidateRecord {
  init(_ candidate: Candidate, tokenizer: Tokenizer) {
    self.init(
      token: tokenizer.piece(candidate.id),
      logit: Double(candidate.logit),
      probability: Double(candidate.probability),
      adjusted: Double(candidate.adjusted),
      isKept: candidate.isKept,
      scaled: Double(candidate.scaled),
      cut: candidate.cut.map { SamplingFilter($0) })
  }
}

extension SamplingFilter {
  fileprivate init(_ reason: CutReason) {
    self =
      switch reason {
      case .greedy: .greedy
      case .topK: .topK
      case .topP: .topP
      case .minP: .minP
      }
  }
}
