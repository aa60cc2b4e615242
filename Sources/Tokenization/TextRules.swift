/// What a tokenizer from elsewhere does with a text before and after it cuts it into words.
///
/// Nakami's own tokenizers have none of these.
/// - SeeAlso: `AddedVocabulary`, `ByteLevel` and `TemplateProcessing` of Hugging Face's `tokenizers`.
public struct TextRules: Sendable, Equatable {
  /// Tokens that stand in a text as they are written.
  public var added: [AddedToken]
  /// Whether each stretch between such tokens gets a space before it, unless it begins with one.
  public var addsSpaceBefore: Bool
  /// Tokens that stand before and after every text.
  public var before: [Int32]
  public var after: [Int32]
  /// Whether special tokens are text wherever they are written.
  public var splitsSpecial: Bool

  public init(
    added: [AddedToken] = [], addsSpaceBefore: Bool = false, before: [Int32] = [],
    after: [Int32] = [], splitsSpecial: Bool = false
  ) {
    self.added = added
    self.addsSpaceBefore = addsSpaceBefore
    self.before = before
    self.after = after
    self.splitsSpecial = splitsSpecial
  }
}

/// A token that is taken out of a text as a whole, before words are cut.
public struct AddedToken: Sendable, Equatable {
  public var id: Int32
  public var text: String
  /// Whether it marks structure, such as the end of a document; such a one is no text when it is written.
  public var isSpecial: Bool
  /// Whether it takes white space before or after it along.
  public var takesSpaceBefore: Bool
  public var takesSpaceAfter: Bool
  /// Whether it is only taken where no letter, digit or underscore touches it.
  public var isWholeWord: Bool
  /// Whether it is looked for in what others have left.
  public var isLate: Bool

  public init(
    id: Int32, text: String, isSpecial: Bool = true, takesSpaceBefore: Bool = false,
    takesSpaceAfter: Bool = false, isWholeWord: Bool = false, isLate: Bool = false
  ) {
    self.id = id
    self.text = text
    self.isSpecial = isSpecial
    self.takesSpaceBefore = takesSpaceBefore
    self.takesSpaceAfter = takesSpaceAfter
    self.isWholeWord = isWholeWord
    self.isLate = isLate
  }
}
