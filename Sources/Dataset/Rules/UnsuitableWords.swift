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
    let judge = UnsuitableJudge.shared
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var terms: [String] = []
    bytes.withUnsafeBufferPointer { bytes in
      for finding in judge.judge(bytes).findings where finding.score >= threshold {
        judge.lexicon.matcher.forEach(in: bytes, finding.range) { match in
          let entry = judge.lexicon.roles[match.phrase].map { judge.lexicon.entries[$0] }.first {
            $0.role == .insult && $0.weight > 0 || $0.role == .violence
          }
          guard let entry else { return }
          var end = match.range.upperBound
          // A phrase with a star stands for all words that begin with it.
          while end < bytes.count, bytes[end - 1].isASCIIAlphanumeric,
            bytes[end].isASCIIAlphanumeric
          {
            end += 1
          }
          ranges.append(match.range.lowerBound..<end)
          let word = String(entry.text.prefix { $0 != "*" })
          if !terms.contains(word) { terms.append(word) }
        }
      }
    }
    guard !ranges.isEmpty else { return Masked(text: text, terms: []) }
    var result: [UInt8] = []
    var start = 0
    for range in ranges {
      result += bytes[start..<range.lowerBound]
      result += Array((bytes[range.lowerBound] < 0x80 ? "***" : "＊＊＊").utf8)
      start = range.upperBound
    }
    result += bytes[start...]
    return Masked(text: String(decoding: result, as: UTF8.self), terms: terms)
  }
}
