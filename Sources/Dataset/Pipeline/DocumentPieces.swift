import RawData

/// The work of a run: documents, of which long plain texts are cut into pieces at blank lines.
struct DocumentPieces: Sendable {
  struct Piece: Sendable {
    var document: Int
    /// The part of the only field; nil for a whole document.
    var range: Range<Int>?
    var length: Int
  }

  private let documents: [RawDocument]
  private(set) var pieces: [Piece] = []
  /// Ranges of pieces of about the same length, the unit of work for a thread.
  private(set) var batches: [Range<Int>] = []

  private static let batchLength = 256 * 1024

  static func cut(_ documents: [RawDocument]) -> DocumentPieces { DocumentPieces(documents) }

  private init(_ documents: [RawDocument]) {
    self.documents = documents
    for (index, document) in documents.enumerated() {
      let length = document.fields.reduce(0) { $0 + $1.text.utf8.count }
      let isPlain =
        document.kind == .userText && !document.isMarkup && document.fields.count == 1
      if isPlain, length > DocumentCleaner.pieceLength {
        for range in Self.ranges(of: document.fields[0].text) {
          pieces.append(Piece(document: index, range: range, length: range.count))
        }
      } else {
        pieces.append(Piece(document: index, range: nil, length: length))
      }
    }
    var start = 0
    var length = 0
    for index in pieces.indices {
      length += pieces[index].length
      if length >= Self.batchLength || index == pieces.count - 1 {
        batches.append(start..<index + 1)
        start = index + 1
        length = 0
      }
    }
  }

  /// Ends each piece after a blank line, or a line, or at worst a character.
  private static func ranges(of text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      while bytes.count - start > DocumentCleaner.pieceLength {
        let aim = start + DocumentCleaner.pieceLength
        let least = start + DocumentCleaner.pieceLength / 2
        var end = aim
        while end > least, !(bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0A) { end -= 1 }
        if end == least {
          end = aim
          while end > least, bytes[end - 1] != 0x0A { end -= 1 }
        }
        if end == least {
          end = aim
          while bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        ranges.append(start..<end)
        start = end
      }
      ranges.append(start..<bytes.count)
      return ranges
    }
  }

  /// The document of a piece, with only its part of the text.
  func document(_ index: Int) -> RawDocument {
    let piece = pieces[index]
    var document = documents[piece.document]
    if let range = piece.range {
      let utf8 = document.fields[0].text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let end = utf8.index(start, offsetBy: range.count)
      document.fields[0].text = String(document.fields[0].text[start..<end])
    }
    return document
  }

  /// Puts the results of pieces together again, one for each document.
  func joined(_ results: [CleanedDocument]) -> [CleanedDocument] {
    guard pieces.count > documents.count else { return results }
    var joined: [CleanedDocument] = []
    joined.reserveCapacity(documents.count)
    var index = 0
    while index < results.count {
      guard pieces[index].range != nil else {
        joined.append(results[index])
        index += 1
        continue
      }
      var end = index
      while end < results.count, pieces[end].document == pieces[index].document { end += 1 }
      joined.append(PieceJoin.join(Array(results[index..<end]), pieces[index..<end].map(\.range!)))
      index = end
    }
    return joined
  }
}

/// Makes one result of the results of a document's pieces.
enum PieceJoin {
  static func join(_ parts: [CleanedDocument], _ ranges: [Range<Int>]) -> CleanedDocument {
    var result = parts[0]
    let documents = parts.compactMap(\.document)
    for index in 1..<parts.count {
      result.tally.merge(parts[index].tally, shiftedBy: ranges[index].lowerBound)
      for var finding in parts[index].findings {
        finding.start += ranges[index].lowerBound
        finding.end += ranges[index].lowerBound
        result.findings.append(finding)
      }
    }
    guard let first = documents.first else { return result }
    // Pieces that were dropped leave a gap; the rest stands.
    let text = documents.map { $0.fields[0].text }.joined(separator: "\n\n")
    result.dropped = nil
    result.document = first
    result.document!.fields[0].text = text
    result.language = parts.first { $0.document != nil }!.language
    var bytes = text
    bytes.withUTF8 { bytes in
      result.content = contentKey(bytes)
      result.signature = MinHash(of: bytes, language: first.language)
    }
    return result
  }
}
