import Foundation
import Names

/// A folder whose run is written in a hidden draft within it and takes its place only when complete.
///
/// The files of an earlier run stay untouched until then, and what is not Nakami's own stays for good;
/// whatever stops the program, no half-written run is left under the final names. A symbolic link is
/// followed: the folder that it leads to is filled.
final class OutputFolder: @unchecked Sendable {
  /// As the caller named it, for messages.
  let path: String
  private let place: String
  private let maker: OwnFiles.Maker
  /// By which the caller named it, for messages.
  private let option: String
  /// Folders that only this build makes, the deepest first.
  private let made: [String]
  private var draftFolder: DraftFolder?

  /// Looks whether a run may be written there; nothing is made yet.
  /// - Parameters:
  ///   - maker: only what the same maker wrote there is replaced, so that one recorded answer never takes
  ///     the place of a run that was minutes in the making.
  ///   - option: which names the folder.
  /// - Throws: `CommandError.usage` when the place holds something else.
  init(
    path: String, maker: OwnFiles.Maker = .run, option: String = "--out"
  ) throws(CommandError) {
    self.path = Paths.trimmed(path)
    self.maker = maker
    self.option = option
    place = Paths.followed(path)
    made = Paths.missing(place)
    switch Paths.kind(place, followsLinks: true) {
    case .nothing: return
    case .folder: break
    default: throw Self.isFile(path, option)
    }
    DraftFolder.clear(place)
    let names = Paths.names(in: place).filter {
      !DraftFolder.isDraft($0) && $0 != Self.nameOfKeep
    }
    let own = OwnFiles.read(in: place)
    guard names.isEmpty || own?.maker == maker else {
      let wanted =
        maker == .run
        ? LocalizedText(en: "run of nakami", ja: "nakamiの記録")
        : LocalizedText(en: "recorded answer", ja: "答えの記録")
      throw .usage(
        en:
          "\(path) holds \(own?.maker.content.en ?? "other files") and no \(wanted.en); name an empty "
          + "or a new folder with \(option)",
        ja: "\(path)には\(wanted.ja)ではなく、\(own?.maker.content.ja ?? "ほかのファイル")があります。"
          + "空のフォルダか新しいフォルダを\(option)で指定してください")
    }
    if maker == .run { try EditedGate.checkPlace(in: place, shown: path, option) }
    for name in names where OwnFiles.namesOfRun.contains(name) || name == OwnFiles.listName {
      let kind = Paths.kind(Paths.join(place, name))
      guard kind == .folder || (kind == .file && own?.contains(name) == true) else {
        throw .usage(
          en: "\(Paths.join(path, name)) is not nakami's own and in the way of a run; move it, "
            + "or name another folder with \(option)",
          ja: "\(Paths.join(path, name))はnakamiが作ったものではなく、記録を置く場所にあります。"
            + "別の場所に移すか、\(option)で別のフォルダを指定してください")
      }
    }
  }

  private static let nameOfKeep = ".nakami-resume"

  /// Where the training of an interrupted build is kept until a build comes to its end.
  var keep: String { Paths.join(place, Self.nameOfKeep) }

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
        en: "can't make \(path): \(Self.reason(error)); choose another place with \(option)",
        ja: "\(path)を作れません（\(Self.reason(error))）。\(option)で別の場所を指定してください")
    }
    do { draftFolder = try DraftFolder(in: place, option: option) } catch {
      discard()
      throw error
    }
  }

  /// Puts the draft in the final place and removes what Nakami had written there before.
  ///
  /// A gate that somebody edited stays, and is told of.
  func complete() throws(CommandError) {
    let gate = maker == .run ? EditedGate(in: place) : nil
    try draftFolder?.exchange(
      maker: maker, shown: path, keeping: gate.map { _ in [EditedGate.path] } ?? [])
    draftFolder?.remove()
    if let gate { gate.tell(in: path) }
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

  /// A file stands where a folder was asked for.
  static func isFile(_ path: String, _ option: String) -> CommandError {
    .usage(
      en: "\(path) is a file; name a folder with \(option)",
      ja: "\(path)はファイルです。\(option)にはフォルダを指定してください")
  }

  /// The cause of a Foundation error in a few words.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let cause: Int32? =
      switch (error as? CocoaError)?.code {
      case .fileReadNoSuchFile, .fileNoSuchFile: ENOENT
      case .fileReadNoPermission, .fileWriteNoPermission: EACCES
      default: underlying?.domain == NSPOSIXErrorDomain ? underlying.map { Int32($0.code) } : nil
      }
    if let cause { return String(cString: strerror(cause)) }
    return (underlying ?? error as NSError).localizedDescription
  }
}
