import Files
import Names
import Tokenization

/// `tokenizer.json` as Hugging Face's `tokenizers` reads and writes it, for byte-level BPE.
enum TokenizerFile {
  static func write(_ tokenizer: Tokenizer, to path: String) throws(FileError) {
    // The order of the members is the library's own, so that people find what they know.
    try JSONFile.write(json(tokenizer), to: path, sortedNames: false)
  }

  static func json(_ tokenizer: Tokenizer) -> JSONValue {
    let special = tokenizer.specialTokens
    let isSpecial = Set(special.map(\.id))
    let addedTokens = special.map { token -> JSONValue in
      [
        "id": .integer(Int(token.id)), "content": .string(token.text), "single_word": false,
        "lstrip": false, "rstrip": false, "normalized": false, "special": true,
      ]
    }
    var vocabulary: [JSONValue.Member] = []
    for id in 0..<Int32(tokenizer.vocabularySize)
    where isSpecial.contains(id) || !tokenizer.bytes(of: id).isEmpty {
      vocabulary.append(.init(tokenizer.symbol(of: id), .integer(Int(id))))
    }
    let merges = tokenizer.merges.map { merge -> JSONValue in
      .string(tokenizer.symbol(of: merge.left) + " " + tokenizer.symbol(of: merge.right))
    }
    return [
      "version": "1.0",
      "truncation": nil,
      "padding": nil,
      "added_tokens": .array(addedTokens),
      "normalizer": nil,
      "pre_tokenizer": byteLevel(addsPrefixSpace: false),
      "post_processor": nil,
      "decoder": byteLevel(addsPrefixSpace: true),
      "model": [
        "type": "BPE", "dropout": nil, "unk_token": nil, "continuing_subword_prefix": nil,
        "end_of_word_suffix": nil, "fuse_unk": false, "byte_fallback": false,
        "ignore_merges": false, "vocab": .object(vocabulary), "merges": .array(merges),
      ],
    ]
  }

  private static func byteLevel(addsPrefixSpace: Bool) -> JSONValue {
    [
      "type": "ByteLevel", "add_prefix_space": .bool(addsPrefixSpace), "trim_offsets": true,
      "use_regex": true,
    ]
  }

  /// - Parameter vocabularySize: of the model; ids that the file does not name become tokens that
  ///   no text produces.
  static func read(
    _ path: String, vocabularySize: Int? = nil
  ) throws(FileError) -> Tokenizer {
    let json = try JSONFile.read(path)
    guard let model = json["model"] else {
      throw malformed(path, LocalizedText(en: "it has no \"model\"", ja: "「model」がありません"))
    }
    try requireByteLevel(json, model, path)
    guard let vocabulary = model["vocab"]?.members, let merges = model["merges"]?.array else {
      throw malformed(
        path,
        LocalizedText(
          en: "its model has no \"vocab\" and \"merges\"", ja: "modelに「vocab」と「merges」がありません"))
    }
    var builder = TokenizerBuilder(path: path)
    for member in vocabulary { try builder.add(member.name, id: member.value.integer) }
    for token in json["added_tokens"]?.array ?? [] {
      guard let content = token["content"]?.string else {
        throw malformed(
          path,
          LocalizedText(en: "an added token has no \"content\"", ja: "追加のトークンに「content」がありません"))
      }
      try builder.addSpecial(content, id: token["id"]?.integer)
    }
    for merge in merges {
      let parts: [String]
      if let text = merge.string {
        parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      } else {
        parts = (merge.array ?? []).compactMap(\.string)
      }
      try builder.addMerge(parts)
    }
    return try builder.build(vocabularySize: vocabularySize)
  }

  /// The older form of the same: `vocab.json` and `merges.txt`.
  static func read(
    vocabularyPath: String, mergesPath: String, vocabularySize: Int?
  ) throws(FileError) -> Tokenizer {
    guard let members = try JSONFile.read(vocabularyPath).members else {
      throw malformed(
        vocabularyPath,
        LocalizedText(en: "it is not an object of tokens and ids", ja: "トークンと番号のオブジェクトではありません"))
    }
    var builder = TokenizerBuilder(path: vocabularyPath)
    for member in members { try builder.add(member.name, id: member.value.integer) }
    let bytes = try InputFile.bytes(of: mergesPath, limit: JSONLimits().byteCount)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw malformed(mergesPath, LocalizedText(en: "it is not valid UTF-8", ja: "正しいUTF-8ではありません"))
    }
    // Lines end by bytes: as characters "\r\n" would be one.
    let lines = text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    for (number, line) in lines.enumerated() {
      let merge = String(line)!
      if number == 0, merge.utf8.starts(with: "#version".utf8) { continue }
      try builder.addMerge(merge.split(separator: " ").map(String.init))
    }
    return try builder.build(vocabularySize: vocabularySize)
  }

  private static func requireByteLevel(
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
      model["dropout"].map(\.isNull) ?? true
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
    if let normalizer = json["normalizer"], !normalizer.isNull {
      throw unsupported(
        LocalizedText(en: "it changes text by a normalizer", ja: "normalizerで文章を書きかえています"))
    }
    guard let cutter = json["pre_tokenizer"], cutter["type"]?.string == "ByteLevel",
      cutter["use_regex"]?.bool != false
    else {
      throw unsupported(
        LocalizedText(en: "it does not cut text into words as GPT-2 does", ja: "文章の区切り方がGPT-2と違います")
      )
    }
    guard cutter["add_prefix_space"]?.bool != true else {
      throw unsupported(LocalizedText(en: "it adds a space before each text", ja: "文章の前に空白を足しています"))
    }
  }

  private static func malformed(_ path: String, _ problem: LocalizedText) -> FileError {
    FileError(
      .malformed, path: path, problem: problem, remedy: .saveTokenizerAgain)
  }
}
