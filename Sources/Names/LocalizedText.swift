/// Words for people, written in each language on its own and never translated word for word.
public struct LocalizedText: Sendable, Hashable {
  public var en: String
  public var ja: String

  /// The same in English and in Japanese.
  public init(en: String, ja: String) {
    self.en = en
    self.ja = ja
  }

  /// The words in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: en
    case .japanese: ja
    }
  }
}

#if !hasFeature(Embedded)
  extension LocalizedText: Codable {}
#endif
