import Files
import Foundation
import ModelFile
import Names
import Testing
import Transformer

/// Folders that are not quite a model: what lies there instead is named, with what to do.
@Suite struct FolderContentTests {
  private let folder = TemporaryFolder()

  init() throws { try ModelFixture.make().save(folder: folder.path, card: "# A model\n") }

  private func problem() -> FileError? {
    #expect(throws: FileError.self) { try TrainedModel.load(folder: folder.path) }
  }

  private func move(_ name: String, _ other: String) throws {
    try FileManager.default.moveItem(atPath: folder.file(name), toPath: folder.file(other))
  }

  /// Writes the weights anew, under other names, with other tensors beside them.
  private func rewrite(_ name: (String) -> String, beside others: [String] = []) throws {
    let file = try SafetensorsFile(reading: folder.file("model.safetensors"))
    let values = try file.tensors.map { ($0, try file.floats(of: $0)) }
    var writer = SafetensorsWriter()
    let other: [Float] = [1, 2]
    try values.withBuffers { tensors in
      try other.withUnsafeBufferPointer { other in
        for (tensor, values) in tensors {
          writer.add(name(tensor.name), shape: tensor.shape, values)
        }
        for name in others { writer.add(name, shape: [2], other) }
        try writer.write(to: folder.file("model.safetensors"))
      }
    }
  }

  @Test(
    arguments: [
      ("any.gguf", "any.gguf", "this kind"), ("model.onnx", "model.onnx", "this kind"),
      ("tf_model.h5", "tf_model.h5", "this kind"), ("flax.msgpack", "flax.msgpack", "this kind"),
      ("ckpt.pt", "ckpt.pt", "pickled"), ("a.pth", "a.pth", "pickled"),
      ("last.ckpt", "last.ckpt", "pickled"), ("pytorch_model.bin", "pytorch_model.bin", "pickled"),
      ("model.fp16.safetensors", "model.fp16.safetensors", "only this"),
      (
        "model-00001-of-00002.safetensors", "00001-of-00002.safetensors",
        "model.safetensors.index.json"
      ),
      ("optimizer.pt", "model.safetensors", "no such file"),
      ("training_args.bin", "model.safetensors", "no such file"),
      ("rng_state_0.pth", "model.safetensors", "no such file"),
    ])
  func weightsOfAnotherKindAreNamed(name: String, path: String, says: String) throws {
    try move("model.safetensors", name)
    #expect(problem()?.path.hasSuffix(path) == true)
    #expect(problem()?.problem.en.contains(says) == true)
    // A folder of nothing else says the same; what lies beside weights is no weights.
    try folder.remove("config.json")
    let path = says == "no such file" ? "config.json" : path
    #expect(problem()?.path.hasSuffix(path) == true)
  }

  @Test func anAdapterIsNoModel() throws {
    try folder.write("{\"base_model_name_or_path\": \"the/base\"}", "adapter_config.json")
    let model = try TrainedModel.load(folder: folder.path)
    #expect(model.remarks.map(\.en).first?.contains("adapter") == true && model.remarks.count == 1)
    try move("model.safetensors", "adapter_model.safetensors")
    #expect(problem()?.path.hasSuffix("adapter_config.json") == true)
    try folder.remove("config.json")
    let error = try #require(problem())
    #expect(error.problem.en.contains("another model (the/base)") && error.kind == .unsupported)
    #expect(error.problem.ja.contains("the/base") && error.remedy.en.contains("merge_and_unload"))
    try folder.write("[", "adapter_config.json")
    #expect(problem()?.problem.en.hasSuffix("another model") == true)
  }

  @Test(arguments: ["model", "snapshots/abc"])
  func aModelFurtherInIsNamed(place: String) throws {
    let target = folder.file(place)
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    for name in folder.names where name.contains(".") {
      try move(name, place + "/" + name)
    }
    let error = try #require(problem())
    #expect(error.path == folder.path && error.kind == .missing)
    #expect(error.problem.en.contains("but \(place) in it is one"))
    #expect(error.problem.ja.contains(place))
    #expect(throws: Never.self) { try TrainedModel.load(folder: target) }
  }

  @Test func aFileIsNoFolder() throws {
    let error = #expect(throws: FileError.self) {
      try TrainedModel.load(folder: folder.file("model.safetensors"))
    }
    #expect(error?.problem.en == "it is a file, not a model folder")
    #expect(error?.remedy.en.hasPrefix("name the folder in which") == true)
  }

  @Test func tokenizersOfOtherKindsAreNamed() throws {
    try move("tokenizer.json", "spiece.model")
    #expect(problem()?.path.hasSuffix("spiece.model") == true && problem()?.kind == .unsupported)
    try folder.remove("spiece.model")
    #expect(problem()?.path.hasSuffix("tokenizer.json") == true)
    #expect(problem()?.problem.en == "the model has no tokenizer")
  }

  @Test(arguments: ["module.", "_orig_mod.", "model."])
  func wrappedModelsAreSeenAsSuch(prefix: String) throws {
    try rewrite { prefix + $0 }
    let error = try #require(problem())
    #expect(error.problem.en.contains("\"\(prefix)transformer.h.1.ln_1.weight\" is there"))
    #expect(error.remedy.en.contains("wrapped") && error.kind == .mismatched)
  }

  @Test func anAdapterInsideTheWeightsIsNamed() throws {
    try rewrite { $0.replacing("c_attn.weight", with: "c_attn.base_layer.weight") }
    #expect(problem()?.problem.en.contains("an adapter is built into") == true)
    #expect(problem()?.remedy.en.contains("merge_and_unload") == true)
  }

  @Test func tensorsWithoutAPlaceAreSaid() throws {
    let masks = ["transformer.h.0.attn.bias", "transformer.h.1.attn.masked_bias"]
    try rewrite({ $0 }, beside: masks)
    #expect(try TrainedModel.load(folder: folder.path).remarks.isEmpty)
    let name = "transformer.h.0.attn.c_attn.lora_A.weight"
    try rewrite({ $0 }, beside: [name])
    var remarks = try TrainedModel.load(folder: folder.path).remarks
    #expect(remarks.count == 1)
    #expect(remarks[0].en.contains("a tensor of the weights, h.0.attn.c_attn.lora_A.weight;"))
    try rewrite({ $0 }, beside: ["transformer.h.9.ln_1.bias"])
    remarks = try TrainedModel.load(folder: folder.path).remarks
    #expect(
      remarks[0].en.contains("2 tensors of the weights, such as h.0.attn.c_attn.lora_A.weight;"))
    #expect(remarks[0].ja.contains("テンソル2個"))
  }

  @Test func quantizedWeightsAreRefused() throws {
    let text = String(decoding: try folder.bytes("config.json"), as: UTF8.self)
    try folder.write(
      text.replacing(
        "{\n", with: "{\"quantization_config\": {\"quant_method\": \"gptq\"},\n", maxReplacements: 1
      ),
      "config.json")
    #expect(problem()?.problem.en == "its weights are quantized (gptq)")
  }

  @Test func doublePrecisionIsRounded() throws {
    let model = try ModelFixture.make()
    let file = try SafetensorsFile(reading: folder.file("model.safetensors"))
    var members: [JSONValue.Member] = []
    var bytes: [UInt8] = []
    for tensor in file.tensors {
      let start = bytes.count
      for value in try file.floats(of: tensor) {
        // A little beside the float, which rounding takes away again.
        let bits = (Double(value) * (1 + 1e-9)).bitPattern.littleEndian
        withUnsafeBytes(of: bits) { bytes += $0 }
      }
      members.append(
        .init(
          tensor.name,
          [
            "dtype": "F64", "shape": .array(tensor.shape.map { .integer($0) }),
            "data_offsets": [.integer(start), .integer(bytes.count)],
          ]))
    }
    let header = JSONValue.object(members).bytes()
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
    try folder.write(length + header + bytes, "model.safetensors")
    let read = try TrainedModel.load(folder: folder.path)
    for tensor in model.parameters.tensors {
      #expect(
        Array(read.parameters.tensor(tensor.name)) == Array(model.parameters.tensor(tensor.name)))
    }
  }
}

extension [(SafetensorsTensor, [Float])] {
  /// Each list of values at its place in memory, while the body runs.
  fileprivate func withBuffers(
    _ body: ([(SafetensorsTensor, UnsafeBufferPointer<Float>)]) throws -> Void
  ) throws {
    let copies = map { tensor, values -> (SafetensorsTensor, UnsafeMutableBufferPointer<Float>) in
      let copy = UnsafeMutableBufferPointer<Float>.allocate(capacity: values.count)
      _ = copy.initialize(fromContentsOf: values)
      return (tensor, copy)
    }
    defer { for (_, copy) in copies { copy.deallocate() } }
    try body(copies.map { ($0, UnsafeBufferPointer($1)) })
  }
}
