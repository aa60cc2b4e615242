import Names

/// The words of a report on twins.
struct TwinReportWording: Sendable {
  var leftOut: @Sendable (_ count: Int, _ all: Int, _ sentences: Int) -> String
  var more: @Sendable (_ sentences: Int) -> String
  var shape: @Sendable (_ steps: Int, _ parameters: Int, _ telling: Int) -> String
  var askedColumns: [String]
  var groupColumns: [String]
  var lossColumns: [String]
  var group: @Sendable (TwinGroup) -> String
  var text: @Sendable (TwinText) -> String

  static func of(_ language: Language) -> TwinReportWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = TwinReportWording(
    leftOut: { count, all, sentences in
      "the twin never read \(count) of \(all) documents; the sentences in them (\(sentences)):"
    },
    more: { "… and \($0) more" },
    shape: { steps, parameters, telling in
      "both learned \(steps) steps, \(parameters) parameters each; the other one was given such a text "
        + "\(telling) times"
    },
    askedColumns: ["asked", "P, read all", "P, twin", "read all", "twin"],
    groupColumns: ["questions about", "asked", "right, read all", "right, twin"],
    lossColumns: ["loss on", "documents", "read all", "twin"],
    group: { group in
      switch group {
      case .about: "what was left out"
      case .person: "the same person"
      case .value: "others of whom it is true"
      case .rest: "everything else"
      }
    },
    text: { text in
      switch text {
      case .test: "text that neither read"
      case .leftOut: "text that only one read"
      }
    })

  private static let japanese = TwinReportWording(
    leftOut: { count, all, sentences in
      "双子は、文書\(all)件のうち\(count)件を一度も読みませんでした。その中の文（\(sentences)通り）："
    },
    more: { "…ほか\($0)通り" },
    shape: { steps, parameters, telling in
      "どちらもパラメータ\(parameters)個、学習は\(steps)ステップ。もう一方がこうした文章を読んだのは、のべ\(telling)回"
    },
    askedColumns: ["質問", "確率（全部）", "確率（双子）", "全部読んだモデル", "双子"],
    groupColumns: ["質問の中身", "出題", "正解（全部）", "正解（双子）"],
    lossColumns: ["損失を測った文章", "文書", "全部", "双子"],
    group: { group in
      switch group {
      case .about: "除いたこと"
      case .person: "同じ人のほかのこと"
      case .value: "同じことが当てはまる人"
      case .rest: "そのほか"
      }
    },
    text: { text in
      switch text {
      case .test: "どちらも読んでいない文章"
      case .leftOut: "片方だけが読んだ文章"
      }
    })
}
