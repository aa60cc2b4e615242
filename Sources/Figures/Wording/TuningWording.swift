import Record

/// Names of the runs of the sweep.
struct TuningWording: Sendable {
  /// What a trial changes.
  var knob: @Sendable (TuningRecord.Change) -> String
  var base: @Sendable (_ name: String) -> String
  var sweepTitle: String
  var sweepDescription:
    @Sendable (_ runs: Int, _ tokens: String, _ best: String, _ loss: String, _ failed: Int) ->
      String
  var sweepAxis: String
  var sweepColumns: [String]
  var guessing: @Sendable (_ loss: String) -> String
  var noNumber: @Sendable (_ step: String) -> String
  var worseThanGuessing: String
  var best: String
  var frugal: String
  var curvesTitle: String
  var curvesDescription: @Sendable (_ names: String) -> String
  var curvesAxes: (x: String, y: String)
  var curvesColumns: [String]
  var tableTitle: String
  var tableDescription: @Sendable (_ agreeing: Int, _ all: Int) -> String
  var tableColumns: [String]
  var agreement: @Sendable (TuningRecord.Agreement) -> String
  var overfittingTitle: String
  var overfittingDescription: @Sendable (_ words: OverfittingNumbers) -> String
  var overfittingSeries: OverfittingSeries
  var overfittingMarks: @Sendable (_ best: String, _ stop: String?) -> (best: String, stop: String)
  var overfittingColumns: [String]
  var lossAxis: String
  var stepAxis: String

  struct OverfittingNumbers: Sendable {
    var documents: String
    var epochs: String
    var best: String
    var last: String
    var healthy: String
    var training: String
    var step: String
  }

  struct OverfittingSeries: Sendable {
    var overfittedTraining: String
    var overfittedValidation: String
    var healthyTraining: String
    var healthyValidation: String
  }

  static let english = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "base setting"
      case .together: "the best values together"
      case .learningRate: "learning rate"
      case .width: "width"
      case .layerCount: "layers"
      case .headCount: "heads"
      case .batchSize: "batch"
      case .dropout: "dropout"
      }
    },
    base: { "\($0) (base)" },
    sweepTitle: "A sweep: turn one knob, leave the rest alone",
    sweepDescription: { runs, tokens, best, loss, failed in
      "\(NameWording.english(runs, "small model")), each trained on about \(tokens) tokens and judged on "
        + "the same validation batches. Shorter is better. Lowest: \(best), \(loss) nats per token. "
        + (failed == 0
          ? "None of them failed."
          : "\(NameWording.english(failed, "run")) failed: worse than guessing, or no number at all.")
    },
    sweepAxis: "lowest validation loss (nats per token)",
    sweepColumns: [
      "Changed", "#Value", "#Parameters", "#Steps", "#Lowest validation loss", "#Last", "Remark",
    ],
    guessing: { "guessing: \($0)" },
    noNumber: { "✗ no number after step \($0)" },
    worseThanGuessing: "✗ failed",
    best: "best",
    frugal: "smallest within 2%",
    curvesTitle: "How the runs got there",
    curvesDescription: { names in
      "Validation loss against the share of the run that is over, for the learning rates and for the "
        + "best values together: \(names)."
    },
    curvesAxes: (x: "share of the run (%)", y: "validation loss (nats per token)"),
    curvesColumns: ["#Share of the run"],
    tableTitle: "What the sweep found, and what this model was given",
    tableDescription: { agreeing, all in
      "For each knob the best value of the small runs beside the value that the preset gave to the real "
        + "model. In \(agreeing) of \(all) they do not contradict each other."
    },
    tableColumns: [
      "Knob", "#Base", "#Best value", "#Its loss", "#Used here", "Do they agree?",
    ],
    agreement: { agreement in
      switch agreement {
      case .same: "yes, it is the best one tried"
      case .close: "yes, within 1% of the best"
      case .direction: "same direction, seen from the base"
      case .different: "no, the small runs point elsewhere"
      }
    },
    overfittingTitle: "Learning, and learning by heart",
    overfittingDescription: { numbers in
      "One model read all training documents, the other \(numbers.documents) of them "
        + "\(numbers.epochs) times over. Its training loss falls to \(numbers.training), but its "
        + "validation loss is lowest at step \(numbers.step) (\(numbers.best)) and ends at "
        + "\(numbers.last), where the other one has \(numbers.healthy)."
    },
    overfittingSeries: OverfittingSeries(
      overfittedTraining: "few documents: training",
      overfittedValidation: "few documents: validation",
      healthyTraining: "all documents: training", healthyValidation: "all documents: validation"),
    overfittingMarks: { best, stop in
      (best: "kept: step \(best)", stop: stop.map { "stop: \($0)" } ?? "")
    },
    overfittingColumns: [
      "#Step", "#Few: training", "#Few: validation", "#All: training", "#All: validation",
    ],
    lossAxis: "loss (nats per token)",
    stepAxis: "training step"
  )

  static let japanese = TuningWording(
    knob: { knob in
      switch knob {
      case .base: "基準の設定"
      case .together: "いちばん良かった値を全部"
      case .learningRate: "学習率"
      case .width: "幅"
      case .layerCount: "層の数"
      case .headCount: "ヘッドの数"
      case .batchSize: "バッチ"
      case .dropout: "ドロップアウト"
      }
    },
    base: { "\($0)（基準）" },
    sweepTitle: "掃引：つまみを一つだけ回して比べる",
    sweepDescription: { runs, tokens, best, loss, failed in
      "小さなモデル\(runs)個を、それぞれ約\(tokens)トークンで学習させ、同じ検証データで比べました。短いほど良い結果です。"
        + "いちばん低いのは「\(best)」で、1トークンあたり\(loss)ナットです。"
        + (failed == 0 ? "失敗した実行はありません。" : "\(failed)個は失敗し、当てずっぽうより悪くなったか、数でなくなりました。")
    },
    sweepAxis: "検証の損失の最小値（ナット／トークン）",
    sweepColumns: ["変えたもの", "#値", "#パラメータ", "#ステップ", "#検証の損失（最小）", "#最後", "備考"],
    guessing: { "当てずっぽう：\($0)" },
    noNumber: { "✗ ステップ\($0)のあと数でなくなった" },
    worseThanGuessing: "✗ 失敗",
    best: "最良",
    frugal: "差2%以内で最小",
    curvesTitle: "それぞれの実行がたどった道",
    curvesDescription: { names in
      "学習率を変えた実行と、いちばん良かった値をまとめた実行の検証の損失です。横軸は実行全体のうち終わった割合です（\(names)）。"
    },
    curvesAxes: (x: "終わった割合（%）", y: "検証の損失（ナット／トークン）"),
    curvesColumns: ["#終わった割合"],
    tableTitle: "掃引でわかったことと、このモデルに使った値",
    tableDescription: { agreeing, all in
      "つまみごとに、小さな実行でいちばん良かった値と、本番のモデルに使った値を並べました。\(all)個のうち\(agreeing)個では食い違いがありません。"
    },
    tableColumns: ["つまみ", "#基準", "#最良の値", "#その損失", "#本番の値", "合っているか"],
    agreement: { agreement in
      switch agreement {
      case .same: "合っている（試した中で最良）"
      case .close: "ほぼ合っている（差は1%以内）"
      case .direction: "基準から見て同じ向き"
      case .different: "食い違う（小さな実行は別の値を指す）"
      }
    },
    overfittingTitle: "学ぶことと、丸暗記すること",
    overfittingDescription: { numbers in
      "片方は訓練の文書をすべて読み、もう片方は\(numbers.documents)個の文書だけを\(numbers.epochs)回繰り返し読みました。"
        + "丸暗記のほうは、学習の損失が\(numbers.training)まで下がるのに、検証の損失はステップ\(numbers.step)の\(numbers.best)を底に"
        + "\(numbers.last)で終わります。もう片方は\(numbers.healthy)です。"
    },
    overfittingSeries: OverfittingSeries(
      overfittedTraining: "少しの文書：学習", overfittedValidation: "少しの文書：検証",
      healthyTraining: "すべての文書：学習", healthyValidation: "すべての文書：検証"),
    overfittingMarks: { best, stop in
      (best: "採用：\(best)", stop: stop.map { "打ち切り：\($0)" } ?? "")
    },
    overfittingColumns: ["#ステップ", "#少し：学習", "#少し：検証", "#すべて：学習", "#すべて：検証"],
    lossAxis: "損失（ナット／トークン）",
    stepAxis: "学習ステップ"
  )
}
