import Foundation
import Testing

/// What holds for every command: its language, its exit codes, where its words go.
@Suite struct CommandLineTests {
  @Test func langChoosesTheLanguageWhereverItStands() throws {
    for arguments in [
      ["--lang", "ja", "--help"], ["--help", "--lang=ja"], ["--lang", "ja", "help"],
    ] {
      let result = try Program.run(arguments, locale: "en_US.UTF-8")
      #expect(result.exitCode == 0 && result.output.contains("コマンド："), "\(arguments)")
    }
    let english = try Program.run(["help", "build", "--lang", "en"], locale: "ja_JP.UTF-8")
    #expect(english.exitCode == 0 && english.output.contains("usage: nakami build"))
    let error = try Program.run(["inspect", "--lang", "ja", "/nowhere"], locale: "C")
    #expect(error.exitCode == 74 && error.error.contains("そのファイルはありません"))
    // Behind -- it is a word like any other.
    let word = try Program.run(["clean", "--", "--lang", "ja"])
    #expect(word.exitCode == 64 && !word.error.contains("日本"))
    for wrong in [["--lang", "fr", "build"], ["build", "--lang"], ["build", "--lang="]] {
      let result = try Program.run(wrong)
      #expect(result.exitCode == 64 && result.error.contains("--lang takes en or ja"))
    }
  }

  @Test func anEmptyVariableIsNoLocale() throws {
    let japanese = try Program.run(
      ["--help"], locale: "", environment: ["LC_MESSAGES": "", "LANG": "ja_JP.UTF-8"])
    #expect(japanese.output.contains("コマンド："))
  }

  @Test func helpListsTheExitCodes() throws {
    let help = try Program.run(["--help"]).output
    let lines = help.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "exit codes:"))
    let codes = lines[(start + 1)...].prefix(5).map {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(codes == ["0", "64", "65", "74", "130"])
  }

  @Test func helpForWhatIsNoCommandIsWrong() throws {
    for arguments in [["help", "foo"], ["--help", "bild"], ["foo", "--help"]] {
      let result = try Program.run(arguments)
      #expect(result.exitCode == 64 && result.error.contains("unknown command"), "\(arguments)")
      #expect(result.output.isEmpty)
    }
    #expect(try Program.run(["help", "bild"]).error.contains("did you mean build?"))
    #expect(try Program.run(["help"]).exitCode == 0)
  }

  /// A path that leads nowhere is the same fault in every command.
  @Test(arguments: [
    ["clean", "/nowhere"], ["build", "--data", "/nowhere", "--out", "New"],
    ["train", "--data", "/nowhere"], ["inspect", "/nowhere"], ["import", "/nowhere"],
    ["logits", "--text", "a", "--model", "/nowhere"], ["ask", "a", "--model", "/nowhere"],
    ["learn", "--out", "/nowhere"], ["tune", "--data", "/nowhere"], ["check", "/nowhere"],
  ])
  func aMissingPathIsInputThatFailed(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let lessons =
      arguments.first == "learn" || arguments.first == "build" || arguments.first == "import"
    let result = try Program.run(
      arguments + (lessons ? ["--lessons", Program.checkout + "/Lessons"] : []), in: folder.path)
    #expect(result.exitCode == 74 && result.errorLines.count == 1, "\(arguments): \(result.error)")
    #expect(!result.error.contains("NSCocoa"))
    #expect(TemporaryFolder.files(in: folder.path).isEmpty)
  }

  #if os(Linux)
    @Test func aFullDeviceIsNoSuccess() throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\"$0\" --help > /dev/full", Program.path]
      let pipe = Pipe()
      process.standardError = pipe
      try process.run()
      let said = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
      #expect(String(decoding: said, as: UTF8.self).contains("can't write all of the output"))
    }
  #endif
}
