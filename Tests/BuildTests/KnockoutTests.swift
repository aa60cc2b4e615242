import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build

@Suite struct KnockoutTests {
  private let tokenizer: Tokenizer
  private let configuration: Configuration

  init() throws {
    tokenizer = try Tokenizer(merges: [])
    configuration = Configuration(
      layerCount: 2, headCount: 2, width: 8, contextLength: 32,
      vocabularySize: tokenizer.vocabularySize)
  }

  private func parameters() -> Parameters {
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: 5)
    // Large enough that a part that is missing is felt.
    for name in parameters.tensors.map(\.name) where name.hasSuffix("c_proj.weight") {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count { tensor[index] *= 4 }
    }
    for name in parameters.tensors.map(\.name) where name.hasSuffix("c_proj.bias") {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count { tensor[index] = index % 2 == 0 ? 0.5 : -0.25 }
    }
    return parameters
  }

  private func record(_ parameters: Parameters) throws -> KnockoutRecord {
    try #require(
      Knockouts(
        parameters: parameters, tokenizer: tokenizer, pool: WorkerPool(threadCount: 1)
      ).record(prompt: tokenizer.encode("Who?"), answer: tokenizer.encode("Mira.")))
  }

  @Test func aRemovedPartIsWhatAModelWithoutItsWeightsSays() throws {
    let found = try record(parameters())
    for removal in found.removals {
      let damaged = parameters()
      let name = "h.\(removal.layer)." + (removal.part == .mlp ? "mlp" : "attn") + ".c_proj"
      let rows = damaged.tensor(name + ".weight")
      let width = configuration.width
      for row in 0..<rows.count / width {
        guard removal.head.map({ row / configuration.headWidth == $0 }) ?? true else { continue }
        for column in 0..<width { rows[row * width + column] = 0 }
      }
      if removal.head == nil {
        let bias = damaged.tensor(name + ".bias")
        for index in 0..<bias.count { bias[index] = 0 }
      }
      let expected = try record(damaged).intact.map(\.probability)
      #expect(removal.guesses.map(\.probability) == expected, "\(name) \(removal.head ?? -1)")
      #expect(expected != found.intact.map(\.probability))
    }
    #expect(found.removals.count == 2 * (2 + 2))
  }

  /// What is written is written by the model without the part, not by the whole one.
  @Test func theDamagedModelWritesOfItself() throws {
    let asked = parameters()
    let found = try #require(
      Knockouts(
        parameters: asked, tokenizer: tokenizer, pool: WorkerPool(threadCount: 1)
      ).record(prompt: tokenizer.encode("Who?"), answer: tokenizer.encode("Mira.")) { _, _ in
        let left = asked.tensors.map(\.name).filter { $0.hasSuffix("c_proj.weight") }.map {
          asked.tensor($0).count { $0 != 0 }
        }
        return .init(
          tokens: left.flatMap { [$0 % 256, $0 / 256] }.map { tokenizer.piece(Int32($0)) },
          finish: .limit)
      })
    let whole = asked.tensors.map(\.name).filter { $0.hasSuffix("c_proj.weight") }.map {
      asked.tensor($0).count { $0 != 0 }
    }.flatMap { [$0 % 256, $0 / 256] }.map { tokenizer.piece(Int32($0)) }
    for removal in found.removals {
      #expect(removal.written.map { $0.tokens != whole } == true)
    }
  }

  /// As many threads as share out the places, the record is the same.
  @Test func threadsChangeNothing() throws {
    let records = try [1, 2, 5].map { threads in
      try #require(
        Knockouts(
          parameters: parameters(), tokenizer: tokenizer, pool: WorkerPool(threadCount: threads)
        ).record(prompt: tokenizer.encode("Who?"), answer: tokenizer.encode("Mira.")))
    }
    for record in records.dropFirst() {
      #expect(record.intact == records[0].intact)
      #expect(record.removals.map(\.guesses) == records[0].removals.map(\.guesses))
    }
  }

  /// How far a greedy model would write the answer that is judged.
  @Test func whatIsKeptIsTheBeginningThatStaysTheLikeliest() {
    let model = Model(
      parameters: parameters(), batch: 1, positions: 1, pool: WorkerPool(threadCount: 1),
      keepsGradients: false)
    func kept(_ answer: [Int32], _ choices: [Int32?]) -> Int {
      Knockouts.Reading(model: model, answer: answer, choices: choices).keptCount
    }
    #expect(kept([5, 6, 7], [5, 6, 7]) == 3)
    #expect(kept([5, 6, 7], [5, 6, 8]) == 2)
    #expect(kept([5, 6, 7], [4, 6, 7]) == 0)
    #expect(kept([5, 6, 7], [5, nil, 7]) == 1)
  }

  @Test func theModelIsAsItWasAfterwards() throws {
    let (asked, untouched) = (parameters(), parameters())
    _ = try record(asked)
    for name in untouched.tensors.map(\.name) {
      #expect(Array(asked.tensor(name)) == Array(untouched.tensor(name)), "\(name)")
    }
  }
}
