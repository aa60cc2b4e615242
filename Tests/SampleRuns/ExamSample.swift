import Names
import Record

/// An open exam made by hand: every second question is for choosing.
package enum ExamSample {
  private static func pair(
    _ language: Language, _ kind: ExamKind, _ question: String, _ answer: String,
    right isRight: Bool = false, _ confidence: Double
  ) -> [ExamRecord.Result] {
    [true, false].map { isForChoosing in
      ExamRecord.Result(
        question: isForChoosing ? question + "?" : question, language: language, kind: kind,
        answer: answer, isRight: isRight, confidence: isForChoosing ? 0.0625 : confidence,
        isForChoosing: isForChoosing)
    }
  }

  package static let record = ExamRecord(
    hold: .init(threshold: 0.5, tokenCount: 2),
    results: [
      pair(
        .english, .known, "Where does Mira work?", "Mira works at the bakery.", right: true, 0.99),
      pair(.english, .known, "Where does Ben work?", "Ben is at sea.", right: true, 0.4375),
      pair(.english, .stranger, "Where does Zara work?", "Faye works at the school.", 0.25),
      pair(.english, .stranger, "Who is Zara's friend?", "Milo is Ana's friend.", 0.625),
      pair(.english, .untold, "How old is Mira?", "Mira has a rabbit.", 0.75),
      pair(.english, .reverse, "Who works at sea?", "Ben is at sea.", right: true, 0.875),
      pair(.japanese, .known, "ミラさんの職場は？", "パン屋です。", right: true, 0.9375),
      pair(.japanese, .stranger, "ザラさんの職場は？", "学校です。", 0.375),
      pair(.japanese, .untold, "ミラさんは何歳？", "うさぎです。", 0.6875),
      pair(.japanese, .reverse, "海にいるのは？", "ミラさんです。", 0.8125),
    ].flatMap { $0 })
}
