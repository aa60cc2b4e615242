/// What a text can be that is to be cleaned; the rules differ by it.
public enum TextForm: String, Sendable, CaseIterable {
  /// A web page where the text begins with a tag, else plain text.
  case automatic = "auto"
  case page, plain, markdown, book, news, wiki, forum

  /// Characters of a text that a page takes at most.
  public static let mostCharacters = 20_000
}
