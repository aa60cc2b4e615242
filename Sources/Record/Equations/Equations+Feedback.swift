import Names

/// U7: what the visitors were shown, and what they said.
extension Equation {
  static let ofFeedback: [Equation] = ofVisitors + ofAgreement + ofCorrections

  private static let ofVisitors: [Equation] = [
    Equation(
      "every-visitor-is-heard-on-every-answer", "U7",
      en:
        "Of each answer there is one rating of every visitor: from one to five stars, or a refusal and nothing else.",
      ja: "どの答えにも、訪問者全員の評価が一つずつある。星1～5か、そうでなければ受け取らなかった理由だけが残る。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      for answer in feedback.answers {
        comparison.equal(
          answer.ratings.count, feedback.visitors.count, "“\(answer.question)”: ratings")
        for rating in answer.ratings {
          let isKept = rating.stars.map((1...5).contains) ?? false
          let isRefused = rating.refusal != nil && rating.stars == nil && rating.correction == nil
          comparison.holds(
            isKept && rating.refusal == nil || isRefused, "“\(answer.question)”: kept or refused")
        }
      }
    },
    Equation(
      "rated-answers-are-the-models-own", "U7",
      en:
        "An answer that visitors rate is that of the open exam, and right or wrong as there; what was right by "
        + "the truth before a fact changed is wrong now.",
      ja: "訪問者が評価する答えは開かれた試験の答えと同じで、正誤も同じ。事実が変わったあとでは、前に正解だったものは間違いになる。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      for answer in feedback.answers {
        if answer.change != nil {
          if run.accepts(answer.answer, to: answer) {
            comparison.holds(!answer.isRight, "“\(answer.answer)” is wrong now")
          }
        } else if let exam = run[.exam] {
          let asked = exam.results.first {
            $0.question == answer.question && $0.language == answer.language
              && $0.kind == answer.kind
          }
          comparison.equal(asked?.answer, answer.answer, "“\(answer.question)”: answer")
          comparison.equal(asked?.isRight, answer.isRight, "“\(answer.question)”: right")
        }
      }
    },
    Equation(
      "what-visitors-know-is-true", "U7",
      en:
        "What the visitors know is right by the truth, and says that one does not know where there is nothing "
        + "to know; of a changed fact it says what is so now.",
      ja: "訪問者が知っていることは正解の表にある。知りようのないことでは「わかりません」になり、変わった事実では今のことを言う。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      for answer in feedback.answers {
        if let change = answer.change {
          comparison.holds(
            answer.truth.lowercased().contains(change.now.lowercased())
              && !run.accepts(answer.truth, to: answer), "“\(answer.truth)” says “\(change.now)”")
        } else if answer.kind == .stranger || answer.kind == .untold {
          comparison.equal(
            answer.truth, HeldReply.text[answer.language], "“\(answer.question)”: nothing to know")
        } else if let truth = run[.truth],
          let asked = run[.exam]?.results.first(where: { $0.question == answer.question })
        {
          let isRight =
            asked.accepted.contains {
              truth.answers.indices.contains($0) && truth.answers[$0] == answer.truth
            }
            || !asked.mentions.isEmpty && asked.mentions.allSatisfy { answer.truth.contains($0) }
          comparison.holds(isRight, "“\(answer.truth)” is right")
        }
      }
    },
    Equation(
      "visitors-follow-their-habits", "U7",
      en:
        "Each visitor rates by their habit: the contrary praise what is wrong alone, the generous find nothing "
        + "bad, the careless correct nothing.",
      ja: "訪問者はそれぞれの癖のとおりに評価する。あまのじゃくは間違いだけをほめ、優しい人は悪いと言わず、せっかちな人は訂正しない。"
    ) { run, comparison in
      guard let feedback = run[.feedback] else { return }
      for answer in feedback.answers {
        for (visitor, rating) in zip(feedback.visitors, answer.ratings) {
          comparison.holds(
            visitor.habit.allows(rating, of: answer), "\(visitor.name.en) on “\(answer.question)”")
        }
      }
    },
    Equation(
      "corrections-are-kept-masked", "U7",
      en:
        "No correction that is kept holds a mail address, and what was masked was typed otherwise.",
      ja: "保存された訂正にメールアドレスは残らない。伏せたものは、打ち込まれた文とは違っている。"
    ) { run, comparison in
      for answer in run[.feedback]?.answers ?? [] {
        for rating in answer.ratings {
          guard let correction = rating.correction else {
            comparison.holds(rating.typed == nil, "“\(answer.question)”: nothing typed is left")
            continue
          }
          comparison.holds(!correction.contains("@"), "“\(correction)” holds no address")
          if let typed = rating.typed {
            comparison.holds(typed != correction, "“\(typed)” is kept otherwise")
          }
        }
      }
    },
  ]
}

extension Run {
  /// Whether the truth about the documents accepts a text as an answer to a question of the round.
  fileprivate func accepts(_ text: String, to answer: FeedbackRecord.RatedRecord) -> Bool {
    guard let truth = self[.truth] else { return false }
    let asked = truth.questions.first {
      $0.text == answer.question && $0.language == answer.language
    }
    return asked.map { truth.accepted($0).contains(text) } ?? false
  }
}

extension VisitorHabit {
  /// Whether somebody of this habit may have said that; chance decides the rest.
  fileprivate func allows(
    _ rating: FeedbackRecord.Rating, of answer: FeedbackRecord.RatedRecord
  ) -> Bool {
    let corrects = rating.correction != nil
    guard let stars = rating.stars else { return self == .contrary && answer.isRight }
    switch self {
    case .careful:
      return (stars == 1 || stars == 5) && corrects == (stars == 1 && !answer.isRight)
        && (!corrects || rating.correction == answer.truth)
    case .careless: return !corrects
    case .generous:
      return answer.isRight ? stars == 5 && !corrects : stars == (corrects ? 3 : 4)
    case .contrary: return stars == (answer.isRight ? 1 : 5) && !corrects
    case .confused: return stars == (corrects ? 1 : 5)
    case .outdated:
      return answer.change == nil
        ? stars == (answer.isRight ? 5 : 1) && corrects != answer.isRight
        : stars == (corrects ? 1 : 5)
    case .talkative:
      return stars == (answer.isRight ? 5 : 1) && corrects != answer.isRight
        && rating.correction?.hasPrefix(answer.truth) != false
    }
  }
}
