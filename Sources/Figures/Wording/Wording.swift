import Names

/// Words that several figures share, in one language; a figure's own words stand beside it.
///
/// A value of one type for each language: words that are missing in one of them do not compile.
struct Wording: Sendable {
  var names: NameWording
  var reasons: ReasonWording
  var texts: TextWording
  var tokens: TokenWording
  var model: ModelWording
  var weights: WeightWording
  var learning: LearningWording
  var tuning: TuningWording
  var shrinking: ShrinkingWording
  var usage: UsageWording
  var exam: ExamWording
  var heads: HeadWording
  var twin: TwinWording
  var visiting: VisitingWording
  var improvement: ImprovementWording

  /// The words for readers of one language.
  static func of(_ language: Language) -> Wording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  static let english = Wording(
    names: .english, reasons: .english, texts: .english, tokens: .english, model: .english,
    weights: .english, learning: .english, tuning: .english, shrinking: .english, usage: .english,
    exam: .english, heads: .english, twin: .english, visiting: .english, improvement: .english)

  static let japanese = Wording(
    names: .japanese, reasons: .japanese, texts: .japanese, tokens: .japanese, model: .japanese,
    weights: .japanese, learning: .japanese, tuning: .japanese, shrinking: .japanese,
    usage: .japanese, exam: .japanese, heads: .japanese, twin: .japanese, visiting: .japanese,
    improvement: .japanese)
}
