import Names
import Numerics
import Record
import Testing
import Training
import Transformer

@testable import Build

/// Numbers as readers see them: shares, bars, corners.
@Suite struct DistributionTests {
  private let text: PartedText
  init() throws { text = try PartedText() }

  @Test func sharesAreOfAllTokensAndTheLikeliestStandFirst() {
    // e to these powers is 1, 2, 1 and 4.
    let logits: [Float] = [0, 0.6931472, 0, 1.3862944]
    let shares = Distribution.softmax(logits)
    for (found, wanted) in zip(shares, [0.125, 0.25, 0.125, 0.5]) {
      #expect(abs(found - wanted) < 1e-6)
    }
    let candidates = Distribution.candidates(logits, count: 3, tokenizer: text.tokenizer)
    #expect(candidates.map(\.token.id) == [3, 1, 0], "of equal ones the first")
    #expect(candidates.map(\.probability) == [shares[3], shares[1], shares[0]])
    #expect(candidates.map { Float($0.logit) } == [logits[3], logits[1], 0])
    let far = Distribution.softmax(logits.map { $0 + 1000 })
    #expect(zip(far, shares).allSatisfy { abs($0 - $1) < 1e-4 }, "large logits do no harm")
  }

  @Test func barsCountEveryValueOnce() {
    let record = HistogramRecord(name: "x", values: [1, 2, 2, 5] as [Float], bins: 4)
    #expect(record.counts == [1, 2, 0, 1] && record.name == "x")
    #expect([record.minimum, record.lower, record.maximum, record.binWidth] == [1, 1, 5, 1])
    #expect(record.mean == 2.5 && record.deviation == 1.5)
    let same = HistogramRecord(name: "y", values: [3, 3] as [Float], bins: 4)
    #expect(same.counts == [2, 0, 0, 0] && same.deviation == 0)
  }

  @Test func cornersAreUpperLeft() throws {
    let parameters = text.parameters()
    let name = "h.0.attn.c_attn.weight"
    let values = Array(parameters.tensor(name))
    var store = TensorStore()
    WeightView.recordCorners(parameters, names: [name], side: 3, into: &store, prefix: "p.")
    let corner = try #require(store["p." + name])
    #expect(corner.shape == [3, 3])
    let wanted: [Float] = Array(values[0..<3]) + values[96..<99] + values[192..<195]
    #expect(corner.values == wanted)
  }

  @Test func shrunkenWeightsAreThoseOfTheMatrix() throws {
    let parameters = text.parameters()
    let (name, width) = ("h.0.attn.c_attn.weight", 32)
    let values = Array(parameters.tensor(name))
    let column = (0..<width).map { values[$0 * 3 * width] }
    let record = ShrinkViews(parameters: parameters).quantizedColumn
    let rows = record.firstRow..<record.firstRow + 8
    #expect(record.weights == Array(column[rows]) && record.column == 0)
    #expect(record.largest == column.map(abs).max())
    #expect(record.weights.map(abs).contains(record.largest), "the largest is among those shown")
    for (weight, whole) in zip(record.weights, record.whole8) {
      #expect(whole == Int((weight / record.scale8).rounded()) && abs(whole) <= 127)
    }
    for (weight, whole) in zip(record.weights, record.whole4) {
      #expect(whole == Int((weight / record.scale4).rounded()) && abs(whole) <= 7)
    }
    let pruned = MagnitudePruning.pruned(parameters, share: 0.5)
    let matrix = ShrinkViews(parameters: parameters).pruned(pruned, percent: 50)
    let sizes = values.map(abs).sorted()
    #expect(matrix.count == values.count && matrix.zeroCount == values.count / 2)
    #expect(matrix.threshold == sizes[values.count / 2 - 1], "the largest that went")
  }

  @Test func chosenValuesStandUnderTheirNames() {
    var settings = text.settings
    (settings.layerCount, settings.headCount, settings.width) = (3, 4, 5)
    (settings.contextLength, settings.vocabularySize, settings.batchSize) = (6, 7, 8)
    (settings.steps, settings.warmupSteps) = (9, 10)
    (settings.learningRate, settings.minimumLearningRate) = (0.5, 0.25)
    (settings.weightDecay, settings.gradientClip) = (0.125, 2.5)
    (settings.dropout, settings.averaging) = (0.75, 0.875)
    let values = HyperparameterRecord(settings).entries.map { ($0.name, $0.value) }
    let wanted: [Hyperparameter: String] = [
      .layerCount: "3", .headCount: "4", .width: "5", .contextLength: "6", .vocabularySize: "7",
      .batchSize: "8", .steps: "9", .warmupSteps: "10", .learningRate: "0.5",
      .minimumLearningRate: "0.25", .weightDecay: "0.125", .gradientClip: "2.5", .dropout: "0.75",
      .averaging: "0.875",
    ]
    #expect(Dictionary(uniqueKeysWithValues: values) == wanted)
    #expect(wanted.count == Hyperparameter.allCases.count)
  }

  @Test func guessesAreReadThroughTheLastNormalization() throws {
    let parameters = text.parameters()
    // Gains and biases of its own, so that leaving them out is felt.
    let (gains, biases) = (parameters.tensor("ln_f.weight"), parameters.tensor("ln_f.bias"))
    for index in gains.indices {
      (gains[index], biases[index]) = (0.5 + Float(index) / 16, Float(index % 5) / 10)
    }
    let tokens = text.tokenizer.encode("The sea")
    let recorder = ActivationRecorder(
      parameters: parameters, positions: tokens.count, pool: text.pool)
    recorder.look(at: tokens)
    var lens = LayerGuesses(parameters: parameters, tokenizer: text.tokenizer)
    #expect(lens.guesses(recorder).allSatisfy { $0.standing == nil })
    lens.followed = 101
    let (guesses, middle) = (lens.guesses(recorder), lens.middleGuesses(recorder))
    var shared = lens
    shared.pool = WorkerPool(threadCount: 3)
    for (one, other) in [
      (shared.guesses(recorder), guesses), (shared.middleGuesses(recorder), middle),
    ] {
      #expect(String(describing: one) == String(describing: other))
    }
    #expect(guesses.map(\.layer) == [0, 1, 2])
    #expect(middle.map(\.layer) == [1, 2])
    let table = Array(parameters.tensor("wte.weight"))
    let names = [
      "blocks.0.hook_resid_pre", "blocks.0.hook_resid_post", "blocks.1.hook_resid_post",
      "blocks.0.hook_resid_mid", "blocks.1.hook_resid_mid",
    ]
    for (guess, name) in zip(guesses + middle, names) {
      let row = Array(recorder.buffer(name).values.prefix(tokens.count * 32).suffix(32)).map(
        Double.init)
      let mean = row.reduce(0, +) / 32
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 32
      let normalized = row.indices.map {
        (row[$0] - mean) / (variance + 1e-5).squareRoot() * Double(gains[$0]) + Double(biases[$0])
      }
      let logits = (0..<text.tokenizer.vocabularySize).map { token in
        (0..<32).reduce(0.0) { $0 + normalized[$1] * Double(table[token * 32 + $1]) }
      }
      let best = logits.indices.sorted { logits[$0] > logits[$1] }.prefix(guess.candidates.count)
      #expect(guess.candidates.map(\.token.id) == best.map(Int32.init), "layer \(guess.layer)")
      let standing = try #require(guess.standing)
      #expect(standing.token.id == 101)
      #expect(standing.rank == 1 + logits.count { $0 > logits[101] }, "layer \(guess.layer)")
      #expect(abs(standing.logit - logits[101]) < 1e-4)
      let total = logits.reduce(0) { $0 + Portable.exp($1) }
      #expect(abs(standing.probability - Portable.exp(logits[101]) / total) < 1e-5)
      for candidate in guess.candidates {
        #expect(abs(candidate.logit - logits[Int(candidate.token.id)]) < 1e-4)
      }
    }
    // The likeliest is first, and what is as likely as another goes by its id.
    lens.followed = guesses[1].candidates[0].token.id
    #expect(lens.guesses(recorder)[1].standing?.rank == 1)
    let found = Array(recorder.model.logits.prefix(tokens.count * 263).suffix(263))
    #expect(abs((guesses.last?.candidates.first?.logit ?? 0) - Double(found.max()!)) < 1e-4)
  }
}
