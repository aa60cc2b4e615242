import Names

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file open for reading at any place, closed when nobody needs it any more.
package final class InputFile: Sendable {
  package let path: String
  package let byteCount: Int
  private let descriptor: Int32

  /// - Throws: when it is missing, may not be read, or is no regular file.
  package init(_ path: String) throws(FileError) {
    // Without O_NONBLOCK opening a named pipe would wait for a writer.
    let descriptor = Int32(
      SystemCalls.retrying { Int(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)) })
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw FileError(
          .missing, path: path, problem: LocalizedText(en: "no such file", ja: "そのファイルはありません"),
          remedy: LocalizedText(en: "check the path", ja: "場所を確かめてください"))
      }
      throw FileError(
        .unreadable, path: path,
        problem: LocalizedText(
          en: "cannot be opened (\(SystemCalls.lastProblem))",
          ja: "開けません（\(SystemCalls.lastProblem)）"),
        remedy: LocalizedText(en: "check its permissions", ja: "読む許可があるか確かめてください"))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FileError(
        .unreadable, path: path,
        problem: isFolder
          ? LocalizedText(en: "it is a folder", ja: "フォルダです")
          : LocalizedText(en: "not a regular file", ja: "普通のファイルではありません"),
        remedy: LocalizedText(en: "name a file", ja: "ファイルを指定してください"))
    }
    self.path = path
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
    try refusePointer()
  }

  /// A file of Git LFS that was not fetched holds a few lines about it instead.
  private func refusePointer() throws(FileError) {
    let mark = Array("version https://git-lfs.github.com/spec/".utf8)
    guard (mark.count..<1024).contains(byteCount), try bytes(0..<mark.count) == mark else { return }
    throw FileError(
      .unsupported, path: path,
      problem: LocalizedText(
        en: "it is a pointer of Git LFS, not the file itself",
        ja: "Git LFSのポインターで、ファイルそのものではありません"),
      remedy: LocalizedText(
        en: "fetch it with \"git lfs pull\", or download it again",
        ja: "git lfs pullで取り寄せるか、ダウンロードし直してください"))
  }

  /// How pages begin, and the answers that a server gives in place of a file, in small letters.
  private static let answers = [
    "<!doctype", "<html", "<head", "<body", "<title", "<!--", "<?xml", "<error", "entry not found",
    "repository not found", "404: not found", "invalid username or password", "access to model ",
  ].map { Array($0.utf8) }

  /// Refuses a web page that was saved in place of the file that it leads to; no file of a model begins so.
  package func refusePage() throws(FileError) {
    let first = try bytes(0..<min(byteCount, 512))
    let mark = first.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = first.dropFirst(mark).drop { $0 <= 0x20 }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard Self.answers.contains(where: { text.starts(with: $0) }) else { return }
    throw FileError(
      .unsupported, path: path,
      problem: LocalizedText(
        en: "it is a web page or a server's message, not the file itself",
        ja: "ウェブページかサーバーの返事で、ファイルそのものではありません"),
      remedy: LocalizedText(
        en: "download the file itself, by the download link of that page",
        ja: "そのページのダウンロードのリンクから、ファイルそのものをダウンロードしてください"))
  }

  deinit { close(descriptor) }

  /// Fills `buffer` with the bytes from `offset` on.
  /// - Throws: when the file ends before, or cannot be read.
  package func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) {
    var done = 0
    while done < buffer.count {
      let count = SystemCalls.retrying {
        pread(
          descriptor, buffer.baseAddress.unsafelyUnwrapped + done, buffer.count - done,
          off_t(offset + done))
      }
      if count < 0 {
        throw FileError(
          .unreadable, path: path,
          problem: LocalizedText(
            en: "cannot be read (\(SystemCalls.lastProblem))",
            ja: "読めません（\(SystemCalls.lastProblem)）"),
          remedy: LocalizedText(en: "check the disk", ja: "ディスクを確かめてください"))
      }
      if count == 0 {
        throw FileError(
          .truncated, path: path,
          problem: LocalizedText(
            en: "it ends at byte \(offset + done)", ja: "\(offset + done)バイト目で終わっています"),
          remedy: .copyAgain)
      }
      done += count
    }
  }

  /// The whole file, when it is not longer than `limit` bytes.
  /// - Parameter mayBePage: whether a web page could be meant.
  package static func bytes(
    of path: String, limit: Int, mayBePage: Bool = true
  ) throws(FileError) -> [UInt8] {
    let file = try InputFile(path)
    if !mayBePage { try file.refusePage() }
    guard file.byteCount <= limit else {
      throw FileError(
        .oversized, path: path,
        problem: LocalizedText(
          en: "it has \(file.byteCount) bytes, and such a file may have \(limit)",
          ja: "\(file.byteCount)バイトあり、この種のファイルの上限\(limit)バイトをこえています"),
        remedy: LocalizedText(en: "check that it is the right file", ja: "正しいファイルか確かめてください"))
    }
    return try file.bytes(0..<file.byteCount)
  }

  package func bytes(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let result = bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(FileError) in try read(buffer, at: range.lowerBound) }
    }
    try result.get()
    return bytes
  }
}
