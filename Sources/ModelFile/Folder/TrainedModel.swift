import Files
import Inference
import Names
import Tokenization
import Transformer

/// A trained model as a folder that Hugging Face's `transformers` reads too.
///
/// `model.safetensors`, `config.json`, `tokenizer.json`, `tokenizer_config.json`,
/// `generation_config.json`, and a model card in `README.md`.
public struct TrainedModel: Sendable {
  public var parameters: Parameters
  public var tokenizer: Tokenizer
  public var generation: GenerationDefaults
  /// What is worth a line to whoever brings the model.
  public var remarks: [LocalizedText] = []

  public var configuration: Configuration { parameters.configuration }

  /// - Parameter generation: when nil, greedy, and any special token ends an answer.
  public init(
    parameters: Parameters, tokenizer: Tokenizer, generation: GenerationDefaults? = nil
  ) {
    self.parameters = parameters
    self.tokenizer = tokenizer
    self.generation =
      generation ?? GenerationDefaults(endTokens: tokenizer.specialTokens.map(\.id))
  }

  /// Opens the folder of any GPT-2: in 32, 16 or brain 16 bit floats, in one file or in parts, with
  /// or without the prefix `transformer.`; with `tokenizer.json`, or `vocab.json` and `merges.txt`.
  ///
  /// - Throws: what is missing, broken, does not fit together or is not GPT-2's way.
  public static func load(folder: String) throws(FileError) -> TrainedModel {
    let content = try FolderContent(folder)
    let (asked, reader) = try open(content)
    let parameters = try reader.read(try reader.tied(asked))
    let configuration = parameters.configuration
    let tokenizer = try tokenizer(content, vocabularySize: configuration.vocabularySize)
    // As `transformers` does for folders from before there was such a file.
    let settings = ["generation_config.json", "config.json"].map(content.path(of:))
    let generation = try GenerationDefaults.read(
      settings.first(where: SystemCalls.exists)!, vocabularySize: configuration.vocabularySize)
    var model = TrainedModel(parameters: parameters, tokenizer: tokenizer, generation: generation)
    if asked.tiesOutput, !configuration.tiesOutput { model.remarks.append(.ownOutputTable) }
    let unread = reader.unread(configuration)
    if !unread.isEmpty { model.remarks.append(.tensorsWithoutPlace(unread)) }
    if content.hasAdapter { model.remarks.append(.adapterBeside) }
    let missing = tokenizer.byteTokens.count { $0 == Tokenizer.noToken }
    if missing > 0 { model.remarks.append(.bytesWithoutToken(missing)) }
    if try TokenizerSettings(folder: folder).hasChatTemplate(content) {
      model.remarks.append(.chatTemplate)
    }
    model.remarks += generation.remarks
    return model
  }

  private static func open(
    _ content: FolderContent
  ) throws(FileError) -> (asked: Configuration, ParameterReader) {
    let asked = try ConfigurationFile.read(content.path(of: "config.json"))
    return (asked, try ParameterReader(WeightFiles(content)))
  }

  /// How many parameters the model of a folder has, without reading the values of all.
  /// - Throws: as ``load(folder:)`` does of configuration and headers.
  public static func parameterCount(folder: String) throws(FileError) -> Int {
    let (asked, reader) = try open(FolderContent(folder))
    return try reader.tied(asked).parameterCount
  }

  /// Tokens of a text that this model has no embedding for.
  public func unknown(_ tokens: [Int32]) -> Int32? {
    tokens.first { $0 < 0 || Int($0) >= configuration.vocabularySize }
  }

  private static func tokenizer(
    _ content: FolderContent, vocabularySize: Int
  ) throws(FileError) -> Tokenizer {
    let path = content.path(of: "tokenizer.json")
    if SystemCalls.exists(path) {
      return try TokenizerFile.read(path, vocabularySize: vocabularySize, folder: content.folder)
    }
    let vocabulary = content.path(of: "vocab.json")
    guard SystemCalls.exists(vocabulary) else { throw content.withoutTokenizer() }
    return try TokenizerFile.read(
      vocabularyPath: vocabulary, mergesPath: content.path(of: "merges.txt"),
      vocabularySize: vocabularySize, folder: content.folder)
  }

  /// Writes the folder; each file is complete or absent whatever happens.
  ///
  /// - Parameter card: the model card, Markdown: what the model was trained on, how it was judged,
  ///   what it cannot do.
  public func save(folder: String, card: String) throws(FileError) {
    try AtomicFile.createFolder(folder)
    try saveParameters(to: folder + "/model.safetensors")
    let end = generation.endTokens.first
    try JSONFile.write(
      ConfigurationFile.json(configuration, endToken: end), to: folder + "/config.json")
    try saveTokenizer(to: folder + "/tokenizer.json")
    try JSONFile.write(tokenizerConfiguration, to: folder + "/tokenizer_config.json")
    try JSONFile.write(generation.json, to: folder + "/generation_config.json")
    try AtomicFile.write(card, to: folder + "/README.md")
  }

  /// Writes the parameters alone, under the names of `transformers`.
  public func saveParameters(to path: String) throws(FileError) {
    var writer = SafetensorsWriter()
    for tensor in parameters.tensors {
      writer.add(
        (tensor.name == "lm_head.weight" ? "" : "transformer.") + tensor.name,
        shape: tensor.shape,
        UnsafeBufferPointer(parameters.tensor(tensor.name)))
    }
    try writer.write(to: path)
  }

  /// Writes the tokenizer alone, as `tokenizer.json`.
  public func saveTokenizer(to path: String) throws(FileError) {
    try tokenizer.save(to: path)
  }

  private var tokenizerConfiguration: JSONValue {
    // Only a special token: a reader that skips special tokens would leave a word out of every text.
    let special = Set(tokenizer.specialTokens.map(\.id))
    let end =
      generation.endTokens.first(where: special.contains).map {
        JSONValue.string(tokenizer.symbol(of: $0))
      } ?? .null
    return [
      "add_prefix_space": .bool(tokenizer.rules.addsSpaceBefore),
      "bos_token": end,
      "clean_up_tokenization_spaces": false,
      "eos_token": end,
      "model_max_length": .integer(configuration.contextLength),
      "pad_token": end,
      "split_special_tokens": .bool(tokenizer.rules.splitsSpecial),
      "tokenizer_class": "PreTrainedTokenizerFast",
    ]
  }
}

extension Tokenizer {
  /// Reads a `tokenizer.json` with byte-level BPE.
  /// - Throws: what is missing, broken or of another kind.
  public static func load(_ path: String) throws(FileError) -> Tokenizer {
    try TokenizerFile.read(path)
  }

  /// Writes `tokenizer.json`, which Hugging Face's `tokenizers` reads.
  public func save(to path: String) throws(FileError) {
    try TokenizerFile.write(self, to: path)
  }
}
