/// A report as a row of numbers, the form in which a checkpoint keeps it; not a number stands for
/// what was not measured.
extension StepReport {
  static func rowLength(layers: Int) -> Int { 6 + 3 * (layers + 2) }

  func row(layers: Int) -> [Float] {
    [
      Float(step), loss, learningRate, gradientNorm, clipFactor, validationLoss ?? .nan,
    ] + gradientNorms.row + (weightNorms?.row ?? PartNorms.missing(layers))
      + (updateNorms?.row ?? PartNorms.missing(layers))
  }

  init(row: ArraySlice<Float>, layers: Int) {
    let row = Array(row)
    let length = layers + 2
    func norms(_ number: Int) -> PartNorms? {
      let part = row[6 + number * length..<6 + (number + 1) * length]
      guard let first = part.first, let last = part.last, !first.isNaN else { return nil }
      return PartNorms(
        embedding: first, blocks: Array(part.dropFirst().dropLast()), finalNorm: last)
    }
    self.init(
      step: Int(row[0]), loss: row[1], learningRate: row[2], gradientNorm: row[3],
      clipFactor: row[4], gradientNorms: norms(0)!, weightNorms: norms(1), updateNorms: norms(2),
      validationLoss: row[5].isNaN ? nil : row[5])
  }
}

extension PartNorms {
  fileprivate var row: [Float] { [embedding] + blocks + [finalNorm] }

  fileprivate static func missing(_ layers: Int) -> [Float] {
    [Float](repeating: .nan, count: layers + 2)
  }
}
