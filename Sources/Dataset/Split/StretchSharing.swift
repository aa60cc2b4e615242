import Names
import RawData

/// How much of one part of the split stands in another part, byte for byte: whether the split leaks.
///
/// Stretches of 20 bytes are looked up in the training part. Some stand there by chance, as all texts
/// share phrases; how many, the training part tells itself: as many as its documents share with those
/// of other groups. Stretches are sampled by their hash, the same ones in every text.
public struct StretchSharing: Sendable, Equatable {
  /// Bytes of a stretch.
  public static let length = 20
  /// About so many stretches of the training part are kept.
  static let aim = 1 << 18

  /// Stretches that were looked at, and those of them that stand in the training part too, in another
  /// document that is not of the same group.
  public struct Count: Sendable, Equatable {
    public var sampled = 0
    public var found = 0
    /// Groups of documents.
    public var groups = 0
    /// Stretches of the group that has the most of them.
    public var inLargest = 0
  }

  public private(set) var training = Count()
  public private(set) var validation = Count()
  public private(set) var test = Count()

  /// - Parameters:
  ///   - groups: the group of each document.
  ///   - parts: the part of each; nil for none.
  public init(_ documents: Spool<CleanDocument>, groups: [Int], parts: [Split?]) {
    precondition(
      documents.count == groups.count && groups.count == parts.count,
      "\(documents.count) documents, \(groups.count) groups, \(parts.count) parts")
    // By their files, too: a file that was cut apart shares its words with itself.
    let origins = Self.origins(documents, groups)
    let total = documents.reduce(0) { $0 + $1.byteCount }
    var mask: UInt64 = 0
    while total >> mask.nonzeroBitCount > Self.aim { mask = mask << 1 | 1 }
    /// Where each stretch of the training part stands: its origin, or -1 for several.
    var places: [UInt64: Int32] = [:]
    for (index, document) in documents.enumerated() where parts[index] == .training {
      let origin = Int32(origins[index])
      Self.forEach(in: document, mask) { hash in
        if let other = places[hash] {
          if other != origin { places[hash] = -1 }
        } else {
          places[hash] = origin
        }
      }
    }
    /// Stretches of each group in each part.
    var sampled: [Split: [Int: Int]] = [:]
    for (index, document) in documents.enumerated() {
      guard let part = parts[index] else { continue }
      var count = Count()
      Self.forEach(in: document, mask) { hash in
        count.sampled += 1
        switch part {
        case .training: if places[hash] == -1 { count.found += 1 }
        case .validation, .test: if places[hash] != nil { count.found += 1 }
        }
      }
      add(count, to: part)
      sampled[part, default: [:]][groups[index], default: 0] += count.sampled
    }
    func addGroups(_ part: Split, to count: inout Count) {
      let groups = sampled[part] ?? [:]
      count.groups = groups.count
      count.inLargest = groups.values.max() ?? 0
    }
    addGroups(.training, to: &training)
    addGroups(.validation, to: &validation)
    addGroups(.test, to: &test)
  }

  private mutating func add(_ count: Count, to part: Split) {
    func add(_ sum: inout Count) {
      sum.sampled += count.sampled
      sum.found += count.found
    }
    switch part {
    case .training: add(&training)
    case .validation: add(&validation)
    case .test: add(&test)
    }
  }

  /// A number for each document, the same for documents of one group or one file.
  private static func origins(_ documents: Spool<CleanDocument>, _ groups: [Int]) -> [Int] {
    var sets = DisjointSets(count: (groups.max() ?? -1) + 1)
    var byFile: [String: Int] = [:]
    for (index, document) in documents.enumerated() {
      guard let file = Families.file(document) else { continue }
      let name = String(file)
      if let group = byFile[name] {
        sets.unite(group, groups[index])
      } else {
        byFile[name] = groups[index]
      }
    }
    return groups.map { sets.root($0) }
  }

  /// Calls `body` with the fingerprint of each sampled stretch. O(length).
  private static func forEach(
    in document: CleanDocument, _ mask: UInt64, _ body: (UInt64) -> Void
  ) {
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var oldest: UInt64 = 1
    for _ in 0..<length { oldest = oldest &* base }
    for field in document.fields {
      var text = field.text
      text.withUTF8 { bytes in
        var hash: UInt64 = 0
        for place in bytes.indices {
          hash = hash &* base &+ UInt64(bytes[place]) &+ 1
          if place >= length { hash = hash &- (UInt64(bytes[place - length]) &+ 1) &* oldest }
          guard place >= length - 1 else { continue }
          let mixedHash = mixed(hash)
          if mixedHash & mask == 0 { body(mixedHash) }
        }
      }
    }
  }
}
