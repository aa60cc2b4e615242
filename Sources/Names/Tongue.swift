/// What a sentence that the language detector is shown is written in.
public enum Tongue: String, Sendable, CaseIterable {
  case english = "en"
  case japanese = "ja"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case chinese = "zh"
  case korean = "ko"
  case russian = "ru"
  case programText = "code"

  /// The language of the model that it is; nil for neither.
  public var language: Language? { Language(rawValue: rawValue) }
}
