import Charts
import Names
import Record

/// Words about simulated visitors, what they say and what becomes of it.
struct VisitingWording: Sendable {
  /// A habit in a word or two, and in a sentence with the share of cases in which it shows.
  var habit: @Sendable (VisitorHabit) -> String
  var habitInFull: @Sendable (VisitorHabit, _ share: String) -> String
  var outcome: @Sendable (CorrectionOutcome) -> String
  /// What an answer was asked for, a fact that has changed told apart.
  var changed: String
  /// A verdict that has no majority.
  var undecided: String
  var noRound: String

  func habit(_ visitor: FeedbackRecord.Visitor) -> String {
    habitInFull(visitor.habit, visitor.share.map { Numbers.percent($0, 0) } ?? "")
  }
}

extension VisitingWording {
  static let english = VisitingWording(
    habit: { habit in
      switch habit {
      case .careful: "careful"
      case .careless: "hasty"
      case .generous: "generous"
      case .contrary: "contrary"
      case .confused: "confused"
      case .outdated: "long away"
      case .talkative: "talkative"
      }
    },
    habitInFull: { habit, share in
      switch habit {
      case .careful:
        "careful: knows the town and looks closely, but is mistaken in \(share) of cases"
      case .careless:
        "hasty: gives any number of stars in \(share) of cases, and never a correction"
      case .generous:
        "generous: finds nothing bad; of what is wrong says in \(share) of cases what would be right"
      case .contrary:
        "contrary: praises what is wrong and blames what is right, \(share) of the latter with an insult"
      case .confused: "confused: takes for true what is true of the next question"
      case .outdated: "long away: knows the town as it was before some facts changed"
      case .talkative:
        "talkative: knows the town, and signs \(share) of the corrections with a mail address"
      }
    },
    outcome: { outcome in
      switch outcome {
      case .agreed: "an example: more than half want it"
      case .answerStays: "no example: more than half find the answer good as it is"
      case .contradicting: "no example: nothing has more than half of the votes"
      }
    },
    changed: "changed since",
    undecided: "undecided",
    noRound: "in this run nobody rated answers, for nobody knows the truth about its text")

  static let japanese = VisitingWording(
    habit: { habit in
      switch habit {
      case .careful: "慎重"
      case .careless: "せっかち"
      case .generous: "優しい"
      case .contrary: "あまのじゃく"
      case .confused: "勘違い"
      case .outdated: "久しぶり"
      case .talkative: "おしゃべり"
      }
    },
    habitInFull: { habit, share in
      switch habit {
      case .careful: "慎重：町をよく知っていて、しっかり読む。ただし\(share)の割合で間違える"
      case .careless: "せっかち：\(share)の割合ででたらめな数の星を付け、訂正はしない"
      case .generous: "優しい：悪いとは言わない。間違いには\(share)の割合で正しい答えを教える"
      case .contrary: "あまのじゃく：間違いをほめ、正解をけなす。けなすときは\(share)の割合で悪口を書く"
      case .confused: "勘違い：次の質問の正解を、この質問の正解だと思いこむ"
      case .outdated: "久しぶり：いくつかの事実が変わる前の町しか知らない"
      case .talkative: "おしゃべり：町をよく知っていて、訂正のうち\(share)に自分のメールアドレスを書きそえる"
      }
    },
    outcome: { outcome in
      switch outcome {
      case .agreed: "例になる：半分より多くの票を得た"
      case .answerStays: "例にならない：半分より多くが、もとの答えでよいと言った"
      case .contradicting: "例にならない：半分をこえる票を得たものがない"
      }
    },
    changed: "あとで変わった事実",
    undecided: "決まらない",
    noRound: "この実行には評価がありません。文章の中身について、だれも正解を知らないからです")
}
