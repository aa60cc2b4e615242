import Charts
import Record

/// The steps within the attention of the block that is followed.
extension StageScenes {
  var normalization: Scene {
    get throws(FigureError) {
      let step = try recorded(pass.normalization(.first))
      return Scene(
        words.normalization(Numbers.fixed(step.mean, 4), Numbers.fixed(step.deviation, 4)),
        "\(Calculations.first(of: step)) = \(Numbers.fixed(Double(step.after[0]), 3))",
        map(
          LayerNormalization.words(usage.context.language).rows,
          [step.before, step.scaled.map { Float($0) }, step.gain, step.bias, step.after]))
    }
  }

  var query: Scene {
    get throws(FigureError) {
      guard let number = pass.queryNumber(Calculations.shown) else {
        let query = try recorded(pass.query)
        return Scene(
          words.queryAlone(pass.head, query.count, usage.lastToken),
          Numbers.fixed(Double(query[0]), 3), map([words.rows.query], [query]))
      }
      let products = number.products
      return Scene(
        words.query(
          StageWalk.Words.Query(
            place: number.place, head: pass.head, width: products.terms.count + products.others,
            shown: products.terms.count, token: usage.lastToken)),
        "\(Calculations.sum(of: products)) + \(Calculations.term(number.bias)) ≈ "
          + Numbers.fixed(number.result, 3),
        table(
          products, words.products.query, [(words.products.bias, number.bias)], number.result))
    }
  }

  var keys: Scene {
    get throws(FigureError) {
      let (query, keys) = (try recorded(pass.query), try recorded(pass.keys))
      // The numbers whose products the next step shows.
      let numbers = try recorded(pass.score(Calculations.shown)).products.terms.map(\.place)
      let shown = pass.shownKeys(Calculations.shownKeys)
      let pick = { (row: [Float]) in numbers.map { row[$0] } }
      return Scene(
        words.keys(keys.count - shown.count, query.count),
        "\(Numbers.count(keys.count)) × \(Numbers.count(query.count)) = "
          + Numbers.count(keys.count * query.count),
        HeatMap(
          panels: [HeatMap.Panel("", [pick(query)] + shown.map { pick(keys[$0]) })],
          palette: .divergingComputed,
          rowLabels: ["\(words.rows.query) \(usage.label(keys.count - 1, within: 9))"]
            + shown.map { "\(words.rows.key) \(usage.label($0, within: 9))" },
          columnLabels: numbers.map { String($0) }, rowAxis: words.rows.rowAxis,
          columnAxis: words.rows.numberAxis,
          valueAxis: usage.context.wording.usage.activationAxis))
    }
  }

  var product: Scene {
    get throws(FigureError) {
      let (look, products) = try recorded(pass.score(Calculations.shown))
      let width = products.terms.count + products.others
      let root = Numbers.fixed(Double(width).squareRoot(), 3)
      return Scene(
        words.product(usage.token(look.key), root, width),
        "\(Numbers.fixed(products.sum, 3)) ÷ \(root) ≈ \(Numbers.fixed(look.score, 3))",
        table(products, words.products.score, [], products.sum))
    }
  }

  /// Products in their order, the others, what is added to them, and the sum.
  private func table(
    _ products: FollowedPass.Products, _ columns: [String], _ added: [(String, Double)],
    _ sum: Double
  ) -> TableChart {
    let number = { (value: Double) in Numbers.fixed(value, 3) }
    var rows = products.terms.map {
      [String($0.place), number($0.left), number($0.right), number($0.left * $0.right)]
    }
    if products.others > 0 {
      rows.append([words.products.others(products.others), "", "", number(products.rest)])
    }
    rows += added.map { [$0.0, "", "", number($0.1)] }
    rows.append([words.products.sum, "", "", number(sum)])
    return TableChart(
      DataTable(columns, rows), marks: rows.indices.map { $0 == rows.count - 1 ? .notable : nil })
  }

  /// The keys that are shown, each with how the followed position looks at it.
  private func looks() throws(FigureError) -> (shown: [FollowedPass.Look], all: [FollowedPass.Look])
  {
    let all = try recorded(pass.looks)
    let shown = pass.shownKeys(Calculations.shownKeys).compactMap { key in
      all.first { $0.key == key }
    }
    return (shown, all)
  }

  var scores: Scene {
    get throws(FigureError) {
      let (shown, all) = try looks()
      let first = try recorded(all.first)
      let second = all.dropFirst().first
      return Scene(
        words.scores(
          usage.token(first.key), second.map { usage.token($0.key) }, all.count - shown.count),
        second.map {
          "\(Calculations.difference(first.score, $0.score)) ≈ "
            + Numbers.fixed(first.score - $0.score, 3)
        } ?? Numbers.fixed(first.score, 3),
        BarChart(
          axis: AttentionScores.words(usage.context.language).scoreAxis,
          rows: shown.map {
            BarChart.Row(usage.label($0.key), [$0.score], text: Numbers.fixed($0.score, 3))
          }, roles: [.computed], hasTokenLabels: true))
    }
  }

  var mask: Scene {
    get throws(FigureError) {
      let shown = pass.shownKeys(Calculations.shownKeys)
      let rows = try recorded(pass.scores(among: shown))
      let count = pass.tokens.count
      let labels = shown.map { usage.label($0, within: 9) }
      let shared = usage.context.wording.usage
      return Scene(
        words.mask(usage.lastToken, count * count, count - shown.count),
        "\(Numbers.count(count)) × \(Numbers.count(count + 1)) ÷ 2 = "
          + Numbers.count(count * (count + 1) / 2),
        HeatMap(
          panels: [HeatMap.Panel("", rows)], palette: .divergingComputed, rowLabels: labels,
          columnLabels: labels, rowAxis: shared.query, columnAxis: shared.key,
          valueAxis: AttentionScores.words(usage.context.language).scoreAxis))
    }
  }

  var softmax: Scene {
    get throws(FigureError) {
      let (shown, all) = try looks()
      let first = try recorded(all.first)
      let others = all.count - shown.count
      let rest = all.reduce(0) { sum, look in
        shown.contains { $0.key == look.key } ? sum : sum + look.weight
      }
      let weights = shown.map(\.weight) + (others > 0 ? [rest] : [])
      let labels =
        shown.map { usage.label($0.key) } + (others > 0 ? [words.rows.otherTokens(others)] : [])
      return Scene(
        words.softmax(all.count, usage.token(first.key), Numbers.fixed(first.weight, 3)),
        weights.map { Numbers.fixed($0, 3) }.joined(separator: " + ") + " ≈ "
          + Numbers.fixed(weights.reduce(0, +), 3),
        BarChart(
          axis: usage.context.wording.usage.attentionAxis,
          rows: zip(labels, weights).map {
            BarChart.Row($0, [$1], text: Numbers.fixed($1, 3))
          }, roles: [.computed], hasTokenLabels: true, upTo: 1))
    }
  }

  var mix: Scene {
    get throws(FigureError) {
      let mix = try recorded(pass.mix(Calculations.shownKeys))
      let best = try recorded(pass.looks?.first)
      return Scene(
        words.mix(usage.token(best.key)),
        "\(Calculations.first(of: mix)) ≈ \(Numbers.fixed(Double(mix.result[0]), 3))",
        ValueMix.map(of: mix, usage, ValueMix.words(usage.context.language)))
    }
  }

  var heads: Scene {
    get throws(FigureError) {
      let output = try recorded(pass.output)
      let sum = try recorded(pass.additions)
      // The followed head and those that add most; of many heads the others share a row.
      let lengths = output.results.map { UsageContext.length($0) }
      let order = lengths.indices.sorted { one, other in
        one == pass.head || other != pass.head && (lengths[other], one) < (lengths[one], other)
      }
      let shown = order.prefix(8).sorted()
      let rest = order.dropFirst(8)
      var rows = [(words.rows.arrives, sum.before)]
      rows += shown.map { (words.rows.head($0), output.results[$0]) }
      if !rest.isEmpty {
        let added = sum.before.indices.map { place in
          rest.reduce(Float(0)) { $0 + output.results[$1][place] }
        }
        rows.append((words.rows.otherHeads(rest.count), added))
      }
      rows += [(words.rows.bias, output.bias), (words.rows.between, sum.between)]
      return Scene(
        words.heads(
          output.results.count, pass.head, Numbers.significant(lengths[pass.head])),
        addition(sum.before, sum.attention, sum.between), map(rows.map(\.0), rows.map(\.1)))
    }
  }
}
