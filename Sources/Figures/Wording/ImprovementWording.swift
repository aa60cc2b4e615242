import Charts
import Names
import Record

/// Names of versions of the model, of what they are asked and of what decides on them.
struct ImprovementWording: Sendable {
  var version: @Sendable (_ id: Int) -> String
  var verdict: @Sendable (VersionVerdict) -> String
  var measure: @Sendable (ImprovementMeasure) -> String
  /// The same beside a narrow picture.
  var shortMeasure: @Sendable (ImprovementMeasure) -> String
  var story: @Sendable (ImprovementStory?) -> String
  var way: @Sendable (_ way: ImprovementWay, _ rank: Int?) -> String
  /// Part of the model and block; nil outside of the blocks.
  var part: @Sendable (_ name: String, _ layer: Int?) -> String
  var before: String
  var silence: String
  var noVersions: String
  /// No question is told of whose answer became right or wrong.
  var noChange: String

  /// A version with what became of it.
  func judged(_ version: Exhibits.ModelVersion, _ names: NameWording) -> String {
    names.noted(self.version(version.id), verdict(version.verdict))
  }

  /// `46/48 (95.8%)`
  static func share(_ right: Int, _ asked: Int) -> String {
    "\(Numbers.count(right))/\(Numbers.count(asked)) "
      + "(\(Numbers.percent(Double(right) / Double(asked))))"
  }
}

extension ImprovementWording {
  static let english = ImprovementWording(
    version: { "version \($0)" },
    verdict: { verdict in
      switch verdict {
      case .start: "as it was built"
      case .accepted: "accepted"
      case .refused: "refused"
      }
    },
    measure: { measure in
      switch measure {
      case .corrected: "corrected questions"
      case .otherwise: "the same, asked otherwise"
      case .neighbours: "the same people, other questions"
      case .others: "everything else"
      case .earlier: "corrected by earlier versions"
      case .unknown: "unknown people"
      case .testLoss: "test loss"
      }
    },
    shortMeasure: { measure in
      switch measure {
      case .corrected: "corrected"
      case .otherwise: "asked otherwise"
      case .neighbours: "same people"
      case .others: "everything else"
      case .earlier: "corrected before"
      case .unknown: "unknown people"
      case .testLoss: "test loss"
      }
    },
    story: { story in
      switch story {
      case .changedFacts: "facts that changed"
      case .unknownPeople: "saying “I do not know”"
      case .feedback: "what people corrected"
      case nil: "any version"
      }
    },
    way: { way, rank in
      switch way {
      case .all: "all weights"
      case .lastBlock: "the last block alone"
      case .lowRank: "thin corrections" + (rank.map { " of rank \($0)" } ?? "")
      }
    },
    part: { name, layer in layer.map { "block \($0): \(name)" } ?? name },
    before: "before", silence: "(nothing)",
    noVersions: "in this run no version of the model learned from corrections",
    noChange: "in this run no answer became right or wrong by learning")

  static let japanese = ImprovementWording(
    version: { "第\($0)版" },
    verdict: { verdict in
      switch verdict {
      case .start: "最初のまま"
      case .accepted: "合格"
      case .refused: "不合格"
      }
    },
    measure: { measure in
      switch measure {
      case .corrected: "訂正した質問"
      case .otherwise: "言い方を変えた質問"
      case .neighbours: "同じ人についての別の質問"
      case .others: "そのほかの質問"
      case .earlier: "前の版で訂正した質問"
      case .unknown: "だれも知らない人の質問"
      case .testLoss: "テストの損失"
      }
    },
    shortMeasure: { measure in
      switch measure {
      case .corrected: "訂正した質問"
      case .otherwise: "言い方を変えて"
      case .neighbours: "同じ人の別の質問"
      case .others: "そのほかの質問"
      case .earlier: "前の版での訂正"
      case .unknown: "知らない人"
      case .testLoss: "テストの損失"
      }
    },
    story: { story in
      switch story {
      case .changedFacts: "変わった事実"
      case .unknownPeople: "「わかりません」と言うこと"
      case .feedback: "人からの訂正"
      case nil: "どの版にも"
      }
    },
    way: { way, rank in
      switch way {
      case .all: "すべての重み"
      case .lastBlock: "最後のブロックだけ"
      case .lowRank: "細い補正" + (rank.map { "（ランク\($0)）" } ?? "")
      }
    },
    part: { name, layer in layer.map { "ブロック\($0)：\(name)" } ?? name },
    before: "もとの版", silence: "（無言）",
    noVersions: "この実行には、訂正から学んだ版がありません",
    noChange: "この実行では、学んだことで正解になったり不正解になったりした答えはありません")
}
