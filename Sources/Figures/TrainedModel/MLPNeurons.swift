import Charts
import Record

/// The neurons of the followed block's MLP that answer most, and the tokens that they push.
struct MLPNeurons: FigureDefinition {
  let name = "mlp"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (Measures) -> String
    var columns: [String]
    var push: @Sendable (_ token: String) -> String
    var axis: String
    var neuron: @Sendable (Int) -> String
    var separator: String

    struct Measures: Sendable {
      var layer: Int
      var token: String
      var neurons: String
      var active: String
      /// What they push; nil where that was not recorded.
      var push: Push?
    }

    struct Push: Sendable {
      /// The token that is followed, what the whole MLP does to its logit, and the most that one of the
      /// neurons shown does.
      var token: String
      var all: String
      var neuron: String
      var most: String
    }
  }

  static let english = Words(
    title: "Inside an MLP: the neurons that answer most",
    description: { numbers in
      "Layer \(numbers.layer), at “\(numbers.token)”: of \(numbers.neurons) neurons, \(numbers.active) have "
        + "a value above 0.5. "
        + (numbers.push.map { push in
          "The strongest are shown, each with the tokens in the answer's script whose logits it lifts "
            + "most. The whole MLP moves "
            + "the logit of “\(push.token)” by \(push.all), measured against the average of all tokens; of "
            + "the neurons shown \(push.neuron) does most for it: \(push.most)."
        } ?? "The strongest are shown.")
    },
    columns: ["Neuron", "#Value", "Lifts most"],
    push: { "#Logit of “\($0)”" },
    axis: "value after GELU",
    neuron: { "neuron \(Numbers.count($0))" },
    separator: ", "
  )

  static let japanese = Words(
    title: "MLPの中：強く反応したニューロン",
    description: { numbers in
      "ブロック\(numbers.layer)、「\(numbers.token)」の位置。\(numbers.neurons)個のニューロンのうち、値が0.5を超えたのは"
        + "\(numbers.active)個。"
        + (numbers.push.map { push in
          "強い順に示します。そえてあるのは、答えと同じ文字のトークンのうち、ロジットをいちばん押し上げるものです。「\(push.token)」のロジットを、MLP全体は全トークンの平均と比べて"
            + "\(push.all)だけ動かします。図のニューロンのうち、いちばん大きいのは\(push.neuron)の\(push.most)です。"
        } ?? "強い順に示します。")
    },
    columns: ["ニューロン", "#値", "押し上げるトークン"],
    push: { "#「\($0)」のロジット" },
    axis: "GELUのあとの値",
    neuron: { "ニューロン\(Numbers.count($0))" },
    separator: "、"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let pass = try usage.followed()
    let rows = try usage.tensor("blocks.\(pass.layer).mlp.hook_post", rank: 2).rows
    let values = rows[rows.count - 1]
    let active = Numbers.count(values.filter { $0 > 0.5 }.count)
    var measures = Words.Measures(
      layer: pass.layer, token: usage.lastToken, neurons: Numbers.count(values.count),
      active: active)
    guard let followed = usage.answer.followed,
      let most = followed.neurons.max(by: { $0.push < $1.push })
    else {
      let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
      return context.figure(
        words.title, words.description(measures),
        DataTable(
          Array(words.columns.prefix(2)),
          order.prefix(24).map { [words.neuron($0), Numbers.fixed(Double(values[$0]), 3)] }),
        Self.chart(order.prefix(12).map { (words.neuron($0), Double(values[$0]), "") }, words))
    }
    measures.push = Words.Push(
      token: followed.token.shown, all: Numbers.fixed(followed.push, 2),
      neuron: words.neuron(most.index), most: Numbers.fixed(most.push, 2))
    let lifted = Self.lifted(by: followed.neurons, words)
    return context.figure(
      words.title, words.description(measures),
      DataTable(
        words.columns + [words.push(followed.token.shown)],
        zip(followed.neurons, lifted).map { neuron, tokens in
          [
            words.neuron(neuron.index), Numbers.fixed(neuron.value, 3), tokens,
            Numbers.fixed(neuron.push, 2),
          ]
        }),
      Self.chart(of: followed.neurons, words))
  }

  private static func lifted(by neurons: [FollowedRecord.Neuron], _ words: Words) -> [String] {
    neurons.map { $0.tokens.map(\.token.shown).joined(separator: words.separator) }
  }

  /// Neurons with their values and what they push.
  static func chart(of neurons: [FollowedRecord.Neuron], _ words: Words) -> BarChart {
    chart(
      zip(neurons, lifted(by: neurons, words)).map {
        (words.neuron($0.index), $0.value, $1.isEmpty ? "" : " → " + $1)
      }, words)
  }

  private static func chart(
    _ rows: [(name: String, value: Double, note: String)], _ words: Words
  ) -> BarChart {
    BarChart(
      axis: words.axis,
      rows: rows.map {
        BarChart.Row($0.name, [$0.value], text: Numbers.fixed($0.value, 2) + $0.note)
      }, roles: [.computed])
  }
}
