import Foundation
import Names
import Numerics
import RawData
import Testing

@testable import Dataset

@Suite struct SplitTests {
  private func documents(_ count: Int, groupOf: (Int) -> Int = { $0 }) -> [TokenizedDocument] {
    (0..<count).map { index in
      TokenizedDocument(
        id: "d\(index)", kind: index % 3 == 0 ? .news : .story,
        language: index % 2 == 0 ? .english : .japanese,
        tokens: Array(repeating: Int32(index), count: 20 + index % 7), byteCount: 60,
        group: groupOf(index))
    }
  }

  @Test func aboutFivePercentGoToValidationAndToTheTest() throws {
    let split = try DatasetSplit(documents(1200), seed: 7)
    #expect(split.training.count + split.validation.count + split.test.count == 1200)
    #expect((50...70).contains(split.validation.count))
    #expect((50...70).contains(split.test.count))
  }

  @Test func ofMuchTextOnlyEnoughIsSetAside() throws {
    // 72,000 bytes, of which 5 % would be 3,600.
    let plan = try SplitPlan(entries(1200), enough: 1200, seed: 7)
    for part in [Split.validation, .test] {
      #expect((15...25).contains(plan.parts.count { $0 == part }))
    }
  }

  @Test func whatCannotBeJudgedByStaysInTraining() throws {
    let plan = try SplitPlan(entries(1200) { $0 % 3 > 0 }, seed: 7)
    for (place, part) in plan.parts.enumerated() where place % 3 == 0 { #expect(part == .training) }
    #expect((40...70).contains(plan.parts.count { $0 == .test }))
  }

  /// Every second one in Japanese, each in a group of its own.
  private func entries(_ count: Int, isExam: (Int) -> Bool = { _ in true }) -> [SplitPlan.Entry] {
    (0..<count).map {
      SplitPlan.Entry(
        kind: .news, language: $0 % 2 == 0 ? .english : .japanese, byteCount: 60, group: $0,
        isExam: isExam($0))
    }
  }

  @Test func everyKindAndLanguageIsInEveryPart() throws {
    let split = try DatasetSplit(documents(1200), seed: 7)
    for part in Split.allCases {
      let strata = Set(split[part].map { "\($0.kind) \($0.language)" })
      #expect(strata.count == 4)
    }
  }

  @Test func groupsNeverCross() throws {
    let split = try DatasetSplit(documents(1200) { $0 / 4 }, seed: 3)
    var parts: [Int: Split] = [:]
    for part in Split.allCases {
      for document in split[part] {
        #expect(parts[document.group, default: part] == part)
        parts[document.group] = part
      }
    }
    #expect(parts.count == 300)
  }

  @Test func theSeedDecidesAndNothingElse() throws {
    let all = documents(500)
    let first = try DatasetSplit(all, seed: 1)
    #expect(try DatasetSplit(all, seed: 1) == first)
    #expect(try DatasetSplit(all, seed: 2) != first)
  }

  @Test(arguments: [3, 4, 7, 20]) func smallCollectionsFillEveryPart(count: Int) throws {
    let split = try DatasetSplit(documents(count), seed: 5)
    for part in Split.allCases { #expect(!split[part].isEmpty) }
    #expect(split.training.count >= count - 3)
  }

  @Test func tooFewDocumentsAreAnErrorWithARemedy() {
    #expect(throws: DatasetError.tooFewDocuments(2)) { try DatasetSplit(documents(2), seed: 1) }
    #expect(throws: DatasetError.tooFewDocuments(1)) {
      try DatasetSplit(documents(40) { _ in 1 }, seed: 1)
    }
    #expect(DatasetError.tooFewDocuments(2).description.contains("add more text"))
    #expect(!DatasetError.tooFewDocuments(2).description.contains("\n"))
  }

  @Test func nearDuplicatesStayOnOneSide() throws {
    // Families of texts that share most of their words; duplicates are kept on purpose.
    var raw: [RawDocument] = []
    var generator = RandomGenerator(seed: 11)
    let words = ["sea", "gull", "net", "boat", "pier", "lamp", "bread", "duck", "wind", "bell"]
    for family in 0..<60 {
      let base = (0..<60).map { _ in words[generator.below(10)] + "\(generator.below(30))" }
      for variant in 0..<3 {
        var text = base
        text[10 + variant * 15] = "changed"
        raw.append(
          document(
            text.joined(separator: " "), kind: .news, language: .english,
            id: "\(family)-\(variant)"))
      }
    }
    var options = CleaningOptions()
    options.removesDuplicates = false
    let result = CleaningPipeline(options: options).run(raw, pool: WorkerPool(threadCount: 1))
    #expect(result.documents.count == 180)
    let tokenized = zip(result.documents, result.groups).map { document, group in
      TokenizedDocument(
        id: document.id, kind: document.kind, language: document.language, tokens: [1, 2, 3],
        byteCount: 3, group: group)
    }
    let split = try DatasetSplit(tokenized, seed: 1)
    var sides: [String: Set<Split>] = [:]
    for part in Split.allCases {
      for document in split[part] {
        sides[String(document.id.split(separator: "-")[0]), default: []].insert(part)
      }
    }
    #expect(sides.values.allSatisfy { $0.count == 1 })
    #expect(!split.test.isEmpty && !split.validation.isEmpty)
  }

  /// All pairs are compared here, not only those that hashing brings together.
  @Test func noNearDuplicateOfTheWorldCrosses() throws {
    let world = try World.load(folder: KnownNoiseTests.repository + "/Lessons/World")
    let corpus = CorpusGenerator(world: world, seed: 52, targetBytes: 250_000).generate()
    let folder = NSTemporaryDirectory() + "nakami-split-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try corpus.write(to: folder)
    let result = CleaningPipeline().run(
      try Collector.collect(folder).documents, pool: WorkerPool(threadCount: 2))
    let tokenized = result.documents.enumerated().map { index, document in
      TokenizedDocument(
        id: "\(index)", kind: document.kind, language: document.language, tokens: [1, 2, 3],
        byteCount: 3, group: result.groups[index])
    }
    let split = try DatasetSplit(tokenized, seed: 52)
    var part: [Int: Split] = [:]
    for each in Split.allCases { for document in split[each] { part[Int(document.id)!] = each } }
    var places: [UInt64: [Int]] = [:]
    var sets: [[UInt64]] = []
    var compared = 0
    for (index, document) in result.documents.enumerated() {
      let isCompared = document.kind != .questionAnswer && document.kind != .parallel
      let set = withBytes(document.fields[0].text) {
        Shingles.set(of: $0, language: document.language)
      }
      sets.append(set)
      guard isCompared, set.count >= Shingles.fewest else { continue }
      var common: [Int: Int] = [:]
      for shingle in set { for other in places[shingle] ?? [] { common[other, default: 0] += 1 } }
      for (other, count) in common where part[other] != part[index] {
        compared += 1
        let similarity = Double(count) / Double(set.count + sets[other].count - count)
        #expect(similarity < 0.7, "\(result.documents[other].id) and \(document.id)")
      }
      for shingle in set { places[shingle, default: []].append(index) }
    }
    #expect(compared > 1000)
  }

  @Test func oneLongFileIsDividedIntoStretches() throws {
    let paragraphs = (0..<400).map { "Paragraph \($0) of a long text, with some words in it." }
    let text = paragraphs.joined(separator: "\n\n")
    let whole = CleanDocument(
      id: "a.txt", kind: .userText, language: .english,
      fields: [RawDocument.Field(name: .text, text: text)])
    let result = DocumentStretches.cut(Spool([whole]), groups: [0])
    #expect(result.documents.map(\.id) == ["a.txt#1", "a.txt#2", "a.txt#3"])
    #expect(Set(result.groups).count == 3 && result.divided == 1)
    let texts = result.documents.map { $0.fields[0].text }
    #expect(texts.allSatisfy { text.contains($0) && $0.hasPrefix("Paragraph") })
    #expect(texts.reduce(0) { $0 + $1.utf8.count } + result.gapBytes == text.utf8.count)
    // Nothing of a sentence stands on both sides of a gap.
    #expect(texts[0].hasSuffix("words in it.") && texts[1].hasSuffix("words in it."))
    #expect(result.gapBytes >= 2 * 32 && result.gapBytes < 2000)
    for stretch in texts.dropFirst() {
      #expect((text.utf8.count / 25...text.utf8.count / 15).contains(stretch.utf8.count))
    }
    let plan = try SplitPlan(result.documents, groups: result.groups, seed: 1)
    #expect(plan.parts[0] == .training && Set(plan.parts).count == 3)
    let story = CleanDocument(
      id: "s", kind: .story, language: .english, fields: whole.fields)
    let kept = DocumentStretches.cut(Spool([story]), groups: [0])
    #expect(Array(kept.documents) == [story] && kept.divided == 0)
  }

  private func text(_ id: String, _ words: Range<Int>) -> CleanDocument {
    CleanDocument(
      id: id, kind: .userText, language: .english,
      fields: [
        RawDocument.Field(
          name: .text, text: words.map { "word\($0 * 7919 % 10_007)" }.joined(separator: " "))
      ])
  }

  /// A text stays whole where there are enough, and what is left of one file stays together.
  @Test func whereThereAreEnoughTextsNoneIsDivided() throws {
    let documents = (0..<30).map { text("doc\($0).txt", $0 * 300..<$0 * 300 + 300) }
    let result = DocumentStretches.cut(Spool(documents), groups: Array(0..<30))
    #expect(Array(result.documents) == documents && result.groups == Array(0..<30))
    #expect(result.divided == 0 && result.gapBytes == 0)
    // Parts of one long file, as they were collected; records of a table are texts of their own.
    let parts = (1...3).map { text("long.txt#\($0)", $0 * 500..<$0 * 500 + 40) }
    let records = (1...3).map { text("rows.jsonl#\($0)", $0 * 700..<$0 * 700 + 40) }
    let mixed = DocumentStretches.cut(
      Spool(documents + parts + records), groups: Array(0..<36))
    #expect(mixed.groups == Array(0..<30) + [30, 30, 30, 33, 34, 35])
  }

  @Test func aFileOfManyPartsIsDividedOnceAtItsEnd() {
    let parts = (1...8).map { text("long.txt#\($0)", $0 * 1000..<$0 * 1000 + 900) }
    let result = DocumentStretches.cut(Spool(parts), groups: Array(0..<8))
    #expect(result.divided == 1 && Set(result.groups).count == 3)
    // The groups follow each other: the training first, then the two at the end.
    #expect(result.groups == result.groups.sorted())
    #expect(result.groups.prefix(7).allSatisfy { $0 == result.groups[0] })
    let all = parts.reduce(0) { $0 + $1.byteCount }
    #expect(result.documents.reduce(0) { $0 + $1.byteCount } + result.gapBytes == all)
  }

  /// Sections of one text in different parts are what the count of shared stretches finds.
  @Test func aLeakingSplitSharesMoreThanChance() {
    // Each text has words of its own, over and over.
    let texts = (0..<40).map { number -> CleanDocument in
      var generator = RandomGenerator(seed: UInt64(number))
      let words = (0..<6).map { "w\(number)x\($0)abcdefgh" }
      return CleanDocument(
        id: "t\(number).txt#1", kind: .userText, language: .english,
        fields: [
          RawDocument.Field(
            name: .text,
            text: (0..<120).map { _ in words[generator.below(6)] }.joined(separator: " "))
        ])
    }
    let fair = (0..<40).map { $0 < 36 ? Split.training : $0 < 38 ? .validation : .test }
    let whole = StretchSharing(Spool(texts), groups: Array(0..<40), parts: fair)
    #expect(whole.test.found == 0 && whole.training.found == 0 && whole.test.sampled > 1000)
    #expect(whole.test.groups == 2 && whole.training.groups == 36)
    #expect((whole.test.sampled / 2..<whole.test.sampled).contains(whole.test.inLargest))
    // The same texts in two sections each, of which one lies in the test.
    let halves = texts.flatMap { text -> [CleanDocument] in
      let bytes = Array(text.fields[0].text.utf8)
      return (0..<2).map { half in
        var section = text
        section.id = text.id.dropLast() + "\(half + 1)"
        let range = half == 0 ? 0..<bytes.count / 2 : bytes.count / 2..<bytes.count
        section.fields[0].text = String(decoding: bytes[range], as: UTF8.self)
        return section
      }
    }
    let leaking = StretchSharing(
      Spool(halves), groups: Array(0..<80), parts: (0..<80).map { $0 % 2 == 0 ? .training : .test })
    #expect(leaking.training.found == 0)
    #expect(Double(leaking.test.found) > 0.8 * Double(leaking.test.sampled))
  }

  @Test func phrasesThatAllTextsShareAreChance() {
    let texts = (0..<20).map {
      CleanDocument(
        id: "\($0)", kind: .story, language: .english,
        fields: [
          RawDocument.Field(name: .text, text: "The boats come home with the morning tide \($0).")
        ])
    }
    let parts = (0..<20).map { $0 < 16 ? Split.training : $0 < 18 ? .validation : .test }
    let sharing = StretchSharing(Spool(texts), groups: Array(0..<20), parts: parts)
    let share = { (count: StretchSharing.Count) in Double(count.found) / Double(count.sampled) }
    #expect(abs(share(sharing.test) - share(sharing.training)) < 0.05)
    #expect(share(sharing.training) > 0.8 && share(sharing.training) < 1)
  }
}

extension DatasetSplit {
  /// Plans and deals in one, where the tokens are there already.
  init(_ documents: [TokenizedDocument], seed: UInt64) throws(DatasetError) {
    let plan = try SplitPlan(
      documents.map {
        SplitPlan.Entry(
          kind: $0.kind, language: $0.language, byteCount: $0.byteCount, group: $0.group)
      }, seed: seed)
    self.init(
      documents.enumerated().filter { plan.parts[$0.offset] != nil }.map(\.element), plan: plan)
  }
}
