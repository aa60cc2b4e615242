import Names

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files that are either there as a whole or not there at all.
///
/// The bytes go to a file `.NAME.partial` in the same folder, are forced to the disk, and only then
/// take the final name in one step. Whatever happens in between, a full disk, a kill, a power cut,
/// leaves what stood under the name before. A lock keeps two writers of one name apart.
public enum AtomicFile {
  /// - Parameters:
  ///   - chunks: written one after the other.
  ///   - isPrivate: whether only its owner may read the file.
  ///   - survivesPowerCut: false for what may be lost then, and takes less time to write.
  /// - Throws: what the system refused, and the remedy; nothing of this file is left then.
  public static func write(
    _ chunks: [UnsafeRawBufferPointer], to path: String, isPrivate: Bool = false,
    survivesPowerCut: Bool = true
  ) throws(FileError) {
    let folder = SystemCalls.folder(of: path)
    let partial = folder + "/." + SystemCalls.name(of: path) + ".partial"
    let descriptor = try openAlone(partial, for: path, mode: isPrivate ? 0o600 : 0o666)
    do throws(FileError) {
      for chunk in chunks { try append(chunk, descriptor, path) }
      if survivesPowerCut {
        guard SystemCalls.retrying({ Int(fsync(descriptor)) }) == 0 else { throw failure(path) }
      }
      guard rename(partial, path) == 0 else { throw failure(path) }
    } catch {
      unlink(partial)
      close(descriptor)
      throw error
    }
    close(descriptor)
    if survivesPowerCut { synchronize(folder: folder) }
  }

  public static func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false, survivesPowerCut: Bool = true
  ) throws(FileError) {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(FileError) in
        try write([buffer], to: path, isPrivate: isPrivate, survivesPowerCut: survivesPowerCut)
      }
    }
    try result.get()
  }

  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Makes the folder and those above it where they are missing.
  /// - Parameter isPrivate: whether only their owner may look into those that are made.
  public static func createFolder(_ path: String, isPrivate: Bool = false) throws(FileError) {
    guard !SystemCalls.isFolder(path) else { return }
    let parent = SystemCalls.folder(of: path)
    if parent != path, !parent.isEmpty { try createFolder(parent, isPrivate: isPrivate) }
    guard mkdir(path, isPrivate ? 0o700 : 0o777) == 0 || SystemCalls.isFolder(path) else {
      throw FileError(
        .unwritable, path: path,
        problem: LocalizedText(
          en: "the folder cannot be made (\(SystemCalls.lastProblem))",
          ja: "フォルダを作れません（\(SystemCalls.lastProblem)）"),
        remedy: LocalizedText(
          en: "choose another folder or change its permissions", ja: "別のフォルダを選ぶか、書き込みの許可を直してください"))
    }
  }

  /// Opens the partial file for this writer alone, emptied of what a killed one may have left.
  private static func openAlone(_ partial: String, for path: String, mode: mode_t) throws(FileError)
    -> Int32
  {
    for _ in 0..<16 {
      let descriptor = Int32(
        SystemCalls.retrying {
          Int(open(partial, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode))
        })
      guard descriptor >= 0 else { throw failure(path) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw FileError(
          .unwritable, path: path,
          problem: LocalizedText(en: "another program is writing it", ja: "ほかのプログラムが書き込んでいます"),
          remedy: .waitForIt)
      }
      // Between opening and locking another writer may have given this very file its final name.
      var (own, named) = (stat(), stat())
      if fstat(descriptor, &own) == 0, lstat(partial, &named) == 0, own.st_ino == named.st_ino,
        own.st_dev == named.st_dev
      {
        guard ftruncate(descriptor, 0) == 0 else {
          close(descriptor)
          throw failure(path)
        }
        return descriptor
      }
      close(descriptor)
    }
    throw FileError(
      .unwritable, path: path,
      problem: LocalizedText(en: "another program keeps writing it", ja: "ほかのプログラムが書き込み続けています"),
      remedy: .waitForIt)
  }

  static func append(
    _ chunk: UnsafeRawBufferPointer, _ descriptor: Int32, _ path: String
  ) throws(FileError) {
    var done = 0
    while done < chunk.count {
      // Linux writes at most 2 GB a call.
      let count = SystemCalls.retrying {
        #if canImport(Darwin)
          Darwin.write(
            descriptor, chunk.baseAddress.unsafelyUnwrapped + done, min(chunk.count - done, 1 << 30)
          )
        #elseif canImport(Musl)
          Musl.write(
            descriptor, chunk.baseAddress.unsafelyUnwrapped + done, min(chunk.count - done, 1 << 30)
          )
        #else
          Glibc.write(
            descriptor, chunk.baseAddress.unsafelyUnwrapped + done, min(chunk.count - done, 1 << 30)
          )
        #endif
      }
      guard count > 0 else { throw failure(path) }
      done += count
    }
  }

  /// Makes the new name itself survive a power cut; a system that cannot do so is not at fault.
  static func synchronize(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func failure(_ path: String) -> FileError {
    let remedy =
      switch errno {
      case ENOSPC, EDQUOT, EFBIG:
        LocalizedText(en: "free some space or choose another folder", ja: "空きを増やすか、別のフォルダを選んでください")
      case ENOENT, ENOTDIR: LocalizedText(en: "make the folder first", ja: "先にフォルダを作ってください")
      case EISDIR, ENOTEMPTY:
        LocalizedText(
          en: "a folder of this name is in the way, move it", ja: "同じ名前のフォルダがあるので、移してください")
      default:
        LocalizedText(
          en: "choose another folder or change its permissions", ja: "別のフォルダを選ぶか、書き込みの許可を直してください")
      }
    return FileError(
      .unwritable, path: path,
      problem: LocalizedText(
        en: "cannot be written (\(SystemCalls.lastProblem))",
        ja: "書き込めません（\(SystemCalls.lastProblem)）"),
      remedy: remedy)
  }
}
