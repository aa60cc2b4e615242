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
    let prompt = answer.prompt
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
      temperature: Double(answer.options.temperature),
      topK: answer.options.topK,
      topP: Double(answer.options.topP),
      seed: answer.seed,
      choices: answer.choices.map {
        ChoiceRecord($0, isGreedy: answer.options.temperature == 0, tokenizer: tokenizer)
      },
      rawText: answer.rawText,
      postprocessing: answer.edits.map {
        PostprocessingEdit(rule: $0.rule, before: $0.before, after: $0.after)
      },
      text: answer.text,
      isRight: isRight,
      hasActivations: false,
      layerGuesses: [])
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
      start: isGreedy ? nil : Double(choice.start),
      chosen: tokenizer.piece(choice.chosen),
      entropy: Double(choice.entropy))
  }
}

extension CandidateRecord {
  init(_ candidate: Candidate, tokenizer: Tokenizer) {
    self.init(
      token: tokenizer.piece(candidate.id),
      logit: Double(candidate.logit),
      probability: Double(candidate.probability),
      adjusted: Double(candidate.adjusted),
      isKept: candidate.isKept)
  }
}
