import Dataset
import Feedback
import Files
import Foundation
import Inference
import Names
import Numerics
import RawData
import Record
import SampleRuns
import Testing
import Tokenization
import Transformer

@testable import Build
@testable import Training

@Suite struct GateFileTests {
  private func read(_ text: String) throws -> ImprovementRecord.Gate {
    let path = NSTemporaryDirectory() + "gate-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try GateFile.read(path)
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try read(GateFile.text(.usual)) == .usual)
    #expect(try read(GateFile.text(ImprovementSample.record.gate)) == ImprovementSample.record.gate)
  }

  @Test(
    arguments: [
      ("{\n \"clauses\": [\n  {\"measure\": \"others\"\n}", 4),
      ("{}", 1), ("{\"clauses\": []}", 1), ("[1]", 1),
      ("{\"clauses\": [\n {\"measure\": \"others\", \"may_lose\": 0.1},\n {\"may_lose\": 1}]}", 3),
      ("{\"clauses\": [\n\n {\"measure\": \"others}{\", \"may_lose\": 0.1}]}", 3),
      ("{\"clauses\": [{\"measure\": \"others\",\n \"may_lose\": 0.1, \"at_least\": 1}]}", 1),
      ("{\"clauses\": [{\"measure\": \"others\"}]}", 1),
      ("{\"clauses\": [{\"measure\": \"others\", \"may_lose\": 2}]}", 1),
      ("{\"clauses\": [{\"measure\": \"others\", \"may_lose\": \"1\"}]}", 1),
      ("{\"clauses\": [{\"measure\": \"others\", \"may_loose\": 0.1}]}", 1),
      ("{\"clauses\": [{\"measure\": \"others\", \"story\": \"x\", \"may_lose\": 0.1}]}", 1),
      ("{\"clauses\": [{\"measure\": \"test-loss\", \"at_least\": 0.1}]}", 1),
    ])
  func aBadOneIsRefusedWithItsLine(text: String, line: Int) {
    let error = #expect(throws: FileError.self) { try read(text) }
    #expect(error?.kind == .malformed && error?.line == line, "\(error?.description ?? "")")
    #expect(error?.description.contains("may_lose") == true)
  }
}

@Suite struct ImproverTests {
  private let text: PartedText
  init() throws { text = try PartedText() }

  private let examples = [
    CorrectionExample(kind: .question, language: .english, prompt: "Who?", answer: "Ben."),
    CorrectionExample(kind: .question, language: .japanese, prompt: "誰？", answer: "ベン。"),
  ]
  private let feedback = ImprovementRecord.FeedbackCount(
    entries: 2, agreed: 2, contradicting: 0, staying: 0, fingerprint: "")

  private func plan(_ steps: Int = 6) -> ImprovementPlan {
    var plan = ImprovementPlan(text.settings)
    (plan.steps, plan.looks) = (steps, 3)
    return plan
  }

  private func learn(
    _ plan: ImprovementPlan, threads: Int = 1, from start: Parameters? = nil
  ) throws -> Improver.Result {
    try Improver(tokenizer: text.tokenizer, pool: WorkerPool(threadCount: threads)).learn(
      examples, from: start ?? text.parameters(), replayed: text.data().split.training, plan: plan,
      watched: [.init(example: examples[0], isUsed: true, rejected: "Ana.")], feedback: feedback)
  }

  @Test func bitsDoNotDependOnThreads() throws {
    let (one, two) = (try learn(plan()), try learn(plan(), threads: 2))
    #expect(one.parameters.values.elementsEqual(two.parameters.values))
    #expect(one.learning.weight == two.learning.weight && one.learning.moved == two.learning.moved)
    #expect(one.learning.losses == two.learning.losses)
    #expect(one.learning.watched[0].margins == two.learning.watched[0].margins)
  }

  @Test func whatIsLearnedBecomesLikelierThanWhatWasSaid() throws {
    let watched = try learn(plan(60)).learning.watched[0]
    #expect(watched.chosenLog.last! > watched.chosenLog[0] + 1)
    #expect(watched.margins.last! > watched.margins[0])
  }

  @Test func theStartStaysAsItIs() throws {
    let start = text.parameters()
    let learned = try learn(plan(), from: start)
    let same = text.parameters()
    #expect(start.values.elementsEqual(same.values))
    #expect(!learned.parameters.values.elementsEqual(start.values))
  }

  @Test func withoutReplayNoEarlierDocumentIsRead() throws {
    let learning = try learn(plan().withoutReplay).learning
    #expect(learning.replayedDocuments == 0 && learning.exampleRows == learning.batchSize)
    #expect(learning.losses.allSatisfy { $0.replayed == nil })
    let with = try learn(plan()).learning
    #expect(with.replayedDocuments == text.data().split.training.count)
    #expect(with.losses.allSatisfy { $0.replayed != nil } && with.losses.count == 6)
    #expect(with.looks == [0, 2, 4, 6])
  }

  @Test func theLogOfAnAnswerIsTheSumOverItsTokens() throws {
    let parameters = text.parameters()
    let generator = Generator(parameters: parameters, pool: text.pool)
    let prompt = examples[0].promptTokens(text.tokenizer)
    let answer = CorrectionExample.answerTokens("Ben.", examples[0].form, text.tokenizer)
    let log = ImprovementJournal.log(answer, after: prompt, generator, 64)
    // By the whole pass at once.
    let model = Model(
      parameters: parameters, batch: 1, positions: prompt.count + answer.count - 1,
      pool: text.pool, keepsGradients: false)
    let tokens = prompt + answer
    var targets = [Int32](repeating: -1, count: tokens.count - 1)
    for place in answer.indices { targets[prompt.count - 1 + place] = answer[place] }
    let loss = Array(tokens.dropLast()).withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer {
        model.forward(inputs: inputs, targets: $0, batch: 1, positions: inputs.count)
      }
    }
    #expect(abs(log + Double(loss) * Double(answer.count)) < 1e-3)
    #expect(answer.last == SpecialToken.end.rawValue)
  }

  @Test func movementIsMeasuredByPart() {
    let (start, end) = (text.parameters(), text.parameters())
    let tensor = start.tensors.first { $0.name == "h.1.mlp.c_fc.weight" }!
    let place = tensor.offset + 3 * tensor.shape[1] + 5
    end.values[place] += 0.5
    let movement = Movement(from: start, to: end)
    #expect(movement.farthest.tensor.name == tensor.name)
    #expect(movement.farthest.row == 3 && movement.farthest.column == 5)
    for part in movement.parts {
      let isIt = part.part == .mlp && part.layer == 1
      #expect(abs(part.largest - (isIt ? 0.5 : 0)) < 1e-6)
      let rms = isIt ? 0.5 / Double(part.count).squareRoot() : 0
      #expect(abs(part.changeRMS - rms) < 1e-6)
    }
    #expect(movement.parts.reduce(0) { $0 + $1.count } == start.values.count)
    #expect(movement.sizes.first?.count == start.values.count - 1)
    #expect(movement.sizes.last?.below == nil && movement.sizes.last?.count == 1)
  }

  @Test func whatTellsTheOppositeIsNotReplayed() {
    let training = text.data().split.training
    let all = ReplayChoice(contradictions: [], limit: 1000)
      .documents(from: training, tokenizer: text.tokenizer)
    #expect(all == training)
    let one = training[3]
    let words = String(decoding: text.tokenizer.decode(one.tokens), as: UTF8.self)
    let day = String(words.split(separator: " ").first { Int($0) != nil }!)
    let without = ReplayChoice(contradictions: [["day " + day, "quiet"]], limit: 1000)
      .documents(from: training, tokenizer: text.tokenizer)
    #expect(without == training.filter { $0 != one })
    let both = ReplayChoice(contradictions: [["day " + day, "loud"]], limit: 1000)
      .documents(from: training, tokenizer: text.tokenizer)
    #expect(both == training, "both words must be there")
    let few = ReplayChoice(contradictions: [], limit: 4)
      .documents(from: training, tokenizer: text.tokenizer)
    #expect(few.count == 4)
  }

  @Test func scoresTellWhatWasLostAndGained() {
    let sheet = AnswerSheet([
      .init(.others, place: 4, language: .english, text: "a", accepted: ["x", "y"]),
      .init(.others, place: 5, language: .english, text: "b", accepted: ["x"]),
      .init(.others, place: 7, language: .english, text: "c", accepted: ["x"]),
      .init(.corrected, place: 0, language: .english, text: "d", accepted: ["x"]),
    ])
    let scores = sheet.scores(before: ["x", "x", "no", "no"], after: ["y", "no", "x", "no"])
    #expect(
      scores == [
        .init(group: .corrected, asked: 1, rightBefore: 0, rightAfter: 0, lost: [], gained: []),
        .init(group: .others, asked: 3, rightBefore: 2, rightAfter: 2, lost: [5], gained: [7]),
      ])
  }
}
