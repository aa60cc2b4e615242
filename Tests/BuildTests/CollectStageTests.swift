import Foundation
import Names
import Numerics
import RawData
import Record
import Testing

@testable import Build

@Suite struct CollectStageTests {
  private static func material() throws -> CollectStage.Material {
    let world = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Lessons/World").path
    var settings = BuildSettings(preset: .trial, worldFolder: world)
    settings.corpusBytes = 60_000
    let folder =
      FileManager.default.temporaryDirectory.path + "/nakami-collect-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try CollectStage(settings: settings, pool: WorkerPool(threadCount: 1))
      .run(writingTo: folder)
  }

  @Test func whatIsShownOfADocumentIsItsOwn() throws {
    let material = try Self.material()
    let lines = material.record.examples + material.record.samples.map(\.document)
    let documents = material.documents(Set(lines.map(\.id)))
    #expect(lines.count > 10)
    for line in lines {
      let document = try #require(documents[line.id])
      let named = Mirror(reflecting: document).children.reduce(into: [:]) {
        $0[$1.label] = $1.value
      }
      for (label, value) in Mirror(reflecting: line).children {
        let own = try #require(named[label == "bytes" ? "byteCount" : label], "\(label ?? "")")
        #expect("\(value)" == "\(own)", "\(line.id): \(label ?? "")")
      }
    }
    // The texts that could be taken for each other differ somewhere.
    for line in lines where !line.date.isEmpty {
      #expect(Set([line.date, line.source, line.title, line.licence, line.id]).count >= 4)
    }
    #expect(lines.contains { !$0.date.isEmpty })
  }

  /// A page shows a sample change by change, which takes time and memory by the square of its lines.
  @Test func ofALongDocumentTheBeginningIsShown() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/nakami-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func sample(_ text: String) throws -> (CollectionRecord.RawSample, BeforeAfter) {
      try? FileManager.default.removeItem(atPath: folder)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
      var settings = BuildSettings(preset: .trial, worldFolder: "")
      settings.dataPath = folder
      let pool = WorkerPool(threadCount: 2)
      let material = try CollectStage(settings: settings, pool: pool).run(
        writingTo: folder + "-world")
      let cleaned = CleanStage(pool: pool).run(material).cleaning
      return (try #require(material.record.samples.first), try #require(cleaned.samples.first))
    }
    let line = "The gulls\u{AD} cried over the roofs of the harbour.\n"
    let long = (0..<4000).map { "\($0) \(line)" }.joined()
    let (raw, cleaned) = try sample(long)
    #expect(raw.isBeginning == true && long.hasPrefix(raw.text) && raw.text.hasSuffix("\n"))
    #expect((60_000...65_536).contains(raw.text.utf8.count))
    #expect(raw.document.bytes > 200_000 && cleaned.before == raw.text)
    #expect(cleaned.edits.count > 1000 && cleaned.after.utf8.count < cleaned.before.utf8.count)
    // A line without an end is cut at a character.
    let wide = try sample("a" + String(repeating: "港の町の灯台\u{AD}。", count: 9_000)).0
    #expect((65_533...65_536).contains(wide.text.utf8.count) && !wide.text.contains("\u{FFFD}"))
    let short = try sample("The gulls cried.\n" + line).0
    #expect(short.isBeginning == nil && short.text == "The gulls cried.\n" + line)
  }

  @Test func samplesShowTheTextAndItsNoise() throws {
    let material = try Self.material()
    let corpus = try #require(material.corpus)
    for sample in material.record.samples {
      let document = try #require(material.documents([sample.document.id]).values.first)
      #expect(sample.text == document.fields[0].text)
      let bytes = Array(sample.text.utf8)
      let marks = corpus.noise.filter { $0.documentID == document.id && !$0.noisy.isEmpty }
      for noise in sample.noise {
        let text = String(decoding: bytes[noise.range.start..<noise.range.end], as: UTF8.self)
        let isMarked = marks.contains { $0.kind == noise.kind && $0.noisy == text }
        #expect(isMarked, "\(noise.kind): \(text)")
      }
    }
    #expect(material.record.samples.contains { !$0.noise.isEmpty })
  }

  @Test func shelvesCountWhatWasCollected() throws {
    let material = try Self.material()
    for shelf in material.record.shelves {
      let own = material.documents.filter { $0.kind == shelf.kind && $0.language == shelf.language }
      #expect(shelf.documents == own.count)
      #expect(shelf.bytes == own.reduce(0) { $0 + $1.byteCount })
    }
  }
}
