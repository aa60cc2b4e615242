import Charts
import Foundation
import Names
import Record

/// What a setting is called.
enum SettingWords {
  /// The temperature, and the filters that are on.
  static func of(
    _ answer: ComparisonRecord.ComparedAnswer, _ language: Language
  ) -> String {
    of(
      temperature: answer.temperature, topK: answer.topK, topP: answer.topP, minP: answer.minP,
      repetitionPenalty: answer.repetitionPenalty, language)
  }

  /// The same of settings by themselves.
  static func of(
    temperature: Double, topK: Int, topP: Double, minP: Double, repetitionPenalty: Double,
    _ language: Language
  ) -> String {
    var parts: [String] = []
    switch language {
    case .english:
      parts.append(temperature == 0 ? "greedy" : "temperature \(Numbers.brief(temperature))")
    case .japanese:
      parts.append(temperature == 0 ? "いつも第一候補" : "温度\(Numbers.brief(temperature))")
    }
    if topK > 0 { parts.append("top-k \(topK)") }
    if topP < 1 { parts.append("top-p \(Numbers.brief(topP))") }
    if minP > 0 { parts.append("min-p \(Numbers.brief(minP))") }
    if repetitionPenalty != 1 {
      switch language {
      case .english: parts.append("repetition penalty \(Numbers.brief(repetitionPenalty))")
      case .japanese: parts.append("繰り返しの抑制\(Numbers.brief(repetitionPenalty))")
      }
    }
    switch language {
    case .english: return parts.joined(separator: ", ")
    case .japanese: return parts.joined(separator: "、")
    }
  }
}

extension ComparisonRecord.ComparedAnswer {
  /// The geometric mean of the probabilities that the model itself gave to what was written.
  package var meanProbability: Double? {
    guard !tokens.isEmpty else { return nil }
    return exp(tokens.reduce(0) { $0 + log($1.probability) } / Double(tokens.count))
  }

  /// How many tokens were drawn from more than one.
  package var choiceCount: Int { tokens.count { $0.keptCount > 1 } }
}
