import Numerics
import Plain
import Testing
import Transformer

@testable import Training

struct WorkedExampleTests {
  /// Without rounding the paper says what the plain model says.
  @Test func unroundedLinesAgreeWithThePlainModel() {
    let example = WorkedExample(digits: nil)
    let plain = PlainModel(parameters: example.weights.parameters())
    let (loss, trace) = plain.forward(inputs: [0, 1], targets: [-1, 2])
    let gradients = plain.backward(inputs: [0, 1], targets: [-1, 2], trace: trace)
    #expect(abs(example.loss - loss) < 1e-6)
    for place in PaperWeights.places {
      let expected = PaperWeights.part(place, of: gradients[place.tensor])
      for (a, b) in zip(example.gradients[place.sign].values, expected.values) {
        #expect(abs(a - b) < 2e-5 * max(1, abs(b)), "\(place.sign)")
      }
    }
  }

  @Test func roundingToFourDigitsStaysNearTheTruth() {
    let (paper, exact) = (WorkedExample(), WorkedExample(digits: nil))
    #expect(abs(paper.loss - exact.loss) < 5e-4)
    for place in PaperWeights.places {
      for (a, b) in zip(paper.gradients[place.sign].values, exact.gradients[place.sign].values) {
        #expect(abs(a - b) <= 0.02 * abs(b) + 1e-5, "\(place.sign)")
      }
      // The biases of the keys have no slope but for rounding noise, whose sign AdamW would follow.
      guard place.sign != "bk" else { continue }
      for (a, b) in zip(paper.newWeights[place.sign].values, exact.newWeights[place.sign].values) {
        #expect(abs(a - b) <= 5e-4 * max(abs(b), 0.01), "\(place.sign)")
      }
    }
  }

  @Test func theStepIsThatOfAdamWAndLowersTheLoss() {
    let example = WorkedExample(digits: nil)
    for place in PaperWeights.places where place.sign != "bk" {
      let rows = zip(
        example.weights[place.sign].values,
        zip(example.gradients[place.sign].values, example.newWeights[place.sign].values))
      for (before, (gradient, after)) in rows {
        let terms = AdamWTerms(
          step: 1, weight: before, gradient: gradient, firstMoment: 0, secondMoment: 0,
          learningRate: example.learningRate, beta1: example.beta1, beta2: example.beta2,
          epsilon: example.epsilon, weightDecay: place.rows > 1 ? example.weightDecay : 0)
        #expect(abs(terms.weightAfter - after) < 1e-6, "\(place.sign)")
      }
    }
    let paper = WorkedExample()
    #expect(paper.exactLoss(of: paper.newWeights) < paper.exactLoss(of: paper.weights) - 0.001)
  }

  /// The signs with more than one row are the matrices that AdamW decays.
  @Test func placesCoverEveryWeightOnce() {
    var numbered = PaperWeights()
    var next = 1.0
    for place in PaperWeights.places {
      for index in numbered[place.sign].values.indices {
        numbered[place.sign].values[index] = next
        next += 1
      }
    }
    let parameters = numbered.parameters()
    let values = parameters.tensors.flatMap { parameters.tensor($0.name).map { Double($0) } }
    #expect(values.sorted() == (1...numbered.count).map(Double.init))
    for tensor in parameters.tensors {
      let place = PaperWeights.places.first { $0.tensor == tensor.name }!
      #expect(AdamW.isDecayed(tensor) == (place.rows > 1), "\(tensor.name)")
    }
  }

  @Test(arguments: [
    (0.12345, 0.1235), (-0.12345, -0.1235), (0.123449, 0.1234), (9.9996, 10), (12345.0, 12350),
    (0.000012344, 0.00001234), (0, 0), (1.0005, 1.001),
  ])
  func roundingIsThatOfPaper(value: Double, expected: Double) {
    #expect(abs(PaperRoll.rounded(value, digits: 4) - expected) <= abs(expected) * 1e-12)
  }

  @Test(arguments: [
    (Calculation.dot([0.5, -0.2], [-0.1, 3]), "0.5·(−0.1) + (−0.2·3)"),
    (.quotient(.sum([.number(1), .number(-2)]), .number(2)), "(1 + (−2)) / 2"),
    (.product([.number(0.5), .power(.number(-2), 2)]), "0.5·(−2)²"),
    (
      .difference(.number(1), .product([.number(0.1), .difference(.number(2), .number(-3))])),
      "1 − 0.1·(2 − (−3))"
    ),
    (.squareRoot(.sum([.number(0.00001), .number(2)])), "√(1e−05 + 2)"),
  ])
  func calculationsReadAsTheyAreTyped(calculation: Calculation, text: String) {
    #expect(calculation.text == text)
  }
}
