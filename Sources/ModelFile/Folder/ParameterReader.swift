import Files
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
      if !SystemCalls.exists(single), SystemCalls.exists(folder + "/pytorch_model.bin") {
        throw FileError(
          .unsupported, path: folder + "/pytorch_model.bin",
          problem: "pickled weights can run any program and are not opened",
          remedy: "save the model with transformers' save_pretrained, which writes safetensors")
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
            problem: "tensor \"\(FileError.shown(tensor.name))\" is there twice",
            remedy: "save the model again")
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
          .malformed, path: index, problem: "its weight_map names something that is not a file",
          remedy: "save or download the model again")
      }
      result.append(name)
    }
    result = Array(Set(result)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !result.isEmpty, result.count <= 1000 else {
      throw FileError(
        .malformed, path: index, problem: "its weight_map names \(result.count) files",
        remedy: "save or download the model again")
    }
    return result
  }

  /// Reads all parameters; every shape is checked before any memory is taken for them.
  ///
  /// An output layer beside a configuration that ties it to the token table is not read, as in
  /// `transformers`.
  func read(_ configuration: Configuration) throws(FileError) -> Parameters {
    let available = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    guard Double(configuration.parameterCount) * 4 < Double(available) else {
      throw FileError(
        .oversized, path: path,
        problem: "\(configuration.parameterCount) parameters do not fit in this machine's memory",
        remedy: "use a smaller model or a larger machine")
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
        .mismatched, path: path, problem: "tensor \"\(name)\" is missing",
        remedy: "check that config.json belongs to this file")
    }
    guard place.tensor.shape == shape else {
      throw FileError(
        .mismatched, path: place.file.path,
        problem: "tensor \"\(name)\" is \(place.tensor.shape), but config.json asks for \(shape)",
        remedy: "check that both belong together")
    }
    guard [.float32, .float16, .bfloat16].contains(place.tensor.type) else {
      throw FileError(
        .mistyped, path: place.file.path,
        problem: "tensor \"\(name)\" is of type \(place.tensor.type.rawValue)",
        remedy: "save the model as F32, F16 or BF16")
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
        problem: "value \(index) of tensor \"\(name)\" is \(target[index])",
        remedy: "train again with a lower learning rate, or take an earlier checkpoint")
    }
  }
}
