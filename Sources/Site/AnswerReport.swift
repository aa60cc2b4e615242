import Charts
import Figures
import Names
import Record

/// A written report of one answer with its figures, in one file.
public enum AnswerReport {
  public enum Format: Sendable {
    case html, markdown

    /// By the ending of a file's name; nil for another one.
    public init?(path: String) {
      let name = path.lowercased()
      if name.hasSuffix(".html") {
        self = .html
      } else if name.hasSuffix(".md") {
        self = .markdown
      } else {
        return nil
      }
    }
  }

  /// Stands in every report, so that a later one may take its place.
  public static let signature = "Nakami, report of an answer"

  /// The figures of one answer, in the order of the flow.
  static let figureNames = [
    "prompt-steps", "prompt-tokens", "choices", "choice-film", "postprocessing",
  ]

  /// The report in the language of the prompt.
  /// - Parameter model: what the model is called.
  public static func text(_ answer: AnswerRecord, model: String, as format: Format) -> String {
    WrittenReport(
      language: answer.language, title: Words.of(answer.language).title, signature: signature,
      facts: facts(answer, model), figures: figures(answer)
    ).text(as: format)
  }

  private static func figures(_ answer: AnswerRecord) -> [Figure] {
    var run = Run(
      setting: SettingRecord(version: Run.currentVersion, seed: answer.seed, usesWorld: false))
    run[.usage] = UsageRecord(answers: [answer])
    return figureNames.compactMap {
      try? FigureCatalog.figure($0, run: run, language: answer.language)
    }
  }

  private typealias Line = WrittenReport.Line

  private struct Words {
    var title, prompt, answer, end, settings, confidence, model: String
    var hold: (_ confidence: String, _ threshold: String, _ isHeld: Bool) -> String

    static func of(_ language: Language) -> Words {
      switch language {
      case .english:
        Words(
          title: "How an answer came to be", prompt: "Prompt", answer: "Answer", end: "End",
          settings: "Settings", confidence: "Confidence", model: "Model",
          hold: { confidence, threshold, isHeld in
            isHeld
              ? "\(confidence), below \(threshold): held back"
              : "\(confidence), not below \(threshold): given"
          })
      case .japanese:
        Words(
          title: "一つの答えができるまで", prompt: "プロンプト", answer: "答え", end: "終わり",
          settings: "設定", confidence: "自信", model: "モデル",
          hold: { confidence, threshold, isHeld in
            isHeld
              ? "\(confidence)。\(threshold)に届かないので、控えました"
              : "\(confidence)。\(threshold)以上なので、答えました"
          })
      }
    }
  }

  private static func facts(_ answer: AnswerRecord, _ model: String) -> [Line] {
    let (words, language) = (Words.of(answer.language), answer.language)
    var lines = [
      Line(name: words.prompt, text: answer.prompt), Line(name: words.answer, text: answer.text),
    ]
    if let finish = answer.finish {
      lines.append(Line(name: words.end, text: AnswerForms.why(finish, answer, language)))
    }
    lines.append(Line(name: words.settings, text: AnswerForms.settings(answer, language)))
    if let hold = answer.hold {
      lines.append(
        Line(
          name: words.confidence,
          text: words.hold(
            Numbers.percent(hold.confidence), Numbers.percent(hold.threshold), hold.isHeld)))
    }
    lines.append(Line(name: words.model, text: model))
    return lines
  }
}
