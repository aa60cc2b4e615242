import RawData

public typealias Language = RawData.Language
public typealias LocalizedText = RawData.LocalizedText
public typealias DocumentKind = RawData.DocumentKind
public typealias NoiseKind = RawData.NoiseKind

/// Everything that one run saw, from raw text to an answer: the only thing that pages and lessons read.
///
/// One member for each row of the two flows, in their order. Large arrays (attention patterns, weights,
/// embeddings) live in `tensors`, by name.
public struct Run: Sendable {
  /// Version of the schema; a reader refuses another one.
  public static let currentVersion = 1

  public var setting: SettingRecord
  public var collection: CollectionRecord
  public var cleaning: CleaningRecord
  public var filter: FilterRecord
  public var normalization: NormalizationRecord
  public var tokenization: TokenizationRecord
  public var dataset: DatasetRecord
  /// Nil for the user's own text, of which nobody knows the truth.
  public var truth: TruthRecord?
  public var architecture: ArchitectureRecord
  public var initialization: InitializationRecord
  public var hyperparameters: HyperparameterRecord
  public var algorithm: AlgorithmRecord
  public var workedExample: WorkedExampleRecord
  public var tuning: TuningRecord
  public var training: TrainingRecord
  public var evaluation: EvaluationRecord
  public var shrinking: ShrinkingRecord
  public var modelFile: ModelFileRecord
  public var inference: InferenceRecord
  public var usage: UsageRecord
  public var tensors: TensorStore
}

/// What the run was asked to do.
public struct SettingRecord: Codable, Sendable {
  public var version: Int
  /// "tiny" or "standard".
  public var preset: String
  public var seed: UInt64
  /// Whether the documents come from the toy world (whose truth is known) or from the user.
  public var usesWorld: Bool
  /// Name of the file or folder of the user's own text; never an absolute path.
  public var dataName: String?
}
