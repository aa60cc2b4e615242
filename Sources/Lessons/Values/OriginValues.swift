import Charts
import Names
import Record

/// U3: where the probability of the followed token comes from.
extension RecordedValue {
  static let origin: [RecordedValue] = [
    .init(
      "origin.address", "address of the number that is followed to its roots",
      text: { $0.origin?.steps.first?.quantity.address }),
    .init(
      "origin.probability", "that number, the probability of the followed token",
      share: { $0.origin?.steps.first.map { Double($0.value) } }),
    .init("origin.steps", "steps from it to its roots", count: { $0.origin?.steps.count }),
    .init(
      "origin.operands", "numbers that were added, multiplied or divided on the way",
      count: { $0.origin?.steps.reduce(0) { $0 + $1.operandCount } }),
    .init(
      "origin.parameter", "address of the learned number at which the way ends",
      text: { $0.origin?.parameter.quantity.address }),
    .init(
      "origin.value", "that learned number", digits: 4,
      number: { $0.origin.map { Double($0.parameter.value) } }),
    .init("origin.token", "the token whose row the way ends at", token: { $0.origin?.token }),
    .init("origin.position", "its position, from 0", count: { $0.origin?.position }),
  ]
}

extension RecordedCondition {
  static let origin: [RecordedCondition] = [
    .init(
      "origin.endsAtToken", "the way ends in the row of the token, not in that of its position",
      holds: { $0.origin.map { $0.parameter.quantity.tensor == "wte.weight" } }),
    .init(
      "origin.changesPosition", "the way leads through attention to an earlier token",
      holds: { shown in
        shown.origin.map { $0.position != $0.steps.first?.quantity.indices.first }
      }),
  ]
}

extension OriginWay.Step {
  fileprivate var operandCount: Int {
    start.count + inputs.count + left.count + (right?.count ?? 0)
  }
}
