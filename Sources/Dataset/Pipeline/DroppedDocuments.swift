import Names
import RawData

/// The documents that cleaning dropped, in the order of collection.
///
/// Duplicates may be most of a collection, so what there is to tell about one is put together when
/// it is asked for.
public struct DroppedDocuments: RandomAccessCollection, Sendable {
  private var judged = Spool<DroppedDocument>()
  /// For each of them, how many clean documents come before it.
  private var cleanBefore: [Int32] = []
  /// Places among the clean documents, ascending, and among the language codes.
  private var foreign: [(index: Int32, code: Int32)] = []
  private var codes: [String] = []
  private var repeated: [DuplicateFinder.Found] = []
  private var clean = Spool<CleanDocument>()
  /// Numbers of all, those of the judged first, then those of the foreign and the repeated ones.
  private var order: [Int32] = []
  /// Documents dropped by each rule.
  private var counts = [Int](repeating: 0, count: RuleID.allCases.count)
  private var byteCounts = [Int](repeating: 0, count: RuleID.allCases.count)
  private var characterCounts = [Int](repeating: 0, count: RuleID.allCases.count)

  init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { order.count }

  func count(of rule: RuleID) -> Int { counts[rule.index] }
  /// Bytes of the documents dropped by a rule.
  func byteCount(of rule: RuleID) -> Int { byteCounts[rule.index] }
  func characterCount(of rule: RuleID) -> Int { characterCounts[rule.index] }

  public subscript(index: Int) -> DroppedDocument {
    var number = Int(order[index])
    if number < judged.count { return judged[number] }
    number -= judged.count
    if number < foreign.count {
      return describe(clean[Int(foreign[number].index)], codes[Int(foreign[number].code)])
    }
    return describe(repeated[number - foreign.count])
  }

  /// The snippets of a near duplicate and its original compared as they stand, with case, punctuation and
  /// layout; nil for what was dropped for another reason. O(length).
  public func literalOverlap(at index: Int) -> ShingleOverlap? {
    let number = Int(order[index]) - judged.count - foreign.count
    guard number >= 0, !repeated[number].isExact else { return nil }
    func set(_ document: CleanDocument) -> [UInt64] {
      var text = document.fields[0].text
      return text.withUTF8 {
        Shingles.set(of: $0, language: document.language, literally: true)
      }
    }
    let (common, all) = Shingles.overlap(
      set(clean[repeated[number].index]), set(clean[repeated[number].original]))
    return ShingleOverlap(common: common, all: all)
  }

  // MARK: Gathering

  mutating func append(_ document: DroppedDocument, cleanBefore count: Int) {
    judged.append(document)
    cleanBefore.append(Int32(count))
    enter(document.rule, (document.byteCount, document.characterCount))
  }

  private mutating func enter(_ rule: RuleID, _ size: (bytes: Int, characters: Int)) {
    counts[rule.index] += 1
    byteCounts[rule.index] += size.bytes
    characterCounts[rule.index] += size.characters
  }

  mutating func append(foreign index: Int, code: String, size: (bytes: Int, characters: Int)) {
    let place = codes.firstIndex(of: code) ?? codes.count
    if place == codes.count { codes.append(code) }
    foreign.append((Int32(index), Int32(place)))
    enter(.language, size)
  }

  mutating func append(_ found: DuplicateFinder.Found, size: (bytes: Int, characters: Int)) {
    repeated.append(found)
    enter(found.isExact ? .exactDuplicate : .nearDuplicate, size)
  }

  /// Brings all into the order of collection; each sort is in order already.
  mutating func finish(_ clean: Spool<CleanDocument>) {
    self.clean = clean
    order.reserveCapacity(judged.count + foreign.count + repeated.count)
    var (first, second, third) = (0, 0, 0)
    while order.count < judged.count + foreign.count + repeated.count {
      let before = first < judged.count ? cleanBefore[first] : .max
      let other = second < foreign.count ? foreign[second].index : .max
      let copy = third < repeated.count ? Int32(repeated[third].index) : .max
      if before <= Swift.min(other, copy) {
        order.append(Int32(first))
        first += 1
      } else if other < copy {
        order.append(Int32(judged.count + second))
        second += 1
      } else {
        order.append(Int32(judged.count + foreign.count + third))
        third += 1
      }
    }
  }

  // MARK: Telling

  private func describe(_ document: CleanDocument, _ code: String) -> DroppedDocument {
    DroppedDocument(
      documentID: document.id, kind: document.kind, language: .english, rule: .language, score: 1,
      reasons: [code], duplicateOf: nil, excerpt: Self.excerpt(document),
      byteCount: document.byteCount, characterCount: document.characterCount)
  }

  private func describe(_ found: DuplicateFinder.Found) -> DroppedDocument {
    let document = clean[found.index]
    return DroppedDocument(
      documentID: document.id, kind: document.kind, language: document.language,
      rule: found.isExact ? .exactDuplicate : .nearDuplicate,
      score: (found.similarity * 10_000).rounded() / 10_000, reasons: [],
      duplicateOf: clean[found.original].id, overlap: found.overlap,
      excerpt: Self.excerpt(document), byteCount: document.byteCount,
      characterCount: document.characterCount)
  }

  private static func excerpt(_ document: CleanDocument) -> String {
    DocumentCleaner.excerpt(Array(document.fields[0].text.utf8.prefix(400)))
  }
}
