import Build
import Files
import Names

/// The gate of a run's versions, where somebody made it their own: a file that people are asked to edit is never
/// overwritten by a build.
struct EditedGate {
  /// Within the run's folder.
  static let path = "versions/gate.json"

  /// Whether it says something else than the build's.
  let isOther: Bool

  /// Nil where there is none, or one that the build may replace: it wrote it, and nobody changed it.
  init?(in folder: String) {
    let place = Paths.join(folder, Self.path)
    guard Paths.kind(place) != .nothing else { return nil }
    let bytes = try? InputFile.bytes(of: place, limit: 1 << 16)
    isOther = bytes != Array(GateFile.text(.usual).utf8)
    if !isOther, OwnFiles.read(in: folder)?.contains(Self.path) == true { return nil }
  }

  func tell(in folder: String) {
    guard isOther else { return }
    let place = Paths.join(folder, Self.path)
    Console.error(
      LocalizedText(
        en:
          "\(place) was edited and is kept: nakami improve goes by it, the build's own versions went by "
          + "the usual conditions",
        ja: "\(place)は書きかえられているので、そのまま残します。nakami improveはこれに従います"
          + "（構築で作った版は、いつもの条件で判定しました）"
      ).forReader)
  }

  /// - Throws: `CommandError.usage` where something stands there that is no file: it would be in the way at the
  ///   end, after all the work.
  static func checkPlace(
    in folder: String, shown: String, _ option: String
  ) throws(CommandError) {
    let versions = Paths.parent(of: path)
    let places: [(String, Set<Paths.Kind>)] = [
      (versions, [.nothing, .folder]), (path, [.nothing, .file, .link]),
    ]
    for (name, kinds) in places where !kinds.contains(Paths.kind(Paths.join(folder, name))) {
      throw .usage(
        en:
          "\(Paths.join(shown, name)) is in the way of a run's versions; move it, or name another folder "
          + "with \(option)",
        ja: "\(Paths.join(shown, name))が、版を置く場所にあります。別の場所に移すか、\(option)で別のフォルダを指定してください")
    }
  }
}
