import Foundation
import Names
import SampleRuns
import Testing

@testable import Record

@Suite struct RunStoreTests {
  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return files
  }

  @Test func aRunIsTheSameAfterItWasWrittenAndRead() throws {
    let folder = NSTemporaryDirectory() + "nakami-run-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try RunStore.write(SampleRun.make(), to: folder + "/first")
    try RunStore.write(try RunStore.read(from: folder + "/first"), to: folder + "/second")
    let first = try files(folder + "/first")
    #expect(first.keys.contains("tuning.json") && first.keys.contains("shrinking.json"))
    #expect(try files(folder + "/second") == first)
  }

  /// Both writing and reading could leave out the same; what was recorded is compared itself.
  @Test(arguments: [true, false])
  func nothingOfARunIsLostInItsFiles(usesWorld: Bool) throws {
    let folder = NSTemporaryDirectory() + "nakami-run-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var run = SampleRun.make(usesWorld: usesWorld)
    run[.usage]!.answers[1].isRight = nil
    try RunStore.write(run, to: folder)
    let read = try RunStore.read(from: folder)
    let (before, after) = (try contents(run), try contents(read))
    #expect(before.count == (usesWorld ? 28 : 21) && before.keys == after.keys)
    for (name, text) in before { #expect(after[name] == text, "\(name)") }
    #expect(read.tensors.names == run.tensors.names && !run.tensors.names.isEmpty)
    for name in run.tensors.names {
      let (written, found) = (run.tensors[name]!, read.tensors[name]!)
      #expect(found.shape == written.shape, "\(name)")
      // By their bits, for a masked score is no number and so unlike itself.
      #expect(found.values.map(\.bitPattern) == written.values.map(\.bitPattern), "\(name)")
    }
  }

  /// What a run must have is asked of its setting; what it has besides is read all the same, one's own
  /// text with a truth or an imported model with the course of its training.
  @Test(
    arguments: [
      (usesWorld: true, importedFrom: nil), (false, nil), (true, "elsewhere"), (false, "elsewhere"),
    ] as [(Bool, String?)])
  func aPartIsReadWhereItIsThereAndMissedWhereItMustBe(
    usesWorld: Bool, importedFrom: String?
  ) throws {
    let folder = NSTemporaryDirectory() + "nakami-run-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var run = SampleRun.make()
    run.setting.usesWorld = usesWorld
    run.setting.importedFrom = importedFrom
    try RunStore.write(run, to: folder)
    let all = Run.parts.map(\.name)
    #expect(try parts(folder) == all)
    for name in all {
      let file = "\(folder)/\(name).json"
      let data = try #require(FileManager.default.contents(atPath: file))
      try FileManager.default.removeItem(atPath: file)
      let isExpected =
        switch name {
        case "truth", "exam", "causal-map", "twin", "feedback", "improvement":
          usesWorld
        case "partings": false
        default: importedFrom == nil
        }
      if isExpected {
        let error = #expect(throws: RunStoreError.self) { try RunStore.read(from: folder) }
        #expect(error?.kind == .missing && error?.file == file, "\(name)")
      } else {
        #expect(try parts(folder) == all.filter { $0 != name })
      }
      try data.write(to: URL(fileURLWithPath: file))
    }
  }

  /// Such a run knows what the model was made of, but not what is true.
  @Test func aRecordedAnswerNeedsNoOtherPart() throws {
    let folder = NSTemporaryDirectory() + "nakami-run-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var run = SampleRun.make()
    run.setting.recordedFrom = "Output"
    #expect(!run.isComplete)
    try RunStore.write(run, to: folder)
    for name in Run.parts.map(\.name) where name != "usage" {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name).json")
    }
    #expect(try parts(folder) == ["usage"])
    #expect(RunStore.setting(at: folder)?.recordedFrom == "Output")
    #expect(RunStore.setting(at: folder)?.usesWorld == true)
    #expect(RunStore.setting(at: folder + "/none") == nil)
    run.setting.version += 1
    try RunStore.write(run, to: folder)
    #expect(RunStore.setting(at: folder) == nil)
  }

  /// Names of the parts that a stored run has.
  private func parts(_ folder: String) throws -> [String] {
    let run = try RunStore.read(from: folder)
    return Run.parts.filter { run.has($0) }.map(\.name)
  }

  /// Each part of a run and its setting, as `dump` writes them.
  private func contents(_ run: Run) throws -> [String: String] {
    let mirror = Mirror(reflecting: run)
    let parts = try #require(
      mirror.children.first { $0.label == "contents" }?.value as? [String: any Sendable])
    var texts: [String: String] = [:]
    for (name, part) in parts { dump(part, to: &texts[name, default: ""]) }
    dump(run.setting, to: &texts["setting", default: ""])
    return texts
  }
}

@Suite struct TuningRecordTests {
  let record = TuningSample.tuning

  @Test func theBestTrialHasTheLowestValidationLoss() throws {
    let best = try #require(record.bestTrial)
    #expect(record.trials[best].knob == .together)
    for trial in record.trials {
      #expect((trial.best?.loss ?? .infinity) >= record.trials[best].best!.loss)
    }
  }

  @Test func theFrugalTrialIsTheSmallestAmongThoseNearlyAsGood() throws {
    var record = record
    #expect(record.frugalTrial == record.bestTrial, "nothing else is within two per cent")
    let small = record.trials.firstIndex { $0.width == 32 }!
    record.trials[small].validations = [.init(step: 300, loss: 1.42)]
    #expect(record.frugalTrial == small)
  }

  @Test func failedRunsAreThoseWithoutANumberAndThoseWorseThanGuessing() {
    let failed = record.trials.filter(record.isFailed).map(\.learningRate)
    #expect(failed == [1, 30])
  }
}

@Test("a token keeps its bytes in a file only where its text does not tell them")
func bytesOfTokens() throws {
  let whole = TokenPiece(id: 300, bytes: Array(" 港".utf8), text: " 港")
  let part = TokenPiece(id: 301, bytes: [0xE6, 0xB8], text: "‹E6 B8›")
  let special = TokenPiece(id: 0, bytes: [], text: "<|end|>")
  let data = try JSONEncoder().encode([whole, part, special])
  #expect(try JSONDecoder().decode([TokenPiece].self, from: data) == [whole, part, special])
  #expect(String(decoding: data, as: UTF8.self).components(separatedBy: "bytes").count == 3)
}
