import Names

/// Finds the question in a request in Japanese, and puts it into the form 「ミラさんはどこで働いていますか？」.
enum JapaneseRequest {
  /// Said before a request without meaning anything for it.
  private static let greetings = [
    "こんにちは", "こんばんは", "おはようございます", "おはよう", "はじめまして", "すみませんが", "すみません", "すいません",
    "ごめんなさい", "失礼ですが", "失礼します", "もしよければ", "よろしければ", "よかったら", "できれば", "もしもし", "ところで",
    "質問です", "質問ですが", "質問", "お願いします", "ねえねえ", "ねえ", "ねぇ", "あのう", "あのさ", "あの", "えっと", "えーと",
    "ええと", "さて", "じゃあ", "では", "ちょっと", "お聞きしたいのですが", "聞きたいんだけど", "お尋ねしますが", "教えてください",
    "教えて", "皆さん", "みなさん", "みんな", "だれか", "誰か",
  ]
  /// Of these a comma or a full stop must follow, as they are words of sentences, too.
  private static let needComma: Set<String> = [
    "あの", "ちょっと", "では", "質問", "教えて", "教えてください", "みんな", "みなさん", "皆さん", "さて", "お願いします", "できれば",
    "だれか", "誰か",
  ]
  private static let closings = [
    "お願いいたします", "お願いします", "お願い", "よろしくお願いします", "よろしく", "ありがとうございます", "ありがとう",
  ]

  /// 「教えて」 and what else asks to be told, in all its degrees of politeness.
  private static let requests: [String] = {
    let polite = [
      "いただけないでしょうか", "いただけますでしょうか", "いただけますか", "いただけませんか", "いただけるとうれしいです",
      "いただけると助かります", "いただきたいのですが", "いただきたいんですが", "いただきたいです", "いただきたい",
      "くださいませんか", "くださいますか", "くださいませ", "くださいな", "ください", "下さい", "くれませんか", "くれますか",
      "くれないかな", "くれないか", "くれない", "くれるかな", "くれる", "くれよ", "くれ", "もらえますか", "もらえませんか", "もらえないかな",
      "もらえない", "もらえるかな", "もらえる", "ほしいのですが", "ほしいんですが", "ほしいんだけど", "ほしいです", "ほしいな", "ほしい",
      "欲しいです", "欲しい", "ちょうだい", "頂けますか", "頂けませんか", "よ", "ね", "",
    ]
    let stems = ["教えて", "おしえて", "聞かせて", "答えて", "言って", "調べて", "知らせて"]
    var all = stems.flatMap { stem in polite.map { stem + $0 } }
    all += ["お教えください", "お聞かせください", "教えなさい", "答えなさい", "言いなさい"]
    for verb in ["知り", "聞き", "お聞きし", "うかがい", "伺い"] {
      all += ["たいのですが", "たいんですが", "たいんだけど", "たいのだけど", "たいです", "たいな", "たい"].map { verb + $0 }
    }
    all += [
      "知っていますか", "知ってますか", "知ってるかな", "知ってる", "知っている", "知りませんか", "知らないかな", "知らない", "ご存じですか",
      "ご存知ですか", "ご存じありませんか", "わかりますか", "分かりますか", "わかる", "分かる", "気になります", "気になる", "覚えていますか",
      "覚えてる",
    ]
    return all.sorted { $0.utf8.count > $1.utf8.count }
  }()

  /// Between what is asked and 「教えて」.
  private static let betweens = [
    "ぜひ", "どうか", "ちょっと", "私に", "わたしに", "僕に", "ぼくに", "だれか", "誰か", "どなたか", "簡単に", "短く", "、", " ",
    "まだ",
  ]
  private static let particles = [
    "のことについて", "についても", "については", "について", "に関して", "のことを", "のこと", "かどうか", "を", "が", "は", "って", "も",
    "と", "、",
  ]
  /// What is asked as a topic: 「…の職場は」.
  private static let topics = ["といえば", "っていうのは", "というのは", "とは", "って", "は"]

  /// By what the text was known as a question, and the question; nil when it is none.
  static func question(_ text: String) -> (sign: KindSign, text: String)? {
    var core = trimmed(text)
    var hasMark = text.contains("？") || text.contains("?")
    drop(&core)
    core = inSpelling(core)
    guard !core.isEmpty else { return hasMark ? (.mark, text) : nil }
    // Of several sentences only greetings can go.
    if core.contains("。") || core.contains("\n") || core.contains("？") { return nil }
    if let request = requests.first(where: { core.hasSuffix($0) }) {
      var rest = dropping(request, from: core)
      while let between = betweens.first(where: { rest.hasSuffix($0) }) {
        rest = dropping(between, from: rest)
      }
      if let particle = particles.first(where: { rest.hasSuffix($0) }), !rest.hasSuffix("か") {
        rest = dropping(particle, from: rest)
      }
      rest = trimmed(rest)
      if !rest.isEmpty {
        if let question = JapaneseQuestion(rest, isNamed: true).direct {
          return (.request, question)
        }
        return (.request, text)
      }
    }
    if let topic = topics.first(where: { core.hasSuffix($0) }) {
      let rest = dropping(topic, from: core)
      // 「どこで働いていますか、ミラさんは」
      if core.contains("か、"), let question = JapaneseQuestion(core, isNamed: false).direct {
        return (.questionWord, question)
      }
      if let question = JapaneseQuestion(rest, isNamed: hasMark).named { return (.topic, question) }
      return hasMark ? (.topic, text) : nil
    }
    let isParticle = JapaneseQuestion.endsWithParticle(core)
    hasMark = hasMark && !core.isEmpty
    let sign: KindSign = hasMark ? .mark : isParticle ? .particle : .questionWord
    guard hasMark || isParticle || JapaneseQuestion.asks(core) else { return nil }
    return (sign, JapaneseQuestion(core, isNamed: false).direct ?? text)
  }

  /// Takes greetings and thanks away.
  private static func drop(_ core: inout String) {
    let marks: [Character] = ["、", "。", "！", "!", "，", "．", " ", "：", ":", "\n", "？", "…"]
    var isDone = false
    while !isDone {
      isDone = true
      for greeting in greetings where core.hasPrefix(greeting) {
        let rest = core.dropFirst(greeting.count)
        guard let next = rest.first else { continue }
        let isCut = marks.contains(next)
        guard isCut || !needComma.contains(greeting) else { continue }
        core = String(rest.drop { marks.contains($0) })
        isDone = false
        break
      }
      for closing in closings where core.hasSuffix(closing) && core.count > closing.count {
        core = trimmed(dropping(closing, from: core))
        isDone = false
        break
      }
    }
  }

  static func dropping(_ end: String, from text: String) -> String {
    String(text.dropLast(end.count))
  }

  /// Without marks and blanks at the ends.
  static func trimmed(_ text: String) -> String {
    let marks: Set<Character> = [
      "。", "．", ".", "！", "!", "？", "?", "…", "〜", "～", "、", ",", " ", "\n", "「", "」", "♪", "笑",
      "：", ":", "・",
      "\u{3000}",
    ]
    var result = text[...]
    while let last = result.last, marks.contains(last) { result = result.dropLast() }
    while let first = result.first, marks.contains(first) { result = result.dropFirst() }
    return String(result)
  }

  /// Spelled as the training text spells it.
  private static let spellings = [
    ("誰", "だれ"), ("一番", "いちばん"), ("1番", "いちばん"), ("何処", "どこ"), ("友達", "友だち"), ("ともだち", "友だち"),
    ("はなに", "は何"), ("がなに", "が何"), ("ってなに", "って何"), ("、なに", "、何"), ("はなん", "は何"), ("ってなん", "って何"),
    ("がなん", "が何"), ("、なん", "、何"), ("暇", "ひま"),
    ("お勤め先", "勤め先"), ("好きな食べもの", "好きな食べ物"), ("住居", "住まい"),
    ("お住まい", "住まい"), ("ご趣味", "趣味"), ("お仕事先", "職場"), ("仕事場", "職場"), ("お名前", "名前"), ("お家", "家"),
  ]

  private static func inSpelling(_ text: String) -> String {
    var text = text
    for (other, usual) in spellings where text.contains(other) {
      text = text.split(separator: other, omittingEmptySubsequences: false).joined(separator: usual)
    }
    return text
  }
}
