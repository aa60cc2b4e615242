import Build
import Dataset
import Numerics
import Training

/// The text on which settings are tried: the bytes of a file, or the toy world.
struct TuneGround {
  let vocabularySize: Int
  let validation: ValidationBatches
  let source: @Sendable (SweepCandidate) throws(TrainingError) -> any BatchSource

  private static let validationCount = 8

  /// - Throws: `CommandError.io` for a file that can't be read, `TrainingError` for too short a text,
  ///   and what the rooms throw when the world can't be read.
  init(_ request: TuneRequest, lessons: String?, pool: WorkerPool) throws {
    let (context, seed) = (request.contextLength, request.seed)
    // Impossible combinations are named before the text is read.
    _ = try request.candidates(vocabularySize: 256)
    if let path = request.dataPath {
      let text = try ByteText(path: path, context: context)
      vocabularySize = 256
      validation = ValidationBatches(
        from: try WindowSampler(tokens: text.validation, context: context, seed: seed &+ 1),
        count: Self.validationCount, batch: 8, context: context)
      source = { _ throws(TrainingError) in
        try WindowSampler(tokens: text.training, context: context, seed: seed)
      }
      return
    }
    let town = try TownText(
      worldFolder: try Places.lessons(given: lessons) + "/World", seed: nil, pool: pool)
    vocabularySize = town.vocabularySize
    validation = ValidationBatches(
      from: try DocumentBatches(
        documents: town.split.validation, batch: 8, context: context, seed: seed),
      count: Self.validationCount, batch: 8, context: context)
    let training = town.split.training
    source = { candidate throws(TrainingError) in
      try DocumentBatches(
        documents: training, batch: candidate.options.batch, context: context, seed: seed)
    }
  }
}
