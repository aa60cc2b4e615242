import Foundation

/// A folder that is written beside its final place and takes it only when it is complete.
///
/// The folder of an earlier run stays untouched until then; whatever stops the program, no
/// half-written folder is left under the final name.
struct OutputFolder: Sendable {
  /// Where the finished run will be.
  let path: String
  /// Where it is being written.
  let draft: String

  /// - Throws: `CommandError.io` when the place can't be written, and `.usage` when it holds something
  ///   that is no run, which a build would delete.
  init(path: String) throws(CommandError) {
    let clean = (path as NSString).standardizingPath
    let parent = (clean as NSString).deletingLastPathComponent
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: clean, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw .usage("\(path) is a file; name a folder with --out")
      }
      let content = (try? files.contentsOfDirectory(atPath: clean)) ?? []
      let isRun = files.fileExists(atPath: clean + "/run/setting.json")
      guard content.isEmpty || isRun else {
        throw .usage(
          "\(path) holds other files, which a build would replace; name an empty folder with --out")
      }
    }
    self.path = clean
    let name = (clean as NSString).lastPathComponent
    draft =
      (parent.isEmpty ? "." : parent)
      + "/.\(name).draft-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try files.createDirectory(atPath: draft, withIntermediateDirectories: true)
    } catch {
      throw .io(
        "can't write beside \(path): \(Self.reason(error)); choose another place with --out")
    }
  }

  /// Puts the draft in the final place and removes what was there.
  func complete() throws(CommandError) {
    let files = FileManager.default
    let old = draft + ".old"
    do {
      if files.fileExists(atPath: path) { try files.moveItem(atPath: path, toPath: old) }
      do {
        try files.moveItem(atPath: draft, toPath: path)
      } catch {
        if files.fileExists(atPath: old) { try? files.moveItem(atPath: old, toPath: path) }
        throw error
      }
      try? files.removeItem(atPath: old)
    } catch {
      throw .io("can't replace \(path): \(Self.reason(error))")
    }
  }

  func discard() {
    try? FileManager.default.removeItem(atPath: draft)
  }

  /// The cause of a Foundation error in a few words.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}
