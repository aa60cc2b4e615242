import Names
import Numerics

/// Tells a document twice, the second time with one thing different: a corrected report.
///
/// Both are drawn from the grammar, the second along the path of the first but for one choice, so the
/// probability of each is that of any document.
struct Corrector {
  let teller: Teller
  let kind: DocumentKind

  static let kinds: Set<DocumentKind> = [.webPage, .news, .encyclopedia, .dialogue]
  /// How alike the two may be: around the usual threshold of 0.7.
  static let similarities = 0.56..<0.92

  init(world: World, heldOut: HeldOut, kind: DocumentKind, language: Language) {
    // Facts are drawn, not dealt: what a deck dealt cannot be drawn again.
    teller = Teller(world: world, language: language, heldOut: heldOut)
    self.kind = kind
  }

  /// Two documents that differ in one choice; nil when some tries find none.
  func pair(_ random: inout RandomGenerator) -> (first: Draft, second: Draft)? {
    for _ in 0..<12 {
      var choices = Choices(random: random, isRecorded: true)
      let first = draft(&choices)
      random = choices.generator!
      guard first.parts[0].telling.paragraphs.allSatisfy({ $0.pieces.count == 1 }) else { continue }
      let taken = choices.taken
      let shingles = Shingles(first.cleanFields[0].text, teller.language)
      for _ in 0..<12 {
        let place = random.below(taken.count)
        guard taken[place].count > 1 else { continue }
        var path = taken.map(\.choice)
        path[place] = (path[place] + 1 + random.below(taken[place].count - 1)) % taken[place].count
        var again = Choices(path: path)
        let second = draft(&again)
        // The same structure, or more than one thing has changed.
        guard again.taken.map(\.count) == taken.map(\.count),
          again.taken.map(\.choice) == path,
          Self.similarities.contains(
            shingles.similarity(to: Shingles(second.cleanFields[0].text, teller.language)))
        else { continue }
        return (first, second)
      }
    }
    return nil
  }

  private func draft(_ choices: inout Choices) -> Draft {
    var telling = Telling()
    teller.tell(kind.rawValue, Teller.Scope(), &choices, into: &telling)
    let part = Draft.Part(name: .text, language: teller.language, telling: telling)
    return Draft(
      kind: kind, language: teller.language, parts: [part], surprisal: choices.surprisal)
  }
}
