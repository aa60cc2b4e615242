import Dataset
import Names
import RawData
import Record
import Training

extension DivergenceRecord {
  /// - Parameter evaluation: of all probes; nil when there are none.
  init?(_ evaluation: ProbeEvaluation) {
    guard !evaluation.results.isEmpty else { return nil }
    self.init(
      probes: evaluation.results.count, mean: evaluation.meanDivergence,
      meanTotalVariation: evaluation.meanTotalVariation,
      languages: Language.allCases.compactMap { language in
        let own = evaluation.results.filter { $0.probe.language == language }
        guard !own.isEmpty else { return nil }
        return LanguageValue(
          language: language, value: own.reduce(0) { $0 + $1.divergence } / Double(own.count))
      },
      shown: Language.allCases.flatMap { language in
        Self.chosen(evaluation.results.filter { $0.probe.language == language }).map(Probe.init)
      })
  }

  /// Few enough ways to go on to be seen at once.
  private static let readable = 2...8

  /// The first readable probe of stories and of questions, and of the others the one that went worst.
  private static func chosen(_ results: [ProbeEvaluation.Result]) -> [ProbeEvaluation.Result] {
    let some = results.filter { readable.contains($0.probe.next.count) }
    var chosen: [ProbeEvaluation.Result] = []
    for kind in [DocumentKind.story, .questionAnswer] {
      if let first = some.first(where: { $0.probe.kind == kind }) { chosen.append(first) }
    }
    let rest = some.filter { !chosen.contains($0) }
    let worst = rest.enumerated().max {
      ($0.element.divergence, -$0.offset) < ($1.element.divergence, -$1.offset)
    }
    return chosen + (worst.map { [$0.element] } ?? [])
  }
}

extension DivergenceRecord.Probe {
  init(_ result: ProbeEvaluation.Result) {
    let probe = result.probe
    self.init(
      kind: probe.kind, language: probe.language,
      before: probe.before.map(\.text).joined(separator: "\n"), prefix: probe.prefix,
      next: zip(probe.next, result.model).map {
        DivergenceRecord.Continuation(text: $0.text, truth: $0.probability, model: $1)
      },
      divergence: result.divergence)
  }
}

extension CalibrationRecord {
  init(_ calibration: Calibration) {
    self.init(
      bins: calibration.bins.map {
        Bin(
          lower: $0.lower, upper: $0.upper, count: $0.count, confidence: $0.confidence,
          accuracy: $0.accuracy)
      },
      expectedError: calibration.expectedError)
  }
}
