import Names
import Numerics

/// Writes the documents of one kind and language into files, and the truth about them into a corpus.
struct FileWriter {
  let kind: DocumentKind
  let language: Language
  let teller: Teller
  var random: RandomGenerator
  var corpus: GeneratedCorpus

  private static let recordsPerFile = 120
  /// News stand alone at first; the rest are briefs in a table.
  private static let reportCount = 20

  mutating func write(_ documents: [(draft: Draft, original: Int?)]) {
    let places = places(documents.count)
    var idOfOriginal: [Int: String] = [:]
    for (index, document) in documents.enumerated() {
      if let original = document.original { idOfOriginal[original] = places[index].id }
    }
    var index = 0
    while index < documents.count {
      let path = places[index].path
      var last = index
      while last + 1 < documents.count, places[last + 1].path == path { last += 1 }
      let range = index...last
      if places[index].id == path {
        writeSingle(documents[index].draft, path, idOfOriginal)
      } else {
        writeRecords(
          range.map { (places[$0].id, documents[$0].draft) }, path, idOfOriginal)
      }
      index = last + 1
    }
  }

  /// The file and the id of each of so many documents, in the order in which they will be collected.
  func places(_ count: Int) -> [(path: String, id: String)] {
    let stem = "\(kind.rawValue)/\(language.rawValue)"
    return (0..<count).map { index in
      switch kind {
      case .webPage: return same("\(stem)-\(padded(index + 1, 3)).html")
      case .bookChapter: return same("\(stem)-\(padded(index + 1, 2)).txt")
      case .encyclopedia: return same("\(stem)-\(padded(index + 1, 3)).md")
      case .news where index < Self.reportCount:
        return same("\(stem)-\(padded(index + 1, 3)).txt")
      case .news: return record("\(stem)-briefs", index - Self.reportCount, "csv", of: count)
      case .story: return record(stem, index, "json", of: count)
      default: return record(stem, index, "jsonl", of: count)
      }
    }
  }

  private func same(_ path: String) -> (String, String) { (path, path) }

  /// Numbers of files are as long as the last one, so that the order of paths is that of numbers.
  private func record(
    _ stem: String, _ index: Int, _ ending: String, of count: Int
  ) -> (String, String) {
    let file = index / Self.recordsPerFile + 1
    let width = max(2, String((count - 1) / Self.recordsPerFile + 1).count)
    let path = "\(stem)-\(padded(file, width)).\(ending)"
    return (path, "\(path)#\(index % Self.recordsPerFile + 1)")
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private mutating func writeSingle(
    _ draft: Draft, _ path: String, _ originals: [Int: String]
  ) {
    var encoding = TextEncoding.utf8
    if random.below(20) == 0 {
      let old = Habits.of(language).oldEncodings
      encoding = old[random.below(old.count)]
    }
    let carriesUnicode = encoding != .shiftJIS && encoding != .eucJP
    var field = builder(draft, encoding, carriesUnicode: carriesUnicode)
    var bytes = encoding.encode(field.text)
    if bytes == nil {
      // Some character of this document has no place in the old encoding.
      encoding = .utf8
      field = builder(draft, encoding, carriesUnicode: true)
      bytes = Array(field.text.utf8)
    }
    register(draft, path, [(draft.parts[0].name, field)], originals)
    if encoding != .utf8 {
      corpus.noise.append(
        NoiseMark(
          documentID: path, kind: .encoding, field: draft.parts[0].name, noisy: "", clean: "",
          offset: 0))
    }
    corpus.files.append((path, bytes!))
    let title = draft.parts[0].telling.paragraphs[0].clean
    list(path, title: draft.fault == .none ? title : "")
  }

  private mutating func builder(
    _ draft: Draft, _ encoding: TextEncoding, carriesUnicode: Bool
  ) -> FieldBuilder {
    let maker = NoiseMaker(teller: teller, language: language)
    var posts = draft.parts[0].telling.posts.map { maker.passages($0, &random) }
    if isSoiled(draft) {
      for post in posts.indices {
        // Headings stay as they are; a thread has none.
        maker.soil(
          &posts[post], from: kind == .dialogue ? 0 : 1, carriesUnicode: carriesUnicode,
          carriesSentences: draft.fault == .none, &random)
      }
    }
    switch kind {
    case .webPage:
      return WebPage(language: language, teller: teller)
        .render(posts[0], charset: encoding.rawValue, &random)
    case .bookChapter: return BookPages(language: language).render(posts[0], &random)
    case .encyclopedia:
      return EncyclopediaArticle(language: language).render(posts[0], &random)
    case .news: return NewsReport(language: language).render(posts[0], &random)
    default: return ForumThread(language: language).render(posts, &random)
    }
  }

  /// Documents that are noise as a whole get no further noise, so that each mark has one reason.
  private func isSoiled(_ draft: Draft) -> Bool {
    switch draft.fault {
    case .none, .exactDuplicate, .nearDuplicate: true
    case .spam, .wrongLanguage, .unsuitable: false
    }
  }

  private mutating func writeRecords(
    _ records: [(id: String, draft: Draft)], _ path: String, _ originals: [Int: String]
  ) {
    var lines: [String] = []
    for (number, record) in records.enumerated() {
      let fields = fields(of: record.draft)
      register(record.draft, record.id, fields, originals)
      lines.append(line(record.draft, fields.map { ($0.name, $0.field.text) }, number + 1))
    }
    let text: String
    switch kind {
    case .story: text = "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    case .news: text = "id,date,title,language,text\n" + lines.joined(separator: "\n") + "\n"
    default: text = lines.joined(separator: "\n") + "\n"
    }
    corpus.files.append((path, Array(text.utf8)))
    list(path, title: "")
  }

  private mutating func fields(of draft: Draft) -> [(name: FieldName, field: FieldBuilder)] {
    if kind == .news || kind == .dialogue {
      return [(draft.parts[0].name, builder(draft, .utf8, carriesUnicode: true))]
    }
    return draft.parts.map { part in
      let maker = NoiseMaker(teller: teller, language: part.language)
      var passages = maker.passages(part.telling.paragraphs, &random)
      if isSoiled(draft) {
        maker.soil(
          &passages, carriesUnicode: true,
          carriesSentences: part.name == .story && draft.fault == .none, &random)
      }
      var field = FieldBuilder()
      for passage in passages { field.write(passage) }
      return (part.name, field)
    }
  }

  private mutating func line(
    _ draft: Draft, _ fields: [(FieldName, String)], _ number: Int
  ) -> String {
    let name = "\(language.rawValue)-\(number)"
    switch kind {
    case .news:
      let title = draft.fault == .none ? draft.parts[0].telling.paragraphs[0].clean : ""
      return [name, date(), title, language.rawValue, fields[0].1].map(csvCell)
        .joined(separator: ",")
    default:
      var members = [("id", name)]
      if kind == .parallel {
        members.append(("direction", draft.parts.map(\.language.rawValue).joined(separator: "-")))
      } else {
        members.append(("language", language.rawValue))
      }
      return JSONText.object(members + fields.map { ($0.0.rawValue, $0.1) })
    }
  }

  private func csvCell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private mutating func register(
    _ draft: Draft, _ id: String, _ fields: [(name: FieldName, field: FieldBuilder)],
    _ originals: [Int: String]
  ) {
    for (name, field) in fields {
      for mark in field.marks {
        corpus.noise.append(
          NoiseMark(
            documentID: id, kind: mark.kind, field: name, noisy: mark.noisy, clean: mark.clean,
            offset: mark.offset, guise: mark.guise))
      }
    }
    var whole: (NoiseKind, String?)?
    switch draft.fault {
    case .none:
      corpus.cleanFields[id] = draft.cleanFields
      corpus.surprisal[id] = draft.surprisal
      if let corrected = draft.corrects { whole = (.nearDuplicate, originals[corrected]) }
    case .spam: whole = (.spam, nil)
    case .wrongLanguage: whole = (.wrongLanguage, nil)
    case .unsuitable: whole = (.unsuitable, nil)
    case .exactDuplicate(let index): whole = (.exactDuplicate, originals[index])
    case .nearDuplicate(let index): whole = (.nearDuplicate, originals[index])
    }
    if let (kind, original) = whole {
      corpus.noise.append(
        NoiseMark(
          documentID: id, kind: kind, field: fields[0].name, noisy: "", clean: "", offset: 0,
          duplicateOf: original,
          guise: draft.corrects != nil ? .lookalike : draft.isDisguised ? .disguised : nil))
    }
  }

  private mutating func list(_ path: String, title: String) {
    let source = DocumentSource(kind)
    corpus.manifest.files.append(
      GeneratedCorpus.ManifestEntry(
        path: path, kind: kind, language: language, source: source.name[language],
        title: title.isEmpty ? source.records[language] : title, date: date(),
        licence: "CC0-1.0"))
  }

  private mutating func date() -> String {
    "2025-\(padded(1 + random.below(12), 2))-\(padded(1 + random.below(28), 2))"
  }
}

/// Where the documents of a kind come from, in the town.
struct DocumentSource {
  var name: LocalizedText
  /// The title of a file with many records.
  var records: LocalizedText

  init(_ kind: DocumentKind) {
    switch kind {
    case .webPage:
      name = LocalizedText(en: "Nagi Harbour website", ja: "ナギ港だより（ウェブ）")
      records = LocalizedText(en: "Untitled page", ja: "無題のページ")
    case .bookChapter:
      name = LocalizedText(en: "The Nagi Reader", ja: "ナギ読本")
      records = LocalizedText(en: "Chapter", ja: "章")
    case .news:
      name = LocalizedText(en: "Gull Press", ja: "カモメ通信")
      records = LocalizedText(en: "News in brief", ja: "短いニュース")
    case .encyclopedia:
      name = LocalizedText(en: "Nagi Almanac", ja: "ナギ年鑑")
      records = LocalizedText(en: "Article", ja: "項目")
    case .dialogue:
      name = LocalizedText(en: "The Net Shed forum", ja: "網小屋掲示板")
      records = LocalizedText(en: "Threads", ja: "やりとり")
    case .questionAnswer:
      name = LocalizedText(en: "Harbour help desk", ja: "港の案内所")
      records = LocalizedText(en: "Questions and answers", ja: "質問と答え")
    case .story:
      name = LocalizedText(en: "Lantern Library", ja: "ランタン文庫")
      records = LocalizedText(en: "Stories with summaries", ja: "物語と要約")
    case .parallel:
      name = LocalizedText(en: "Harbour school phrase book", ja: "港の学校の対訳帳")
      records = LocalizedText(en: "Sentences in two languages", ja: "対訳文")
    case .userText:
      name = LocalizedText(en: "Your own folder", ja: "ご自分のフォルダ")
      records = LocalizedText(en: "Text", ja: "テキスト")
    }
  }
}
