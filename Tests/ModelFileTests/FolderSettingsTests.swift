import Files
import ModelFile
import Names
import Testing
import Tokenization
import Transformer

/// What a folder says beside its weights: added tokens, frames of texts, ends, settings of generation.
@Suite struct FolderSettingsTests {
  private let folder = TemporaryFolder()

  private func saved() throws -> TrainedModel {
    let model = try ModelFixture.make()
    try model.save(folder: folder.path, card: "# A model\n")
    return model
  }

  private func load() throws -> TrainedModel { try TrainedModel.load(folder: folder.path) }

  /// Replaces a text in a file of the folder.
  private func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = String(decoding: try folder.bytes(name), as: UTF8.self)
    try #require(text.contains(old), "\(name): \(old)")
    try folder.write(text.replacing(old, with: new), name)
  }

  private func ids(_ text: String) throws -> [Int32] {
    try load().tokenizer.encodeByRules(text, readsSpecial: true)
  }

  @Test func addedTokensAreReadWithAllTheySay() throws {
    let model = try saved()
    let next = model.tokenizer.vocabularySize
    try edit(
      "tokenizer.json", "\"added_tokens\": [",
      """
      "added_tokens": [{"id": \(next), "content": "sea", "single_word": true, "lstrip": true, \
      "rstrip": false, "normalized": true, "special": false},
      """)
    let token = try #require(try load().tokenizer.rules.added.first { $0.text == "sea" })
    #expect(
      token
        == AddedToken(
          id: Int32(next), text: "sea", isSpecial: false, takesSpaceBefore: true,
          takesSpaceAfter: false, isWholeWord: true, isLate: true))
    #expect(try ids("he  sea") == model.tokenizer.encode("he") + [Int32(next)])
    #expect(try load().unknown([0, Int32(next)]) == Int32(next) && load().unknown([0]) == nil)
    // Saved again, it says the same.
    let again = TemporaryFolder()
    try load().save(folder: again.path, card: "")
    #expect(try TrainedModel.load(folder: again.path).tokenizer.rules == load().tokenizer.rules)
  }

  @Test(
    arguments: [
      (
        """
        {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<|end|>", "type_id": 0}}, \
        {"Sequence": {"id": "A", "type_id": 0}}], "pair": [], "special_tokens": {"<|end|>": \
        {"id": "<|end|>", "ids": [0], "tokens": ["<|end|>"]}}}
        """, [0], []
      ),
      (
        "{\"type\": \"RobertaProcessing\", \"cls\": [\"<|end|>\", 0], \"sep\": [\"<|en|>\", 1]}",
        [0], [1]
      ),
      (
        "{\"type\": \"BertProcessing\", \"cls\": [\"<|end|>\", 0], \"sep\": [\"<|en|>\", 1]}", [0],
        [1]
      ),
      ("{\"type\": \"ByteLevel\", \"trim_offsets\": false}", [], []),
      (
        """
        {"type": "Sequence", "processors": [{"type": "ByteLevel"}, {"type": "BertProcessing", \
        "cls": ["x", 2], "sep": ["y", 3]}]}
        """, [2], [3]
      ),
    ] as [(String, [Int32], [Int32])])
  func aFrameIsReadAndSavedAgain(json: String, before: [Int32], after: [Int32]) throws {
    let model = try saved()
    try edit("tokenizer.json", "\"post_processor\": null", "\"post_processor\": \(json)")
    #expect(try ids("he") == before + model.tokenizer.encode("he") + after)
    let again = TemporaryFolder()
    try load().save(folder: again.path, card: "")
    #expect(try TrainedModel.load(folder: again.path).tokenizer.rules == load().tokenizer.rules)
  }

  @Test func aFrameThatIsNotKnownIsRefused() throws {
    _ = try saved()
    for json in ["{\"type\": \"Odd\"}", "{\"type\": \"TemplateProcessing\", \"single\": []}"] {
      try edit("tokenizer.json", "\"post_processor\": null", "\"post_processor\": \(json)")
      let error = #expect(throws: FileError.self) { try load() }
      #expect(error?.kind == .unsupported && error?.problem.en.contains("post_processor") == true)
      try edit("tokenizer.json", "\"post_processor\": \(json)", "\"post_processor\": null")
    }
  }

  @Test func settingsBesideTheTokenizerAreHeeded() throws {
    let model = try saved()
    let he = model.tokenizer.encode("he")
    try folder.write("{\"add_prefix_space\": true}", "tokenizer_config.json")
    #expect(try ids("he") == model.tokenizer.encode(" he"))
    try folder.write("{}", "tokenizer_config.json")
    try edit(
      "tokenizer.json", "\"pre_tokenizer\": {\n    \"type\": \"ByteLevel\"",
      "\"pre_tokenizer\": {\n    \"x\": 0, \"type\": \"ByteLevel\"")
    #expect(try ids("he") == he)
  }

  /// Beside a `tokenizer.json`, which says it by itself, `transformers` does not heed the flags.
  @Test func flagsOfAFrameCountInTheOldFormOnly() throws {
    let he = try saved().tokenizer.encode("he")
    let flags: [(String, [Int32])] = [
      ("{\"add_bos_token\": true, \"bos_token\": \"<|end|>\"}", [0] + he),
      ("{\"add_eos_token\": true, \"eos_token\": {\"content\": \"<|en|>\"}}", he + [1]),
    ]
    for (json, _) in flags {
      try folder.write(json, "tokenizer_config.json")
      #expect(try ids("he") == he)
    }
    try turnIntoOldForm()
    for (json, framed) in flags {
      try folder.write(json, "tokenizer_config.json")
      #expect(try ids("he") == framed)
    }
  }

  private func turnIntoOldForm() throws {
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    try folder.write(json["model"]!["vocab"]!.bytes(), "vocab.json")
    try folder.write(
      json["model"]!["merges"]!.array!.map { $0.string! }.joined(separator: "\n"), "merges.txt")
    try folder.remove("tokenizer.json")
  }

  @Test(
    arguments: [
      "{\"extra_special_tokens\": [\"<|x|>\"]}",
      "{\"extra_special_tokens\": {\"image\": \"<|x|>\"}}",
      "{\"additional_special_tokens\": [{\"content\": \"<|x|>\"}]}",
      "{\"model_specific_special_tokens\": {\"image\": \"<|x|>\"}}",
      "{\"image_token\": \"<|x|>\"}", "{\"pad_token\": {\"content\": \"<|x|>\"}}",
    ])
  func aTokenThatIsNamedAndHasNoNumberGetsTheNext(json: String) throws {
    let model = try saved()
    try folder.write(
      json.dropLast() + ", \"tokenizer_class\": \"PreTrainedTokenizerFast\"}",
      "tokenizer_config.json")
    let next = Int32(model.tokenizer.vocabularySize)
    #expect(try ids("he<|x|>") == model.tokenizer.encode("he") + [next])
    #expect(try load().tokenizer.rules.added.last?.isSpecial == true)
    #expect(try load().unknown([next]) == next)
  }

  @Test func aTokenWithoutLettersIsFoundNowhere() throws {
    let model = try saved()
    let next = model.tokenizer.vocabularySize
    try folder.write(
      "{\"pad_token\": \"\", \"sep_token\": {\"content\": \"\"}}", "tokenizer_config.json")
    #expect(try ids("he") == model.tokenizer.encode("he"))
    try edit(
      "tokenizer.json", "\"added_tokens\": [",
      "\"added_tokens\": [{\"id\": \(next), \"content\": \"\", \"special\": true},")
    #expect(try ids("he") == model.tokenizer.encode("he"))
  }

  /// Dropout leaves out merges by lot, also where a text is only read; none is none.
  @Test func dropoutIsRefusedUnlessItIsNothing() throws {
    let he = try saved().tokenizer.encode("hehe")
    try edit("tokenizer.json", "\"dropout\": null", "\"dropout\": 0.0")
    #expect(try ids("hehe") == he)
    try edit("tokenizer.json", "\"dropout\": 0.0", "\"dropout\": 0.1")
    let error = #expect(throws: FileError.self) { try load() }
    #expect(error?.kind == .unsupported && error?.problem.en.contains("dropout") == true)
  }

  /// Where ids have gaps, the next number may be another token's.
  @Test func aNewTokenTakesNoOthersPlace() throws {
    let model = try saved()
    let last = model.tokenizer.vocabularySize - 1
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    let words = try #require(json["model"]?["vocab"]?.members)
    let name = try #require(words.first { $0.value.integer == last }?.name)
    try edit("tokenizer.json", "\"\(name)\": \(last)", "\"\(name)\": \(last + 1)")
    try folder.write("{\"sep_token\": \"<|sep|>\"}", "tokenizer_config.json")
    #expect(try ids("he<|sep|>") == model.tokenizer.encode("he<|sep|>"))
  }

  @Test func newTokensAreNumberedInOneOrder() throws {
    let next = Int32(try saved().tokenizer.vocabularySize)
    try folder.write(
      """
      {"tokenizer_class": "GPT2TokenizerFast", "add_bos_token": false, "own_token": "<|c|>",
       "extra_special_tokens": ["<|d|>"], "sep_token": "<|b|>", "bos_token": "<|a|>", "mask_token": null}
      """, "tokenizer_config.json")
    #expect(
      try ids("<|a|><|b|><|c|><|d|><|endoftext|>") == [
        next, next + 1, next + 2, next + 3, next + 4,
      ]
    )
  }

  @Test func specialTokensAreTextWhereTheFolderSaysSo() throws {
    let model = try saved()
    #expect(try ids("<|end|>he") == [0] + model.tokenizer.encode("he"))
    try edit(
      "tokenizer_config.json", "\"split_special_tokens\": false", "\"split_special_tokens\": true")
    #expect(try ids("<|end|>he") == model.tokenizer.encode("<|end|>he"))
    // Saved again, it says the same.
    let again = TemporaryFolder()
    try load().save(folder: again.path, card: "")
    #expect(try TrainedModel.load(folder: again.path).tokenizer.rules == load().tokenizer.rules)
  }

  @Test func aSequenceOfOneCutterIsThatCutter() throws {
    _ = try saved()
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    let cutter = try #require(json["pre_tokenizer"])
    func write(_ parts: [JSONValue]) throws {
      let members = json.members!.map { member in
        member.name == "pre_tokenizer"
          ? JSONValue.Member(
            member.name, ["type": "Sequence", "pretokenizers": .array(parts)])
          : member
      }
      try folder.write(JSONValue.object(members).bytes(), "tokenizer.json")
    }
    try write([cutter])
    #expect(try ids(" hehe") == ModelFixture.make().tokenizer.encode(" hehe"))
    try write([["type": "Digits"], cutter])
    #expect(throws: FileError.self) { try load() }
  }

  @Test func theOldFormHasItsSpecialTokens() throws {
    let model = try saved()
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    let next = model.tokenizer.vocabularySize
    var words = json["model"]!["vocab"]!.members!
    words.append(.init("<|endoftext|>", .integer(next)))
    try folder.write(JSONValue.object(words).bytes(), "vocab.json")
    try folder.write(
      json["model"]!["merges"]!.array!.map { $0.string! }.joined(separator: "\n"), "merges.txt")
    try folder.remove("tokenizer.json")
    try folder.remove("tokenizer_config.json")
    try folder.write("{\"Nakami\": \(next + 1)}", "added_tokens.json")
    try folder.write("{\"additional_special_tokens\": [\"<|en|>\"]}", "special_tokens_map.json")
    #expect(
      try ids("he<|endoftext|>Nakami<|en|>")
        == model.tokenizer.encode("he") + [Int32(next), Int32(next + 1), 1])
    #expect(try load().tokenizer.decode([Int32(next + 1)]) == Array("Nakami".utf8))
  }

  @Test func endsAreFoundWhereverTransformersLooks() throws {
    _ = try saved()
    #expect(try load().generation.endTokens == [0, 1, 2])
    try edit("config.json", "\"eos_token_id\": 0", "\"eos_token_id\": [3, 4, 100000]")
    #expect(try load().generation.endTokens == [0, 1, 2])
    try folder.remove("generation_config.json")
    #expect(try load().generation.endTokens == [3, 4])
    try edit("config.json", "\"eos_token_id\": [3, 4, 100000]", "\"eos_token_id\": 5")
    #expect(try load().generation.endTokens == [5])
  }

  @Test func settingsThatAreNotHeededAreSaid() throws {
    _ = try saved()
    #expect(try load().remarks.isEmpty)
    try folder.write(
      """
      {"no_repeat_ngram_size": 3, "suppress_tokens": [1], "bad_words_ids": null, "num_beams": 1,
       "typical_p": 1.0, "begin_suppress_tokens": [], "repetition_penalty": 1.5}
      """, "generation_config.json")
    let model = try load()
    #expect(model.generation.sampling.repetitionPenalty == 1.5)
    #expect(model.generation.sampling.temperature == 0)
    #expect(model.remarks.count == 1)
    #expect(model.remarks[0].en.contains(": no_repeat_ngram_size, suppress_tokens;"))
    #expect(model.remarks[0].ja.contains("no_repeat_ngram_size、suppress_tokens"))
    for (json, isSaid) in [
      ("{\"max_length\": 50}", true), ("{\"max_length\": 50, \"max_new_tokens\": 7}", false),
    ] {
      try folder.write(json, "generation_config.json")
      #expect(try load().remarks.map { $0.en.contains(": max_length;") } == (isSaid ? [true] : []))
    }
  }

  @Test func oldFoldersSayInTheConfigurationHowTheyWrite() throws {
    _ = try saved()
    try folder.remove("generation_config.json")
    #expect(try load().generation.sampling.temperature == 0)
    try edit(
      "config.json", "\"model_type\"",
      """
      "do_sample": true, "temperature": 0.7, "top_k": 7, "repetition_penalty": 1.25, "num_beams": 4, \
      "max_length": 33, "model_type"
      """)
    let model = try load()
    let sampling = model.generation.sampling
    #expect(sampling.temperature == 0.7 && sampling.topK == 7 && sampling.repetitionPenalty == 1.25)
    #expect(model.remarks.count == 1)
    #expect(model.remarks[0].en.hasPrefix("not heeded of config.json: num_beams, max_length;"))
    #expect(model.remarks[0].ja.hasPrefix("config.jsonのうち、num_beams、max_length"))
    // The file of its own counts alone where there is one.
    try folder.write("{\"eos_token_id\": 2}", "generation_config.json")
    #expect(try load().generation.sampling.temperature == 0 && load().remarks.isEmpty)
  }

  @Test func chatTemplatesAreSaid() throws {
    _ = try saved()
    for (name, text) in [
      ("chat_template.jinja", "{{ messages }}"),
      ("tokenizer_config.json", "{\"chat_template\": \"{{ messages }}\"}"),
    ] {
      _ = try saved()
      #expect(try load().remarks.isEmpty)
      try folder.write(text, name)
      #expect(try load().remarks.map(\.en).allSatisfy { $0.contains("chat template") })
      #expect(try load().remarks.count == 1)
      try folder.remove(name)
    }
    try folder.write("{\"chat_template\": null}", "tokenizer_config.json")
    #expect(try load().remarks.isEmpty)
  }

  @Test func pointersOfGitAreNamed() throws {
    for name in ["model.safetensors", "tokenizer.json", "config.json"] {
      _ = try saved()
      try folder.write(
        "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 9\n",
        name)
      let error = #expect(throws: FileError.self) { try load() }
      #expect(error?.kind == .unsupported && error?.problem.en.contains("Git LFS") == true)
      #expect(error?.path.hasSuffix(name) == true)
    }
  }

  /// What a browser or `curl` keeps in place of the file when it is given the address of a page.
  @Test(
    arguments: [
      "<!DOCTYPE html>\n<html lang=\"en\">", "\u{FEFF}\r\n <HTML><head>", "<html>",
      "Entry not found",
      "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "404: Not Found",
      "<!-- saved from url=(0014)about:internet -->\n<html>",
    ])
  func pagesInPlaceOfFilesAreNamed(page: String) throws {
    for name in [
      "model.safetensors", "tokenizer.json", "config.json", "generation_config.json",
      "tokenizer_config.json",
    ] {
      _ = try saved()
      // Longer than any settings may be, as pages are.
      for text in [page, page + String(repeating: " ", count: 2_000_000)] {
        try folder.write(text, name)
        let error = #expect(throws: FileError.self) { try load() }
        #expect(error?.kind == .unsupported && error?.problem.en.contains("web page") == true)
        #expect(error?.problem.ja.contains("ウェブページ") == true)
        #expect(error?.path.hasSuffix(name) == true)
      }
    }
    _ = try saved()
    let json = try JSONValue(parsing: folder.bytes("tokenizer.json"))
    try folder.write(json["model"]!["vocab"]!.bytes(), "vocab.json")
    try folder.remove("tokenizer.json")
    try folder.write(page, "merges.txt")
    let error = #expect(throws: FileError.self) { try load() }
    #expect(error?.problem.en.contains("web page") == true)
    #expect(error?.path.hasSuffix("merges.txt") == true)
  }

  @Test func picklesInPartsAreRefusedAsSuch() throws {
    _ = try saved()
    try folder.remove("model.safetensors")
    try folder.write("{}", "pytorch_model.bin.index.json")
    let error = #expect(throws: FileError.self) { try load() }
    #expect(error?.problem.en.contains("pickled") == true)
  }

  /// Whoever skips special tokens would lose a word of every text.
  @Test func aWordThatEndsATextIsNoSpecialToken() throws {
    var model = try saved()
    let word = try #require(model.tokenizer.encode("he").first)
    model.generation.endTokens = [word]
    try model.save(folder: folder.path, card: "")
    var settings = String(decoding: try folder.bytes("tokenizer_config.json"), as: UTF8.self)
    for name in ["bos", "eos", "pad"] { #expect(settings.contains("\"\(name)_token\": null")) }
    #expect(try load().generation.endTokens == [word])
    model.generation.endTokens = [word, 0]
    try model.save(folder: folder.path, card: "")
    settings = String(decoding: try folder.bytes("tokenizer_config.json"), as: UTF8.self)
    #expect(settings.contains("\"eos_token\": \"<|end|>\""))
  }
}
