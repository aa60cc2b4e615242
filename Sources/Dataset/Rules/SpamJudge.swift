/// How much a document looks like spam, and why.
///
/// `score = (phrases + links + prices + shouting) / max(1, length / 400 bytes)`: what would be a
/// slip in a long article fills a short advert. Links prove nothing by themselves: without a word
/// that sells, a price or a shout they stay below the threshold.
struct SpamJudge: Sendable {
  static let shared = SpamJudge()

  /// Documents from this score on are dropped.
  static let threshold = 3.0

  /// Words and phrases with their weights. A single one proves nothing.
  static let phrases: [(text: String, weight: Double)] = [
    ("click", 0.8), ("click here", 1.5), ("order now", 1.5), ("buy now", 1.5), ("act now", 1.5),
    ("visit", 0.2), ("free", 0.5), ("for free", 0.5), ("winner", 0.8), ("winners", 0.5),
    ("you have won", 1.5), ("congratulations", 0.6), ("limited offer", 1.5),
    ("limited time", 1), ("special offer", 1), ("only today", 0.5), ("best price", 1),
    ("best prices", 1), ("cheap", 0.5), ("discount", 0.7), ("save", 0.2), ("no risk", 1),
    ("risk free", 1), ("guaranteed", 0.5), ("claim your", 1.2), ("prize", 0.4), ("lucky", 0.3),
    ("make money", 1.5), ("earn money", 1.2), ("a day from", 0.4), ("subscribe", 0.5),
    ("unsubscribe", 0.7), ("casino", 1), ("lottery", 0.7), ("viagra", 2), ("weight loss", 1),
    ("work from home", 1), ("credit card", 0.4), ("money back", 0.8), ("before midnight", 0.4),
    ("crypto", 0.5), ("bonus", 0.5), ("hurry", 0.5), ("unlimited", 0.3), ("100%", 0.4),
    ("無料", 0.8), ("今すぐ", 0.8), ("当選", 1), ("クリック", 0.8), ("期間限定", 1.2),
    ("激安", 1.5), ("割引", 0.7), ("割引き", 0.7), ("今だけ", 1), ("ご注文は", 1), ("たったの", 0.6),
    ("受け取り", 0.3), ("お得", 0.7), ("おめでとうございます", 0.4), ("稼げ", 1.2), ("稼ぐ", 0.8),
    ("副業", 1), ("最安", 1), ("送料無料", 1), ("限定", 0.4), ("キャンペーン", 0.7), ("登録は", 0.5),
    ("危険なし", 0.7), ("リスクなし", 1), ("絶対", 0.2), ("セール", 0.5), ("プレゼント", 0.3),
  ]

  private let matcher = PhraseMatcher(phrases.map { $0.text })

  struct Verdict {
    var score: Double
    var reasons: [String]
  }

  func judge(_ bytes: Bytes) -> Verdict {
    var total = 0.0
    var seen = [UInt8](repeating: 0, count: Self.phrases.count)
    var reasons: [String] = []
    matcher.forEach(in: bytes, 0..<bytes.count) { match in
      if seen[match.phrase] == 0 { reasons.append(Self.phrases[match.phrase].text) }
      if seen[match.phrase] < 3 {
        seen[match.phrase] += 1
        total += Self.phrases[match.phrase].weight
      }
    }
    let signs = Signs(bytes)
    func add(_ count: Int, _ weight: Double, _ most: Int, _ name: String) {
      guard count > 0 else { return }
      total += Double(min(count, most)) * weight
      reasons.append(name)
    }
    let sells = total >= 0.5 || signs.prices > 0 || signs.shouts > 0
    add(signs.links, 1.2, sells ? 4 : 2, "link")
    add(signs.prices, 0.5, 4, "price")
    add(signs.shouts, 0.6, 5, "!!!")
    add(signs.capitals >= 2 ? signs.capitals - 1 : 0, 0.25, 6, "CAPITALS")
    let scale = max(1, Double(bytes.count) / 400)
    return Verdict(score: total / scale, reasons: reasons)
  }

  /// What spam does besides its words.
  private struct Signs {
    var links = 0
    var prices = 0
    /// Runs of two or more exclamation marks.
    var shouts = 0
    /// Words of four or more capital letters.
    var capitals = 0

    init(_ bytes: Bytes) {
      var place = 0
      var marks = 0
      var capitalRun = 0
      while place < bytes.count {
        let byte = bytes[place]
        let isMark =
          byte == UInt8(ascii: "!") || byte == 0xEF && bytes.has("！", at: place)
        if isMark {
          marks += 1
          if marks == 2 { shouts += 1 }
        } else if byte & 0xC0 != 0x80 {
          marks = 0
        }
        if byte.isASCIIUppercase {
          capitalRun += 1
          if capitalRun == 4 { capitals += 1 }
        } else {
          capitalRun = 0
        }
        switch byte | 0x20 {
        case UInt8(ascii: "h"):
          if bytes.has("http://", at: place) || bytes.has("https://", at: place) { links += 1 }
        case UInt8(ascii: "w"):
          if bytes.has("www.", at: place), place < 3 || !bytes.has("://", before: place) {
            links += 1
          }
        default: break
        }
        if byte == UInt8(ascii: "$"), place + 1 < bytes.count, bytes[place + 1].isASCIIDigit {
          prices += 1
        }
        if byte >= 0xE4, place > 0, bytes[place - 1].isASCIIDigit,
          bytes.has("円", at: place) || bytes.has("万円", at: place)
        {
          prices += 1
        }
        place += 1
      }
    }
  }
}
