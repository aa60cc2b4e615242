import Names

/// A paragraph on its way into a file: plain text with noise in known places.
struct Passage: Sendable {
  enum Fragment: Sendable, Equatable {
    case plain(String)
    /// `noisy` stands in the file; cleaning should leave `clean`.
    case noise(NoiseKind, noisy: String, clean: String, guise: NoiseGuise? = nil)
  }

  var isItem = false
  var fragments: [Fragment] = []

  /// What cleaning should leave of it.
  var clean: String {
    fragments.map { fragment in
      switch fragment {
      case .plain(let text): text
      case .noise(_, _, let clean, _): clean
      }
    }.joined()
  }

  /// Replaces `range` (UTF-8 offsets) of the plain fragment at `index` by noise.
  mutating func replace(
    _ index: Int, _ range: Range<Int>, by kind: NoiseKind, _ noisy: String, guise: NoiseGuise? = nil
  ) {
    guard case .plain(let text) = fragments[index] else {
      preconditionFailure("noise goes into plain text only")
    }
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    let middle = String(decoding: bytes[range], as: UTF8.self)
    let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
    var parts: [Fragment] = []
    if !before.isEmpty { parts.append(.plain(before)) }
    parts.append(.noise(kind, noisy: noisy, clean: middle, guise: guise))
    if !after.isEmpty { parts.append(.plain(after)) }
    fragments.replaceSubrange(index...index, with: parts)
  }

  /// Inserts noise that cleaning removes, at a UTF-8 offset of the plain fragment at `index`.
  mutating func insert(
    _ index: Int, at offset: Int, _ kind: NoiseKind, _ noisy: String, guise: NoiseGuise? = nil
  ) {
    replace(index, offset..<offset, by: kind, noisy, guise: guise)
  }
}

/// Builds the text of a field and writes down where the noise in it begins.
struct FieldBuilder {
  private(set) var text = ""
  private(set) var marks: [Mark] = []

  struct Mark {
    var kind: NoiseKind
    var noisy: String
    var clean: String
    var offset: Int
    var guise: NoiseGuise?
  }

  var byteCount: Int { text.utf8.count }

  /// Text that belongs to the form of the file, or that stays as it is.
  mutating func write(_ plain: String) { text += plain }

  mutating func write(
    _ kind: NoiseKind, _ noisy: String, clean: String = "", guise: NoiseGuise? = nil
  ) {
    marks.append(
      Mark(kind: kind, noisy: noisy, clean: clean, offset: byteCount, guise: guise))
    text += noisy
  }

  /// Something that is removed as a whole, such as a page number.
  mutating func boilerplate(_ noisy: String) { write(.boilerplate, noisy) }

  mutating func write(_ passage: Passage, escape: (String) -> String = { $0 }) {
    for fragment in passage.fragments {
      switch fragment {
      case .plain(let text): write(escape(text))
      case .noise(let kind, let noisy, let clean, let guise):
        write(kind, noisy, clean: clean, guise: guise)
      }
    }
  }
}
