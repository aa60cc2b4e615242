import Charts
import Record

/// Figures of U3: the residual stream, the MLPs, logits, and the whole way.
enum StreamFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("residual-stream", residual), ("mlp", mlp), ("logits", logits), ("layer-guesses", guesses),
    ("inside-map", inside),
  ]

  @Sendable private static func residual(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let stages = words.residualStages
    var rows: [(name: String, values: [Float])] = []
    let layerCount = try usage.layerCount
    for layer in 0..<layerCount {
      if layer == 0 {
        let start = try usage.tensor("blocks.0.hook_resid_pre", rank: 2).rows
        rows.append((stages.embedding, start[start.count - 1]))
      }
      let middle = try usage.tensor("blocks.\(layer).hook_resid_mid", rank: 2).rows
      let end = try usage.tensor("blocks.\(layer).hook_resid_post", rank: 2).rows
      rows.append((stages.attention(layer), middle[middle.count - 1]))
      rows.append((stages.mlp(layer), end[end.count - 1]))
    }
    let shown = min(32, rows[0].values.count)
    let number = { (values: [Float]) in Numbers.significant(UsageContext.length(values)) }
    return context.figure(
      words.residualTitle,
      words.residualDescription(
        usage.lastToken, shown, number(rows[0].values), number(rows[rows.count - 1].values)),
      DataTable(
        words.residualColumns,
        rows.map { [$0.name, number($0.values), UsageContext.eight($0.values)] }),
      HeatMap(
        panels: [HeatMap.Panel("", rows.map { Array($0.values.prefix(shown)) })],
        palette: .divergingComputed, rowLabels: rows.map(\.name), rowAxis: words.stageAxis,
        columnAxis: words.dimensionAxis, valueAxis: words.activationAxis))
  }

  @Sendable private static func mlp(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let layer = max(0, try usage.layerCount - 1)
    let rows = try usage.tensor("blocks.\(layer).mlp.hook_post", rank: 2).rows
    let values = rows[rows.count - 1]
    let order = values.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    let active = values.filter { $0 > 0.5 }.count
    let strongest = order.prefix(12)
    return context.figure(
      words.mlpTitle,
      words.mlpDescription(
        layer, Numbers.count(values.count), Numbers.count(active), usage.lastToken),
      DataTable(
        words.mlpColumns,
        order.prefix(24).map { [words.neuron($0), Numbers.fixed(Double(values[$0]), 3)] }),
      BarChart(
        axis: words.mlpAxis,
        rows: strongest.map {
          BarChart.Row(
            words.neuron($0), [Double(values[$0])], text: Numbers.fixed(Double(values[$0]), 2))
        }, roles: [.computed]))
  }

  @Sendable private static func logits(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let words = usage.words
    guard let choice = usage.answer.choices.first, let first = choice.candidates.first else {
      throw context.missing(words.noChoices)
    }
    let shown = choice.candidates.prefix(12)
    return context.figure(
      words.logitsTitle,
      words.logitsDescription(
        first.token.shown, Numbers.fixed(first.logit, 2),
        Numbers.percent(first.probability)),
      AlgorithmFigures.candidateTable(choice.candidates, context),
      BarChart(
        axis: words.logitAxis,
        rows: shown.map {
          BarChart.Row(
            $0.token.shown, [$0.logit],
            text: words.logitsText(
              Numbers.fixed($0.logit, 2), Numbers.percent($0.probability)))
        }, roles: [.computed], hasTokenLabels: true))
  }

  @Sendable private static func guesses(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let words = usage.words
    let guesses = usage.answer.layerGuesses.filter { !$0.candidates.isEmpty }
    guard let final = guesses.last?.candidates.first else {
      throw context.missing(words.noGuesses)
    }
    let settled = guesses.first { $0.candidates.first?.token.id == final.token.id }
    let name = { (candidate: CandidateRecord?) in
      candidate.map { $0.token.shown } ?? "–"
    }
    return context.figure(
      words.guessesTitle,
      words.guessesDescription(name(final), words.guessLayer(settled?.layer ?? 0)),
      DataTable(
        words.guessesColumns,
        guesses.map { guess in
          [
            words.guessLayer(guess.layer), name(guess.candidates.first),
            Numbers.percent(guess.candidates[0].probability),
            name(guess.candidates.dropFirst().first), name(guess.candidates.dropFirst(2).first),
          ]
        }),
      BarChart(
        axis: words.probabilityAxis,
        rows: guesses.map { guess in
          let isFinal = guess.candidates.first?.token.id == final.token.id
          let share = guess.candidates[0].probability
          return BarChart.Row(
            words.guessLayer(guess.layer), [share],
            text: "\(name(guess.candidates.first)) \(Numbers.percent(share))\(isFinal ? " ✓" : "")")
        }, roles: [.computed], upTo: 1))
  }

  @Sendable private static func inside(_ context: FigureContext) throws(FigureError) -> Figure {
    let usage = try UsageContext(context, needsActivations: true)
    let words = usage.words
    let model = context.wording.model
    var rows: [[String]] = []
    func part(
      _ name: String, _ activations: [String], parts: [PartsMap.Part] = []
    ) -> PartsMap.Part {
      let facts = activations.compactMap { activation -> String? in
        guard let tensor = context.run.tensors["usage.\(usage.answer.id).\(activation)"] else {
          return nil
        }
        let known = tensor.values.filter { $0.isFinite }
        guard let least = known.min(), let greatest = known.max() else { return nil }
        let ends = (Numbers.significant(Double(least)), Numbers.significant(Double(greatest)))
        rows.append([activation, Numbers.shape(tensor.shape), ends.0, ends.1])
        let short =
          activation.split(separator: "_").last.map { $0.count == 1 ? "\($0) " : "" } ?? ""
        return "\(short)\(Numbers.shape(tensor.shape)): \(words.seenRange(ends.0, ends.1))"
      }
      return PartsMap.Part(name, facts: facts, role: .computed, parts: parts)
    }
    var parts = [
      part(model.embedding.name, ["hook_embed"]), part(model.positions.name, ["hook_pos_embed"]),
    ]
    let layerCount = try usage.layerCount
    for layer in 0..<layerCount {
      let block = "blocks.\(layer)"
      parts.append(
        part(
          model.block(layer), [],
          parts: [
            part(
              model.queries.name,
              ["\(block).attn.hook_q", "\(block).attn.hook_k", "\(block).attn.hook_v"]),
            part(model.pattern.name, ["\(block).attn.hook_pattern"]),
            part("+ " + model.attention.name, ["\(block).hook_attn_out"]),
            part("+ " + model.mlp.name, ["\(block).hook_mlp_out"]),
            part(model.residual.name, ["\(block).hook_resid_post"]),
          ]))
    }
    parts.append(part(model.lastNormalization.name, ["ln_final.hook_normalized"]))
    guard !rows.isEmpty else { throw context.missing(words.noActivations) }
    let answer = usage.answer.choices.first.map { $0.chosen.shown } ?? "–"
    return context.figure(
      words.insideTitle,
      words.insideDescription(usage.answer.tokens.count, try usage.layerCount, answer),
      DataTable(words.insideColumns, rows), PartsMap(parts))
  }
}
