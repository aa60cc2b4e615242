// Embedded Swift, for which this room compiles too, knows no coding.
#if !hasFeature(Embedded)
  extension Language: Codable {}
  extension DocumentKind: Codable {}
  extension NoiseKind: Codable {}
  extension NoiseGuise: Codable {}
  extension FieldName: Codable {}
  extension RuleID: Codable {}
  extension CleaningStage: Codable {}
  extension PostprocessingRule: Codable {}
  extension SamplingFilter: Codable {}
  extension FinishReason: Codable {}
  extension Split: Codable {}
  extension QuestionPhrasing: Codable {}
  extension ExamKind: Codable {}
  extension ModelPart: Codable {}
  extension HeadBehaviour: Codable {}
  extension ShrinkingMethod: Codable {}
  extension Hyperparameter: Codable {}
  extension SweepKnob: Codable {}
  extension Preset: Codable {}
  extension PromptKind: Codable {}
  extension PromptStep: Codable {}
  extension KindSign: Codable {}
  extension Tongue: Codable {}
  extension Verdict: Codable {}
  extension FormOrigin: Codable {}
  extension KeptMeaning: Codable {}
  extension TwinGroup: Codable {}
  extension TwinText: Codable {}
  extension ImprovementStory: Codable {}
  extension ImprovementMeasure: Codable {}
  extension ImprovementWay: Codable {}
  extension VersionVerdict: Codable {}
  extension VisitorHabit: Codable {}
  extension CorrectionRefusal: Codable {}
  extension CorrectionOutcome: Codable {}
#endif
