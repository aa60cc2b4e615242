import Files
import Names

/// Which kinds of `tokenizer.json` give the same ids here as in Hugging Face's `tokenizers`.
enum TokenizerKind {
  /// Refuses a kind that would give other ids.
  static func require(
    _ json: JSONValue, _ model: JSONValue, _ path: String
  ) throws(FileError) {
    func unsupported(_ problem: LocalizedText) -> FileError {
      FileError(
        .unsupported, path: path, problem: problem,
        remedy: LocalizedText(
          en: "use a model with GPT-2's byte-level BPE", ja: "GPT-2と同じ、バイト単位のBPEのモデルを使ってください"))
    }
    if let type = model["type"]?.string, type != "BPE" {
      throw unsupported(
        LocalizedText(
          en: "its model is \(FileError.shown(type)), not BPE",
          ja: "modelがBPEではなく\(FileError.shown(type))です"))
    }
    guard model["byte_fallback"]?.bool != true, model["ignore_merges"]?.bool != true,
      model["dropout"]?.double ?? 0 == 0
    else {
      throw unsupported(
        LocalizedText(
          en: "its BPE has byte_fallback, ignore_merges or dropout",
          ja: "BPEにbyte_fallback、ignore_merges、dropoutのどれかがあります"))
    }
    for name in ["continuing_subword_prefix", "end_of_word_suffix"] {
      guard model[name]?.string?.isEmpty ?? true else {
        throw unsupported(LocalizedText(en: "it uses a \(name)", ja: "\(name)を使っています"))
      }
    }
    if let normalizer = json["normalizer"], !normalizer.isNull,
      normalizer["normalizers"]?.array?.isEmpty != true
    {
      throw unsupported(
        LocalizedText(en: "it changes text by a normalizer", ja: "normalizerで文章を書きかえています"))
    }
    guard let cutter = byteLevel(json["pre_tokenizer"]), cutter["use_regex"]?.bool != false else {
      throw unsupported(
        LocalizedText(en: "it does not cut text into words as GPT-2 does", ja: "文章の区切り方がGPT-2と違います")
      )
    }
  }

  /// GPT-2's way to cut text, also where it is the only one of a sequence; nil for another.
  static func byteLevel(_ cutter: JSONValue?) -> JSONValue? {
    guard let cutter, let type = cutter["type"]?.string else { return nil }
    switch type {
    case "ByteLevel": return cutter
    case "Sequence":
      let parts = cutter["pretokenizers"]?.array ?? []
      return parts.count == 1 ? byteLevel(parts[0]) : nil
    default: return nil
    }
  }
}
