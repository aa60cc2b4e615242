/// Where a listed phrase counts as a word of its own, and where it is only a part of another one.
///
/// In a Western language the matcher sees to the ends of words; what is left here is compounds, names
/// and orders. In Japanese, which has no spaces, the characters beside a phrase and their kinds of
/// script tell: だまれ in ただまれに, 死ね in 死ねない and まぬけ in 読まぬけれど are no words.
enum WordForm: Sendable, Equatable {
  /// Counts wherever it stands.
  case plain
  /// What somebody is called.
  case insult
  /// The same, of a word that has harmless compounds: `fool's gold`, `jerk-free`.
  case weakInsult
  /// What somebody is told to do.
  case command
  /// The stem of a verb; in Japanese one of these characters follows, or any hiragana for none.
  case act(followers: String)
  /// A being or thing; in Japanese no part of a longer compound, as 犬 in 犬小屋.
  case target

  /// Whether the phrase in `range` stands as a word of this form within `sentence`.
  func fits(_ bytes: Bytes, _ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    if self == .plain { return true }
    if bytes[range.lowerBound] < 0x80 {
      return WesternWord(bytes: bytes, range: range, sentence: sentence).fits(self)
    }
    return JapaneseWord(bytes: bytes, range: range, sentence: sentence).fits(self)
  }
}

/// A phrase in a sentence of a language with spaces.
private struct WesternWord {
  let bytes: Bytes
  let range: Range<Int>
  let sentence: Range<Int>

  func fits(_ form: WordForm) -> Bool {
    switch form {
    case .plain, .act, .target: true
    case .insult: !isName
    // The jerk is a quantity, the scum a thing in a pot.
    case .weakInsult: !isName && !isCompound && wordBefore != "the"
    case .command: isOrder
    }
  }

  /// Written as names are, with a capital letter within the sentence: `Fyodor wrote The Idiot`.
  ///
  /// Behind `a`, `an` and `you` it is what somebody is called all the same.
  private var isName: Bool {
    guard bytes[range.lowerBound].isASCIIUppercase,
      range.dropFirst().allSatisfy({ !bytes[$0].isASCIIUppercase }), let word = wordBefore
    else { return false }
    return !["a", "an", "you", "such", "stupid", "useless"].contains(word)
  }

  /// Joined to another word by a hyphen, or with `'s` behind it.
  private var isCompound: Bool {
    let after = range.upperBound
    if after + 1 < sentence.upperBound {
      let next = bytes[after + 1]
      if bytes[after] == UInt8(ascii: "-"), next.isASCIIAlphanumeric { return true }
      if bytes[after] == UInt8(ascii: "'"), next | 0x20 == UInt8(ascii: "s") { return true }
    }
    let before = range.lowerBound - 1
    return before > sentence.lowerBound && bytes[before] == UInt8(ascii: "-")
      && bytes[before - 1].isASCIIAlphanumeric
  }

  /// An order begins its clause, or follows a word with which orders are given: the shop that is
  /// shut up for the winter is none.
  private var isOrder: Bool {
    guard let word = wordBefore else { return true }
    return ["just", "please", "oh", "so", "now", "then", "and", "to", "should", "you", "better"]
      .contains(word)
  }

  /// The word before in lower case, nothing but one space between the two; nil when there is none.
  private var wordBefore: String? {
    var end = range.lowerBound
    guard end > sentence.lowerBound, bytes[end - 1] == 0x20 else { return nil }
    end -= 1
    var start = end
    while start > sentence.lowerBound, bytes[start - 1].isASCIILetter { start -= 1 }
    guard start < end else { return nil }
    return String(decoding: bytes[start..<end].map { $0.lowercasedASCII }, as: UTF8.self)
  }
}

/// A phrase in a sentence of Japanese.
private struct JapaneseWord {
  let bytes: Bytes
  let range: Range<Int>
  let sentence: Range<Int>

  private enum Kind { case none, hiragana, katakana, kanji }

  func fits(_ form: WordForm) -> Bool {
    let first = Self.kind(bytes.scalar(at: range.lowerBound).value)
    let last = Self.kind(bytes.scalar(before: range.upperBound).value)
    let (before, after) = (scalarBefore, scalarAfter)
    let (kindBefore, kindAfter) = (Self.kind(before), Self.kind(after))
    // A word in katakana goes on as long as katakana do.
    if first == .katakana, kindBefore == .katakana { return false }
    if last == .katakana, kindAfter == .katakana { return false }
    switch form {
    case .plain: return true
    case .target: return !(last == .kanji && kindAfter == .kanji)
    case .insult, .weakInsult:
      return startsWord(first, before, kindBefore)
        && !(kindAfter == .hiragana && Self.endings.contains(after))
    case .command:
      return startsWord(first, before, kindBefore)
        && (kindAfter != .hiragana || Self.afterOrders.contains(after))
    case .act(let followers):
      guard startsWord(first, before, kindBefore) else { return false }
      if followers.isEmpty { return last != .kanji || kindAfter == .hiragana }
      return followers.unicodeScalars.contains { $0.value == after }
    }
  }

  /// Hiragana behind a kanji are mostly the ending of its word, and kanji beside each other mostly
  /// one word.
  private func startsWord(_ first: Kind, _ before: UInt32, _ kindBefore: Kind) -> Bool {
    switch (kindBefore, first) {
    case (.kanji, .hiragana), (.kanji, .kanji): Self.wholeWords.contains(before)
    case (.hiragana, .hiragana): Self.particles.contains(before)
    default: true
    }
  }

  private static func set(_ characters: String) -> Set<UInt32> {
    Set(characters.unicodeScalars.map { $0.value })
  }

  /// Kanji after which a word begins: 前 of お前, 大 of 大まぬけ and the like.
  private static let wholeWords = set("前大今奴者人様方当")
  /// What may stand before a word: particles, and the ends of common words.
  private static let particles = set("はがをもとにのよねやへでうらりいしんなすくてぞ")
  /// With these the characters go on as another word: まぬけ in 読まぬけれど, あほう in まあほうっておく.
  private static let endings = set("ればてずぬたどり")
  /// What may follow an order: だまれよ, だまれと言う, だまれってば, だまれや.
  private static let afterOrders = set("よとっや")

  private var scalarBefore: UInt32 {
    range.lowerBound > sentence.lowerBound ? bytes.scalar(before: range.lowerBound).value : 0
  }

  private var scalarAfter: UInt32 {
    range.upperBound < sentence.upperBound ? bytes.scalar(at: range.upperBound).value : 0
  }

  private static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x3041...0x3096: .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9F: .katakana
    case 0x3005, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: .kanji
    default: .none
    }
  }
}
