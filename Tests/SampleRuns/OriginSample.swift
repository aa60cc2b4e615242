import Names
import Record

/// A number that was followed to its roots, made by hand: in a model of any size, through every kind of step.
package enum OriginSample {
  /// Gives every answer whose inside was kept its way; that of the Japanese one has other numbers.
  package static func add(to run: inout Run) {
    guard let model = run[.architecture], var usage = run[.usage] else { return }
    for index in usage.answers.indices where usage.answers[index].hasActivations {
      var way = Way(usage.answers[index], model)
      usage.answers[index].origin = way.record(&run.tensors)
    }
    run[.usage] = usage
  }

  private struct Way {
    let answer: AnswerRecord
    let width: Int
    let headWidth: Int
    let scale: Float
    var steps: [OriginRecord.Step] = []
    var factors: [Int: ([Float], [Float])] = [:]

    init(_ answer: AnswerRecord, _ model: ArchitectureRecord) {
      self.answer = answer
      width = model.width
      headWidth = model.width / model.headCount
      scale = answer.language == .english ? 1 : 0.5
    }

    private var position: Int { answer.readTokens.count - 1 }
    private var token: Int {
      Int((answer.followed?.token ?? answer.choices[0].chosen).id)
    }

    private func operand(_ quantity: Quantity, _ value: Float) -> OriginRecord.Operand {
      OriginRecord.Operand(address: quantity.address, value: value)
    }

    /// A sum of a few products, all others 0.
    private mutating func sum(
      _ quantity: Quantity, start: [(Quantity, Float)] = [], count: Int,
      _ products: [(place: Int, left: Float, right: Float)], followed: Quantity
    ) -> Float {
      var left = [Float](repeating: 0, count: count)
      var right = [Float](repeating: 0.25, count: count)
      for product in products where product.place < count {
        (left[product.place], right[product.place]) = (product.left, product.right)
      }
      var sum = start.first?.1 ?? 0
      for operand in start.dropFirst() { sum += operand.1 }
      for place in 0..<count { sum = sum.addingProduct(left[place], right[place]) }
      factors[steps.count] = (left, right)
      steps.append(
        OriginRecord.Step(
          number: operand(quantity, sum), start: start.map { operand($0.0, $0.1) },
          termCount: count, followed: followed.address))
      return sum
    }

    private mutating func normalization(
      _ quantity: Quantity, _ before: (Quantity, Float), mean: Quantity, scale: Quantity,
      tensor: String
    ) -> Float {
      let place = quantity.indices[1]
      let numbers: [Float] = [before.1, 0.25, 1.5, 1.25, -0.125]
      let result = numbers[4].addingProduct(
        (numbers[0] - numbers[1]) * (1 / numbers[2]), numbers[3])
      let addresses = [
        before.0, mean, scale, Quantity(parameter: tensor + ".weight", [place]),
        Quantity(parameter: tensor + ".bias", [place]),
      ]
      steps.append(
        OriginRecord.Step(
          number: operand(quantity, result), inputs: zip(addresses, numbers).map(operand),
          followed: before.0.address))
      return result
    }

    /// Worked out from the roots, and told from the answer.
    mutating func record(_ store: inout TensorStore) -> OriginRecord {
      let (p, key) = (position, 1)
      let root = answer.readTokens[key]
      let wte = Quantity(parameter: "wte.weight", [Int(root.id), 2])
      let wpe = Quantity(parameter: "wpe.weight", [key, 2])
      let entering: Float = 0.875 * scale - 0.0625
      let input = Quantity(.input, [key, 2])
      steps.append(
        OriginRecord.Step(
          number: operand(input, entering),
          start: [operand(wte, 0.875 * scale), operand(wpe, -0.0625)],
          inputs: [operand(Quantity(.token, [key]), Float(root.id))], followed: wte.address))
      let copy = Quantity(.firstNormalized, [key, 2])
      let first = normalization(
        copy, (input, entering), mean: Quantity(.firstMean, [key]),
        scale: Quantity(.firstScale, [key]), tensor: "h.0.ln_1")
      let value = Quantity(.value, [key, 1])
      let handed = sum(
        value, start: [(Quantity(parameter: "h.0.attn.c_attn.bias", [2 * width + 1]), 0.0625)],
        count: width, [(0, 0.5, -0.25), (2, first, 2.5)], followed: copy)
      let mixed = Quantity(.mixed, [p, 1])
      let z = sum(
        mixed, count: p + 1, [(0, 0.125, -0.5), (key, 0.75, handed)], followed: value)
      let middle = Quantity(.middle, [p, 3])
      let between = sum(
        middle,
        start: [
          (Quantity(parameter: "h.0.attn.c_proj.bias", [3]), -0.03125),
          (Quantity(.input, [p, 3]), 0.25),
        ], count: width, [(0, 0.5, 0.5), (1, z, 3), (3, -0.25, 0.75)], followed: mixed)
      let second = Quantity(.secondNormalized, [p, 3])
      let normalized = normalization(
        second, (middle, between), mean: Quantity(.secondMean, [p]),
        scale: Quantity(.secondScale, [p]), tensor: "h.0.ln_2")
      let neuronSum = Quantity(.neuronSum, [p, 5])
      let pre = sum(
        neuronSum, start: [(Quantity(parameter: "h.0.mlp.c_fc.bias", [5]), 0.5)], count: width,
        [(1, 0.25, 0.5), (3, normalized, 1.75)], followed: second)
      let neuron = Quantity(.neuron, [p, 5])
      let exponent = -1.595_769_12 * (pre * (1 + 0.044_715 * pre * pre))
      let hidden = pre / (1 + Float(SampleRun.power(Double(exponent))))
      steps.append(
        OriginRecord.Step(
          number: operand(neuron, hidden), inputs: [operand(neuronSum, pre)],
          calculation: [.init(step: .exponent, value: exponent)], followed: neuronSum.address))
      let output = Quantity(.output, [p, 0])
      let after = sum(
        output,
        start: [
          (Quantity(parameter: "h.0.mlp.c_proj.bias", [0]), 0.125),
          (Quantity(.middle, [p, 0]), -0.5),
        ], count: 4 * width, [(2, 0.5, 0.5), (5, hidden, 1.5), (9, 1, -0.25)], followed: neuron)
      let final = Quantity(.finalNormalized, [p, 0])
      let last = normalization(
        final, (output, after), mean: Quantity(.finalMean, [p]),
        scale: Quantity(.finalScale, [p]), tensor: "ln_f")
      let logit = Quantity(.logit, [p, token])
      let score = sum(
        logit, count: width, [(0, last, 2), (1, 1.5, 0.5), (2, -0.5, 0.25)], followed: final)
      steps.append(share(score, logit, &store))
      turnRound()
      let prefix = "usage.\(answer.id)."
      for (number, (left, right)) in factors {
        store[prefix + "origin.\(number)"] = RecordedTensor(
          shape: [2, left.count], values: left + right)
      }
      return OriginRecord(
        steps: steps, parameter: operand(wte, 0.875 * scale), token: root)
    }

    /// The softmax of the own logit, one that is near and many far below.
    private func share(
      _ score: Float, _ logit: Quantity, _ store: inout TensorStore
    ) -> OriginRecord.Step {
      var logits = [Float](repeating: score - 9, count: token + 40)
      logits[token] = score
      logits[token + 7] = score - 2.25
      let sum = logits.reduce(0.0) { $0 + SampleRun.power(Double($1 - score)) }
      let name = answer.followed == nil ? "logits" : "followed.logits"
      store["usage.\(answer.id).\(name)"] = RecordedTensor(
        shape: [logits.count], values: logits)
      return OriginRecord.Step(
        number: operand(Quantity(.probability, [position, token]), Float(1 / sum)),
        inputs: [operand(logit, score)], termCount: logits.count,
        calculation: [
          .init(step: .greatest, value: score), .init(step: .power, value: 1),
          .init(step: .sum, value: Float(sum)), .init(step: .inverse, value: Float(1 / sum)),
        ], followed: logit.address)
    }

    private mutating func turnRound() {
      let count = steps.count
      steps.reverse()
      factors = Dictionary(
        uniqueKeysWithValues: factors.map { (count - 1 - $0.key, $0.value) })
    }
  }
}
