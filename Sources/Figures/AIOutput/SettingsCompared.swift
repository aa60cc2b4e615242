import Charts
import Names
import Record

/// One prompt, answered with several settings.
struct SettingsCompared: FigureDefinition {
  let name = "settings-compared"
  let row = "U4"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ settings: Int, _ prompt: String, _ different: Int) -> String
    var columns: [String]
    /// Below a passage.
    var note: @Sendable (_ tokens: Int, _ free: Int, _ mean: String) -> String
    var nothing: String
  }

  static let english = Words(
    title: "One prompt, several settings",
    description: { settings, prompt, different in
      "“\(prompt)” answered with \(NameWording.english(settings, "setting")) and the same seed: "
        + "\(NameWording.english(different, "different text"))."
    },
    columns: ["Setting", "Text", "#Tokens", "#Drawn from several", "#Mean probability"],
    note: { tokens, free, mean in
      "\(NameWording.english(tokens, "token")), \(free) of them drawn from several; mean probability \(mean)"
    },
    nothing: "(nothing)"
  )

  static let japanese = Words(
    title: "一つのプロンプト、いろいろな設定",
    description: { settings, prompt, different in
      "「\(prompt)」の続きを、同じ乱数の種のまま\(settings)通りの設定で書かせると、\(different)通りの文になりました。"
    },
    columns: ["設定", "文", "#トークン数", "#複数から選んだ数", "#確率の平均"],
    note: { tokens, free, mean in
      "\(tokens)トークン、そのうち複数の候補から選んだのは\(free)個。確率の平均は\(mean)"
    },
    nothing: "（何も書かない）"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let record = context.exhibits.comparison, !record.answers.isEmpty else {
      throw context.missing(context.wording.reasons.notInThisRun)
    }
    let rows = record.answers.map { answer in
      (
        setting: SettingWords.of(answer, context.language),
        text: answer.text.isEmpty ? words.nothing : answer.text.onOneLine,
        tokens: answer.tokens.count, free: answer.choiceCount,
        mean: answer.meanProbability.map { Numbers.percent($0) } ?? "–"
      )
    }
    return context.figure(
      words.title,
      words.description(rows.count, record.prompt.onOneLine, Set(rows.map(\.text)).count),
      DataTable(
        words.columns, rows.map { [$0.setting, $0.text, "\($0.tokens)", "\($0.free)", $0.mean] }),
      RunningText(
        rows.map {
          RunningText.Passage(
            $0.setting, [TextRun($0.text)], note: words.note($0.tokens, $0.free, $0.mean))
        }))
  }
}
