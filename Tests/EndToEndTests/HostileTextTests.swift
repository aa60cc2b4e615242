import Files
import Foundation
import ModelFile
import Testing

@testable import nakami

/// No text from outside steers the terminal, whichever command prints it.
@Suite struct HostileTextTests {
  /// Sets the title, turns the color, goes back to the line's start, reorders what follows.
  private static let hostile = "a\u{1B}]0;owned\u{7}b\u{1B}[31mc\rd\u{202E}e\u{9B}2Jf\u{7F}g"

  private func expectNoControls(
    _ result: Program.Result, _ arguments: [String], exitCode: Int32? = nil
  ) {
    for text in [result.output, result.error] {
      let found = text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
      }
      #expect(found.isEmpty, "\(arguments.first ?? ""): \(text.debugDescription.prefix(2000))")
    }
    #expect(!(result.output + result.error).isEmpty, "\(arguments) prints nothing")
    if let exitCode { #expect(result.exitCode == exitCode, "\(arguments): \(result.error)") }
  }

  @Test func noCommandLetsOneThrough() throws {
    let folder = try TemporaryFolder()
    let hostile = Self.hostile
    let model = folder.path + "/model\(hostile)"
    try SmallModel.save(to: model)
    try folder.write("data/\(hostile).bin", [0, 1, 2])
    try folder.write("data/\(hostile).jsonl", "nonsense".utf8)
    for number in 0..<12 {
      let name = "\(number % 10) \(hostile)"
      try folder.write(
        "data/\(number)\(hostile).txt",
        "Number \(name) keeps \(number % 10 * 37) boats. It says \(hostile).".utf8)
    }
    try folder.write("play.txt", String(repeating: "the sea sings ", count: 60).utf8)
    var writer = SafetensorsWriter()
    let values: [Float] = [1, 2]
    values.withUnsafeBufferPointer { writer.add("tensor\(hostile)", shape: [2], $0) }
    try writer.write(to: folder.path + "/\(hostile).safetensors")

    let out = folder.path + "/Out\(hostile)"
    let training = [
      "--steps", "2", "--layers", "1", "--heads", "1", "--width", "8", "--context", "8", "--batch",
      "2", "--evaluation-interval", "1", "--evaluation-batches", "1", "--warm-up", "1",
    ]
    let lines: [([String], Int32)] = [
      (["build", "--preset", "trial", "--steps", "2", "--data", "data", "--out", out], 0),
      (["build", "--data", hostile], 74),
      (["build", "--preset", hostile], 64),
      (["check", out, "--all"], 0),
      (["check", hostile], 74),
      (["check", "--recompute", hostile], 64),
      (["learn", "--out", out], 0),
      (["learn", "L1", "--plain", "--out", out], 0),
      (["learn", "U3", "--plain", "--out", out], 0),
      (["learn", hostile, "--out", out], 64),
      (["learn", "--out", hostile], 74),
      (["ask", hostile, "--out", out], 0),
      (["ask", hostile, "--model", model, "--temperature", "2", "--tokens", "60"], 0),
      (["ask", hostile, "--model", model, "--temperature", "2", "--quiet"], 0),
      (["ask", hostile, "--model", model, "--temperature", "2", "--json"], 0),
      (["ask", hostile, "--model", model, "--temperature", "2", "--steps"], 0),
      (["ask", hostile, "--model", model, "--compare", "--tokens", "20"], 0),
      (["ask", hostile, "--model", model, "--fork", "1=" + hostile], 64),
      (["ask", hostile, "--model", model, "--stop", hostile, "--tokens", "4"], 0),
      (["ask", hostile, "--model", model, "--report", hostile], 64),
      (["ask", "x", "--model", hostile], 74),
      (["logits", "--text", hostile, "--model", model], 0),
      (["logits", "--text", hostile, "--model", model, "--json"], 0),
      (["number", "--prompt", hostile, "--model", model, "--all"], 0),
      (["number", "--prompt", hostile, "--model", model, "--json"], 0),
      (["number", "--prompt", hostile, "--model", model, "--roots"], 0),
      (["number", hostile, "--prompt", "x", "--model", model], 64),
      (["number", "--prompt", "x", "--model", hostile], 74),
      (["inspect", "\(hostile).safetensors"], 0),
      (["inspect", hostile], 74),
      (["import", model, "--text", hostile, "--tokens", "8", "--out", out + "2"], 0),
      (["import", hostile, "--out", out + "3"], 74),
      (["clean", "data"], 0),
      (["clean", "data", "--json"], 0),
      (["clean", hostile], 74),
      (["tokenizer", "learn", "--data", "play.txt", "--vocabulary", "270", "--out", hostile], 0),
      (["tokenizer", "learn", "--data", hostile + "x"], 74),
      (["tokenizer", hostile], 64),
      (["tokenizer", "encode", "--tokenizer", hostile + "y"], 74),
      (["train", "--data", "play.txt", "--out", "T" + hostile] + training, 0),
      (["train", "--data", hostile + "z"], 74),
      (["train", "--data", "play.txt", "--out", "data"], 64),
      (["tune", "--learning-rate", hostile], 64),
      (
        ["twin", "--without", hostile, "--data", "data", "--preset", "trial", "--steps", "2"]
          + ["--lessons", Program.checkout + "/Lessons"], 65
      ),
      (["twin", "--without", "Mira/" + hostile, "--lessons", Program.checkout + "/Lessons"], 64),
      (["bench", hostile], 64),
      (["feedback", "--log", hostile + "w", "--list"], 74),
      (["feedback", hostile], 64),
      (["improve", "--feedback", hostile + "v", "--data", "data", "--out", out], 74),
      (["improve", "--gate", hostile + "u"], 74),
      (["versions", "--out", out], 0),
      (["versions", hostile, "--out", out], 64),
      ([hostile], 64),
      (["--help" + hostile], 64),
      (["build", "--out\(hostile)", "x"], 64),
    ]
    for (arguments, exitCode) in lines {
      let more =
        ["build", "learn", "import"].contains(arguments[0]) && arguments.last != "x"
        ? ["--lessons", Program.checkout + "/Lessons"] : []
      let result = try Program.run(arguments + more, in: folder.path)
      expectNoControls(result, arguments, exitCode: exitCode)
    }
    let tried = Set(lines.map { $0.0[0] })
    for name in Command.all.map(\.name) { #expect(tried.contains(name), "\(name) not tried") }
  }

  @Test func onlyTheConsoleWritesToTheTerminal() throws {
    let sources = Program.checkout + "/Sources/nakami"
    let files = TemporaryFolder.files(in: sources).filter { $0.key.hasSuffix(".swift") }
    #expect(files.count > 30)
    for (name, bytes) in files where !name.hasSuffix("/Console.swift") {
      let text = String(decoding: bytes, as: UTF8.self)
      for way in ["Swift.print", ".standardOutput", ".standardError", "fputs", "puts(", "fwrite"] {
        #expect(!text.contains(way), "\(name) writes by \(way)")
      }
    }
  }

  @Test func jsonStillSaysTheVeryText() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    let result = try Program.run([
      "ask", Self.hostile, "--model", folder.path + "/model", "--json", "--tokens", "2",
    ])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((object["account"] as? [String: Any])?["prompt"] as? String == Self.hostile)
  }
}
