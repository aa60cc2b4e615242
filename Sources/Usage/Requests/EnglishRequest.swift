import Names

/// Finds the question in a request in English, and puts it into the form "Where does Mira work?"
enum EnglishRequest {
  /// Said before a request without meaning anything for it.
  private static let greetings = [
    "hi there|all|everyone|nakami?", "hello there|all|everyone|nakami?", "hey there|all?",
    "good morning|afternoon|evening|day", "excuse me", "please", "so", "um|uh|er|hm|hmm", "well",
    "ok|okay", "sorry", "pardon me", "and", "now", "quick question", "one question", "question",
    "by the way", "thanks", "i have a question", "dear nakami|model|computer?", "just",
  ].map(WordPattern.init)

  /// Said after it.
  private static let closings: [[String]] = [
    ["please"], ["thanks"], ["thank", "you"], ["thanks", "a", "lot"], ["many", "thanks"],
    ["do", "you", "know"], ["if", "you", "know"], ["right", "now"], ["these", "days"],
    ["at", "the", "moment"], ["again"], ["exactly"], ["then"], ["for", "me"], ["nowadays"],
  ]

  /// Words that stand before what is really asked.
  private static let frames = [
    "can|could|would|will you please|kindly|possibly? tell|show|remind|explain me|us?",
    "can|could|would|will you please|kindly|possibly? tell|show|remind|give to? me|us please?",
    "can|could|would|will somebody|someone|anybody|anyone please? tell|show|remind me|us?",
    "tell|show|remind me|us? please? again?", "give me|us", "please? let me|us know",
    "do|does you|anyone|anybody|someone|somebody happen? to? know|remember",
    "i|we would|should|'d like|love to know|ask|hear|learn",
    "i'd|we'd like|love to know|ask|hear|learn", "i'd|we'd be? interested? in?",
    "i|we want|need|wish to know|ask|hear|learn", "i wanna know", "i wonder",
    "i'm|i wondering|curious", "i am|was wondering|curious", "any idea", "have you any idea",
    "do you have any idea", "may|can|could|might i|we ask", "find out",
    "say|name|state|guess|explain|describe", "i|we must|should to? find out|know",
    "i|we have to find out|know",
    "what i want|need to know is", "i don't know|remember", "i have no idea", "i forgot|forget",
    "please? answer this?", "list", "help me find out", "i'm|i am? looking for",
    "anyone|anybody|someone|somebody know|knows",
  ].map(WordPattern.init)

  /// The same where a question mark follows.
  private static let markedFrames = ["you know|remember"].map(WordPattern.init)

  private static let fillers: Set<String> = [
    "currently", "actually", "really", "presently", "precisely",
  ]

  /// By what the text was known as a question, and the question; nil when it is none.
  static func question(_ text: String) -> (sign: KindSign, text: String)? {
    var core = text
    var hasMark = false
    while let last = core.unicodeScalars.last, ".?!… \n,;:".unicodeScalars.contains(last) {
      if last == "?" { hasMark = true }
      core = String(core.unicodeScalars.dropLast())
    }
    // Of several sentences only greetings can go.
    let words = core.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    guard !words.isEmpty, words.count <= 40 else { return nil }
    var sentence = EnglishSentence(words)
    sentence.drop(greetings)
    sentence.dropLast(closings)
    guard !sentence.words.isEmpty, !sentence.endsWithin else {
      return hasMark ? (.mark, text) : nil
    }
    sentence.words.removeAll { fillers.contains($0.lowercased()) }
    sentence.spell()
    var sign: KindSign = hasMark ? .mark : .questionWord
    let asked = sentence
    if sentence.drop(hasMark ? frames + markedFrames : frames) {
      sign = .request
      sentence.drop(greetings)
    }
    guard !sentence.words.isEmpty, sign != .request || !sentence.starts(with: ["about"]) else {
      return hasMark || sign == .request ? (sign, marked(asked.words, hasMark: hasMark)) : nil
    }
    if let question = EnglishQuestion(sentence.words, isRequest: sign == .request, hasMark: hasMark)
      .direct
    {
      return (sign, question)
    }
    switch sign {
    case .request:
      guard let first = sentence.lower.first,
        EnglishWords.questionWords.contains(first) || first == "at" || first == "on"
      else { return hasMark ? (.mark, marked(asked.words, hasMark: true)) : nil }
      // The training text knows this frame, whatever stands in it.
      return (.request, "Can you tell me \(sentence.words.joined(separator: " "))?")
    case .mark: return (.mark, marked(sentence.words, hasMark: true))
    default: return nil
    }
  }

  /// The words as a sentence.
  private static func marked(_ words: [String], hasMark: Bool) -> String {
    EnglishSentence.capitalized(words.joined(separator: " ")) + (hasMark ? "?" : ".")
  }
}

/// The words of a sentence, with and without their capital letters.
struct EnglishSentence {
  var words: [String]

  init(_ words: [String]) { self.words = words }

  var lower: [String] { words.map { Self.bare($0) } }

  /// Whether a sentence ends before the last word.
  var endsWithin: Bool {
    words.dropLast().contains { word in
      word.hasSuffix("?") || word.hasSuffix("!") || word.hasSuffix(".") && word.utf8.count > 3
    }
  }

  /// Without capital letters and the marks at its end.
  static func bare(_ word: String) -> String {
    var word = word.lowercased()
    while let last = word.unicodeScalars.last, ".,!?:;".unicodeScalars.contains(last) {
      word = String(word.unicodeScalars.dropLast())
    }
    return word
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  func starts(with start: [String]) -> Bool { lower.starts(with: start) }

  /// Takes what the patterns know away from the beginning, again and again; true when there was any.
  @discardableResult
  mutating func drop(_ patterns: [WordPattern]) -> Bool {
    var hasDropped = false
    while let count = patterns.longestMatch(lower[...]), count > 0, count < words.count {
      words.removeFirst(count)
      hasDropped = true
    }
    return hasDropped
  }

  mutating func dropLast(_ closings: [[String]]) {
    var isDone = false
    while !isDone {
      isDone = true
      for closing in closings
      where words.count > closing.count && lower.suffix(closing.count).elementsEqual(closing) {
        words.removeLast(closing.count)
        isDone = false
      }
    }
    if let last = words.last {
      words[words.count - 1] = String(last.reversed().drop { ",;:.".contains($0) }.reversed())
    }
  }

  /// Spelled as the training text spells it.
  mutating func spell() {
    words = words.flatMap { word -> [String] in
      guard let usual = EnglishWords.spellings[word.lowercased()] else { return [word] }
      return usual.split(separator: " ").map(String.init)
    }
  }
}
