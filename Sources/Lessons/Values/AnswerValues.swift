import Charts
import Figures
import Foundation
import Names
import Record

/// U1 to U6: the answer that is followed.
extension RecordedValue {
  static let answer: [RecordedValue] = [
    .init("answer.prompt", "the prompt as it arrived", text: \.answer?.prompt),
    .init(
      "answer.text", "the answer as the reader gets it", written: \.answer?.text),
    .init(
      "answer.written", "the same before it was held back", written: { $0.answer.map(written) }),
    .init("answer.tokens", "tokens that the model was given", count: \.answer?.tokens.count),
    .init("answer.bytes", "bytes of the prompt", count: \.answer?.prompt.utf8.count),
    .init(
      "answer.englishScore", "the language detector's score for English", places: 3,
      \.answer?.languageScores[.english]),
    .init(
      "answer.japaneseScore", "its score for Japanese", places: 3,
      \.answer?.languageScores[.japanese]),
    .init(
      "answer.neitherScore", "its score for neither of the two", places: 3,
      \.answer?.neitherScore),
  ]

  /// U3: what the model found likely where the followed token is predicted.
  static let candidates: [RecordedValue] = [
    .init(
      "first.token", "the most likely token where the followed one is predicted",
      token: \.first?.token),
    .init("first.logit", "its logit", places: 3, \.first?.logit),
    .init("first.probability", "its probability", number: \.first?.probability),
    .init("second.token", "the second most likely token there", token: \.second?.token),
    .init("second.logit", "its logit", places: 3, \.second?.logit),
    .init("second.probability", "its probability", number: \.second?.probability),
    .init(
      "candidates.difference", "the difference of the two logits, written out",
      text: { shown in
        guard let first = shown.first, let second = shown.second else { return nil }
        return Calculations.difference(first.logit, second.logit)
      }),
    .init(
      "candidates.logitGap", "difference of the two logits as they are shown", places: 3,
      { shownDifference($0.first?.logit, $0.second?.logit) }),
    .init(
      "candidates.ratio", "the first probability over the second: e to the shown difference",
      digits: 3,
      number: { shownDifference($0.first?.logit, $0.second?.logit).map { exp($0) } }),
    .init(
      "guess.start", "the likeliest token there, read off before the first block",
      token: \.answer?.layerGuesses.first?.candidates.first?.token),
    .init(
      "guess.end", "the same after the last block",
      token: \.answer?.layerGuesses.last?.candidates.first?.token),
  ]

  /// U3: how the second token of the prompt looks at the first two, in the head that is followed.
  static let attention: [RecordedValue] = [
    .init("attention.token.first", "the first token of the prompt", token: \.answer?.tokens.first),
    .init(
      "attention.token.second", "the second token of the prompt",
      token: { $0.answer?.tokens.dropFirst().first }),
    .init(
      "attention.layer", "layer of the head that the figures show, from 0",
      text: { $0.followedHead.map { "\($0.layer)" } }),
    .init("attention.head", "that head, from 0", text: { $0.followedHead.map { "\($0.head)" } }),
    .init(
      "attention.score.first", "in that head: score of token 2 looking at token 1", places: 3,
      { $0.entry("attn_scores", key: 0) }),
    .init(
      "attention.score.second", "the same looking at itself", places: 3,
      { $0.entry("attn_scores", key: 1) }),
    .init(
      "attention.weight.first", "its attention to token 1 after softmax", places: 3,
      { $0.entry("pattern", key: 0) }),
    .init(
      "attention.weight.second", "its attention to itself", places: 3,
      { $0.entry("pattern", key: 1) }),
    .init(
      "attention.gap", "difference of the two scores as they are shown, second minus first",
      places: 3,
      { shownDifference($0.entry("attn_scores", key: 1), $0.entry("attn_scores", key: 0)) }),
  ]

  /// What the model wrote, as all rules but the one that holds it back left it.
  private static func written(_ answer: AnswerRecord) -> String {
    answer.postprocessing.first { $0.rule == .heldBack }?.before ?? answer.text
  }

  /// U4: the answer whose choices are shown, and the hardest of them.
  static let choice: [RecordedValue] = [
    .init(
      "drawn.prompt", "the prompt whose answer's choices are shown", text: \.drawnAnswer?.prompt),
    .init(
      "drawn.text", "what became of it", written: \.drawnAnswer?.text),
    .init(
      "drawn.written", "the same before it was held back", written: { $0.drawnAnswer.map(written) }),
    .init(
      "drawn.settings", "temperature, top-k and top-p of that answer",
      text: { shown in shown.drawnAnswer.map { AnswerForms.settings($0, shown.language) } }),
    .init(
      "drawn.temperature", "its temperature, where lots were drawn",
      text: { shown in
        shown.drawnAnswer.flatMap {
          $0.temperature > 0 ? Numbers.brief($0.temperature) : nil
        }
      }),
    .init(
      "drawn.finish", "why that answer ends",
      text: { shown in
        shown.drawnAnswer.flatMap { answer in
          answer.finish.map { AnswerForms.why($0, answer, shown.language) }
        }
      }),
    .init("drawn.tokens", "tokens that were written", count: { $0.drawnAnswer?.choices.count }),
    .init(
      "choice.chosen", "the token that was chosen at the hardest choice",
      token: \.hardChoice?.chosen),
    .init("choice.draw", "the draw", places: 3, \.hardChoice?.draw),
    .init(
      "choice.start", "where the stretch of the chosen token begins", places: 3, \.hardChoice?.start
    ),
    .init(
      "choice.end", "where it ends", places: 3,
      { shown in
        guard let choice = shown.hardChoice, let start = choice.start,
          let chosen = choice.candidates.first(where: { $0.token.id == choice.chosen.id })
        else { return nil }
        return start + chosen.adjusted
      }),
    .init("choice.first.token", "the likeliest there", token: { $0.candidate(0)?.token }),
    .init("choice.first.logit", "its logit", places: 3, { $0.candidate(0)?.logit }),
    .init(
      "choice.scaled", "that logit over the temperature", places: 3, { $0.candidate(0)?.scaled }),
    .init("choice.kept", "tokens from which it was drawn", count: { $0.hardChoice?.keptCount }),
    .init("choice.second.token", "the second likeliest", token: { $0.candidate(1)?.token }),
    .init("choice.second.logit", "its logit", places: 3, { $0.candidate(1)?.logit }),
    .init(
      "choice.difference", "the difference of the two logits, written out",
      text: { shown in
        guard let first = shown.candidate(0), let second = shown.candidate(1) else { return nil }
        return Calculations.difference(first.logit, second.logit)
      }),
    .init(
      "choice.logitGap", "difference of the two logits as they are shown", places: 3,
      { shownDifference($0.candidate(0)?.logit, $0.candidate(1)?.logit) }),
    .init(
      "choice.ratio", "the first probability over the second: e to the shown difference", digits: 3,
      number: { shownDifference($0.candidate(0)?.logit, $0.candidate(1)?.logit).map { exp($0) } }),
  ]

  /// U4: one prompt with several settings, and by another way at one step.
  static let comparison: [RecordedValue] = [
    .init(
      "compare.prompt", "the prompt that is answered with several settings",
      text: \.comparison?.prompt),
    .init("compare.settings", "how many settings", count: { $0.comparison?.answers.count }),
    .init(
      "compare.different", "how many different texts came of them",
      count: { shown in shown.comparison.map { Set($0.answers.map(\.text)).count } }),
    .init(
      "fork.step", "the hardest step of the greedy one of these answers, from 1",
      count: { $0.comparison?.fork?.step }),
    .init(
      "fork.taken", "the token that stood there", token: { $0.comparison?.fork?.taken.token }),
    .init(
      "fork.takenProbability", "its probability",
      share: { $0.comparison?.fork?.taken.probability }),
    .init("fork.other", "the runner-up", token: { $0.otherToken?.token }),
    .init("fork.otherProbability", "its probability", share: { $0.otherToken?.probability }),
  ]

  /// U5: how sure the model was of the answer that is followed.
  static let hold: [RecordedValue] = [
    .init(
      "hold.confidence", "least probability of the first tokens of the answer that is followed",
      share: { $0.answer?.hold?.confidence }),
    .init(
      "hold.threshold", "below it an answer is held back", share: { $0.answer?.hold?.threshold }),
  ]

  /// What a reader comes to who subtracts the two shown numbers.
  private static func shownDifference(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other else { return nil }
    return Calculations.shownDifference(one, other)
  }
}

extension Exhibits {
  /// The likeliest tokens where the followed one is predicted.
  fileprivate var first: CandidateRecord? { followedCandidates?.first }
  fileprivate var second: CandidateRecord? { followedCandidates?.dropFirst().first }

  /// The hardest choice of the answer whose choices are shown.
  fileprivate var hardChoice: ChoiceRecord? {
    drawnAnswer.flatMap { answer in
      Self.hardestChoice(of: answer).map { answer.choices[$0] }
    }
  }

  /// What stands in the other way at the step where it parts.
  fileprivate var otherToken: ComparisonRecord.ComparedToken? {
    comparison?.fork.flatMap { $0.answer.tokens.dropFirst($0.step - 1).first }
  }

  fileprivate func candidate(_ place: Int) -> CandidateRecord? {
    hardChoice?.candidates.dropFirst(place).first
  }

  /// What one matrix of the head that is followed holds at query 1, the second token.
  fileprivate func entry(_ hook: String, key: Int) -> Double? {
    guard let (layer, head) = followedHead,
      let tensor = activation("blocks.\(layer).attn.hook_\(hook)"),
      tensor.shape.count == 3, tensor.shape[0] > head, tensor.shape[1] > 1, tensor.shape[2] > 1
    else { return nil }
    return Double(tensor.matrix(head)[1][key])
  }
}
