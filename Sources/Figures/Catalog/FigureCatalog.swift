import Charts
import Names
import Record

/// All figures by name, each drawn from what a run recorded.
public enum FigureCatalog {
  /// In the order of the two flows.
  static let definitions: [any FigureDefinition] = [
    DocumentShelf(),
    RawDocument(),
    CleaningDiff(),
    CleaningRules(),
    CleaningConfusion(),
    NoiseMatrix(),
    CleaningMistakes(),
    NearDuplicates(),
    DuplicateThreshold(),
    DuplicateSides(),
    FilterDropped(),
    FilterConfusion(),
    FilterThreshold(),
    FilterSides(),
    NormalizationDiff(),
    MergeFilm(),
    MergeTable(),
    CorpusShrinking(),
    TokenText(),
    EncodingSteps(),
    SplitCharacter(),
    DatasetSplit(),
    Batch(),
    ModelMap(),
    ParametersByPart(),
    InitialWeights(),
    WeightHistograms.initial,
    UntrainedText(),
    Hyperparameters(),
    LearningRate(),
    LossExample(),
    GradientCheck(),
    AdamStep(),
    AfterTheStep(),
    ByHandWeights(),
    ByHandSheet.embedding,
    ByHandSheet.attention,
    ByHandSheet.mlp,
    ByHandSheet.loss,
    ByHandSheet.backLoss,
    ByHandSheet.backMlp,
    ByHandSheet.backAttention,
    ByHandSheet.backEmbedding,
    ByHandSheet.step,
    NumberOnPaper(),
    LossCurve(),
    GradientNorm(),
    ValidationCurve(),
    WeightNorms(),
    UpdateRatio(),
    WeightsOverTime(),
    AttentionOverTime(),
    EmbeddingOverTime(),
    TextOverTime(),
    PredictionOverTime(),
    Sweep(),
    SweepCurves(),
    SweepTable(),
    Overfitting(),
    EvaluationTable(),
    QuestionScores(),
    RightAndWrong(),
    OneRuler(),
    TrueAndLearned(),
    Calibration(),
    TwinSentences(),
    Twin(),
    TwinInstead(),
    TwinCourse(),
    TwinOthers(),
    PrunedWeights(),
    QuantizedWeights(),
    ShrinkingTradeoff(),
    ShrinkingTable(),
    SamePrompts(),
    Pipeline(),
    ModelFile(),
    SameNumbers(),
    LearnedWeights(),
    WeightHistograms.learned,
    RequestRecasts(),
    LanguageScores(),
    PromptSteps(),
    StageWalk(),
    PromptTokens(),
    EmbeddingRows(),
    LayerNormalization.first,
    QueryKeyValue(),
    AttentionScores(),
    AttentionPattern(),
    ValueMix(),
    AttentionOutput(),
    Heads(),
    HeadLabels(),
    HeadByHead(),
    TwoAdditions(),
    MLPNeurons(),
    ResidualStream(),
    LayerGuesses(),
    KnockoutMap(),
    CausalMap(),
    LayerNormalization.last,
    Logits(),
    TokenByToken(),
    InsideMap(),
    NumberOrigin(),
    Choices(),
    ChoiceFilm(),
    GenerationStep(),
    SettingsCompared(),
    OtherWay(),
    Postprocessing(),
    ExamOutcomes(),
    ExamConfidence(),
    ExamCalibration(),
    ExamThreshold(),
    ExamThresholds(),
    ExamAnswers(),
    DeliveredAnswer(),
    CorrectionExamples(),
    WhatMoved(),
    SizeOfChange(),
    OneWeight(),
    MarginLines.followed,
    MarginLines.fallen,
    BeforeAndAfter(),
    AnswerTokens(),
    PartingParts(),
    PartingAttention(),
    ImprovementScores(),
    ImprovementGate(),
    ThreeWays(),
    Versions(),
    VersionStates(),
    FeedbackVisitors(),
    FeedbackRoundMap(),
    RatedAnswers(),
    AgreementMap(),
    Corrections(),
    CorrectionWay(),
  ]

  /// Names of all figures, in the order of the two flows.
  public static var names: [String] { definitions.map(\.name) }

  /// Row of the flows whose step a figure shows, `L1` to `U8`.
  public static func row(of name: String) -> String? {
    definitions.first { $0.name == name }?.row
  }

  /// Draws a figure from a run, its words in the reader's language.
  /// - Throws: `FigureError.unknown` with similar names, or `FigureError.notRecorded` with the reason
  ///   when the run holds nothing to draw it from.
  public static func figure(
    _ name: String, run: Run, language: Language
  ) throws(FigureError) -> Figure {
    guard let definition = definitions.first(where: { $0.name == name }) else {
      throw .unknown(name: name, near: near(name))
    }
    return try definition.figure(run: run, language: language)
  }

  /// At most three names that need the fewest edits to become `name`, if few enough.
  static func near(_ name: String) -> [String] {
    let distances = names.map { (name: $0, distance: EditDistance.between($0, name)) }
    return distances.filter { $0.distance <= max(2, name.utf8.count / 3) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }
}
