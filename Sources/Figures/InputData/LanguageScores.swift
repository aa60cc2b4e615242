import Charts
import Names
import Record

/// Sentences in several languages with the detector's scores for English, Japanese and neither.
struct LanguageScores: FigureDefinition {
  let name = "language-scores"
  let row = "U2"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ sentences: Int, _ right: Int) -> String
    var columns: [String]
    var axis: String
    var series: [String]
    var tongue: @Sendable (Tongue) -> String
  }

  static let english = Words(
    title: "English, Japanese or neither?",
    description: { sentences, right in
      "The scores of \(NameWording.english(sentences, "sentence")); those of each add up to 100%. "
        + "\(right == sentences ? "All" : "\(right)") were recognized."
    },
    columns: ["Sentence", "Is", "#English", "#Japanese", "#Neither"],
    axis: "score (%)",
    series: ["English", "Japanese", "neither"],
    tongue: { tongue in
      switch tongue {
      case .english: "English"
      case .japanese: "Japanese"
      case .german: "German"
      case .french: "French"
      case .spanish: "Spanish"
      case .chinese: "Chinese"
      case .korean: "Korean"
      case .russian: "Russian"
      case .programText: "program text"
      }
    }
  )

  static let japanese = Words(
    title: "英語か、日本語か、どちらでもないか",
    description: { sentences, right in
      "\(sentences)個の文の得点です。どの文でも、足すと100%になります。"
        + (right == sentences ? "すべて正しく見分けました。" : "正しく見分けたのは\(right)個です。")
    },
    columns: ["文", "何語か", "#英語", "#日本語", "#どちらでもない"],
    axis: "得点（%）",
    series: ["英語", "日本語", "どちらでもない"],
    tongue: { tongue in
      switch tongue {
      case .english: "英語"
      case .japanese: "日本語"
      case .german: "ドイツ語"
      case .french: "フランス語"
      case .spanish: "スペイン語"
      case .chinese: "中国語"
      case .korean: "韓国語"
      case .russian: "ロシア語"
      case .programText: "プログラム"
      }
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let sentences = try context[.asking].sentences
    let right = sentences.filter(\.isRecognized).count
    return context.figure(
      words.title, words.description(sentences.count, right),
      DataTable(
        words.columns,
        sentences.map {
          [
            $0.text.onOneLine, words.tongue($0.tongue), Numbers.percent($0.english),
            Numbers.percent($0.japanese), Numbers.percent($0.neither),
          ]
        }),
      BarChart(
        axis: words.axis,
        rows: sentences.map { sentence in
          BarChart.Row(
            context.names.labelled(words.tongue(sentence.tongue), sentence.text.onOneLine),
            [sentence.english, sentence.japanese, sentence.neither].map { $0 * 100 },
            text: Numbers.percent(max(sentence.english, sentence.japanese, sentence.neither)))
        }, series: words.series, upTo: 100))
  }
}
