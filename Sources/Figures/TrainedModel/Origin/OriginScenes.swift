import Charts
import Foundation
import Names
import Record

/// What one number is made of: a table of its operands, and the calculation that comes out.
struct OriginScenes {
  let usage: UsageContext
  let way: OriginWay
  let words: NumberOrigin.Words

  struct Scene {
    var check: String
    var chart: TableChart
  }

  func scene(_ place: Int) -> Scene {
    let step = way.steps[place]
    switch step.quantity.kind {
    case .probability: return share(step)
    case .firstNormalized, .secondNormalized, .finalNormalized: return normalized(step)
    case .neuron: return neuron(step)
    default: return sum(step)
    }
  }

  func meaning(of quantity: Quantity) -> String { quantity.meaning[usage.context.language] }

  /// What the number is, at which tokens, and what comes next.
  func sentence(_ place: Int) -> String {
    let step = way.steps[place]
    let text = meaning(of: step.quantity)
    let sentence = text.prefix(1).uppercased() + text.dropFirst()
    let next = step.followed.address
    return place == way.steps.count - 1
      ? words.last(sentence, tokens(of: step.quantity), next)
      : words.sentence(sentence, tokens(of: step.quantity), next)
  }

  /// The tokens that a number is about.
  private func tokens(of quantity: Quantity) -> [String] {
    switch quantity.kind {
    case .parameter: []
    case .dot, .score, .weight: quantity.indices.map { usage.token($0) }
    default: [usage.token(quantity.indices[0])]
    }
  }

  private func table(
    _ columns: [String], _ rows: [(cells: [String], isFollowed: Bool)], result: [String]?
  ) -> TableChart {
    TableChart(
      DataTable(columns, rows.map(\.cells) + (result.map { [$0] } ?? [])),
      marks: rows.map { $0.isFollowed ? .notable : nil })
  }

  /// Products in their order, the others together, and the sum.
  private func sum(_ step: OriginWay.Step) -> Scene {
    let sum = OriginSum(step, count: NumberOrigin.shownParts, showing: step.followedPart)
    var rows = zip(step.start, sum.start).map { operand, number in
      (
        cells: [operand.quantity.address, "", "", number],
        isFollowed: operand.quantity == step.followed
      )
    }
    rows += sum.parts.map { part in
      (
        [step.left(part.place)?.address ?? "", part.left, part.right, part.part],
        step.followedPart == part.place
      )
    }
    if sum.others > 0 { rows.append(([words.others(sum.others), "", "", sum.rest], false)) }
    return Scene(
      check: sum.calculation,
      chart: table(words.parts, rows, result: [words.result, "", "", sum.result]))
  }

  /// The greatest scores with their powers of e, and the sum of all powers.
  private func share(_ step: OriginWay.Step) -> Scene {
    let own = step.followed.indices.last ?? 0
    let greatest = Double(step.calculated(.greatest) ?? step.left.max() ?? 0)
    let sum = Double(step.calculated(.sum) ?? 0)
    let score = step.left.indices.contains(own) ? Double(step.left[own]) : 0
    var places = step.left.indices.sorted { (step.left[$1], $0) < (step.left[$0], $1) }
      .prefix(NumberOrigin.shownParts)
    if !places.contains(own), step.left.indices.contains(own) {
      places.removeLast()
      places.append(own)
    }
    var rows = places.map { place -> (cells: [String], isFollowed: Bool) in
      let difference = Double(step.left[place]) - greatest
      return (
        [
          step.left(place)?.address ?? "", Numbers.fixed(Double(step.left[place]), 4),
          Numbers.fixed(difference, 4), Numbers.significant(exp(difference), 4),
        ], place == own
      )
    }
    let others = step.left.count - places.count
    if others > 0 {
      let rest = step.left.indices.reduce(0.0) { rest, place in
        places.contains(place)
          ? rest : rest + exp(Double(step.left[place]) - greatest)
      }
      rows.append(([words.others(others), "", "", Numbers.significant(rest, 4)], false))
    }
    let shown = OriginSum.written([score, greatest, sum], value: Double(step.value)) {
      exp($0[0] - $0[1]) / $0[2]
    }
    return Scene(
      check:
        "e^(\(shown.numbers[0]) − \(Self.bracketed(shown.numbers[1]))) / \(shown.numbers[2]) ≈ "
        + shown.result,
      chart: table(
        words.powers, rows, result: [words.result, "", "", Numbers.significant(sum, 4)]))
  }

  /// `(number − mean) / deviation · gain + bias`.
  private func normalized(_ step: OriginWay.Step) -> Scene {
    let numbers = step.inputs.map { Double($0.value) }
    guard numbers.count == 5 else { return sum(step) }
    let shown = OriginSum.written(numbers, value: Double(step.value)) {
      $0[2] == 0 ? .nan : ($0[0] - $0[1]) / $0[2] * $0[3] + $0[4]
    }
    let rows = zip(step.inputs, zip(words.normalization, shown.numbers)).map { operand, told in
      (
        cells: [operand.quantity.address, told.0, told.1],
        isFollowed: operand.quantity == step.followed
      )
    }
    let text = shown.numbers
    return Scene(
      check:
        "(\(text[0]) − \(Self.bracketed(text[1]))) / \(text[2]) · \(Self.bracketed(text[3])) + "
        + "\(Self.bracketed(text[4])) ≈ \(shown.result)",
      chart: table(words.inputs, rows, result: nil))
  }

  /// `sum / (e^exponent + 1)`.
  private func neuron(_ step: OriginWay.Step) -> Scene {
    let (own, exponent) = (
      Double(step.inputs.first?.value ?? 0), Double(step.calculated(.exponent) ?? 0)
    )
    let shown = OriginSum.written([own, exponent], value: Double(step.value)) {
      $0[0] / (exp($0[1]) + 1)
    }
    let rows = step.inputs.map { operand in
      (
        cells: [operand.quantity.address, words.sum, shown.numbers[0]],
        isFollowed: operand.quantity == step.followed
      )
    }
    return Scene(
      check: "\(shown.numbers[0]) / (e^(\(shown.numbers[1])) + 1) ≈ \(shown.result)",
      chart: table(
        words.inputs,
        rows + [(["", "−1.5958 · (x + 0.044715 · x³)", shown.numbers[1]], false)], result: nil))
  }

  private static func bracketed(_ text: String) -> String {
    text.hasPrefix("−") ? "(\(text))" : text
  }
}
