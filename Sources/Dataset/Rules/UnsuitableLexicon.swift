/// The words that the content filter knows, with their weights.
///
/// A sentence is unsuitable from a total of 1 on (the default threshold). Words that also have a
/// harmless use stay below 1 on their own and need company. The list is kept mild on purpose: it
/// is meant to be read in a classroom.
public struct UnsuitableLexicon: Sendable {
  /// What a phrase contributes to a sentence.
  public enum Role: Sendable {
    /// Insulting by itself, as far as its weight goes.
    case insult
    /// Addresses somebody: makes an insult in the same sentence weigh more.
    case address
    /// Announces that something will be done.
    case intent
    /// An act that hurts: a hint by its weight; from 0.5 on, a threat together with an intent and
    /// a target near it.
    case violence
    /// A person or an animal that could be hurt.
    case target
  }

  public struct Entry: Sendable {
    public var text: String
    public var role: Role
    public var weight: Double
  }

  public static let standard = UnsuitableLexicon(
    insults: [
      ("barnaclehead*", 1), ("squidbrain*", 1), ("bilgeface*", 1), ("snotfish*", 1),
      ("kelpfoot", 1), ("kelpfeet", 1), ("idiot", 1), ("idiots", 1), ("moron*", 1), ("moronic", 1),
      ("imbecile*", 1), ("scumbag*", 1), ("bastard*", 1), ("asshole*", 1), ("fuck*", 1),
      ("fucked", 1), ("fucker*", 1), ("fuckin", 1), ("fucking", 1), ("motherfucker*", 1),
      ("shit*", 1), ("shite", 1), ("shitty", 1), ("shithead*", 1), ("bullshit", 1),
      ("stupid", 0.6), ("useless", 0.6), ("dumb", 0.5), ("loser", 0.7), ("jerk", 0.7),
      ("fool", 0.5), ("scum", 0.8), ("damn", 0.4), ("crap", 0.5), ("ugly", 0.4), ("pathetic", 0.6),
      ("フジツボあたま", 1), ("イカのうみそ", 1), ("ヘドロづら", 1), ("ハナタレうお", 1), ("こんぶあし", 1),
      ("ばか者", 1), ("ばかもの", 1), ("ばかめ", 1), ("ばかやろう", 1), ("ばかだ", 1), ("ばかな", 0.4),
      ("馬鹿者", 1), ("馬鹿野郎", 1), ("馬鹿だ", 1), ("バカだ", 1), ("バカ野郎", 1), ("バカめ", 1),
      ("あほう", 0.8), ("アホ", 0.7), ("まぬけ", 1), ("間抜け", 1), ("役立たず", 0.7), ("大きらい", 0.3),
      ("大嫌い", 0.3), ("クズ", 0.6),
    ],
    sayings: [
      ("i hate you", 1), ("hate you", 0.8), ("we hate you", 1), ("get out of my way", 0.4),
    ],
    orders: [
      ("shut up", 1), ("get lost", 0.6), ("drop dead", 1), ("だまれ", 1), ("黙れ", 1), ("くたばれ", 1),
      ("死ね", 1), ("消えうせろ", 1), ("うせろ", 0.8), ("そこをどけ", 0.4),
    ],
    addresses: [
      ("you", 0.4), ("your", 0.2), ("you're", 0.4), ("おまえ", 0.4), ("お前", 0.4), ("きさま", 0.7),
      ("貴様", 0.7), ("てめえ", 0.7), ("やつめ", 0.4),
    ],
    intents: [
      "will", "i'll", "we'll", "'ll", "going to", "gonna", "should", "must", "let's", "let us",
      "let me", "want to", "wants to", "てやる", "でやる", "てやろう", "でやろう", "るぞ", "すぞ", "うぞ",
    ],
    weakViolence: ["beat", "fight", "fights", "slap", "push", "たた", "叩", "突きとば"],
    violence: [
      ("kick", ""), ("hit", ""), ("smash", ""), ("throw stones at", ""), ("throw rocks at", ""),
      ("drown", ""), ("hurt", ""), ("kill", ""), ("punch", ""), ("strangle", ""), ("beat up", ""),
      ("stab", ""), ("shoot", ""), ("wring the neck of", ""), ("けとば", ""), ("蹴とば", ""),
      ("蹴飛ば", ""), ("なぐ", "るりっらろれ"), ("殴", "るりっらろれ"), ("石をぶつけ", ""), ("石を投げ", ""),
      ("しずめ", ""), ("沈め", ""), ("ぶちのめ", ""), ("たたきのめ", ""), ("殺", "すしさせそ"),
      ("しめあげ", ""),
    ],
    targets: [
      "duck", "ducks", "duckling", "ducklings", "gull", "gulls", "cat", "cats", "dog", "dogs",
      "parrot", "bird", "birds", "animal", "animals", "child", "children", "you", "him", "them",
      "アヒル", "カモメ", "ねこ", "猫", "いぬ", "犬", "オウム", "鳥", "動物", "子ども", "おまえ", "お前",
    ], harmless: harmless)

  public let entries: [Entry]
  let matcher: PhraseMatcher

  init(
    insults: [(String, Double)], sayings: [(String, Double)], orders: [(String, Double)],
    addresses: [(String, Double)], intents: [String], weakViolence: [String],
    violence: [(stem: String, followers: String)], targets: [String], harmless: [String]
  ) {
    // A phrase may have two roles ("you"): the roles are looked up by text.
    var entries: [Entry] = []
    var texts: [String] = []
    var forms: [WordForm] = []
    var known: Set<String> = []
    func add(_ text: String, _ role: Role, _ weight: Double, _ form: WordForm) {
      entries.append(Entry(text: text, role: role, weight: weight))
      guard known.insert(text).inserted else { return }
      texts.append(text)
      forms.append(form)
    }
    for (text, weight) in insults { add(text, .insult, weight, weight < 1 ? .weakInsult : .insult) }
    for (text, weight) in sayings { add(text, .insult, weight, .plain) }
    for (text, weight) in orders { add(text, .insult, weight, .command) }
    for (text, weight) in addresses { add(text, .address, weight, .plain) }
    for text in intents { add(text, .intent, 0, .plain) }
    for text in weakViolence { add(text, .violence, 0.3, .plain) }
    for (stem, followers) in violence { add(stem, .violence, 0.5, .act(followers: followers)) }
    for text in targets { add(text, .target, 0.5, .target) }
    for text in harmless { add(text, .insult, 0, .plain) }
    self.entries = entries
    matcher = PhraseMatcher(texts, forms: forms)
    roles = texts.map { text in
      entries.indices.filter { entries[$0].text == text }
    }
  }

  /// For each phrase of the matcher, its entries.
  let roles: [[Int]]
}
