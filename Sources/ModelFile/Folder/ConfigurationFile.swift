import Files
import Names
import Transformer

/// `config.json` of a GPT-2 in `transformers`.
enum ConfigurationFile {
  static func json(_ configuration: Configuration, endToken: Int32?) -> JSONValue {
    let dropout = JSONValue.float(configuration.dropout)
    let end = endToken.map { JSONValue.integer(Int($0)) } ?? .null
    return [
      "activation_function": "gelu_new",
      "architectures": ["GPT2LMHeadModel"],
      "attn_pdrop": dropout,
      "bos_token_id": end,
      "embd_pdrop": dropout,
      "eos_token_id": end,
      "initializer_range": .number(0.02),
      "layer_norm_epsilon": .float(Configuration.normalizationEpsilon),
      "model_type": "gpt2",
      "n_ctx": .integer(configuration.contextLength),
      "n_embd": .integer(configuration.width),
      "n_head": .integer(configuration.headCount),
      "n_inner": nil,
      "n_layer": .integer(configuration.layerCount),
      "n_positions": .integer(configuration.contextLength),
      "reorder_and_upcast_attn": false,
      "resid_pdrop": dropout,
      "scale_attn_by_inverse_layer_idx": false,
      "scale_attn_weights": true,
      "tie_word_embeddings": .bool(configuration.tiesOutput),
      "torch_dtype": "float32",
      "use_cache": true,
      "vocab_size": .integer(configuration.vocabularySize),
    ]
  }

  /// The shape of the model.
  static func read(_ path: String) throws(FileError) -> Configuration {
    let json = try JSONFile.read(path, limits: JSONLimits(byteCount: 1 << 20, valueCount: 50_000))
    guard json.members != nil else {
      throw FileError(
        .malformed, path: path,
        problem: LocalizedText(en: "it is not an object", ja: "オブジェクトではありません"),
        remedy: .saveModelAgain)
    }
    try requireGPT2(json, path)
    func size(_ names: String...) throws(FileError) -> Int {
      for name in names {
        guard let value = json[name], !value.isNull else { continue }
        guard let size = value.integer, size >= 1, size <= 1 << 31 else {
          throw FileError(
            .malformed, path: path,
            problem: LocalizedText(
              en: "\(name) is not a size from 1 on", ja: "\(name)が1以上の大きさではありません"),
            remedy: LocalizedText(en: "mend it or save the model again", ja: "直すか、モデルを保存し直してください"))
        }
        return size
      }
      throw FileError(
        .malformed, path: path,
        problem: LocalizedText(en: "\(names[0]) is missing", ja: "\(names[0])がありません"),
        remedy: LocalizedText(en: "add it or save the model again", ja: "書き加えるか、モデルを保存し直してください"))
    }
    let dropout = Float(json["resid_pdrop"]?.double ?? 0)
    let configuration = Configuration(
      layerCount: try size("n_layer"), headCount: try size("n_head"), width: try size("n_embd"),
      contextLength: try size("n_positions", "n_ctx"), vocabularySize: try size("vocab_size"),
      dropout: dropout, tiesOutput: json["tie_word_embeddings"]?.bool ?? true)
    if let inner = json["n_inner"]?.integer, inner != 4 * configuration.width {
      throw unsupported(
        path,
        LocalizedText(
          en: "n_inner \(inner) is not four times the width", ja: "n_innerの\(inner)が、幅の4倍ではありません"))
    }
    do {
      try configuration.validate()
    } catch {
      throw FileError(
        .malformed, path: path,
        problem: LocalizedText(en: error.text(.english), ja: error.text(.japanese)),
        remedy: LocalizedText(en: "or save the model again", ja: "または、モデルを保存し直してください"))
    }
    return configuration
  }

  /// Refuses what would give other numbers than the same folder in `transformers`.
  private static func requireGPT2(_ json: JSONValue, _ path: String) throws(FileError) {
    let type = json["model_type"]?.string ?? "nothing"
    guard type == "gpt2" else {
      throw unsupported(
        path,
        LocalizedText(
          en: "its model_type is \(FileError.shown(type)), not gpt2",
          ja: "model_typeがgpt2ではなく\(FileError.shown(type))です"))
    }
    if case .array(let made)? = json["architectures"], let judge = made.first?.string,
      judge.hasPrefix("GPT2For")
    {
      throw unsupported(
        path,
        LocalizedText(
          en: "it is a \(FileError.shown(judge)), which judges texts and writes none",
          ja: "文章を判定するだけで書かないモデル（\(FileError.shown(judge))）です"))
    }
    if let quantized = json["quantization_config"], !quantized.isNull {
      let method = quantized["quant_method"]?.string.map { " (\(FileError.shown($0)))" } ?? ""
      throw unsupported(
        path,
        LocalizedText(
          en: "its weights are quantized\(method)", ja: "重みが量子化されています\(method)"))
    }
    let activation = json["activation_function"]?.string ?? "gelu_new"
    guard ["gelu_new", "gelu_pytorch_tanh"].contains(activation) else {
      throw unsupported(
        path,
        LocalizedText(
          en: "its activation is \(FileError.shown(activation)), not gelu_new",
          ja: "活性化関数がgelu_newではなく\(FileError.shown(activation))です"))
    }
    let epsilon = json["layer_norm_epsilon"]?.double ?? 1e-5
    guard Float(epsilon) == Configuration.normalizationEpsilon else {
      throw unsupported(
        path,
        LocalizedText(
          en: "its layer_norm_epsilon is \(epsilon), not 1e-05",
          ja: "layer_norm_epsilonが1e-05ではなく\(epsilon)です"))
    }
    guard json["scale_attn_weights"]?.bool ?? true,
      !(json["scale_attn_by_inverse_layer_idx"]?.bool ?? false),
      !(json["add_cross_attention"]?.bool ?? false)
    else {
      throw unsupported(
        path,
        LocalizedText(
          en: "its attention is scaled or wired unlike GPT-2's", ja: "注意の計算のしかたがGPT-2と違います"))
    }
  }

  private static func unsupported(_ path: String, _ problem: LocalizedText) -> FileError {
    FileError(
      .unsupported, path: path, problem: problem,
      remedy: LocalizedText(en: "use a plain GPT-2 model", ja: "普通のGPT-2のモデルを使ってください"))
  }
}
