import Dataset
import Names
import Numerics
import RawData
import Record
import Tokenization
import Training
import Transformer

/// L5c: judges the trained model on documents that it has never seen, once.
struct EvaluationStage {
  let parameters: Parameters
  let tokenizer: Tokenizer
  let split: DatasetSplit
  let corpus: GeneratedCorpus?
  let questionLimit: Int
  /// Tokens on which n-grams are counted; nil for all of them. Their tables lie in memory and grow with the text.
  var countingLimit: Int? = nil
  /// Of the parameters before the first step.
  let seed: UInt64
  let pool: WorkerPool

  static func run(_ bench: Workbench) -> LocalizedText {
    let learned = bench.learned!
    let evaluation = EvaluationStage(
      parameters: learned.parameters, tokenizer: bench.tokenizer, split: bench.data.split,
      corpus: bench.material.corpus, questionLimit: bench.settings.questionLimit,
      countingLimit: bench.material.corpus == nil ? 4 << 20 : nil, seed: bench.settings.seed,
      pool: bench.pool
    ).run()
    bench.run[.evaluation] = evaluation
    let loss = rounded(evaluation.loss)
    return LocalizedText(
      en: "test loss \(loss) nats per token", ja: "テストの損失は1トークンあたり\(loss)ナット")
  }

  func run() -> EvaluationRecord {
    let test = DocumentEvaluation(split.test, parameters: parameters, pool: pool)
    let untrained = Parameters(configuration: parameters.configuration)
    untrained.initialize(seed: seed)
    let counted = Self.counted(split.training, limit: countingLimit)
    let baselines = BaselineEvaluation.evaluate(
      training: counted.documents, test: split.test.map(\.tokens),
      byteCount: test.bytes, vocabularySize: tokenizer.vocabularySize, pool: pool)
    let questions = QuestionEvaluation(
      questions: Self.chosen(corpus?.truth.questions ?? [], limit: questionLimit),
      parameters: parameters, tokenizer: tokenizer, pool: pool)
    var record = EvaluationRecord(
      tokens: test.tokens, bytes: test.bytes, loss: test.loss, lossPerByte: test.lossPerByte,
      perplexity: test.perplexity, accuracy: test.accuracy,
      parts: [
        loss(.training, Self.sample(of: split)), loss(.validation, split.validation),
        EvaluationRecord.PartLoss(.test, documents: split.test.count, test),
      ],
      untrained: EvaluationRecord.PartLoss(
        .test, documents: split.test.count,
        DocumentEvaluation(split.test, parameters: untrained, pool: pool)),
      baselines: baselines.map {
        EvaluationRecord.Baseline(order: $0.order, loss: $0.loss, lossPerByte: $0.lossPerByte)
      },
      floorPerByte: floor(bytes: test.bytes), floorShares: floorShares() ?? [],
      questionScores: questions.scores.map {
        EvaluationRecord.QuestionScore(
          language: $0.language, phrasing: $0.phrasing, right: $0.right, asked: $0.asked)
      },
      calibration: CalibrationRecord(test.calibration),
      divergence: DivergenceRecord(
        ProbeEvaluation(
          probes: corpus?.truth.probes ?? [], parameters: parameters, tokenizer: tokenizer,
          pool: pool)),
      questions: shown(questions.results).map {
        EvaluationRecord.QuestionResult(
          language: $0.language, phrasing: $0.phrasing, question: $0.question,
          expected: $0.accepted, answer: $0.answer, isRight: $0.isRight)
      })
    record.countedTokens = counted.tokens
    return record
  }

  /// Documents spread evenly over all, up to so many tokens, and how many tokens they have; nil where
  /// that is all there is.
  static func counted(
    _ documents: [TokenizedDocument], limit: Int?
  ) -> (documents: [[Int32]], tokens: Int?) {
    let total = documents.reduce(0) { $0 + $1.tokenCount }
    guard let limit, total > limit else { return (documents.map(\.tokens), nil) }
    var chosen: [[Int32]] = []
    var left = limit
    for place in stride(from: 0, to: documents.count, by: (total + limit - 1) / limit) {
      let tokens = documents[place].tokens(0..<min(left, documents[place].tokenCount))
      guard !tokens.isEmpty else { break }
      chosen.append(tokens)
      left -= tokens.count
    }
    return (chosen, limit - left)
  }

  private func loss(_ part: Split, _ documents: [TokenizedDocument]) -> EvaluationRecord.PartLoss {
    EvaluationRecord.PartLoss(
      part, documents: documents.count,
      DocumentEvaluation(documents, parameters: parameters, pool: pool))
  }

  /// Whole training documents, as many as there are for validation, spread evenly: all of them would take
  /// nearly as long as an epoch of learning.
  static func sample(of split: DatasetSplit) -> [TokenizedDocument] {
    let count = min(split.training.count, split.validation.count)
    return (0..<count).map { split.training[$0 * split.training.count / count] }
  }

  /// Of each language and kind at most 24 results, wrong ones first: the scores count all of them.
  private func shown(_ results: [QuestionEvaluation.Result]) -> [QuestionEvaluation.Result] {
    Language.allCases.flatMap { language in
      QuestionPhrasing.allCases.flatMap { phrasing in
        let some = results.filter { $0.language == language && $0.phrasing == phrasing }
        let wrong = some.filter { !$0.isRight }.prefix(12)
        return wrong + some.filter(\.isRight).prefix(24 - wrong.count)
      }
    }
  }

  /// The same over all documents, nats per byte.
  private func floor(bytes: Int) -> Double? {
    guard let corpus, bytes > 0 else { return nil }
    var nats = 0.0
    for document in split.test {
      guard let surprisal = corpus.surprisal[document.id] else { return nil }
      nats += surprisal
    }
    return nats / Double(bytes)
  }

  /// The surprise of the test documents by the world's own probabilities, by kind and language: over all of
  /// them no model can do better but by luck. Nil where it is not known.
  private func floorShares() -> [EvaluationRecord.FloorShare]? {
    guard let corpus else { return nil }
    var shares: [EvaluationRecord.FloorShare] = []
    for kind in DocumentKind.allCases {
      for language in Language.allCases {
        let own = split.test.filter { $0.kind == kind && $0.language == language }
        guard !own.isEmpty else { continue }
        var nats = 0.0
        for document in own {
          guard let surprisal = corpus.surprisal[document.id] else { return nil }
          nats += surprisal
        }
        shares.append(
          EvaluationRecord.FloorShare(
            kind: kind, language: language, bytes: own.reduce(0) { $0 + $1.byteCount }, nats: nats))
      }
    }
    return shares
  }

  /// At most `limit` of each language and kind, spread evenly over all of them.
  static func chosen(_ questions: [TruthQuestion], limit: Int) -> [TruthQuestion] {
    chosenPlaces(questions, limit: limit).map { questions[$0] }
  }

  /// Where those stand among all questions.
  static func chosenPlaces(_ questions: [TruthQuestion], limit: Int) -> [Int] {
    Language.allCases.flatMap { language in
      QuestionPhrasing.allCases.flatMap { phrasing in
        let all = questions.indices.filter {
          questions[$0].language == language && questions[$0].phrasing == phrasing
        }
        guard all.count > limit else { return all }
        return (0..<limit).map { all[$0 * all.count / limit] }
      }
    }
  }
}

extension DocumentEvaluation {
  /// How well parameters predict whole documents: the one measure of all losses that are compared.
  init(_ documents: [TokenizedDocument], parameters: Parameters, pool: WorkerPool) {
    self.init(
      parameters: parameters, documents: documents.map(\.tokens),
      byteCount: documents.reduce(0) { $0 + $1.byteCount }, pool: pool)
  }
}

extension EvaluationRecord.PartLoss {
  fileprivate init(_ part: Split, documents: Int, _ evaluation: DocumentEvaluation) {
    self.init(
      part: part, documents: documents, tokens: evaluation.tokens, bytes: evaluation.bytes,
      loss: evaluation.loss, lossPerByte: evaluation.lossPerByte)
  }
}
