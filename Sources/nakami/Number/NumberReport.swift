import Foundation
import Names
import Origins

/// Where a number comes from, for another program.
enum NumberReport {
  struct Operand: Encodable {
    var address: String
    var value: Float

    init(_ operand: Derivation.Operand) {
      address = operand.quantity.address
      value = operand.value
    }
  }

  struct Term: Encodable {
    var left: Operand
    var right: Operand?
    var part: Float
    var sum: Float
  }

  struct Step: Encodable {
    var step: String
    var value: Float
  }

  struct Number: Encodable {
    var address: String
    var value: Float
    var start: [Operand]
    var inputs: [Operand]
    var terms: [Term]
    var columns: [Float]
    var steps: [Step]
    var result: Float
    var followed: Operand?

    init(_ made: Derivation) {
      address = made.quantity.address
      value = made.value
      start = made.start.map(Operand.init)
      inputs = made.inputs.map(Operand.init)
      terms = made.terms.map {
        Term(
          left: Operand($0.left), right: $0.right.map(Operand.init), part: $0.part, sum: $0.sum)
      }
      columns = made.columns
      steps = made.steps.map { Step(step: $0.kind.rawValue, value: $0.value) }
      result = made.result
      followed = made.followed.map(Operand.init)
    }
  }

  /// One number, or a list of them from it down to its roots.
  static func json(
    _ quantity: Quantity, _ pass: OriginPass, isWholeChain: Bool
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data =
      isWholeChain
      ? try encoder.encode(pass.chain(from: quantity).map(Number.init))
      : try encoder.encode(Number(pass.derivation(of: quantity)))
    return String(decoding: data, as: UTF8.self)
  }
}
