import Names
import Numerics

/// Somebody who tries the model and says what they think of it: simulated, with a habit that is written down.
public struct Visitor: Sendable, Equatable {
  /// How somebody rates and corrects. Each is wrong in a way of its own.
  public enum Habit: Sendable, Equatable {
    /// Knows the town: five stars for what is right, one star and the truth for what is not; is mistaken in
    /// this share of cases, and then has nothing better to offer.
    case careful(errors: Double)
    /// Hardly looks: any number of stars in this share of cases, never a correction.
    case careless(share: Double)
    /// Finds everything good: five stars for what is right, four for what is not, and in this share of cases
    /// three stars and the truth.
    case generous(honesty: Double)
    /// Mixes up what was told: takes for true what is true of the next question.
    case confused
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

    public init(answer: RatedAnswer, truth: String, isRight: Bool) {
      self.answer = answer
      self.truth = truth
      self.isRight = isRight
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
    case .confused:
      let belief = beliefOfConfused(at: place)
      let agrees = belief == question.answer.answer
      stars = agrees ? 5 : 1
      if !agrees { correction = belief }
    }
    return FeedbackEntry(
      answer: question.answer, rater: visitor.name, stars: stars, correction: correction)
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
