/// How a language is written, as far as a program must know it.
public struct Writing: Sendable {
  /// Whether blanks stand between words.
  public var separatesWords: Bool
  /// What stands between two sentences of a paragraph.
  public var sentenceGap: String
  /// The marks that end a sentence.
  public var sentenceEnds: [Unicode.Scalar]
  /// Whether question and exclamation marks are as wide as the characters before them.
  public var hasWideMarks: Bool
  /// What stands between the names of people in a list, and before the last of them.
  public var nameGap: String
  public var lastNameGap: String
}

extension Language {
  public var writing: Writing {
    switch self {
    case .english:
      Writing(
        separatesWords: true, sentenceGap: " ", sentenceEnds: [".", "!", "?"],
        hasWideMarks: false, nameGap: ", ", lastNameGap: " and ")
    case .japanese:
      Writing(
        separatesWords: false, sentenceGap: "", sentenceEnds: ["。", "！", "？"],
        hasWideMarks: true, nameGap: "さん、", lastNameGap: "さん、")
    }
  }

  #if !hasFeature(Embedded)
    /// Whether a text has letters, and all of them are of the script in which the language is written.
    public func isScript(of text: String) -> Bool {
      let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
      return !letters.isEmpty
        && letters.allSatisfy { scalar in
          switch self {
          case .english: scalar.value < 0x250
          case .japanese: scalar.value >= 0x3000
          }
        }
    }
  #endif

  /// What the language is called.
  public var name: LocalizedText {
    switch self {
    case .english: LocalizedText(en: "English", ja: "英語")
    case .japanese: LocalizedText(en: "Japanese", ja: "日本語")
    }
  }

  /// The one that it is not.
  public var other: Language {
    switch self {
    case .english: .japanese
    case .japanese: .english
    }
  }

  /// The field of parallel sentences that is written in it.
  public var field: FieldName {
    switch self {
    case .english: .english
    case .japanese: .japanese
    }
  }
}

extension FieldName {
  /// The language that the field is in by its name; nil where the document says it.
  public var language: Language? { Language.allCases.first { $0.field == self } }
}
