/// One option of a command, as `--help` explains it.
struct Option: Sendable {
  /// With its dashes, for instance `--seed`.
  let name: String
  /// What stands for its value in the help text; nil for a flag.
  let value: String?
  let help: String
  /// Whether it may be given several times.
  let isRepeated: Bool

  init(_ name: String, _ value: String? = nil, _ help: String, isRepeated: Bool = false) {
    self.name = name
    self.value = value
    self.help = help
    self.isRepeated = isRepeated
  }

  /// Whether the value names a file or a folder.
  var takesPath: Bool { ["DIR", "FILE", "PATH"].contains(value) }
  var placeName: String { value == "DIR" ? "folder" : value == "FILE" ? "file" : "file or folder" }
}

extension Option {
  static let out = Option("--out", "DIR", "folder of the run (default: Output)")
  static let model = Option("--model", "DIR", "folder of a saved model (default: Output/model)")
  static let threads = Option("--threads", "N", "worker threads (default: all cores)")
  static let seed = Option("--seed", "N", "seed of every random choice")
  static let json = Option("--json", nil, "print JSON")
  static let quiet = Option("--quiet", nil, "print nothing but the result")
}
