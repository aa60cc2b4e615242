import Charts
import Record

/// The true probabilities of what comes next, beside those that the model learned.
struct TrueAndLearned: FigureDefinition {
  let name = "true-and-learned"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ probes: Int, _ mean: String) -> String
    var columns: [String]
    var axis: String
    /// The truth, the model.
    var series: [String]
    /// The kind of document and the text that goes on.
    var after: @Sendable (_ kind: String, _ prefix: String) -> String
    var nats: @Sendable (_ divergence: String) -> String
    var noTruth: String
  }

  static let english = Words(
    title: "What really comes next, and what the model expects",
    description: { probes, mean in
      "At each of these places the town's own rules say how likely each way to go on is. Below it is "
        + "what the model, which has only read texts, believes. Over all "
        + "\(NameWording.english(probes, "place")) that were tried the divergence is \(mean) nats on average; "
        + "0 would be perfect knowledge. The places stand in order; in the last one the model is farthest off."
    },
    columns: ["After", "Goes on with", "#Truth", "#Model"],
    axis: "probability",
    series: ["truth", "model"],
    after: { kind, prefix in
      "\(kind): " + (prefix.isEmpty ? "at the beginning" : "after “\(prefix)”")
    },
    nats: { "divergence \($0) nats" },
    noTruth: "nobody knows the true probabilities of these texts"
  )

  static let japanese = Words(
    title: "本当に続くものと、モデルの予想",
    description: { probes, mean in
      "どの続きがどれだけ起こりやすいかは、町の規則から正確に計算できます。その下が、文章を読んだだけのモデルの予想です。"
        + "調べた\(probes)か所の平均で、ずれ（ダイバージェンス）は\(mean)ナット。0なら、確率まで完全に知っていることになります。下へいくほどずれが大きく、いちばん下がいちばん外れたところです。"
    },
    columns: ["ここまで", "続き", "#本当の確率", "#モデルの確率"],
    axis: "確率",
    series: ["本当の確率", "モデルの確率"],
    after: { kind, prefix in "\(kind)：" + (prefix.isEmpty ? "書き出し" : "「\(prefix)」のあと") },
    nats: { "ずれ \($0) ナット" },
    noTruth: "この文章については、本当の確率がわかりません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let record = try context[.evaluation].divergence, !record.shown.isEmpty else {
      throw context.unknowable(words.noTruth)
    }
    let probes = context.exhibits.probes
    let rows = probes.flatMap { probe in
      [
        BarChart.Row(
          heading(probe, words, context), [0, 0], text: words.nats(nats(probe.divergence)))
      ]
        + probe.next.flatMap { next in
          [
            BarChart.Row(
              label(next.text), [next.truth, 0], text: Numbers.percent(next.truth)),
            BarChart.Row("", [0, next.model], text: Numbers.percent(next.model)),
          ]
        }
    }
    return context.figure(
      words.title,
      words.description(record.probes, nats(record.mean)),
      DataTable(
        words.columns,
        probes.flatMap { probe in
          probe.next.map {
            [
              heading(probe, words, context), label($0.text), Numbers.percent($0.truth),
              Numbers.percent($0.model),
            ]
          }
        }),
      BarChart(axis: words.axis, rows: rows, series: words.series, upTo: 1))
  }

  private func nats(_ value: Double) -> String { Numbers.fixed(value, 3) }

  /// The kind of document, and what stands before the words that are compared.
  private func heading(
    _ probe: DivergenceRecord.Probe, _ words: Words, _ context: FigureContext
  ) -> String {
    let given = (probe.before.isEmpty ? "" : probe.before + " → ") + probe.prefix
    return words.after(context.names.kind(probe.kind), given.onOneLine)
  }

  private func label(_ text: String) -> String {
    TerminalText.truncated(text.onOneLine, to: 32)
  }
}
