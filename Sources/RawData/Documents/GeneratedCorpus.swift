import Foundation
import Names

/// Documents as files, with the truth about them: what noise is where, and what is under it.
public struct GeneratedCorpus: Sendable {
  /// A file's metadata as the manifest gives it.
  public struct ManifestEntry: Codable, Sendable, Equatable {
    public var path: String
    public var kind: DocumentKind
    public var language: Language?
    public var source: String
    public var title: String
    public var date: String
    public var licence: String
  }

  /// The manifest's file: what each file of a folder is and where it came from.
  public struct Manifest: Codable, Sendable, Equatable {
    public static let fileName = "manifest.json"
    public var version = 1
    public var files: [ManifestEntry]
  }

  /// Paths within the folder, in byte order, with what they hold.
  public var files: [(path: String, bytes: [UInt8])] = []
  public var manifest = Manifest(files: [])
  /// Where noise was put, by document in the order of the files and then by offset.
  public var noise: [NoiseMark] = []
  /// By document, the exact text that cleaning and normalization should leave; documents that should
  /// be dropped are absent.
  public var cleanFields: [String: [RawDocument.Field]] = [:]
  /// By document, `-ln p` of its clean text given its first language, in nats, as the world's own
  /// probabilities have it; only for documents that should stay.
  public var surprisal: [String: Double] = [:]
  /// The questions kept out of these documents, the right answers and the true probabilities.
  public var truth: Truth

  init(truth: Truth) { self.truth = truth }

  /// Bytes of all files without the manifest and the record of noise.
  public var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }

  /// Writes the files, `manifest.json` and `noise.json` into a folder, which is made if need be.
  ///
  /// `noise.json` tells what a cleaner must not know, so collection leaves it out.
  /// - Throws: Foundation's error when the folder cannot be written.
  public func write(to folder: String) throws {
    let manager = FileManager.default
    var made: Set<String> = []
    for (path, bytes) in files {
      let full = folder + "/" + path
      let parent = String(full[..<full.lastIndex(of: "/")!])
      if made.insert(parent).inserted {
        try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: full))
    }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.encode(manifest).write(
      to: URL(fileURLWithPath: folder + "/" + Manifest.fileName))
    try Self.encode(noise).write(to: URL(fileURLWithPath: folder + "/" + Self.noiseFileName))
  }

  static let noiseFileName = "noise.json"

  private static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data([10])
  }
}
