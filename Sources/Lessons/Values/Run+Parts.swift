import Record

/// Parts that a caller knows to be there.
extension Run {
  var collection: CollectionRecord { self[.collection]! }
  var cleaning: CleaningRecord { self[.cleaning]! }
  var filter: FilterRecord { self[.filter]! }
  var normalization: NormalizationRecord { self[.normalization]! }
  var tokenization: TokenizationRecord { self[.tokenization]! }
  var dataset: DatasetRecord { self[.dataset]! }
  var architecture: ArchitectureRecord { self[.architecture]! }
  var initialization: InitializationRecord { self[.initialization]! }
  var hyperparameters: HyperparameterRecord { self[.hyperparameters]! }
  var algorithm: AlgorithmRecord { self[.algorithm]! }
  var workedExample: WorkedExampleRecord { self[.workedExample]! }
  var tuning: TuningRecord { self[.tuning]! }
  var training: TrainingRecord { self[.training]! }
  var evaluation: EvaluationRecord { self[.evaluation]! }
  var shrinking: ShrinkingRecord { self[.shrinking]! }
  var modelFile: ModelFileRecord { self[.modelFile]! }
  var inference: InferenceRecord { self[.inference]! }
  var usage: UsageRecord { self[.usage]! }
}
