/// Turns words into a direct question: 「ミラさんがどこで働いている」 → 「ミラさんはどこで働いていますか？」
struct JapaneseQuestion {
  private var core: String
  /// Whether something that is only named is asked for: "tell me" or a question mark says so.
  private let isNamed: Bool

  init(_ core: String, isNamed: Bool) {
    self.core = core
    self.isNamed = isNamed
  }

  // MARK: Question words

  private static let questionWords = [
    "どこ", "だれ", "何", "どんな", "どの", "いつ", "どう", "なぜ", "どうして", "いくつ", "いくら", "どちら", "どれ", "どなた", "なん",
  ]
  /// Question words with these behind them ask nothing: 「どこか」「だれも」.
  private static let indefinite = ["か", "も", "でも"]

  /// Where the last question word begins.
  private static func questionWord(in text: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    for word in questionWords {
      var start = text.startIndex
      while let range = text[start...].firstRange(of: word) {
        start = range.upperBound
        let rest = text[range.upperBound...]
        let isIndefinite =
          word == "いつ" && rest.hasPrefix("も")
          || word == "どう" && ["ぞ", "せ"].contains { rest.hasPrefix($0) }
          || indefinite.contains { rest.hasPrefix($0) && rest.count > $0.count }
        if !isIndefinite, found.map({ $0.lowerBound < range.lowerBound }) ?? true { found = range }
      }
    }
    return found
  }

  /// Whether the text asks without a mark or か: a question word stands in its last part, which ends
  /// as speech does: 「職場はどこ」「どこで働いてる」「何をしているの」.
  static func asks(_ text: String) -> Bool {
    guard let word = questionWord(in: text) else { return false }
    let rest = text[word.lowerBound...]
    guard !rest.contains("、"), rest.count <= 24 else { return false }
    let endings = [
      "る", "の", "だっけ", "っけ", "かな", "だろう", "でしょう", "です", "ます", "好き", "いい", "だ", "よ", "なん", "かしら",
      "い", "む", "く", "う",
    ]
    return questionWords.contains { rest == $0 } || endings.contains { rest.hasSuffix($0) }
  }

  /// Whether the text ends with か as a question does: 「…ですか」「…いるのか」, not 「網にかか」.
  static func endsWithParticle(_ text: String) -> Bool {
    let endings = ["ですか", "ますか", "ませんか", "ましたか", "でしたか", "うか", "のか", "るか", "たか", "いか", "んか"]
    return endings.contains { text.hasSuffix($0) && text.count > $0.count }
  }

  // MARK: The question

  /// The question; nil when no rule knows the shape.
  var direct: String? {
    var clause = core
    let polite = ["ますか", "ですか", "ませんか", "ましたか", "でしたか"]
    if clause.hasSuffix("か"), !polite.contains(where: { clause.hasSuffix($0) }) {
      clause = JapaneseRequest.dropping("か", from: clause)
    }
    clause = Self.inOrder(clause)
    guard let word = Self.questionWord(in: clause) else {
      if isNamed, !Self.isPredicate(clause) { return named }
      guard let asked = Self.asked(clause) else { return nil }
      return Self.withHonorific(asked) + "？"
    }
    clause = Self.withTopic(clause, before: word)
    guard let asked = Self.asked(clause) else { return nil }
    return Self.withHonorific(asked) + "？"
  }

  /// What is named, asked for with its question word: 「ミラさんの職場」 → 「ミラさんの職場はどこですか？」
  var named: String? {
    var clause = core
    if clause.hasSuffix("か") { clause = JapaneseRequest.dropping("か", from: clause) }
    if Self.questionWord(in: clause) != nil { return nil }
    guard let noun = Self.nouns.first(where: { clause.hasSuffix($0.noun) }) else {
      // Whatever it is, it is some thing of somebody's.
      guard isNamed, clause.contains("の"), !clause.hasSuffix("の"), !clause.hasSuffix("さん") else {
        return nil
      }
      return Self.withHonorific(clause + "は何ですか") + "？"
    }
    // Somebody's or something's, or what somebody does.
    guard clause.count > noun.noun.count, isNamed || clause.contains("の") || clause.contains("が")
    else { return nil }
    let before = clause.dropLast(noun.noun.count)
    if noun.noun == "の" {
      guard let word = Self.verbs.first(where: { before.hasSuffix($0.verb) })?.word else {
        return nil
      }
      return Self.withHonorific(clause + "は" + word + "ですか") + "？"
    }
    return Self.withHonorific(clause + "は" + noun.word + "ですか") + "？"
  }

  /// Things that are asked for, the longer ones first, and the question word for them.
  private static let nouns: [(noun: String, word: String)] = [
    ("名前", "何"), ("職場", "どこ"), ("勤め先", "どこ"), ("勤務先", "どこ"), ("仕事場", "どこ"), ("自宅", "どこ"),
    ("家", "どこ"),
    ("住まい", "どこ"), ("住所", "どこ"), ("場所", "どこ"), ("ところ", "どこ"), ("所", "どこ"), ("居場所", "どこ"),
    ("出身", "どこ"),
    ("通り", "どこ"), ("親友", "だれ"), ("友だち", "だれ"), ("友人", "だれ"), ("飼い主", "だれ"), ("相手", "だれ"),
    ("仲良し", "だれ"),
    ("ている人", "だれ"), ("てる人", "だれ"), ("誕生日", "いつ"), ("好物", "何"), ("大好物", "何"), ("食べ物", "何"),
    ("料理", "何"), ("趣味", "何"),
    ("ペット", "何"), ("動物", "何"), ("仕事", "何"), ("職業", "何"), ("特技", "何"), ("好きなもの", "何"), ("こと", "何"),
    ("の", ""),
  ]

  /// What one does somewhere, with somebody, or with something.
  private static let verbs: [(verb: String, word: String)] = [
    ("働いている", "どこ"), ("働いてる", "どこ"), ("働く", "どこ"), ("住んでいる", "どこ"), ("住んでる", "どこ"), ("住む", "どこ"),
    ("勤めている", "どこ"), ("勤めてる", "どこ"), ("暮らしている", "どこ"), ("いる", "どこ"), ("仲がいい", "だれ"), ("仲のいい", "だれ"),
    ("飼っている", "何"), ("飼ってる", "何"), ("好きな", "何"), ("食べる", "何"),
  ]

  // MARK: Order and particles

  /// 「どこで働いていますか、ミラさんは」 in its usual order.
  private static func inOrder(_ clause: String) -> String {
    guard let comma = clause.firstIndex(of: "、") else { return clause }
    let first = String(clause[..<comma])
    let second = String(clause[clause.index(after: comma)...])
    guard second.hasSuffix("は") || second.hasSuffix("って") || second.hasSuffix("さん"),
      questionWord(in: first) != nil,
      questionWord(in: second) == nil
    else { return clause }
    let topic =
      second.hasSuffix("は")
      ? second : (second.hasSuffix("って") ? String(second.dropLast(2)) : second) + "は"
    return topic + first
  }

  /// 「ミラさんがどこで」「ミラさんってどこで」「ミラさん、どこで」: what comes before the question word is the topic.
  private static func withTopic(_ clause: String, before word: Range<String.Index>) -> String {
    var before = String(clause[..<word.lowerBound])
    let after = String(clause[word.lowerBound...])
    guard !before.isEmpty else { return clause }
    let hasComma = before.hasSuffix("、")
    if hasComma { before.removeLast() }
    if before.hasSuffix("って") || before.hasSuffix("とは") {
      before.removeLast(2)
      return before + "は" + after
    }
    if before.hasSuffix("は") || before.hasSuffix("には") {
      return before + (hasComma ? "、" : "") + after
    }
    if before.hasSuffix("が") {
      before.removeLast()
      return before + "は" + after
    }
    if before.contains("は") { return before + (hasComma ? "、" : "") + after }
    // 「ミラさんがいつも何を」
    if let place = before.firstIndex(of: "が") {
      return before[..<place] + "は" + before[before.index(after: place)...] + after
    }
    let nameless = ["さん", "先生"] + nouns.map(\.noun).filter { $0 != "の" }
    if hasComma || nameless.contains(where: { before.hasSuffix($0) }) {
      return before + "は" + after
    }
    return before + after
  }

  // MARK: Politeness

  private static func isPredicate(_ clause: String) -> Bool {
    let endings = ["る", "ます", "です", "だ", "た", "ない", "好き", "む", "く", "う", "す"]
    return endings.contains { clause.hasSuffix($0) }
  }

  /// The clause as a polite question: 「…働いているの」 → 「…働いていますか」.
  private static func asked(_ clause: String) -> String? {
    var clause = clause
    for ending in ["ますか", "ですか", "ましたか", "でしたか", "ませんか"] where clause.hasSuffix(ending) {
      for short in ["のですか", "んですか"] where clause.hasSuffix(short) {
        return asked(String(clause.dropLast(short.count)))
      }
      return clause
    }
    let tails = [
      "のでしょうか", "んでしょうか", "でしょうか", "のでしょう", "んでしょう", "でしょう", "のだろうか", "んだろうか", "だろうか", "のだろう",
      "んだろう", "だろう", "でしたっけ", "んでしたっけ", "だったっけ", "んだったっけ", "んだっけ", "だっけ", "っけ", "のかしら", "かしら",
      "のかな",
      "んかな", "かな", "なのか", "のか", "なの", "なん", "のよ", "んだ", "んです", "のです", "の", "ん", "だ", "か", "よ", "ね",
    ].sorted { $0.utf8.count > $1.utf8.count }
    if let tail = tails.first(where: { clause.hasSuffix($0) }), clause.count > tail.count,
      !(tail == "なん" && questionWord(in: clause).map { clause[$0.lowerBound...] == "なん" } ?? false)
    {
      clause.removeLast(tail.count)
    }
    for (plain, polite) in politeForms where clause.hasSuffix(plain) {
      return clause.dropLast(plain.count) + polite + "か"
    }
    if clause.hasSuffix("です") || clause.hasSuffix("ます") || clause.hasSuffix("ました") {
      return clause + "か"
    }
    if clause.hasSuffix("い") || clause.hasSuffix("好き") { return clause + "ですか" }
    if let verb = politeVerb(clause) { return verb + "か" }
    return clause + "ですか"
  }

  private static let politeForms = [
    ("んでいる", "んでいます"), ("んでる", "んでいます"), ("ていらっしゃる", "ています"), ("でいらっしゃる", "でいます"), ("ている", "ています"),
    ("てる", "ています"), ("ていた", "ていました"), ("てた", "ていました"), ("である", "です"), ("する", "します"), ("来る", "来ます"),
    ("くる", "きます"), ("帰る", "帰ります"), ("入る", "入ります"), ("走る", "走ります"), ("知る", "知ります"), ("ある", "あります"),
    ("いる", "います"), ("した", "しました"), ("かった", "かったです"),
  ]

  /// A verb in its dictionary form, made polite: 食べる → 食べます, 働く → 働きます.
  private static func politeVerb(_ clause: String) -> String? {
    guard let last = clause.last, clause.count > 1 else { return nil }
    let before = clause.dropLast().last!
    if last == "る", "えけせてねへめれげぜでべぺいきしちにひみりぎじびぴ".contains(before) {
      return clause.dropLast() + "ます"
    }
    let rows: [Character: String] = [
      "う": "い", "く": "き", "ぐ": "ぎ", "す": "し", "つ": "ち", "ぬ": "に", "ぶ": "び", "む": "み", "る": "り",
    ]
    guard let stem = rows[last] else { return nil }
    return clause.dropLast() + stem + "ます"
  }

  // MARK: Names

  /// What only people do and have; who it is said of is called さん in the questions of the training text.
  private static let personal = [
    "働", "住", "飼", "勤", "職場", "趣味", "好物", "好き", "親友", "友だち", "ペット", "家", "仲", "暮ら", "ひま", "仕事",
    "食べ",
    "夢中", "ごちそう", "さがし", "だれと",
  ]

  private static func withHonorific(_ question: String) -> String {
    guard personal.contains(where: { question.contains($0) }) else { return question }
    let name = question.unicodeScalars.prefix { (0x30A1...0x30FE).contains($0.value) }
    guard name.count > 1 else { return question }
    let rest = String(question.unicodeScalars.dropFirst(name.count))
    let called = String(String.UnicodeScalarView(name)) + "さん"
    for other in ["くん", "君", "ちゃん", "氏", "様", "さま"] where rest.hasPrefix(other) {
      return called + rest.dropFirst(other.count)
    }
    for particle in ["は", "が", "の", "には", "、", "と"] where rest.hasPrefix(particle) {
      return called + rest
    }
    return question
  }
}
