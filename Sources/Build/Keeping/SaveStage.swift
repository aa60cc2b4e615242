import Dataset
import Files
import Inference
import ModelFile
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// L6a and L6b: saves the model, loads it again as another program would, and compares.
struct SaveStage {
  struct Outcome {
    /// The model as it was loaded from the file.
    var model: TrainedModel
    var file: ModelFileRecord
    var inference: InferenceRecord
  }

  static let weightFile = "model.safetensors"

  let settings: BuildSettings
  let pool: WorkerPool

  static func run(_ bench: Workbench) throws -> LocalizedText {
    let saved = try SaveStage(settings: bench.settings, pool: bench.pool).run(
      bench.learned.parameters, tokenizer: bench.tokenizer, evaluation: bench.run[.evaluation]!,
      hold: bench.run[.exam]?.hold, prompts: bench.data.sentences, folder: bench.folder + "/model")
    bench.savedModel = saved.model
    bench.run[.modelFile] = saved.file
    bench.run[.inference] = saved.inference
    let size = saved.file.byteCount / 1024
    return LocalizedText(
      en: "\(size) KB, loaded again with the same numbers", ja: "\(size) KB、読み直しても同じ数")
  }

  func run(
    _ parameters: Parameters, tokenizer: Tokenizer, evaluation: EvaluationRecord,
    hold: ExamRecord.Hold?, prompts: [(language: Language, text: String)], folder: String
  ) throws -> Outcome {
    let card = ModelCard(settings: settings, parameters: parameters, evaluation: evaluation).text
    var made = TrainedModel(parameters: parameters, tokenizer: tokenizer)
    made.generation.hold = hold.flatMap {
      HoldRule(threshold: $0.threshold, tokenCount: $0.tokenCount)
    }
    try made.save(folder: folder, card: card)
    let model = try TrainedModel.load(folder: folder)
    let generator = Generator(parameters: model.parameters, pool: pool)
    var comparisons = prompts.map { language, text in
      let ids = PromptForm(kind: .continuation, language: language)
        .tokens(of: text, tokenizer: model.tokenizer)
      var record = Self.compare(parameters, model, text, ids: ids, by: generator, pool: pool)
      record.language = language
      return record
    }
    var inference = comparisons.removeFirst()
    inference.elsewhere = comparisons
    return Outcome(
      model: model, file: try Self.describe(folder + "/" + Self.weightFile, model.parameters),
      inference: inference)
  }

  /// The bytes of a file of weights, and histograms of them.
  static func describe(_ path: String, _ parameters: Parameters) throws -> ModelFileRecord {
    let file = try SafetensorsFile(reading: path)
    let header = String(decoding: file.header, as: UTF8.self)
    return ModelFileRecord(
      fileName: Self.weightFile, byteCount: file.byteCount,
      headerLength: file.headerLength, firstBytes: try file.firstBytes(32),
      headerExcerpt: String(header.prefix(240)),
      tensors: file.tensors.map {
        ModelFileRecord.Entry(
          name: $0.name, type: $0.type.rawValue, shape: $0.shape, start: $0.range.lowerBound,
          end: $0.range.upperBound)
      },
      histograms: WeightView.histograms(parameters))
  }

  /// The same prompt through the training program with its own parameters, and through the inference
  /// program with those from the file, the last token by what is kept of those before it.
  /// - Parameter generator: of the model, and begins anew; one is made where there is none.
  static func compare(
    _ parameters: Parameters, _ model: TrainedModel, _ prompt: String, ids: [Int32],
    by generator: Generator? = nil, pool: WorkerPool
  ) -> InferenceRecord {
    let configuration = parameters.configuration
    let ids = Array(ids.prefix(configuration.contextLength))
    let training = Model(
      parameters: parameters, batch: 1, positions: ids.count, pool: pool, keepsGradients: false,
      reading: .inPlace)
    ids.withUnsafeBufferPointer {
      _ = training.forward(inputs: $0, targets: nil, batch: 1, positions: ids.count)
    }
    let expected = Array(training.logits.suffix(configuration.vocabularySize))
    let generator = generator ?? Generator(parameters: model.parameters, pool: pool)
    generator.reset()
    if ids.count > 1 { _ = generator.process(Array(ids.dropLast())) }
    let found = Array(generator.process([ids[ids.count - 1]]))
    let best = expected.indices.sorted { (expected[$1], $0) < (expected[$0], $1) }.prefix(8)
    var largest: Float = 0
    for (a, b) in zip(expected, found) { largest = max(largest, abs(a - b)) }
    return InferenceRecord(
      prompt: prompt, tokens: model.tokenizer.pieces(ids),
      comparisons: best.map {
        InferenceRecord.LogitComparison(
          token: model.tokenizer.piece(Int32($0)), training: Double(expected[$0]),
          inference: Double(found[$0]))
      },
      largestDifference: Double(largest),
      cacheBytesPerPosition: 2 * 4 * configuration.layerCount * configuration.width)
  }
}
