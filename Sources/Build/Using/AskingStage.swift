import Inference
import ModelFile
import Names
import Numerics
import RawData
import Record
import Usage

/// U1 and U2: requests in many wordings, each asked as it was typed and as it is recast.
struct AskingStage {
  let assistant: Assistant
  let seed: UInt64

  private static let greedy = SamplingOptions(temperature: 0, topK: 0, topP: 1)
  /// Of the people each so many-th is asked about.
  private static let stride = 4
  private static let limit = 40

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let stage = AskingStage(
      assistant: Assistant(model: bench.savedModel, pool: bench.pool), seed: bench.settings.seed)
    let record = AskingRecord(
      requests: try stage.requests(bench.truth, openings: bench.data.openings),
      sentences: AskingSamples.sentences.map { tongue, text in
        let scores = LanguageScores(text)
        return AskingRecord.Sentence(
          text: text, tongue: tongue, english: scores.english, japanese: scores.japanese,
          neither: scores.neither)
      },
      translations: try stage.translations(bench.truth))
    bench.run[.asking] = record
    let count = record.requests.count
    return LocalizedText(en: "\(count) ways to ask", ja: "\(count)通りの聞き方")
  }

  // MARK: Requests

  private func requests(
    _ truth: Truth?, openings: [(Language, String)]
  ) throws -> [AskingRecord.RequestRecord] {
    var requests: [AskingRecord.RequestRecord] = []
    for language in Language.allCases {
      for sample in AskingSamples.requests(language) {
        if let request = try request(sample, language, truth) { requests.append(request) }
      }
      if let opening = openings.first(where: { $0.0 == language })?.1 {
        for text in [opening, AskingSamples.instruction(language) + opening] {
          requests.append(
            try record(
              language, text, try answers(to: text), asked: 0, rightAsTyped: 0, right: 0))
        }
      }
    }
    return requests
  }

  /// One wording, asked about several people; nil where the world knows nothing of the kind.
  private func request(
    _ sample: AskingSamples.Request, _ language: Language, _ truth: Truth?
  ) throws -> AskingRecord.RequestRecord? {
    let facts = facts(truth, language, sample.relation)
    guard let first = facts.first else { return nil }
    var (rightAsTyped, right) = (0, 0)
    for fact in facts {
      let (asTyped, recast) = try answers(to: sample.text(fact.name))
      rightAsTyped += fact.accepted.contains(asTyped.text) ? 1 : 0
      right += fact.accepted.contains(recast.text) ? 1 : 0
    }
    let text = sample.text(first.name)
    return try record(
      language, text, try answers(to: text), asked: facts.count, rightAsTyped: rightAsTyped,
      right: right)
  }

  private func record(
    _ language: Language, _ text: String, _ answers: (asTyped: Answer, recast: Answer), asked: Int,
    rightAsTyped: Int, right: Int
  ) throws -> AskingRecord.RequestRecord {
    let prompt = answers.recast.prompt
    let given = prompt.steps.first { $0.name == .recast }
    return AskingRecord.RequestRecord(
      language: language, text: text, kind: prompt.kind, sign: prompt.sign,
      recast: given?.after ?? text, answerAsTyped: answers.asTyped.text,
      answer: answers.recast.text, asked: asked, rightAsTyped: rightAsTyped, right: right)
  }

  /// With the same kind: to the text as it was typed, and to what it is recast to.
  private func answers(to text: String) throws -> (asTyped: Answer, recast: Answer) {
    let recast = try assistant.answer(
      try assistant.prepare(text), options: Self.greedy, seed: seed, limit: Self.limit,
      candidateCount: 1)
    let asTyped = try assistant.answer(
      try assistant.prepare(text, recasts: false), options: Self.greedy, seed: seed,
      limit: Self.limit, candidateCount: 1)
    return (asTyped, recast)
  }

  private struct Fact {
    var subject: String
    var name: String
    var question: String
    var accepted: [String]
  }

  /// Every fourth fact of a relation that training asks about, with the person's name in the language.
  private func facts(_ truth: Truth?, _ language: Language, _ relation: String) -> [Fact] {
    let own = (truth?.questions ?? []).filter {
      $0.language == language && $0.relation == relation && $0.phrasing == .seen
    }
    return own.enumerated().compactMap { place, question in
      guard place % Self.stride == 0 else { return nil }
      let name =
        language.writing.separatesWords
        ? question.subject : Self.name(in: question.question) ?? question.subject
      return Fact(
        subject: question.subject, name: name, question: question.question,
        accepted: question.accepted)
    }
  }

  /// The name before さん.
  private static func name(in question: String) -> String? {
    question.firstRange(of: "さん").map { String(question[..<$0.lowerBound]) }
  }

  // MARK: Translations

  private func translations(_ truth: Truth?) throws -> [AskingRecord.Translation] {
    guard let truth else { return [] }
    var relations: [String] = []
    for question in truth.questions where !relations.contains(question.relation) {
      relations.append(question.relation)
    }
    return try Language.allCases.compactMap { language in
      var record: AskingRecord.Translation?
      for relation in relations {
        let others = facts(truth, language.other, relation)
        for fact in facts(truth, language, relation) {
          guard let accepted = others.first(where: { $0.subject == fact.subject })?.accepted
          else { continue }
          let answer = try assistant.answer(
            try assistant.prepare(fact.question, kind: .question, language: language),
            options: Self.greedy, seed: seed, limit: Self.limit, candidateCount: 1)
          guard fact.accepted.contains(answer.text),
            let translated = try assistant.translate(
              answer, to: language.other, limit: Self.limit)
          else { continue }
          let text = translated.map(\.text)
            .joined(separator: language.other.writing.sentenceGap)
          var current =
            record
            ?? AskingRecord.Translation(
              from: language, source: answer.text, text: text, asked: 0, right: 0)
          current.asked += 1
          current.right += accepted.contains(text) ? 1 : 0
          record = current
        }
      }
      return record
    }
  }
}
