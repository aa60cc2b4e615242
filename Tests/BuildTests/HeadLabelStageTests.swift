import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build
@testable import RawData

/// What is counted of heads, beside what follows from all recorded activations.
@Suite struct HeadLabelStageTests {
  private let tokenizer: Tokenizer
  private let pool = WorkerPool(threadCount: 1)
  private let name: Int32

  init() throws {
    let bytes = try Tokenizer(merges: [])
    let (m, i) = (bytes.encode("M")[0], bytes.encode("i")[0])
    name = Int32(bytes.vocabularySize)
    tokenizer = try Tokenizer(merges: [(left: m, right: i)])
  }

  /// Sharp patterns, and an answer that always begins with the name.
  private func parameters() -> Parameters {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 16, contextLength: 40,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 5)
    for name in parameters.tensors.map(\.name) where name.hasSuffix("weight") {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count { tensor[index] *= name.hasPrefix("ln") ? 1 : 20 }
    }
    let (table, bias, gain) = (
      parameters.tensor("wte.weight"), parameters.tensor("ln_f.bias"),
      parameters.tensor("ln_f.weight")
    )
    for channel in 0..<16 {
      bias[channel] = 100 * table[Int(name) * 16 + channel]
      gain[channel] = channel % 3 == 0 ? 0.5 : 1.5
    }
    // One head hands on the name whatever it reads.
    let (attention, output) = (
      parameters.tensor("h.1.attn.c_attn.bias"), parameters.tensor("h.1.attn.c_proj.weight")
    )
    attention[2 * 16 + 8] = 1000
    for channel in 0..<16 { output[8 * 16 + channel] = table[Int(name) * 16 + channel] }
    return parameters
  }

  private static let texts = ["Mi sees a gull.", "A", "The Mi and the net", "だれがMiを見た？"]

  private func question(_ text: String, accepted: [String]) -> TruthQuestion {
    TruthQuestion(
      question: text, answer: accepted.first ?? "", accepted: accepted, language: .english,
      phrasing: .seen, relation: "work", subject: "Mi")
  }

  private var questions: [TruthQuestion] {
    [
      question("Where is Mi?", accepted: ["At sea.", "Mi is at sea."]),
      // The name does not stand there, or no right answer begins with it.
      question("Where is he?", accepted: ["Mi is at sea."]),
      question("Who is Mi?", accepted: ["A friend of Mi."]),
      question("MiMiMiMiMiMi?", accepted: ["Mi."]),
    ]
  }

  private func stage(_ parameters: Parameters) -> HeadLabelStage {
    HeadLabelStage(parameters: parameters, tokenizer: tokenizer, pool: pool)
  }

  private func record() -> (record: HeadLabelRecord, documents: [[Int32]]) {
    let documents = Self.texts.map { [1] + tokenizer.encode($0) }
    return (stage(parameters()).record(documents: documents, questions: questions), documents)
  }

  /// Every activation of a pass by an own model.
  private func activations(_ tokens: [Int32]) -> TensorStore {
    let recorder = ActivationRecorder(
      parameters: parameters(), positions: tokens.count, pool: pool)
    recorder.look(at: tokens)
    var store = TensorStore()
    recorder.record(into: &store, prefix: "")
    return store
  }

  /// Head, query → the key with the greatest weight.
  private func looks(_ store: TensorStore, _ layer: Int, _ head: Int) -> [Int] {
    store["blocks.\(layer).attn.hook_pattern"]!.matrix(head).map { row in
      row.firstIndex(of: row.max()!)!
    }
  }

  private func counted(
    _ texts: [[Int32]], from start: Int = 2,
    _ isMeant: (_ text: [Int32], _ query: Int, _ key: Int) -> Bool
  ) -> [Int] {
    let stores = texts.map(activations)
    return (0..<4).map { place in
      zip(texts, stores).reduce(0) { sum, pair in
        let looks = looks(pair.1, place / 2, place % 2)
        return sum
          + looks.indices.dropFirst(start).count {
            isMeant(pair.0, $0, looks[$0])
          }
      }
    }
  }

  private func counts(_ record: HeadLabelRecord, _ behaviour: HeadBehaviour) -> [Int] {
    record.heads.map { $0.score(behaviour)?.count ?? -1 }
  }

  @Test func looksInDocumentsAreThoseOfThePatterns() {
    let (record, documents) = record()
    // The one of two tokens has no place to judge.
    let read = documents.filter { $0.count > 2 }
    #expect(record.documents == 3 && read.count == 3)
    #expect(record.tokens == read.reduce(0) { $0 + $1.count })
    #expect(record.places(.firstToken) == record.tokens - 6)
    let previous = counted(read) { $2 == $1 - 1 }
    let itself = counted(read) { $2 == $1 }
    let first = counted(read) { $2 == 0 }
    #expect(counts(record, .previousToken) == previous)
    #expect(counts(record, .sameToken) == itself)
    #expect(counts(record, .firstToken) == first)
    #expect(Set(previous + itself + first).count > 3, "heads that all do the same show nothing")
  }

  @Test func repeatedRowsAreReadTwiceAndJudgedTheSecondTime() {
    let record = record().record
    let probes = stage(parameters()).probes(beginnings: [1, 2])
    #expect(probes.count == HeadLabelStage.probeCount && Set(probes).count == probes.count)
    #expect(record.probes == probes.count && record.probeLength == 19)
    for (number, probe) in probes.enumerated() {
      #expect(probe.count == 39 && probe[0] == Int32(1 + number % 2))
      #expect(probe[1..<20] == probe[20..<39] && Set(probe[1..<20]).count == 19)
      #expect(probe.dropFirst().allSatisfy { $0 >= 7 && Int($0) < tokenizer.vocabularySize })
    }
    let read = stage(parameters()).probes(beginnings: [1])
    let found = counted(read, from: 20) { text, query, key in
      key > 1 && text[key - 1] == text[query] && key - 1 < 20
    }
    #expect(counts(record, .induction) == found)
    #expect(record.places(.induction) == 32 * 19)
  }

  @Test func theNameIsLookedForWhereTheAnswerBeginsWithIt() {
    let record = record().record
    #expect(record.questions == 4 && record.places(.name) == 2)
    // The same token both times, and so one name.
    #expect(record.names.map(\.id) == [name] && record.places(.copying) == 1)
    let prompts = ["Where is Mi?", "MiMiMiMiMiMi?"].map { [1, 3] + tokenizer.encode($0) + [4] }
    #expect(prompts[1].count { $0 == name } == 6)
    let found = counted(prompts) { text, query, key in
      query == text.count - 1 && text[key] == name
    }
    #expect(counts(record, .name) == found)
    #expect(found.contains { $0 > 0 }, "a head that never looks there shows nothing")
  }

  @Test func whatAHeadHandsOnIsReadThroughItsOutputAndTheTable() {
    let record = record().record
    let prompt = [1, 3] + tokenizer.encode("Where is Mi?") + [4]
    let place = prompt.firstIndex(of: name)!
    let (store, parameters) = (activations(prompt), parameters())
    let (table, gain) = (parameters.tensor("wte.weight"), parameters.tensor("ln_f.weight"))
    var lifted: [Int] = []
    for layer in 0..<2 {
      let values = store["blocks.\(layer).attn.hook_v"]!.values
      let matrix = parameters.tensor("h.\(layer).attn.c_proj.weight")
      for head in 0..<2 {
        let row = (0..<16).map { column in
          (0..<8).reduce(0.0) { sum, i in
            sum + Double(values[(place * 2 + head) * 8 + i])
              * Double(matrix[(head * 8 + i) * 16 + column])
          }
        }
        let mean = row.reduce(0, +) / 16
        let logits = (0..<tokenizer.vocabularySize).map { token in
          (0..<16).reduce(0.0) {
            $0 + (row[$1] - mean) * Double(gain[$1]) * Double(table[token * 16 + $1])
          }
        }
        lifted.append(logits.firstIndex(of: logits.max()!)!)
      }
    }
    let recorder = ActivationRecorder(
      parameters: parameters, positions: prompt.count, pool: pool)
    recorder.look(at: prompt)
    #expect(stage(parameters).lifted(at: place, recorder).map(Int.init) == lifted)
    #expect(Set(lifted).count > 1)
    #expect(counts(record, .copying) == lifted.map { $0 == Int(name) ? 1 : 0 })
    #expect(counts(record, .copying) == [0, 0, 0, 1])
    #expect(record.heads[3].labels.contains(.copying))
  }

  @Test func labelsAreTheScoresThatReachTheThreshold() {
    let half = HeadLabelRecord.Score(behaviour: .sameToken, count: 5, share: 0.5)
    let less = HeadLabelRecord.Score(behaviour: .name, count: 4, share: 0.4999)
    #expect(HeadLabelStage.labels([less, half]) == [.sameToken])
    let record = record().record
    #expect(record.threshold == 0.5)
    for head in record.heads {
      for score in head.scores {
        #expect(score.share == Double(score.count) / Double(record.places(score.behaviour)!))
        #expect(head.labels.contains(score.behaviour) == (score.share >= 0.5))
      }
    }
  }

  @Test func withoutQuestionsNothingIsSaidOfNames() {
    let record = stage(parameters()).record(
      documents: [[1] + tokenizer.encode("The sea")], questions: [])
    #expect(
      record.judged.map(\.behaviour) == [.previousToken, .sameToken, .firstToken, .induction])
    #expect(record.questions == 0 && record.names.isEmpty)
    #expect(record.heads.allSatisfy { $0.scores.count == 4 })
  }

  @Test func ofManyAnEvenSampleIsTaken() {
    #expect(HeadLooks.spread(Array(0..<10), 4) == [0, 2, 5, 7])
    #expect(HeadLooks.spread([3, 4], 4) == [3, 4])
    let counts = HeadLooks.counts([0, 0, 1, 3, 0, 4])
    #expect(counts == (previous: 2, itself: 1, first: 1))
  }
}
