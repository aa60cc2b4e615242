import Names
import Numerics

/// Invented personal data: addresses and numbers from ranges that belong to nobody.
enum Handles {
  private static let words = [
    "gull", "tern", "wave", "anchor", "kelp", "lamp", "oar", "pearl", "sail", "tide", "crab",
    "rope",
  ]

  static func name(_ random: inout RandomGenerator) -> String {
    let word = words[random.below(words.count)]
    switch random.below(3) {
    case 0: return "\(word)_\(10 + random.below(90))"
    case 1: return "\(word)\(10 + random.below(90))"
    default: return "\(word)_\(words[random.below(words.count)])"
    }
  }

  static func invent(
    _ data: Grammar.PersonalData, _ language: Language, _ random: inout RandomGenerator
  ) -> String {
    switch data {
    case .user: return "@" + name(&random)
    case .email:
      let word = words[random.below(words.count)]
      let local = random.below(2) == 0 ? "\(word)\(10 + random.below(90))" : "\(word).keeper"
      return local + ["@nagi.example", "@post.nagi.example"][random.below(2)]
    case .phone:
      let four = String(1000 + random.below(9000))
      let two = String(10 + random.below(90))
      // Mostly the country's own form, now and then the other one's.
      let form = random.below(5) == 0 ? language.other : language
      let phones = Habits.of(form).phones(two, four)
      return phones[random.below(phones.count)]
    }
  }

  /// The same in words, which people read and rules do not.
  static func spell(
    _ data: Grammar.PersonalData, _ language: Language, _ random: inout RandomGenerator
  ) -> String {
    let habits = Habits.of(language)
    switch data {
    case .phone: return habits.spelledPhone((0..<4).map { _ in random.below(10) })
    case .email, .user:
      let word = words[random.below(words.count)]
      return "\(word)\(10 + random.below(90))" + habits.spelledHost
    }
  }
}
