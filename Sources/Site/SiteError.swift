import Names

/// Why the site could not be written, in one line with the path and a remedy.
public struct SiteError: ReadableError, Sendable, Equatable {
  public var path: String
  public var reason: LocalizedText

  public func text(_ language: Language) -> String {
    LocalizedText(en: "\(path): \(reason.en)", ja: "\(path)：\(reason.ja)")[language]
  }
}
