import Foundation

/// Finds the folders that the program reads.
enum Places {
  /// The folder of lessons and world: given, else `Lessons` in the working folder or above it.
  static func lessons(given: String?) throws(CommandError) -> String {
    if let given {
      guard FileManager.default.fileExists(atPath: given + "/World/facts.txt") else {
        throw .usage(
          en: "\(given) holds no World/facts.txt; name the folder Lessons of a Nakami checkout",
          ja: "\(given)にWorld/facts.txtがありません。Nakamiのソースの中にあるLessonsフォルダを指定してください")
      }
      return given
    }
    var folder = ""
    for _ in 0..<6 {
      let candidate = folder + "Lessons"
      if FileManager.default.fileExists(atPath: candidate + "/World/facts.txt") { return candidate }
      folder += "../"
    }
    throw .usage(
      en: "no folder Lessons here or above; run nakami in its checkout or name one with "
        + "--lessons DIR",
      ja: "ここにも上のフォルダにもLessonsがありません。Nakamiのソースの中で実行するか、--lessons DIRで指定してください")
  }

  /// The recorded run of `out`.
  static func run(in out: String?) throws(CommandError) -> String {
    let folder = out ?? "Output"
    DraftFolder.clear(folder, onlyCutShort: true)
    guard FileManager.default.fileExists(atPath: folder + "/run/setting.json") else {
      throw .io(
        en: "no run in \(folder); make one with: nakami build"
          + (out.map { " --out \($0)" } ?? ""),
        ja: "\(folder)に記録がありません。まず作ってください：nakami build"
          + (out.map { " --out \($0)" } ?? ""))
    }
    return folder
  }
}
