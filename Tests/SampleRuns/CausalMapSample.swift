import Names
import Record

/// A causal map made by hand: five questions, of which four are answered rightly.
package enum CausalMapSample {
  package static let record = CausalMapRecord(
    asked: [0, 2, 3, 1, 4], right: [0, 2, 3, 1],
    removals: [
      .init(
        layer: 0, part: .attention, broken: [0, 2, 1],
        examples: [
          .init(question: 0, answer: "A rabbit."), .init(question: 1, answer: "うさぎです。"),
        ]),
      .init(
        layer: 0, part: .attention, head: 0, broken: [],
        examples: []),
      .init(
        layer: 0, part: .attention, head: 1, broken: [2, 1],
        examples: [
          .init(question: 2, answer: "At the bakery."), .init(question: 1, answer: "海です。"),
        ]),
      .init(
        layer: 0, part: .mlp, broken: [0, 2, 3, 1],
        examples: [.init(question: 0, answer: "At At"), .init(question: 1, answer: "のの")]),
    ])
}
