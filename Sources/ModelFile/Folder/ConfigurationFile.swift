import Files
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

  static func read(_ path: String) throws(FileError) -> Configuration {
    let json = try JSONFile.read(path, limits: JSONLimits(byteCount: 1 << 20, valueCount: 50_000))
    guard json.members != nil else {
      throw FileError(
        .malformed, path: path, problem: "it is not an object",
        remedy: "save or download the model again")
    }
    try requireGPT2(json, path)
    func size(_ names: String...) throws(FileError) -> Int {
      for name in names {
        guard let value = json[name], !value.isNull else { continue }
        guard let size = value.integer, size >= 1, size <= 1 << 31 else {
          throw FileError(
            .malformed, path: path, problem: "\(name) is not a size from 1 on",
            remedy: "mend it or save the model again")
        }
        return size
      }
      throw FileError(
        .malformed, path: path, problem: "\(names[0]) is missing",
        remedy: "add it or save the model again")
    }
    let dropout = Float(json["resid_pdrop"]?.double ?? 0)
    let configuration = Configuration(
      layerCount: try size("n_layer"), headCount: try size("n_head"), width: try size("n_embd"),
      contextLength: try size("n_positions", "n_ctx"), vocabularySize: try size("vocab_size"),
      dropout: dropout, tiesOutput: json["tie_word_embeddings"]?.bool ?? true)
    if let inner = json["n_inner"]?.integer, inner != 4 * configuration.width {
      throw unsupported(path, "n_inner \(inner) is not four times the width")
    }
    do {
      try configuration.validate()
    } catch {
      throw FileError(
        .malformed, path: path, problem: error.message, remedy: "or save the model again")
    }
    return configuration
  }

  /// Refuses what would give other numbers than the same folder in `transformers`.
  private static func requireGPT2(_ json: JSONValue, _ path: String) throws(FileError) {
    let type = json["model_type"]?.string ?? "nothing"
    guard type == "gpt2" else {
      throw unsupported(path, "its model_type is \(FileError.shown(type)), not gpt2")
    }
    let activation = json["activation_function"]?.string ?? "gelu_new"
    guard ["gelu_new", "gelu_pytorch_tanh"].contains(activation) else {
      throw unsupported(
        path, "its activation is \(FileError.shown(activation)), not gelu_new")
    }
    let epsilon = json["layer_norm_epsilon"]?.double ?? 1e-5
    guard Float(epsilon) == Configuration.normalizationEpsilon else {
      throw unsupported(path, "its layer_norm_epsilon is \(epsilon), not 1e-05")
    }
    guard json["scale_attn_weights"]?.bool ?? true,
      !(json["scale_attn_by_inverse_layer_idx"]?.bool ?? false),
      !(json["add_cross_attention"]?.bool ?? false)
    else {
      throw unsupported(path, "its attention is scaled or wired unlike GPT-2's")
    }
  }

  private static func unsupported(_ path: String, _ problem: String) -> FileError {
    FileError(.unsupported, path: path, problem: problem, remedy: "use a plain GPT-2 model")
  }
}
