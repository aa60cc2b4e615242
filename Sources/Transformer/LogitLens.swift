/// What the model would expect next if a place of the residual stream were the last one.
///
/// `logits = LN_f(residual) · tableᵀ`, for one position.
/// - SeeAlso: nostalgebraist 2020, "interpreting GPT: the logit lens".
package struct LogitLens {
  let parameters: Parameters

  package init(_ parameters: Parameters) { self.parameters = parameters }

  /// - Parameter residual: `[width]`.
  /// - Returns: `[vocabulary]`.
  package func logits(of residual: [Float]) -> [Float] { products(normalized(residual)) }

  private func normalized(_ residual: [Float]) -> [Float] {
    let count = Float(residual.count)
    let mean = residual.reduce(0, +) / count
    let variance = residual.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let scale = 1 / (variance + Configuration.normalizationEpsilon).squareRoot()
    let weight = parameters.tensor("ln_f.weight")
    let bias = parameters.tensor("ln_f.bias")
    return residual.indices.map { (residual[$0] - mean) * scale * weight[$0] + bias[$0] }
  }

  private func products(_ vector: [Float]) -> [Float] {
    let table = parameters.tensor(parameters.configuration.outputTensor)
    let width = vector.count
    return (0..<parameters.configuration.vocabularySize).map { token in
      var sum: Float = 0
      for d in 0..<width { sum += table[token * width + d] * vector[d] }
      return sum
    }
  }
}
