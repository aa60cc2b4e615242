import Names

/// How the next token is chosen from the probabilities.
public struct SamplingOptions: Sendable, Equatable {
  /// Divides the logits: below 1 favours the likely, above 1 the unlikely; 0 takes the most likely.
  public var temperature: Float
  /// Only this many of the most likely tokens stay; 0 keeps all.
  public var topK: Int
  /// Only the most likely tokens that together reach this probability stay; 1 keeps all.
  /// - SeeAlso: Holtzman et al. 2020, "The curious case of neural text degeneration".
  public var topP: Float
  /// Only tokens that are at least this share as likely as the likeliest stay; 0 keeps all.
  /// - SeeAlso: Nguyen et al. 2024, "Min-p sampling for creative and coherent LLM outputs".
  public var minP: Float
  /// Takes from the logits of tokens that stand in the text already: above 0 they are divided by it, below
  /// 0 multiplied; 1 takes nothing.
  /// - SeeAlso: Keskar et al. 2019, "CTRL", section 4.1.
  public var repetitionPenalty: Float

  public init(
    temperature: Float, topK: Int = 0, topP: Float = 1, minP: Float = 0,
    repetitionPenalty: Float = 1
  ) {
    self.temperature = temperature
    self.topK = topK
    self.topP = topP
    self.minP = minP
    self.repetitionPenalty = repetitionPenalty
  }
}

/// Options with which no token can be chosen.
public struct SamplingError: ReadableError, Equatable, Sendable {
  /// One line: what is wrong, and what to do about it.
  public var message: LocalizedText

  public func text(_ language: Language) -> String { message[language] }
}

extension SamplingOptions {
  /// Checks that the options mean something.
  public func validate() throws(SamplingError) {
    guard temperature >= 0, temperature.isFinite else {
      throw SamplingError(
        message: LocalizedText(
          en: "the temperature must be 0 (greedy) or more, such as 0.8",
          ja: "温度は0（いつも第一候補）以上にしてください。たとえば0.8です"))
    }
    guard topK >= 0 else {
      throw SamplingError(
        message: LocalizedText(
          en: "top-k must be 0 (off) or a number of tokens, such as 40",
          ja: "top-kは0（使わない）か、40のようなトークンの数にしてください"))
    }
    guard topP > 0, topP <= 1 else {
      throw SamplingError(
        message: LocalizedText(
          en: "top-p must be above 0 and at most 1 (off), such as 0.95",
          ja: "top-pは0より大きく1（使わない）以下にしてください。たとえば0.95です"))
    }
    guard minP >= 0, minP <= 1 else {
      throw SamplingError(
        message: LocalizedText(
          en: "min-p must be from 0 (off) to 1, such as 0.05",
          ja: "min-pは0（使わない）から1までにしてください。たとえば0.05です"))
    }
    guard repetitionPenalty > 0, repetitionPenalty.isFinite else {
      throw SamplingError(
        message: LocalizedText(
          en: "the repetition penalty must be above 0; 1 is off, 1.2 is usual",
          ja: "繰り返しの罰は0より大きくしてください。1なら使わず、ふつうは1.2です"))
    }
  }
}
