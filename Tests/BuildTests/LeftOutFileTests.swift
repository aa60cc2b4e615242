import Dataset
import Names
import Numerics
import RawData
import Record
import Testing

@testable import Build

@Suite struct LeftOutFileTests {
  @Test func everyFileAndDocumentHasALine() {
    let texts = [
      ("a.txt", "The boats come home with the morning tide. Call 212-555-0142 or 212-555-0143."),
      ("b.txt", "The boats come home with the morning tide. Call 212-555-0142 or 212-555-0143."),
      (
        "tab\tname.txt",
        "Le vent se lève sur le port et les bateaux rentrent avec la marée du soir."
      ),
    ]
    let documents = Spool(
      texts.map {
        RawDocument(
          id: $0.0, kind: .userText, language: nil, source: "", title: "", date: "", licence: "",
          encoding: "UTF-8", fields: [RawDocument.Field(name: .text, text: $0.1)],
          byteCount: $0.1.utf8.count, isMarkup: false)
      })
    let result = CleaningPipeline().run(documents, pool: WorkerPool(threadCount: 1))
    let collection = CollectionRecord(
      documentCount: 3, byteCount: 1, shelves: [],
      rejected: [.init(path: "p.png", reason: LocalizedText(en: "no text", ja: "文章でない"))],
      samples: [], examples: [], mended: [])
    let lines = LeftOutFile.text(collection, result).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "what\twhere\trule\twhy\t理由")
    #expect(lines[1] == "not read\tp.png\t\tno text\t文章でない")
    #expect(lines.last == "")
    let dropped = lines.filter { $0.hasPrefix("dropped\t") }
    #expect(dropped.count == 2, "\(dropped)")
    #expect(dropped[0].hasPrefix("dropped\tb.txt\texact-duplicate\t"))
    #expect(dropped[0].contains("100 % like a.txt"))
    #expect(dropped[1].contains("\tlanguage\t") && dropped[1].contains(": fr\t"))
    // A name never parts a line.
    #expect(
      lines.dropLast().allSatisfy {
        $0.split(separator: "\t", omittingEmptySubsequences: false).count == 5
      })
    let masked = lines.first { $0.hasPrefix("changed\t\tpersonal-data\t") }
    #expect(masked?.contains(": 4 places in 2 documents\t") == true, "\(lines)")
  }
}
