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
      throw FileError(
        .unreadable, path: path,
        problem: LocalizedText(en: "not a regular file", ja: "普通のファイルではありません"),
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
  package static func bytes(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = try InputFile(path)
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
