import Charts
import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer
import Views

extension SmallTraining.Plan {
  /// - Parameter address: what stands behind `#`; what is impossible there makes no model.
  package init(_ address: String) {
    self.init()
    let query = QueryText(address)
    text = query["q"] ?? ""
    func number(_ key: String, _ usual: Int) -> Int {
      query[key].map { Int($0) ?? 0 } ?? usual
    }
    layerCount = number("layers", layerCount)
    headCount = number("heads", headCount)
    width = number("width", width)
    if let rate = query["rate"] { learningRate = Float(PlainDecimal.value(rate) ?? 0) }
    if let text = query["seed"], let value = UInt64(text) { seed = value }
    startsDead = query["dead"] == "1"
  }
}

/// What the page shows of a model that learns in it.
struct TrainingReply: DrawsFigures {
  let training: SmallTraining
  let language: Language
  private var words: TrainingWords { .of(language) }

  /// Points that a curve has at most.
  private static let pointCount = 200

  func text() -> String {
    let markup = Markup.fragment([
      tag("section", ["class": "live-part"]) {
        tag("h2", words.say.loss)
        tag(
          "p", ["class": "meta"],
          words.say.size(
            Numbers.count(training.parameters.configuration.parameterCount),
            training.characters.count))
        if !training.points.isEmpty { curve() }
      },
      tag("section", ["class": "live-part"]) {
        tag("h2", words.say.writes)
        tag("p", words.say.writesNote)
        tag("pre", ["class": "live-sample", "tabindex": "0"]) {
          tag("code", TerminalText.safe(training.sample()))
        }
      },
      looks(),
      embedding(),
    ])
    return said() + "\n" + markup.html()
  }

  private func said() -> String {
    if training.isBroken { return words.say.broken(training.step + 1) }
    guard let last = training.points.last else { return words.say.before }
    let heldOut = training.points.last { $0.heldOut != nil }?.heldOut
    return words.say.now(
      last.step, Numbers.fixed(Double(last.loss), 3),
      heldOut.map { Numbers.fixed(Double($0), 3) } ?? "–")
  }

  private func curve() -> Markup {
    let points = training.points
    let every = max(1, points.count / Self.pointCount)
    let shown = points.filter { $0.step % every == 0 || $0.step == points.count || $0.step == 1 }
    let heldOut = points.filter { $0.heldOut != nil }
    let nth = max(1, heldOut.count / Self.pointCount)
    let series = [
      LineChart.Series(
        words.say.learned, shown.map { LineChart.Point(Double($0.step), Double($0.loss)) }),
      LineChart.Series(
        words.say.heldOut,
        heldOut.enumerated().filter { $0.offset % nth == 0 }.map {
          LineChart.Point(Double($0.element.step), Double($0.element.heldOut ?? 0))
        }),
    ]
    let chance = -Portable.log(1 / Double(training.parameters.configuration.vocabularySize))
    let values = series.flatMap { $0.points.map { min($0.y, 3 * chance) } }
    return figure(
      "loss", words.say.loss,
      words.say.lossDescription(
        Numbers.fixed(Double(points[0].loss), 2),
        Numbers.fixed(Double(points[points.count - 1].loss), 2), Numbers.fixed(chance, 2)),
      words.say.lossColumns,
      heldOut.suffix(20).map {
        [
          Numbers.count($0.step), Numbers.fixed(Double($0.loss), 3),
          $0.heldOut.map { Numbers.fixed(Double($0), 3) } ?? "–",
        ]
      },
      LineChart(
        x: Axis(words.say.step, from: 0, to: Double(max(10, points.count))),
        y: Axis(words.say.nats, spanning: values + [chance], from: 0), series: series,
        references: [LineChart.Reference(words.say.chance, at: chance)]))
  }

  private func looks() -> Markup {
    guard !training.isBroken else { return .empty }
    let (characters, heads) = training.patterns()
    guard !heads.isEmpty else { return .empty }
    let labels = characters.map { TerminalText.visible($0) }
    let rows = heads.map { AttentionView.causal($0) }
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.looks)
      figure(
        "heads", words.say.looks, words.say.looksDescription, words.say.looksColumns,
        rows[0].enumerated().map { query, row in
          let best = AttentionView.strongest(row)
          return [labels[query], labels[best.key], Numbers.fixed(Double(best.weight), 3)]
        },
        HeatMap(
          panels: rows.enumerated().map { HeatMap.Panel(words.say.head($0.offset), $0.element) },
          palette: .sequential, rowLabels: labels, columnLabels: labels, rowAxis: words.say.query,
          columnAxis: words.say.key, valueAxis: words.say.weight, panelsPerRow: 2))
    }
  }
}

extension TrainingReply {
  /// Sorts of characters, which differ by color in the map.
  enum Sort: Int, CaseIterable {
    case vowel, consonant, capital, hiragana, katakana, kanji, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x61, 0x65, 0x69, 0x6F, 0x75: self = .vowel
      case 0x61...0x7A: self = .consonant
      case 0x41...0x5A: self = .capital
      case 0x3041...0x309F: self = .hiragana
      case 0x30A1...0x30FF: self = .katakana
      case 0x3400...0x9FFF: self = .kanji
      default: self = .other
      }
    }
  }

  /// Each character's vector, seen along the two directions in which they differ most.
  private func embedding() -> Markup {
    guard !training.isBroken else { return .empty }
    let plane = training.embeddingPlane()
    let sorts = training.characters.map(Sort.init)
    let present = Sort.allCases.filter(sorts.contains)
    let names = training.characters.map { TerminalText.visible(String($0)) }
    let points = names.indices.map { place in
      Scatter.Point(
        Double(plane[2 * place]), Double(plane[2 * place + 1]), label: names[place],
        group: present.firstIndex(of: sorts[place]) ?? 0)
    }
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.map)
      figure(
        "map", words.say.map, words.say.mapDescription, words.say.mapColumns,
        points.map { [$0.label, Numbers.fixed($0.x, 3), Numbers.fixed($0.y, 3)] },
        Scatter(
          x: Axis(words.say.first, spanning: points.map { $0.x }),
          y: Axis(words.say.second, spanning: points.map { $0.y }), points: points,
          groups: present.map { words.say.sort($0) }))
    }
  }
}

/// The model that learns in the page now.
package struct TrainingSeat {
  private var training: SmallTraining?

  package init() {}

  /// Takes steps, and shows what came of them; another plan, or fewer steps than none, begins anew.
  package mutating func reply(to address: String, steps: Int, in language: Language) -> String {
    let plan = SmallTraining.Plan(address)
    if training?.plan != plan || steps < 0 { training = SmallTraining(plan) }
    guard let training else { return TrainingWords.of(language).say.impossible + "\n" }
    for _ in 0..<max(0, min(steps, 1000)) { training.learn() }
    return TrainingReply(training: training, language: language).text()
  }
}
