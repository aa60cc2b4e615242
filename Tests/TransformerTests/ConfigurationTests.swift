import Names
import Testing

@testable import Transformer

@Suite struct ConfigurationTests {
  private func sizes(
    layers: Int = 2, heads: Int = 2, width: Int = 8, context: Int = 4, vocabulary: Int = 5,
    dropout: Float = 0
  ) -> Configuration {
    Configuration(
      layerCount: layers, headCount: heads, width: width, contextLength: context,
      vocabularySize: vocabulary, dropout: dropout)
  }

  @Test("impossible sizes are named before any memory is taken")
  func faults() {
    #expect(throws: ConfigurationError.widthNotMultipleOfHeads(width: 10, heads: 4)) {
      try sizes(heads: 4, width: 10).validate()
    }
    #expect(
      throws: ConfigurationError.notPositive(
        name: LocalizedText(en: "the context length", ja: "文脈の長さ"), value: 0)
    ) {
      try sizes(context: 0).validate()
    }
    #expect(
      throws: ConfigurationError.notPositive(
        name: LocalizedText(en: "the number of heads", ja: "ヘッドの数"), value: 0)
    ) {
      try sizes(heads: 0).validate()
    }
    #expect(
      throws: ConfigurationError.notPositive(
        name: LocalizedText(en: "the batch", ja: "バッチ"), value: -1)
    ) {
      try sizes().validate(batch: -1)
    }
    #expect(throws: ConfigurationError.vocabularyTooSmall(1)) {
      try sizes(vocabulary: 1).validate()
    }
    #expect(throws: ConfigurationError.dropoutOutOfRange(1)) { try sizes(dropout: 1).validate() }
    #expect(throws: ConfigurationError.beyondAddressing) {
      try sizes(heads: 1, width: Int.max / 2).validate()
    }
    #expect(throws: Never.self) { try sizes().validate(memoryLimit: 1 << 20) }
  }

  @Test("a model that would not fit the memory is refused with what it needs")
  func tooLarge() throws {
    let large = sizes(layers: 48, heads: 25, width: 1600, context: 1024, vocabulary: 50257)
    do {
      try large.validate(memoryLimit: 8_000_000_000, batch: 8)
      Issue.record("1.6 billion parameters cannot be trained in 8 GB")
    } catch {
      guard case .tooLarge(let needed, let limit) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(needed > 31_000_000_000 && limit == 8_000_000_000)
      #expect(error.message.contains("8000 MB are allowed"))
    }
  }

  @Test("every message is one line that says what to choose")
  func messages() {
    let errors: [ConfigurationError] = [
      .notPositive(
        name: LocalizedText(en: "the width", ja: "幅"), value: 0), .vocabularyTooSmall(1),
      .widthNotMultipleOfHeads(width: 10, heads: 4), .dropoutOutOfRange(1.5),
      .tooLarge(neededBytes: 2_000_000, limitBytes: 1_000_000), .beyondAddressing,
    ]
    for error in errors {
      #expect(error.message.contains("choose") && !error.message.contains("\n"))
    }
    #expect(errors[2].message.contains("such as 8"))
  }

  @Test("GPT-2 small has its 124,439,808 parameters, under Hugging Face's names")
  func gpt2() {
    let gpt2 = sizes(layers: 12, heads: 12, width: 768, context: 1024, vocabulary: 50257)
    #expect(gpt2.parameterCount == 124_439_808)
    let tensors = Parameters.specifications(gpt2)
    #expect(tensors.reduce(0) { $0 + $1.count } == gpt2.parameterCount)
    #expect(tensors.count == 148)
    #expect(tensors[0].name == "wte.weight" && tensors[0].shape == [50257, 768])
    #expect(
      tensors[4]
        == TensorSpecification(
          name: "h.0.attn.c_attn.weight", shape: [768, 2304], offset: tensors[3].offset + 768))
    #expect(tensors.last?.name == "ln_f.bias")
    var untied = gpt2
    untied.tiesOutput = false
    #expect(Parameters.specifications(untied).last?.name == "lm_head.weight")
    #expect(untied.parameterCount == gpt2.parameterCount + 50257 * 768)
  }

  @Test("fresh parameters have GPT-2's deviations at their width, and the same seed gives the same")
  func initialization() {
    let configuration = sizes(layers: 8, width: 64, context: 32, vocabulary: 100)
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: 1)
    func deviation(_ name: String) -> Float {
      let values = parameters.tensor(name)
      return (values.reduce(0) { $0 + $1 * $1 } / Float(values.count)).squareRoot()
    }
    #expect(abs(deviation("wte.weight") - 0.02) < 0.001)
    // √(768 / 64) = 3.4641 times 0.02, and a quarter of it with 8 layers.
    #expect(abs(deviation("h.3.mlp.c_fc.weight") - 0.06928) < 0.002)
    #expect(abs(deviation("h.3.mlp.c_proj.weight") - 0.01732) < 0.0006)
    #expect(deviation("h.7.attn.c_attn.bias") == 0 && deviation("ln_f.weight") == 1)
    let again = Parameters(configuration: configuration)
    again.initialize(seed: 1)
    #expect(Array(again.values) == Array(parameters.values))
    again.initialize(seed: 2)
    #expect(Array(again.values) != Array(parameters.values))
  }
}
