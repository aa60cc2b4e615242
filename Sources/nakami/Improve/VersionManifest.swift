import Build
import Feedback
import Files
import Foundation
import Names
import Record

/// What is known about a version, in `version.json` beside its weights.
struct VersionManifest: Codable {
  static let format = 1

  struct File: Codable, Equatable {
    var name: String
    var bytes: Int
    var fingerprint: String
  }

  struct Example: Codable {
    var kind: PromptKind
    var language: Language
    var prompt: String
    var chosen: String
    /// What the parent answered, and what the version does.
    var before: String
    var after: String

    var correction: CorrectionExample {
      CorrectionExample(kind: kind, language: language, prompt: prompt, answer: chosen)
    }
  }

  var format = Self.format
  var id: Int
  var parent: Int
  /// Of the weights of version 1, so that versions of another model are told from its own.
  var base: String
  /// Coordinated universal time.
  var made: String
  var way: ImprovementWay
  var rank: Int?
  var steps: Int
  var learningRate: Double
  var exampleDocuments: Int
  var replayedDocuments: Int
  var feedback: ImprovementRecord.FeedbackCount
  var examples: [Example]
  var scores: [ImprovementRecord.Score]
  var lossBefore: Double
  var lossAfter: Double
  var gate: ImprovementRecord.Gate
  var failed: [Int]
  var verdict: VersionVerdict
  var files: [File]
  /// Of everything else in this manifest.
  var seal = ""

  /// The same with its seal.
  func sealed() throws -> VersionManifest {
    var manifest = self
    manifest.seal = try expectedSeal
    return manifest
  }

  var expectedSeal: String {
    get throws {
      var manifest = self
      manifest.seal = ""
      let bytes = Array(try Self.encoder.encode(manifest))
      return Fingerprint.digits(bytes.withUnsafeBytes { Fingerprint.of($0) })
    }
  }

  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
