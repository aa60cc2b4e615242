import Names
import RawData

/// Takes one document through all rules that look at it alone.
struct DocumentCleaner {
  let options: CleaningOptions

  func clean(_ raw: RawDocument) -> CleanedDocument {
    let limit = options.recordsAllEdits ? Int.max : options.samplesPerRule
    var result = CleanedDocument(tally: EditTally(documentID: raw.id, limit: limit))
    var cleaners: [FieldCleaner] = []
    clean(raw, &cleaners, &result)
    result.cleaners = cleaners
    return result
  }

  private func clean(
    _ raw: RawDocument, _ cleaners: inout [FieldCleaner], _ result: inout CleanedDocument
  ) {
    let claimed = raw.language ?? Self.script(of: raw)
    var fields: [RawDocument.Field] = []
    var sentences = 0
    var unsuitable = 0
    for field in raw.fields {
      result.tally.field = field.name
      var cleaner = FieldCleaner(
        Array(field.text.utf8),
        context: TextContext(raw, field: field.name, language: claimed), without: options.without)
      result.tally.language = cleaner.context.language
      cleaner.clean(&result.tally)
      cleaners.append(cleaner)
    }
    var text = cleaners.first?.bytes ?? []
    for cleaner in cleaners.dropFirst() {
      text.append(0x0A)
      text += cleaner.bytes
    }
    result.language = text.withUnsafeBufferPointer { LanguageDetector.shared.detect($0) }
    let language = Self.language(raw, result.language)
    let unfit =
      garbled(raw, language, text) ?? spam(raw, language, text)
      ?? wrongLanguage(raw, result.language, text)
    if let unfit {
      result.dropped = unfit
      return
    }
    /// Fields of which every sentence is unsuitable.
    var isWhollyUnsuitable: [Bool] = []
    for index in cleaners.indices {
      let counts = filter(&cleaners[index], raw.id, language, raw.fields[index].name, &result)
      sentences += counts.sentences
      unsuitable += counts.unsuitable
      isWhollyUnsuitable.append(counts.unsuitable == counts.sentences)
    }
    let words = result.findings.filter { $0.isUnsuitable }.reduce(0) { $0 + $1.terms.count }
    // One listed word is never enough to drop a document.
    if words > 1, Double(unsuitable) >= Double(sentences) * options.unsuitableShare {
      drop(asUnsuitable: raw, language, text, &result)
      return
    }
    for index in cleaners.indices where unsuitable > 0 {
      result.tally.field = raw.fields[index].name
      result.tally.language = cleaners[index].context.language
      if isWhollyUnsuitable[index] {
        // Nothing would be left: the words go, and the sentence stays.
        cleaners[index].apply(&result.tally) {
          UnsuitableWords.mask($0, threshold: options.unsuitableThreshold, into: &$1)
        }
      } else {
        removeUnsuitable(&cleaners[index], &result.tally)
      }
    }
    for (field, cleaner) in zip(raw.fields, cleaners) {
      fields.append(
        RawDocument.Field(
          name: field.name, text: String(decoding: cleaner.bytes, as: UTF8.self)))
    }
    guard fields.contains(where: { !$0.text.isEmpty }) else {
      result.dropped = DroppedDocument(
        documentID: raw.id, kind: raw.kind, language: language, rule: .paragraphs, score: 0,
        reasons: ["empty"], duplicateOf: nil, excerpt: "", byteCount: 0, characterCount: 0)
      return
    }
    result.document = CleanDocument(
      id: raw.id, kind: raw.kind, language: language, fields: fields)
  }

  // MARK: Whole documents

  /// Bytes of all fields, of which `text` is made with a line end between each two.
  private static func byteCount(_ text: [UInt8], _ raw: RawDocument) -> Int {
    text.count - max(0, raw.fields.count - 1)
  }

  /// The same in characters: each of those line ends is one.
  private static func characterCount(_ text: [UInt8], _ raw: RawDocument) -> Int {
    text.characterCount - max(0, raw.fields.count - 1)
  }

  /// What is garbled for good teaches nothing; see `ShiftJISMojibake`.
  private func garbled(
    _ raw: RawDocument, _ language: Language, _ text: [UInt8]
  ) -> DroppedDocument? {
    let share = text.withUnsafeBufferPointer { ShiftJISMojibake.share(of: $0) }
    guard share >= ShiftJISMojibake.dropShare, !options.without.contains(.mojibake) else {
      return nil
    }
    return DroppedDocument(
      documentID: raw.id, kind: raw.kind, language: language, rule: .mojibake,
      score: (share * 100).rounded() / 100, reasons: [ShiftJISMojibake.reason], duplicateOf: nil,
      excerpt: Self.excerpt(text), byteCount: Self.byteCount(text, raw),
      characterCount: Self.characterCount(text, raw))
  }

  private func spam(
    _ raw: RawDocument, _ language: Language, _ text: [UInt8]
  ) -> DroppedDocument? {
    let verdict = text.withUnsafeBufferPointer { SpamJudge.shared.judge($0) }
    guard verdict.score >= options.spamThreshold, !options.without.contains(.spam) else {
      return nil
    }
    return DroppedDocument(
      documentID: raw.id, kind: raw.kind, language: language, rule: .spam,
      score: (verdict.score * 100).rounded() / 100, reasons: verdict.reasons, duplicateOf: nil,
      excerpt: Self.excerpt(text), byteCount: Self.byteCount(text, raw),
      characterCount: Self.characterCount(text, raw))
  }

  private func wrongLanguage(
    _ raw: RawDocument, _ verdict: LanguageDetector.Verdict, _ text: [UInt8]
  ) -> DroppedDocument? {
    // Without a claim the whole collection decides: see `Assembly`.
    guard let claimed = raw.language, case .other(let code) = verdict,
      !options.without.contains(.language)
    else { return nil }
    return DroppedDocument(
      documentID: raw.id, kind: raw.kind, language: claimed, rule: .language, score: 1,
      reasons: [code], duplicateOf: nil, excerpt: Self.excerpt(text),
      byteCount: Self.byteCount(text, raw), characterCount: Self.characterCount(text, raw))
  }

  private func drop(
    asUnsuitable raw: RawDocument, _ language: Language, _ text: [UInt8],
    _ result: inout CleanedDocument
  ) {
    for index in result.findings.indices { result.findings[index].dropsDocument = true }
    let terms = Set(result.findings.filter { $0.isUnsuitable }.flatMap { $0.terms })
    result.dropped = DroppedDocument(
      documentID: raw.id, kind: raw.kind, language: language, rule: .unsuitable,
      score: result.findings.map { $0.score }.max() ?? 0, reasons: terms.sorted(), duplicateOf: nil,
      excerpt: Self.excerpt(text), byteCount: Self.byteCount(text, raw),
      characterCount: Self.characterCount(text, raw))
  }

  // MARK: Sentences

  private func filter(
    _ cleaner: inout FieldCleaner, _ id: String, _ language: Language, _ field: FieldName,
    _ result: inout CleanedDocument
  ) -> (sentences: Int, unsuitable: Int) {
    if options.without.contains(.unsuitable) { return (0, 0) }
    let judgement = cleaner.bytes.withUnsafeBufferPointer { UnsuitableJudge.shared.judge($0) }
    var unsuitable = 0
    for finding in judgement.findings {
      let isUnsuitable = finding.score >= options.unsuitableThreshold
      if isUnsuitable { unsuitable += 1 }
      let source = cleaner.source(of: finding.range)
      result.findings.append(
        ContentFinding(
          documentID: id, language: language, field: field,
          sentence: String(decoding: cleaner.bytes[finding.range], as: UTF8.self),
          score: finding.score, terms: finding.terms, start: source.lowerBound,
          end: source.upperBound, isUnsuitable: isUnsuitable, dropsDocument: false))
    }
    return (judgement.sentences, unsuitable)
  }

  private func removeUnsuitable(_ cleaner: inout FieldCleaner, _ tally: inout EditTally) {
    let threshold = options.unsuitableThreshold
    cleaner.apply(&tally) { bytes, edits in
      var cuts: [Range<Int>] = []
      for finding in UnsuitableJudge.shared.judge(bytes).findings where finding.score >= threshold {
        var range = finding.range
        if range.upperBound < bytes.count, bytes[range.upperBound] == 0x20 {
          range = range.lowerBound..<range.upperBound + 1
        }
        if let last = cuts.last, last.upperBound == range.lowerBound {
          cuts[cuts.count - 1] = last.lowerBound..<range.upperBound
        } else {
          cuts.append(range)
        }
      }
      for var cut in cuts {
        let endsLine = cut.upperBound == bytes.count || bytes[cut.upperBound] == 0x0A
        if endsLine, cut.lowerBound > 0, bytes[cut.lowerBound - 1] == 0x20 {
          cut = cut.lowerBound - 1..<cut.upperBound
        }
        let startsLine = cut.lowerBound == 0 || bytes[cut.lowerBound - 1] == 0x0A
        if endsLine, startsLine {
          // The paragraph is empty now: one of its line ends goes too.
          if cut.upperBound < bytes.count {
            cut = cut.lowerBound..<cut.upperBound + 1
          } else if cut.lowerBound > 0 {
            cut = cut.lowerBound - 1..<cut.upperBound
          }
        }
        let start = max(cut.lowerBound, edits.edits.last?.end ?? 0)
        edits.remove(start, max(start, cut.upperBound), rule: .unsuitable)
      }
    }
  }

  // MARK: Language

  /// Japanese when kana or kanji are common among the first letters.
  private static func script(of raw: RawDocument) -> Language? {
    guard var text = raw.fields.first?.text else { return nil }
    return text.withUTF8 { bytes in
      var japanese = 0
      var latin = 0
      var place = 0
      while place < min(bytes.count, 65_536), japanese + latin < 2_000 {
        let scalar = bytes.scalar(at: place)
        place += scalar.length
        if Script.isKana(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) {
          japanese += 1
        } else if scalar.value < 0x80, UInt8(scalar.value).isASCIILetter {
          latin += 1
        }
      }
      // Markup is Latin whatever the page says.
      let share = raw.isMarkup ? 20 : 5
      return japanese * share > japanese + latin ? .japanese : latin > 0 ? .english : nil
    }
  }

  private static func language(
    _ raw: RawDocument, _ verdict: LanguageDetector.Verdict
  ) -> Language {
    if raw.kind == .parallel { return raw.language ?? .english }
    if case .known(let language) = verdict { return language }
    return raw.language ?? script(of: raw) ?? .english
  }

  static func excerpt(_ text: [UInt8]) -> String {
    var end = min(text.count, 200)
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: text[..<end], as: UTF8.self)
  }
}
