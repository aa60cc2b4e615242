import Foundation

/// Runs the real program, as a person would.
struct Program {
  struct Result: Sendable {
    var exitCode: Int32
    var output: String
    var error: String

    /// Standard error without its last line break.
    var errorLines: [Substring] { error.split(separator: "\n") }
  }

  /// The executable lies beside the test bundle.
  static let path: String = {
    var folder = Bundle.main.executableURL!.deletingLastPathComponent()
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    let candidates = [
      folder.appendingPathComponent("nakami").path,
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("nakami").path,
    ]
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      preconditionFailure("nakami is not in \(candidates)")
    }
    return found
  }()

  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Feedback stays out of the tester's own.
  /// - Parameter environment: beside that of the tests.
  static func run(
    _ arguments: [String], input: String = "", in folder: String = checkout, locale: String = "C",
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(
      arguments, bytes: Array(input.utf8), in: folder, locale: locale, environment: environment)
  }

  /// A line of a shell, in which `$NAKAMI` is the program: for words that no string can hold.
  static func runInShell(_ line: String) throws -> Result {
    try run(["-c", line], bytes: [], environment: ["NAKAMI": path], program: "/bin/sh")
  }

  static func run(
    _ arguments: [String], bytes: [UInt8], in folder: String = checkout, locale: String = "C",
    environment: [String: String] = [:], program: String = path
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let scratch = try TemporaryFolder()
    let own = ["LC_ALL": locale, "NAKAMI_FEEDBACK": scratch.path + "/feedback.jsonl"]
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
      .merging(environment) { $1 }
    let output = scratch.path + "/output"
    let error = scratch.path + "/error"
    let inputFile = scratch.path + "/input"
    for file in [output, error] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    try Data(bytes).write(to: URL(fileURLWithPath: inputFile))
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: error)
    try process.run()
    process.waitUntilExit()
    let code =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Result(
      exitCode: code,
      output: String(
        decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self),
      error: String(decoding: FileManager.default.contents(atPath: error) ?? Data(), as: UTF8.self))
  }
}

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "nakami-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Every file below, by relative path.
  static func files(in folder: String) -> [String: Data] {
    var result: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: folder + "/" + name) {
        result[name] = data
      }
    }
    return result
  }
}
