import Numerics
import Plain

/// The passes of the smallest model for one example, written down line by line.
///
/// Two tokens go in and one is to come out; only the last position predicts, so that of the first
/// only what the second looks at is computed. Gains are 1 and biases 0 and left out of the lines.
struct PaperPass {
  let weights: PaperWeights
  /// Rows of `E`, and how they are called.
  let inputs: [Int]
  let target: Int
  let names: [String]
  var roll: PaperRoll
  var gradients = PaperWeights()

  // Results of the forward pass, by position where they end in a plural.
  var streams: [[Double]] = []
  var first: [Normalized] = []
  var q: [Double] = []
  var keys: [[Double]] = []
  var values: [[Double]] = []
  var pattern: [Double] = []
  var z: [Double] = []
  var middle: [Double] = []
  var second = Normalized(scale: 1, values: [])
  var hidden: [Double] = []
  var tangents: [Double] = []
  var active: [Double] = []
  var last = Normalized(scale: 1, values: [])
  var probabilities: [Double] = []
  var loss = 0.0

  struct Normalized {
    var scale: Double
    var values: [Double]
  }

  static let epsilon = 1e-5
  static let subscripts = ["₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈"]

  init(
    weights: PaperWeights, inputs: [Int], target: Int, names: [String], digits: Int?
  ) {
    let unset = ["γ1", "γ2", "γf"].allSatisfy { weights[$0].values == [1, 1] }
    let biases = PaperWeights.places.filter { "βb".contains($0.sign.first!) }
    precondition(
      unset && biases.allSatisfy { place in weights[place.sign].values.allSatisfy { $0 == 0 } },
      "gains are 1 and biases 0 in an example on paper")
    precondition(inputs.count == 2 && names.count == 3, "two of three tokens go in")
    self.weights = weights
    self.inputs = inputs
    self.target = target
    self.names = names
    roll = PaperRoll(digits: digits)
  }

  func row(_ sign: String, _ row: Int) -> [Double] {
    let matrix = weights[sign]
    return (0..<matrix.columns).map { matrix[row, $0] }
  }

  func column(_ sign: String, _ column: Int) -> [Double] {
    let matrix = weights[sign]
    return (0..<matrix.rows).map { matrix[$0, column] }
  }

  /// `√(2/π)` and `0.044715` as they are written down.
  var geluSlope: Double { roll.rounded(PlainModel.geluFactor) }
  var geluCube: Double { roll.rounded(0.044715) }

  /// `2/2`, `v = …`: the four lines of a normalization without gain and bias.
  mutating func normalize(_ values: [Double], _ mark: String, _ sign: String) -> Normalized {
    let half = Calculation.number(2)
    let mean = roll.line(
      "m" + mark, .quotient(.sum(values.map { .number($0) }), half))
    let variance = roll.line(
      "v" + mark,
      .quotient(
        .sum(values.map { .power(.difference(.number($0), .number(mean)), 2) }), half))
    let scale = roll.line(
      "s" + mark, .squareRoot(.sum([.number(variance), .number(Self.epsilon)])))
    let result = values.enumerated().map { index, value in
      roll.line(
        sign + Self.subscripts[index] + mark,
        .quotient(.difference(.number(value), .number(mean)), .number(scale)))
    }
    return Normalized(scale: scale, values: result)
  }

  /// One line for each column of a matrix: `row · W`.
  mutating func times(
    _ input: [Double], _ sign: String, as name: String, _ mark: String = ""
  ) -> [Double] {
    (0..<weights[sign].columns).map { index in
      roll.line(
        name + Self.subscripts[index] + mark, .dot(input, column(sign, index)))
    }
  }

  /// `eˣ` for each, their sum, and the shares of it.
  mutating func softmax(
    _ scores: [Double], _ marks: [String], power: String, sum: String, share: String
  ) -> [Double] {
    let powers = scores.enumerated().map { index, score in
      roll.line(power + marks[index], .exponential(.number(score)))
    }
    let total = roll.line(sum, .sum(powers.map { .number($0) }))
    return powers.enumerated().map { index, value in
      roll.line(share + marks[index], .quotient(.number(value), .number(total)))
    }
  }

  func mark(_ position: Int) -> String { "(" + names[inputs[position]] + ")" }
}
