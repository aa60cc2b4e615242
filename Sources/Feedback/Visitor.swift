import Names
import Numerics

/// Somebody who tries the model and says what they think of it: simulated, with a habit that is written down.
public struct Visitor: Sendable, Equatable {
  /// How somebody rates and corrects, see ``VisitorHabit``. The shares are of the cases in which it can happen.
  public enum Habit: Sendable, Equatable {
    /// Five stars for what is right, one star and the truth for what is not; is mistaken in this share of
    /// cases, and then has nothing better to offer.
    case careful(errors: Double)
    /// Any number of stars in this share of cases, never a correction.
    case careless(share: Double)
    /// Five stars for what is right, four for what is not, and in this share of cases three stars and the truth.
    case generous(honesty: Double)
    /// One star for what is right, five for what is not; this share of the former with an insult for a correction.
    case contrary(insults: Double)
    /// Takes for true what is true of the next question.
    case confused
    /// Takes for true what was true before, where that is something else.
    case outdated
    /// Knows the truth; signs this share of the corrections with a mail address.
    case talkative(signing: Double)
  }

  public var name: String
  public var habit: Habit

  public init(_ name: String, _ habit: Habit) {
    self.name = name
    self.habit = habit
  }
}

/// A round of feedback by visitors: the same for the same answers, visitors and seed.
public struct FeedbackRound: Sendable {
  /// An answer with what the truth says.
  public struct Question: Sendable, Equatable {
    public var answer: RatedAnswer
    public var truth: String
    public var isRight: Bool
    /// What was true before, where the fact has changed since.
    public var former: Former?

    public struct Former: Sendable, Equatable {
      public var truth: String
      /// Whether the answer was right then.
      public var isRight: Bool

      public init(truth: String, isRight: Bool) {
        self.truth = truth
        self.isRight = isRight
      }
    }

    public init(answer: RatedAnswer, truth: String, isRight: Bool, former: Former? = nil) {
      self.answer = answer
      self.truth = truth
      self.isRight = isRight
      self.former = former
    }
  }

  public var questions: [Question]
  public var visitors: [Visitor]
  public var seed: UInt64

  public init(_ questions: [Question], _ visitors: [Visitor], seed: UInt64) {
    self.questions = questions
    self.visitors = visitors
    self.seed = seed
  }

  /// What they say, answer by answer, at each in the order of the visitors.
  ///
  /// Each visitor has a stream of random numbers of their own, so that one more changes nothing for the others.
  public var entries: [FeedbackEntry] {
    var generators = visitors.indices.map { RandomGenerator(seed: seed, stream: UInt64($0)) }
    var result: [FeedbackEntry] = []
    for place in questions.indices {
      for (number, visitor) in visitors.enumerated() {
        result.append(said(by: visitor, at: place, &generators[number]))
      }
    }
    return result
  }

  private func said(
    by visitor: Visitor, at place: Int, _ generator: inout RandomGenerator
  ) -> FeedbackEntry {
    let question = questions[place]
    let luck = generator.uniformDouble()
    let stars: Int
    var correction: String?
    switch visitor.habit {
    case .careful(let errors):
      let isMistaken = luck < errors
      stars = question.isRight != isMistaken ? 5 : 1
      if !question.isRight, !isMistaken { correction = question.truth }
    case .careless(let share):
      stars = luck < share ? 1 + generator.below(5) : question.isRight ? 5 : 1
    case .generous(let honesty):
      let isHonest = luck < honesty
      stars = question.isRight ? 5 : isHonest ? 3 : 4
      if !question.isRight, isHonest { correction = question.truth }
    case .contrary(let insults):
      stars = question.isRight ? 1 : 5
      if question.isRight, luck < insults {
        correction = Self.insult[question.answer.languageOfAnswer]
      }
    case .outdated:
      let former = question.former
      let agrees = former?.isRight ?? question.isRight
      stars = agrees ? 5 : 1
      if !agrees { correction = former?.truth ?? question.truth }
    case .talkative(let signing):
      stars = question.isRight ? 5 : 1
      if !question.isRight {
        correction = luck < signing ? signed(question, by: visitor.name) : question.truth
      }
    case .confused:
      let belief = beliefOfConfused(at: place)
      let agrees = belief == question.answer.answer
      stars = agrees ? 5 : 1
      if !agrees { correction = belief }
    }
    return FeedbackEntry(
      answer: question.answer, rater: visitor.name, stars: stars, correction: correction)
  }

  private static let insult = LocalizedText(en: "Shut up, you idiot.", ja: "だまれ、ばか者。")

  private func signed(_ question: Question, by name: String) -> String {
    let address = "\(name.lowercased())@post.example"
    return question.truth
      + LocalizedText(en: " Write to me: \(address)", ja: "連絡先は \(address) です。")[
        question.answer.languageOfAnswer]
  }

  /// The truth about the next question of the same language that has another one; the own truth if there is none.
  private func beliefOfConfused(at place: Int) -> String {
    let own = questions[place]
    let others = questions[(place + 1)...] + questions[..<place]
    return others.first { $0.answer.language == own.answer.language && $0.truth != own.truth }?
      .truth
      ?? own.truth
  }
}
