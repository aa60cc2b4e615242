import Charts
import Names
import Record

/// Figures of L4a: the architecture.
enum ModelMap {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("model-map", map), ("parameters-by-part", parts),
  ]

  private typealias Part = PartsMap.Part

  @Sendable private static func map(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.architecture]
    let words = context.wording.model
    let (width, length, vocabulary) = (record.width, record.contextLength, record.vocabularySize)
    let learned = { (words: (name: String, note: String), tensor: String) in
      Part(words.name, note: words.note, facts: facts(tensor, record), role: .learned)
    }
    let computed = { (words: (name: String, note: String), shape: [Int]) in
      Part(words.name, note: words.note, facts: [Numbers.shape(shape)], role: .computed)
    }
    let block = [
      learned(words.firstNormalization, "h.0.ln_1"),
      Part(
        words.attention.name, note: words.attention.note,
        parts: [
          learned(words.queries, "h.0.attn.c_attn"),
          computed(words.pattern, [record.headCount, length, length]),
          learned(words.projection, "h.0.attn.c_proj"),
        ]),
      learned(words.secondNormalization, "h.0.ln_2"),
      Part(
        words.mlp.name, note: words.mlp.note,
        parts: [
          learned(words.widening, "h.0.mlp.c_fc"),
          computed(words.activation, [length, 4 * width]),
          learned(words.narrowing, "h.0.mlp.c_proj"),
        ]),
    ]
    let ofBlock = record.tensors.filter { $0.layer == 0 }.reduce(0) { $0 + $1.count }
    let parts = [
      computed(words.tokens, [length]),
      learned(words.embedding, "wte"),
      learned(words.positions, "wpe"),
      computed(words.residual, [length, width]),
      Part(
        words.block(0), note: words.blockNote, facts: [words.parameters(Numbers.count(ofBlock))],
        times: record.layerCount, parts: block),
      learned(words.lastNormalization, "ln_f"),
      Part(words.unembedding.name, note: words.unembedding.note, role: .learned),
      computed(words.logits, [length, vocabulary]),
    ]
    return context.figure(
      words.mapTitle,
      words.mapDescription(record.layerCount, width, Numbers.count(record.parameterCount)),
      DataTable(
        words.mapColumns,
        record.tensors.map {
          [
            $0.name, Numbers.shape($0.shape), Numbers.count($0.count),
            context.names.part($0.part),
          ]
        }),
      PartsMap(parts))
  }

  /// Shape and count of a layer's tensors, one line each.
  private static func facts(_ layer: String, _ record: ArchitectureRecord) -> [String] {
    record.tensors.filter { $0.name.hasPrefix(layer + ".") }.map { tensor in
      let name = tensor.name.dropFirst(layer.count + 1)
      return tensor.shape.count == 1
        ? "\(name) \(Numbers.count(tensor.count))"
        : "\(name) \(Numbers.shape(tensor.shape)) = \(Numbers.count(tensor.count))"
    }
  }

  @Sendable private static func parts(_ context: FigureContext) throws(FigureError) -> Figure {
    let record = try context[.architecture]
    let (words, names) = (context.wording.model, context.names)
    var order: [ModelPart] = []
    for tensor in record.tensors where !order.contains(tensor.part) { order.append(tensor.part) }
    let sums = order.map { part in
      (
        name: part, tensors: record.tensors.filter { $0.part == part }.count,
        count: record.tensors.filter { $0.part == part }.reduce(0) { $0 + $1.count }
      )
    }
    let total = max(1, record.parameterCount)
    let share = { (count: Int) in Numbers.percent(Double(count) / Double(total)) }
    let largest = sums.max { $0.count < $1.count }
    return context.figure(
      words.partsTitle,
      words.partsDescription(
        Numbers.count(record.parameterCount), largest.map { names.part($0.name) } ?? "–",
        share(largest?.count ?? 0)),
      DataTable(
        words.partsColumns,
        sums.map {
          [
            names.part($0.name), Numbers.count($0.tensors), Numbers.count($0.count),
            share($0.count),
          ]
        }),
      BarChart(
        axis: words.partsAxis,
        rows: sums.map {
          BarChart.Row(names.part($0.name), [Double($0.count) / 1000], text: share($0.count))
        }, roles: [.learned]))
  }
}
