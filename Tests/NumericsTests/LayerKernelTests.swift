import Foundation
import Testing

@testable import Numerics

@Suite struct LayerKernelTests {
  @Test(
    "layer normalization and its gradient agree with double precision", arguments: [1, 5, 16, 50])
  func layerNorm(width: Int) {
    let rows = 11
    let x = randomFloats(rows * width, seed: 1).map { 3 * $0 + 1 }
    let weight = randomFloats(width, seed: 2)
    let bias = randomFloats(width, seed: 3)
    let gradient = randomFloats(rows * width, seed: 4)
    let around = randomFloats(rows * width, seed: 5)
    var mean = [Float](repeating: 0, count: rows)
    var scale = mean
    var normalized = x
    var inputGradient = x
    var weightSums = weight
    var biasSums = bias
    LayerNormKernel.forward(
      rows: 0..<rows, width: width, epsilon: 1e-5, input: x, weight: weight, bias: bias,
      mean: &mean, scale: &scale, normalized: &normalized)
    LayerNormKernel.backward(
      rows: 0..<rows, width: width, outputGradient: gradient, input: x, weight: weight, mean: mean,
      scale: scale, residualGradient: around, inputGradient: &inputGradient,
      weightSums: &weightSums, biasSums: &biasSums)
    var expected: [Double] = []
    var expectedGradient: [Double] = []
    var expectedWeight = [Double](repeating: 0, count: width)
    var expectedBias = expectedWeight
    for row in 0..<rows {
      let values = (0..<width).map { Double(x[row * width + $0]) }
      let m = values.reduce(0, +) / Double(width)
      let s = (values.map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(width) + 1e-5).squareRoot()
      let standard = values.map { ($0 - m) / s }
      let g = (0..<width).map { Double(gradient[row * width + $0]) * Double(weight[$0]) }
      let averageG = g.reduce(0, +) / Double(width)
      let averageGS = zip(g, standard).map(*).reduce(0, +) / Double(width)
      for i in 0..<width {
        expected.append(standard[i] * Double(weight[i]) + Double(bias[i]))
        expectedGradient.append(
          Double(around[row * width + i]) + (g[i] - averageG - standard[i] * averageGS) / s)
        expectedWeight[i] += Double(gradient[row * width + i]) * standard[i]
        expectedBias[i] += Double(gradient[row * width + i])
      }
    }
    #expect(relativeError(normalized, expected) < 1e-5)
    // With one value a row the deviation is √ε, and every rounding is magnified by 1 / √ε.
    #expect(relativeError(inputGradient, expectedGradient) < (width == 1 ? 1e-3 : 1e-5))
    #expect(relativeError(weightSums, expectedWeight + [1]) < 1e-5)
    #expect(relativeError(biasSums, expectedBias + [1]) < 1e-5)
  }

  @Test("GELU and its slope agree with double precision over the whole range")
  func gelu() {
    let x = stride(from: Float(-12), to: 12, by: 0.01).map { $0 } + [0, 1e-20, -1e-20, 100, -100]
    var y = x
    var gradient = [Float](repeating: 1, count: x.count)
    GeluKernel.forward(x, &y, count: x.count)
    GeluKernel.backward(input: x, output: y, gradient: &gradient, count: x.count)
    for i in x.indices {
      let v = Double(x[i])
      let root = (2 / Double.pi).squareRoot()
      let u = root * (v + 0.044715 * v * v * v)
      let sigma = 1 / (1 + Foundation.exp(-2 * u))
      #expect(abs(Double(y[i]) - v * sigma) <= 1e-6 * max(abs(v), 1))
      let slope = sigma + v * sigma * (1 - sigma) * 2 * root * (1 + 3 * 0.044715 * v * v)
      #expect(abs(Double(gradient[i]) - slope) < 5e-6)
    }
  }

  @Test("softmax, its loss and its gradient agree with double precision", arguments: [2, 16, 65])
  func crossEntropy(count: Int) {
    let logits = randomFloats(count, seed: 6).map { 30 * $0 }
    let target = count / 2
    var gradient = logits
    var probabilities = logits
    let loss = SoftmaxKernel.crossEntropy(
      logits, target: target, count: count, gradient: &gradient, weight: 0.25)
    SoftmaxKernel.forward(logits, &probabilities, count: count)
    let top = Double(logits.max()!)
    let powers = logits.map { Foundation.exp(Double($0) - top) }
    let total = powers.reduce(0, +)
    #expect(relativeError(probabilities, powers.map { $0 / total }) < 1e-6)
    #expect(abs(Double(loss) - (Foundation.log(total) + top - Double(logits[target]))) < 1e-5)
    let expected = powers.indices.map { 0.25 * (powers[$0] / total - ($0 == target ? 1 : 0)) }
    #expect(relativeError(gradient, expected) < 1e-6)
  }

  @Test("dropout drops its share, keeps the mean, and finds the same mask again")
  func dropout() {
    let ones = [Float](repeating: 1, count: 40_001)
    var first = ones
    var second = ones
    let mask = DropoutKernel(probability: 0.3, seed: 4, site: 2)
    mask.apply(ones, &first, count: ones.count, start: 0)
    mask.apply(ones, &second, count: 1000, start: 500)
    #expect(second[0..<1000] == first[500..<1500])
    let dropped = first.filter { $0 == 0 }.count
    #expect(abs(Double(dropped) / 40_001 - 0.3) < 0.01)
    #expect(first.allSatisfy { $0 == 0 || $0 == 1 / (1 - Float(0.3)) })
    DropoutKernel(probability: 0.3, seed: 4, site: 3).apply(ones, &second, count: 1000, start: 0)
    #expect(second[0..<1000] != first[0..<1000])
  }

  @Test("AdamW follows its formula, with any number of threads")
  func adamW() {
    let count = 50_003
    let gradients = randomFloats(count, seed: 7)
    let start = randomFloats(count, seed: 8)
    func run(_ threads: Int) -> [Float] {
      var parameters = start
      var first = [Float](repeating: 0, count: count)
      var second = first
      let pool = WorkerPool(threadCount: threads)
      for step in 1...3 {
        let kernel = AdamWKernel(
          learningRate: 0.01, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0.1,
          correction1: 1 - Float(Foundation.pow(0.9, Double(step))),
          correction2: 1 - Float(Foundation.pow(0.99, Double(step))), gradientScale: 0.5)
        kernel.step(
          parameters: &parameters, gradients: gradients, firstMoment: &first, secondMoment: &second,
          count: count, pool)
      }
      return parameters
    }
    let expected = (0..<count).map { i in
      var (theta, m, v) = (Double(start[i]), 0.0, 0.0)
      let g = Double(gradients[i]) * 0.5
      for step in 1...3 {
        m = 0.9 * m + 0.1 * g
        v = 0.99 * v + 0.01 * g * g
        let root = (v / (1 - Foundation.pow(0.99, Double(step)))).squareRoot()
        theta -=
          0.01 * 0.1 * theta + 0.01 * m / (1 - Foundation.pow(0.9, Double(step))) / (root + 1e-8)
      }
      return theta
    }
    let alone = run(1)
    #expect(relativeError(alone, expected) < 1e-6)
    for threads in [2, 3, 8] { #expect(run(threads) == alone) }
  }

  @Test("the sum of squares is right and does not depend on the threads")
  func sumOfSquares() {
    let values = randomFloats(70_001, seed: 9)
    let expected = values.reduce(0.0) { $0 + Double($1) * Double($1) }
    let sums = [1, 2, 3, 8].map { threads in
      Reductions.sumOfSquares(values, count: values.count, WorkerPool(threadCount: threads))
    }
    #expect(abs(sums[0] - expected) < 1e-6 * expected)
    #expect(Set(sums).count == 1)
    #expect(Reductions.sumOfSquares([.nan, 1], count: 2, WorkerPool(threadCount: 1)).isNaN)
  }
}
