import Numerics

/// Tells by words and by the order of letters how likely a text in Latin letters is English.
///
/// For each language the probability of a word is `0.6·p(rank) + 0.4·∏ p(letter | the two before it)`.
/// A list begins with its commonest words, so `p(rank) = 1 / ((rank + 10)·ln(N/10 + 1))` as Zipf found; the
/// second is estimated from the words of the list. One more class stands for letters without order. A
/// sum of logarithms over the words, a prior and a softmax make the score.
/// - SeeAlso: Cavnar and Trenkle 1994, "N-Gram-Based Text Categorization"; Dunning 1994,
///   "Statistical Identification of Language".
struct LatinLanguages: Sendable {
  static let shared = LatinLanguages()

  private static let symbols = 27
  /// How much what follows one letter counts against what follows two, and what follows any.
  private static let weightOfPairs = 3.0
  private static let weightOfLetters = 5.0
  /// A text in Latin letters is English unless something speaks against it.
  private static let lead = 5.5
  /// How many words of a text its list holds: of English, whose list is longer, more than of the others.
  private static let (shareListed, shareOfEnglishListed) = (0.6, 0.85)
  /// A word with a capital letter that no list holds is a name, which says little; so is a known name.
  private static let weightOfNames = 0.3

  private let count = LatinWords.lists.count
  /// For each language its words, and how probable each is by its rank.
  private var words: [[UInt64: Double]] = []
  private var givenNames: Set<UInt64> = []
  /// `[language, letter, letter, letter]`, 0 for the edge of a word.
  private var triples: [UInt16]
  /// `[language, letter, letter]`: how often anything comes after the pair.
  private var pairs: [UInt16]
  /// `[language, letter, letter]`: how often the second comes after the first.
  private var follows: [UInt16]
  /// `[language, letter]`: how often anything comes after the letter.
  private var singles: [UInt16]

  private init() {
    let n = Self.symbols
    triples = Array(repeating: 0, count: count * n * n * n)
    pairs = Array(repeating: 0, count: count * n * n)
    follows = Array(repeating: 0, count: count * n * n)
    singles = Array(repeating: 0, count: count * n)
    var names = LatinReader(LatinWords.givenNames)
    while let name = names.next() { givenNames.insert(name.key) }
    for (language, list) in LatinWords.lists.enumerated() {
      var reader = LatinReader(list)
      var ranks: [UInt64: Int] = [:]
      while let word = reader.next() {
        if ranks[word.key] == nil { ranks[word.key] = ranks.count }
        word.eachTriple { a, b, c in
          triples[((language * n + a) * n + b) * n + c] += 1
          pairs[(language * n + a) * n + b] += 1
          follows[(language * n + b) * n + c] += 1
          singles[language * n + b] += 1
        }
      }
      let whole = Portable.log(Double(ranks.count) / 10 + 1)
      words.append(ranks.mapValues { 1 / (Double($0 + 10) * whole) })
    }
  }

  /// Whether a word is among the common ones of English.
  func isCommonEnglish(_ word: some StringProtocol) -> Bool {
    var reader = LatinReader(String(word))
    return reader.next().flatMap { words[0][$0.key] } != nil
  }

  /// The probability that the text is English, given its words in Latin letters; nil when it has none.
  func english(_ text: String) -> Double? {
    var logs = [Double](repeating: 0, count: count + 1)
    logs[0] = Self.lead
    var reader = LatinReader(text)
    var spellings = [Double](repeating: 0, count: count)
    var isEmpty = true
    while let word = reader.next() {
      isEmpty = false
      var known = words.map { $0[word.key] ?? 0 }
      known[0] = english(word)
      for language in 0..<count {
        var spelled = 0.0
        word.eachTriple { a, b, c in spelled += logProbability(language, a, b, c) }
        spellings[language] = spelled
      }
      let isName =
        word.isCapitalized && known[0] == 0
        && (givenNames.contains(word.key) || known.allSatisfy { $0 == 0 })
      let weight = isName ? Self.weightOfNames : 1
      let best = spellings.max()!
      for language in 0..<count {
        // A name says whether it is a word, not of which language.
        let spelled = isName ? best : spellings[language]
        let listed = isName || language > 0 ? Self.shareListed : Self.shareOfEnglishListed
        let p = listed * (isName ? 0 : known[language]) + (1 - listed) * Portable.exp(spelled)
        logs[language] += weight * Portable.log(p) + marks(word, language)
      }
      // ln(1/26) a letter, and as much for where it ends.
      logs[count] += weight * -3.258 * Double(word.letters.count + 1)
    }
    guard !isEmpty else { return nil }
    let greatest = logs.max()!
    let sum = logs.reduce(0) { $0 + Portable.exp($1 - greatest) }
    return Portable.exp(logs[0] - greatest) / sum
  }

  /// How probable a word is in English, by its rank; 0 for an unknown one.
  func english(of word: String) -> Double {
    var reader = LatinReader(word)
    return reader.next().map(english) ?? 0
  }

  /// Of a word that is made from one in the list, `plants`, `moved`, `slowly`, half of that one's.
  private func english(_ word: LatinReader.Word) -> Double {
    if let p = words[0][word.key] { return p }
    for ending in Self.endings where word.letters.count > ending.count + 2 {
      guard word.letters.suffix(ending.count).elementsEqual(ending) else { continue }
      let stem = word.letters.dropLast(ending.count)
      // `mov(e)d` and `tak(e)ing` have lost a letter.
      for letters in [Array(stem), stem + [5]] {
        if let p = words[0][LatinReader.Word.key(of: letters)] { return p / 2 }
      }
    }
    return 0
  }

  /// s, es, ed, ing, ly, er as letters from 1 to 26.
  private static let endings: [[UInt8]] = [
    [19], [5, 19], [5, 4], [9, 14, 7], [12, 25], [5, 18],
  ]

  /// What letters with marks say: English has none but in borrowed words.
  private func marks(_ word: LatinReader.Word, _ language: Int) -> Double {
    language == 0 ? -2.5 * Double(word.markCount) : 0
  }

  /// `ln p(c | a, b)`, mixed with `p(c | b)` and with 1/27.
  private func logProbability(_ language: Int, _ a: Int, _ b: Int, _ c: Int) -> Double {
    let n = Self.symbols
    let after = Double(follows[(language * n + b) * n + c])
    let single = Double(singles[language * n + b])
    let letter =
      (after + Self.weightOfLetters / Double(n)) / (single + Self.weightOfLetters)
    let triple = Double(triples[((language * n + a) * n + b) * n + c])
    let pair = Double(pairs[(language * n + a) * n + b])
    return Portable.log((triple + Self.weightOfPairs * letter) / (pair + Self.weightOfPairs))
  }
}

/// Reads words of Latin letters, marks taken off.
struct LatinReader {
  struct Word {
    /// 1 to 26.
    var letters: [UInt8] = []
    /// Letters with marks, such as é or ß.
    var markCount = 0
    var isCapitalized = false
    /// FNV-1a of the letters.
    var key: UInt64 = Self.seed

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func key(of letters: [UInt8]) -> UInt64 { letters.reduce(seed, next) }

    static func next(_ key: UInt64, _ letter: UInt8) -> UInt64 {
      (key ^ UInt64(letter)) &* 0x100_0000_01B3
    }

    /// Each letter with the two before it, from the edge of the word to the edge.
    func eachTriple(_ body: (Int, Int, Int) -> Void) {
      var (a, b) = (0, 0)
      for letter in letters {
        body(a, b, Int(letter))
        (a, b) = (b, Int(letter))
      }
      body(a, b, 0)
    }
  }

  private var scalars: String.UnicodeScalarView.Iterator

  init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

  mutating func next() -> Word? {
    var word = Word()
    while let scalar = scalars.next() {
      if let (letter, isMarked, isCapital) = Self.letter(scalar) {
        if word.letters.isEmpty { word.isCapitalized = isCapital }
        word.letters.append(letter)
        word.key = Word.next(word.key, letter)
        if isMarked { word.markCount += 1 }
      } else if (0x300...0x36F).contains(scalar.value), !word.letters.isEmpty {
        word.markCount += 1
      } else if !word.letters.isEmpty, scalar != "'", scalar != "’" {
        return word
      }
    }
    return word.letters.isEmpty ? nil : word
  }

  /// The letter without its mark; nil when it is none of the Latin script.
  private static func letter(
    _ scalar: Unicode.Scalar
  ) -> (letter: UInt8, isMarked: Bool, isCapital: Bool)? {
    let value = scalar.value
    switch value {
    case 0x61...0x7A: return (UInt8(value - 0x60), false, false)
    case 0x41...0x5A: return (UInt8(value - 0x40), false, true)
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7, 0x1E00...0x1EFF:
      let base = base(scalar)
      return (base, true, scalar.properties.isUppercase)
    default: return nil
    }
  }

  private static func base(_ scalar: Unicode.Scalar) -> UInt8 {
    for (letter, marked) in marked where marked.contains(scalar) { return letter }
    // Vietnamese and other letters with two marks: an e among vowels is as good as any.
    return 5
  }

  private static let marked: [(UInt8, String.UnicodeScalarView)] = [
    (1, "àáâãäåæāăąÀÁÂÃÄÅÆĀĂĄ"), (3, "çćčĉċÇĆČĈĊ"), (4, "ďđðĎĐÐ"), (5, "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"),
    (7, "ğĝġģĞĜĠĢ"), (9, "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), (12, "łľĺļŁĽĹĻ"), (14, "ñńňņÑŃŇŅ"),
    (15, "òóôõöøōŏőœÒÓÔÕÖØŌŎŐŒơƠ"), (18, "řŕŗŘŔŖ"), (19, "śšşșŝßŚŠŞȘŜ"), (20, "ťţțŤŢȚ"),
    (21, "ùúûüũūŭůűųưÙÚÛÜŨŪŬŮŰŲƯ"), (25, "ýÿŷÝŸŶ"), (26, "źżžŹŻŽ"),
  ].map { (UInt8($0.0), $0.1.unicodeScalars) }
}
