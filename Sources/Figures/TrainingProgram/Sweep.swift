import Charts
import Record

/// Every run of the sweep by its lowest validation loss.
struct Sweep: FigureDefinition {
  let name = "sweep"
  let row = "L5b"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ runs: Int, _ tokens: String, _ best: String, _ loss: String, _ failed: Int) ->
        String
    var columns: [String]
    var axis: String
    var noNumber: @Sendable (_ step: String) -> String
    var worseThanGuessing: String
    var best: String
    var frugal: String
  }

  static let english = Words(
    title: "A sweep: turn one knob, leave the rest alone",
    description: { runs, tokens, best, loss, failed in
      "\(NameWording.english(runs, "small model")), each trained on about \(tokens) tokens and judged on "
        + "the same validation batches. Shorter is better. Lowest: \(best), \(loss) nats per token. "
        + (failed == 0
          ? "None of them failed."
          : "\(NameWording.english(failed, "run")) failed: worse than guessing, or no number at all.")
    },
    columns: [
      "Changed", "#Value", "#Parameters", "#Steps", "#Lowest validation loss", "#Last", "Remark",
    ],
    axis: "lowest validation loss (nats per token)",
    noNumber: { "✗ no number after step \($0)" },
    worseThanGuessing: "✗ failed",
    best: "best",
    frugal: "smallest within 2%"
  )

  static let japanese = Words(
    title: "探索：つまみを一つだけ回して比べる",
    description: { runs, tokens, best, loss, failed in
      "小さなモデル\(runs)個を、それぞれ約\(tokens)トークンで学習させ、同じ検証データで比べました。短いほど良い結果です。"
        + "いちばん低いのは「\(best)」で、1トークンあたり\(loss)ナットです。"
        + (failed == 0 ? "失敗した実行はありません。" : "\(failed)個は失敗し、当てずっぽうより悪くなったか、計算が発散して数値でなくなりました。")
    },
    columns: ["変えたもの", "#値", "#パラメータ", "#ステップ", "#検証の損失（最小）", "#最後", "備考"],
    axis: "検証の損失の最小値（ナット／トークン）",
    noNumber: { "✗ ステップ\($0)のあと発散" },
    worseThanGuessing: "✗ 失敗",
    best: "最良",
    frugal: "差2%以内で最小"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.tuning]
    guard let best = record.bestTrial else {
      throw context.missing(context.wording.reasons.noTrials)
    }
    let rows = Trials.groups(record).map { change, index -> BarChart.Row in
      let trial = record.trials[index]
      let isFailed = record.isFailed(trial)
      let remark = remark(index, record, words)
      let lowest = isFailed ? trial.validations.last : trial.best
      return BarChart.Row(
        Trials.name(trial, of: change, context), [lowest?.loss ?? 0],
        text: lowest == nil
          ? remark : isFailed ? "\(Trials.loss(lowest)) \(remark)" : Trials.loss(lowest),
        mark: isFailed ? .cut : remark.isEmpty ? nil : .noted(remark))
    }
    // A run that failed may end so high that the others would hardly be seen beside it.
    let room = rows.map { min($0.values[0], record.uniformLoss) } + [record.uniformLoss]
    let failed = record.trials.filter(record.isFailed).count
    return context.figure(
      words.title,
      words.description(
        record.trials.count, Numbers.count(record.tokensPerTrial),
        Trials.name(record.trials[best], of: record.trials[best].knob, context),
        Trials.loss(record.trials[best].best), failed),
      DataTable(
        words.columns,
        record.trials.indices.map { index in
          let trial = record.trials[index]
          return [
            context.wording.tuning.knob(trial.knob),
            trial.knob.knob.map { Numbers.brief(trial.value(of: $0)) } ?? "–",
            Numbers.count(trial.parameterCount), Numbers.count(trial.steps),
            Trials.loss(trial.best),
            Trials.loss(trial.validations.last), remark(index, record, words),
          ]
        }),
      BarChart(
        axis: words.axis, rows: rows, roles: [.series(0)],
        references: [
          LineChart.Reference(
            context.wording.tuning.guessing(Numbers.fixed(record.uniformLoss, 2)),
            at: record.uniformLoss)
        ], upTo: Axis(words.axis, spanning: room, from: 0).upper))
  }

  /// What is worth a word about a run, if anything.
  private func remark(
    _ index: Int, _ record: TuningRecord, _ words: Words
  ) -> String {
    let trial = record.trials[index]
    if let step = trial.failedStep { return words.noNumber(Numbers.count(step)) }
    if record.isFailed(trial) { return words.worseThanGuessing }
    if index == record.bestTrial { return words.best }
    return index == record.frugalTrial ? words.frugal : ""
  }
}
