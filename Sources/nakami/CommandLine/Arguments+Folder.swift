import Foundation

extension Arguments {
  /// The folder that an option names, where nothing lies yet: what is there may not mix with what is written.
  /// - Throws: a usage error when something lies there.
  func emptyFolder(_ option: String) throws(CommandError) -> String? {
    guard let path = string(option) else { return nil }
    let content = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard content.isEmpty else {
      throw .usage(
        en: "\(path) is not empty; name an empty folder with \(option)",
        ja: "\(path)は空ではありません。\(option)には空のフォルダを指定してください")
    }
    return path
  }
}
