import Charts
import Names
import Record

/// The way from the raw documents to the judged model as this run went it, with what was counted on the way.
struct Pipeline: FigureDefinition {
  let name = "pipeline"
  let row = "L6a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ documents: String, _ tokens: String, _ model: String) -> String
    var columns: [String]
    var names: Names
    var facts: Facts
    /// What a part of the dataset is for.
    var purpose: @Sendable (Split) -> String

    /// Names of what stands on the way.
    struct Names: Sendable {
      var raw, cleaning, filter, normalization, clean, tokenizer, training, model, shrinking: String
      var versions, evaluation: String
      var part: @Sendable (Split) -> String
    }

    /// What was counted there.
    struct Facts: Sendable {
      var part: @Sendable (_ documents: Int, _ tokens: Int) -> [String]
      var rules: @Sendable (_ rules: Int) -> String
      var dropped: @Sendable (_ documents: Int) -> String
      var sentences: @Sendable (_ sentences: Int, _ documents: Int) -> String
      var merges: @Sendable (_ merges: Int, _ vocabulary: Int) -> String
      var steps: @Sendable (_ steps: Int, _ tokens: Int) -> String
      var losses: @Sendable (_ first: String, _ last: String) -> String
      var parameters: @Sendable (_ count: String) -> String
      var kept: @Sendable (_ step: String) -> String
      var variants: @Sendable (_ count: Int) -> String
      var accepted: @Sendable (_ accepted: Int, _ tried: Int) -> String
      var loss: @Sendable (_ loss: String) -> String
      var perplexity: @Sendable (_ perplexity: String) -> String
    }
  }

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let collection = try context[.collection]
    let dataset = try context[.dataset]
    let architecture = try context[.architecture]
    let map = try map(context, words)
    return context.figure(
      words.title,
      words.description(
        context.names.documents(collection.documentCount),
        context.names.tokens(dataset.part(.training)?.tokens ?? 0),
        Numbers.count(architecture.parameterCount)),
      DataTable(
        words.columns,
        map.nodes.map { [$0.name, context.names.list($0.facts)] }),
      map)
  }

  private func map(_ context: FigureContext, _ words: Words) throws(FigureError) -> NodeMap {
    let parts = try context[.dataset].parts
    let last = max(0, parts.count - 1)
    // What the last part is for is no business of the training.
    let seen = max(0, last - 1)
    let whole = try before(context, words, 0...last)
    var rows = whole.map { [$0] }
    var edges = whole.indices.dropFirst().map { NodeMap.Edge($0 - 1, $0) }
    let tokenizer = whole.count - 1
    let dealt = parts.indices.map { whole.count + $0 }
    rows.append(
      zip(parts.indices, parts).map { index, part in
        NodeMap.Node(
          words.names.part(part.name),
          facts: words.facts.part(part.documents, part.tokens),
          columns: index...index)
      })
    edges += dealt.map { NodeMap.Edge(tokenizer, $0) }
    let training = whole.count + parts.count
    rows.append([try trainingNode(context, words, 0...seen)])
    rows.append([try modelNode(context, words, 0...seen)])
    edges += parts.indices.filter { parts[$0].name != .test }.map {
      NodeMap.Edge(dealt[$0], training, words.purpose(parts[$0].name))
    }
    edges.append(NodeMap.Edge(training, training + 1))
    let after = after(context, words, last)
    if !after.isEmpty { rows.append(after.map(\.node)) }
    for (index, end) in after.enumerated() {
      edges.append(NodeMap.Edge(training + 1, training + 2 + index))
      if end.isJudging, let test = parts.firstIndex(where: { $0.name == .test }) {
        edges.append(NodeMap.Edge(dealt[test], training + 2 + index, words.purpose(.test)))
      }
    }
    return NodeMap(rows: rows, edges: edges)
  }

  /// What all documents went through, in its order.
  private func before(
    _ context: FigureContext, _ words: Words, _ columns: ClosedRange<Int>
  ) throws(FigureError) -> [NodeMap.Node] {
    let (names, facts) = (words.names, words.facts)
    let collection = try context[.collection]
    let cleaning = try context[.cleaning]
    let tokenization = try context[.tokenization]
    func work(_ name: String, _ facts: [String]) -> NodeMap.Node {
      NodeMap.Node(name, facts: [context.names.list(facts)], shape: .work, columns: columns)
    }
    func edits(_ rules: [RuleRecord]) -> [String] {
      [facts.rules(rules.count), context.names.edits(rules.reduce(0) { $0 + $1.edits })]
    }
    func texts(_ name: String, _ documents: Int, _ bytes: Int) -> NodeMap.Node {
      NodeMap.Node(
        name,
        facts: [context.names.list([context.names.documents(documents), Numbers.bytes(bytes)])],
        columns: columns)
    }
    let rules = cleaning.rules + (context.run[.normalization]?.rules ?? [])
    // Whatever is missing was dropped by a rule, or by the filter together with its last sentence.
    let missing = cleaning.documentsBefore - cleaning.documentsAfter
    let byFilter = missing - rules.reduce(0) { $0 + $1.documentsDropped }
    func dropped(by rules: [RuleRecord]) -> [String] {
      let documents = rules.reduce(0) { $0 + $1.documentsDropped }
      return documents > 0 ? [facts.dropped(documents)] : []
    }
    var nodes = [
      texts(names.raw, collection.documentCount, collection.byteCount),
      work(names.cleaning, edits(cleaning.rules) + dropped(by: cleaning.rules)),
    ]
    if let record = context.run[.filter] {
      nodes.append(work(names.filter, [facts.sentences(record.droppedCount, byFilter)]))
    }
    if let record = context.run[.normalization] {
      nodes.append(work(names.normalization, edits(record.rules) + dropped(by: record.rules)))
    }
    nodes.append(texts(names.clean, cleaning.documentsAfter, cleaning.bytesAfter))
    nodes.append(
      work(
        names.tokenizer, [facts.merges(tokenization.merges.count, tokenization.vocabularySize)]))
    return nodes
  }

  private func trainingNode(
    _ context: FigureContext, _ words: Words, _ columns: ClosedRange<Int>
  ) throws(FigureError) -> NodeMap.Node {
    let record = try context[.training]
    guard let first = record.steps.first, let last = record.steps.last else {
      throw context.missing(context.wording.reasons.noSteps)
    }
    return NodeMap.Node(
      words.names.training,
      facts: [
        words.facts.steps(record.steps.count, record.tokensPerStep),
        words.facts.losses(Numbers.fixed(first.loss, 3), Numbers.fixed(last.loss, 3)),
      ], shape: .work, columns: columns)
  }

  private func modelNode(
    _ context: FigureContext, _ words: Words, _ columns: ClosedRange<Int>
  ) throws(FigureError) -> NodeMap.Node {
    NodeMap.Node(
      words.names.model,
      facts: [
        words.facts.parameters(Numbers.count(try context[.architecture].parameterCount)),
        words.facts.kept(Numbers.count(try context[.training].bestStep)),
      ] + (context.run[.modelFile].map { [Numbers.bytes($0.byteCount)] } ?? []),
      shape: .model, columns: columns)
  }

  /// What became of the model: one column each, the judging in the last, below the part that it is judged on.
  private func after(
    _ context: FigureContext, _ words: Words, _ last: Int
  ) -> [(node: NodeMap.Node, isJudging: Bool)] {
    let (names, facts) = (words.names, words.facts)
    let shown = context.exhibits
    var ends: [(node: NodeMap.Node, isJudging: Bool)] = []
    func end(_ name: String, _ facts: [String], at column: Int, isJudging: Bool = false) {
      guard (0...last).contains(column) else { return }
      ends.append(
        (
          NodeMap.Node(name, facts: facts, shape: .work, columns: column...column),
          isJudging
        ))
    }
    if let record = context.run[.shrinking] {
      end(names.shrinking, [facts.variants(record.variants.count { $0.kind != .full })], at: 0)
    }
    let learned = shown.learnedVersions
    if !learned.isEmpty, last > 1 {
      let accepted = learned.count { $0.verdict == .accepted }
      end(names.versions, [facts.accepted(accepted, learned.count)], at: 1)
    }
    if let record = context.run[.evaluation] {
      end(
        names.evaluation,
        [
          facts.loss(Numbers.fixed(record.loss, 3)),
          facts.perplexity(Numbers.fixed(record.perplexity, 2)),
        ], at: last, isJudging: true)
    }
    return ends
  }
}
