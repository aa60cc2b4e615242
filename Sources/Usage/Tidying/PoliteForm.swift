/// です・ます and だ in one text.
///
/// Where some sentences end politely and others plainly, the plain ones become polite, if their polite
/// form follows from how they are written. Words in quotation marks are somebody's own and stay.
enum PoliteForm {
  static func consistent(_ text: String) -> String {
    let sentences = sentences(text)
    guard sentences.contains(where: { isPolite($0.body) }) else { return text }
    return sentences.map { (polite($0.body) ?? $0.body) + $0.end }.joined()
  }

  private static let politeEndings = [
    "です", "ます", "でした", "ました", "ません", "ませんでした", "ましょう", "でしょう", "ください",
  ]

  private static func isPolite(_ body: String) -> Bool {
    politeEndings.contains { body.hasSuffix($0) }
  }

  /// What a sentence becomes; nil where it is polite or its polite form cannot be told.
  static func polite(_ body: String) -> String? {
    guard !isPolite(body), !unclear.contains(where: { body.hasSuffix($0) }) else { return nil }
    for (plain, polite) in endings where body.hasSuffix(plain) && body != plain {
      return String(body.dropLast(plain.count)) + polite
    }
    return verb(body)
  }

  /// The past of one verb as well as a noun with だ: 飲んだ and はさんだ, 泳いだ and きれいだ.
  private static let unclear = ["んだ", "いだ"]

  /// The longer ones first. What is written alike for several verbs, as った is, is not here.
  private static let endings = [
    ("ではなかった", "ではありませんでした"), ("じゃなかった", "じゃありませんでした"), ("ではない", "ではありません"),
    ("じゃない", "じゃありません"), ("である", "です"), ("であった", "でした"), ("だった", "でした"),
    ("だろう", "でしょう"), ("ていた", "ていました"), ("でいた", "でいました"), ("がいた", "がいました"),
    ("もいた", "もいました"), ("があった", "がありました"), ("もあった", "もありました"), ("にあった", "にありました"),
    ("した", "しました"), ("だ", "です"), ("しい", "しいです"), ("たい", "たいです"),
    ("ない", "ないです"), ("する", "します"), ("来る", "来ます"),
  ]

  /// Verbs of one row (ichidan) whose stem is a Chinese character: before る one cannot see it.
  private static let oneRow: Set<Character> = ["見", "寝", "出", "着", "似", "煮", "得"]
  /// The u-row of what goes from row to row (godan), and the i-row.
  private static let rows: [Character: Character] = [
    "く": "き", "ぐ": "ぎ", "す": "し", "つ": "ち", "ぬ": "に", "ぶ": "び", "む": "み", "う": "い",
  ]
  private static let beforeOneRow: Set<Character> = [
    "い", "き", "ぎ", "し", "じ", "ち", "に", "ひ", "び", "み", "り", "え", "け", "げ", "せ", "ぜ", "て", "で",
    "ね", "へ", "べ", "め", "れ",
  ]

  /// What may stand before く and つ for the word to be a verb, and no adverb or number.
  private static let verbs: [Character: Set<Character>] = [
    "く": ["働", "行", "書", "聞", "歩", "着", "開", "置", "泣", "咲", "続", "届", "動", "描", "引"],
    "つ": ["待", "立", "持", "勝", "育", "打", "建", "保"],
  ]

  private static func verb(_ body: String) -> String? {
    guard let last = body.last, let before = body.dropLast().last else { return nil }
    let stem = String(body.dropLast())
    if let row = rows[last] {
      let isVerb = verbs[last]?.contains(before) ?? before.isChinese
      return isVerb ? stem + String(row) + "ます" : nil
    }
    guard last == "る" else { return nil }
    return oneRow.contains(before) || beforeOneRow.contains(before)
      ? stem + "ます" : stem + "ります"
  }

  /// The sentences, each with what ends it; the text in order when put together again.
  private static func sentences(_ text: String) -> [(body: String, end: String)] {
    var result: [(body: String, end: String)] = []
    var body = ""
    var depth = 0
    for character in text {
      if character == "「" || character == "『" { depth += 1 }
      if character == "」" || character == "』" { depth = max(0, depth - 1) }
      if depth == 0, "。！？\n".contains(character) {
        result.append((body, String(character)))
        body = ""
      } else {
        body.append(character)
      }
    }
    // Without a mark at its end a sentence may go on.
    return result + [("", body)]
  }
}

extension Character {
  fileprivate var isChinese: Bool {
    unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }
}
