import Names
import Numerics
import Origins
import Record
import Tokenization
import Transformer

extension OriginRecord {
  /// Follows a token's probability to its roots, always by what contributes most.
  /// - Parameters:
  ///   - tokens: what was read before it.
  ///   - store: receives the factors of each sum under `prefix`.
  init(
    of token: Int32, after tokens: [Int32], parameters: Parameters, tokenizer: Tokenizer,
    pool: WorkerPool, prefix: String, into store: inout TensorStore
  ) {
    let pass = OriginPass(parameters: parameters, tokens: tokens, pool: pool)
    let chain = pass.chain(from: Quantity(.probability, [tokens.count - 1, Int(token)]))
    var steps: [Step] = []
    for (number, made) in chain.dropLast().enumerated() {
      steps.append(Step(made))
      guard !made.terms.isEmpty, made.columns.isEmpty else { continue }
      store[prefix + "origin.\(number)"] = RecordedTensor(
        shape: [2, made.terms.count],
        values: made.terms.map(\.left.value) + made.terms.map { $0.right?.value ?? .nan })
    }
    guard let end = chain.last, let last = chain.dropLast().last else {
      preconditionFailure("a probability has operands")
    }
    self.init(
      steps: steps, parameter: Operand(end.quantity, end.value),
      token: tokenizer.piece(tokens[last.quantity.indices[0]]))
  }
}

extension OriginRecord.Operand {
  fileprivate init(_ quantity: Quantity, _ value: Float) {
    self.init(address: quantity.address, value: value)
  }
}

extension OriginRecord.Step {
  fileprivate init(_ made: Derivation) {
    self.init(
      number: OriginRecord.Operand(made.quantity, made.value),
      start: made.start.map { OriginRecord.Operand($0.quantity, $0.value) },
      inputs: made.inputs.map { OriginRecord.Operand($0.quantity, $0.value) },
      termCount: made.terms.count,
      calculation: made.steps.map {
        OriginRecord.Calculation(step: $0.kind, value: $0.value)
      }, followed: made.followed?.quantity.address ?? "")
  }
}
