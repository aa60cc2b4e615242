import Names
import Numerics
import Testing
import Transformer

@testable import Origins

/// The way back: every slope comes out of its operands to the last bit, down to parameters and tokens.
@Suite struct GradientOriginTests {
  /// With a row of 70 tokens, so that the sums of a normalization take two blocks of rows.
  private static let long = Configuration(
    layerCount: 1, headCount: 2, width: 8, contextLength: 80, vocabularySize: 20)

  @Test func fiveHundredRandomSlopesLeadToParametersTokensAndTargets() {
    let pass = OriginSample.learning(OriginSample.configuration, tokens: 6)
    var generator = RandomGenerator(seed: 3)
    var kinds: Set<QuantityKind> = []
    var seen: Set<Quantity> = []
    var roots: Set<Quantity> = []
    for _ in 0..<500 {
      let slope = OriginSample.slope(in: pass, &generator)
      kinds.insert(slope.kind)
      var waiting = [slope]
      while let next = waiting.popLast() {
        guard seen.insert(next).inserted else { continue }
        let made = pass.derivation(of: next)
        #expect(made.isExact, "\(next.address): \(made.result), not \(made.value)")
        #expect(made.value.bitPattern == pass.value(next).bitPattern, "\(next.address)")
        if made.operands.isEmpty {
          #expect(next.isRoot || made.isMasked, "\(next.address)")
          roots.insert(next)
        }
        for operand in made.operands {
          #expect(pass.space.holds(operand.quantity), "\(operand.quantity.address)")
          #expect(pass.value(operand.quantity).bitPattern == operand.value.bitPattern)
          waiting.append(operand.quantity)
        }
      }
    }
    #expect(kinds.count == QuantityKind.allCases.count { $0.hasGradient || $0.isOfLearning })
    // All that was learned, read and asked for has its part in it.
    let used = roots.filter { $0.kind == .parameter && !$0.isGradient }.count
    let unread = pass.configuration.contextLength - pass.tokens.count
    #expect(used == pass.parameters.values.count - unread * pass.configuration.width)
    #expect(roots.filter { $0.kind == .token }.count == pass.tokens.count)
    let asked = roots.filter { $0.kind == .target && pass.value($0) >= 0 }
    #expect(asked.count == pass.tokens.count - 1)
  }

  /// From 500 slopes on, always on by a random operand: wide, with a table of its own for the output, and long.
  @Test(arguments: [(OriginSample.wide, 37, 1), (OriginSample.wide, 37, 2), (long, 70, 1)])
  func fiveHundredRandomWaysComeOut(
    configuration: Configuration, tokens: Int, threads: Int
  ) {
    let pass = OriginSample.learning(configuration, tokens: tokens, threads: threads)
    var generator = RandomGenerator(seed: 4)
    for _ in 0..<500 {
      var quantity = OriginSample.slope(in: pass, &generator)
      while true {
        let made = pass.derivation(of: quantity)
        #expect(made.isExact, "\(quantity.address): \(made.result), not \(made.value)")
        let operands = made.operands
        guard !operands.isEmpty else { break }
        let next = operands[generator.below(operands.count)]
        #expect(pass.value(next.quantity).bitPattern == next.value.bitPattern)
        quantity = next.quantity
      }
    }
  }

  /// To look at every layer's inner slopes changes no bit of what is learned.
  @Test(arguments: [OriginSample.configuration, OriginSample.wide])
  func slopesAreThoseThatTrainingUses(configuration: Configuration) throws {
    let pass = OriginSample.learning(configuration, tokens: 9)
    let model = Model(
      parameters: pass.parameters, batch: 1, positions: 9, pool: WorkerPool(threadCount: 1),
      keepsGradients: true)
    let targets = try #require(pass.targets)
    let loss = pass.tokens.withUnsafeBufferPointer { tokens in
      targets.withUnsafeBufferPointer {
        model.forward(inputs: tokens, targets: $0, batch: 1, positions: 9)
      }
    }
    model.backward()
    let gradients = try #require(model.gradients)
    for tensor in gradients.tensors {
      let values = gradients.tensor(tensor.name)
      for index in stride(from: 0, to: values.count, by: 7) {
        let place = tensor.shape.reversed().reduce(into: (index, [Int]())) {
          $0.1.insert($0.0 % $1, at: 0)
          $0.0 /= $1
        }.1
        let slope = Quantity(parameter: tensor.name, place).gradient
        #expect(pass.value(slope).bitPattern == values[index].bitPattern, "\(slope.address)")
      }
    }
    // The mean of the surprises is the loss that training notes.
    let asked = targets.indices.filter { targets[$0] >= 0 }
    let sum = asked.reduce(0.0) { $0 + Double(pass.value(Quantity(.loss, [$1]))) }
    #expect(Float(sum / Double(asked.count)) == loss)
  }

  /// A slope says how the loss changes: measured by moving a parameter to both sides.
  @Test func slopesAreThoseOfTheLoss() throws {
    let pass = OriginSample.learning(OriginSample.configuration, tokens: 9)
    let targets = try #require(pass.targets)
    for address in [
      "wte.weight[3,2]", "wpe.weight[4,1]", "h.1.ln_1.weight[5]", "h.0.attn.c_attn.weight[3,9]",
      "h.0.mlp.c_fc.bias[11]", "ln_f.bias[2]",
    ] {
      let parameter = try pass.space.quantity(address)
      let index = try #require(pass.number(ofParameter: parameter))
      let losses = [-1, 1].map { (sign: Float) -> Double in
        let moved = Parameters(configuration: pass.configuration)
        _ = moved.values.update(fromContentsOf: pass.parameters.values)
        moved.values[index] += sign * 0.01
        let other = OriginPass(
          parameters: moved, tokens: pass.tokens, targets: targets,
          pool: WorkerPool(threadCount: 1))
        let asked = targets.indices.filter { targets[$0] >= 0 }
        return asked.reduce(0) { $0 + Double(other.value(Quantity(.loss, [$1]))) }
          / Double(asked.count)
      }
      let slope = Double(pass.value(parameter.gradient))
      #expect(abs((losses[1] - losses[0]) / 0.02 - slope) < 1e-3, "\(address): \(slope)")
    }
  }

  @Test func aChainGoesBackThroughTheLossToAParameter() {
    let pass = OriginSample.learning(OriginSample.wide, tokens: 37)
    var generator = RandomGenerator(seed: 6)
    for _ in 0..<60 {
      let chain = pass.chain(from: OriginSample.slope(in: pass, &generator))
      guard let last = chain.last, !last.isMasked else { continue }
      #expect([.parameter, .target].contains(last.quantity.kind) && last.quantity.isRoot)
      // First against the direction of the pass, then along it: no slope follows a number.
      let isSlope = chain.map { $0.quantity.isGradient || $0.quantity.kind.isOfLearning }
      #expect(isSlope == isSlope.sorted { $0 && !$1 }, "\(chain.map(\.quantity.address))")
    }
  }

  @Test func whatNothingAskedForDependsOnHasNoSlope() throws {
    let pass = OriginSample.learning(OriginSample.configuration, tokens: 6)
    let unread = try #require((0..<20).first { !pass.tokens.contains(Int32($0)) })
    for slope in [
      Quantity(.logit, [1, 3]).gradient, Quantity(.loss, [1]),
      Quantity(parameter: "wpe.weight", [9, 3]).gradient,
    ] {
      let made = pass.derivation(of: slope)
      #expect(made.isMasked && made.isRoot && made.value == 0 && made.isExact)
      #expect(made.followed == nil)
    }
    // Without a table of its own for the output every token is one that might have come.
    let row = pass.derivation(of: Quantity(parameter: "wte.weight", [unread, 0]).gradient)
    #expect(row.terms.count == pass.tokens.count && row.value != 0)
    let untied = OriginSample.learning(OriginSample.wide, tokens: 6)
    let other = try #require((0..<70).first { !untied.tokens.contains(Int32($0)) })
    #expect(
      untied.derivation(of: Quantity(parameter: "wte.weight", [other, 0]).gradient).isMasked)
  }

  @Test func aPassThatDoesNotLearnHasNoSlopes() {
    let pass = OriginSample.pass(OriginSample.configuration, tokens: 6)
    #expect(pass.targets == nil)
    for quantity in [
      Quantity(.logit, [1, 3]).gradient, Quantity(.loss, [1]), Quantity(.target, [1]),
      Quantity(.weightMean, [1]), Quantity(.firstCommon, [1]),
    ] {
      #expect(!pass.space.holds(quantity), "\(quantity.address)")
    }
    #expect(pass.space.holds(Quantity(.firstStandard, [1, 1])))
  }
}
