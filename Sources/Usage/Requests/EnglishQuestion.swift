/// Turns words into a direct question: `where Mira works` → "Where does Mira work?"
struct EnglishQuestion {
  private var words: [String]
  private let isRequest: Bool
  private let hasMark: Bool

  /// - Parameters:
  ///   - words: without greetings and without "tell me".
  ///   - isRequest: whether "tell me" stood before them.
  init(_ words: [String], isRequest: Bool, hasMark: Bool) {
    self.words = words.map { word in
      word.hasSuffix(",") || word.hasSuffix(";") || word.hasSuffix(":")
        ? String(word.dropLast()) : word
    }
    self.isRequest = isRequest
    self.hasMark = hasMark
  }

  private func lower(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].lowercased() : ""
  }

  /// The question; nil when the words are none, or of a shape that no rule knows.
  var direct: String? {
    guard !words.isEmpty else { return nil }
    if let end = endOfQuestionWords { return asked(end) }
    if lower(0) == "if" || lower(0) == "whether", isRequest {
      return EnglishQuestion(Array(words.dropFirst()), isRequest: false, hasMark: true).yesOrNo
    }
    if EnglishWords.isAuxiliary(lower(0)) { return invertedAlready }
    if let turned = questionWordLast { return turned }
    return isRequest || hasMark ? named : nil
  }

  // MARK: Question words

  /// How many words the question word and what belongs to it are: "which street", "what kind of animal".
  private var endOfQuestionWords: Int? {
    var end = 0
    if EnglishWords.prepositions.contains(lower(0)), EnglishWords.questionWords.contains(lower(1)) {
      end = 1
    }
    guard EnglishWords.questionWords.contains(lower(end)) else { return nil }
    let word = lower(end)
    end += 1
    guard ["what", "which", "whose", "how"].contains(word) else { return end }
    if ["kind", "sort", "type"].contains(lower(end)), lower(end + 1) == "of" { end += 2 }
    // Things that belong to it, up to who or what does something.
    while end < words.count, !EnglishWords.isAuxiliary(lower(end)), !isSubject(end) {
      if EnglishWords.looksLikeVerb(lower(end)), !isSubject(end + 1) { break }
      // In small letters the word before the verb is who does it: "which pet mira has".
      if end > 1, EnglishWords.looksLikeVerb(lower(end + 1)), !isSubject(end + 2),
        lower(end - 1) != "of"
      {
        break
      }
      end += 1
    }
    return end
  }

  /// Whether somebody or something begins there: a name, a pronoun, "the …", "Mira's …".
  private func isSubject(_ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    let word = lower(index)
    return EnglishWords.pronouns.contains(word) || EnglishWords.determiners.contains(word)
      || word.hasSuffix("'s") || words[index].first?.isUppercase == true
  }

  private func asked(_ end: Int) -> String? {
    let question = Array(words[..<end])
    let next = lower(end)
    guard end < words.count else { return hasMark || isRequest ? joined(question) : nil }
    if next == "else" { return nil }
    if EnglishWords.isAuxiliary(next) {
      return inverted(question, words[end], Array(words[(end + 1)...]))
    }
    // Who does something stands in the question word itself: "who works at the bakery".
    if EnglishWords.looksLikeVerb(next), !isSubject(end) || end + 1 == words.count {
      return joined(words)
    }
    guard isRequest || hasMark || isSubject(end) && isNamed(end) || words[end...].count == 2 else {
      return nil
    }
    return turned(question, Array(words[end...]))
  }

  /// A name, or something of somebody's: not "the …", which begins many a sentence.
  private func isNamed(_ index: Int) -> Bool {
    let word = lower(index)
    return !EnglishWords.determiners.contains(word) && !EnglishWords.pronouns.contains(word)
      && words.count <= 9 && !words.contains { $0.hasSuffix(",") }
  }

  /// "Mira works" after "where": what follows is told, and becomes asked.
  private func turned(_ question: [String], _ told: [String]) -> String? {
    let lower = told.map { $0.lowercased() }
    // "who Mira's best friend is"
    if let last = lower.last, EnglishWords.copulas.contains(last), told.count > 1 {
      return inverted(question, last, Array(told.dropLast()))
    }
    if let place = lower.indices.dropFirst().first(where: {
      EnglishWords.copulas.contains(lower[$0]) || EnglishWords.modals.contains(lower[$0])
    }) {
      return inverted(question, lower[place], Array(told[..<place]) + told[(place + 1)...])
    }
    if let place = lower.indices.dropFirst().first(where: {
      EnglishWords.looksLikeVerb(lower[$0])
    }) {
      let verb = EnglishWords.base(of: lower[place])
      return inverted(
        question, "does", Array(told[..<place]) + [verb] + told[(place + 1)...])
    }
    if EnglishWords.pronouns.contains(lower[0]) || lower[0] == "people", told.count > 1 {
      return inverted(question, "do", told)
    }
    return nil
  }

  private func inverted(_ question: [String], _ auxiliary: String, _ rest: [String]) -> String? {
    let auxiliary = auxiliary.lowercased()
    guard !rest.isEmpty else { return nil }
    var rest = rest
    if EnglishWords.supports.contains(auxiliary) || EnglishWords.modals.contains(auxiliary) {
      rest[0] = Self.name(rest[0])
    } else if EnglishWords.copulas.contains(auxiliary) {
      if rest.count == 1, ["where", "who", "how"].contains(question[0].lowercased()) {
        rest[0] = Self.name(rest[0])
      }
      // "where is Mira working" → "where does Mira work"
      if auxiliary == "is", let place = rest.indices.dropFirst().first,
        let verb = EnglishWords.base(ofProgressive: rest[place].lowercased()),
        !EnglishWords.determiners.contains(rest[0].lowercased())
      {
        rest[0] = Self.name(rest[0])
        rest[place] = verb
        return joined(question + ["does"] + rest)
      }
    }
    return joined(question + [auxiliary] + rest)
  }

  // MARK: Other shapes

  /// "does Mira work at the bakery": asked already.
  private var invertedAlready: String? {
    guard words.count > 2, hasMark || isSubject(1) || EnglishWords.supports.contains(lower(0)),
      !EnglishWords.isAuxiliary(lower(1)), hasMark || !EnglishWords.looksLikeVerb(lower(1))
    else { return hasMark ? joined(words) : nil }
    return inverted([], words[0], Array(words.dropFirst()))
  }

  /// "Mira works at the bakery" after "if".
  private var yesOrNo: String? {
    turned([], words) ?? nil
  }

  /// "Mira works where?"
  private var questionWordLast: String? {
    guard words.count > 2, let last = words.last?.lowercased(),
      ["where", "what", "who", "which"].contains(last)
    else { return nil }
    return turned([last], Array(words.dropLast()))
  }

  /// "Mira's hobby", "the name of Mira's street", "the place where Mira works".
  private var named: String? {
    if lower(0) == "the",
      let place = words.indices.dropFirst(2).first(where: {
        lower($0) == "where" || lower($0) == "who"
      }), lower(1) == "place" || lower(1) == "person" || lower(1) == "street"
    {
      return EnglishQuestion(Array(words[place...]), isRequest: true, hasMark: true).direct
    }
    if lower(0) == "the", lower(2) == "that" || lower(2) == "which" {
      return EnglishQuestion(
        ["which", words[1]] + words[3...], isRequest: true, hasMark: true
      ).direct
    }
    if lower(0) == "the", words.count > 3, isSubject(2), !lower(2).hasSuffix("'s") {
      return EnglishQuestion(
        ["which", words[1]] + words[2...], isRequest: true, hasMark: true
      ).direct
    }
    guard !words.contains(where: { $0.hasSuffix("n't") }) else { return nil }
    let isOwned = words.dropLast().contains { word in
      (word.hasSuffix("'s") || word.hasSuffix("s'")) && !Self.shortened.contains(word.lowercased())
    }
    guard
      isOwned || lower(0) == "the" && words.contains("of")
        || ["his", "her", "their", "my", "your"].contains(lower(0)) && words.count > 1,
      !words.contains(where: { EnglishWords.isAuxiliary($0.lowercased()) })
    else { return nil }
    let place = words.firstIndex { $0.lowercased() == "of" }
    let noun = place.map { lower($0 - 1) } ?? lower(words.count - 1)
    let word =
      EnglishWords.people.contains(noun)
      ? "who" : EnglishWords.places.contains(noun) ? "where" : "what"
    return joined([word, noun.hasSuffix("ies") || noun == "pets" ? "are" : "is"] + words)
  }

  /// Not somebody's: "it is" in short.
  private static let shortened: Set<String> = [
    "it's", "that's", "he's", "she's", "there's", "here's", "let's", "one's",
  ]

  // MARK: Writing

  private func joined(_ words: [String]) -> String {
    var words = words
    for index in words.indices {
      let word = words[index]
      // Whose it is has a capital letter; so has who stands after "with" or "of" in small letters.
      if word.hasSuffix("'s"), !EnglishWords.spellings.keys.contains(word) {
        words[index] = Self.name(String(word.dropLast(2))) + "'s"
      } else if index > 0, index == words.count - 1,
        ["with", "of", "for", "to"].contains(words[index - 1].lowercased()),
        !Self.notNames.contains(word)
      {
        words[index] = Self.name(word)
      }
    }
    if let first = words.first, words.count > 1, first.first?.isUppercase == true,
      !first.hasSuffix("'s")
    {
      words[0] = first.prefix(1).lowercased() + first.dropFirst()
    }
    return EnglishSentence.capitalized(words.joined(separator: " ")) + "?"
  }

  private static let notNames: Set<String> = ["fun", "cook", "swim", "sing", "dance", "do", "best"]

  /// A word that stands where a name does and is no common word gets a capital letter.
  private static func name(_ word: String) -> String {
    guard word.first?.isLowercase == true, !EnglishWords.pronouns.contains(word),
      !EnglishWords.determiners.contains(word),
      !LatinLanguages.shared.isCommonEnglish(word)
    else { return word }
    return EnglishSentence.capitalized(word)
  }
}
