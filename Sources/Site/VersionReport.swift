import Charts
import Figures
import Names
import Record

/// A written report of one prompt to two versions of a model, in one file: both answers token by token, the
/// parts that each needs where they part, and the head that moved most.
public enum VersionReport {
  /// Stands in every report, so that a later one may take its place.
  public static let signature = "Nakami, report of two versions"

  static let figureNames = ["before-after-parts", "before-after-attention"]

  /// The run that holds nothing else, from which the figures are drawn.
  public static func run(_ parting: PartingRecord.Parting, _ patterns: TensorStore) -> Run {
    var run = Run(
      setting: SettingRecord(version: Run.currentVersion, seed: 0, usesWorld: false))
    run[.partings] = PartingRecord(partings: [parting])
    run.tensors = patterns
    return run
  }

  /// The report in the language of the prompt.
  public static func text(
    _ parting: PartingRecord.Parting, _ patterns: TensorStore, as format: AnswerReport.Format
  ) -> String {
    let language = parting.language
    return WrittenReport(
      language: language,
      title: LocalizedText(en: "One prompt, two versions", ja: "一つのプロンプト、二つの版")[language],
      signature: signature, facts: facts(parting, language),
      figures: figures(parting, patterns, language)
    ).text(as: format)
  }

  /// What of it can be drawn.
  public static func figures(
    _ parting: PartingRecord.Parting, _ patterns: TensorStore, _ language: Language
  ) -> [Figure] {
    let run = run(parting, patterns)
    return figureNames.compactMap {
      try? FigureCatalog.figure($0, run: run, language: language)
    }
  }

  private static func facts(
    _ parting: PartingRecord.Parting, _ language: Language
  ) -> [WrittenReport.Line] {
    let prompt = LocalizedText(en: "Prompt", ja: "プロンプト")[language]
    return [.init(name: prompt, text: parting.prompt)]
      + [(parting.old, parting.before), (parting.new, parting.after)].flatMap {
        version, answer -> [WrittenReport.Line] in
        let names = [
          LocalizedText(en: "Version \(version)", ja: "第\(version)版"),
          LocalizedText(en: "Version \(version), token by token", ja: "第\(version)版（トークンごと）"),
        ]
        return [
          .init(name: names[0][language], text: whole(answer, language)),
          .init(name: names[1][language], text: spelled(answer)),
        ]
      }
  }

  /// An answer with its probability.
  public static func whole(_ answer: PartingRecord.Answer, _ language: Language) -> String {
    let text =
      answer.text.isEmpty ? LocalizedText(en: "(nothing)", ja: "（無言）")[language] : answer.text
    let share = Numbers.percent(answer.probability)
    return LocalizedText(en: "\(text) (\(share))", ja: "\(text)（\(share)）")[language]
  }

  /// Its tokens with the probability of each.
  public static func spelled(_ answer: PartingRecord.Answer) -> String {
    answer.tokens.map { "\($0.token.shown) \(Numbers.percent($0.probability))" }
      .joined(separator: " · ")
  }
}
