import Charts
import Foundation
import Record

/// Calculations with the numbers of a recording, written out for a pocket calculator: the same in a
/// figure's words and in the lesson's text.
package enum Calculations {
  /// Numbers of each row that a picture of the inside shows.
  static let shown = 5
  /// Keys of a weighted sum that have a row of their own, and numbers of each, which leave room for weight and token.
  static let shownKeys = 6
  static let shownOfKey = 3

  /// A number within a calculation; below zero in brackets.
  static func term(_ value: Double, _ places: Int = 3) -> String {
    let text = Numbers.fixed(value, places)
    return text.hasPrefix("−") ? "(\(text))" : text
  }

  /// `one − other`.
  package static func difference(_ one: Double, _ other: Double) -> String {
    "\(Numbers.fixed(one, 3)) − \(term(other))"
  }

  /// `last − first = change` with as many places, which comes out with what is written.
  package static func change(
    from first: Double, to last: Double, places: Int
  ) -> (text: String, result: String) {
    let scale = (0..<places).reduce(1.0) { scale, _ in 10 * scale }
    func rounded(_ value: Double) -> Double { (value * scale).rounded() }
    let result = Numbers.fixed((rounded(last) - rounded(first)) / scale, places)
    return ("\(Numbers.fixed(last, places)) − \(term(first, places)) = \(result)", result)
  }

  /// `one − other` worked out from the numbers as ``difference(_:_:)`` shows them, so that whoever subtracts comes to it.
  package static func shownDifference(_ one: Double, _ other: Double) -> Double {
    let scale = 1000.0
    return ((one * scale).rounded() - (other * scale).rounded()) / scale
  }

  /// The first number of a normalization: `(x − mean) ÷ deviation × gain + bias`.
  package static func first(of step: FollowedPass.Normalization) -> String {
    "(\(Numbers.fixed(Double(step.before[0]), 4)) − \(term(step.mean, 4))) ÷ "
      + "\(Numbers.fixed(step.deviation, 4)) × \(term(Double(step.gain[0]), 4)) + "
      + term(Double(step.bias[0]), 4)
  }

  /// The first number of the weighted sum of values: `weight × value + …`.
  package static func first(of mix: FollowedPass.Mix) -> String {
    let terms = mix.terms.map {
      "\(Numbers.fixed($0.look.weight, 3)) × \(term(Double($0.value[0])))"
    }
    return (terms + (mix.others > 0 ? [term(mix.rest[0])] : [])).joined(separator: " + ")
  }

  /// The first number of the attention's output: what each head adds, and the bias.
  package static func first(of output: FollowedPass.Output) -> String {
    (output.results.map { Double($0[0]) } + [Double(output.bias[0])]).enumerated().map {
      $0 == 0 ? Numbers.fixed($1, 3) : term($1)
    }.joined(separator: " + ")
  }

  /// The first number of an addition.
  package static func first(of row: [Float], plus other: [Float]) -> String {
    "\(Numbers.fixed(Double(row[0]), 3)) + \(term(Double(other[0])))"
  }

  /// Products one by one, the others together.
  static func sum(of products: FollowedPass.Products) -> String {
    (products.terms.map { $0.left * $0.right } + (products.others > 0 ? [products.rest] : []))
      .enumerated().map { $0 == 0 ? Numbers.fixed($1, 3) : term($1) }.joined(separator: " + ")
  }

  /// How many times as likely the first is as the second: e to the difference of their logits as they are shown,
  /// so that a calculator gets the same.
  static func ratio(_ first: CandidateRecord, _ second: CandidateRecord) -> String {
    "e^(\(difference(first.logit, second.logit))) ≈ "
      + Numbers.significant(exp(shownDifference(first.logit, second.logit)))
  }
}
