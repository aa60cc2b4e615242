import Names
import Numerics
import Testing

@testable import RawData

@Suite("Documents in a spool")
struct SpoolTests {
  private func document(_ index: Int, length: Int) -> RawDocument {
    RawDocument(
      id: "docs/\(index).txt#\(index)", kind: DocumentKind.allCases[index % 9],
      language: [.english, .japanese, nil][index % 3], source: "日報 \(index)", title: "T",
      date: "2026-01-01", licence: "CC0", encoding: "Shift_JIS",
      fields: [
        RawDocument.Field(name: .question, text: String(repeating: "海\(index) ", count: length)),
        RawDocument.Field(name: .answer, text: ""),
      ], byteCount: index * 1000, isMarkup: index % 2 == 0)
  }

  @Test("a value comes back as it was, and few ones need no file")
  func roundTrip() {
    let documents = (0..<40).map { document($0, length: $0) }
    let spool = Spool(documents)
    #expect(!spool.usesFile)
    #expect(Array(spool) == documents)
    #expect(spool[7] == documents[7])
    #expect(Spool<RawDocument>().isEmpty)
  }

  @Test("many values lie in a file and come back one by one, together and in part")
  func manyValues() {
    let documents = (0..<3000).map { document($0, length: 700 + $0 % 300) }
    var spool = Spool<RawDocument>()
    var generator = RandomGenerator(seed: 5)
    var start = 0
    while start < documents.count {
      var batch = SpoolBatch<RawDocument>()
      let end = min(documents.count, start + 1 + generator.below(50))
      for document in documents[start..<end] { batch.append(document) }
      spool.append(batch)
      start = end
    }
    #expect(spool.usesFile)
    #expect(spool.elementsEqual(documents))
    for index in [0, 1, 1499, 2998, 2999] { #expect(spool[index] == documents[index]) }
    #expect(spool.elements(1000..<1100) == Array(documents[1000..<1100]))
    let isKept = { (index: Int) in index % 2 == 1 || index < 10 }
    let odd = spool.kept(where: isKept)
    #expect(odd.elementsEqual(documents.indices.filter(isKept).map { documents[$0] }))
    var both = Spool(documents.prefix(3))
    both.append(contentsOf: odd)
    #expect(both.count == 3 + odd.count && both[3] == documents[0] && both.last == documents[2999])
  }

  @Test("any number of threads may read")
  func threads() {
    let documents = (0..<2000).map { document($0, length: 900) }
    let spool = Spool(documents)
    let wrong = UnsafeMutableBufferPointer<Bool>.allocate(capacity: documents.count)
    defer { wrong.deallocate() }
    nonisolated(unsafe) let output = wrong
    WorkerPool(threadCount: 4).run(documents.count) { output[$0] = spool[$0] != documents[$0] }
    #expect(!wrong.contains(true))
  }

  @Test("numbers of any size are written and read", arguments: [0, 1, 127, 128, 300, 1 << 40])
  func numbers(number: Int) {
    var writer = SpoolWriter()
    writer.add(number)
    writer.add(-0.3)
    writer.add(Double(number))
    writer.add("ｱ\(number)")
    writer.bytes.withUnsafeBufferPointer {
      var reader = SpoolReader($0)
      #expect(reader.number() == number)
      #expect(reader.fraction() == -0.3)
      #expect(reader.fraction() == Double(number))
      #expect(reader.text() == "ｱ\(number)")
    }
  }
}
