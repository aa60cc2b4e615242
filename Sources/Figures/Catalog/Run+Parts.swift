import Record

/// Parts that a caller knows to be there.
extension Run {
  package var collection: CollectionRecord { self[.collection]! }
  package var cleaning: CleaningRecord { self[.cleaning]! }
  package var filter: FilterRecord { self[.filter]! }
  package var normalization: NormalizationRecord { self[.normalization]! }
  package var tokenization: TokenizationRecord { self[.tokenization]! }
  package var dataset: DatasetRecord { self[.dataset]! }
  package var architecture: ArchitectureRecord { self[.architecture]! }
  package var initialization: InitializationRecord { self[.initialization]! }
  package var hyperparameters: HyperparameterRecord { self[.hyperparameters]! }
  package var algorithm: AlgorithmRecord { self[.algorithm]! }
  package var workedExample: WorkedExampleRecord { self[.workedExample]! }
  package var tuning: TuningRecord { self[.tuning]! }
  package var training: TrainingRecord { self[.training]! }
  package var evaluation: EvaluationRecord { self[.evaluation]! }
  package var shrinking: ShrinkingRecord { self[.shrinking]! }
  package var modelFile: ModelFileRecord { self[.modelFile]! }
  package var inference: InferenceRecord { self[.inference]! }
  package var usage: UsageRecord { self[.usage]! }
}
