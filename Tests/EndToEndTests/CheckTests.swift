import Foundation
import Names
import Record
import Testing

@testable import nakami

/// A recording that proves itself, as a person sees it.
@Suite struct CheckTests {
  /// A copy of the tiny build's record with one piece of one file replaced.
  private func damaged(
    _ file: String, _ change: (String) -> String
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, data) in TemporaryFolder.files(in: try TinyBuild.output + "/run") {
      try folder.write("run/" + name, data)
    }
    let path = folder.path + "/run/" + file
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    let changed = change(text)
    #expect(changed != text)
    try folder.write("run/" + file, changed.utf8)
    return folder
  }

  @Test func aGoodRunHolds() throws {
    let output = try TinyBuild.output
    for folder in [output, output + "/run"] {
      let result = try Program.run(["check", folder])
      #expect(result.exitCode == 0 && result.error.isEmpty, "\(result.error)")
      #expect(result.output.contains("equations hold in "), "\(result.output)")
      #expect(result.output.split(separator: "\n").count == 1)
    }
    let all = try Program.run(["check", output, "--all"])
    #expect(all.exitCode == 0)
    let lines = all.output.split(separator: "\n")
    #expect(lines.count { $0.contains(" ✓ ") } >= 90)
    #expect(lines.contains { $0.hasPrefix("L2d  merges-join-bytes ") })
    #expect(!all.output.contains("✗"))
  }

  @Test func buildAndImportSayHowManyEquationsHold() throws {
    let built = try TinyBuild.two.get().result.output
    let line = try #require(built.split(separator: "\n").first { $0.contains("equations hold") })
    let count = EquationReport(try RunStore.read(from: try TinyBuild.output + "/run")).entries.count
    #expect(line.contains(" \(count) equations hold in this run"))
    let folder = try TemporaryFolder()
    let imported = try Program.run([
      "import", try TinyBuild.output + "/model", "--tokens", "4", "--out", folder.path + "/Shown",
    ])
    #expect(imported.exitCode == 0, "\(imported.error)")
    #expect(imported.output.contains("equations hold in this run"))
    let checked = try Program.run(["check", folder.path + "/Shown"])
    #expect(checked.exitCode == 0, "\(checked.error)")
  }

  @Test func oneEquationIsExplainedInWordsAndNumbers() throws {
    let result = try Program.run([
      "check", try TinyBuild.output, "--recompute", "uniform-loss-is-a-logarithm",
    ])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("L4b  uniform-loss-is-a-logarithm"))
    #expect(result.output.contains("logarithm of the vocabulary") && !result.output.contains("対数"))
    let japanese = try Program.run(
      ["check", try TinyBuild.output, "--recompute", "uniform-loss-is-a-logarithm"],
      locale: "ja_JP.UTF-8")
    #expect(japanese.output.contains("対数") && !japanese.output.contains("logarithm of"))
    #expect(result.output.contains("ln 400 and uniform loss: 5.9914645471"))
    let unknown = try Program.run(["check", "--recompute", "uniform-loss-is-a-logaritm"])
    #expect(unknown.exitCode == 64 && unknown.errorLines.count == 1)
    #expect(unknown.error.contains("uniform-loss-is-a-logarithm"))
  }

  @Test func aChangedNumberIsFoundAndNamed() throws {
    let folder = try damaged("collection.json") {
      $0.replacingOccurrences(of: "\"documentCount\":", with: "\"documentCount\":1")
    }
    let result = try Program.run(["check", folder.path])
    #expect(result.exitCode == 65)
    #expect(result.output.contains("✗") && result.output.contains("documents-are-on-shelves"))
    #expect(result.output.contains("documents over shelves: ") && result.output.contains("≠"))
    #expect(result.errorLines.count == 1 && result.error.contains("documents-are-on-shelves"))
    let violated = result.output.components(separatedBy: "✗").count - 1
    let numbers = (result.output.split(separator: "\n").last ?? "").split(separator: " ")
    #expect(numbers.dropFirst(3).starts(with: ["equations", "hold", "in"]), "\(numbers)")
    let (holding, all) = (Int(numbers[0]), Int(numbers[2]))
    #expect(violated > 0 && holding == all.map { $0 - violated }, "\(result.output)")
    let one = try Program.run(["check", folder.path, "--recompute", "documents-are-on-shelves"])
    #expect(one.exitCode == 65 && one.output.contains("violated by"))
  }

  @Test func damagedAndMissingRunsAreRefusedInOneLine() throws {
    let folder = try damaged("dataset.json") { String($0.dropLast(40)) }
    let damaged = try Program.run(["check", folder.path])
    #expect(damaged.exitCode == 65 && damaged.errorLines.count == 1, "\(damaged.error)")
    #expect(damaged.error.contains("dataset.json"))
    let empty = try TemporaryFolder()
    let missing = try Program.run(["check", empty.path])
    #expect(missing.exitCode == 74 && missing.errorLines.count == 1, "\(missing.error)")
    #expect(missing.error.contains("nakami build"))
  }

  @Test func aBuildThatContradictsItselfIsRefused() throws {
    var run = try RunStore.read(from: try TinyBuild.output + "/run")
    #expect(try RecordProof.demand(run) == EquationReport(run).entries.count)
    run[.architecture]?.headCount = 3
    let error = #expect(throws: CommandError.self) { _ = try RecordProof.demand(run) }
    #expect(error?.exitCode == 65 && error?.description.contains("heads-share-the-width") == true)
  }

  @Test func noRunTakesItsPlaceUnproved() throws {
    for name in ["Commands/BuildCommand", "Folders/RunFolder"] {
      let path = Program.checkout + "/Sources/nakami/\(name).swift"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let proof = try #require(text.range(of: "RecordProof.demand(run)"))
      let swap = try #require(text.range(of: "output.complete()"))
      #expect(proof.lowerBound < swap.lowerBound, "\(name) proves the record before the swap")
    }
  }
}
