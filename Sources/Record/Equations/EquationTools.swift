import Foundation
import Names

/// What many equations look up or recompute.
extension Run {
  /// A hyperparameter as a number; nil where the run names none.
  func hyperparameter(_ name: Hyperparameter) -> Double? {
    self[.hyperparameters]?.entries.first { $0.name == name }.flatMap { Double($0.value) }
  }

  func part(_ split: Split) -> DatasetRecord.Part? {
    self[.dataset]?.parts.first { $0.name == split }
  }

  /// Tokens of a part that have one before them in their document, so that they can be predicted.
  func predictedTokens(_ split: Split) -> Int? { part(split).map { $0.tokens - $0.documents } }
}

extension ArchitectureRecord {
  /// `V·C + T·C + L·(12·C² + 13·C) + 2·C`: a model whose output compares with the token table.
  static func parameterCount(
    layers: Int, width: Int, context: Int, vocabulary: Int
  ) -> Int {
    (vocabulary + context + 2) * width + layers * (12 * width * width + 13 * width)
  }

  func tensor(_ name: String) -> TensorRecord? { tensors.first { $0.name == name } }
}

extension TruthRecord {
  /// The right answers to a question.
  func accepted(_ question: Question) -> [String] {
    question.answers.compactMap { answers.indices.contains($0) ? answers[$0] : nil }
  }
}

extension RecordedTensor {
  /// The upper left corner of a matrix.
  func corner(rows: Int, columns: Int) -> RecordedTensor? {
    guard shape.count == 2, rows <= shape[0], columns <= shape[1] else { return nil }
    return RecordedTensor(
      shape: [rows, columns],
      values: (0..<rows).flatMap { values[$0 * shape[1]..<$0 * shape[1] + columns] })
  }
}

extension Comparison {
  /// Falling logits, and probabilities in the ratio `e^(logit − first logit)`.
  /// - Parameter tolerance: of that ratio.
  mutating func softmax(
    _ candidates: [CandidateRecord], within tolerance: Double, _ what: @autoclosure () -> String
  ) {
    guard let first = candidates.first else { return }
    for (place, candidate) in candidates.enumerated().dropFirst() {
      let power = exp(candidate.logit - first.logit)
      close(
        candidate.probability, first.probability * power,
        within: tolerance * max(first.probability * power, 1e-12),
        "\(what()), candidate \(place + 1): probability by its logit")
    }
  }

  mutating func rising(_ numbers: some Sequence<Int>, _ what: @autoclosure () -> String) {
    var last: Int?
    for number in numbers {
      if let last { holds(last < number, "\(what()): \(last) < \(number)") }
      last = number
    }
  }

  /// Each query's row `[head, query, key]` looks back only, and its shares add up to 1.
  mutating func attention(
    _ pattern: RecordedTensor, _ what: @autoclosure () -> String
  ) {
    guard pattern.shape.count == 3, pattern.shape[1] == pattern.shape[2] else {
      holds(false, "\(what()): rows as long as they are many, shape \(pattern.shape)")
      return
    }
    let size = pattern.shape[1]
    for row in 0..<pattern.shape[0] * size {
      let (query, start) = (row % size, row * size)
      var sum = 0.0
      for key in 0...query { sum += Double(pattern.values[start + key]) }
      close(sum, 1, within: 1e-5, "\(what()), head \(row / size), query \(query): sum")
      let isBlind = pattern.values[start + query + 1..<start + size].allSatisfy { $0 == 0 }
      holds(isBlind, "\(what()), head \(row / size), query \(query): nothing of later tokens")
    }
  }
}
