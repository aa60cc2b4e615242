import Dataset
import Files
import Foundation
import Names
import RawData
import Testing

@testable import Build

@Suite struct PartFilesTests {
  private func document(_ id: String, _ fields: [(FieldName, String)]) -> CleanDocument {
    CleanDocument(
      id: id, kind: fields.count > 1 ? .questionAnswer : .story, language: .english,
      fields: fields.map { RawDocument.Field(name: $0.0, text: $0.1) })
  }

  @Test func everyDocumentStandsInTheFileOfItsPart() throws {
    let documents = Spool(
      (0..<6).map { document("d\($0)", [(.text, "Day \($0) was quiet.\n“So?”")]) }
        + [document("q", [(.question, "Why?"), (.answer, "ミラ")])])
    let plan = try SplitPlan(documents, groups: Array(0..<7), seed: 3)
    let folder = NSTemporaryDirectory() + "parts-\(UUID())/deep"
    defer { try? FileManager.default.removeItem(atPath: folder + "/..") }
    try PartFiles.write(documents, plan: plan, surprisal: ["d2": 1.5], to: folder)

    var seen = 0
    for part in Split.allCases {
      let text = try String(contentsOfFile: folder + "/\(part).jsonl", encoding: .utf8)
      let lines = text.split(separator: "\n")
      let expected = zip(documents, plan.parts).filter { $0.1 == part }.map(\.0)
      #expect(lines.count == expected.count && !lines.isEmpty)
      #expect(text.hasSuffix("\n"))
      for (line, document) in zip(lines, expected) {
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["id"] as? String == document.id)
        #expect(object["kind"] as? String == document.kind.rawValue)
        #expect(object["language"] as? String == "en")
        #expect(
          object["fields"] as? [[String]]
            == document.fields.map { [$0.name.rawValue, $0.text] })
        #expect(object["nats"] as? Double == (document.id == "d2" ? 1.5 : nil))
        seen += 1
      }
    }
    #expect(seen == documents.count)
  }
}
