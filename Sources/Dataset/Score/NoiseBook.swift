import Names
import RawData

/// The known noise of a collection, looked up by place.
struct NoiseBook {
  struct Entry {
    var mark: NoiseMark
    /// The rule that the noise is meant for.
    var rule: RuleID
    /// Whether the rule dealt with it; right for noise, wrong for a lookalike.
    var isCaught = false
    /// Whether it was caught along with its whole document.
    var isDropped = false
    var isLookalike: Bool { mark.guise == .lookalike }
    var isWhole: Bool { mark.noisy.isEmpty && mark.clean.isEmpty }
    /// The bytes in which a change deals with it: of a sentence, not the spaces that it shares with
    /// its neighbours.
    var range: Range<Int> {
      let noisy = Array(mark.noisy.utf8)
      let whole = mark.offset..<mark.offset + noisy.count
      guard mark.kind == .unsuitable, let first = noisy.firstIndex(where: { $0 > 0x20 }),
        let last = noisy.lastIndex(where: { $0 > 0x20 })
      else { return whole }
      return mark.offset + first..<mark.offset + last + 1
    }
  }

  private struct Place: Hashable {
    var document: String
    var field: FieldName
  }

  private(set) var entries: [Entry] = []
  private var byPlace: [Place: [Int]] = [:]
  private var whole: [String: [Int]] = [:]
  /// Lookalikes within a document.
  private var lookalikes: [String: [Int]] = [:]

  /// Files in another encoding are repaired while they are collected: nothing is left to judge.
  init(_ noise: [NoiseMark], _ documents: some Sequence<RawDocument>) {
    var kinds: [String: DocumentKind] = [:]
    for document in documents { kinds[document.id] = document.kind }
    for mark in noise {
      var entry = Entry(mark: mark, rule: .markup)
      if entry.isWhole, mark.kind == .encoding { continue }
      entry.rule = Self.rule(for: mark, in: kinds[mark.documentID] ?? .userText)
      if entry.isWhole {
        whole[mark.documentID, default: []].append(entries.count)
      } else {
        let place = Place(document: mark.documentID, field: mark.field)
        byPlace[place, default: []].append(entries.count)
        if entry.isLookalike {
          lookalikes[mark.documentID, default: []].append(entries.count)
        }
      }
      entries.append(entry)
    }
  }

  /// Marks the noise at a place as dealt with, and tells which kinds were there; lookalikes are none.
  ///
  /// A rule catches its own kind of noise; a rule that only undoes structure catches any.
  mutating func catchMarks(
    at range: Range<Int>, in document: String, _ field: FieldName, for own: NoiseKind?
  ) -> (kinds: Set<NoiseKind>, hasLookalike: Bool) {
    var kinds: Set<NoiseKind> = []
    var hasLookalike = false
    for index in byPlace[Place(document: document, field: field)] ?? [] {
      let mark = entries[index].range
      let overlaps =
        range.lowerBound < mark.upperBound && mark.lowerBound < range.upperBound
        || range.isEmpty && mark.lowerBound <= range.lowerBound
          && range.lowerBound <= mark.upperBound
      guard overlaps else { continue }
      if entries[index].isLookalike {
        if own == entries[index].mark.kind {
          entries[index].isCaught = true
          hasLookalike = true
        }
        continue
      }
      kinds.insert(entries[index].mark.kind)
      if own == nil || own == entries[index].mark.kind { entries[index].isCaught = true }
    }
    return (kinds, hasLookalike)
  }

  /// The same for a document that was dropped: it holds a lookalike anywhere, or is one itself.
  mutating func catchWhole(
    _ document: String, for own: NoiseKind?
  ) -> (kinds: Set<NoiseKind>, hasLookalike: Bool) {
    var kinds: Set<NoiseKind> = []
    var hasLookalike = false
    for index in (whole[document] ?? []) + (lookalikes[document] ?? []) {
      if entries[index].isLookalike {
        guard own == entries[index].mark.kind else { continue }
        hasLookalike = true
        entries[index].isDropped = true
      } else {
        kinds.insert(entries[index].mark.kind)
      }
      if own == entries[index].mark.kind { entries[index].isCaught = true }
    }
    return (kinds, hasLookalike)
  }

  private static func rule(for mark: NoiseMark, in kind: DocumentKind) -> RuleID {
    let noisy = mark.noisy.unicodeScalars
    switch mark.kind {
    case .boilerplate:
      switch kind {
      case .bookChapter: return .pageFurniture
      case .news: return .newsLines
      case .encyclopedia: return .citations
      case .dialogue: return .forum
      default: return .boilerplate
      }
    case .encoding:
      return noisy.count > 1 ? .mojibake : .controlCharacters
    case .lineBreaks:
      if mark.noisy.utf8.contains(UInt8(ascii: "-")) { return .hyphenation }
      return noisy.contains { ["\r", "\u{2028}", "\u{2029}"].contains($0) }
        ? .lineEndings : .whiteSpace
    case .width:
      return noisy.allSatisfy { "‘’“”?!".unicodeScalars.contains($0) } ? .quotes : .compatibility
    case .personalData: return .personalData
    case .spam: return .spam
    case .unsuitable: return .unsuitable
    case .wrongLanguage: return .language
    case .exactDuplicate: return .exactDuplicate
    case .nearDuplicate: return .nearDuplicate
    }
  }
}
