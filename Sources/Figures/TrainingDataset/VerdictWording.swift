import Names
import Record

/// What is said of a rule's decision about a case that is hard to judge.
struct VerdictWording: Sendable {
  var verdict: @Sendable (JudgedCase.Verdict) -> String
  /// Of a near duplicate.
  var duplicate: @Sendable (JudgedCase.Verdict) -> String
  /// Of a sentence before the content filter.
  var truth: @Sendable (Bool) -> String
  var noCases: String

  static let english = VerdictWording(
    verdict: { verdict in
      switch verdict {
      case .rightlyActed: "rightly taken out"
      case .wronglyActed: "wrongly taken out"
      case .missed: "missed"
      case .rightlyLeft: "rightly left"
      }
    },
    duplicate: { verdict in
      switch verdict {
      case .rightlyActed: "a copy in other words, rightly dropped"
      case .wronglyActed: "a correction, wrongly dropped"
      case .missed: "a copy in other words, missed"
      case .rightlyLeft: "a correction, rightly left"
      }
    },
    truth: { $0 ? "unkind" : "harmless" },
    noCases: "nothing in these documents was marked as hard to judge")

  static let japanese = VerdictWording(
    verdict: { verdict in
      switch verdict {
      case .rightlyActed: "正しく除いた"
      case .wronglyActed: "誤って除いた"
      case .missed: "見逃した"
      case .rightlyLeft: "正しく残した"
      }
    },
    duplicate: { verdict in
      switch verdict {
      case .rightlyActed: "言葉を変えた写し。正しく捨てた"
      case .wronglyActed: "訂正記事。誤って捨てた"
      case .missed: "言葉を変えた写し。見逃した"
      case .rightlyLeft: "訂正記事。正しく残した"
      }
    },
    truth: { $0 ? "意地悪" : "無害" },
    noCases: "この文書には、見分けにくいという印のついたものがありません")

  static func of(_ language: Language) -> VerdictWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
