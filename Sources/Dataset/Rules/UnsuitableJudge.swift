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
  /// `max(insults + address, hint) + threat`: the address counts only beside an insult, the hint is
  /// the weight of a violent act, and a threat (1 point) is an intent, then a violent act, then (in
  /// Japanese: before or after) a target at most two words on.
  private func score(_ bytes: Bytes, _ range: Range<Int>) -> Finding? {
    var insults = 0.0
    var addresses = 0.0
    var hasIntent = false
    var isThreat = false
    var hint = 0.0
    var act: Range<Int>?
    var hasJapaneseTarget = false
    var isJapaneseAct = false
    var terms: [String] = []
    lexicon.matcher.forEach(in: bytes, range) { match in
      for index in lexicon.roles[match.phrase] {
        let entry = lexicon.entries[index]
        let isJapanese = bytes[match.range.lowerBound] >= 0x80
        switch entry.role {
        case .insult:
          if entry.weight > 0 { terms.append(entry.text) }
          insults += entry.weight
        case .address: addresses = max(addresses, entry.weight)
        case .intent: hasIntent = true
        case .violence:
          terms.append(entry.text)
          hint = max(hint, entry.weight)
          let isStrong = entry.weight >= 0.5
          if isJapanese {
            isJapaneseAct = isJapaneseAct || isStrong
          } else if hasIntent, isStrong {
            act = match.range
          }
        case .target:
          if isJapanese {
            hasJapaneseTarget = true
          } else if let done = act, isNear(bytes, done.upperBound, match.range.lowerBound) {
            isThreat = true
            terms.append(entry.text)
          }
        }
      }
    }
    // The Japanese verb stands last, so order and distance say nothing there.
    if isJapaneseAct, hasJapaneseTarget, hasIntent { isThreat = true }
    var score = max(insults > 0 ? insults + addresses : 0, hint)
    if isThreat { score += 1 }
    guard score > 0 else { return nil }
    return Finding(range: range, score: (score * 100).rounded() / 100, terms: terms)
  }

  /// At most two words in between, as in `kick that noisy duck`, and none of them a new phrase.
  private func isNear(_ bytes: Bytes, _ end: Int, _ start: Int) -> Bool {
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

/// Sentences as the content filter cuts them.
enum Sentences {
  /// Calls `body` with each sentence: up to `.` `!` `?` before a space, or up to `。` `！` `？` with
  /// a closing bracket; a line end closes one too.
  static func forEach(in bytes: Bytes, _ body: (Range<Int>) -> Void) {
    var start = 0
    var place = 0
    func finish(_ end: Int) {
      if end > start { body(start..<end) }
      start = end
    }
    while place < bytes.count {
      switch bytes[place] {
      case 0x0A:
        finish(place)
        start = place + 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if place + 1 < bytes.count, bytes[place + 1] == 0x20 {
          finish(place + 1)
          place += 1
          start = place + 1
        }
      case 0xE3, 0xEF:
        if bytes.has("。", at: place) || bytes.has("！", at: place) || bytes.has("？", at: place) {
          place += 3
          while isEnding(bytes, place) { place += 3 }
          finish(place)
          if place < bytes.count, bytes[place] == 0x20 {
            place += 1
            start = place
          }
          continue
        }
      default: break
      }
      place += 1
    }
    finish(bytes.count)
  }

  private static func isEnding(_ bytes: Bytes, _ place: Int) -> Bool {
    bytes.has("」", at: place) || bytes.has("』", at: place) || bytes.has("！", at: place)
      || bytes.has("？", at: place)
  }
}
