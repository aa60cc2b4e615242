import Foundation
import Testing

@testable import nakami

/// A build that is interrupted in the midst of training, and gone on with.
@Suite struct ResumeTests {
  private static let trial = ["build", "--preset", "trial", "--quiet", "--out"]
  private static let keep = "/.nakami-resume"

  /// A trial build that is ended when its training has come to a checkpoint.
  private func interrupted(_ out: String, by number: Int32) throws -> (code: Int32, error: String) {
    let process = Process()
    let error = Pipe()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = Self.trial + [out, "--checkpoint", "0"]
    process.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = error
    try process.run()
    let deadline = Date().addingTimeInterval(240)
    while process.isRunning, Date() < deadline,
      !Paths.names(in: out + Self.keep).contains("checkpoint.safetensors")
    {
      usleep(500)
    }
    kill(process.processIdentifier, number)
    let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func anInterruptedBuildGoesOnToTheSameBits(number: Int32) throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Output"
    let (code, error) = try interrupted(out, by: number)
    if number == SIGINT {
      #expect(code == 128 + SIGINT)
      #expect(
        error == "\nnakami: interrupted; nothing was changed, and the same command with --resume "
          + "goes on where the training was\n")
      #expect(Paths.names(in: out) == [".nakami-resume"])
    }
    // Whoever changed their mind about the run is told, and what was kept stays.
    let other = try Program.run(Self.trial + [out, "--resume", "--seed", "7"])
    #expect(other.exitCode == 65, "\(other.error)")
    #expect(other.errorLines.count == 1 && other.error.contains("--resume"), "\(other.error)")

    let resumed = try Program.run(Self.trial + [out, "--resume"])
    #expect(resumed.exitCode == 0, "\(resumed.error)")
    let whole = TemporaryFolder.files(in: try TinyBuild.output)
    let files = TemporaryFolder.files(in: out)
    #expect(files.keys.sorted() == whole.keys.sorted())
    #expect(whole.keys.sorted().filter { $0 != "times.json" && files[$0] != whole[$0] } == [])
    // Nothing is left to go on with.
    let again = try Program.run(Self.trial + [out, "--resume"])
    #expect(again.exitCode == 64 && again.errorLines.count == 1, "\(again.error)")
    #expect(again.error.contains("no interrupted training"))
  }

  /// A file of the kept training that is gone or damaged is named, whichever it is.
  @Test func whatWasKeptIsReadOrNamed() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Output"
    _ = try interrupted(out, by: SIGKILL)
    let names = Paths.names(in: out + Self.keep).sorted()
    #expect(names.contains("watched-step.json") && names.contains("look-0.safetensors"))
    for name in names where !name.hasPrefix(".") && name != "checkpoint.safetensors" {
      let path = out + Self.keep + "/" + name
      let kept = try Data(contentsOf: URL(fileURLWithPath: path))
      for damage in [nil, kept.prefix(kept.count / 2), Data()] {
        try? FileManager.default.removeItem(atPath: path)
        if let damage { try damage.write(to: URL(fileURLWithPath: path)) }
        let result = try Program.run(Self.trial + [out, "--resume"])
        #expect([65, 74].contains(result.exitCode), "\(name): \(result.error)")
        #expect(result.errorLines.count == 1 && result.error.contains(name), "\(result.error)")
      }
      try kept.write(to: URL(fileURLWithPath: path))
    }
    // Without --resume it is said that the kept training goes, and the build begins anew.
    let process = try Program.run(["build", "--preset", "trial", "--out", out, "--steps", "2"])
    #expect(process.exitCode == 0 && process.output.contains("--resume would go on"))
    #expect(!Paths.names(in: out).contains(".nakami-resume"))
  }
}
