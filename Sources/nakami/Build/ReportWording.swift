import Files
import Names

/// The words of what commands report when a run is made.
struct ReportWording: Sendable {
  var learned: @Sendable (_ seconds: Int, _ documents: Int) -> String
  var loss: String
  var losses:
    @Sendable (_ training: String, _ validation: String, _ test: String, _ before: String) -> String
  var perplexity: String
  var onTest: @Sendable (_ perplexity: String) -> String
  var perByte: String
  var floor: @Sendable (_ loss: String, _ floor: String) -> String
  var questions: String
  var phrasing: @Sendable (QuestionPhrasing) -> String
  var inLanguage: @Sendable (_ language: String, _ scores: [String]) -> String
  var asked: String
  var record: String
  /// How to see the pages; `option` names the folder to `nakami learn` where it has to be named.
  var open: @Sendable (_ folder: String, _ option: String) -> String

  static func of(_ language: Language) -> ReportWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = ReportWording(
    learned: { "Learned in \($0) s from \(EnglishCount.of($1, "document")):" },
    loss: "loss",
    losses: { training, validation, test, before in
      "training \(training), validation \(validation), test \(test) nats per token "
        + "(\(before) before learning)"
    },
    perplexity: "perplexity",
    onTest: { "\($0) on the test split" },
    perByte: "per byte",
    floor: { "\($0) nats, the source's own entropy is \($1)" },
    questions: "questions",
    phrasing: { phrasing in
      switch phrasing {
      case .seen: "phrasing seen in training"
      case .heldOutPhrasing: "phrasing new for this fact"
      case .heldOutCombination: "fact never asked for in training"
      }
    },
    inLanguage: { "\($0): " + $1.joined(separator: ", ") },
    asked: "asked",
    record: "record",
    open: { "Open \($0)/index.html in a browser, or walk the lessons: nakami learn\($1)" })

  private static let japanese = ReportWording(
    learned: { "\($1)件の文書から、\($0)秒で学習しました。" },
    loss: "損失",
    losses: { training, validation, test, before in
      "1トークンあたり、訓練\(training)、検証\(validation)、テスト\(test)ナット"
        + "（学習前は\(before)）"
    },
    perplexity: "迷い",
    onTest: { "テストのパープレキシティは\($0)" },
    perByte: "バイトあたり",
    floor: { "\($0)ナット。理論上の下限は\($1)" },
    questions: "質問",
    phrasing: { phrasing in
      switch phrasing {
      case .seen: "見たことのある聞き方"
      case .heldOutPhrasing: "学習に使わなかった聞き方"
      case .heldOutCombination: "一度も聞かれなかった事実"
      }
    },
    inLanguage: { "\($0)：" + $1.joined(separator: "、") },
    asked: "答えの例",
    record: "記録",
    open: { "ブラウザーで \($0)/index.html を開くか、nakami learn\($1) でレッスンをたどってください。" })
}
