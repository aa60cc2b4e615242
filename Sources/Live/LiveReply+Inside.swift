import Charts
import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer
import Views

/// What goes on inside: the parts, where a head looks, what each place of the residual stream would say.
extension LiveReply {
  /// Parts that are tried, at most: each costs a pass through the model.
  private static let mostTried = 64

  func parts(_ answer: LiveAnswer) -> Markup {
    let configuration = model.parameters.configuration
    let all = RemovedPart.all(configuration)
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.parts)
      tag("p", words.say.partsNote)
      for layer in 0..<configuration.layerCount {
        tag("ul", ["class": "live-parts"]) {
          for part in all where part.layer == layer { tag("li") { toggle(part) } }
        }
      }
      if !moment.removed.isEmpty {
        tag("p") { link("live-button", id: "live-whole", words.say.whole) { $0.removed = [] } }
      }
      if all.count <= Self.mostTried {
        tag("p") {
          link(
            "live-button", id: "live-try",
            moment.triesParts ? words.say.stopTrying : words.say.tryParts
          ) {
            $0.triesParts.toggle()
          }
        }
      }
      if moment.triesParts, all.count <= Self.mostTried { tried(answer) }
    }
  }

  private func toggle(_ part: RemovedPart) -> Markup {
    let isOut = moment.removed.contains(part)
    return tag(
      "a",
      [
        "class": isOut ? "live-toggle live-removed" : "live-toggle", "id": "live-off-" + part.name,
        "href": moment.link { moment in
          if isOut {
            moment.removed.removeAll { $0 == part }
          } else {
            moment.removed.append(part)
          }
        },
      ]
    ) {
      words.say.partName(part.part, part.layer, part.head)
      if isOut { tag("small", " " + words.say.isOut) }
    }
  }

  /// The probability of each token of the answer without one part after the other.
  private func tried(_ answer: LiveAnswer) -> Markup {
    let tokens = Array(answer.choices.map { $0.chosen }.prefix(8))
    let rows = model.judgedWithoutParts(answer.prompt, tokens).map { row in
      (
        name: row.part.map { words.say.partName($0.part, $0.layer, $0.head) } ?? words.say.nothing,
        shares: row.shares
      )
    }
    let wholes = rows.map { $0.shares.reduce(1.0) { $0 * Double($1) } }
    var worst = 1
    for index in 1..<wholes.count where wholes[index] < wholes[worst] { worst = index }
    let labels = tokens.map { AttentionView.label(piece($0)) }
    return figure(
      "tried", words.say.tried,
      words.say.triedDescription(
        rows[worst].name, Numbers.percent(wholes[0]), Numbers.percent(wholes[worst])),
      [(words.say.removed, false)] + labels.map { ($0, true) },
      rows.map { [$0.name] + $0.shares.map { Numbers.fixed(Double($0), 3) } },
      KnockoutView.map(
        rows, tokens: labels, axes: (words.say.removed, words.say.token, words.say.probability)))
  }

  /// The head that is looked at, over the prompt and the answer before the step.
  func looks(_ answer: LiveAnswer, _ step: Int) -> Markup {
    let head = moment.head
    let tokens = answer.prompt + answer.choices.prefix(step - 1).map { $0.chosen }
    // Of a long text the last positions, so that cells can be told apart.
    let first = max(0, tokens.count - 40)
    let rows = AttentionView.causal(
      model.pattern(of: head)[first...].map { Array($0[first...]) })
    let labels = tokens[first...].map { AttentionView.label(piece($0)) }
    let names = tokens[first...].map { piece($0).shown }
    let last = AttentionView.strongest(rows[rows.count - 1])
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.looks(head.layer, head.head ?? 0))
      tag("p", words.say.heads)
      tag("ul", ["class": "live-parts"]) {
        for other in RemovedPart.all(model.parameters.configuration) where other.head != nil {
          tag("li") {
            link(
              "live-toggle", id: "live-head-" + other.name,
              words.say.partName(other.part, other.layer, other.head), isOn: other == head
            ) { $0.head = other }
          }
        }
      }
      figure(
        "looks", words.say.looks(head.layer, head.head ?? 0),
        words.say.looksDescription(
          names[names.count - 1], names[last.key], Numbers.percent(Double(last.weight))),
        words.say.looksColumns,
        rows.enumerated().map { query, row in
          let best = AttentionView.strongest(row)
          return [names[query], names[best.key], Numbers.fixed(Double(best.weight), 3)]
        },
        AttentionView.map(
          rows, palette: .sequential, labels: labels,
          axes: (words.say.query, words.say.key, words.say.weight),
          pointed: HeatMap.Cell(rows.count - 1, last.key), words.say.pointed))
    }
  }

  /// What the model would write if it stopped after each part, in place of the step's token.
  func lens(_ answer: LiveAnswer, _ step: Int) -> Markup {
    let tokens = answer.prompt + answer.choices.prefix(step - 1).map { $0.chosen }
    let followed = answer.choices[step - 1].chosen
    let readings = model.lens(at: tokens.count - 1).map { place, logits in
      (place: place, shares: LiveModel.softmax(logits), best: Self.two(logits), logits: logits)
    }
    guard let final = readings.last else { return .empty }
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.lens)
      figure(
        "lens", words.say.lens,
        words.say.lensDescription(piece(tokens[tokens.count - 1]).shown, piece(final.best.0).shown),
        words.say.lensColumns,
        readings.map { reading in
          [
            words.say.place(reading.place.block, reading.place.isMiddle),
            piece(reading.best.0).shown,
            Numbers.percent(Double(reading.shares[Int(reading.best.0)])),
            piece(reading.best.1).shown,
          ]
        },
        LensView.chart(
          readings.map { reading in
            var shown = LensView.Reading(
              place: words.say.place(reading.place.block, reading.place.isMiddle),
              first: piece(reading.best.0).shown,
              probability: Double(reading.shares[Int(reading.best.0)]),
              isFinal: reading.best.0 == final.best.0)
            let rank = Self.rank(followed, reading.logits)
            if rank > 1 {
              let share = Double(reading.shares[Int(followed)])
              shown.followed = (
                words.say.followed(
                  piece(followed).shown, Numbers.count(rank), Numbers.percent(share)), share
              )
            }
            return shown
          }, axis: words.say.probability))
    }
  }

  /// The two greatest, of equal ones the smaller ids.
  private static func two(_ logits: [Float]) -> (Int32, Int32) {
    var (first, second) = (0, -1)
    for id in 1..<logits.count {
      if logits[id] > logits[first] {
        (first, second) = (id, first)
      } else if second < 0 || logits[id] > logits[second] {
        second = id
      }
    }
    return (Int32(first), Int32(max(0, second)))
  }

  private static func rank(_ token: Int32, _ logits: [Float]) -> Int {
    let own = logits[Int(token)]
    var rank = 1
    for id in logits.indices where logits[id] > own || logits[id] == own && id < Int(token) {
      rank += 1
    }
    return rank
  }
}
