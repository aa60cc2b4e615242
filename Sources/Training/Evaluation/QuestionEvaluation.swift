import Dataset
import Inference
import Names
import Numerics
import RawData
import Tokenization
import Transformer

/// Asks a model questions whose right answers are known.
public struct QuestionEvaluation: Sendable, Equatable, Codable {
  public struct Result: Sendable, Equatable, Codable {
    public let question: String
    public let language: Language
    public let phrasing: QuestionPhrasing
    /// All answers that count as right.
    public let accepted: [String]
    /// What the model wrote, without white space at its ends.
    public let answer: String
    public var isRight: Bool { accepted.contains(answer) }
  }

  public struct Score: Sendable, Equatable, Codable {
    public let language: Language
    public let phrasing: QuestionPhrasing
    public let right: Int
    public let asked: Int
    /// Share of right answers; 0 when nothing was asked.
    public var share: Double { asked == 0 ? 0 : Double(right) / Double(asked) }
  }

  /// In the order of the questions.
  public let results: [Result]

  /// Asks every question greedily.
  public init(
    questions: [TruthQuestion], parameters: Parameters, tokenizer: Tokenizer, pool: WorkerPool
  ) {
    self.init(
      questions: questions, contextLength: parameters.configuration.contextLength,
      tokenizer: tokenizer, pool: pool
    ) { Generator(parameters: parameters, pool: $0) }
  }

  /// Asks any program that reads tokens.
  /// - Parameter reader: makes a worker's reader, which runs on the pool that it is handed.
  public init(
    questions: [TruthQuestion], contextLength: Int, tokenizer: Tokenizer, pool: WorkerPool,
    reader: (WorkerPool) -> some TokenReader
  ) {
    let prompts = questions.map {
      PromptForm(kind: .question, language: $0.language)
        .tokens(of: $0.question, tokenizer: tokenizer)
    }
    let answers = GreedyAnswering.answers(
      to: prompts, contextLength: contextLength, pool: pool, reader: reader)
    results = zip(questions, answers).map { question, answer in
      Result(
        question: question.question, language: question.language, phrasing: question.phrasing,
        accepted: question.accepted,
        answer: trimmed(String(decoding: tokenizer.decode(answer), as: UTF8.self)))
    }
  }

  /// Right answers by language and phrasing, in the order of their cases; combinations that nobody
  /// asked are left out.
  public var scores: [Score] {
    Language.allCases.flatMap { language in
      QuestionPhrasing.allCases.compactMap { phrasing -> Score? in
        let some = results.filter { $0.language == language && $0.phrasing == phrasing }
        guard !some.isEmpty else { return nil }
        return Score(
          language: language, phrasing: phrasing, right: some.filter(\.isRight).count,
          asked: some.count)
      }
    }
  }
}

/// The text without white space (the full-width space too) at its ends.
package func trimmed(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  var result = String.UnicodeScalarView()
  result.append(contentsOf: scalars[first...last])
  return String(result)
}
