import Names

// U3: which head, which token, which parts.
extension Exhibits {
  public typealias Head = (layer: Int, head: Int)

  /// The answer to which the removed parts belong: the one that is followed.
  public var knockouts: KnockoutRecord? { innerAnswer?.knockouts ?? answer?.knockouts }

  /// The head that is followed: the one without which the token that is followed loses most. Of several the
  /// first.
  public var followedHead: Head? {
    knockouts.flatMap { Self.followedHead($0, at: followedToken) }
  }

  /// The same, of the answer to which these removals belong.
  /// - Parameter place: of the token that is followed in that answer; nil where none is, then the head is taken
  ///   without which the probability of the whole answer is least.
  package static func followedHead(_ knockouts: KnockoutRecord, at place: Int?) -> Head? {
    guard let costliest = costliest(knockouts, at: place, where: { $0.head != nil }) else {
      return nil
    }
    return costliest.head.map { (costliest.layer, $0) }
  }

  /// The head without which the probability of the whole answer is least, of several the first.
  public var costliestHead: KnockoutRecord.Removal? {
    knockouts.flatMap { Self.costliest($0, where: { $0.head != nil }) }
  }

  /// The part that answers for one token of the answer: the whole attention or MLP of a block without
  /// which this token loses most, of several the first.
  public func part(carrying place: Int) -> KnockoutRecord.Removal? {
    knockouts.flatMap {
      Self.costliest($0, at: place, where: { $0.head == nil })
    }
  }

  /// The head without which one token of the answer loses most, of several the first.
  public func head(carrying place: Int) -> KnockoutRecord.Removal? {
    knockouts.flatMap { Self.costliest($0, at: place, where: { $0.head != nil }) }
  }

  /// The probability of the whole answer, which is the product over its tokens; or of the token at
  /// `place` alone.
  public static func probability(
    _ guesses: [KnockoutRecord.Guess], at place: Int? = nil
  ) -> Double {
    if let place { return guesses.indices.contains(place) ? guesses[place].probability : 1 }
    return guesses.reduce(1) { $0 * $1.probability }
  }

  private static func costliest(
    _ knockouts: KnockoutRecord, at place: Int? = nil,
    where isWanted: (KnockoutRecord.Removal) -> Bool
  ) -> KnockoutRecord.Removal? {
    var best: (removal: KnockoutRecord.Removal, left: Double)?
    for removal in knockouts.removals where isWanted(removal) {
      let left = probability(removal.guesses, at: place)
      if best.map({ left < $0.left }) ?? true { best = (removal, left) }
    }
    return best?.removal
  }

  /// The removals that a table shows, in the order of the model: of the heads and of the whole
  /// attentions and MLPs each the `count` that cost the answer most.
  public func shownRemovals(_ count: Int) -> [KnockoutRecord.Removal] {
    guard let knockouts else { return [] }
    let left = knockouts.removals.map { Self.probability($0.guesses) }
    let kept = [true, false].flatMap { wantsHead in
      knockouts.removals.indices.filter { (knockouts.removals[$0].head != nil) == wantsHead }
        .sorted { (left[$0], $0) < (left[$1], $1) }.prefix(count)
    }
    return kept.sorted().map { knockouts.removals[$0] }
  }

  /// The token that loses most by a removal: the one whose probability falls by the greatest factor, of
  /// several the first.
  public static func hardestHit(
    _ removal: KnockoutRecord.Removal, _ knockouts: KnockoutRecord
  ) -> Int? {
    let left = zip(knockouts.intact, removal.guesses).map { intact, removed in
      intact.probability > 0 ? removed.probability / intact.probability : 1
    }
    return left.indices.min { (left[$0], $0) < (left[$1], $1) }
  }

  /// Places of the answer that a picture shows: at most `count` in a row, the first ones, or those that
  /// end with the token that is followed where that stands further back.
  public func shownPlaces(_ count: Int) -> Range<Int> {
    let tokens = knockouts?.tokens.count ?? 0
    let start = max(0, min((followedToken ?? 0) + 1 - count, tokens - count))
    return start..<min(start + count, tokens)
  }

  /// The token of the answer that is followed through the model, as a place in `knockouts.tokens`: the
  /// one that carries the fact.
  ///
  /// A token whose text stands in the prompt may have been copied and is left out. Of the others it is
  /// the one that the fewest right answers to the same question about other people have, of several the
  /// first: what everybody's answer has is wording, what few have is the fact. Where no other right
  /// answers are known it is the first that has a letter.
  public var followedToken: Int? { (innerAnswer ?? answer).flatMap { followedToken(of: $0) } }

  /// The same, of this answer.
  package func followedToken(of answer: AnswerRecord) -> Int? {
    answer.knockouts.flatMap {
      Self.factPlace($0.tokens, prompt: answer.prompt, others: others(answer))
    }
  }

  /// The first token of the answer that has a letter and stands in the prompt: a copy, the name; nil
  /// where the answer repeats nothing.
  public var copiedToken: Int? {
    guard let answer = innerAnswer ?? answer, let tokens = answer.knockouts?.tokens else {
      return nil
    }
    return tokens.indices.first {
      let text = Self.word(tokens, at: $0)
      return text.count > 1 && answer.prompt.contains(text)
    }
  }

  /// - Parameter others: the right answers of each other person.
  public static func factPlace(
    _ tokens: [TokenPiece], prompt: String, others: [[String]]
  ) -> Int? {
    let candidates = tokens.indices.filter {
      let text = word(tokens, at: $0)
      return text.unicodeScalars.contains(where: \.properties.isAlphabetic)
        && !prompt.contains(text)
    }
    guard !others.isEmpty else { return candidates.first ?? tokens.indices.first }
    let shares = candidates.map { place in
      let text = isWhole(tokens[place]) ? tokens[place].text : word(tokens, at: place)
      return others.count { answers in answers.contains { $0.contains(text) } }
    }
    return zip(candidates, shares).min { ($0.1, $0.0) < ($1.1, $1.0) }?.0 ?? tokens.indices.first
  }

  /// What a token says, without the blank before it; of a piece of a character the whole character, put
  /// together from the pieces around it. Empty for a signal and where there is no character.
  private static func word(_ tokens: [TokenPiece], at place: Int) -> String {
    guard !isWhole(tokens[place]) else {
      return tokens[place].bytes.isEmpty ? "" : String(tokens[place].text.drop { $0 == " " })
    }
    let start = tokens[..<place].lastIndex(where: isWhole).map { $0 + 1 } ?? 0
    let end = tokens[place...].firstIndex(where: isWhole) ?? tokens.count
    return String(validating: tokens[start..<end].flatMap(\.bytes), as: UTF8.self) ?? ""
  }

  private static func isWhole(_ token: TokenPiece) -> Bool {
    String(validating: token.bytes, as: UTF8.self) != nil
  }

  /// The right answers to the same question about everybody else, person by person.
  private func others(_ answer: AnswerRecord) -> [[String]] {
    guard let truth = run[.truth],
      let asked = truth.questions.first(where: {
        $0.text == answer.prompt && $0.language == answer.language
      })
    else { return [] }
    return truth.questions.filter {
      $0.language == asked.language && $0.relation == asked.relation
        && $0.subject != asked.subject
    }.map(truth.accepted)
  }
}
