import Build
import Charts
import Names
import Record

/// A small run made by hand: every record is there, and its numbers agree with each other.
package enum Fixture {
  package static let run: Run = {
    var run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: .tiny, seed: 7, usesWorld: true))
    run[.collection] = collection
    run[.cleaning] = cleaning
    run[.filter] = filter
    run[.normalization] = normalization
    run[.tokenization] = tokenization
    run[.dataset] = dataset
    run[.truth] = TruthSample.truth
    run[.architecture] = architecture
    run[.initialization] = initialization
    run[.hyperparameters] = hyperparameters
    run[.algorithm] = algorithm
    run[.workedExample] = WorkedExampleRecord.make()
    run[.tuning] = TuningSample.tuning
    run[.training] = training
    run[.evaluation] = evaluation
    run[.shrinking] = TuningSample.shrinking
    run[.modelFile] = modelFile
    run[.inference] = inference
    run[.usage] = usage
    run[.asking] = AskingSample.record
    run[.exam] = ExamSample.record
    run[.twin] = TwinSample.record
    run[.causalMap] = CausalMapSample.record
    run[.headLabels] = HeadLabelSample.record
    run[.improvement] = ImprovementSample.record
    run[.partings] = PartingSample.record
    run[.feedback] = FeedbackSample.record
    run.tensors = tensors
    PartingSample.addTensors(to: &run.tensors)
    OriginSample.add(to: &run)
    return run
  }()

  /// A token of a text.
  package static func piece(_ text: String, _ id: Int32) -> TokenPiece {
    TokenPiece(id: id, bytes: Array(text.utf8), text: text)
  }

  package static func special(_ text: String, _ id: Int32) -> TokenPiece {
    TokenPiece(id: id, bytes: [], text: text)
  }

  /// A token of bytes that are no whole character.
  package static func bytes(_ bytes: [UInt8], _ id: Int32) -> TokenPiece {
    let hex = bytes.map { BytesView.hex($0) }.joined(separator: " ")
    return TokenPiece(id: id, bytes: bytes, text: "‹\(hex)›")
  }

  /// Numbers between 0 and 1 without any order, the same every time.
  struct Noise {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }

    /// A sum of twelve: near normal, mean 0, deviation 1.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + next() } }
  }

  package static func matrix(_ rows: Int, _ columns: Int, scale: Double, seed: UInt64)
    -> RecordedTensor
  {
    var noise = Noise(state: seed)
    return RecordedTensor(
      shape: [rows, columns],
      values: (0..<(rows * columns)).map { _ in Float(noise.normal() * scale) })
  }

  package static func candidates(_ list: [(TokenPiece, Double, Bool)]) -> [CandidateRecord] {
    let kept = list.filter(\.2).reduce(0) { $0 + $1.1 }
    return list.map { token, probability, isKept in
      CandidateRecord(
        token: token, logit: 12 + 2.3 * Numbers.logarithm(probability), probability: probability,
        adjusted: isKept ? probability / kept : 0, isKept: isKept)
    }
  }
}
