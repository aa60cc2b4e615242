import Files
import Inference
import Names

/// How a saved model writes when nobody asks for another way: `generation_config.json`.
public struct GenerationDefaults: Sendable, Equatable {
  public var sampling: SamplingOptions
  /// Tokens that an answer has at most.
  public var tokenLimit: Int
  /// Tokens that end an answer; the first one also fills up batches elsewhere.
  public var endTokens: [Int32]
  /// When an answer is held back; nil for never.
  public var hold: HoldRule?
  /// Settings of the file that are not heeded.
  package var remarks: [LocalizedText] = []

  public init(
    sampling: SamplingOptions = SamplingOptions(temperature: 0), tokenLimit: Int = 64,
    endTokens: [Int32] = [], hold: HoldRule? = nil
  ) {
    self.sampling = sampling
    self.tokenLimit = tokenLimit
    self.endTokens = endTokens
    self.hold = hold
  }

  var json: JSONValue {
    let end = endTokens.map { JSONValue.integer(Int($0)) }
    let first = end.first ?? .null
    var members: [JSONValue.Member] = [
      .init("bos_token_id", first),
      .init("eos_token_id", end.count == 1 ? first : end.isEmpty ? .null : .array(end)),
      .init("pad_token_id", first), .init("max_new_tokens", .integer(tokenLimit)),
      .init("do_sample", .bool(sampling.temperature > 0)),
    ]
    if sampling.temperature > 0 {
      members += [
        .init("temperature", .float(sampling.temperature)),
        .init("top_k", .integer(sampling.topK)), .init("top_p", .float(sampling.topP)),
      ]
      if sampling.minP > 0 { members.append(.init("min_p", .float(sampling.minP))) }
    }
    if sampling.repetitionPenalty != 1 {
      members.append(.init("repetition_penalty", .float(sampling.repetitionPenalty)))
    }
    if let hold {
      members.append(
        .init(
          HoldRule.memberName,
          [
            "probability": .number(hold.threshold), "tokens": .integer(hold.tokenCount),
          ]))
    }
    return .object(members)
  }

  /// Takes what `generation_config.json` says, or `config.json` in its place; what it leaves out, or says
  /// without sense, stays as it is by default.
  static func read(
    _ path: String, vocabularySize: Int
  ) throws(FileError) -> GenerationDefaults {
    let json = try JSONFile.read(path, limits: JSONLimits(byteCount: 1 << 20, valueCount: 50_000))
    var result = GenerationDefaults()
    result.endTokens = endTokens(json, vocabularySize: vocabularySize)
    result.remarks = unheeded(json, SystemCalls.name(of: path))
    if let limit = json["max_new_tokens"]?.integer, limit > 0 { result.tokenLimit = limit }
    if json["do_sample"]?.bool == true {
      let options = SamplingOptions(
        temperature: Float(json["temperature"]?.double ?? 1),
        topK: json["top_k"]?.integer ?? 50, topP: Float(json["top_p"]?.double ?? 1),
        minP: Float(json["min_p"]?.double ?? 0),
        repetitionPenalty: Float(json["repetition_penalty"]?.double ?? 1))
      do {
        try options.validate()
      } catch {
        throw FileError(
          .malformed, path: path, problem: error.message,
          remedy: LocalizedText(en: "mend that setting or take it out", ja: "その設定を直すか、取り除いてください"))
      }
      result.sampling = options
    }
    if json["do_sample"]?.bool != true, let penalty = json["repetition_penalty"]?.double {
      var options = result.sampling
      options.repetitionPenalty = Float(penalty)
      if (try? options.validate()) != nil { result.sampling = options }
    }
    if let hold = json[HoldRule.memberName], !hold.isNull {
      guard let threshold = hold["probability"]?.double, let count = hold["tokens"]?.integer,
        let rule = HoldRule(threshold: threshold, tokenCount: count)
      else {
        throw FileError(
          .malformed, path: path,
          problem: LocalizedText(
            en: "\(HoldRule.memberName) needs a probability from 0 to 1 and tokens from 1 on",
            ja: "\(HoldRule.memberName)には、0から1までの確率と、1以上のトークン数が必要です"),
          remedy: LocalizedText(
            en: "mend it or take it out, which holds nothing back",
            ja: "直すか、取り除いてください。取り除けば、答えはひかえません"))
      }
      result.hold = rule
    }
    return result
  }

  /// The ids under `eos_token_id`, one or several.
  private static func endTokens(_ json: JSONValue, vocabularySize: Int) -> [Int32] {
    let ends = json["eos_token_id"]?.array ?? json["eos_token_id"].map { [$0] } ?? []
    return ends.compactMap(\.integer).filter { $0 >= 0 && $0 < vocabularySize }.map { Int32($0) }
  }

  /// One line about settings that change what `transformers` writes and that are not known here.
  private static func unheeded(_ json: JSONValue, _ file: String) -> [LocalizedText] {
    /// Each with the values that change nothing.
    let known: [(name: String, idle: [Double])] = [
      ("no_repeat_ngram_size", [0]), ("encoder_no_repeat_ngram_size", [0]),
      ("suppress_tokens", []), ("begin_suppress_tokens", []), ("bad_words_ids", []),
      ("sequence_bias", []), ("force_words_ids", []), ("forced_bos_token_id", []),
      ("forced_eos_token_id", []), ("exponential_decay_length_penalty", []),
      ("num_beams", [1]), ("num_beam_groups", [1]), ("penalty_alpha", [0]), ("typical_p", [1]),
      ("epsilon_cutoff", [0]), ("eta_cutoff", [0]), ("diversity_penalty", [0]),
      ("min_length", [0]), ("min_new_tokens", [0]), ("guidance_scale", [1]),
      ("stop_strings", []), ("watermarking_config", []),
    ]
    var names = known.filter { name, idle in
      guard let value = json[name], !value.isNull, value.bool != false else { return false }
      if value.array?.isEmpty == true || value.members?.isEmpty == true { return false }
      return !idle.contains { value.double == $0 }
    }.map(\.name)
    // Prompt and answer together, where nothing says how long the answer may be.
    if json["max_new_tokens"]?.integer == nil, json["max_length"]?.integer != nil {
      names.append("max_length")
    }
    guard !names.isEmpty else { return [] }
    return [
      LocalizedText(
        en: "not heeded of \(file): \(names.joined(separator: ", ")); transformers "
          + "would choose otherwise",
        ja: "\(file)のうち、\(names.joined(separator: "、"))は使いません。"
          + "transformersなら選び方が変わります")
    ]
  }
}
