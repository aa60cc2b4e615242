/// What the rules for English must know of words.
enum EnglishWords {
  static let questionWords: Set<String> = [
    "where", "who", "whom", "whose", "what", "which", "when", "why", "how",
  ]
  static let copulas: Set<String> = ["is", "are", "was", "were"]
  static let supports: Set<String> = ["does", "do", "did"]
  static let modals: Set<String> = [
    "can", "could", "will", "would", "should", "must", "may", "might", "shall",
  ]
  static let pronouns: Set<String> = ["he", "she", "it", "they", "we", "i", "you", "one"]
  static let determiners: Set<String> = [
    "the", "a", "an", "my", "his", "her", "its", "your", "our", "their", "this", "that", "these",
    "those", "any", "some", "every", "each", "no", "there",
  ]
  static let prepositions: Set<String> = [
    "at", "on", "in", "of", "with", "to", "for", "from", "by", "about",
  ]
  /// Which question word a thing is asked for with; "what" for all others.
  static let people: Set<String> = [
    "friend", "pal", "boss", "neighbour", "husband", "wife", "brother", "sister", "mother",
    "father", "teacher", "companion", "buddy", "partner", "mate",
  ]
  static let places: Set<String> = ["home", "house", "whereabouts"]

  static func isAuxiliary(_ word: String) -> Bool {
    copulas.contains(word) || supports.contains(word) || modals.contains(word)
      || word == "has" || word == "have" || word == "had"
  }

  private static let notVerbs: Set<String> = [
    "this", "his", "its", "always", "as", "us", "yes", "less", "perhaps", "sometimes", "thus",
    "is", "was", "does", "has", "foods", "pets", "animals", "friends", "hobbies", "people's",
  ]

  /// Whether the word looks like a verb of the third person: works, has, does.
  static func looksLikeVerb(_ word: String) -> Bool {
    if word == "has" || word == "does" || word == "goes" { return true }
    return word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      && !word.contains("'") && !notVerbs.contains(word)
  }

  /// The form of the dictionary: works → work, has → have, watches → watch.
  static func base(of verb: String) -> String {
    switch verb {
    case "has": return "have"
    case "does": return "do"
    case "goes": return "go"
    default: break
    }
    if verb.hasSuffix("ies"), verb.utf8.count > 4 { return verb.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zes"] where verb.hasSuffix(ending) {
      return String(verb.dropLast(2))
    }
    return String(verb.dropLast())
  }

  /// working → work, living → live; nil where neither is a common word.
  static func base(ofProgressive verb: String) -> String? {
    guard verb.hasSuffix("ing"), verb.utf8.count > 4 else { return nil }
    let stem = String(verb.dropLast(3))
    let known = LatinLanguages.shared
    for candidate in [stem, stem + "e", String(stem.dropLast())]
    where candidate.utf8.count > 1 && known.isCommonEnglish(candidate) {
      return candidate
    }
    return nil
  }

  /// As the training text spells it.
  static let spellings = [
    "favorite": "favourite", "color": "colour", "neighbor": "neighbour", "harbor": "harbour",
    "fave": "favourite", "wheres": "where is", "whats": "what is", "whos": "who is",
    "where's": "where is", "what's": "what is", "who's": "who is", "hows": "how is",
    "how's": "how is", "when's": "when is",
  ]
}
