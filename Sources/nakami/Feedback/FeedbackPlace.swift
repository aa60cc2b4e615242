import Foundation

extension Option {
  static let log = Option(
    "--log", "FILE", en: "file of feedback, for another one than the usual",
    ja: "いつもと違うファイルに評価を保存する")
}

/// Where feedback is kept: with the reader's own things, never in a folder that is passed on, such as a run's
/// or a model's.
enum FeedbackPlace {
  /// - Returns: nil where neither an option nor the system names a place.
  static func path(
    _ arguments: Arguments, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let given = arguments.string("--log") ?? set("NAKAMI_FEEDBACK") { return given }
    // A relative path is not valid there (XDG Base Directory Specification).
    if let state = set("XDG_STATE_HOME"), state.hasPrefix("/") {
      return Paths.join(state, "nakami/feedback.jsonl")
    }
    return set("HOME").map { Paths.join($0, ".local/state/nakami/feedback.jsonl") }
  }

  static func demand(_ arguments: Arguments) throws(CommandError) -> String {
    guard let path = path(arguments) else {
      throw .usage(
        en: "there is no home folder to keep feedback in; name a file with --log FILE",
        ja: "評価を保存するホームフォルダがありません。--log FILEでファイルを指定してください")
    }
    return path
  }
}
