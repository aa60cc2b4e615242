import Foundation
import Names
import Numerics
import Testing

@testable import RawData

@Suite("The documents of the world")
struct CorpusTests {
  @Test("the same seed gives the same bytes, another seed gives others")
  func sameSeedSameBytes() {
    let size = 40_000
    let first = CorpusGenerator(world: Worlds.nagi, seed: 3, targetBytes: size).generate()
    let second = CorpusGenerator(world: Worlds.nagi, seed: 3, targetBytes: size).generate()
    let third = CorpusGenerator(world: Worlds.nagi, seed: 4, targetBytes: size).generate()
    #expect(first.files.map(\.path) == second.files.map(\.path))
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    #expect(first.noise == second.noise)
    #expect(first.surprisal == second.surprisal)
    #expect(first.files.map(\.bytes) != third.files.map(\.bytes))
  }

  @Test("the number of threads changes nothing")
  func threadsChangeNothing() {
    let generator = CorpusGenerator(world: Worlds.nagi, seed: 3, targetBytes: 40_000)
    let (one, three) = (generator.generate(), generator.generate(pool: WorkerPool(threadCount: 3)))
    #expect(one.files.map(\.path) == three.files.map(\.path))
    #expect(one.files.map(\.bytes) == three.files.map(\.bytes))
    #expect(one.manifest == three.manifest)
    #expect(one.noise == three.noise)
    #expect(one.cleanFields == three.cleanFields)
    #expect(one.surprisal == three.surprisal)
    #expect(one.truth == three.truth)
  }

  @Test("files of records are in the order of their numbers, however many there are")
  func filesAreInTheOrderOfTheirNumbers() {
    let heldOut = HeldOut(world: Worlds.nagi, seed: 1)
    let writer = FileWriter(
      kind: .parallel, language: .english,
      teller: Teller(world: Worlds.nagi, language: .english, heldOut: heldOut),
      random: RandomGenerator(seed: 1), corpus: GeneratedCorpus(truth: Worlds.corpus.truth))
    // More than 99 files, which two digits cannot count.
    let paths = writer.places(12_500).map(\.path)
    #expect(Set(paths).count > 99)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("every noise mark stands at its place in the collected document")
  func noiseMarksStandAtTheirPlaces() {
    let documents = Dictionary(
      uniqueKeysWithValues: Worlds.collection.documents.map { ($0.id, $0) })
    var kinds: Set<NoiseKind> = []
    for mark in Worlds.corpus.noise {
      kinds.insert(mark.kind)
      guard let field = documents[mark.documentID]?.fields.first(where: { $0.name == mark.field })
      else {
        Issue.record("\(mark.documentID) was not collected")
        continue
      }
      let found = field.text.utf8.dropFirst(mark.offset).prefix(mark.noisy.utf8.count)
      #expect(found.elementsEqual(mark.noisy.utf8), "\(mark)")
    }
    #expect(kinds == Set(NoiseKind.allCases))
  }

  @Test("documents to be dropped have no clean text, all others have it")
  func droppedDocumentsHaveNoCleanText() {
    let whole: Set<NoiseKind> = [
      .exactDuplicate, .nearDuplicate, .spam, .wrongLanguage, .unsuitable,
    ]
    let dropped = Set(
      Worlds.corpus.noise.filter {
        whole.contains($0.kind) && $0.noisy.isEmpty && $0.guise != .lookalike
      }.map(\.documentID))
    for document in Worlds.collection.documents {
      #expect((Worlds.corpus.cleanFields[document.id] == nil) == dropped.contains(document.id))
      #expect((Worlds.corpus.surprisal[document.id] == nil) == dropped.contains(document.id))
    }
  }

  @Test("clean text is normalized and holds nothing that cleaning takes away")
  func cleanTextIsClean() {
    for (id, fields) in Worlds.corpus.cleanFields {
      for field in fields {
        #expect(!field.text.isEmpty)
        for wrong in ["  ", "\r", "\t", "\n\n", "\u{3000}", "\u{A0}", "’", "“", "(", "@", "http"] {
          #expect(!field.text.contains(wrong), "\(id) holds \(wrong.debugDescription)")
        }
        #expect(field.text.precomposedStringWithCompatibilityMapping == narrowed(field.text))
        #expect(field.text.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") })
        #expect(!field.text.hasSuffix(" "))
      }
    }
  }

  /// NFKC makes ？ and ！ narrow; the house style of Japanese clean text keeps them wide.
  private func narrowed(_ text: String) -> String {
    text.replacingOccurrences(of: "？", with: "?").replacingOccurrences(of: "！", with: "!")
  }

  @Test("planted near duplicates resemble their originals, other documents do not")
  func nearDuplicatesResembleOriginals() {
    let corpus = Worlds.corpus
    let corrections = Set(corpus.noise.filter { $0.guise == .lookalike }.map(\.documentID))
    var indices: [String: ShingleIndex] = [:]
    for document in Worlds.collection.documents {
      guard let language = document.language, let fields = corpus.cleanFields[document.id],
        document.kind != .questionAnswer, document.kind != .parallel,
        !corrections.contains(document.id)
      else { continue }
      let key = document.kind.rawValue + language.rawValue
      let shingles = Shingles(fields[0].text, language)
      let greatest = indices[key, default: ShingleIndex()].greatestSimilarity(of: shingles)
      #expect(greatest <= 0.6, "\(document.id)")
      indices[key, default: ShingleIndex()].add(shingles)
    }
    let near = corpus.noise.filter { $0.kind == .nearDuplicate }
    #expect(!near.isEmpty)
    for mark in near { #expect(corpus.cleanFields[mark.duplicateOf ?? ""] != nil) }
  }

  @Test("a duplicate comes after the document that it repeats")
  func duplicatesFollowOriginals() {
    let order = Dictionary(
      uniqueKeysWithValues: Worlds.collection.documents.enumerated().map { ($1.id, $0) })
    for mark in Worlds.corpus.noise {
      guard let original = mark.duplicateOf else { continue }
      #expect(order[original]! < order[mark.documentID]!)
    }
  }

  @Test("no two documents that stay are the same")
  func documentsDiffer() {
    var seen: Set<String> = []
    for document in Worlds.collection.documents {
      guard let fields = Worlds.corpus.cleanFields[document.id] else { continue }
      let key = document.kind.rawValue + fields.map(\.text).joined(separator: "\u{0}")
      #expect(seen.insert(key).inserted, "\(document.id)")
    }
  }
}
