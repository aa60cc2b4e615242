/// L4: architecture, initial parameters, the learning algorithm.
extension Equation {
  static let model: [Equation] = [
    Equation(
      "parameters-are-in-tensors", "L4a", en: "The parameters of all tensors are all parameters.",
      ja: "すべてのテンソルのパラメータを合わせると、パラメータ全体になる。"
    ) { run, comparison in
      guard let record = run[.architecture] else { return }
      comparison.equal(
        record.tensors.reduce(0) { $0 + $1.count }, record.parameterCount,
        "parameters over tensors")
    }
  ]
}
