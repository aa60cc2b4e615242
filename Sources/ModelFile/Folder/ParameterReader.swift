import Files
import Names
import Transformer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds a GPT-2's tensors in one safetensors file or several, and reads them as parameters.
struct ParameterReader {
  private let places: [String: (file: SafetensorsFile, tensor: SafetensorsTensor)]
  private let path: String

  /// - Parameter folder: with `model.safetensors`, or its index and the parts that it names.
  init(folder: String) throws(FileError) {
    let single = folder + "/model.safetensors"
    let index = folder + "/model.safetensors.index.json"
    var files: [SafetensorsFile] = []
    if SystemCalls.exists(single) || !SystemCalls.exists(index) {
      path = single
      let pickled = ["/pytorch_model.bin", "/pytorch_model.bin.index.json"].map { folder + $0 }
      if !SystemCalls.exists(single), let found = pickled.first(where: SystemCalls.exists) {
        throw FileError(
          .unsupported, path: found,
          problem: LocalizedText(
            en: "pickled weights can run any program and are not opened",
            ja: "pickle形式の重みはどんなプログラムも動かせるので、開きません"),
          remedy: LocalizedText(
            en: "save the model with transformers' save_pretrained, which writes safetensors",
            ja: "transformersのsave_pretrainedで保存すると、safetensorsになります"))
      }
      let others = ["flax_model.msgpack", "tf_model.h5", "model.onnx", "model.gguf"]
      if !SystemCalls.exists(single),
        let found = others.first(where: { SystemCalls.exists(folder + "/" + $0) })
      {
        throw FileError(
          .unsupported, path: folder + "/" + found,
          problem: LocalizedText(
            en: "weights of this kind are not read, and there is no model.safetensors beside it",
            ja: "この種類の重みは読めません。同じフォルダにmodel.safetensorsもありません"),
          remedy: LocalizedText(
            en: "save the model with transformers' save_pretrained, which writes safetensors",
            ja: "transformersのsave_pretrainedで保存すると、safetensorsになります"))
      }
      files.append(try SafetensorsFile(reading: single))
    } else {
      path = index
      for name in try Self.parts(index) {
        files.append(try SafetensorsFile(reading: folder + "/" + name))
      }
    }
    var places: [String: (file: SafetensorsFile, tensor: SafetensorsTensor)] = [:]
    for file in files {
      for tensor in file.tensors {
        guard places.updateValue((file, tensor), forKey: Self.plainName(tensor.name)) == nil else {
          throw FileError(
            .lying, path: file.path,
            problem: LocalizedText(
              en: "tensor \"\(FileError.shown(tensor.name))\" is there twice",
              ja: "テンソル「\(FileError.shown(tensor.name))」が二つあります"),
            remedy: LocalizedText(en: "save the model again", ja: "モデルを保存し直してください"))
        }
      }
    }
    self.places = places
  }

  /// Names with and without the prefix of the model that carries the output layer.
  private static func plainName(_ name: String) -> String {
    let prefix = "transformer."
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }

  /// The files that an index names, in order, each once.
  private static func parts(_ index: String) throws(FileError) -> [String] {
    let names = (try JSONFile.read(index)["weight_map"]?.members ?? []).map(\.value.string)
    var result: [String] = []
    for name in names {
      // Parts lie beside the index: a path out of the folder is a trap, not a part.
      guard let name, !name.isEmpty, name.utf8.allSatisfy({ $0 != UInt8(ascii: "/") }) else {
        throw FileError(
          .malformed, path: index,
          problem: LocalizedText(
            en: "its weight_map names something that is not a file", ja: "weight_mapにファイルでないものがあります"
          ),
          remedy: .saveModelAgain)
      }
      result.append(name)
    }
    result = Array(Set(result)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !result.isEmpty, result.count <= 1000 else {
      throw FileError(
        .malformed, path: index,
        problem: LocalizedText(
          en: "its weight_map names \(result.count) files",
          ja: "weight_mapに\(result.count)個のファイルがあります"),
        remedy: .saveModelAgain)
    }
    return result
  }

  /// The same configuration, untied where the file has an output table that is not the token table:
  /// `transformers` uses what the file holds then, whatever `config.json` says.
  func tied(_ asked: Configuration) throws(FileError) -> Configuration {
    guard asked.tiesOutput, let output = places["lm_head.weight"],
      let tokens = places["wte.weight"],
      output.tensor.shape == tokens.tensor.shape
    else { return asked }
    let count = output.tensor.count
    guard count == asked.vocabularySize * asked.width else { return asked }
    func floats(
      _ place: (file: SafetensorsFile, tensor: SafetensorsTensor)
    ) throws(FileError) -> [UInt32] {
      try place.file.floats(of: place.tensor).map(\.bitPattern)
    }
    guard try floats(output) != floats(tokens) else { return asked }
    var untied = asked
    untied.tiesOutput = false
    return untied
  }

  /// Reads all parameters; every shape is checked before any memory is taken for them.
  func read(_ configuration: Configuration) throws(FileError) -> Parameters {
    let available = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    guard Double(configuration.parameterCount) * 4 < Double(available) else {
      throw FileError(
        .oversized, path: path,
        problem: LocalizedText(
          en: "\(configuration.parameterCount) parameters do not fit in this machine's memory",
          ja: "\(configuration.parameterCount)個のパラメーターは、この機械のメモリに入りません"),
        remedy: LocalizedText(
          en: "use a smaller model or a larger machine", ja: "小さなモデルか、メモリの多い機械を使ってください"))
    }
    // The last layer must be there before a list of all layers is made: a configuration may lie.
    _ = try find("h.\(configuration.layerCount - 1).ln_1.weight", [configuration.width])
    for specification in Parameters.specifications(configuration) {
      _ = try find(specification.name, specification.shape)
    }
    let parameters = Parameters(configuration: configuration)
    for specification in parameters.tensors {
      try read(specification.name, specification.shape, into: parameters.tensor(specification.name))
    }
    return parameters
  }

  private func find(
    _ name: String, _ shape: [Int]
  ) throws(FileError) -> (file: SafetensorsFile, tensor: SafetensorsTensor) {
    guard let place = places[name] else {
      throw FileError(
        .mismatched, path: path,
        problem: LocalizedText(en: "tensor \"\(name)\" is missing", ja: "テンソル「\(name)」がありません"),
        remedy: LocalizedText(
          en: "check that config.json belongs to this file", ja: "config.jsonがこのファイルのものか確かめてください"))
    }
    guard place.tensor.shape == shape else {
      throw FileError(
        .mismatched, path: place.file.path,
        problem: LocalizedText(
          en: "tensor \"\(name)\" is \(place.tensor.shape), but config.json asks for \(shape)",
          ja: "テンソル「\(name)」の形は\(place.tensor.shape)ですが、config.jsonでは\(shape)です"),
        remedy: LocalizedText(en: "check that both belong together", ja: "二つが同じモデルのものか確かめてください"))
    }
    guard [.float32, .float16, .bfloat16].contains(place.tensor.type) else {
      throw FileError(
        .mistyped, path: place.file.path,
        problem: LocalizedText(
          en: "tensor \"\(name)\" is of type \(place.tensor.type.rawValue)",
          ja: "テンソル「\(name)」の型が\(place.tensor.type.rawValue)です"),
        remedy: LocalizedText(
          en: "save the model as F32, F16 or BF16", ja: "F32、F16、BF16のどれかで保存してください"))
    }
    return place
  }

  private func read(
    _ name: String, _ shape: [Int], into target: UnsafeMutableBufferPointer<Float>
  ) throws(FileError) {
    let place = try find(name, shape)
    try place.file.read(place.tensor, into: target)
    if let index = target.firstIndex(where: { !$0.isFinite }) {
      throw FileError(
        .notFinite, path: place.file.path,
        problem: LocalizedText(
          en: "value \(index) of tensor \"\(name)\" is \(target[index])",
          ja: "テンソル「\(name)」の\(index)番目の値が\(target[index])です"),
        remedy: LocalizedText(
          en: "train again with a lower learning rate, or take an earlier checkpoint",
          ja: "学習率を下げて学習し直すか、前のチェックポイントを使ってください"))
    }
  }
}
