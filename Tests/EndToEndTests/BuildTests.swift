import Foundation
import Testing

/// The tiny build, made once with one thread and once with two, for all tests of this target.
enum TinyBuild {
  static let one = Result { try build(threads: 1) }
  static let two = Result { try build(threads: 2) }

  private static func build(threads: Int) throws -> (
    folder: TemporaryFolder, result: Program.Result
  ) {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "build", "--preset", "trial", "--threads", "\(threads)", "--out", folder.path + "/Output",
    ])
    return (folder, result)
  }

  static var output: String { get throws { try two.get().folder.path + "/Output" } }
}

@Suite struct BuildTests {
  @Test func bytesDoNotDependOnTheNumberOfThreads() throws {
    let (one, first) = try TinyBuild.one.get()
    let (two, second) = try TinyBuild.two.get()
    #expect(first.exitCode == 0, "\(first.error)")
    #expect(second.exitCode == 0, "\(second.error)")
    var a = TemporaryFolder.files(in: one.path + "/Output")
    var b = TemporaryFolder.files(in: two.path + "/Output")
    a["times.json"] = nil
    b["times.json"] = nil
    #expect(a.keys.sorted() == b.keys.sorted())
    let different = a.keys.sorted().filter { a[$0] != b[$0] }
    #expect(different == [])
    #expect(a.count > 50)
  }

  @Test func endsWithWhatWasLearnedAndThePageToOpen() throws {
    let output = try TinyBuild.two.get().result.output
    #expect(output.contains("perplexity"))
    #expect(output.contains("Output/index.html"))
    let folder = try TinyBuild.output
    #expect(output.hasSuffix("nakami learn --out \(folder)\n"), "the lessons of this run")
    #expect(!output.contains("\u{1B}["), "plain lines when standard output is no terminal")
  }

  @Test func everyPartOfTheOutputIsThere() throws {
    let files = Set(TemporaryFolder.files(in: try TinyBuild.output).keys)
    for name in [
      "index.html", "en/index.html", "ja/index.html", "run/setting.json", "run/training.json",
      "run/tensors.safetensors", "model/model.safetensors", "model/config.json",
      "model/tokenizer.json", "diagrams/learning.en.mmd", "diagrams/usage.ja.mmd",
    ] {
      #expect(files.contains(name), "\(name)")
    }
  }

  @Test func noPathOfTheMachineReachesTheOutput() throws {
    let output = try TinyBuild.output
    for (name, data) in TemporaryFolder.files(in: output) {
      #expect(data.range(of: Data(output.utf8)) == nil, "\(name)")
      #expect(data.range(of: Data(Program.checkout.utf8)) == nil, "\(name)")
    }
  }
}
