import Foundation
import Names

/// L4d: the example that is worked on paper.
extension Equation {
  static let ofPaper: [Equation] = [
    Equation(
      "paper-lines-can-be-recalculated", "L4d",
      en: "Each line on paper, worked out and rounded, gives the number that stands behind it.",
      ja: "紙の上のどの行も、計算して四捨五入すると、そこに書かれた数になる。"
    ) { run, comparison in
      guard let record = run[.workedExample] else { return }
      for sheet in record.sheets {
        for line in sheet.groups.flatMap(\.lines) {
          let value = PaperCalculation.value(of: line.calculation)
          comparison.holds(
            value.map { Self.rounds($0, to: line.result, digits: record.digits) } ?? false,
            "\(sheet.id), \(line.name) = \(line.calculation): \(line.result)")
        }
      }
    },
    Equation(
      "paper-loss-is-the-last-line", "L4d",
      en: "The loss on paper is that of its line, and near the loss without rounding.",
      ja: "紙の上の損失はその行の値で、丸めずに求めた損失にごく近い。"
    ) { run, comparison in
      guard let record = run[.workedExample] else { return }
      comparison.equal(record.result("loss", "L") ?? 0, record.loss, "loss in its line")
      comparison.close(record.loss, record.exactLoss, within: 2e-3, "loss rounded and exact")
    },
    Equation(
      "paper-probabilities-add-up", "L4d",
      en:
        "The probabilities on paper add up to 1, but for rounding, and the loss is that of the target.",
      ja: "紙の上の確率は、丸めを除けば合わせて1になり、損失は正解の確率から出ている。"
    ) { run, comparison in
      guard let record = run[.workedExample], record.names.indices.contains(record.target)
      else { return }
      let parts = record.names.map { record.result("loss", "p(\($0))") ?? 0 }
      comparison.close(parts.reduce(0, +), 1, within: 5e-4, "probabilities on paper")
      comparison.close(-log(parts[record.target]), record.loss, within: 1e-3, "−ln p of the target")
    },
    Equation(
      "paper-numbers-come-from-where-they-say", "L4d",
      en:
        "Each number in a line on paper is the result of the line, or the weight, from which it comes.",
      ja: "紙の上の行に出てくる数は、もとになった行の結果、または重みと同じ値である。"
    ) { run, comparison in
      guard let record = run[.workedExample] else { return }
      let paper = PaperNumbers(record)
      for number in paper.addresses.compactMap({ paper[$0] }) {
        for (place, operand) in number.operands.enumerated() {
          guard let source = operand.source else { continue }
          let name = "\(number.address.text), number \(place + 1)"
          guard let value = paper[source]?.value else {
            comparison.holds(false, "\(name): \(source.text) stands on paper")
            continue
          }
          // The step divides by the size of a slope.
          let isSize = number.group == "all-steps" && place == 3
          comparison.equal(operand.value, isSize ? value.magnitude : value, name)
        }
      }
    },
    Equation(
      "paper-numbers-lead-to-weights", "L4d",
      en:
        "On paper every line is made of earlier lines and weights; only fixed numbers have no source.",
      ja: "紙の上のどの行も、前の行と重みからできている。もとのない数は、いつも同じ定数だけである。"
    ) { run, comparison in
      guard let record = run[.workedExample] else { return }
      let paper = PaperNumbers(record)
      let fixed = [
        0.5, 1, 2, 1e-5, record.learningRate, record.beta1, record.beta2, record.epsilon,
        record.weightDecay,
      ]
      // `√(2/π)`, `0.044715` and three times what of that is written down.
      let rounded = [0.797_884_560_8, 0.044_715, 3 * 0.044_72]
      var known = Set(paper.addresses.filter { $0.sheet == nil })
      for number in paper.addresses.compactMap({ paper[$0] }) where number.address.sheet != nil {
        let name = number.address.text
        comparison.holds(number.operands.contains { $0.source != nil }, "\(name) has a source")
        for operand in number.operands {
          if let source = operand.source {
            comparison.holds(known.contains(source), "\(name): \(source.text) came before")
          } else {
            let value = operand.value.magnitude
            comparison.holds(
              fixed.contains(value)
                || rounded.contains { rounds($0, to: value, digits: record.digits) },
              "\(name): \(operand.text) is a fixed number")
          }
        }
        known.insert(number.address)
      }
    },
    Equation(
      "paper-step-moves-every-weight", "L4d",
      en: "The step on paper has a line for each weight.",
      ja: "紙の上の更新には、重みひとつにつき1行がある。"
    ) { run, comparison in
      guard let record = run[.workedExample],
        let lines = record.sheets.first(where: { $0.id == "step" })?.groups
          .first(where: { $0.id == "all-steps" })?.lines
      else { return }
      comparison.equal(lines.count, record.weightCount, "lines of the step and weights")
      comparison.equal(Set(lines.map(\.name)).count, lines.count, "different names of lines")
    },
    Equation(
      "paper-step-lowers-the-loss", "L4d", en: "After the step on paper the loss is lower.",
      ja: "紙の上で一度更新すると、損失は下がる。"
    ) { run, comparison in
      guard let record = run[.workedExample] else { return }
      comparison.holds(
        0 < record.exactLossAfter && record.exactLossAfter < record.exactLoss,
        "loss after \(record.exactLossAfter) < before \(record.exactLoss)")
    },
  ]

  /// Whether a value is a result of so many significant digits once it is rounded.
  private static func rounds(_ value: Double, to result: Double, digits: Int) -> Bool {
    if result == 0 { return abs(value) < 1e-12 }
    let unit = pow(10, floor(log10(abs(result))) - Double(digits - 1))
    return abs(value - result) <= unit * 0.5001
  }
}
