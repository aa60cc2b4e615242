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
    var parts: [String] = []
    switch language {
    case .english:
      parts.append(
        answer.temperature == 0 ? "greedy" : "temperature \(Numbers.brief(answer.temperature))")
    case .japanese:
      parts.append(answer.temperature == 0 ? "いつも第一候補" : "温度\(Numbers.brief(answer.temperature))")
    }
    if answer.topK > 0 { parts.append("top-k \(answer.topK)") }
    if answer.topP < 1 { parts.append("top-p \(Numbers.brief(answer.topP))") }
    if answer.minP > 0 { parts.append("min-p \(Numbers.brief(answer.minP))") }
    if answer.repetitionPenalty != 1 {
      switch language {
      case .english:
        parts.append("repetition penalty \(Numbers.brief(answer.repetitionPenalty))")
      case .japanese: parts.append("繰り返しの抑制\(Numbers.brief(answer.repetitionPenalty))")
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
