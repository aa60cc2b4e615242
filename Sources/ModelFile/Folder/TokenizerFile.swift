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
    let rules = tokenizer.rules
    let isAdded = Set(rules.added.map(\.id))
    let isSpecial = Set(tokenizer.specialTokens.map(\.id))
    let unread = tokenizer.specialTokens.filter { !isAdded.contains($0.id) }
      .map { AddedToken(id: $0.id, text: $0.text) }
    let addedTokens = (rules.added + unread).sorted { $0.id < $1.id }.map { token -> JSONValue in
      [
        "id": .integer(Int(token.id)), "content": .string(token.text),
        "single_word": .bool(token.isWholeWord), "lstrip": .bool(token.takesSpaceBefore),
        "rstrip": .bool(token.takesSpaceAfter), "normalized": .bool(token.isLate),
        "special": .bool(token.isSpecial),
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
      "pre_tokenizer": byteLevel(addsPrefixSpace: rules.addsSpaceBefore),
      "post_processor": TokenizerTemplate.json(rules, tokenizer),
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

  /// - Parameters:
  ///   - vocabularySize: of the model; ids that the file does not name become tokens that no text produces.
  ///   - folder: whose other files have a say; nil for the file alone.
  static func read(
    _ path: String, vocabularySize: Int? = nil, folder: String? = nil
  ) throws(FileError) -> Tokenizer {
    let json = try JSONFile.read(path)
    guard let model = json["model"] else {
      throw malformed(path, LocalizedText(en: "it has no \"model\"", ja: "「model」がありません"))
    }
    try TokenizerKind.require(json, model, path)
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
      try builder.addToken(AddedToken(content, token), id: token["id"]?.integer)
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
    builder.rules.addsSpaceBefore =
      TokenizerKind.byteLevel(json["pre_tokenizer"])?["add_prefix_space"]?.bool ?? false
    try TokenizerTemplate.read(json["post_processor"], into: &builder)
    if let folder { try TokenizerSettings(folder: folder).apply(to: &builder, isOldForm: false) }
    return try builder.build(vocabularySize: vocabularySize)
  }

  /// The older form of the same: `vocab.json` and `merges.txt`.
  static func read(
    vocabularyPath: String, mergesPath: String, vocabularySize: Int?, folder: String
  ) throws(FileError) -> Tokenizer {
    guard let members = try JSONFile.read(vocabularyPath).members else {
      throw malformed(
        vocabularyPath,
        LocalizedText(en: "it is not an object of tokens and ids", ja: "トークンと番号のオブジェクトではありません"))
    }
    var builder = TokenizerBuilder(path: vocabularyPath)
    for member in members { try builder.add(member.name, id: member.value.integer) }
    let bytes = try InputFile.bytes(
      of: mergesPath, limit: JSONLimits().byteCount, mayBePage: false)
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
    try TokenizerSettings(folder: folder).apply(to: &builder, isOldForm: true)
    return try builder.build(vocabularySize: vocabularySize)
  }

  private static func malformed(_ path: String, _ problem: LocalizedText) -> FileError {
    FileError(
      .malformed, path: path, problem: problem, remedy: .saveTokenizerAgain)
  }
}
