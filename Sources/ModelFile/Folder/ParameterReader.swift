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

  init(_ weights: WeightFiles) throws(FileError) {
    path = weights.path
    var files: [SafetensorsFile] = []
    for part in weights.parts { files.append(try SafetensorsFile(reading: part)) }
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

  /// Names of tensors that the model has no place for, in the order of their bytes.
  ///
  /// Masks of attention, which old files hold, and an output table that is the token table again are
  /// no parameters and not among them.
  func unread(_ configuration: Configuration) -> [String] {
    let known = Set(Parameters.specifications(configuration).map(\.name) + ["lm_head.weight"])
    return places.keys.filter { name in
      !known.contains(name) && !name.hasSuffix(".attn.bias") && !name.hasSuffix(".attn.masked_bias")
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
      throw missing(name)
    }
    guard place.tensor.shape == shape else {
      throw FileError(
        .mismatched, path: place.file.path,
        problem: LocalizedText(
          en: "tensor \"\(name)\" is \(place.tensor.shape), but config.json asks for \(shape)",
          ja: "テンソル「\(name)」の形は\(place.tensor.shape)ですが、config.jsonでは\(shape)です"),
        remedy: LocalizedText(en: "check that both belong together", ja: "二つが同じモデルのものか確かめてください"))
    }
    guard [.float64, .float32, .float16, .bfloat16].contains(place.tensor.type) else {
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

  /// Says where a tensor stands that is not there under its own name, as far as that can be seen.
  private func missing(_ name: String) -> FileError {
    let isGone = LocalizedText(en: "tensor \"\(name)\" is missing", ja: "テンソル「\(name)」がありません")
    if places.keys.contains(where: { $0.contains(".lora_") || $0.contains(".base_layer.") }) {
      return FileError(
        .mismatched, path: path,
        problem: LocalizedText(
          en: isGone.en + ": an adapter is built into the model",
          ja: isGone.ja + "（モデルにアダプターが組みこまれています）"),
        remedy: .mergeAdapter)
    }
    if let wrapped = places.keys.filter({ $0.hasSuffix("." + name) }).min() {
      return FileError(
        .mismatched, path: path,
        problem: LocalizedText(
          en: isGone.en + ", but \"\(FileError.shown(wrapped))\" is there",
          ja: isGone.ja + "（「\(FileError.shown(wrapped))」はあります）"),
        remedy: LocalizedText(
          en:
            "save the model itself, not what is wrapped around it (model.module, model._orig_mod)",
          ja: "モデルを包んでいるものではなく、モデルそのもの（model.module、model._orig_mod）を保存してください"))
    }
    return FileError(
      .mismatched, path: path, problem: isGone,
      remedy: LocalizedText(
        en: "check that config.json belongs to this file", ja: "config.jsonがこのファイルのものか確かめてください"))
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
