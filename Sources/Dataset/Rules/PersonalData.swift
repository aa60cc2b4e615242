import Names

/// The cleaning's masks for personal data, for whoever keeps a text instead of learning from it.
public enum PersonalData {
  /// What a mask stands for.
  public enum Kind: String, Sendable, CaseIterable {
    case mail = "[email]"
    case telephone = "[phone]"
    case user = "[user]"
  }

  public struct Masked: Sendable, Equatable {
    public var text: String
    /// What was masked, one for each place, in the order of the text.
    public var kinds: [Kind]
  }

  /// Puts `[email]`, `[phone]` and `[user]` in the place of what the cleaning takes for such. O(length).
  ///
  /// A text in full-width characters must be normalized before.
  public static func masked(_ text: String) -> Masked {
    let bytes = Array(text.utf8)
    var edits = EditList()
    bytes.withUnsafeBufferPointer { PersonalDataPass.run($0, into: &edits) }
    guard !edits.isEmpty else { return Masked(text: text, kinds: []) }
    let result = bytes.withUnsafeBufferPointer { edits.applied(to: $0) }
    // Two that touch are one edit, so the masks themselves are counted.
    let masks = String(decoding: edits.text, as: UTF8.self).split(separator: "]").map { "\($0)]" }
    return Masked(
      text: String(decoding: result, as: UTF8.self), kinds: masks.compactMap { Kind(rawValue: $0) })
  }
}
