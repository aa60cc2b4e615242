/// The two languages of the world, with their ISO 639-1 codes.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case japanese = "ja"
}
