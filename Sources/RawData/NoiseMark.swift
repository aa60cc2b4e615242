import Names

/// One place where the generator put noise, so that cleaning can be judged against the truth.
public struct NoiseMark: Codable, Sendable, Equatable {
  public var documentID: String
  public var kind: NoiseKind
  public var field: FieldName
  /// The text as it stands in the raw document; empty when the whole document is the noise.
  public var noisy: String
  /// What cleaning should leave in its place: empty when removed, a mask for personal data.
  public var clean: String
  /// Where `noisy` begins in the decoded field, in UTF-8 bytes.
  public var offset: Int
  /// The document that a duplicate repeats, or that a correction resembles.
  public var duplicateOf: String?
  /// Nil where a rule can know what is right; a lookalike is no noise at all and stays.
  public var guise: NoiseGuise?

  /// - Parameters:
  ///   - noisy: the text as it stands in the raw document; empty when the whole document is noise.
  ///   - clean: what cleaning should leave in its place.
  ///   - offset: where `noisy` begins in the decoded field, in UTF-8 bytes.
  ///   - duplicateOf: the document that a duplicate repeats, or that a correction resembles.
  ///   - guise: why a rule can hardly be right here; nil where it can.
  public init(
    documentID: String, kind: NoiseKind, field: FieldName, noisy: String, clean: String,
    offset: Int, duplicateOf: String? = nil, guise: NoiseGuise? = nil
  ) {
    self.documentID = documentID
    self.kind = kind
    self.field = field
    self.noisy = noisy
    self.clean = clean
    self.offset = offset
    self.duplicateOf = duplicateOf
    self.guise = guise
  }
}
