import Names

/// U1 and U2: requests as people make them, what the program makes of each, and what that is worth.
public struct AskingRecord: Codable, Sendable {
  public var requests: [RequestRecord]
  /// Sentences by which the detector of the language is shown.
  public var sentences: [Sentence]
  /// How well the model translates its own answers; empty where no truth is known.
  public var translations: [Translation]

  /// One way to ask, tried with several people.
  public struct RequestRecord: Codable, Sendable {
    public var language: Language
    /// As it was typed, with the first of the people.
    public var text: String
    public var kind: PromptKind
    public var sign: KindSign
    /// What the model is given, without special tokens.
    public var recast: String
    /// The answer to the text as typed, with the kind seen but nothing recast, and to what it was recast to.
    public var answerAsTyped: String
    public var answer: String
    /// People that it was asked about; 0 where no right answer is known.
    public var asked: Int
    /// Right answers to the text as it was typed, and to what it was recast to.
    public var rightAsTyped: Int
    public var right: Int

    package init(
      language: Language, text: String, kind: PromptKind, sign: KindSign, recast: String,
      answerAsTyped: String, answer: String, asked: Int, rightAsTyped: Int, right: Int
    ) {
      self.language = language
      self.text = text
      self.kind = kind
      self.sign = sign
      self.recast = recast
      self.answerAsTyped = answerAsTyped
      self.answer = answer
      self.asked = asked
      self.rightAsTyped = rightAsTyped
      self.right = right
    }
  }

  /// A sentence with the detector's scores, which add up to 1.
  public struct Sentence: Codable, Sendable {
    public var text: String
    public var tongue: Tongue
    public var english: Double
    public var japanese: Double
    public var neither: Double

    package init(
      text: String, tongue: Tongue, english: Double, japanese: Double, neither: Double
    ) {
      self.text = text
      self.tongue = tongue
      self.english = english
      self.japanese = japanese
      self.neither = neither
    }
  }

  /// Right answers in one language, and how many of them the model translated rightly.
  public struct Translation: Codable, Sendable {
    public var from: Language
    /// An answer, and what the model made of it.
    public var source: String
    public var text: String
    public var asked: Int
    public var right: Int

    package init(from: Language, source: String, text: String, asked: Int, right: Int) {
      self.from = from
      self.source = source
      self.text = text
      self.asked = asked
      self.right = right
    }
  }

  package init(
    requests: [RequestRecord], sentences: [Sentence], translations: [Translation]
  ) {
    self.requests = requests
    self.sentences = sentences
    self.translations = translations
  }
}
