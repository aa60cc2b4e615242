import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build

/// One prompt through two versions, against models made by hand.
@Suite struct PartingMakerTests {
  private let tokenizer: Tokenizer
  private let configuration: Configuration

  init() throws {
    tokenizer = try Tokenizer(merges: [])
    configuration = Configuration(
      layerCount: 2, headCount: 2, width: 8, contextLength: 24,
      vocabularySize: tokenizer.vocabularySize)
  }

  /// Weights large enough that a part that is missing is felt.
  private func parameters(seed: UInt64, _ change: (Parameters) -> Void = { _ in }) -> Parameters {
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: seed)
    for name in parameters.tensors.map(\.name) where name.hasSuffix("weight") {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count where !name.contains("ln_") { tensor[index] *= 8 }
    }
    change(parameters)
    return parameters
  }

  private func part(
    _ old: Parameters, _ new: Parameters, prompt: String = "Who?", threads: Int = 1
  ) -> (parting: PartingRecord.Parting, store: TensorStore)? {
    var store = TensorStore()
    let maker = PartingMaker(
      old: .init(1, old), new: .init(4, new), tokenizer: tokenizer,
      pool: WorkerPool(threadCount: threads))
    return maker.parting(
      tokenizer.encode(prompt), text: prompt, language: .english, id: "x", limit: 6, into: &store
    ).map { ($0, store) }
  }

  /// A second model in which one token of the first one's answer is as good as forbidden.
  private func forbidding(_ place: Int, of old: Parameters) throws -> Parameters {
    let answer = try #require(part(old, old)).parting.before.tokens
    let token = Int(answer[place].token.id)
    let new = Parameters(configuration: configuration)
    for index in 0..<old.values.count { new.values[index] = old.values[index] }
    // What the last block adds to the stream says a little more or less of every token.
    let bias = new.tensor("ln_f.bias")
    let table = new.tensor("wte.weight")
    let width = configuration.width
    for channel in 0..<width { bias[channel] -= 40 * table[token * width + channel] }
    return new
  }

  private func probabilities(_ parameters: Parameters, _ tokens: [Int32]) -> [Double] {
    let model = Model(
      parameters: parameters, batch: 1, positions: tokens.count,
      pool: WorkerPool(threadCount: 1), keepsGradients: false)
    tokens.withUnsafeBufferPointer {
      _ = model.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
    return Distribution.softmax(model.logits.suffix(configuration.vocabularySize))
  }

  @Test func answersPartWhereTheyFirstDiffer() throws {
    let old = parameters(seed: 5)
    let new = try forbidding(0, of: old)
    let (parting, _) = try #require(part(old, new))
    #expect(parting.old == 1 && parting.new == 4 && parting.id == "x" && parting.differs)
    let (before, after) = (parting.before.tokens, parting.after.tokens)
    let place = try #require(zip(before, after).enumerated().first { $1.0.token != $1.1.token })
      .offset
    #expect(parting.shared == place)
    #expect(parting.rivals == [before[place].token, after[place].token])
    let read = tokenizer.encode("Who?") + before.prefix(place).map(\.token.id)
    #expect(parting.tokens.map(\.id) == read)
    for (own, parameters) in [(parting.whole.old, old), (parting.whole.new, new)] {
      let shares = probabilities(parameters, read)
      for (rival, share) in zip(parting.rivals, own) {
        #expect(abs(share - shares[Int(rival.id)]) < 1e-9)
      }
    }
    #expect(abs(parting.whole.old[0] - before[place].probability) < 1e-5)
    #expect(abs(parting.whole.new[1] - after[place].probability) < 1e-5)
  }

  @Test func eachPartIsTakenFromBothVersions() throws {
    let old = parameters(seed: 5)
    let new = parameters(seed: 6)
    let kept = [Array(old.values), Array(new.values)]
    let (parting, _) = try #require(part(old, new))
    #expect([Array(old.values), Array(new.values)] == kept, "both are mended again")
    let read = parting.tokens.map(\.id)
    for (removal, removed) in zip(parting.removals, RemovedPart.all(configuration)) {
      #expect(removal.layer == removed.layer && removal.head == removed.head)
      for (own, parameters) in [(removal.guess.old, old), (removal.guess.new, new)] {
        let shares = removed.removed(from: parameters) { probabilities(parameters, read) }
        #expect(
          zip(own, parting.rivals).allSatisfy { abs($0 - shares[Int($1.id)]) < 1e-9 },
          "\(removal)")
      }
    }
    #expect(parting.removals.count == 8)
    #expect(Set(parting.removals.map(\.guess.new[0])).count == 8, "each part is felt")
  }

  /// A head that looks elsewhere is told from one that does not, and how far.
  @Test func headsMoveAsFarAsTheirPatternsDiffer() throws {
    let old = parameters(seed: 5)
    let new = parameters(seed: 5) {
      // Queries of the second head of the second block are turned round.
      let tensor = $0.tensor("h.1.attn.c_attn.weight")
      for row in 0..<8 { for column in 4..<8 { tensor[row * 24 + column] *= -1 } }
    }
    let (parting, store) = try #require(part(old, new))
    let count = parting.tokens.count
    let patterns = try [parting.patternNames.old, parting.patternNames.new].map {
      try #require(store[$0])
    }
    #expect(patterns.allSatisfy { $0.shape == [4, count, count] } && store.names.count == 2)
    for (place, head) in parting.heads.enumerated() {
      #expect(head.layer == place / 2 && head.head == place % 2)
      var sum = 0.0
      for (old, new) in zip(patterns[0].matrix(place), patterns[1].matrix(place)) {
        for (old, new) in zip(old, new) { sum += Double(abs(old - new)) }
      }
      #expect(abs(head.distance - sum / Double(2 * count)) < 1e-6)
      #expect(head.distance <= 1 && (place == 3) == (head.distance > 0), "\(head)")
    }
    #expect(parting.movedMost == parting.heads[3])
  }

  @Test func theSameAnswerIsLookedAtWhereItChangedMost() throws {
    typealias Token = ImprovementRecord.TokenProbability
    func answer(_ tokens: [(Int32, Double)]) -> [Token] {
      tokens.map { .init(token: tokenizer.piece($0.0), probability: $0.1) }
    }
    let old = answer([(65, 0.5), (66, 0.75), (67, 0.875)])
    #expect(PartingMaker.place(old, answer([(65, 0.25), (66, 0.125), (67, 0.875)])) == 1)
    #expect(PartingMaker.place(old, answer([(65, 0.25), (66, 0.5), (67, 0.875)])) == 0)
    #expect(PartingMaker.place(old, answer([(65, 0.5), (68, 0.75), (69, 0.1)])) == 1)
    #expect(PartingMaker.place(old, []) == nil)
    let (parting, _) = try #require(part(parameters(seed: 5), parameters(seed: 5)))
    #expect(!parting.differs && parting.rivals.count == 1 && parting.shared == 0)
    #expect(parting.whole.old == parting.whole.new)
  }

  @Test func aPromptThatFillsTheContextHasNoParting() {
    let model = parameters(seed: 5)
    #expect(part(model, model, prompt: String(repeating: "a", count: 24)) == nil)
    #expect(part(model, model, prompt: String(repeating: "a", count: 23)) != nil)
  }

  @Test func bitsDoNotDependOnThreads() throws {
    let (old, new) = (parameters(seed: 5), parameters(seed: 6))
    let one = try #require(part(old, new))
    let two = try #require(part(old, new, threads: 2))
    #expect(one.parting.whole == two.parting.whole && one.parting.heads == two.parting.heads)
    #expect(one.parting.removals == two.parting.removals)
    #expect(one.store.tensors == two.store.tensors)
  }
}
