import Foundation

/// A folder whose run is written in a hidden draft within it and takes its place only when complete.
///
/// The files of an earlier run stay untouched until then, and what is not Nakami's own stays for good;
/// whatever stops the program, no half-written run is left under the final names. A symbolic link is
/// followed: the folder that it leads to is filled.
final class OutputFolder: @unchecked Sendable {
  /// As the caller named it, for messages.
  let path: String
  private let place: String
  /// Folders that only this build makes, the deepest first.
  private let made: [String]
  private var draftFolder: DraftFolder?

  /// Looks whether a run may be written there; nothing is made yet.
  /// - Throws: `CommandError.usage` when the place holds something that is no run.
  init(path: String) throws(CommandError) {
    self.path = Paths.trimmed(path)
    place = Paths.followed(path)
    made = Paths.missing(place)
    switch Paths.kind(place, followsLinks: true) {
    case .nothing: return
    case .folder: break
    default: throw Self.isFile(path)
    }
    DraftFolder.clear(place)
    let names = Paths.names(in: place).filter { !DraftFolder.isDraft($0) }
    let own = OwnFiles.read(in: place)
    guard names.isEmpty || own?.maker == .run else {
      throw .usage(
        en: "\(path) holds \(own == nil ? "other files" : "a model of nakami train") "
          + "and no run of nakami; name an empty or a new folder with --out",
        ja: "\(path)にはnakamiの記録ではなく、\(own == nil ? "ほかのファイル" : "nakami trainのモデル")があります。"
          + "空のフォルダか新しいフォルダを--outで指定してください")
    }
    for name in names where OwnFiles.namesOfRun.contains(name) || name == OwnFiles.listName {
      let kind = Paths.kind(Paths.join(place, name))
      guard kind == .folder || (kind == .file && own?.contains(name) == true) else {
        throw .usage(
          en: "\(Paths.join(path, name)) is not nakami's own and in the way of a run; move it, "
            + "or name another folder with --out",
          ja: "\(Paths.join(path, name))はnakamiが作ったものではなく、記録を置く場所にあります。"
            + "別の場所に移すか、--outで別のフォルダを指定してください")
      }
    }
  }

  /// Where the run is being written; only after ``begin()``.
  var draft: String {
    guard let draftFolder else { preconditionFailure("no draft of \(path) was begun") }
    return draftFolder.new
  }

  /// Makes the draft.
  /// - Throws: `CommandError.io` when the place can't be written.
  func begin() throws(CommandError) {
    do {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    } catch {
      throw .io(
        en: "can't make \(path): \(Self.reason(error)); choose another place with --out",
        ja: "\(path)を作れません（\(Self.reason(error))）。--outで別の場所を指定してください")
    }
    do { draftFolder = try DraftFolder(in: place) } catch {
      discard()
      throw error
    }
  }

  /// Puts the draft in the final place and removes what Nakami had written there before.
  func complete() throws(CommandError) {
    try draftFolder?.exchange(maker: .run, shown: path)
    draftFolder?.remove()
  }

  /// Removes the draft, and the folders that were made for it alone.
  func discard() {
    draftFolder?.remove()
    for folder in made { rmdir(folder) }
  }

  /// What ``discard()`` removes: a folder with all that is in it, and folders if they are empty.
  var leftovers: (draft: String, folders: [String]) {
    (Paths.join(place, DraftFolder.nameOfOwn), made)
  }

  /// The cause of a Foundation error in a few words.
  /// A file stands where a folder was asked for.
  static func isFile(_ path: String) -> CommandError {
    .usage(
      en: "\(path) is a file; name a folder with --out",
      ja: "\(path)はファイルです。--outにはフォルダを指定してください")
  }

  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}
