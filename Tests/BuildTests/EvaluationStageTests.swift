import Dataset
import Names
import Numerics
import Record
import Testing
import Training

@testable import Build
@testable import RawData

/// The exam of a model that has learned nothing, on documents whose surprise is made up.
@Suite struct EvaluationStageTests {
  private let text: PartedText
  private let split: DatasetSplit
  private let record: EvaluationRecord
  private let questions: [TruthQuestion]

  init() throws {
    text = try PartedText()
    split = text.data().split
    questions = (0..<5).map { number in
      TruthQuestion(
        question: "Where is boat \(number)?", answer: "At pier \(number).",
        accepted: ["At pier \(number)."], language: .english, phrasing: .heldOutPhrasing,
        relation: "place", subject: "boat \(number)")
    }
    var corpus = GeneratedCorpus(
      truth: Truth(questions: questions, probes: [], entropy: SourceEntropy(shares: [])))
    // Of other parts there is much more surprise.
    for part in Split.allCases {
      for (number, document) in split[part].enumerated() {
        corpus.surprisal[document.id] = part == .test ? Double(number + 1) : 1000
      }
    }
    record = EvaluationStage(
      parameters: text.parameters(), tokenizer: text.tokenizer, split: split, corpus: corpus,
      questionLimit: 2, seed: 11, pool: text.pool
    ).run()
  }

  @Test func theFloorIsTheSurpriseOfTheTestOverItsBytes() throws {
    let count = split.test.count
    let nats = Double(count * (count + 1) / 2)
    let bytes = split.test.reduce(0) { $0 + $1.byteCount }
    #expect(record.floorPerByte == nats / Double(bytes))
    #expect(record.floorShares.map(\.nats) == [nats] && record.floorShares.map(\.bytes) == [bytes])
    #expect(record.floorShares.first?.kind == .story)
  }

  @Test func nGramsOfALargeTextAreCountedOnDocumentsSpreadEvenly() {
    let documents = (0..<10).map {
      TokenizedDocument(
        id: "\($0)", kind: .story, language: .english,
        tokens: [Int32](repeating: Int32($0), count: 6), byteCount: 6, group: $0)
    }
    for limit in [nil, 60] {
      let all = EvaluationStage.counted(documents, limit: limit)
      #expect(all.documents == documents.map(\.tokens) && all.tokens == nil)
    }
    let third = EvaluationStage.counted(documents, limit: 20)
    #expect(
      third.documents.map { [Int($0[0]), $0.count] } == [[0, 6], [3, 6], [6, 6], [9, 2]])
    #expect(third.tokens == 20)
    let one = EvaluationStage.counted(Array(documents.prefix(1)), limit: 4)
    #expect(one.documents == [[0, 0, 0, 0]] && one.tokens == 4)
  }

  @Test func aRecordSaysWhenNGramsHaveReadAPart() {
    func made(limit: Int?) -> EvaluationRecord {
      EvaluationStage(
        parameters: text.parameters(), tokenizer: text.tokenizer, split: split, corpus: nil,
        questionLimit: 2, countingLimit: limit, seed: 11, pool: text.pool
      ).run()
    }
    #expect(record.countedTokens == nil)
    let part = made(limit: 100)
    #expect(part.countedTokens == 100)
    #expect(part.baselines.map(\.loss) != made(limit: nil).baselines.map(\.loss))
  }

  @Test func questionsAreSpreadOverAll() {
    #expect(record.questionScores.map(\.asked) == [2] && record.questionScores[0].right == 0)
    #expect(record.questionScores.map(\.phrasing) == [.heldOutPhrasing])
    #expect(record.questions.map(\.question) == [questions[0].question, questions[2].question])
    for result in record.questions {
      let own = questions.first { $0.question == result.question }
      #expect(result.expected == own?.accepted && !result.isRight)
    }
  }

  @Test func theUntrainedModelIsJudgedOnTheSameTest() {
    let fresh = text.parameters(seed: 11)
    let test = DocumentEvaluation(split.test, parameters: fresh, pool: text.pool)
    #expect(record.untrained.loss == test.loss && record.untrained.part == .test)
    let own = DocumentEvaluation(split.test, parameters: text.parameters(), pool: text.pool)
    #expect(record.loss == own.loss && record.tokens == own.tokens && record.bytes == own.bytes)
    #expect(record.lossPerByte == own.lossPerByte && record.perplexity == own.perplexity)
    #expect(record.accuracy == own.accuracy && own.loss != test.loss)
    #expect(record.parts.map(\.part) == Split.allCases)
    #expect(Set(record.parts.map(\.loss)).count == 3, "none could be taken for another")
  }
}
