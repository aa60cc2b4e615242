import Files
import Foundation
import Names

/// What lies in a folder that is said to hold a model.
struct FolderContent {
  let folder: String
  /// In the order of their bytes.
  let names: [String]

  /// - Throws: what the folder is instead, when it holds no model.
  init(_ folder: String) throws(FileError) {
    guard SystemCalls.isFolder(folder) else {
      throw SystemCalls.exists(folder) ? Self.isFile(folder) : Self.isMissing(folder)
    }
    self.folder = folder
    names = Self.names(folder)
    if !SystemCalls.exists(path(of: "config.json")) { try refuse() }
  }

  func path(of name: String) -> String { folder + "/" + name }

  /// Whether an adapter lies here, which changes the weights of a model.
  var hasAdapter: Bool { names.contains("adapter_config.json") }

  private static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Says what a folder without `config.json` is, as far as that can be seen.
  private func refuse() throws(FileError) {
    if let adapter { throw adapter }
    if let inner { throw Self.isAround(folder, inner) }
    if let weights = WeightFiles.otherWeights(self) { throw weights }
  }

  /// A model's folder in this one, or one level deeper, as caches of downloads and recordings have it.
  private var inner: String? {
    let limit = 200
    func isModel(_ place: String) -> Bool {
      SystemCalls.exists(folder + "/" + place + "/config.json")
    }
    let folders = names.filter { SystemCalls.isFolder(path(of: $0)) }.prefix(limit)
    if let found = folders.first(where: isModel) { return found }
    for name in folders {
      let deeper = Self.names(path(of: name)).prefix(limit).map { name + "/" + $0 }
      if let found = deeper.first(where: isModel) { return found }
    }
    return nil
  }

  /// Says which tokenizer of another kind lies here, or that there is none.
  func withoutTokenizer() -> FileError {
    let others = [".model", ".spm", ".vocab", ".tiktoken", "vocab.txt"]
    if let name = names.first(where: { name in others.contains { name.hasSuffix($0) } }) {
      return FileError(
        .unsupported, path: path(of: name),
        problem: LocalizedText(
          en: "a tokenizer of this kind is not read, and there is no tokenizer.json beside it",
          ja: "この種類のトークナイザーは読めません。同じフォルダにtokenizer.jsonもありません"),
        remedy: LocalizedText(
          en: "use a model with GPT-2's byte-level BPE", ja: "GPT-2と同じ、バイト単位のBPEのモデルを使ってください"))
    }
    return FileError(
      .missing, path: path(of: "tokenizer.json"),
      problem: LocalizedText(en: "the model has no tokenizer", ja: "モデルにトークナイザーがありません"),
      remedy: LocalizedText(
        en: "put the one that it was trained with beside it", ja: "学習に使ったトークナイザーを同じフォルダに置いてください"))
  }

  /// Says that what lies here only changes another model; nil where no adapter lies here.
  var adapter: FileError? {
    guard hasAdapter else { return nil }
    let path = path(of: "adapter_config.json")
    let base = (try? JSONFile.read(path))?["base_model_name_or_path"]?.string
    let name = base.map { " (\(FileError.shown($0)))" } ?? ""
    return FileError(
      .unsupported, path: path,
      problem: LocalizedText(
        en: "it is an adapter, which only changes another model\(name)",
        ja: "別のモデル\(name)を変えるだけのアダプターです"),
      remedy: .mergeAdapter)
  }

  private static func isAround(_ folder: String, _ inner: String) -> FileError {
    FileError(
      .missing, path: folder,
      problem: LocalizedText(
        en: "it is no model folder itself, but \(FileError.shown(inner, limit: 200)) in it is one",
        ja: "それ自体はモデルのフォルダではありませんが、中の\(FileError.shown(inner, limit: 200))がそうです"),
      remedy: LocalizedText(en: "name that one", ja: "そちらを指定してください"))
  }

  private static func isFile(_ path: String) -> FileError {
    FileError(
      .missing, path: path,
      problem: LocalizedText(en: "it is a file, not a model folder", ja: "モデルのフォルダではなく、ファイルです"),
      remedy: LocalizedText(
        en: "name the folder in which model and tokenizer lie",
        ja: "モデルとトークナイザーが入っているフォルダを指定してください"))
  }

  private static func isMissing(_ folder: String) -> FileError {
    FileError(
      .missing, path: folder,
      problem: LocalizedText(en: "no such model folder", ja: "そのモデルのフォルダはありません"),
      remedy: LocalizedText(
        en: "name the folder of a model; nakami build makes one in Output/model",
        ja: "モデルのフォルダを指定してください。nakami buildはOutput/modelに作ります"))
  }
}

extension LocalizedText {
  static let mergeAdapter = LocalizedText(
    en: "join both with peft's merge_and_unload, and save the result with save_pretrained",
    ja: "peftのmerge_and_unloadで一つにし、save_pretrainedで保存してください")
}
