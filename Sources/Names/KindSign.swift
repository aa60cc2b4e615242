/// By what it was seen what a person wants from the model.
public enum KindSign: String, Sendable, CaseIterable {
  /// They said it with an option.
  case given
  /// A word such as "sum up" or 「訳して」 stands before or after the text.
  case instruction
  /// "Tell me …", 「…を教えて」.
  case request
  /// The text ends with a question mark.
  case mark
  /// It ends with the particle か.
  case particle
  /// "Where does …", 「…は何」.
  case questionWord
  /// It stops after what it is about: 「…の職場は」.
  case topic
  /// Nothing says that it is anything but the beginning of a text.
  case none
}
