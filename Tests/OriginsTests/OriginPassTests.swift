import Inference
import Names
import Numerics
import Testing
import Transformer

@testable import Origins

@Suite struct OriginPassTests {
  /// All that lies below a number, each once: every sum comes out to the last bit, and every operand is the
  /// number that stands at its address.
  private func follow(
    _ quantity: Quantity, in pass: OriginPass, seen: inout Set<Quantity>, roots: inout Set<Quantity>
  ) {
    var waiting = [quantity]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      let made = pass.derivation(of: next)
      #expect(made.isExact, "\(next.address): \(made.result), not \(made.value)")
      #expect(made.value.bitPattern == pass.value(next).bitPattern)
      if made.operands.isEmpty {
        #expect(next.kind.isRoot || made.isMasked)
        roots.insert(next)
      }
      for operand in made.operands {
        #expect(pass.space.holds(operand.quantity), "\(operand.quantity.address)")
        #expect(pass.value(operand.quantity).bitPattern == operand.value.bitPattern)
        waiting.append(operand.quantity)
      }
    }
  }

  @Test func fiveHundredRandomNumbersLeadToParametersAndTokens() {
    let pass = OriginSample.pass(OriginSample.configuration, tokens: 6)
    var generator = RandomGenerator(seed: 3)
    var roots: Set<Quantity> = []
    var kinds: Set<QuantityKind> = []
    var seen: Set<Quantity> = []
    for _ in 0..<500 {
      let quantity = OriginSample.quantity(in: pass, &generator)
      kinds.insert(quantity.kind)
      follow(quantity, in: pass, seen: &seen, roots: &roots)
    }
    #expect(kinds.count == QuantityKind.allCases.count { !$0.isOfLearning } - 1)
    // Whatever the model learned and read was used, but for what stands for tokens and places not read.
    let used = roots.filter { $0.kind == .parameter }
    let unused = pass.parameters.values.count - used.count
    let unread = pass.configuration.contextLength - pass.tokens.count
    #expect(unused == unread * pass.configuration.width)
    #expect(roots.filter { $0.kind == .token }.count == pass.tokens.count)
  }

  /// In a model of the standard width: from 500 numbers on, always on by a random operand.
  @Test(arguments: [1, 2])
  func fiveHundredRandomWaysInAWideModelComeOut(threads: Int) {
    let pass = OriginSample.pass(OriginSample.wide, tokens: 37, threads: threads)
    var generator = RandomGenerator(seed: 4)
    for _ in 0..<500 {
      var quantity = OriginSample.quantity(in: pass, &generator)
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

  @Test func aSumGoesOnPartByPart() {
    let pass = OriginSample.pass(OriginSample.wide, tokens: 20)
    let made = pass.derivation(of: Quantity(.output, layer: 1, [7, 100]))
    #expect(made.start.map(\.quantity.address) == ["h.1.mlp.c_proj.bias[100]", "b1.mid[7,100]"])
    #expect(made.terms.count == 512 && made.columns.isEmpty)
    var sum = made.start[0].value + made.start[1].value
    var exact = made.start.reduce(0) { $0 + Double($1.value) }
    for (place, term) in made.terms.enumerated() {
      #expect(term.left.quantity.address == "b1.mlp.hidden[7,\(place)]")
      #expect(term.right?.quantity.address == "h.1.mlp.c_proj.weight[\(place),100]")
      let right = term.right?.value ?? .nan
      #expect(term.part == term.left.value * right)
      sum = sum.addingProduct(term.left.value, right)
      #expect(term.sum == sum)
      exact += Double(term.left.value) * Double(right)
    }
    #expect(made.result == sum && abs(Double(sum) - exact) < 1e-4)
  }

  @Test func columnsAreAddedInHalves() {
    let pass = OriginSample.pass(OriginSample.wide, tokens: 20)
    for kind in [QuantityKind.finalMean, .finalScale] {
      let made = pass.derivation(of: Quantity(kind, [19]))
      #expect(made.columns.count == 16 && made.terms.count == 128)
      for column in 0..<16 {
        #expect(made.terms[112 + column].sum == made.columns[column])
      }
    }
    let mean = pass.derivation(of: Quantity(.finalMean, [19]))
    let exact = mean.terms.reduce(0) { $0 + Double($1.part) } / 128
    #expect(abs(exact - Double(mean.result)) < 1e-5)
  }

  @Test func probabilitiesAreThoseOfTheSampler() {
    let pass = OriginSample.pass(OriginSample.configuration, tokens: 6)
    let logits = (0..<20).map { pass.value(Quantity(.logit, [5, $0])) }
    var sampler = Sampler(options: SamplingOptions(temperature: 0), seed: 1)
    let choice = logits.withUnsafeBufferPointer { sampler.choose($0, recording: 20) }
    for candidate in choice.candidates {
      let own = pass.derivation(of: Quantity(.probability, [5, Int(candidate.id)]))
      #expect(own.result == candidate.probability && own.isExact)
      #expect(own.inputs[0].value == candidate.logit)
    }
  }

  /// The generator keeps keys and values and adds in an order of its own.
  @Test func logitsAreThoseOfTheGeneratorButForRounding() {
    let pass = OriginSample.pass(OriginSample.wide, tokens: 20)
    let generator = Generator(
      parameters: pass.parameters, pool: WorkerPool(threadCount: 1))
    let logits = Array(generator.process(pass.tokens))
    for (token, logit) in logits.enumerated() {
      #expect(abs(pass.value(Quantity(.logit, [19, token])) - logit) < 1e-3)
    }
  }

  @Test func aTokenDoesNotLookAtLaterOnes() {
    let pass = OriginSample.pass(OriginSample.configuration, tokens: 6)
    let hidden = pass.derivation(of: Quantity(.weight, layer: 1, head: 1, [2, 4]))
    #expect(hidden.isMasked && hidden.isExact && hidden.value == 0 && hidden.isRoot)
    #expect(hidden.followed == nil)
  }

  @Test func aChainFollowsWhatContributesMost() {
    let pass = OriginSample.pass(OriginSample.wide, tokens: 37)
    for token in 0..<20 {
      let chain = pass.chain(from: Quantity(.probability, [36, token]))
      #expect(chain.first?.quantity.address == "probability[36,\(token)]")
      #expect(chain[1].quantity.address == "logit[36,\(token)]")
      #expect(chain.last?.quantity.kind == .parameter)
      #expect(chain.dropLast().allSatisfy { !$0.quantity.kind.isRoot })
      #expect(chain[chain.count - 2].quantity.kind == .input)
      for (made, next) in zip(chain, chain.dropFirst()) {
        #expect(made.followed?.quantity == next.quantity)
        guard !made.terms.isEmpty, !made.inputs.contains(where: { $0.quantity == next.quantity })
        else { continue }
        // No other part goes further in the direction of the result.
        let sign: Float = made.result < 0 ? -1 : 1
        let parts = made.terms.map { (term: $0, amount: sign * $0.part) }
        let own =
          parts.first {
            $0.term.left.quantity == next.quantity || $0.term.right?.quantity == next.quantity
          }?
          .amount ?? sign * next.value
        let begun = made.start.filter { $0.quantity.kind != .parameter }.map { sign * $0.value }
        #expect((parts.map(\.amount) + begun).allSatisfy { $0 <= own })
      }
    }
  }

  @Test func theFollowedPartOfAProductIsTheComputedOne() {
    let pass = OriginSample.pass(OriginSample.wide, tokens: 37)
    let kinds: [(Quantity, Set<QuantityKind>)] = [
      (Quantity(.logit, [3, 3]), [.finalNormalized]),
      (Quantity(.query, layer: 0, head: 1, [3, 3]), [.firstNormalized]),
      (Quantity(.dot, layer: 0, head: 1, [9, 3]), [.key]),
      (Quantity(.score, layer: 0, head: 1, [9, 3]), [.dot]),
      (Quantity(.mixed, layer: 0, head: 1, [9, 3]), [.value]),
      (Quantity(.weight, layer: 0, head: 1, [9, 3]), [.dot]),
      (Quantity(.neuron, layer: 0, [9, 3]), [.neuronSum]),
      (Quantity(.neuronSum, layer: 0, [9, 3]), [.secondNormalized]),
      (Quantity(.firstNormalized, layer: 1, [9, 3]), [.output]),
      (Quantity(.middle, layer: 1, [9, 3]), [.output, .mixed]),
      (Quantity(.output, layer: 1, [9, 3]), [.middle, .neuron]),
      (Quantity(.input, [9, 3]), [.parameter]),
    ]
    for (quantity, followed) in kinds {
      let next = pass.derivation(of: quantity).followed?.quantity.kind
      #expect(next.map(followed.contains) ?? false, "\(quantity.address)")
    }
  }
}
