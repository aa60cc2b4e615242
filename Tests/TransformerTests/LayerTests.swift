import Foundation
import Numerics
import Testing

@testable import Transformer

/// Each layer on numbers small enough to be worked out by hand.
@Suite struct LayerTests {
  /// One layer, one head, width 2, two positions, three tokens; all weights 0 but normalizations.
  private func tinyModel() -> Model {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 2, contextLength: 2, vocabularySize: 3))
    for tensor in parameters.tensors where tensor.shape == [2] && tensor.name.hasSuffix("weight") {
      set(parameters, tensor.name, [1, 1])
    }
    return Model(
      parameters: parameters, batch: 1, positions: 2, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
  }

  private func set(_ parameters: Parameters, _ name: String, _ values: [Float]) {
    _ = parameters.tensor(name).update(fromContentsOf: values)
  }

  @discardableResult
  private func run(_ model: Model, _ tokens: [Int32], targets: [Int32]? = nil) -> Float {
    tokens.withUnsafeBufferPointer { tokens in
      guard let targets else {
        return model.forward(inputs: tokens, targets: nil, batch: 1, positions: 2)
      }
      return targets.withUnsafeBufferPointer {
        model.forward(inputs: tokens, targets: $0, batch: 1, positions: 2)
      }
    }
  }

  private func values(_ model: Model, _ name: String) -> [Float] {
    model.recordedActivations().first { $0.name == name }?.values ?? []
  }

  private func isClose(_ a: [Float], _ b: [Float]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-5 }
  }

  @Test("an embedding is the token's vector plus the position's")
  func embedding() {
    let model = tinyModel()
    set(model.parameters, "wte.weight", [1, 2, 3, 4, 5, 6])
    set(model.parameters, "wpe.weight", [10, 20, 30, 40])
    run(model, [2, 0])
    #expect(values(model, "hook_embed") == [5, 6, 1, 2])
    #expect(values(model, "hook_pos_embed") == [10, 20, 30, 40])
    #expect(values(model, "blocks.0.hook_resid_pre") == [15, 26, 31, 42])
  }

  @Test("normalizing (1, 3) gives (−1, 1), then weight and bias")
  func normalization() {
    let model = tinyModel()
    set(model.parameters, "wte.weight", [1, 3, 0, 0, 0, 0])
    set(model.parameters, "h.0.ln_1.weight", [2, 3])
    set(model.parameters, "h.0.ln_1.bias", [0.5, 0.25])
    run(model, [0, 0])
    let normalized = values(model, "blocks.0.ln1.hook_normalized")
    #expect(isClose(normalized, [-1.49999, 3.249985, -1.49999, 3.249985]))
    #expect(isClose(values(model, "blocks.0.ln1.hook_scale"), [1.000005, 1.000005]))
  }

  @Test("queries, keys and values are recorded each by itself, position by position")
  func queriesKeysValues() {
    let model = tinyModel()
    set(model.parameters, "wte.weight", [1, 3, 0, 0, 0, 0])
    // Only the second number of the normalized stream counts: 1 for the first token, 0 for the next.
    set(
      model.parameters, "h.0.attn.c_attn.weight",
      [0, 0, 0, 0, 0, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    set(model.parameters, "h.0.attn.c_attn.bias", [1, 2, 3, 4, 5, 6])
    run(model, [0, 1])
    #expect(isClose(values(model, "blocks.0.attn.hook_q"), [1.1, 2.2, 1, 2]))
    #expect(isClose(values(model, "blocks.0.attn.hook_k"), [3.3, 4.4, 3, 4]))
    #expect(isClose(values(model, "blocks.0.attn.hook_v"), [5.5, 6.6, 5, 6]))
    // The second query is (1, 2): (3.3 + 8.8) / √2 with the first key, (3 + 8) / √2 with its own.
    let scores = values(model, "blocks.0.attn.hook_attn_scores")
    #expect(
      isClose(Array(scores[2...]), [12.1 / Float(2).squareRoot(), 11 / Float(2).squareRoot()]))
  }

  @Test("attention weighs values by softmax of q·k/√D and looks only back")
  func attention() {
    let model = tinyModel()
    set(model.parameters, "wte.weight", [1, 3, 0, 0, 0, 0])
    // The weights are 0, so the biases are q, k and v at both positions, and all scores are equal.
    set(model.parameters, "h.0.attn.c_attn.bias", [1, 0, 2, 0, 4, 6])
    set(model.parameters, "h.0.attn.c_proj.weight", [1, 0, 0, 0.5])
    set(model.parameters, "h.0.attn.c_proj.bias", [0, 1])
    run(model, [0, 0])
    let score = 2 / Float(2).squareRoot()
    let scores = values(model, "blocks.0.attn.hook_attn_scores")
    #expect(scores[1] == -.infinity)
    #expect(isClose([scores[0], scores[2], scores[3]], [score, score, score]))
    #expect(isClose(values(model, "blocks.0.attn.hook_pattern"), [1, 0, 0.5, 0.5]))
    #expect(isClose(values(model, "blocks.0.attn.hook_z"), [4, 6, 4, 6]))
    #expect(isClose(values(model, "blocks.0.hook_attn_out"), [4, 4, 4, 4]))
    #expect(isClose(values(model, "blocks.0.hook_resid_mid"), [5, 7, 5, 7]))
  }

  @Test("the MLP widens, applies GELU and adds its result to the stream")
  func mlp() {
    let model = tinyModel()
    set(model.parameters, "wte.weight", [1, 3, 0, 0, 0, 0])
    set(model.parameters, "h.0.mlp.c_fc.bias", [1, -1, 0, 0, 0, 0, 0, 100])
    set(
      model.parameters, "h.0.mlp.c_proj.weight",
      [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.01, 0])
    run(model, [0, 0])
    // gelu(1) = 0.841192, gelu(−1) = −0.158808, gelu(100) = 100.
    let post = values(model, "blocks.0.mlp.hook_post")
    #expect(isClose(Array(post[0..<8]), [0.841192, -0.158808, 0, 0, 0, 0, 0, 100]))
    #expect(
      isClose(
        values(model, "blocks.0.hook_mlp_out"), [1.841192, -0.158808, 1.841192, -0.158808]))
    #expect(
      isClose(
        values(model, "blocks.0.hook_resid_post"), [2.841192, 2.841192, 2.841192, 2.841192]))
  }

  @Test("a model that knows nothing loses ln(vocabulary); the gradient is softmax minus target")
  func unembedding() {
    let model = tinyModel()
    let loss = run(model, [0, 1], targets: [2, 0])
    #expect(abs(loss - Float(log(3.0))) < 1e-6)
    model.backward()
    let gradient = Array(model.activationGradients!.named("logits_grad")!.values)
    let third: Float = 1 / 6
    #expect(isClose(gradient, [third, third, third - 0.5, third - 0.5, third, third]))
  }

  @Test("an output table of its own gives what the token table gives, and takes its gradient")
  func untiedOutput() throws {
    let tied = Trial()
    var configuration = tied.model.configuration
    configuration.tiesOutput = false
    let parameters = Parameters(configuration: configuration)
    for tensor in tied.model.parameters.tensors {
      set(parameters, tensor.name, Array(tied.model.parameters.tensor(tensor.name)))
    }
    set(parameters, "lm_head.weight", Array(tied.model.parameters.tensor("wte.weight")))
    let untied = Model(
      parameters: parameters, batch: 3, positions: 9, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
    let loss = tied.inputs.withUnsafeBufferPointer { inputs in
      tied.targets.withUnsafeBufferPointer {
        untied.forward(inputs: inputs, targets: $0, batch: 3, positions: 9)
      }
    }
    #expect(loss == tied.forward())
    tied.model.backward()
    untied.backward()
    let both = try #require(tied.model.gradients).tensor("wte.weight")
    let gradients = try #require(untied.gradients)
    let parts = zip(gradients.tensor("wte.weight"), gradients.tensor("lm_head.weight")).map(+)
    #expect(isClose(parts, Array(both)))
  }

  @Test("the names are TransformerLens's, in the order of the pass")
  func names() {
    let model = tinyModel()
    run(model, [0, 1])
    let block = [
      "hook_resid_pre", "ln1.hook_scale", "ln1.hook_normalized", "attn.hook_q", "attn.hook_k",
      "attn.hook_v", "attn.hook_attn_scores", "attn.hook_pattern", "attn.hook_z", "hook_attn_out",
      "hook_resid_mid", "ln2.hook_scale", "ln2.hook_normalized", "mlp.hook_pre", "mlp.hook_post",
      "hook_mlp_out", "hook_resid_post",
    ].map { "blocks.0." + $0 }
    #expect(
      model.recordedActivations().map(\.name) == ["hook_embed", "hook_pos_embed"] + block
        + ["ln_final.hook_scale", "ln_final.hook_normalized", "logits"])
    let shapes = Dictionary(
      uniqueKeysWithValues: model.recordedActivations().map { ($0.name, $0.shape) })
    #expect(shapes["blocks.0.attn.hook_q"] == [1, 2, 1, 2])
    #expect(shapes["blocks.0.attn.hook_attn_scores"] == [1, 1, 2, 2])
    #expect(shapes["blocks.0.mlp.hook_post"] == [1, 2, 8])
  }
}
