import Names

/// What a collector brought home: documents, and the files that it could not use.
public struct Collection: Sendable {
  /// In the order of their paths' bytes, records within a file in their order.
  public var documents = Spool<RawDocument>()
  public var rejected: [RejectedFile] = []
  /// Files that were read although some of their bytes stand for no character.
  public var mended: [MendedFile] = []
  /// Bytes of the files that were read.
  public var byteCount = 0

  /// No documents yet.
  public init() {}
}

/// A file that was left out, and why.
public struct RejectedFile: Sendable, Codable, Equatable {
  /// Within the collected folder.
  public var path: String
  public var reason: LocalizedText

  /// - Parameter path: within the collected folder.
  public init(path: String, reason: LocalizedText) {
    self.path = path
    self.reason = reason
  }
}

/// How much a collector reads before it says that it is too much.
public struct CollectionLimits: Sendable {
  /// Bytes of one file.
  public var fileBytes: Int
  /// Bytes of one file that must lie in memory as a whole: HTML, JSON, and text not in UTF-8.
  public var wholeFileBytes: Int
  /// Bytes of all files.
  public var totalBytes: Int
  public var fileCount: Int
  /// Folders within folders.
  public var depth: Int

  /// What a laptop reads within half an hour.
  public init(
    fileBytes: Int = 4 << 30, wholeFileBytes: Int = 64 << 20, totalBytes: Int = 8 << 30,
    fileCount: Int = 500_000, depth: Int = 32
  ) {
    self.fileBytes = fileBytes
    self.wholeFileBytes = wholeFileBytes
    self.totalBytes = totalBytes
    self.fileCount = fileCount
    self.depth = depth
  }
}

/// Why nothing could be collected, with what to do about it.
public struct CollectionError: ReadableError, Sendable, Equatable {
  public enum Problem: Sendable, Equatable {
    case missing
    case unreadable
    case empty
    case nothingUsable
    case tooLarge
    case tooMany
    case badManifest
  }

  public var problem: Problem
  public var path: String
  public var message: LocalizedText

  /// The path and what is wrong with it, on one line.
  public func text(_ language: Language) -> String { "\(path): \(message[language])" }
}
