import Foundation
import Names

/// The hidden folder within an output folder in which a run is written before it takes its place.
///
/// `new` holds the run, `old` what it replaces while the two change places, `files` the list of the new
/// files. A lock that ends with its process tells a draft that is being written from one that a kill
/// has left: such a one is removed by the next build, after its change of places was taken back or
/// brought to its end.
final class DraftFolder: @unchecked Sendable {
  private static let prefix = ".nakami-draft-"

  let path: String
  private let target: String
  /// Which names the target, for messages.
  private let option: String
  private let lock: Int32

  var new: String { path + "/new" }
  private var old: String { path + "/old" }
  private var files: String { path + "/files" }

  /// Makes a new draft in `target`, which must be there.
  /// - Throws: `CommandError.io` when it can't be written.
  init(in target: String, option: String = "--out") throws(CommandError) {
    self.target = target
    self.option = option
    path = Paths.join(target, Self.nameOfOwn)
    guard mkdir(path, 0o777) == 0 else { throw Self.failure(target, option) }
    lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, mkdir(path + "/new", 0o777) == 0 else {
      let failure = Self.failure(target, option)
      remove()
      throw failure
    }
  }

  private init(abandoned path: String, in target: String, lock: Int32) {
    self.target = target
    option = "--out"
    self.path = path
    self.lock = lock
  }

  deinit { if lock >= 0 { close(lock) } }

  private static func failure(_ target: String, _ option: String) -> CommandError {
    let reason = String(cString: strerror(errno)).lowercased()
    return .io(
      en: "can't write in \(target): \(reason); choose another place with \(option)",
      ja: "\(target)に書き込めません（\(reason)）。\(option)で別の場所を指定してください")
  }

  /// The name of this process's draft.
  static var nameOfOwn: String { prefix + "\(getpid())" }

  static func isDraft(_ name: String) -> Bool { name.hasPrefix(prefix) }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Puts the new files in place of those that were there before, all of them or none.
  /// - Throws: `CommandError` when something of somebody else's is in the way, or the system refuses.
  /// - Parameter kept: files of the folder that stay as they are, though they are of Nakami's making.
  func exchange(
    maker: OwnFiles.Maker, shown: String, keeping kept: Set<String> = []
  ) throws(CommandError) {
    for name in kept { unlink(Paths.join(new, name)) }
    do {
      let list = OwnFiles.all(in: new, maker: maker)
      try list.write(to: new + "/" + OwnFiles.listName)
      try list.write(to: files)
    } catch {
      throw .io(
        en: "can't write in \(shown): \(OutputFolder.reason(error)); free some space",
        ja: "\(shown)に書き込めません（\(OutputFolder.reason(error))）。ディスクの空きを増やしてください")
    }
    // Two builds into one folder take their turns.
    let guardian = open(target, O_RDONLY | O_CLOEXEC)
    flock(guardian, LOCK_EX)
    defer { close(guardian) }
    var move = FolderMove()
    do throws(FolderMove.Failure) {
      mkdir(old, 0o777)
      let before = (OwnFiles.read(in: target) ?? OwnFiles(maker: maker, files: []))
        .leaving(kept)
      try move.move(from: target, to: old, only: before)
      try move.move(from: new, to: target, only: nil)
    } catch {
      move.undo()
      switch error {
      case .taken(let name):
        throw .usage(
          en: "\(Paths.join(shown, name)) is not nakami's own and in the way of a new file; "
            + "move it, or name another folder with \(option)",
          ja: "\(Paths.join(shown, name))はnakamiが作ったものではなく、新しいファイルの場所にあります。"
            + "別の場所に移すか、\(option)で別のフォルダを指定してください")
      case .refused(let name, let reason):
        throw .io(
          en: "can't replace \(Paths.join(shown, name)): \(reason); nothing was changed, "
            + "change its permissions or name another folder with \(option)",
          ja: "\(Paths.join(shown, name))を置き換えられません（\(reason)）。何も変えていません。"
            + "許可を直すか、\(option)で別のフォルダを指定してください")
      }
    }
  }

  /// Removes drafts that no process writes any more, and ends a change of places that was cut short.
  /// - Parameter onlyCutShort: leaves all drafts alone that did not come to change places.
  static func clear(_ target: String, onlyCutShort: Bool = false) {
    for name in Paths.names(in: target) where isDraft(name) {
      let path = Paths.join(target, name)
      guard Paths.kind(path) == .folder,
        !onlyCutShort || Paths.kind(path + "/old") == .folder
      else { continue }
      let lock = open(path + "/lock", O_RDWR | O_CLOEXEC)
      if lock >= 0 {
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
          close(lock)
          continue
        }
      } else if let writer = Int32(name.dropFirst(prefix.count)), writer > 0,
        kill(writer, 0) == 0 || errno == EPERM
      {
        // It has just been made and is not locked yet.
        continue
      }
      let draft = DraftFolder(abandoned: path, in: target, lock: lock)
      if draft.mend() { draft.remove() }
    }
  }

  /// Takes back a change of places that did not come to its end; one that did stays.
  /// - Returns: false when something still lies here that belongs in the folder.
  private func mend() -> Bool {
    guard Paths.kind(old) == .folder, let data = FileManager.default.contents(atPath: files),
      let list = OwnFiles(parsing: data)
    else { return true }
    let rest = OwnFiles.all(in: new, maker: list.maker)
    // Nothing is left to take its place.
    guard !rest.isEmpty else { return true }
    let guardian = open(target, O_RDONLY | O_CLOEXEC)
    flock(guardian, LOCK_EX)
    defer { close(guardian) }
    var move = FolderMove()
    do throws(FolderMove.Failure) {
      // What is not here any more had taken its place already.
      try move.move(from: target, to: new, only: list.without(rest))
      try move.move(from: old, to: target, only: nil)
      return true
    } catch {
      return false
    }
  }
}
