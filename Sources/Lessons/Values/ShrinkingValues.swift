import Record

/// L5d: the model made smaller.
extension RecordedValue {
  static let shrinking: [RecordedValue] =
    [
      .init(
        "shrink.parameters", "parameters of the learned model", .shrinking,
        count: { $0.variant("full")?.parameterCount }),
      .init(
        "shrink.multiplications", "weights that it multiplies for one token", .shrinking,
        count: { $0.variant("full")?.multiplications }),
      .init(
        "shrink.asked", "questions that each version is asked", .shrinking,
        count: { $0.variant("full").flatMap { $0.asked > 0 ? $0.asked : nil } }),
    ]
    + [
      ("full", "the learned model"), ("pruned50", "the model with half of its weights pruned"),
      ("pruned90", "the model with nine tenths pruned"), ("int8", "the model in 8 bits"),
      ("int4", "the model in 4 bits"), ("cut", "the first block alone"),
      ("distilled", "the smaller model with a teacher"),
      ("alone", "the smaller model without a teacher"),
    ].flatMap(variant)
    + [
      .init(
        "shrink.int8.times", "how many times smaller 8 bits are", .shrinking, places: 2,
        { $0.times("int8") }),
      .init(
        "shrink.int4.times", "how many times smaller 4 bits are", .shrinking, places: 2,
        { $0.times("int4") }),
      .init(
        "shrink.small.parameters", "parameters of the smaller model", .shrinking,
        count: { $0.variant("alone")?.parameterCount }),
      .init("shrink.small.steps", "steps that it learns", .shrinking, count: \.distillation.steps),
      .init("shrink.small.width", "its width", .shrinking, count: \.distillation.width),
      .init("shrink.small.layers", "its layers", .shrinking, count: \.distillation.layerCount),
      .init(
        "shrink.share", "share of the loss that comes from the teacher", .shrinking, places: 0,
        share: \.distillation.share),
      .init(
        "pruned.count", "weights of the matrix that is shown", .shrinking, count: \.half?.count),
      .init(
        "pruned.percent", "share of its weights set to zero, in per cent", .shrinking,
        count: \.half?.percent),
      .init(
        "pruned.zeros", "weights of it that are zero then", .shrinking, count: \.half?.zeroCount),
      .init(
        "pruned.threshold", "the largest magnitude among them", .shrinking, digits: 3,
        number: { $0.half.map { Double($0.threshold) } }),
      .init(
        "quantized.largest", "the largest magnitude of the column that is shown", .shrinking,
        places: 5, { Double($0.quantized.largest) }),
      .init(
        "quantized.scale8", "that over 127: the scale of 8 bits", .shrinking, digits: 5,
        number: { Double($0.quantized.scale8) }),
      .init(
        "quantized.scale4", "that over 7: the scale of 4 bits", .shrinking, digits: 5,
        number: { Double($0.quantized.scale4) }),
      .init(
        "quantized.weight", "another weight of the column", .shrinking, places: 5,
        { $0.quantized.example.map { Double($0.weight) } }),
      .init(
        "quantized.quotient8", "that weight over the scale of 8 bits", .shrinking, places: 2,
        { $0.quantized.example.map { Double($0.weight / $0.scale8) } }),
      .init(
        "quantized.whole8", "the whole number that is kept of it in 8 bits", .shrinking,
        count: \.quantized.example?.whole8),
      .init(
        "quantized.back8", "that times the scale", .shrinking, places: 5,
        { $0.quantized.example.map { Double(Float($0.whole8) * $0.scale8) } }),
      .init(
        "quantized.whole4", "the whole number that is kept of it in 4 bits", .shrinking,
        count: \.quantized.example?.whole4),
      .init(
        "quantized.back4", "that times the scale of 4 bits", .shrinking, places: 5,
        { $0.quantized.example.map { Double(Float($0.whole4) * $0.scale4) } }),
    ]

  /// Size, loss and answers of one version.
  private static func variant(_ id: String, _ name: String) -> [RecordedValue] {
    [
      .init(
        "shrink.\(id).bytes", "bytes of \(name)", .shrinking, count: { $0.variant(id)?.byteCount }),
      .init(
        "shrink.\(id).loss", "validation loss of \(name)", .shrinking, places: 3,
        { $0.variant(id)?.loss }),
      .init(
        "shrink.\(id).right", "questions that it answers rightly", .shrinking,
        count: { $0.variant(id).flatMap { $0.asked > 0 ? $0.right : nil } }),
    ]
  }
}

extension ShrinkingRecord {
  /// How many times smaller a version is than the learned model.
  fileprivate func times(_ id: String) -> Double? {
    guard let full = variant("full"), let smaller = variant(id) else { return nil }
    return Double(full.byteCount) / Double(smaller.byteCount)
  }

  /// The matrix of which half of the weights are pruned.
  fileprivate var half: PrunedMatrix? { pruned.first { $0.percent == 50 } }
}

extension ShrinkingRecord.QuantizedColumn {
  fileprivate typealias Example = (
    weight: Float, whole8: Int, whole4: Int, scale8: Float, scale4: Float
  )

  /// The first weight shown that is not the largest and does not become zero.
  fileprivate var example: Example? {
    weights.indices.first { weights[$0].magnitude < largest && whole8[$0] != 0 }
      .map { (weights[$0], whole8[$0], whole4[$0], scale8, scale4) }
  }
}
