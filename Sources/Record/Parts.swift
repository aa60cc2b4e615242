extension Run {
  /// All parts that a run can have, in the order of the flows.
  ///
  /// A new stage adds its key below and one line here; files, lists and checks follow.
  public static let parts: [AnyPart] = [
    AnyPart(.collection), AnyPart(.cleaning), AnyPart(.filter), AnyPart(.normalization),
    AnyPart(.tokenization), AnyPart(.dataset), AnyPart(.truth, if: \.knowsTruth),
    AnyPart(.architecture), AnyPart(.initialization), AnyPart(.hyperparameters),
    AnyPart(.algorithm), AnyPart(.workedExample), AnyPart(.tuning), AnyPart(.training),
    AnyPart(.evaluation), AnyPart(.twin, if: \.knowsTruth), AnyPart(.exam, if: \.knowsTruth),
    AnyPart(.causalMap, if: \.knowsTruth), AnyPart(.headLabels),
    AnyPart(.shrinking), AnyPart(.modelFile), AnyPart(.inference), AnyPart(.usage),
    AnyPart(.asking), AnyPart(.feedback, if: \.knowsTruth),
    AnyPart(.improvement, if: \.knowsTruth),
    // Recordings made before it was looked at have none.
    AnyPart(.partings, if: { _ in false }),
  ]
}

extension Part where Content == CollectionRecord {
  /// L1.
  public static var collection: Part { Part("collection") }
}

extension Part where Content == CleaningRecord {
  /// L2a.
  public static var cleaning: Part { Part("cleaning") }
}

extension Part where Content == FilterRecord {
  /// L2b.
  public static var filter: Part { Part("filter") }
}

extension Part where Content == NormalizationRecord {
  /// L2c.
  public static var normalization: Part { Part("normalization") }
}

extension Part where Content == TokenizationRecord {
  /// L2d.
  public static var tokenization: Part { Part("tokenization") }
}

extension Part where Content == DatasetRecord {
  /// L3.
  public static var dataset: Part { Part("dataset") }
}

extension Part where Content == TruthRecord {
  /// What is true about the documents, where that is known.
  public static var truth: Part { Part("truth") }
}

extension Part where Content == ArchitectureRecord {
  /// L4a.
  public static var architecture: Part { Part("architecture") }
}

extension Part where Content == InitializationRecord {
  /// L4b.
  public static var initialization: Part { Part("initialization") }
}

extension Part where Content == HyperparameterRecord {
  /// L4c.
  public static var hyperparameters: Part { Part("hyperparameters") }
}

extension Part where Content == AlgorithmRecord {
  /// L4d.
  public static var algorithm: Part { Part("algorithm") }
}

extension Part where Content == WorkedExampleRecord {
  /// L4d: one example that is worked by hand.
  public static var workedExample: Part { Part("worked-example") }
}

extension Part where Content == TuningRecord {
  /// L5b.
  public static var tuning: Part { Part("tuning") }
}

extension Part where Content == TrainingRecord {
  /// L5a.
  public static var training: Part { Part("training") }
}

extension Part where Content == EvaluationRecord {
  /// L5c.
  public static var evaluation: Part { Part("evaluation") }
}

extension Part where Content == TwinRecord {
  /// L5c: a model that never read some documents, beside one that did.
  public static var twin: Part { Part("twin") }
}

extension Part where Content == ExamRecord {
  /// L5c and U5: questions that are there to be failed.
  public static var exam: Part { Part("exam") }
}

extension Part where Content == CausalMapRecord {
  /// U3: which parts of the model its right answers need.
  public static var causalMap: Part { Part("causal-map") }
}

extension Part where Content == HeadLabelRecord {
  /// U3: what each attention head does.
  public static var headLabels: Part { Part("head-labels") }
}

extension Part where Content == ShrinkingRecord {
  /// L5d.
  public static var shrinking: Part { Part("shrinking") }
}

extension Part where Content == ModelFileRecord {
  /// L6a.
  public static var modelFile: Part { Part("model-file") }
}

extension Part where Content == InferenceRecord {
  /// L6b.
  public static var inference: Part { Part("inference") }
}

extension Part where Content == AskingRecord {
  /// U1 and U2: how people ask.
  public static var asking: Part { Part("asking") }
}

extension Part where Content == FeedbackRecord {
  /// U7.
  public static var feedback: Part { Part("feedback") }
}

extension Part where Content == UsageRecord {
  /// U1 to U6.
  public static var usage: Part { Part("usage") }
}

extension Part where Content == ImprovementRecord {
  /// U8: versions that learned from corrections.
  public static var improvement: Part { Part("improvement") }
}

extension Part where Content == PartingRecord {
  /// U8: prompts seen through two versions at once.
  public static var partings: Part { Part("partings") }
}
