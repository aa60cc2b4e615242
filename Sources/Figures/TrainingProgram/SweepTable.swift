import Charts
import Record

/// The best values of the sweep beside those of the real model.
struct SweepTable: FigureDefinition {
  let name = "sweep-table"
  let row = "L5b"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ agreeing: Int, _ all: Int) -> String
    var columns: [String]
    var agreement: @Sendable (TuningRecord.Agreement) -> String
  }

  static let english = Words(
    title: "What the sweep found, and what this model was given",
    description: { agreeing, all in
      "For each knob the best value of the small runs beside the value that the preset gave to the real "
        + "model. In \(agreeing) of \(all) they do not contradict each other."
    },
    columns: [
      "Knob", "#Base", "#Best value", "#Its loss", "#Used here", "Do they agree?",
    ],
    agreement: { agreement in
      switch agreement {
      case .same: "yes, it is the best one tried"
      case .close: "yes, within 1% of the best"
      case .direction: "same direction, seen from the base"
      case .different: "no, the small runs point elsewhere"
      }
    }
  )

  static let japanese = Words(
    title: "探索でわかったことと、このモデルに使った値",
    description: { agreeing, all in
      "つまみごとに、小さな実行でいちばん良かった値と、本番のモデルに使った値を並べました。\(all)個のうち\(agreeing)個では食い違いがありません。"
    },
    columns: ["つまみ", "#基準", "#最良の値", "#その損失", "#本番の値", "合っているか"],
    agreement: { agreement in
      switch agreement {
      case .same: "合っている（試した中で最良）"
      case .close: "ほぼ合っている（差は1%以内）"
      case .direction: "基準から見て同じ向き"
      case .different: "食い違う（小さな実行は別の値を指す）"
      }
    }
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let findings = try context[.tuning].findings
    guard !findings.isEmpty else { throw context.missing(context.wording.reasons.noTrials) }
    let table = DataTable(
      words.columns,
      findings.map {
        [
          context.wording.tuning.knob(.init($0.knob)), Numbers.brief($0.baseValue),
          Numbers.brief($0.bestValue),
          Numbers.fixed($0.bestLoss, 3), Numbers.brief($0.usedValue),
          words.agreement($0.agreement),
        ]
      })
    return context.figure(
      words.title,
      words.description(
        findings.filter { $0.agreement != .different }.count, findings.count),
      table,
      TableChart(table, marks: findings.map { $0.agreement == .different ? .wrong : .right }))
  }
}
