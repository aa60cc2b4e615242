import Foundation
import Names
import Record

/// An answer as the completion object that programs of the field know, with the account of its choices beside
/// it under a name of its own.
struct CompletionObject: Encodable {
  var id: String
  var object = "text_completion"
  var model: String
  var choices: [Choice]
  var usage: Usage
  /// Everything that was recorded of the answer.
  var account: AnswerRecord

  struct Choice: Encodable {
    var text: String
    var index = 0
    var finishReason: String
    var logprobs: LogProbabilities

    enum CodingKeys: String, CodingKey {
      case text, index, logprobs
      case finishReason = "finish_reason"
    }
  }

  /// Of each token of the raw text, the natural logarithm of the probability that the model gave it, before
  /// temperature and filters.
  struct LogProbabilities: Encodable {
    var tokens: [String] = []
    var tokenLogprobs: [Double] = []
    /// The likeliest tokens of each place.
    var topLogprobs: [[String: Double]] = []
    var bytes: [[UInt8]] = []

    enum CodingKeys: String, CodingKey {
      case tokens, bytes
      case tokenLogprobs = "token_logprobs"
      case topLogprobs = "top_logprobs"
    }
  }

  struct Usage: Encodable {
    var promptTokens: Int
    /// The token that closes the answer counts, too.
    var completionTokens: Int
    var totalTokens: Int

    enum CodingKeys: String, CodingKey {
      case promptTokens = "prompt_tokens"
      case completionTokens = "completion_tokens"
      case totalTokens = "total_tokens"
    }
  }

  init(_ answer: AnswerRecord, model: String) {
    self.model = model
    var logprobs = LogProbabilities()
    for choice in answer.choices where !choice.chosen.isNotText {
      // The token that closes the answer is no part of its text.
      logprobs.tokens.append(Self.name(choice.chosen))
      logprobs.tokenLogprobs.append(Self.logarithm(choice.own?.probability ?? 0))
      logprobs.topLogprobs.append(
        Dictionary(
          choice.candidates.prefix(5).map {
            (Self.name($0.token), Self.logarithm($0.probability))
          }, uniquingKeysWith: max))
      logprobs.bytes.append(choice.chosen.bytes)
    }
    choices = [
      Choice(
        text: answer.text, finishReason: AnswerForms.finishReason(of: answer) ?? "stop",
        logprobs: logprobs)
    ]
    usage = Usage(
      promptTokens: answer.tokens.count, completionTokens: answer.choices.count,
      totalTokens: answer.tokens.count + answer.choices.count)
    id = Self.identity(of: answer)
    account = answer
    // It takes longer than an answer and is done for the pages alone.
    account.knockouts = nil
    account.followed = nil
  }

  /// A token as these objects have it: its text, or its bytes where they are no whole characters.
  static func name(_ token: TokenPiece) -> String {
    if token.bytes.isEmpty { return token.text }
    if let text = String(validating: token.bytes, as: UTF8.self) { return text }
    let digits = token.bytes.map { byte in
      "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "bytes:" + digits.joined()
  }

  /// Of a probability too small for single precision, that of the smallest there is.
  private static func logarithm(_ probability: Double) -> Double {
    log(max(probability, Double(Float.leastNonzeroMagnitude)))
  }

  /// The same for the same prompt, settings and answer, whenever and wherever it is asked.
  static func identity(of answer: AnswerRecord) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    func add(_ number: UInt64) {
      add((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
    }
    for token in answer.tokens + answer.choices.map(\.chosen) {
      add(UInt64(UInt32(bitPattern: token.id)))
    }
    add(answer.seed)
    for setting in [
      answer.temperature, Double(answer.topK), answer.topP, answer.minP ?? 0,
      answer.repetitionPenalty ?? 1,
    ] {
      add(setting.bitPattern)
    }
    add(answer.text.utf8)
    let digits = String(hash, radix: 16)
    return "cmpl-" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
