import Files
import Names
import Tokenization

/// What a tokenizer puts before and after every text: the `post_processor` of `tokenizer.json`.
enum TokenizerTemplate {
  static func json(_ rules: TextRules, _ tokenizer: Tokenizer) -> JSONValue {
    guard !rules.before.isEmpty || !rules.after.isEmpty else { return nil }
    func item(_ id: Int32) -> JSONValue {
      ["SpecialToken": ["id": .string(tokenizer.symbol(of: id)), "type_id": 0]]
    }
    func sequence(_ name: JSONValue) -> JSONValue { ["Sequence": ["id": name, "type_id": 0]] }
    let before = rules.before.map(item)
    let after = rules.after.map(item)
    let used = Set(rules.before + rules.after).sorted()
    return [
      "type": "TemplateProcessing",
      "single": .array(before + [sequence("A")] + after),
      "pair": .array(before + [sequence("A")] + after + [sequence("B")] + after),
      "special_tokens": .object(
        used.map { id in
          let name = tokenizer.symbol(of: id)
          return .init(
            name,
            [
              "id": .string(name), "ids": .array([.integer(Int(id))]),
              "tokens": .array([.string(name)]),
            ])
        }),
    ]
  }

  /// - Throws: for a kind that is not known, which might add tokens unseen.
  static func read(
    _ processor: JSONValue?, into builder: inout TokenizerBuilder
  ) throws(FileError) {
    guard let processor, !processor.isNull else { return }
    switch processor["type"]?.string {
    case "ByteLevel": return  // It moves the places of tokens, not the tokens.
    case "Sequence":
      for part in processor["processors"]?.array ?? [] { try read(part, into: &builder) }
    case "TemplateProcessing":
      let items = processor["single"]?.array ?? []
      let isText = items.map { $0["Sequence"] != nil }
      guard isText.count(where: { $0 }) == 1, let place = isText.firstIndex(of: true) else {
        throw unsupported(builder.path)
      }
      var ids: [[Int32]] = []
      for item in items {
        let name = item["SpecialToken"]?["id"]?.string ?? ""
        let given = processor["special_tokens"]?[name]?["ids"]?.array ?? []
        ids.append(given.compactMap(\.integer).compactMap { Int32(exactly: $0) })
        guard isText[ids.count - 1] || !ids[ids.count - 1].isEmpty else {
          throw unsupported(builder.path)
        }
      }
      builder.rules.before = Array(ids[..<place].joined()) + builder.rules.before
      builder.rules.after += ids[(place + 1)...].joined()
    case "RobertaProcessing", "BertProcessing":
      guard let first = processor["cls"]?.array?.last?.integer.flatMap({ Int32(exactly: $0) }),
        let last = processor["sep"]?.array?.last?.integer.flatMap({ Int32(exactly: $0) })
      else { throw unsupported(builder.path) }
      builder.rules.before = [first] + builder.rules.before
      builder.rules.after.append(last)
    default: throw unsupported(builder.path)
    }
  }

  private static func unsupported(_ path: String) -> FileError {
    FileError(
      .unsupported, path: path,
      problem: LocalizedText(
        en: "its post_processor adds tokens in a way that is not known",
        ja: "post_processorのトークンの足し方がわかりません"),
      remedy: LocalizedText(
        en: "use a model with GPT-2's byte-level BPE", ja: "GPT-2と同じ、バイト単位のBPEのモデルを使ってください"))
  }
}
