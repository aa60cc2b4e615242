import Foundation
import Names

/// This program, started anew and waited for.
enum ColdStart {
  /// Runs the program with its output thrown away.
  /// - Throws: where it cannot be started, or ends with an error.
  static func run(_ arguments: [String]) throws(CommandError) {
    guard let path = Bundle.main.executablePath else {
      throw .io(
        en: "where this program lies is not known here, so it cannot be started anew; "
          + "call it by its full path",
        ja: "このプログラムの場所が分からず、もう一度起動できません。絶対パスで実行してください")
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (stream, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY),
    ] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", mode, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var environment =
      ProcessInfo.processInfo.environment.sorted { $0.key < $1.key }
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + environment { free(word) } }
    var process = pid_t()
    let failure = posix_spawn(&process, path, &actions, nil, &words, &environment)
    guard failure == 0 else {
      throw .io(
        en: "\(path) cannot be started: \(String(cString: strerror(failure))); try it by hand",
        ja: "\(path)を起動できません（\(String(cString: strerror(failure)))）。手で実行してみてください")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else {
        throw .io(
          en: "\(path) cannot be waited for; try it by hand",
          ja: "\(path)の終わりを待てません。手で実行してみてください")
      }
    }
    guard status == 0 else {
      throw .data(
        en: "nakami \(arguments.joined(separator: " ")) did not answer; try it by hand",
        ja: "nakami \(arguments.joined(separator: " "))が答えませんでした。手で実行してみてください")
    }
  }
}
