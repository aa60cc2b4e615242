/// Scores sentences for insults and threats.
struct UnsuitableJudge: Sendable {
  static let shared = UnsuitableJudge(lexicon: .standard)

  let lexicon: UnsuitableLexicon

  struct Finding {
    /// The sentence, without the space after it.
    var range: Range<Int>
    var score: Double
    var terms: [String]
  }

  /// All sentences of a text, and those with a score above zero.
  func judge(_ bytes: Bytes) -> (sentences: Int, findings: [Finding]) {
    var count = 0
    var findings: [Finding] = []
    Sentences.forEach(in: bytes) { range in
      count += 1
      if let finding = score(bytes, range) { findings.append(finding) }
    }
    return (count, findings)
  }

  /// The score of one sentence.
  ///
  /// `max(insults + address, hint) + threat`: the address counts only with an insult, the hint is
  /// the weight of a violent act, and a threat (1 point) is somebody's intent, then a violent act,
  /// then a target at most two words on. In Japanese the target may stand before or after, and the
  /// intent is the ending of the act.
  private func score(_ bytes: Bytes, _ range: Range<Int>) -> Finding? {
    var found = Found()
    lexicon.matcher.forEach(in: bytes, range) { match in
      for index in lexicon.roles[match.phrase] {
        found.add(lexicon.entries[index], at: match.range, bytes, sentence: range)
      }
    }
    let address = found.address(in: bytes)
    var score = max(found.insults > 0 ? found.insults + address : 0, found.hint)
    if found.isThreat { score += 1 }
    guard score > 0 else { return nil }
    return Finding(range: range, score: (score * 100).rounded() / 100, terms: found.terms)
  }
}

/// What a sentence holds.
private struct Found {
  private(set) var insults = 0.0
  private(set) var hint = 0.0
  private(set) var terms: [String] = []
  private var insulting: [Range<Int>] = []
  private var addresses: [(range: Range<Int>, weight: Double)] = []
  private var hasIntent = false
  private var act: Range<Int>?
  private var japaneseAct: Range<Int>?
  private var hasJapaneseTarget = false
  private var hasJapaneseThreat = false
  private var isWesternThreat = false

  /// The Japanese verb stands last, so order and distance of the target say nothing there.
  var isThreat: Bool { isWesternThreat || hasJapaneseThreat && hasJapaneseTarget }

  /// The weight of the strongest address that goes with one of the insults.
  func address(in bytes: Bytes) -> Double {
    var weight = 0.0
    for address in addresses where address.weight > weight {
      let goes = insulting.contains { Address.goes(address.range, with: $0, in: bytes) }
      if goes { weight = address.weight }
    }
    return weight
  }

  mutating func add(
    _ entry: UnsuitableLexicon.Entry, at range: Range<Int>, _ bytes: Bytes, sentence: Range<Int>
  ) {
    let isJapanese = bytes[range.lowerBound] >= 0x80
    switch entry.role {
    case .insult:
      if entry.weight > 0 { terms.append(entry.text) }
      insults += entry.weight
      if entry.weight > 0 { insulting.append(range) }
    case .address: addresses.append((range, entry.weight))
    case .intent:
      if isJapanese {
        // At most four characters of the verb stand between its stem and its ending.
        if let japaneseAct, range.lowerBound - japaneseAct.upperBound <= 12 {
          hasJapaneseThreat = true
        }
      } else if Doer.stands(before: range, in: bytes, sentence) {
        hasIntent = true
      }
    case .violence:
      terms.append(entry.text)
      hint = max(hint, entry.weight)
      guard entry.weight >= 0.5 else { return }
      if isJapanese { japaneseAct = range } else if hasIntent { act = range }
    case .target:
      if isJapanese {
        hasJapaneseTarget = true
      } else if let done = act, Self.isNear(bytes, done.upperBound, range.lowerBound) {
        isWesternThreat = true
        terms.append(entry.text)
      }
    }
  }

  /// At most two words in between, as in `kick that noisy duck`, and none of them a new phrase.
  private static func isNear(_ bytes: Bytes, _ end: Int, _ start: Int) -> Bool {
    guard start >= end else { return false }
    var words = 0
    var place = end
    while place < start {
      if bytes[place] != 0x20, !bytes[place].isASCIILetter { return false }
      if bytes[place] == 0x20 { words += 1 }
      place += 1
    }
    if words > 3 { return false }
    for word in [" to ", " with ", " for ", " at ", " and ", " from ", " a ball "] as [StaticString]
    {
      var place = end
      while place < start {
        if bytes.has(word, at: place) { return false }
        place += 1
      }
    }
    return true
  }
}
