import Names

/// Why a text is not JSON, or not JSON of the size that is allowed.
public struct JSONError: ReadableError, Equatable, Sendable {
  public enum Kind: Sendable { case malformed, tooLarge, duplicateName }

  public let kind: Kind
  /// Counted from 1.
  public let line: Int
  /// Counted from 0, in bytes.
  public let offset: Int
  public let problem: LocalizedText

  public func text(_ language: Language) -> String {
    LocalizedText(en: "line \(line): \(problem.en)", ja: "\(line)行目：\(problem.ja)")[language]
  }
}

/// How much JSON is taken in: beyond these bounds reading stops with an error.
public struct JSONLimits: Sendable {
  public var byteCount: Int
  /// Arrays and objects within each other.
  public var depth: Int
  /// Values altogether, which bounds memory whatever the text is made of.
  public var valueCount: Int

  public init(byteCount: Int = 16 << 20, depth: Int = 64, valueCount: Int = 500_000) {
    self.byteCount = byteCount
    self.depth = depth
    self.valueCount = valueCount
  }
}
