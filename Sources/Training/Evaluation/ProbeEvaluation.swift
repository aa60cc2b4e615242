import Dataset
import Numerics
import RawData
import Tokenization
import Transformer

/// Compares a model's expectation of what comes next with the truth of the world that wrote its
/// corpus.
public struct ProbeEvaluation: Sendable, Equatable, Codable {
  public struct Result: Sendable, Equatable, Codable {
    public let probe: TruthProbe
    /// The model's probability of each continuation, in the order of `probe.next`.
    public let model: [Double]
    /// `Σ true · ln(true / model)`, nats: 0 when the model knows the distribution exactly. A
    /// continuation that the model holds impossible counts with a probability of 1e-9.
    public let divergence: Double
    /// `½ Σ |true − model|`, with all that the model expects besides as one more continuation: the
    /// share of probability that stands in the wrong place.
    public let totalVariation: Double
  }

  /// In the order of the probes.
  public let results: [Result]

  public init(
    probes: [TruthProbe], parameters: Parameters, tokenizer: Tokenizer, pool: WorkerPool
  ) {
    var results = [Result?](repeating: nil, count: probes.count)
    let workers = max(1, min(pool.threadCount, probes.count))
    results.withUnsafeMutableBufferPointer { buffer in
      pool.runNested(workers) { worker, serial in
        let reader = TextProbability(parameters: parameters, tokenizer: tokenizer, pool: serial)
        for number in stride(from: worker, to: probes.count, by: workers) {
          buffer[number] = Self.result(of: probes[number], reader: reader, tokenizer: tokenizer)
        }
      }
    }
    self.results = results.map { $0! }
  }

  private static func result(
    of probe: TruthProbe, reader: TextProbability, tokenizer: Tokenizer
  ) -> Result {
    let model = reader.probabilities(
      of: probe.next.map(\.text), after: probe.prefix,
      opening: opening(of: probe, tokenizer: tokenizer))
    var divergence = 0.0
    var distance = abs(1 - model.reduce(0, +))
    for (next, share) in zip(probe.next, model) {
      if next.probability > 0 {
        divergence += next.probability * Portable.log(next.probability / max(share, 1e-9))
      }
      distance += abs(next.probability - share)
    }
    return Result(
      probe: probe, model: model, divergence: divergence, totalVariation: distance / 2)
  }

  /// The tokens before the field that goes on, as they stand in a training document.
  static func opening(of probe: TruthProbe, tokenizer: Tokenizer) -> [Int32] {
    PromptForm.tokens(
      before: probe.field, of: probe.kind, language: probe.language,
      complete: probe.before.map { ($0.name, $0.text) }, tokenizer: tokenizer)
  }

  /// Mean divergence over the probes, nats; 0 without probes.
  public var meanDivergence: Double {
    results.isEmpty ? 0 : results.reduce(0) { $0 + $1.divergence } / Double(results.count)
  }

  /// Mean share of probability in the wrong place; 0 without probes.
  public var meanTotalVariation: Double {
    results.isEmpty ? 0 : results.reduce(0) { $0 + $1.totalVariation } / Double(results.count)
  }
}
