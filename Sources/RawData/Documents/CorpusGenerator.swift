import Names
import Numerics

/// Makes the documents of a world: drawn from its grammars, put into files, soiled with noise.
///
/// The same world, seed and size give the same bytes.
public struct CorpusGenerator: Sendable {
  public var world: World
  public var seed: UInt64
  /// Bytes of clean text to aim at; the files are about a quarter larger.
  public var targetBytes: Int

  /// - Parameters:
  ///   - world: whose facts and grammars the documents follow.
  ///   - seed: of every draw.
  ///   - targetBytes: bytes of clean text to aim at.
  public init(world: World, seed: UInt64, targetBytes: Int) {
    self.world = world
    self.seed = seed
    self.targetBytes = targetBytes
  }

  /// A document with its place in a file.
  struct Placed {
    var draft: Draft
    var id: String
  }

  /// The documents as files, with their noise and the truth about them.
  ///
  /// Documents are drafted from the grammars, faults are planted among those of one kind and
  /// language, and they are written to files in the forms that the kind has.
  /// - Parameter pool: threads that work; what they make does not depend on their number.
  /// - Complexity: O(`targetBytes`).
  public func generate(pool: WorkerPool = WorkerPool(threadCount: 1)) -> GeneratedCorpus {
    let heldOut = HeldOut(world: world, seed: seed)
    let drafts = DraftWriter(
      world: world, heldOut: heldOut, seed: seed, targetBytes: targetBytes
    ).write(pool: pool)
    let truth = Truth(world: world, heldOut: heldOut, drafts: drafts)
    let languages = Language.allCases
    var parts = [GeneratedCorpus?](
      repeating: nil, count: DocumentKind.allCases.count * languages.count)
    parts.withUnsafeMutableBufferPointer { parts in
      pool.run(parts.count) { part in
        let kind = DocumentKind.allCases[part / languages.count]
        let language = languages[part % languages.count]
        let own = drafts.filter { $0.kind == kind && $0.language == language }
        guard !own.isEmpty else { return }
        var random = RandomGenerator(seed: seed, stream: UInt64(100 + part))
        let teller = Teller(world: world, language: language, heldOut: heldOut)
        let all = FaultPlanter(teller: teller, world: world, heldOut: heldOut)
          .plant(among: own, kind, language, &random)
        var writer = FileWriter(
          kind: kind, language: language, teller: teller, random: random,
          corpus: GeneratedCorpus(truth: truth))
        writer.write(all)
        parts[part] = writer.corpus
      }
    }
    var corpus = GeneratedCorpus(truth: truth)
    for part in parts { if let part { corpus.append(part) } }
    corpus.sort()
    return corpus
  }
}

extension GeneratedCorpus {
  /// Takes in the files of another kind or language.
  fileprivate mutating func append(_ part: GeneratedCorpus) {
    files += part.files
    manifest.files += part.manifest.files
    noise += part.noise
    cleanFields.merge(part.cleanFields) { first, _ in first }
    surprisal.merge(part.surprisal) { first, _ in first }
  }

  /// Brings everything into the order in which a collector will find it.
  fileprivate mutating func sort() {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    manifest.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let orders = noise.map { DocumentOrder($0.documentID) }
    noise = noise.indices.sorted { one, two in
      if orders[one] != orders[two] { return orders[one] < orders[two] }
      let (first, second) = (noise[one], noise[two])
      return (first.field.rawValue, first.offset, first.kind.rawValue)
        < (second.field.rawValue, second.offset, second.kind.rawValue)
    }.map { noise[$0] }
  }
}

/// Sorts document ids by path bytes and then by the number of the record.
struct DocumentOrder: Comparable {
  private let path: Substring
  private let record: Int

  init(_ id: String) {
    let mark = id.lastIndex(of: "#") ?? id.endIndex
    path = id[..<mark]
    record = mark == id.endIndex ? 0 : Int(id[id.index(after: mark)...]) ?? 0
  }

  static func < (one: Self, two: Self) -> Bool {
    if one.path == two.path { return one.record < two.record }
    return one.path.utf8.lexicographicallyPrecedes(two.path.utf8)
  }
}
