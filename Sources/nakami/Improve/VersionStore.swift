import Feedback
import Files
import Foundation
import ModelFile
import Names
import Record

/// The folder `versions` of a run: every version that was ever made of its model, kept or refused.
///
/// Version 1 is the model in `model`, as it was built. Each other has a folder named by its number, which
/// `transformers` can read, with `version.json`. `live.json` says which one answers. A version is written
/// in a hidden folder and takes its name in one step, by one writer at a time.
struct VersionStore {
  /// Of the run.
  let out: String
  private static let longest = 1 << 30
  private static let draft = ".new"

  init(_ out: String) { self.out = out }

  var folder: String { Paths.join(out, "versions") }
  var gate: String { folder + "/gate.json" }
  private var liveFile: String { folder + "/live.json" }

  func folder(of id: Int) -> String {
    id == 1 ? Paths.join(out, "model") : folder + "/\(id)"
  }

  // MARK: Reading

  /// Numbers of the versions that are there, 1 first.
  var ids: [Int] {
    [1]
      + Paths.names(in: folder).compactMap { name in
        Int(name).flatMap { $0 > 1 && "\($0)" == name ? $0 : nil }
      }.sorted()
  }

  /// Of the weights of version 1.
  func base() throws(FileError) -> String {
    try Self.file(SaveNames.weights, in: folder(of: 1)).fingerprint
  }

  /// The version that answers; 1 where nobody chose.
  func live() throws(FileError) -> Int {
    guard SystemCalls.exists(liveFile) else { return 1 }
    let value = try JSONFile.read(liveFile, limits: JSONLimits(byteCount: 4096))
    guard let id = value["live"]?.integer, id >= 1 else {
      throw damaged(
        liveFile, en: "it does not say which version is live", ja: "どの版を使うかが書かれていません")
    }
    return id
  }

  /// The folder of the version that answers, checked to the last byte.
  func liveFolder() throws(FileError) -> (id: Int, folder: String) {
    let id = try live()
    if id > 1 { try check(try manifest(id)) }
    return (id, folder(of: id))
  }

  /// - Throws: `FileError` when it is missing, half written or was changed.
  func manifest(_ id: Int) throws(FileError) -> VersionManifest {
    let path = folder(of: id) + "/version.json"
    guard SystemCalls.isFolder(folder(of: id)) else {
      throw FileError(
        .missing, path: folder(of: id),
        problem: LocalizedText(en: "there is no version \(id)", ja: "版\(id)がありません"),
        remedy: remedy)
    }
    let bytes = try InputFile.bytes(of: path, limit: 1 << 24)
    let manifest: VersionManifest
    do { manifest = try JSONDecoder().decode(VersionManifest.self, from: Data(bytes)) } catch {
      throw damaged(path, en: "no usable manifest of a version", ja: "版の説明として読めません")
    }
    guard manifest.format == VersionManifest.format, manifest.id == id, manifest.parent >= 1,
      manifest.parent < id, let seal = try? manifest.expectedSeal, seal == manifest.seal
    else {
      throw damaged(
        path, en: "it was changed after the version was made", ja: "版を作ったあとに書きかえられています")
    }
    return manifest
  }

  /// Whether all files are as they were written, and the version belongs to this model.
  func check(_ manifest: VersionManifest) throws(FileError) {
    let place = folder(of: manifest.id)
    guard manifest.base == (try base()) else {
      throw FileError(
        .mismatched, path: place,
        problem: LocalizedText(
          en: "it was made of another model than the one in \(folder(of: 1))",
          ja: "\(folder(of: 1))とは別のモデルから作られた版です"), remedy: remedy)
    }
    for file in manifest.files {
      let path = place + "/" + file.name
      guard SystemCalls.exists(path) else {
        throw damaged(path, en: "the file is missing", ja: "ファイルがありません")
      }
      guard try Self.file(file.name, in: place) == file else {
        throw damaged(
          path, en: "it was changed after the version was made", ja: "版を作ったあとに書きかえられています")
      }
    }
  }

  private var remedy: LocalizedText {
    let option = out == "Output" ? "" : " --out \(FileError.shown(out, limit: 200))"
    return LocalizedText(
      en:
        "nakami versions\(option) lists them; nakami versions restore 1\(option) uses the model as "
        + "it was built",
      ja: "nakami versions\(option)で一覧、nakami versions restore 1\(option)で、作ったときのモデルに戻せます")
  }

  private func damaged(_ path: String, en: String, ja: String) -> FileError {
    FileError(
      .malformed, path: path, problem: LocalizedText(en: en, ja: ja), remedy: remedy)
  }

  static func file(_ name: String, in folder: String) throws(FileError) -> VersionManifest.File {
    let bytes = try InputFile.bytes(of: folder + "/" + name, limit: longest)
    return .init(
      name: name, bytes: bytes.count,
      fingerprint: Fingerprint.digits(bytes.withUnsafeBytes { Fingerprint.of($0) }))
  }

  // MARK: Writing

  /// Keeps others from writing versions until it is released.
  final class Lock {
    private let descriptor: Int32
    fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
  }

  /// Takes the lock, and removes what a writer that was killed has left.
  func lock() throws(FileError) -> Lock {
    try AtomicFile.createFolder(folder)
    let path = folder + "/.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = descriptor >= 0
      if isHeld { close(descriptor) }
      throw FileError(
        .unwritable, path: folder,
        problem: isHeld
          ? LocalizedText(en: "another program is making a version", ja: "ほかのプログラムが版を作っています")
          : LocalizedText(
            en: "no version can be kept there (\(Self.lastProblem))",
            ja: "版を保存できません（\(Self.lastProblem)）"),
        remedy: isHeld
          ? .waitForIt
          : LocalizedText(en: "change its permissions", ja: "書き込みの許可を直してください"))
    }
    let left = folder + "/" + Self.draft
    if SystemCalls.exists(left) { try? FileManager.default.removeItem(atPath: left) }
    return Lock(descriptor)
  }

  /// Numbers of versions of which the build tells in its pages and cards, without keeping their weights.
  var told: [Int] {
    Paths.names(in: folder).compactMap { name in
      guard name.hasPrefix("version-"), name.hasSuffix(".md") else { return nil }
      return Int(name.dropFirst(8).dropLast(3)).flatMap { $0 > 1 ? $0 : nil }
    }.sorted()
  }

  /// The number of the next version; those that are told of have theirs already.
  var nextID: Int { max(ids.last!, told.last ?? 1) + 1 }

  /// Writes a version as a whole or not at all.
  /// - Parameters:
  ///   - manifest: without files and seal, which are filled in.
  ///   - lock: shows that nobody else writes.
  func add(
    _ manifest: VersionManifest, _ model: TrainedModel, card: String, _ lock: Lock
  ) throws {
    let place = folder + "/" + Self.draft
    do {
      try model.save(folder: place, card: card)
      var manifest = manifest
      manifest.files = try Paths.names(in: place).map { try Self.file($0, in: place) }
      let bytes = Array(try VersionManifest.encoder.encode(try manifest.sealed())) + [0x0A]
      try AtomicFile.write(bytes, to: place + "/version.json")
      guard rename(place, folder(of: manifest.id)) == 0 else {
        throw FileError(
          .unwritable, path: folder(of: manifest.id),
          problem: LocalizedText(
            en: "cannot be written (\(Self.lastProblem))",
            ja: "書き込めません（\(Self.lastProblem)）"),
          remedy: LocalizedText(en: "free some space", ja: "空きを増やしてください"))
      }
      Self.synchronize(folder)
    } catch {
      try? FileManager.default.removeItem(atPath: place)
      throw error
    }
  }

  /// Lets a version answer from now on.
  func makeLive(_ id: Int, _ lock: Lock) throws(FileError) {
    try AtomicFile.write("{\"live\": \(id)}\n", to: liveFile)
  }

  private static var lastProblem: String { String(cString: strerror(errno)).lowercased() }

  /// Makes a new name survive a power cut.
  private static func synchronize(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

enum SaveNames {
  static let weights = "model.safetensors"
}
