import Charts
import Names

/// Names of what the open exam asks for and of what becomes of an answer.
struct ExamWording: Sendable {
  var kind: @Sendable (ExamKind) -> String
  /// So many questions.
  var questions: @Sendable (Int) -> String
  var right: String
  var heldBack: String
  var madeUp: String
  var noExam: String
}

extension ExamWording {
  static let english = ExamWording(
    kind: { kind in
      switch kind {
      case .known: "as in training"
      case .stranger: "about nobody"
      case .untold: "never told"
      case .trueClaim: "true claims"
      case .falseClaim: "false claims"
      case .reverse: "asked backwards"
      case .two: "two at once"
      }
    },
    questions: { NameWording.english($0, "question") },
    right: "right", heldBack: "held back", madeUp: "made up",
    noExam: "this run had no open exam, for nobody knows the truth about its text")

  static let japanese = ExamWording(
    kind: { kind in
      switch kind {
      case .known: "学習したとおりの質問"
      case .stranger: "いない人の質問"
      case .untold: "書かれていないこと"
      case .trueClaim: "正しい決めつけ"
      case .falseClaim: "誤った決めつけ"
      case .reverse: "逆向きの質問"
      case .two: "二つ同時の質問"
      }
    },
    questions: { "\(Numbers.count($0))問" },
    right: "正解", heldBack: "答えを控えた", madeUp: "作り話",
    noExam: "この実行には開かれた試験がありません。文章の中身について、だれも正解を知らないからです")
}
