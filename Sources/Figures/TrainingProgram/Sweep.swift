import Charts
import Record

/// Every run of the sweep by its lowest validation loss, one knob after the other.
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
    /// Title of the frame in which all knobs are changed at once.
    var together: String
    var oneKnob: @Sendable (_ runs: Int, _ best: String, _ loss: String) -> String
    var allKnobs: @Sendable (_ best: String, _ loss: String) -> String
    var noneLearned: String
    /// Names the difference between the best and the worst run, or between the base and the best.
    var checks: (spread: String, gain: String, lowest: String)
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
    frugal: "smallest within 2%",
    together: "all knobs at once",
    oneKnob: { runs, best, loss in
      "Only this knob is turned, \(NameWording.english(runs, "value")). Lowest: \(best) with \(loss)."
    },
    allKnobs: { best, loss in "Now several knobs are turned together. Lowest: \(best) with \(loss)."
    },
    noneLearned: "None of these runs did better than guessing.",
    checks: (
      spread: "nats between the worst and the best that did not fail",
      gain: "nats less than the base",
      lowest: "lowest validation loss"
    )
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
    frugal: "差2%以内で最小",
    together: "つまみをまとめて回す",
    oneKnob: { runs, best, loss in
      "このつまみだけを回した、\(runs)通りの値です。いちばん低いのは「\(best)」の\(loss)です。"
    },
    allKnobs: { best, loss in "つまみをまとめて回しました。いちばん低いのは「\(best)」の\(loss)です。" },
    noneLearned: "どの実行も、当てずっぽうより良くなりませんでした。",
    checks: (
      spread: "失敗しなかった中で、最悪と最良の差（ナット）", gain: "基準より減った分（ナット）", lowest: "検証の損失の最小値"
    )
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let record = try context[.tuning]
    guard let best = record.bestTrial else {
      throw context.missing(context.wording.reasons.noTrials)
    }
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
      film(record, context, words))
  }

  /// A frame for each knob, on one axis, and one for the runs that change several.
  private func film(
    _ record: TuningRecord, _ context: FigureContext, _ words: Words
  ) -> Film {
    let groups = Trials.groups(record)
    let all = groups.map { row($0.trial, of: $0.change, record, context, words) }
    // A run that failed may end so high that the others would hardly be seen beside it.
    let room = all.map { min($0.values[0], record.uniformLoss) } + [record.uniformLoss]
    let upper = Axis(words.axis, spanning: room, from: 0).upper
    let single = record.findings.map { TuningRecord.Change($0.knob) }
    let frames = (single.map { [$0] } + [[.together, .used]]).compactMap { changes -> Film.Frame? in
      let shown = groups.indices.filter { changes.contains(groups[$0].change) }
      guard !shown.isEmpty else { return nil }
      return frame(
        shown.map { groups[$0] }, shown.map { all[$0] }, upTo: upper, record, context, words)
    }
    return Film(frames)
  }

  private func frame(
    _ group: [(change: TuningRecord.Change, trial: Int)], _ rows: [BarChart.Row],
    upTo upper: Double,
    _ record: TuningRecord, _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let isSingle = group[0].change.knob != nil
    let sound = group.filter { !record.isFailed(record.trials[$0.trial]) }
    let losses = sound.map { record.trials[$0.trial].best?.loss ?? 0 }
    let best = losses.indices.min { losses[$0] < losses[$1] }
    let base = record.trials.first.flatMap { $0.best }?.loss
    let check =
      if let best, let other = isSingle ? losses.max() : base, other != losses[best] {
        Film.Check(
          FrameChecks.difference(other, losses[best]),
          isSingle ? words.checks.spread : words.checks.gain)
      } else {
        Film.Check(
          Numbers.fixed(best.map { losses[$0] } ?? base ?? 0, 3), words.checks.lowest)
      }
    let sentence: String
    if let best {
      let name = Trials.name(record.trials[sound[best].trial], of: sound[best].change, context)
      let loss = Numbers.fixed(losses[best], 3)
      sentence =
        isSingle ? words.oneKnob(group.count, name, loss) : words.allKnobs(name, loss)
    } else {
      sentence = words.noneLearned
    }
    return Film.Frame(
      isSingle ? context.wording.tuning.knob(group[0].change) : words.together,
      sentence: sentence, check: check,
      BarChart(
        axis: words.axis, rows: rows, roles: [.series(0)],
        references: [
          LineChart.Reference(
            context.wording.tuning.guessing(Numbers.fixed(record.uniformLoss, 2)),
            at: record.uniformLoss)
        ], upTo: upper))
  }

  private func row(
    _ index: Int, of change: TuningRecord.Change, _ record: TuningRecord, _ context: FigureContext,
    _ words: Words
  ) -> BarChart.Row {
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
