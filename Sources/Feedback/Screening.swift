import Dataset
import Names
import Tokenization
import Usage

/// What a text from a person must go through before it is kept.
public enum Screening {
  /// Bytes that a kept text may have: many times what the model sees at once.
  public static let longestText = 4_096
  /// Characters of a rater's name.
  public static let longestName = 40

  /// A correction in the form in which it is kept.
  public struct Correction: Sendable, Equatable {
    public var text: String
    public var masks: Masks
    /// How many characters that steer a terminal or reorder a line were taken out.
    public var removedControls: Int
  }

  /// Judges a correction and brings it into the normal form of what the model learns from.
  ///
  /// Its language must be the one that the answer is wanted in, where it can be told: a name alone is
  /// neither.
  /// - Throws: `CorrectionError` when it can't become an example.
  public static func correction(
    _ text: String, of answer: RatedAnswer
  ) throws(CorrectionError) -> Correction {
    let readable = readable(text)
    let removed = text.unicodeScalars.count - readable.unicodeScalars.count
    guard readable.utf8.count <= longestText else {
      throw .tooLong(bytes: readable.utf8.count)
    }
    let normalized = PromptForm(kind: answer.kind, language: answer.languageOfAnswer)
      .normalized(readable)
    guard normalized.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty
    }
    if let role = role(in: normalized) { throw .role(role) }
    let unsuitable = UnsuitableWords.masked(normalized)
    guard unsuitable.terms.isEmpty else { throw .unsuitable(unsuitable.terms) }
    let masked = masked(normalized)
    // Addresses and their masks are in no language.
    try expectLanguage(masked.text.replacing(/\[[a-z]+\]/, with: ""), of: answer)
    return Correction(text: masked.text, masks: masked.masks, removedControls: removed)
  }

  /// - Throws: `CorrectionError.name` for one that is empty, long, of several lines or personal data.
  public static func name(_ name: String) throws(CorrectionError) -> String {
    let trimmed = PromptForm(kind: .question, language: .english).normalized(readable(name))
    guard !trimmed.isEmpty, trimmed.unicodeScalars.count <= longestName,
      !name.utf8.contains(0x0A), readable(name) == name, masked(trimmed).masks.isEmpty
    else { throw .name }
    return trimmed
  }

  private static func expectLanguage(
    _ text: String, of answer: RatedAnswer
  ) throws(CorrectionError) {
    let scores = LanguageScores(text)
    let wanted = answer.languageOfAnswer
    if scores.isNeither {
      // A few letters say too little.
      guard text.unicodeScalars.count < 20 else { throw .language(wanted) }
    } else if scores.language != wanted {
      throw .language(wanted)
    }
  }

  /// The first of the model's own signs that stands in a text.
  private static func role(in text: String) -> String? {
    SpecialToken.allCases.map(\.text).first { text.contains($0) }
  }

  // MARK: Parts

  static func kept(
    _ text: String, _ kind: PromptKind, _ language: Language, _ masks: inout Masks
  ) -> String {
    let form = PromptForm(kind: kind, language: language)
    let masked = masked(form.normalized(shortened(readable(text))))
    masks.add(masked.masks)
    return masked.text
  }

  static func masked(_ text: String) -> (text: String, masks: Masks) {
    let masked = PersonalData.masked(text)
    return (masked.text, Masks(masked.kinds))
  }

  static func readable(_ text: String) -> String { ControlCharacters.removed(from: text) }

  /// The beginning of a text, up to a whole character.
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF8.width(scalar)
      guard count <= longestText else { break }
      result.append(scalar)
    }
    return String(result)
  }
}
