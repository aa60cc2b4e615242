import Foundation
import Names
import Numerics

/// Gathers documents from a file or a folder.
///
/// Reads `.txt .md .html .htm .json .jsonl .csv` in any `TextEncoding`, folders within folders
/// included, in the order of the paths' bytes. Links that lead out of the folder are not followed.
/// What cannot be read is listed with its reason, what was mended with its place, and the rest goes
/// on.
public enum Collector {
  /// - Parameters:
  ///   - textColumn: the column or key that holds the text of records; nil where it is called `text` or
  ///     what else is known.
  ///   - pool: threads that read files; what they find does not depend on their number.
  /// - Throws: `CollectionError` when there is nothing to read or too much of it.
  public static func collect(
    _ path: String, textColumn: String? = nil, limits: CollectionLimits = CollectionLimits(),
    pool: WorkerPool = WorkerPool(threadCount: 1)
  ) throws(CollectionError) -> Collection {
    var run = CollectionRun(root: path, textColumn: textColumn, limits: limits, pool: pool)
    return try run.collect()
  }

  /// Whether anything lies at a path, before whatever else is looked for.
  /// - Throws: `CollectionError` when nothing does.
  public static func expect(_ path: String) throws(CollectionError) {
    guard path.isEmpty || !FileManager.default.fileExists(atPath: path) else { return }
    throw CollectionError(
      problem: .missing, path: path,
      message: LocalizedText(
        en: "there is no such file or folder; check the path",
        ja: "その名前のファイルもフォルダもありません。場所を確かめてください"))
  }
}

/// One pass over a folder.
private struct CollectionRun {
  let root: String
  let textColumn: String?
  let limits: CollectionLimits
  let pool: WorkerPool
  var collection = Collection()
  var manifest: [String: GeneratedCorpus.ManifestEntry] = [:]
  var files: [(path: String, size: Int)] = []

  static let endings: Set<String> = ["txt", "md", "html", "htm", "json", "jsonl", "csv"]

  init(root: String, textColumn: String?, limits: CollectionLimits, pool: WorkerPool) {
    self.root = root
    self.textColumn = textColumn
    self.limits = limits
    self.pool = pool
  }

  mutating func collect() throws(CollectionError) -> Collection {
    try Collector.expect(root)
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: root, isDirectory: &isFolder)
    if isFolder.boolValue {
      try readManifest()
      try list("", depth: 0)
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    } else {
      files = [("", 0)]
    }
    try readAll()
    guard !collection.documents.isEmpty else { throw nothing(isFolder: isFolder.boolValue) }
    return collection
  }

  private func nothing(isFolder: Bool) -> CollectionError {
    if let first = collection.rejected.first {
      let place = first.path.isEmpty ? "" : "\(first.path): "
      return failure(
        .nothingUsable, en: "no usable text: \(place)\(first.reason.en)",
        ja: "使える文章がありません。\(place)\(first.reason.ja)")
    }
    return failure(
      .empty, en: "holds no .txt, .md, .html, .json, .jsonl or .csv file; put some text there",
      ja: ".txt .md .html .json .jsonl .csv のファイルがありません。文章を入れてください")
  }

  private func failure(
    _ problem: CollectionError.Problem, _ path: String? = nil, en: String, ja: String
  ) -> CollectionError {
    CollectionError(
      problem: problem, path: path ?? root, message: LocalizedText(en: en, ja: ja))
  }

  private mutating func reject(_ path: String, en: String, ja: String) {
    reject(path, LocalizedText(en: en, ja: ja))
  }

  private mutating func reject(_ path: String, _ reason: LocalizedText) {
    collection.rejected.append(RejectedFile(path: path, reason: reason))
  }

  private func full(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

  /// Our own folders say what each file is; a user's folder may do without.
  private mutating func readManifest() throws(CollectionError) {
    let path = full(GeneratedCorpus.Manifest.fileName)
    guard let data = FileManager.default.contents(atPath: path) else { return }
    guard let list = try? JSONDecoder().decode(GeneratedCorpus.Manifest.self, from: data) else {
      // Somebody else's file of that name is a document like any other.
      return
    }
    guard list.version == 1 else {
      throw failure(
        .badManifest, path, en: "has version \(list.version), this program reads 1; build it again",
        ja: "版が \(list.version) です。読めるのは 1 なので、作り直してください")
    }
    for entry in list.files { manifest[entry.path] = entry }
    ownFiles = [GeneratedCorpus.Manifest.fileName, GeneratedCorpus.noiseFileName]
  }

  /// Files at the top of our own folders that are no documents.
  private var ownFiles: Set<String> = []

  private mutating func list(_ folder: String, depth: Int) throws(CollectionError) {
    guard depth <= limits.depth else {
      return reject(
        folder, en: "lies more than \(limits.depth) folders deep; move it up",
        ja: "フォルダが\(limits.depth)段より深くにあります。浅い所へ移してください")
    }
    guard let (names, nameless) = FileBytes.names(in: full(folder)) else {
      if folder.isEmpty {
        throw failure(
          .unreadable, en: "the folder cannot be opened; check its permissions",
          ja: "フォルダを開けません。読む許可があるか確かめてください")
      }
      return reject(
        folder, en: "the folder cannot be opened; check its permissions",
        ja: "フォルダを開けません。読む許可があるか確かめてください")
    }
    for name in nameless {
      reject(
        folder.isEmpty ? name : folder + "/" + name,
        en: "has a name that is not UTF-8; rename it",
        ja: "名前が UTF-8 ではありません。名前を変えてください")
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder.isEmpty ? name : folder + "/" + name
      if ownFiles.contains(path) { continue }
      let (kind, size) = kind(path)
      switch kind {
      case .folder: try list(path, depth: depth + 1)
      case .file:
        if Self.endings.contains(ending(path)) || isNamelessText(path) {
          guard files.count < limits.fileCount else {
            throw failure(
              .tooMany, en: "holds more than \(limits.fileCount) files; choose a smaller folder",
              ja: "ファイルが\(limits.fileCount)個より多くあります。小さなフォルダを選んでください")
          }
          files.append((path, size))
        } else if DocumentFile.packedEndings.contains(ending(path)) {
          reject(path, DocumentFile.isPacked)
        } else {
          reject(
            path, en: "this kind of file is not read; save it as .txt, .md, .html, .json or .csv",
            ja: "この種類のファイルは読みません。.txt .md .html .json .csv で保存してください")
        }
      case .outside:
        reject(
          path, en: "is a link that leads out of the folder; put the file itself here",
          ja: "フォルダの外へのリンクです。ファイルそのものを入れてください")
      case .other:
        reject(path, DocumentFile.isNoFile)
      }
    }
  }

  /// Whether a file whose name has no ending (`README`, `GPL`, also `LGPL-2.1`) begins as a text does.
  private func isNamelessText(_ path: String) -> Bool {
    guard ending(path).allSatisfy({ ("0"..."9").contains($0) }),
      let file = try? FileBytes.Reader(full(path))
    else { return false }
    var bytes: [UInt8] = []
    guard (try? file.read(upTo: 4096, into: &bytes)) != nil else { return false }
    // A page for a terminal may ring its bell; a text may not have more of that than one with an ending.
    return !bytes.isEmpty && !bytes.contains(0) && !TextDetection.looksBinary(bytes)
  }

  private enum PathKind { case folder, file, outside, other }

  /// A link counts as outside unless it leads to a file within the folder; links to folders are
  /// never followed, so no circle can arise.
  private func kind(_ path: String) -> (PathKind, size: Int) {
    let (kind, size) = FileBytes.status(of: full(path))
    switch kind {
    case .folder: return (.folder, 0)
    case .file: return (.file, size)
    case .other: return (.other, 0)
    case .link:
      let base = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
      let target = URL(fileURLWithPath: full(path)).resolvingSymlinksInPath().path
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
      let isInside = exists && !isFolder.boolValue && target.hasPrefix(base + "/")
      return (isInside ? .file : .outside, FileBytes.status(of: target).size)
    }
  }

  private func ending(_ path: String) -> String {
    let name = path.isEmpty ? root : path
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Bytes of the files that are read before their documents are put into the collection.
  private static let waveLength = 8 << 20

  private mutating func readAll() throws(CollectionError) {
    var start = 0
    while start < files.count {
      var end = start + 1
      var length = files[start].size
      while end < files.count, length + files[end].size <= Self.waveLength {
        length += files[end].size
        end += 1
      }
      try read(start..<end)
      start = end
    }
  }

  /// Files of a task: opening one takes longer than finding the next task.
  private static let filesPerTask = 8

  private mutating func read(_ range: Range<Int>) throws(CollectionError) {
    guard range.count > 1 else {
      // A file alone may be long: its documents do not wait for its end.
      let outcome = file(range.lowerBound).read { collection.documents.append($0) }
      return try take(outcome, range.lowerBound)
    }
    let wave = range.map { FileReading(file($0)) }
    pool.run((wave.count + Self.filesPerTask - 1) / Self.filesPerTask) { task in
      for reading in wave.dropFirst(task * Self.filesPerTask).prefix(Self.filesPerTask) {
        reading.run()
      }
    }
    for (index, reading) in zip(range, wave) {
      for batch in reading.batches { collection.documents.append(batch) }
      try take(reading.outcome, index)
    }
  }

  private func file(_ index: Int) -> DocumentFile {
    let path = files[index].path
    return DocumentFile(
      path: full(path), id: path.isEmpty ? String(root.split(separator: "/").last ?? "text") : path,
      ending: ending(path), entry: manifest[path], limits: limits,
      textColumn: textColumn)
  }

  private mutating func take(
    _ outcome: DocumentFile.Outcome, _ index: Int
  ) throws(CollectionError) {
    if collection.byteCount + outcome.byteCount > limits.totalBytes {
      let limit = DocumentFile.megabytes(limits.totalBytes)
      throw failure(
        .tooLarge, en: "holds more than \(limit) of text; choose a part of it",
        ja: "全部で\(limit)より多くあります。一部を選んでください")
    }
    if outcome.isRead { collection.byteCount += outcome.byteCount }
    for reason in outcome.reasons { reject(files[index].path, reason) }
    if let (encoding, mends) = outcome.mended {
      collection.mended.append(
        MendedFile(path: files[index].path, encoding: encoding, mends: mends))
    }
  }
}

/// A file that one of several threads reads.
private final class FileReading: @unchecked Sendable {
  let file: DocumentFile
  var outcome = DocumentFile.Outcome()
  var batches: [SpoolBatch<RawDocument>] = []

  init(_ file: DocumentFile) { self.file = file }

  func run() { outcome = file.read { batches.append($0) } }
}
