import Files
import ModelFile
import Testing
import Tokenization
import Transformer

@Suite("A trained model as a folder")
struct TrainedModelTests {
  private let folder = TemporaryFolder()

  private func saved() throws -> TrainedModel {
    let model = try ModelFixture.make()
    try model.save(folder: folder.path, card: "# A model\n")
    return model
  }

  private func loadError() -> FileError? {
    #expect(throws: FileError.self) { try TrainedModel.load(folder: folder.path) }
  }

  /// Replaces a text in a file of the folder.
  private func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = String(decoding: try folder.bytes(name), as: UTF8.self)
    try #require(text.contains(old))
    try folder.write(text.replacing(old, with: new), name)
  }

  @Test("the loaded model is the saved one, and saving it again gives the same bytes")
  func roundTrip() throws {
    let model = try saved()
    #expect(
      folder.names == [
        "README.md", "config.json", "generation_config.json", "model.safetensors",
        "tokenizer.json", "tokenizer_config.json",
      ])
    let loaded = try TrainedModel.load(folder: folder.path)
    #expect(loaded.configuration == model.configuration)
    #expect(Array(loaded.parameters.values) == Array(model.parameters.values))
    #expect(loaded.generation == model.generation)
    #expect(loaded.tokenizer.vocabularySize == model.tokenizer.vocabularySize)
    #expect(loaded.tokenizer.encode(" hehe 港") == model.tokenizer.encode(" hehe 港"))
    #expect(loaded.tokenizer.specialTokens.map(\.text) == SpecialToken.allCases.map(\.text))
    let again = TemporaryFolder()
    try loaded.save(folder: again.path, card: "# A model\n")
    for name in folder.names { #expect(try again.bytes(name) == folder.bytes(name), "\(name)") }
  }

  @Test("the parameters are counted without being read")
  func counting() throws {
    let model = try saved()
    #expect(try TrainedModel.parameterCount(folder: folder.path) == model.parameters.values.count)
    // Values that reading would refuse are not looked at.
    let path = folder.path + "/model.safetensors"
    let file = try SafetensorsFile(reading: path)
    let last = file.fileRange(of: file.tensors[0]).lowerBound
    var bytes = try folder.bytes("model.safetensors")
    for index in last..<last + 4 { bytes[index] = 0xFF }
    try folder.write(bytes, "model.safetensors")
    #expect(throws: FileError.self) { try TrainedModel.load(folder: folder.path) }
    #expect(try TrainedModel.parameterCount(folder: folder.path) == model.parameters.values.count)
    #expect(throws: FileError.self) {
      try TrainedModel.parameterCount(folder: folder.path + "/none")
    }
    try edit("config.json", "\"n_layer\"", "\"n_leaves\"")
    #expect(throws: FileError.self) { try TrainedModel.parameterCount(folder: folder.path) }
  }

  @Test("names without prefix, 16-bit values and causal masks of old files are read")
  func otherSpellings() throws {
    let model = try saved()
    var writer = SafetensorsWriter()
    var halves: [[UInt16]] = []
    for tensor in model.parameters.tensors {
      halves.append(
        model.parameters.tensor(tensor.name).map { UInt16($0.bitPattern >> 16) })
    }
    let mask = [UInt8](repeating: 1, count: 144)
    for (tensor, bits) in zip(model.parameters.tensors, halves) {
      bits.withUnsafeBytes { writer.add(tensor.name, .bfloat16, shape: tensor.shape, bytes: $0) }
    }
    mask.withUnsafeBytes { writer.add("h.0.attn.bias", .bool, shape: [1, 1, 12, 12], bytes: $0) }
    // The arrays stay where they are as long as nobody changes them.
    try withExtendedLifetime((halves, mask)) {
      try writer.write(to: folder.file("model.safetensors"))
    }
    let loaded = try TrainedModel.load(folder: folder.path)
    for (value, expected) in zip(loaded.parameters.values, model.parameters.values) {
      #expect(value.bitPattern == expected.bitPattern & 0xFFFF_0000)
    }
  }

  @Test("a model in parts is read by its index, which cannot lead out of the folder")
  func parts() throws {
    let model = try saved()
    var members: [JSONValue.Member] = []
    for part in 0..<2 {
      var writer = SafetensorsWriter()
      for (index, tensor) in model.parameters.tensors.enumerated() where index % 2 == part {
        writer.add(
          tensor.name, shape: tensor.shape,
          UnsafeBufferPointer(model.parameters.tensor(tensor.name)))
        members.append(.init(tensor.name, .string("part-\(part).safetensors")))
      }
      try writer.write(to: folder.file("part-\(part).safetensors"))
    }
    try folder.remove("model.safetensors")
    let index: JSONValue = ["weight_map": .object(members)]
    try folder.write(index.bytes(), "model.safetensors.index.json")
    let loaded = try TrainedModel.load(folder: folder.path)
    #expect(Array(loaded.parameters.values) == Array(model.parameters.values))
    try edit("model.safetensors.index.json", "part-0", "../part-0")
    #expect(loadError()?.kind == .malformed)
  }

  @Test("an output layer of its own is read where the configuration says so, and saved again")
  func untied() throws {
    let tied = try ModelFixture.make()
    var configuration = tied.configuration
    configuration.tiesOutput = false
    let parameters = Parameters(configuration: configuration)
    parameters.initialize(seed: 9)
    try TrainedModel(parameters: parameters, tokenizer: tied.tokenizer).save(
      folder: folder.path, card: "")
    let loaded = try TrainedModel.load(folder: folder.path)
    #expect(loaded.configuration == configuration)
    #expect(Array(loaded.parameters.values) == Array(parameters.values))
    let names = try SafetensorsFile(reading: folder.file("model.safetensors")).tensors.map(\.name)
    #expect(names.contains("lm_head.weight") && names.contains("transformer.wte.weight"))
    #expect(loaded.remarks.isEmpty)
    // The same file under a configuration that ties the output: what the file holds counts, and is said.
    try edit("config.json", "\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true")
    let torn = try TrainedModel.load(folder: folder.path)
    #expect(!torn.configuration.tiesOutput && torn.remarks.count == 1)
    #expect(Array(torn.parameters.values) == Array(parameters.values))
    let table = parameters.tensor("lm_head.weight")
    for (index, value) in parameters.tensor("wte.weight").enumerated() { table[index] = value }
    try TrainedModel(parameters: parameters, tokenizer: tied.tokenizer).saveParameters(
      to: folder.file("model.safetensors"))
    let same = try TrainedModel.load(folder: folder.path)
    #expect(same.configuration.tiesOutput && same.remarks.isEmpty)
    try edit("config.json", "\"tie_word_embeddings\": true", "\"tie_word_embeddings\": false")
    try tied.saveParameters(to: folder.file("model.safetensors"))
    #expect(loadError()?.problem.en.contains("lm_head.weight") == true)
  }

  @Test("the older form of a tokenizer is read")
  func vocabularyAndMerges() throws {
    let model = try saved()
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    try folder.write(json["model"]!["vocab"]!.bytes(), "vocab.json")
    let merges = json["model"]!["merges"]!.array!.map { $0.string! }
    try folder.write("#version: 0.2\r\n" + merges.joined(separator: "\r\n") + "\r\n", "merges.txt")
    try folder.remove("tokenizer.json")
    let loaded = try TrainedModel.load(folder: folder.path)
    #expect(loaded.tokenizer.encode(" hehehe") == model.tokenizer.encode(" hehehe"))
  }

  @Test("another model's numbering of tokens is kept, gaps become tokens that no text gives")
  func foreignTokenizer() throws {
    var members: [JSONValue.Member] = []
    for (place, byte) in ByteAlphabet.order.enumerated() {
      members.append(.init(ByteAlphabet.text(of: [byte]), .integer(place)))
    }
    members.append(.init("he", .integer(256)))
    let json: JSONValue = [
      "added_tokens": [["id": 300, "content": "<|endoftext|>", "special": true]],
      "pre_tokenizer": ["type": "ByteLevel", "add_prefix_space": false],
      "model": ["vocab": .object(members), "merges": [["h", "e"]]],
    ]
    try folder.write(json.bytes(), "tokenizer.json")
    let tokenizer = try Tokenizer.load(folder.file("tokenizer.json"))
    #expect(tokenizer.vocabularySize == 301)
    #expect(tokenizer.encode("hehA") == [256, 71, 32])
    #expect(tokenizer.symbol(of: 300) == "<|endoftext|>")
    #expect(tokenizer.decode([256, 270, 300, 71]) == Array("heh".utf8))
  }

  @Test("parts that do not belong together are refused with what differs")
  func mismatches() throws {
    _ = try saved()
    try edit("config.json", "\"n_embd\": 8", "\"n_embd\": 16")
    #expect(loadError()?.kind == .mismatched)
    #expect(loadError()?.problem.en.contains("[8]") == true)
    try edit("config.json", "\"n_embd\": 16", "\"n_embd\": 8")
    try edit("config.json", "\"n_layer\": 2", "\"n_layer\": 2000000000")
    #expect(loadError()?.kind == .malformed)
    try edit("config.json", "\"n_layer\": 2000000000", "\"n_layer\": 1000")
    #expect(loadError()?.kind == .mismatched)
    try edit("config.json", "\"n_layer\": 1000", "\"n_layer\": 2")
    // A tokenizer may know more than its model; only a text that needs it fails.
    try edit("tokenizer.json", "\"id\": 6", "\"id\": 600")
    let larger = try TrainedModel.load(folder: folder.path)
    #expect(larger.tokenizer.vocabularySize == 601 && larger.unknown([5, 600]) == 600)
  }

  @Test("models of another kind are refused by name")
  func otherKinds() throws {
    _ = try saved()
    for (old, new) in [
      ("\"gpt2\"", "\"llama\""), ("\"gelu_new\"", "\"relu\""), ("1e-05", "1e-06"),
      ("\"n_inner\": null", "\"n_inner\": 5"),
      ("\"scale_attn_weights\": true", "\"scale_attn_weights\": false"),
    ] {
      try edit("config.json", old, new)
      #expect(loadError()?.kind == .unsupported, "\(new)")
      try edit("config.json", new, old)
    }
    try edit("config.json", "\"n_head\": 2", "\"n_head\": 3")
    #expect(loadError()?.problem.en.contains("8") == true)
    try edit("config.json", "\"n_head\": 3", "\"n_head\": 0")
    #expect(loadError()?.kind == .malformed)
  }

  @Test("tokenizers of another kind are refused")
  func otherTokenizers() throws {
    _ = try saved()
    for (old, new) in [
      ("\"normalizer\": null", "\"normalizer\": {\"type\": \"NFC\"}"),
      ("\"type\": \"BPE\"", "\"type\": \"Unigram\""),
      ("\"byte_fallback\": false", "\"byte_fallback\": true"),
      (
        "\"pre_tokenizer\": {\n    \"type\": \"ByteLevel\"",
        "\"pre_tokenizer\": {\n    \"type\": \"Whitespace\""
      ),
    ] {
      try edit("tokenizer.json", old, new)
      #expect(loadError()?.kind == .unsupported, "\(new)")
      try edit("tokenizer.json", new, old)
    }
    try edit("tokenizer.json", "\"h e\"", "\"h q\"")
    #expect(loadError()?.kind == .malformed)
  }

  @Test("a parameter that is not a number is named")
  func notFinite() throws {
    let model = try ModelFixture.make()
    model.parameters.tensor("h.1.mlp.c_fc.bias")[3] = .nan
    try model.save(folder: folder.path, card: "")
    #expect(loadError()?.kind == .notFinite)
    #expect(loadError()?.problem.en.contains("value 3 of tensor \"h.1.mlp.c_fc.bias\"") == true)
  }

  @Test("a missing folder, missing weights and pickled weights get a remedy")
  func missing() throws {
    let none = #expect(throws: FileError.self) {
      try TrainedModel.load(folder: folder.file("none"))
    }
    #expect(none?.kind == .missing)
    _ = try saved()
    try folder.remove("model.safetensors")
    #expect(loadError()?.kind == .missing)
    try folder.write("x", "pytorch_model.bin")
    #expect(loadError()?.kind == .unsupported)
  }

  @Test("a checkpoint comes back bit by bit, the same state as the same bytes")
  func checkpoints() throws {
    let checkpoint = Checkpoint(
      floats: ["parameters": [1, -0.0, .nan, 0x1p-149], "history": []],
      words: ["generator": [.max, 0, 1 << 63], "step": [7]], texts: ["options": "lr 0.1\nseed 3"])
    try checkpoint.write(to: folder.file("a"))
    let read = try Checkpoint(reading: folder.file("a"))
    #expect(read.words == checkpoint.words)
    #expect(read.texts == checkpoint.texts)
    #expect(read.floats["history"] == [])
    #expect(
      read.floats["parameters"]?.map(\.bitPattern)
        == checkpoint.floats["parameters"]?.map(\.bitPattern))
    try read.write(to: folder.file("b"))
    #expect(try folder.bytes("a") == folder.bytes("b"))
    _ = try saved()
    #expect(throws: FileError.self) {
      try Checkpoint(reading: folder.file("model.safetensors"))
    }
  }
}
