import Names
import RawData

/// Tells English, Japanese and other languages apart by script, by their commonest words and by how
/// their letters follow each other (`LetterModels`).
///
/// A language is named only on evidence: enough letters of prose (no addresses, names of code or
/// masks) that another language writes clearly better than English, or characters that only Chinese
/// uses. Code and logs are neither language: six digits and signs beside ten letters, or a quarter and
/// hardly a common word of English.
public struct LanguageDetector: Sendable {
  public enum Verdict: Equatable, Sendable {
    case known(Language)
    /// Another language, by its ISO 639-1 code, or `"?"` for a script that neither language uses.
    case other(String)
    /// Another language more likely than not, but on too little text to act on it.
    case likely(String)
    /// Code, logs, tables: no prose in any language. Such text is kept.
    case neither
    /// Too little text to tell.
    case unknown
  }

  /// Shares of the letters by script, and points for each Western language.
  public struct Scores: Equatable, Sendable {
    public var japaneseShare: Double
    public var latinShare: Double
    /// Points per language code, best first, equal ones by code.
    public var points: [(code: String, value: Double)]

    public static func == (left: Scores, right: Scores) -> Bool {
      left.japaneseShare == right.japaneseShare && left.latinShare == right.latinShare
        && left.points.elementsEqual(right.points, by: ==)
    }
  }

  public static let shared = LanguageDetector()

  static let codes = ["en", "de", "fr", "es", "it", "pt", "nl"]

  /// The commonest words of each language; a word that two share counts for both.
  private static let words: [String] = [
    """
    the of and to in a is that it was he for on are as with his they at be this have from or had by \
    but not what all were we when your can said there an each which she do how their if will up \
    other about out many then them these so some her would make like him into time has look two \
    more go see no way could my than been who its now did get come made may i you me where why \
    lives works does works eats likes wants went near says
    """,
    """
    der die das und ist in den von zu mit sich des auf für nicht ein eine einen einem einer eines \
    als auch es an werden aus er hat dass sie nach wird bei noch nur wie über so wenn aber man \
    oder sind war haben ich du wir ihr mich dich kein keine im am um dem zum zur vom bis wo wer \
    was warum heute morgen jeden alle sehr guten gibt liegt geht gehen kommt isst wohnt doch schon
    """,
    """
    le la les de des du un une et est dans en que qui à au aux pour pas sur avec ce cette ces se \
    son sa ses il elle ils elles nous vous je tu ne plus par mais ou où donc leur leurs tout tous \
    toute très bien fait être avoir comme sans sous entre chez depuis ont sont était a y bonjour \
    deux mange habite cherche matin ville
    """,
    """
    el la los las de del un una unos y es en que quien por para con no se su sus lo al más pero \
    como este esta estos ese eso cuando donde dónde qué cómo muy sin sobre también hay fue son está \
    están ya o si mi tu yo ella nos le les desde hasta todo todos nadie hoy buenas noches buenos \
    días calle pueblo come trabaja vive
    """,
    """
    il lo la i gli le di del della dei delle un una uno e è in che chi per con non si suo sua al \
    alla ai da dal dalla nel nella sul sulla come ma più anche questo questa sono era ho ha hanno \
    dove quando perché molto tutto tutti oggi ogni casa buongiorno
    """,
    """
    o a os as de do da dos das um uma e é em no na nos nas que quem por para com não se seu sua ao \
    à mais mas como este esta isso quando onde muito também foi são está ele ela eu você nós já ou \
    até hoje todos bom dia
    """,
    """
    de het een en van is in op te dat die voor met niet zijn er aan ook als bij naar uit maar om \
    dan nog wel geen ik je hij zij wij ze we hebben heeft was waren worden wordt door over deze dit \
    waar wie wat hoe veel goed vandaag
    """,
  ]

  /// For each word, the languages it counts for, as bits.
  private let languages: WordMasks

  private init() {
    var languages: [UInt64: UInt8] = [:]
    for (index, list) in Self.words.enumerated() {
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        languages[fingerprint(word.utf8), default: 0] |= 1 << UInt8(index)
      }
    }
    self.languages = WordMasks(languages)
  }

  public func detect(_ text: String) -> Verdict {
    var text = text
    return text.withUTF8 { detect($0) }
  }

  public func scores(_ text: String) -> Scores {
    var text = text
    let counts = text.withUTF8 { measure($0) }
    var list: [(code: String, value: Double)] = []
    for (index, code) in Self.codes.enumerated() {
      list.append((code: code, value: counts.points[index]))
    }
    list.sort { ($1.value, $0.code) < ($0.value, $1.code) }
    return Scores(
      japaneseShare: counts.japaneseShare, latinShare: counts.latinShare, points: list)
  }

  /// What a text was found to hold.
  private struct Counts {
    var kana = 0
    var kanji = 0
    var latin = 0
    var otherLetters = 0
    /// Latin letters of prose, and those of them that English has not.
    var prose = 0
    var accented = 0
    /// Kanji that only one of the two writes, or that Chinese writes much more often.
    var han = HanHints()
    /// Digits, and signs that prose seldom holds.
    var signs = 0
    /// What the Latin letters cost in each language of `LetterModels`, in half bits.
    var costs = SIMD32<UInt32>()
    /// Points for each of `codes`.
    var points = SIMD8<Double>()
    /// Words of the Western languages and letters of others.
    var words = 0

    var japanese: Int { kana + kanji }
    private var letters: Double { Double(max(1, japanese + latin + otherLetters)) }
    var japaneseShare: Double { Double(japanese) / letters }
    var latinShare: Double { Double(latin) / letters }
  }

  func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    let counts = measure(bytes)
    if counts.japaneseShare + counts.latinShare < 0.5 {
      // A few signs of a formula are no text.
      return counts.otherLetters < 4 ? .unknown : .other("?")
    }
    if counts.japaneseShare >= 0.2 {
      // Japanese has kana between its kanji; names, dates and lists may have none.
      let hasKana = counts.kana * 12 >= counts.kanji
      return !hasKana && counts.han.areChinese(among: counts.kanji)
        ? .other("zh") : .known(.japanese)
    }
    guard counts.words > 0 else { return .unknown }
    let english = counts.points[0]
    let hasManySigns = counts.signs * 4 >= counts.latin && english * 4 < Double(counts.words)
    if hasManySigns || counts.signs * 10 >= counts.latin * 6, counts.latin > 0 { return .neither }
    return western(counts)
  }

  /// What a common word weighs, in half bits.
  private static let wordWeight = 6
  /// How far ahead of English a language must be that shows no word and no letter of its own, in half
  /// bits. Of English in 60 characters all stays, of 25 other languages 99.3 % are told.
  private static let clearMargin = 36

  private func western(_ counts: Counts) -> Verdict {
    let models = LetterModels.shared
    var costs = models.codes.indices.map { Int(counts.costs[$0]) }
    for (index, code) in models.codes.enumerated() {
      guard let word = Self.codes.firstIndex(of: code) else { continue }
      costs[index] -= Int(counts.points[word] * Double(Self.wordWeight))
    }
    // Of equal ones the first.
    let best = costs.indices.dropFirst().min { (costs[$0], $0) < (costs[$1], $1) }!
    let margin = costs[0] - LetterModels.englishBonus - costs[best]
    let english = counts.points[0]
    if margin <= 0 {
      return english >= 1 || counts.prose >= 20 ? .known(.english) : .unknown
    }
    var others = counts.points
    others[0] = 0
    let most = others.max()
    let isMarked =
      counts.accented > 0 && counts.accented * 40 >= counts.prose
      || most >= 2 && most >= english * 1.5 + 1
    // Letters alone must say more, and names or numbers between them less.
    if isMarked ? counts.prose >= 12 || most >= 2 : counts.prose >= 16 && margin > Self.clearMargin
    {
      return .other(models.codes[best])
    }
    if english >= 1, english > most { return .known(.english) }
    return counts.prose < 12 ? .unknown : .likely(models.codes[best])
  }

  /// Text beyond this is not read: the answer no longer changes.
  private static let limit = 16_384

  private func measure(_ bytes: UnsafeBufferPointer<UInt8>) -> Counts {
    let end = min(bytes.count, Self.limit)
    var kana = 0
    var kanji = 0
    var latin = 0
    var otherLetters = 0
    var signs = 0
    let models = LetterModels.shared
    var costs = LetterCosts()
    var prose = 0
    var accented = 0
    var han = HanHints()
    /// Where what stands between two spaces ends, and whether it is prose.
    var tokenEnd = 0
    var isProse = true
    var points = SIMD8<Double>()
    var words = 0
    var place = 0
    var hash: UInt64 = 0
    var length = 0
    func endWord() {
      guard length > 0 else { return }
      costs.endWord(models)
      words += 1
      let mask = languages[mixed(hash)]
      if mask != 0, isProse {
        // A word that many languages share says little.
        let share = mask.nonzeroBitCount > 2 ? 0.5 : 1.0
        for index in 0..<Self.codes.count where mask & 1 << UInt8(index) != 0 {
          points[index] += share
        }
      }
      length = 0
    }
    while place < end {
      if place >= tokenEnd { (tokenEnd, isProse) = Self.token(bytes, place, end) }
      let scalar = bytes.scalar(at: place)
      let value = scalar.value
      var isLetter = false
      if value < 0x80 {
        isLetter = UInt8(value).isASCIILetter
        if isLetter { latin += 1 } else if Self.isSign(UInt8(value)) { signs += 1 }
      } else if value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7
        || value >= 0x1E00 && value < 0x1F00
      {
        isLetter = true
        latin += 1
        if isProse {
          accented += 1
          mark(value, &points)
        }
      } else if Script.isKana(value) {
        kana += 1
      } else if (0x3400...0x9FFF).contains(value) {
        kanji += 1
        han.add(value)
      } else if value == 0xBF || value == 0xA1 {
        points[3] += 1.5
      } else if isOtherLetter(value) {
        otherLetters += 1
      }
      if isLetter {
        if isProse {
          prose += 1
          costs.add(letter: value, models)
        }
        if length == 0 { hash = 0xCBF2_9CE4_8422_2325 }
        for offset in 0..<scalar.length {
          var byte = bytes[place + offset].lowercasedASCII
          // À to Þ become à to þ, whose second byte is 0x20 higher.
          if scalar.length == 2, offset == 1, (0xC0...0xDE).contains(value) { byte |= 0x20 }
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        length += 1
      } else {
        endWord()
      }
      place += scalar.length
    }
    endWord()
    costs.finish()
    return Counts(
      kana: kana, kanji: kanji, latin: latin, otherLetters: otherLetters, prose: prose,
      accented: accented, han: han, signs: signs, costs: costs.sums, points: points,
      words: words + kana + kanji + otherLetters)
  }

  /// Up to the next white space, and whether it is prose: no address, mask, tag or name of code.
  private static func token(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (end: Int, isProse: Bool) {
    var place = start
    while place < end, bytes[place].isASCIISpace { place += 1 }
    var isProse = true
    while place < end, !bytes[place].isASCIISpace {
      if isProse, bytes[place] < 0x80, codeSigns[Int(bytes[place])] { isProse = false }
      place += 1
    }
    return (place, isProse)
  }

  private static let codeSigns: [Bool] = (0..<128).map { byte in
    "@[]{}<>=_/\\|#$%&*+~^0123456789".utf8.contains(UInt8(byte))
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || "(){}[]<>=_/\\|#$%&*+~^@;".utf8.contains(byte)
  }

  /// Letters that hint at a language, a little each.
  private func mark(_ scalar: UInt32, _ points: inout SIMD8<Double>) {
    switch scalar {
    case 0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC: points[1] += 0.3
    case 0xDF: points[1] += 1
    case 0xE8, 0xEA, 0xE7, 0xF9, 0xE2, 0xEE, 0xFB, 0x153: points[2] += 0.3
    case 0xE9, 0xE0: points[2] += 0.2
    case 0xF1: points[3] += 1
    case 0xE1, 0xED, 0xF3, 0xFA: points[3] += 0.3
    case 0xE3, 0xF5: points[5] += 1
    default: break
    }
  }

  private func isOtherLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x370...0x1FFF, 0x2C00...0x2DFF, 0xA000...0xD7A3, 0xFB00...0xFDFF: true
    default: false
    }
  }
}
