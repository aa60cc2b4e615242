import Charts
import Names

/// Names of two models of which one never read some documents.
struct TwinWording: Sendable {
  /// The two, for legends and columns.
  var whole: String
  var twin: String
  var group: @Sendable (TwinGroup) -> String
  /// The axis of shares.
  var share: String
  var noTwin: String
}

extension TwinWording {
  static let english = TwinWording(
    whole: "read everything", twin: "the twin",
    group: { group in
      switch group {
      case .about: "what was left out"
      case .person: "the same person"
      case .value: "others of whom it is true"
      case .rest: "everything else"
      }
    },
    share: "share of the questions answered rightly (%)",
    noTwin: "this run trained no twins, for nobody knows the facts of its text")

  static let japanese = TwinWording(
    whole: "全部読んだモデル", twin: "双子",
    group: { group in
      switch group {
      case .about: "除いたこと"
      case .person: "同じ人のほかのこと"
      case .value: "同じことが当てはまる人"
      case .rest: "そのほか"
      }
    },
    share: "正しく答えた質問の割合（%）",
    noTwin: "この実行では双子のモデルを学習させていません。文章の事実を、だれも知らないからです")
}
