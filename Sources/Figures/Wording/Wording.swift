import Charts
import Names
import Record

/// All words of all figures in one language.
///
/// A value of one type for each language: words that are missing in one of them do not compile.
public struct Wording: Sendable {
  /// Why a figure of a part that this run lacks can't be drawn.
  var notInThisRun: String
  var names: NameWording
  var collection: CollectionWording
  var cleaning: CleaningWording
  var tokens: TokenWording
  var model: ModelWording
  var learning: LearningWording
  var growth: GrowthWording
  var byHand: ByHandWording
  var tuning: TuningWording
  var evaluation: EvaluationWording
  var probability: ProbabilityWording
  var shrinking: ShrinkingWording
  var usage: UsageWording

  public static func of(_ language: Language) -> Wording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  public static let english = Wording(
    notInThisRun: "this model was made elsewhere; nothing of this was recorded",
    names: .english, collection: .english, cleaning: .english, tokens: .english,
    model: .english, learning: .english, growth: .english, byHand: .english, tuning: .english,
    evaluation: .english, probability: .english, shrinking: .english, usage: .english)

  public static let japanese = Wording(
    notInThisRun: "よそで作られたモデルなので、これについての記録はありません",
    names: .japanese, collection: .japanese, cleaning: .japanese,
    tokens: .japanese,
    model: .japanese, learning: .japanese, growth: .japanese, byHand: .japanese, tuning: .japanese,
    evaluation: .japanese, probability: .japanese, shrinking: .japanese, usage: .japanese)
}
