import Dataset
import Inference
import Names
import Numerics
import RawData
import Tokenization
import Transformer

/// Asks a model the open exam and watches how sure it is of each answer.
public struct ExamEvaluation: Sendable, Equatable {
  public struct Result: Sendable, Equatable {
    public let question: ExamQuestion
    /// What the model wrote, without white space at its ends.
    public let answer: String
    /// The probability of each token that it wrote, the closing `<|end|>` included.
    public let probabilities: [Float]
    public var isRight: Bool { question.isRight(answer) }
  }

  /// In the order of the questions.
  public let results: [Result]

  /// Asks every question greedily.
  /// - Parameter limit: the most tokens that an answer may have.
  public init(
    questions: [ExamQuestion], parameters: Parameters, tokenizer: Tokenizer, limit: Int = 48,
    pool: WorkerPool
  ) {
    var results = [Result?](repeating: nil, count: questions.count)
    let workers = max(1, min(pool.threadCount, questions.count))
    let context = parameters.configuration.contextLength
    results.withUnsafeMutableBufferPointer { buffer in
      pool.runNested(workers) { worker, serial in
        let reader = Generator(parameters: parameters, pool: serial)
        for number in stride(from: worker, to: questions.count, by: workers) {
          let question = questions[number]
          let prompt = PromptForm(kind: .question, language: question.language)
            .tokens(of: question.question, tokenizer: tokenizer)
          var probabilities: [Float] = []
          let tokens = GreedyAnswering.answer(
            to: prompt, reader: reader, limit: limit, contextLength: context
          ) { logits, token in
            probabilities.append(
              Float(Portable.exp(-LogitSummary(logits, target: token).surprise)))
          }
          buffer[number] = Result(
            question: question,
            answer: trimmed(String(decoding: tokenizer.decode(tokens), as: UTF8.self)),
            probabilities: probabilities)
        }
      }
    }
    self.results = results.map { $0! }
  }
}
