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
    let (asked, endTokens, reader) = try open(folder)
    let parameters = try reader.read(try reader.tied(asked))
    let configuration = parameters.configuration
    let tokenizer = try tokenizer(folder, vocabularySize: configuration.vocabularySize)
    var generation = GenerationDefaults()
    let generationPath = folder + "/generation_config.json"
    if SystemCalls.exists(generationPath) {
      generation = try GenerationDefaults.read(
        generationPath, vocabularySize: configuration.vocabularySize)
    } else {
      // As `transformers` does for folders from before there was such a file.
      generation.endTokens = endTokens
    }
    var model = TrainedModel(parameters: parameters, tokenizer: tokenizer, generation: generation)
    if asked.tiesOutput, !configuration.tiesOutput { model.remarks.append(.ownOutputTable) }
    let missing = tokenizer.byteTokens.count { $0 == Tokenizer.noToken }
    if missing > 0 { model.remarks.append(.bytesWithoutToken(missing)) }
    model.remarks += generation.remarks
    return model
  }

  private static func open(
    _ folder: String
  ) throws(FileError) -> (asked: Configuration, endTokens: [Int32], ParameterReader) {
    guard SystemCalls.isFolder(folder) else {
      throw FileError(
        .missing, path: folder,
        problem: LocalizedText(en: "no such model folder", ja: "そのモデルのフォルダはありません"),
        remedy: LocalizedText(
          en: "name the folder of a model; nakami build makes one in Output/model",
          ja: "モデルのフォルダを指定してください。nakami buildはOutput/modelに作ります"))
    }
    let (asked, endTokens) = try ConfigurationFile.read(folder + "/config.json")
    return (asked, endTokens, try ParameterReader(folder: folder))
  }

  /// How many parameters the model of a folder has, without reading the values of all.
  /// - Throws: as ``load(folder:)`` does of configuration and headers.
  public static func parameterCount(folder: String) throws(FileError) -> Int {
    let (asked, _, reader) = try open(folder)
    return try reader.tied(asked).parameterCount
  }

  /// Tokens of a text that this model has no embedding for.
  public func unknown(_ tokens: [Int32]) -> Int32? {
    tokens.first { $0 < 0 || Int($0) >= configuration.vocabularySize }
  }

  private static func tokenizer(
    _ folder: String, vocabularySize: Int
  ) throws(FileError) -> Tokenizer {
    let path = folder + "/tokenizer.json"
    let vocabulary = folder + "/vocab.json"
    if !SystemCalls.exists(path), SystemCalls.exists(vocabulary) {
      return try TokenizerFile.read(
        vocabularyPath: vocabulary, mergesPath: folder + "/merges.txt",
        vocabularySize: vocabularySize, folder: folder)
    }
    return try TokenizerFile.read(path, vocabularySize: vocabularySize, folder: folder)
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
