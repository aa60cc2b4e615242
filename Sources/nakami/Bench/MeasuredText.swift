import Numerics

/// English to measure with, as much as is wanted: no sense in it, but words as unevenly often as in any
/// language, and new ones however long one reads.
///
/// The word of rank r comes with a chance near 1/r (Zipf's law). The first ranks are frequent words of
/// English, all others are made of syllables.
struct MeasuredText {
  private var random: RandomGenerator

  private static let frequent =
    "the of and to a in is that for it was on are as with he be at by i this had not but from or have an they which one you were her all she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because each just those people how too little state good world still own see men work long here get both between life being under never day same another know while last might us great old year come since against go came right used take three"
    .split(separator: " ").map(String.init)
  private static let syllables =
    "ba con der est fi gar hol ing ja ker len mon nor ol per qua ris sto ter un ver wil yard zen al ble cap dis el for gen her in just kin lo min nes op pre re sen tion ul vis wor ex by den mar sel"
    .split(separator: " ").map(String.init)
  /// Different words at most.
  private static let words = 3_000_000.0

  init(seed: UInt64) { random = RandomGenerator(seed: seed) }

  private func word(_ rank: Int) -> String {
    if rank < Self.frequent.count { return Self.frequent[rank] }
    var rest = rank
    var word = ""
    repeat {
      word += Self.syllables[rest % Self.syllables.count]
      rest /= Self.syllables.count
    } while rest > 0
    return word
  }

  private mutating func sentence() -> String {
    let words = (0..<6 + random.below(18)).map { _ in
      word(Int(Portable.exp(random.uniformDouble() * Portable.log(Self.words))) - 1)
    }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// Text of about so many bytes: paragraphs with a blank line between them.
  mutating func text(byteCount: Int) -> String {
    var text = ""
    while text.utf8.count < byteCount {
      text += (0..<3 + random.below(6)).map { _ in sentence() }.joined(separator: " ") + "\n\n"
    }
    return text
  }
}
