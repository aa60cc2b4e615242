import Dataset
import Inference
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// Judges one smaller model after another in the same way: validation documents, questions, counts.
///
/// Quantized models are judged by the program that multiplies their whole numbers.
struct ShrinkJudge {
  struct Judged {
    var variant: ShrinkingRecord.Variant
    /// Validation tokens that were predicted.
    var tokens: Int
    /// To the questions in their order, or what follows the openings where there are none.
    var answers: [String]
  }

  let split: DatasetSplit
  let tokenizer: Tokenizer
  let questions: [TruthQuestion]
  let openings: [(Language, String)]
  let pool: WorkerPool

  func judge(_ parameters: Parameters, kind: ShrinkingMethod, percent: Int? = nil) -> Judged {
    let documents = split.validation
    let evaluation = DocumentEvaluation(documents, parameters: parameters, pool: pool)
    let count = parameters.configuration.parameterCount
    let multiplied = Self.multiplications(parameters.configuration)
    let zeros = percent == nil ? 0 : MagnitudePruning.zeroCount(parameters)
    return judged(
      evaluation, context: parameters.configuration.contextLength,
      ShrinkingRecord.Variant(
        kind: kind, prunedPercent: percent, bits: 32, parameterCount: count, zeroCount: zeros,
        byteCount: percent == nil ? count * 4 : MagnitudePruning.byteCount(parameters),
        loss: 0, questions: [], multiplications: multiplied, bytesPerToken: 4 * multiplied)
    ) { Generator(parameters: parameters, pool: $0) }
  }

  func judge(_ model: QuantizedModel) -> Judged {
    let (documents, configuration) = (split.validation, model.configuration)
    let evaluation = DocumentEvaluation(
      documents: documents.map(\.tokens), byteCount: documents.reduce(0) { $0 + $1.byteCount },
      context: configuration.contextLength, pool: pool
    ) { QuantizedGenerator(model, pool: $0) }
    return judged(
      evaluation, context: configuration.contextLength,
      ShrinkingRecord.Variant(
        kind: .quantized, bits: model.precision.rawValue,
        parameterCount: configuration.parameterCount, zeroCount: 0, byteCount: model.byteCount,
        loss: 0, questions: [], multiplications: Self.multiplications(configuration),
        bytesPerToken: model.matrices.values.reduce(0) { $0 + $1.byteCount })
    ) { QuantizedGenerator(model, pool: $0) }
  }

  /// Weights of the matrices, each of which is multiplied once for every token: those of the blocks
  /// and the table of tokens as output.
  static func multiplications(_ configuration: Configuration) -> Int {
    let width = configuration.width
    return configuration.layerCount * 12 * width * width + configuration.vocabularySize * width
  }

  private func judged(
    _ evaluation: DocumentEvaluation, context: Int, _ variant: ShrinkingRecord.Variant,
    reader: (WorkerPool) -> some TokenReader
  ) -> Judged {
    var variant = variant
    variant.loss = fourDecimals(evaluation.loss)
    guard !questions.isEmpty else {
      return Judged(
        variant: variant, tokens: evaluation.tokens, answers: continuations(context, reader))
    }
    let results = QuestionEvaluation(
      questions: questions, contextLength: context, tokenizer: tokenizer, pool: pool,
      reader: reader
    ).results
    variant.questions = Language.allCases.map { language in
      let some = results.filter { $0.language == language }
      return ShrinkingRecord.QuestionCount(
        language: language, right: some.filter(\.isRight).count, asked: some.count)
    }
    return Judged(
      variant: variant, tokens: evaluation.tokens, answers: results.map(\.answer))
  }

  /// How a model goes on with text of the user's own.
  private func continuations(
    _ context: Int, _ reader: (WorkerPool) -> some TokenReader
  ) -> [String] {
    let prompts = openings.map { language, text in
      PromptForm(kind: .continuation, language: language).tokens(of: text, tokenizer: tokenizer)
    }
    return GreedyAnswering.answers(
      to: prompts, contextLength: context, limit: 24, pool: pool, reader: reader
    ).map { String(decoding: tokenizer.decode($0), as: UTF8.self) }
  }

  /// In each language the first question and the two that the variants answer most differently.
  func prompts(_ judged: [Judged]) -> [ShrinkingRecord.SamePrompt] {
    func prompt(_ index: Int, _ language: Language, _ text: String, _ accepted: [String])
      -> ShrinkingRecord.SamePrompt
    {
      ShrinkingRecord.SamePrompt(
        language: language, prompt: text, accepted: accepted,
        answers: judged.map { String($0.answers[index].prefix(80)) })
    }
    guard !questions.isEmpty else {
      return openings.enumerated().map { prompt($0.offset, $0.element.0, $0.element.1, []) }
    }
    return Language.allCases.flatMap { language -> [ShrinkingRecord.SamePrompt] in
      let own = questions.indices.filter { questions[$0].language == language }
      let varied = own.dropFirst().map { index in
        (index: index, count: Set(judged.map { $0.answers[index] }).count)
      }.sorted { ($1.count, $0.index) < ($0.count, $1.index) }.prefix(2).map(\.index).sorted()
      return (own.prefix(1) + varied).map {
        prompt($0, language, questions[$0].question, questions[$0].accepted)
      }
    }
  }
}
