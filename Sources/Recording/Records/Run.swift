import RawData

public typealias Language = RawData.Language
public typealias LocalizedText = RawData.LocalizedText
public typealias DocumentKind = RawData.DocumentKind
public typealias NoiseKind = RawData.NoiseKind

/// Everything that one run saw, from raw text to an answer: the only thing that pages and lessons read.
///
/// One member for each row of the two flows, in their order; a run may lack some (``has(_:)``). Large arrays (attention patterns, weights,
/// embeddings) live in `tensors`, by name.
public struct Run: Sendable {
  /// Version of the schema; a reader refuses another one.
  public static let currentVersion = 2

  public var setting: SettingRecord
  @Recorded public var collection: CollectionRecord
  @Recorded public var cleaning: CleaningRecord
  @Recorded public var filter: FilterRecord
  @Recorded public var normalization: NormalizationRecord
  @Recorded public var tokenization: TokenizationRecord
  @Recorded public var dataset: DatasetRecord
  /// Nil for the user's own text, of which nobody knows the truth.
  public var truth: TruthRecord?
  @Recorded public var architecture: ArchitectureRecord
  @Recorded public var initialization: InitializationRecord
  @Recorded public var hyperparameters: HyperparameterRecord
  @Recorded public var algorithm: AlgorithmRecord
  @Recorded public var workedExample: WorkedExampleRecord
  @Recorded public var tuning: TuningRecord
  @Recorded public var training: TrainingRecord
  @Recorded public var evaluation: EvaluationRecord
  @Recorded public var shrinking: ShrinkingRecord
  @Recorded public var modelFile: ModelFileRecord
  @Recorded public var inference: InferenceRecord
  @Recorded public var usage: UsageRecord
  public var tensors: TensorStore

  /// Whether a part of it is recorded.
  public func has(_ part: RunPart) -> Bool {
    switch part {
    case .collection: $collection != nil
    case .cleaning: $cleaning != nil
    case .filter: $filter != nil
    case .normalization: $normalization != nil
    case .tokenization: $tokenization != nil
    case .dataset: $dataset != nil
    case .architecture: $architecture != nil
    case .initialization: $initialization != nil
    case .hyperparameters: $hyperparameters != nil
    case .algorithm: $algorithm != nil
    case .workedExample: $workedExample != nil
    case .tuning: $tuning != nil
    case .training: $training != nil
    case .evaluation: $evaluation != nil
    case .shrinking: $shrinking != nil
    case .modelFile: $modelFile != nil
    case .inference: $inference != nil
    case .usage: $usage != nil
    }
  }
}

extension Run {
  /// A run of which nothing is recorded yet.
  init(setting: SettingRecord) {
    self.setting = setting
    _collection = .absent
    _cleaning = .absent
    _filter = .absent
    _normalization = .absent
    _tokenization = .absent
    _dataset = .absent
    truth = nil
    _architecture = .absent
    _initialization = .absent
    _hyperparameters = .absent
    _algorithm = .absent
    _workedExample = .absent
    _tuning = .absent
    _training = .absent
    _evaluation = .absent
    _shrinking = .absent
    _modelFile = .absent
    _inference = .absent
    _usage = .absent
    tensors = TensorStore()
  }
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
  /// Name of the folder of a model that was made elsewhere; such a run has no learning stage.
  public var importedFrom: String?
}
