import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// What is asked of both twins, and what they say.
struct TwinQuestions {
  /// A prompt with all that can follow it.
  struct Prompt {
    var kind: PromptKind
    var text: String
    var language: Language
    var isTaught: Bool
    var accepted: [String]
    /// What the answer begins with, and how it can go on.
    var prefix: String
    var options: [String]
  }

  let tokenizer: Tokenizer
  let pool: WorkerPool

  /// At most so many sentences are to be continued.
  static let sentenceLimit = 6

  /// All ways to ask for a fact.
  static func prompts(_ fact: ToldFact) -> [Prompt] {
    fact.questions.map {
      Prompt(
        kind: .question, text: $0.question, language: $0.language, isTaught: $0.isTaught,
        accepted: $0.accepted, prefix: $0.prefix, options: $0.options)
    }
  }

  /// The first sentences that hold a string somewhere behind their beginning, each up to it.
  static func prompts(_ string: String, _ sentences: [TwinRecord.Sentence]) -> [Prompt] {
    let prompts = sentences.compactMap { sentence -> Prompt? in
      guard let place = sentence.text.firstRange(of: string) else { return nil }
      let before = String(sentence.text[..<place.lowerBound])
      let gap = before.hasSuffix(" ") ? " " : ""
      let prefix = String(before.dropLast(gap.count))
      guard !prefix.isEmpty else { return nil }
      return Prompt(
        kind: .continuation, text: prefix, language: sentence.language, isTaught: true,
        accepted: [], prefix: prefix, options: [gap + string])
    }
    return Array(prompts.prefix(sentenceLimit))
  }

  /// What a model says to each prompt.
  func replies(_ prompts: [Prompt], _ parameters: Parameters) -> [TwinRecord.Reply] {
    let tokens = prompts.map {
      PromptForm(kind: $0.kind, language: $0.language).tokens(of: $0.text, tokenizer: tokenizer)
    }
    let written = GreedyAnswering.answers(to: tokens, parameters: parameters, pool: pool)
    let probabilities = probabilities(prompts, parameters)
    return zip(prompts, zip(written, probabilities)).map { prompt, reply in
      let answer = Self.trimmed(String(decoding: tokenizer.decode(reply.0), as: UTF8.self))
      return TwinRecord.Reply(
        answer: answer,
        isRight: prompt.kind == .question
          ? prompt.accepted.contains(answer)
          : answer.hasPrefix(Self.trimmed(prompt.options[0])),
        probabilities: reply.1)
    }
  }

  /// Without white space at its ends.
  private static func trimmed(_ text: String) -> String {
    let rest = text.drop { $0.isWhitespace }
    let end = rest.lastIndex { !$0.isWhitespace }
    return end.map { String(rest[...$0]) } ?? ""
  }

  /// Of each way to go on, by prompt.
  func probabilities(_ prompts: [Prompt], _ parameters: Parameters) -> [[Double]] {
    let reader = TextProbability(parameters: parameters, tokenizer: tokenizer, pool: pool)
    return prompts.map { prompt in
      let form = PromptForm(kind: prompt.kind, language: prompt.language)
      let opening =
        prompt.kind == .question
        ? form.tokens(of: prompt.text, tokenizer: tokenizer) : form.before.map(\.rawValue)
      return reader.probabilities(of: prompt.options, after: prompt.prefix, opening: opening)
    }
  }

  /// How a question stands to what was left out.
  static func group(
    _ question: TruthQuestion, _ fact: ToldFact?, _ omission: Omission
  ) -> TwinGroup {
    guard let fact else {
      let isAbout =
        omission.isTold(by: question.question) || question.accepted.contains(where: omission.isTold)
      return isAbout ? .about : .rest
    }
    if question.subject == fact.subject {
      return question.relation == fact.relation ? .about : .person
    }
    return question.relation == fact.relation && fact.fellows.contains(question.subject)
      ? .value : .rest
  }

  /// The questions asked of both, by how they stand to it.
  func groups(
    _ questions: [TruthQuestion], _ fact: ToldFact?, _ omission: Omission, whole: Parameters,
    twin: Parameters
  ) -> [TwinRecord.Group] {
    func right(_ parameters: Parameters) -> [Bool] {
      QuestionEvaluation(
        questions: questions, parameters: parameters, tokenizer: tokenizer, pool: pool
      ).results.map(\.isRight)
    }
    let (whole, twin) = (right(whole), right(twin))
    let kinds = questions.map { Self.group($0, fact, omission) }
    return TwinGroup.allCases.compactMap { kind in
      let places = questions.indices.filter { kinds[$0] == kind }
      guard !places.isEmpty else { return nil }
      return TwinRecord.Group(
        kind: kind, asked: places.count, whole: places.count { whole[$0] },
        twin: places.count { twin[$0] })
    }
  }
}
