import Files
import Names
import Tokenization

/// What the files beside a tokenizer say: `tokenizer_config.json`, `special_tokens_map.json` and
/// `added_tokens.json`, as `transformers` reads them.
struct TokenizerSettings {
  private let configuration: JSONValue
  private let special: JSONValue
  private let added: JSONValue
  private static let limits = JSONLimits(byteCount: 1 << 24, valueCount: 1_000_000)
  private static let roles = [
    "bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token",
  ]

  init(folder: String) throws(FileError) {
    func read(_ name: String) throws(FileError) -> JSONValue {
      let path = folder + "/" + name
      guard SystemCalls.exists(path) else { return .object([]) }
      return try JSONFile.read(path, limits: Self.limits)
    }
    configuration = try read("tokenizer_config.json")
    special = try read("special_tokens_map.json")
    added = try read("added_tokens.json")
  }

  /// - Parameter isOldForm: whether words and merges came from `vocab.json` and `merges.txt`, which say
  ///   nothing of what stands around a text.
  func apply(to builder: inout TokenizerBuilder, isOldForm: Bool) throws(FileError) {
    for member in configuration["added_tokens_decoder"]?.members ?? [] {
      guard let content = member.value["content"]?.string else { continue }
      if let id = builder.id(of: content), !isOldForm, builder.isAdded(content) {
        // The tokenizer's own file says how it is read, this one may only move it, which is no id of it.
        guard Int32(member.name) == id else { continue }
      }
      try builder.addToken(AddedToken(content, member.value), id: Int(member.name))
    }
    for member in added.members ?? [] where !builder.isAdded(member.name) {
      try builder.addToken(
        AddedToken(id: 0, text: member.name, isSpecial: false, isLate: true),
        id: member.value.integer)
    }
    for token in named() where !builder.isAdded(token.text) {
      guard let id = builder.id(of: token.text).map(Int.init) ?? builder.nextID else { continue }
      try builder.addToken(token, id: id)
    }
    builder.rules.splitsSpecial = configuration["split_special_tokens"]?.bool == true
    frame(&builder, isOldForm: isOldForm)
  }

  /// Whether texts are to be framed as talks.
  func hasChatTemplate(_ content: FolderContent) -> Bool {
    configuration["chat_template"].map { !$0.isNull } ?? false
      || content.names.contains { $0.hasPrefix("chat_template") }
  }

  /// Tokens that a role or a list names, in the order in which new ones are numbered.
  private func named() -> [AddedToken] {
    var values = Self.roles.compactMap { configuration[$0] ?? special[$0] }
    // Any other name of this form is a role that a model has for itself.
    values += (configuration.members ?? [])
      .filter { $0.name.hasSuffix("_token") && !Self.roles.contains($0.name) }.map(\.value)
    for list in [
      "additional_special_tokens", "extra_special_tokens", "model_specific_special_tokens",
    ] {
      let value = configuration[list] ?? special[list]
      values += value?.array ?? value?.members?.map(\.value) ?? []
    }
    // The class that `transformers` takes where none is named has GPT-2's own token.
    let kind = configuration["tokenizer_class"]?.string ?? "GPT2Tokenizer"
    if kind.hasPrefix("GPT2Tokenizer") { values.append("<|endoftext|>") }
    return values.compactMap { value in
      if let text = value.string { return AddedToken(id: 0, text: text) }
      guard let text = value["content"]?.string else { return nil }
      var token = AddedToken(text, value)
      token.isSpecial = true
      return token
    }
  }

  /// Beginning and end of every text, where the settings speak of them.
  private func frame(_ builder: inout TokenizerBuilder, isOldForm: Bool) {
    if let space = configuration["add_prefix_space"]?.bool { builder.rules.addsSpaceBefore = space }
    // Where there is a `tokenizer.json`, its post-processor alone says what stands around a text.
    guard isOldForm,
      configuration["add_bos_token"] != nil || configuration["add_eos_token"] != nil
    else { return }
    func ids(_ flag: String, _ name: String) -> [Int32] {
      guard configuration[flag]?.bool == true else { return [] }
      let value = configuration[name] ?? special[name]
      let text = value?.string ?? value?["content"]?.string ?? "<|endoftext|>"
      return builder.id(of: text).map { [$0] } ?? []
    }
    builder.rules.before = ids("add_bos_token", "bos_token")
    builder.rules.after = ids("add_eos_token", "eos_token")
  }
}

extension AddedToken {
  /// As files describe one, with what is left out as `tokenizers` takes it.
  init(_ content: String, _ json: JSONValue) {
    let isSpecial = json["special"]?.bool ?? false
    self.init(
      id: 0, text: content, isSpecial: isSpecial,
      takesSpaceBefore: json["lstrip"]?.bool ?? false,
      takesSpaceAfter: json["rstrip"]?.bool ?? false,
      isWholeWord: json["single_word"]?.bool ?? false,
      isLate: json["normalized"]?.bool ?? !isSpecial)
  }
}
