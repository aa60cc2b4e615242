import Dataset
import Names
import Numerics
import Record
import Tokenization
import Training
import Transformer

/// Watches one real step of the training and writes down all of it: what the model expected of the
/// batch, the gradients of some weights, every term of AdamW for them, and what is expected afterwards.
///
/// It copies weights and moments after the step before and only reads, so that a run learns the same
/// with and without it.
final class StepWatcher {
  private struct Before {
    var parameters: Parameters
    var firstMoment: Parameters
    var secondMoment: Parameters
  }

  private let step: Int
  private let tokenizer: Tokenizer
  private let pool: WorkerPool
  private var before: Before?
  /// Nil until the step has been taken.
  private(set) var record: AlgorithmRecord?

  /// The step that is watched: the one after a tenth of the way, when gradients are no longer those of a
  /// model that knows nothing and not yet those of one that is seldom wrong.
  static func step(of total: Int) -> Int { max(1, total / 10) }

  /// - Parameters:
  ///   - step: counted from 1.
  ///   - record: what a training that is gone on with had seen of the step, if it had taken it.
  init(
    step: Int, trainer: Trainer, tokenizer: Tokenizer, pool: WorkerPool,
    record: AlgorithmRecord? = nil
  ) {
    precondition(step >= 1, "step \(step) is none")
    precondition(
      trainer.options.accumulation == 1 && trainer.options.dropout == 0,
      "a step of \(trainer.options.accumulation) batches and dropout \(trainer.options.dropout) has "
        + "no one batch whose loss could be computed again")
    self.step = step
    self.tokenizer = tokenizer
    self.pool = pool
    self.record = record
    precondition(
      record != nil || trainer.completedSteps < step,
      "step \(step) is watched from step \(trainer.completedSteps) on")
    if trainer.completedSteps == step - 1 { note(trainer) }
  }

  func look(at trainer: Trainer, _ report: StepReport) {
    if report.step == step - 1 { note(trainer) }
    if report.step == step { work(trainer, report) }
  }

  private func note(_ trainer: Trainer) {
    before = Before(
      parameters: copy(trainer.parameters), firstMoment: copy(trainer.optimizer.firstMoment),
      secondMoment: copy(trainer.optimizer.secondMoment))
  }

  private func copy(_ parameters: Parameters) -> Parameters {
    let copy = Parameters(configuration: parameters.configuration)
    copy.copy(from: parameters)
    return copy
  }

  private func work(_ trainer: Trainer, _ report: StepReport) {
    guard let before else { preconditionFailure("step \(step) came without the one before it") }
    let batch = trainer.lastBatch
    let texts = BatchTexts(batch, separator: trainer.separator)
    let (old, new) = (
      BatchReading(
        batch, separator: trainer.separator, parameters: before.parameters, pool: pool),
      BatchReading(
        batch, separator: trainer.separator, parameters: trainer.parameters, pool: pool)
    )
    let watched = watchedBatch(texts, old, new)
    let first = watched.mostSurprising()!
    let language = watched.texts[first.text].language
    // One for readers of each language.
    let second = watched.mostSurprising { $0 != nil && $0 != language }
    let examples = [first, second].compactMap { $0 }
    let places = weights(examples.map { texts.texts[$0.text].targets[$0.place] }, trainer)
    record = AlgorithmRecord(
      gradientChecks: Training.GradientCheck.check(
        places, parameters: before.parameters, gradients: trainer.model.gradients!, texts: texts,
        pool: pool
      ).map(AlgorithmRecord.GradientCheck.init),
      adamSteps: places.map { adamStep($0, before, trainer, report) },
      example: example(first, watched, texts, old, new),
      exampleInOtherLanguage: second.map { example($0, watched, texts, old, new) },
      batch: watched)
    self.before = nil
  }

  /// Weights whose gradients are checked and whose step is worked out: in the vector of each of the
  /// tokens, and in some other parts, always the one with the largest gradient.
  private func weights(_ tokens: [Int32], _ trainer: Trainer) -> [Training.GradientCheck.Place] {
    let (gradients, configuration) = (trainer.model.gradients!, trainer.parameters.configuration)
    let width = configuration.width
    return tokens.map { token in
      .steepest(
        in: configuration.outputTensor, Int(token) * width..<(Int(token) + 1) * width,
        of: gradients)
    }
      + [
        "h.0.attn.c_attn.weight", "h.\(configuration.layerCount - 1).mlp.c_proj.weight",
        "ln_f.weight",
      ].map { .steepest(in: $0, of: gradients) }
  }

  private func adamStep(
    _ place: Training.GradientCheck.Place, _ before: Before, _ trainer: Trainer,
    _ report: StepReport
  ) -> AlgorithmRecord.AdamStep {
    let options = trainer.options
    let tensor = trainer.parameters.tensors.first { $0.name == place.tensor }!
    let raw = trainer.model.gradients!.tensor(place.tensor)[place.index]
    let clipped = raw * report.clipFactor
    let terms = AdamWTerms(
      step: step, weight: Double(before.parameters.tensor(place.tensor)[place.index]),
      gradient: Double(clipped),
      firstMoment: Double(before.firstMoment.tensor(place.tensor)[place.index]),
      secondMoment: Double(before.secondMoment.tensor(place.tensor)[place.index]),
      learningRate: Double(report.learningRate), beta1: Double(options.beta1),
      beta2: Double(options.beta2), epsilon: Double(options.epsilon),
      weightDecay: AdamW.isDecayed(tensor) ? Double(options.weightDecay) : 0)
    return AlgorithmRecord.AdamStep(
      terms, parameter: place.tensor, index: place.index, rawGradient: Double(raw),
      clipFactor: Double(report.clipFactor))
  }

  private func watchedBatch(
    _ texts: BatchTexts, _ old: BatchReading, _ new: BatchReading
  ) -> AlgorithmRecord.WatchedBatch {
    let shown = texts.texts.map { text in
      AlgorithmRecord.WatchedBatch.Text(
        language: language(of: text.inputs),
        tokens: tokenizer.pieces(text.inputs + [text.targets[text.targets.count - 1]]),
        before: old.probabilities(of: text), after: new.probabilities(of: text))
    }
    func loss(_ probabilities: (AlgorithmRecord.WatchedBatch.Text) -> [Double]) -> Double {
      let surprises = shown.flatMap { probabilities($0).map { -Portable.log($0) } }
      return surprises.reduce(0, +) / Double(surprises.count)
    }
    return AlgorithmRecord.WatchedBatch(
      step: step, texts: shown, lossBefore: loss(\.before), lossAfter: loss(\.after))
  }

  /// By the tokens that name one; where a text begins in the middle of a document, by its characters. Nil
  /// where it is in both.
  private func language(of tokens: [Int32]) -> Language? {
    let isNamed = [Language.english, .japanese].map {
      tokens.contains(PromptForm.token(of: $0).rawValue)
    }
    switch (isNamed[0], isNamed[1]) {
    case (true, true): return nil
    case (true, false): return .english
    case (false, true): return .japanese
    case (false, false):
      let text = String(decoding: tokens.flatMap { tokenizer.bytes(of: $0) }, as: UTF8.self)
      return LanguageDetector.shared.scores(text).japaneseShare < 0.5 ? .english : .japanese
    }
  }

  private func example(
    _ place: AlgorithmRecord.WatchedBatch.Place, _ watched: AlgorithmRecord.WatchedBatch,
    _ texts: BatchTexts, _ old: BatchReading, _ new: BatchReading
  ) -> AlgorithmRecord.LossExample {
    let (text, shown) = (texts.texts[place.text], watched.texts[place.text])
    let candidates = Distribution.candidates(
      old.logits(text, place.place), count: 8, tokenizer: tokenizer)
    let after = Distribution.softmax(new.logits(text, place.place))
    let probability = shown.before[place.place]
    return AlgorithmRecord.LossExample(
      context: Array(shown.tokens[...place.place]), target: shown.tokens[place.place + 1],
      candidates: candidates, targetProbability: probability, loss: -Portable.log(probability),
      language: shown.language, text: place.text, place: place.place,
      candidatesAfter: candidates.map { after[Int($0.token.id)] },
      targetProbabilityAfter: shown.after[place.place],
      lossAfter: -Portable.log(shown.after[place.place]))
  }
}
