import Names

/// The content filter's words, for whoever masks them in a text instead of leaving it out.
public enum UnsuitableWords {
  /// A text without the words that made its sentences unsuitable.
  public struct Masked: Sendable, Equatable {
    public var text: String
    /// The words that were masked, as the filter's list has them, each once, in the order of the text.
    public var terms: [String]
  }

  /// Puts stars in the place of insults and violent acts, in sentences that reach the threshold.
  ///
  /// The sentence is judged as the filter judges it, so a word with a harmless use stays where nothing
  /// speaks against it, and of a longer word no part is taken.
  /// - Parameter threshold: as in cleaning, see ``CleaningOptions/unsuitableThreshold``.
  public static func masked(
    _ text: String, threshold: Double = CleaningOptions().unsuitableThreshold
  ) -> Masked {
    let bytes = Array(text.utf8)
    var edits = EditList()
    var terms: [String] = []
    bytes.withUnsafeBufferPointer { bytes in
      terms = mask(bytes, threshold: threshold, into: &edits)
    }
    guard !edits.isEmpty else { return Masked(text: text, terms: []) }
    let result = bytes.withUnsafeBufferPointer { edits.applied(to: $0) }
    return Masked(text: String(decoding: result, as: UTF8.self), terms: terms)
  }

  /// - Returns: the words that were masked, as the filter's list has them, each once.
  @discardableResult
  static func mask(
    _ bytes: Bytes, threshold: Double, into edits: inout EditList
  ) -> [String] {
    let judge = UnsuitableJudge.shared
    var terms: [String] = []
    for finding in judge.judge(bytes).findings where finding.score >= threshold {
      judge.lexicon.matcher.forEach(in: bytes, finding.range) { match in
        let entry = judge.lexicon.roles[match.phrase].map { judge.lexicon.entries[$0] }.first {
          $0.role == .insult && $0.weight > 0 || $0.role == .violence
        }
        guard let entry else { return }
        let mask: StaticString = bytes[match.range.lowerBound] < 0x80 ? "***" : "＊＊＊"
        edits.replace(match.range.lowerBound, match.range.upperBound, with: mask, rule: .unsuitable)
        let word = String(entry.text.prefix { $0 != "*" })
        if !terms.contains(word) { terms.append(word) }
      }
    }
    return terms
  }
}
