import Record
import Training

extension WorkedExampleRecord {
  /// Works through the example now; the result is always the same.
  public static func make() -> WorkedExampleRecord {
    let example = WorkedExample()
    return WorkedExampleRecord(
      names: example.names, inputs: example.inputs, target: example.target,
      digits: example.digits ?? 17, learningRate: example.learningRate, beta1: example.beta1,
      beta2: example.beta2, epsilon: example.epsilon, weightDecay: example.weightDecay,
      weights: PaperWeights.places.map { place in
        let matrix = example.weights[place.sign]
        return Weights(
          sign: place.sign, tensor: place.tensor,
          rows: (0..<place.rows).map { row in
            (0..<place.columns).map { matrix[row, $0] }
          })
      },
      sheets: example.sheets.map { sheet in
        Sheet(
          id: sheet.id,
          groups: sheet.groups.map { group in
            Group(
              id: group.id, formula: group.formula,
              lines: group.lines.map {
                Line(name: $0.name, calculation: $0.calculation, result: $0.result)
              })
          })
      },
      loss: example.loss, exactLoss: example.exactLoss(of: example.weights),
      exactLossAfter: example.exactLoss(of: example.newWeights))
  }
}
