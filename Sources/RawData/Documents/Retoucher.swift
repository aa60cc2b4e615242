import Names
import Numerics

/// Makes a copy that says the same in slightly different words, as those do who copy in secret.
struct Retoucher {
  let grammar: Grammar

  /// Similarities of a copy about which a rule can err: below and above the usual threshold of 0.7.
  static let similarities = 0.56..<0.84

  /// A copy with some words of [retouched] replaced; nil where too few or too many of them stand in
  /// the text. Words are replaced one sort after another, from a random one on, until the copy is
  /// alike enough and no longer the same.
  func retouch(_ draft: Draft, _ random: inout RandomGenerator) -> Draft? {
    let swaps = (grammar.rules["retouched"]?.phrasings ?? []).compactMap(\.swap)
    guard !swaps.isEmpty else { return nil }
    let language = draft.parts[0].language
    let original = Shingles(draft.cleanFields[0].text, language)
    let aim =
      Self.similarities.lowerBound
      + random.uniformDouble() * (Self.similarities.upperBound - Self.similarities.lowerBound)
    let first = random.below(swaps.count)
    var copy = draft
    var similarity = 1.0
    for turn in swaps.indices where similarity > aim {
      let swap = swaps[(first + turn) % swaps.count]
      var next = copy
      replace(swap, in: &next.parts[0].telling, language)
      let likeness = original.similarity(to: Shingles(next.cleanFields[0].text, language))
      if likeness < Self.similarities.lowerBound { break }
      copy = next
      similarity = likeness
    }
    return Self.similarities.contains(similarity) ? copy : nil
  }

  private func replace(
    _ swap: (from: String, to: String), in telling: inout Telling, _ language: Language
  ) {
    let gap = language.writing.separatesWords ? " " : ""
    for post in telling.posts.indices {
      for paragraph in telling.posts[post].indices {
        for (index, piece) in telling.posts[post][paragraph].pieces.enumerated() {
          guard case .text(let text) = piece else { continue }
          telling.posts[post][paragraph].pieces[index] = .text(
            replaced(text, gap + swap.from + gap, gap + swap.to + gap))
        }
      }
    }
  }

  private func replaced(_ text: String, _ from: String, _ to: String) -> String {
    var rest = text[...]
    var result = ""
    while let place = rest.firstRange(of: from) {
      result += rest[..<place.lowerBound] + to
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
