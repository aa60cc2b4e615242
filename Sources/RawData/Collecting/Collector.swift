import Foundation

/// Gathers documents from a file or a folder.
///
/// Reads `.txt .md .html .htm .json .jsonl .csv` in UTF-8, UTF-16, Shift_JIS, EUC-JP or
/// Windows-1252, folders within folders included, in the order of the paths' bytes. Links that lead out of the folder are
/// not followed. What cannot be read is listed with its reason, and the rest goes on.
public enum Collector {
  /// - Throws: `CollectionError` when there is nothing to read or too much of it.
  public static func collect(
    _ path: String, limits: CollectionLimits = CollectionLimits()
  ) throws(CollectionError) -> Collection {
    var run = CollectionRun(root: path, limits: limits)
    return try run.collect()
  }
}

/// One pass over a folder.
private struct CollectionRun {
  let root: String
  let limits: CollectionLimits
  var collection = Collection()
  var manifest: [String: GeneratedCorpus.ManifestEntry] = [:]
  var paths: [String] = []

  static let endings: Set<String> = ["txt", "md", "html", "htm", "json", "jsonl", "csv"]

  init(root: String, limits: CollectionLimits) {
    self.root = root
    self.limits = limits
  }

  mutating func collect() throws(CollectionError) -> Collection {
    var isFolder: ObjCBool = false
    guard !root.isEmpty, FileManager.default.fileExists(atPath: root, isDirectory: &isFolder)
    else {
      throw failure(
        .missing, en: "there is no such file or folder; check the path",
        ja: "その名前のファイルもフォルダもありません。場所を確かめてください")
    }
    if isFolder.boolValue {
      try readManifest()
      try list("", depth: 0)
      paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } else {
      paths = [""]
    }
    for path in paths { try read(path) }
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
      switch kind(path) {
      case .folder: try list(path, depth: depth + 1)
      case .file:
        if Self.endings.contains(ending(path)) {
          guard paths.count < limits.fileCount else {
            throw failure(
              .tooMany, en: "holds more than \(limits.fileCount) files; choose a smaller folder",
              ja: "ファイルが\(limits.fileCount)個より多くあります。小さなフォルダを選んでください")
          }
          paths.append(path)
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
        reject(path, Self.noFile)
      }
    }
  }

  private static let noFile = LocalizedText(
    en: "is neither file nor folder but a pipe, a device or the like; remove it",
    ja: "ファイルでもフォルダでもなく、パイプや装置のようなものです。取りのぞいてください")

  private enum PathKind { case folder, file, outside, other }

  /// A link counts as outside unless it leads to a file within the folder; links to folders are
  /// never followed, so no circle can arise.
  private func kind(_ path: String) -> PathKind {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: full(path)),
      let type = attributes[.type] as? FileAttributeType
    else { return .other }
    switch type {
    case .typeDirectory: return .folder
    case .typeRegular: return .file
    case .typeSymbolicLink:
      let base = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
      let target = URL(fileURLWithPath: full(path)).resolvingSymlinksInPath().path
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && target.hasPrefix(base + "/") ? .file : .outside
    default: return .other
    }
  }

  private func ending(_ path: String) -> String {
    let name = path.isEmpty ? root : path
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private mutating func read(_ path: String) throws(CollectionError) {
    let megabytes = { (bytes: Int) in "\(max(1, bytes >> 20)) MB" }
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.read(full(path), limit: limits.fileBytes)
    } catch {
      switch error {
      case .tooLarge:
        return reject(
          path, en: "is larger than \(megabytes(limits.fileBytes)); split it",
          ja: "\(megabytes(limits.fileBytes))より大きいファイルです。分けてください")
      case .unreadable:
        return reject(
          path, en: "cannot be opened; check its permissions", ja: "開けません。読む許可があるか確かめてください")
      case .notAFile:
        return reject(path, Self.noFile)
      }
    }
    if collection.byteCount + bytes.count > limits.totalBytes {
      throw failure(
        .tooLarge,
        en: "holds more than \(megabytes(limits.totalBytes)) of text; choose a part of it",
        ja: "全部で\(megabytes(limits.totalBytes))より多くあります。一部を選んでください")
    }
    if bytes.isEmpty {
      return reject(
        path, en: "is empty; put text into it or remove it", ja: "空のファイルです。文章を入れるか消してください")
    }
    let decoded: (text: String, encoding: TextEncoding)
    do throws(TextDetection.Failure) {
      decoded = try TextDetection.decode(bytes)
    } catch {
      switch error {
      case .binary:
        return reject(
          path, en: "is not text; remove it or save its text as UTF-8",
          ja: "文章のファイルではありません。取りのぞくか、文章を UTF-8 で保存してください")
      case .unknownEncoding:
        return reject(
          path, en: "is in no encoding that is read here; save it as UTF-8",
          ja: "読める文字コードではありません。UTF-8 で保存し直してください")
      }
    }
    collection.byteCount += bytes.count
    add(path, decoded.text, decoded.encoding, bytes.count)
  }

  private mutating func add(
    _ path: String, _ text: String, _ encoding: TextEncoding, _ size: Int
  ) {
    let entry = manifest[path]
    let id = path.isEmpty ? String(root.split(separator: "/").last ?? "text") : path
    let ending = ending(path)
    func document(
      _ id: String, _ kind: DocumentKind?, _ fields: [RawDocument.Field], _ bytes: Int
    ) -> RawDocument {
      RawDocument(
        id: id, kind: entry?.kind ?? kind ?? .userText, language: entry?.language,
        source: entry?.source ?? "", title: entry?.title ?? "", date: entry?.date ?? "",
        licence: entry?.licence ?? "", encoding: encoding.rawValue, fields: fields,
        byteCount: bytes, isMarkup: ending == "html" || ending == "htm")
    }
    guard ["json", "jsonl", "csv"].contains(ending) else {
      let field = RawDocument.Field(name: .text, text: text)
      return collection.documents.append(document(id, nil, [field], size))
    }
    do throws(RecordReader.Problem) {
      let (records, skipped) = try RecordReader.read(text, ending: ending)
      for record in records {
        var document = document(
          "\(id)#\(record.number)", record.kind, record.fields, record.byteCount)
        document.language = record.language ?? document.language
        if !record.title.isEmpty { document.title = record.title }
        if !record.date.isEmpty { document.date = record.date }
        collection.documents.append(document)
      }
      if skipped > 0 {
        reject(
          path, en: "\(skipped) of its records hold no usable text and were left out",
          ja: "記録のうち\(skipped)件は使える文章がなく、取りのぞきました")
      }
    } catch {
      reject(path, error.reason)
    }
  }
}
