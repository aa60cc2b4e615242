import Names

/// One file of a collected folder: its documents, or why there are none.
struct DocumentFile {
  /// Where it lies.
  let path: String
  /// How it is called in its folder.
  let id: String
  /// What its name ends in, in lower case.
  let ending: String
  let entry: GeneratedCorpus.ManifestEntry?
  let limits: CollectionLimits
  /// The column or key that holds the text of records; nil where it is called as usual.
  let textColumn: String?

  /// What reading brought.
  struct Outcome {
    /// Bytes of the file.
    var byteCount = 0
    /// Its text was taken.
    var isRead = false
    /// What was left out of it, and why.
    var reasons: [LocalizedText] = []
    /// Its encoding and what was odd in its bytes, if anything was.
    var mended: (encoding: TextEncoding, mends: Mends)?
  }

  /// Files up to this are read as a whole.
  private static let shortLength = 4 << 20

  private var isTable: Bool { ending == "json" || ending == "jsonl" || ending == "csv" }
  private var isMarkup: Bool { ending == "html" || ending == "htm" }
  private var isPlain: Bool { !isTable && !isMarkup && (entry?.kind ?? .userText) == .userText }
  private var canBeCut: Bool { isPlain || ending == "jsonl" || ending == "csv" }

  /// Reads the file, of whose documents `sink` gets batches.
  ///
  /// A long file is never in memory as a whole if it is in UTF-8 and its kind allows.
  func read(_ sink: (SpoolBatch<RawDocument>) -> Void) -> Outcome {
    var outcome = Outcome()
    do throws(FileBytes.Failure) {
      let file = try FileBytes.Reader(path)
      outcome.byteCount = file.size
      guard file.size <= limits.fileBytes else { throw .tooLarge }
      if file.size > Self.shortLength, canBeCut, var blocks = try TextBlocks(file) {
        if !blocks.mends.isEmpty { outcome.mended = (.utf8, blocks.mends) }
        try take(&blocks, .utf8, &outcome, sink)
        return outcome
      }
      file.rewind()
      let bytes = try file.all(limit: min(limits.fileBytes, limits.wholeFileBytes))
      outcome.byteCount = bytes.count
      guard !bytes.isEmpty else {
        outcome.reasons = [Self.isEmpty]
        return outcome
      }
      guard let decoded = decode(bytes, &outcome) else { return outcome }
      if !decoded.mends.isEmpty { outcome.mended = (decoded.encoding, decoded.mends) }
      var blocks = TextBlocks(decoded.text)
      try take(&blocks, decoded.encoding, &outcome, sink)
    } catch {
      outcome.isRead = false
      outcome.reasons = [reason(for: error, size: outcome.byteCount)]
    }
    return outcome
  }

  private func decode(_ bytes: [UInt8], _ outcome: inout Outcome) -> DecodedText? {
    do throws(TextDetection.Failure) {
      return try TextDetection.read(bytes)
    } catch {
      outcome.reasons = [Self.reason(for: error)]
      return nil
    }
  }

  private func take(
    _ blocks: inout TextBlocks, _ encoding: TextEncoding, _ outcome: inout Outcome,
    _ sink: (SpoolBatch<RawDocument>) -> Void
  ) throws(FileBytes.Failure) {
    outcome.isRead = true
    if isTable {
      try takeRecords(&blocks, encoding, &outcome, sink)
    } else if isPlain {
      var number = 0
      while let block = try blocks.next(TextCut.part) {
        number += 1
        let isWhole = number == 1 && blocks.isEmpty
        var batch = SpoolBatch<RawDocument>()
        batch.append(
          document(
            isWhole ? id : "\(id)#\(number)", encoding,
            [RawDocument.Field(name: .text, text: String(decoding: block, as: UTF8.self))],
            isWhole ? outcome.byteCount : block.count))
        sink(batch)
      }
    } else if let block = try blocks.next({ _ in nil }) {
      var batch = SpoolBatch<RawDocument>()
      let field = RawDocument.Field(name: .text, text: String(decoding: block, as: UTF8.self))
      batch.append(document(id, encoding, [field], outcome.byteCount))
      sink(batch)
    }
  }

  private func takeRecords(
    _ blocks: inout TextBlocks, _ encoding: TextEncoding, _ outcome: inout Outcome,
    _ sink: (SpoolBatch<RawDocument>) -> Void
  ) throws(FileBytes.Failure) {
    var reader = RecordReader(ending: ending, textColumn: textColumn)
    var problem: RecordReader.Problem?
    var batch = SpoolBatch<RawDocument>()
    func take(_ record: RecordReader.Record) {
      var document = document(
        "\(id)#\(record.number)", encoding, record.fields, record.byteCount)
      document.kind = entry?.kind ?? record.kind ?? .userText
      document.language = record.language ?? document.language
      if !record.title.isEmpty { document.title = record.title }
      if !record.date.isEmpty { document.date = record.date }
      batch.append(document)
    }
    while let block = try blocks.next({ ending == "json" ? nil : TextCut.lines($0) }) {
      do throws(RecordReader.Problem) { try reader.read(block[...], take) } catch {
        problem = error
      }
      sink(batch)
      batch = SpoolBatch()
    }
    do throws(RecordReader.Problem) {
      if let problem { throw problem }
      let skipped = try reader.end(take)
      sink(batch)
      if skipped > 0 { outcome.reasons = [Self.hasUseless(skipped, first: reader.firstSkipped)] }
      if reader.brokenLines > 0 {
        var mended = outcome.mended ?? (encoding, Mends())
        mended.mends.brokenLines = reader.brokenLines
        outcome.mended = mended
      }
    } catch {
      outcome.reasons = [error.reason]
    }
  }

  private func document(
    _ id: String, _ encoding: TextEncoding, _ fields: [RawDocument.Field], _ byteCount: Int
  ) -> RawDocument {
    RawDocument(
      id: id, kind: entry?.kind ?? .userText, language: entry?.language,
      source: entry?.source ?? "", title: entry?.title ?? "", date: entry?.date ?? "",
      licence: entry?.licence ?? "", encoding: encoding.rawValue, fields: fields,
      byteCount: byteCount, isMarkup: isMarkup)
  }
}

extension DocumentFile {
  private func reason(for failure: FileBytes.Failure, size: Int) -> LocalizedText {
    switch failure {
    case .unreadable:
      return LocalizedText(
        en: "cannot be opened; check its permissions", ja: "開けません。読む許可があるか確かめてください")
    case .notAFile: return Self.isNoFile
    case .tooLarge where canBeCut && size <= limits.fileBytes:
      let limit = Self.megabytes(limits.wholeFileBytes)
      return LocalizedText(
        en: "is larger than \(limit) and not in UTF-8; save it as UTF-8 or split it",
        ja: "\(limit)より大きく、UTF-8 でもありません。UTF-8 で保存し直すか、分けてください")
    case .tooLarge:
      let limit = Self.megabytes(
        canBeCut ? limits.fileBytes : min(limits.fileBytes, limits.wholeFileBytes))
      return LocalizedText(
        en: "is larger than \(limit); split it", ja: "\(limit)より大きいファイルです。分けてください")
    }
  }

  static func megabytes(_ bytes: Int) -> String { "\(max(1, bytes >> 20)) MB" }

  static let isNoFile = LocalizedText(
    en: "is neither file nor folder but a pipe, a device or the like; remove it",
    ja: "ファイルでもフォルダでもなく、パイプや装置のようなものです。取りのぞいてください")
  private static let isEmpty = LocalizedText(
    en: "is empty; put text into it or remove it", ja: "空のファイルです。文章を入れるか消してください")
  private static func reason(for failure: TextDetection.Failure) -> LocalizedText {
    switch failure {
    case .binary: isNoText
    case .packed: isPacked
    case .unknownEncoding: isUnknown
    case .unread(let name):
      LocalizedText(
        en: "looks like \(visible(name)), which is not read here; save it as UTF-8",
        ja: "\(visible(name)) のようですが、この文字コードは読めません。UTF-8 で保存し直してください")
    case .damaged(let encoding):
      LocalizedText(
        en: "is \(encoding.rawValue) with too many odd bytes; save it again as UTF-8",
        ja: "\(encoding.rawValue) ですが、読めないバイトが多すぎます。UTF-8 で保存し直してください")
    }
  }

  /// The beginning of a name that a file gave.
  private static func visible(_ name: String) -> String { String(name.prefix(32)) }

  static let isPacked = LocalizedText(
    en: "is packed; unpack it, or save its text as .txt",
    ja: "圧縮されたファイルです。展開するか、文章を .txt で保存してください")
  /// How the names of packed files end, those of office documents and books among them.
  static let packedEndings: Set<String> = [
    "gz", "tgz", "bz2", "xz", "zst", "lz4", "z", "zip", "7z", "rar", "tar", "docx", "odt", "epub",
  ]
  private static let isNoText = LocalizedText(
    en: "is not text; remove it or save its text as UTF-8",
    ja: "文章のファイルではありません。取りのぞくか、文章を UTF-8 で保存してください")
  private static let isUnknown = LocalizedText(
    en: "is in no encoding that is read here; save it as UTF-8",
    ja: "読める文字コードではありません。UTF-8 で保存し直してください")

  private static func hasUseless(_ count: Int, first: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) of its records hold no usable text and were left out, the first is number \(first)",
      ja: "記録のうち\(count)件は使える文章がなく、取りのぞきました。最初のものは\(first)件目です")
  }
}
