import RawData

/// A token as a reader sees it.
public struct TokenPiece: Codable, Sendable, Equatable {
  public var id: Int32
  /// The token's bytes; they may be part of a character only.
  public var bytes: [UInt8]
  /// What to show: the text, `<|end|>` for a special token, or `‹E3 81›` where the bytes are no
  /// whole character.
  public var text: String
}

/// In a file the bytes are left out where they are those of the text, which is nearly always.
extension TokenPiece {
  private enum Field: String, CodingKey {
    case id, bytes, text
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    id = try fields.decode(Int32.self, forKey: .id)
    text = try fields.decode(String.self, forKey: .text)
    bytes = try fields.decodeIfPresent([UInt8].self, forKey: .bytes) ?? Array(text.utf8)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Field.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(text, forKey: .text)
    if !bytes.elementsEqual(text.utf8) { try fields.encode(bytes, forKey: .bytes) }
  }
}

/// A stretch of a text, in UTF-8 bytes of it.
public struct TextRange: Codable, Sendable, Equatable {
  public var start: Int
  public var end: Int
}

/// One change that a rule made to a text.
public struct EditRecord: Codable, Sendable {
  /// Id of the rule, one of `CleaningRecord.rules` or `NormalizationRecord.rules`.
  public var rule: String
  /// Where it was in the text before the change, in UTF-8 bytes, as far as the rule knows it.
  public var place: Int
  public var before: String
  public var after: String
}

/// A text before and after a stage.
public struct BeforeAfter: Codable, Sendable {
  public var documentID: String
  public var language: Language
  public var before: String
  public var after: String
  public var edits: [EditRecord]
}

/// How often a decision was right, against the known truth.
public struct ConfusionRecord: Codable, Sendable {
  public var truePositives: Int
  public var falsePositives: Int
  public var falseNegatives: Int
  public var trueNegatives: Int

  /// Share of what was flagged that deserved it; 1 when nothing was flagged.
  public var precision: Double {
    let flagged = truePositives + falsePositives
    return flagged == 0 ? 1 : Double(truePositives) / Double(flagged)
  }

  /// Share of what deserved it that was flagged; 1 when nothing deserved it.
  public var recall: Double {
    let deserving = truePositives + falseNegatives
    return deserving == 0 ? 1 : Double(truePositives) / Double(deserving)
  }
}
