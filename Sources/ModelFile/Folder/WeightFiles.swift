import Files
import Names

/// The files of a folder that hold its weights.
struct WeightFiles {
  /// What an error about all of them names: `model.safetensors`, or its index.
  let path: String
  /// In the order of their names' bytes.
  let parts: [String]

  /// - Throws: what is there instead, where there is no `model.safetensors` and no index of parts.
  init(_ content: FolderContent) throws(FileError) {
    let single = content.path(of: "model.safetensors")
    let index = content.path(of: "model.safetensors.index.json")
    if SystemCalls.exists(single) {
      path = single
      parts = [single]
    } else if SystemCalls.exists(index) {
      path = index
      var parts: [String] = []
      for name in try Self.names(index) { parts.append(content.path(of: name)) }
      self.parts = parts
    } else {
      throw content.adapter ?? Self.otherWeights(content) ?? .missing(single)
    }
  }

  /// The files that an index names, in order, each once.
  private static func names(_ index: String) throws(FileError) -> [String] {
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

  /// Weights that are not read, by the endings of their names, and why.
  private static let others: [(endings: [String], problem: LocalizedText)] = [
    (
      [".bin", ".bin.index.json", ".pt", ".pth", ".ckpt", ".pkl"],
      LocalizedText(
        en: "pickled weights can run any program and are not opened",
        ja: "pickle形式の重みはどんなプログラムも動かせるので、開きません")
    ),
    (
      [
        ".gguf", ".ggml", ".msgpack", ".h5", ".onnx", ".npz", ".npy", ".tflite", ".mlmodel",
      ],
      LocalizedText(
        en: "weights of this kind are not read, and there is no model.safetensors beside it",
        ja: "この種類の重みは読めません。同じフォルダにmodel.safetensorsもありません")
    ),
  ]

  /// How the names of files begin that hold the state of a training and no weights.
  private static let states = [
    "training_args", "optimizer", "scheduler", "scaler", "rng_state", "random_states",
  ]

  /// Says which weights of another kind or name lie in a folder; nil for none.
  static func otherWeights(_ content: FolderContent) -> FileError? {
    let names = content.names.filter { name in !states.contains { name.hasPrefix($0) } }
    if let name = names.first(where: { $0.hasSuffix(".safetensors") }) {
      return unnamed(name, content)
    }
    for (endings, problem) in others {
      if let name = names.first(where: { name in endings.contains { name.hasSuffix($0) } }) {
        return FileError(
          .unsupported, path: content.path(of: name), problem: problem, remedy: .savePretrained)
      }
    }
    return nil
  }

  /// Weights under another name than the one that every reader looks for.
  private static func unnamed(_ name: String, _ content: FolderContent) -> FileError {
    let isPart = name.contains("-of-")
    return FileError(
      .missing, path: content.path(of: name),
      problem: isPart
        ? LocalizedText(
          en: "it is one part of the weights, and model.safetensors.index.json is not beside it",
          ja: "重みの一部ですが、同じフォルダにmodel.safetensors.index.jsonがありません")
        : LocalizedText(
          en: "there is no model.safetensors, only this", ja: "model.safetensorsがなく、このファイルだけがあります"),
      remedy: isPart
        ? LocalizedText(
          en: "download that too, or save the model again", ja: "それもダウンロードするか、モデルを保存し直してください")
        : LocalizedText(
          en: "if it holds the model, name it model.safetensors",
          ja: "モデルの重みなら、名前をmodel.safetensorsにしてください"))
  }
}

extension LocalizedText {
  fileprivate static let savePretrained = LocalizedText(
    en: "save the model with transformers' save_pretrained, which writes safetensors",
    ja: "transformersのsave_pretrainedで保存すると、safetensorsになります")
}

extension FileError {
  static func missing(_ path: String) -> FileError {
    FileError(
      .missing, path: path, problem: LocalizedText(en: "no such file", ja: "そのファイルはありません"),
      remedy: LocalizedText(en: "check the path", ja: "場所を確かめてください"))
  }
}
