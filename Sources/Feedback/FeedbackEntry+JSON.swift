import Files
import Names

/// Why a line is no feedback.
struct EntryError: Error, Equatable {
  var problem: LocalizedText

  init(en: String, ja: String) { problem = LocalizedText(en: en, ja: ja) }

  static let isNone = EntryError(en: "no feedback", ja: "評価の行ではありません")
}

extension RatedAnswer {
  var json: JSONValue {
    [
      "id": .string(id), "prompt": .string(prompt), "answer": .string(answer),
      "kind": .string(kind.rawValue), "language": .string(language.rawValue),
      "model": ["name": .string(model.name), "fingerprint": .string(model.fingerprint)],
      "settings": [
        "temperature": .number(settings.temperature), "top_k": .integer(settings.topK),
        "top_p": .number(settings.topP), "min_p": .number(settings.minP),
        "repetition_penalty": .number(settings.repetitionPenalty),
        // Beyond what an integer of other programs holds.
        "seed": .string(settings.seed.description),
      ],
    ]
  }

  init(_ value: JSONValue) throws(EntryError) {
    func text(_ name: String, of value: JSONValue?, limit: Int = 4 * Screening.longestText)
      throws(EntryError) -> String
    {
      guard let text = value?[name]?.string else {
        throw EntryError(en: "it lacks the text “\(name)”", ja: "文字列「\(name)」がありません")
      }
      guard text.utf8.count <= limit else {
        throw EntryError(
          en: "its “\(name)” has \(text.utf8.count) bytes, and may have \(limit)",
          ja: "「\(name)」は\(text.utf8.count)バイトで、上限の\(limit)バイトをこえています")
      }
      return text
    }
    func number(_ name: String) throws(EntryError) -> Double {
      guard let number = value["settings"]?[name]?.double, number.isFinite else {
        throw EntryError(
          en: "its settings lack the number “\(name)”", ja: "設定に数値「\(name)」がありません")
      }
      return number
    }
    let kindName = try text("kind", of: value, limit: 40)
    let languageName = try text("language", of: value, limit: 40)
    guard let kind = PromptKind(rawValue: kindName) else {
      throw EntryError(
        en: "no kind of prompt is called “\(FileError.shown(kindName))”",
        ja: "「\(FileError.shown(kindName))」という種類のプロンプトはありません")
    }
    guard let language = Language(rawValue: languageName) else {
      throw EntryError(
        en: "no language is called “\(FileError.shown(languageName))”",
        ja: "「\(FileError.shown(languageName))」という言語はありません")
    }
    guard let topK = value["settings"]?["top_k"]?.integer,
      let seed = UInt64(try text("seed", of: value["settings"], limit: 40))
    else {
      throw EntryError(
        en: "its settings lack a whole “top_k” or “seed”",
        ja: "設定に整数の「top_k」か「seed」がありません")
    }
    let prompt = try text("prompt", of: value)
    guard !prompt.isEmpty else { throw EntryError(en: "its prompt is empty", ja: "プロンプトが空です") }
    self.init(
      id: try text("id", of: value, limit: 64), prompt: prompt,
      answer: try text("answer", of: value), kind: kind, language: language,
      model: Model(
        name: try text("name", of: value["model"], limit: 400),
        fingerprint: try text("fingerprint", of: value["model"], limit: 64)),
      settings: Settings(
        temperature: try number("temperature"), topK: topK, topP: try number("top_p"),
        minP: try number("min_p"), repetitionPenalty: try number("repetition_penalty"), seed: seed))
  }
}

extension FeedbackEntry {
  /// The version of the lines that this program writes, and the only one that it reads.
  static let version = 1
  /// With it every line begins, so that a torn one is still known for what it was.
  static let signature = Array("{\"feedback\":\(version),".utf8)

  /// One line of the file, without its line feed: the same bytes for the same entry.
  public var line: [UInt8] {
    var members: [JSONValue.Member] = [.init("feedback", .integer(Self.version))]
    members.append(.init("rater", .string(rater)))
    if let time { members.append(.init("time", .string(time.text))) }
    if let stars { members.append(.init("stars", .integer(stars))) }
    if let correction { members.append(.init("correction", .string(correction))) }
    members.append(.init("of", answer.json))
    return JSONValue.object(members).bytes(sortedNames: false)
  }

  /// - Throws: what is wrong with the line.
  init(line: [UInt8]) throws(EntryError) {
    // A cheap look first: whatever else lies in an enormous file is passed over quickly.
    guard line.first == UInt8(ascii: "{") else { throw EntryError.isNone }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: line, limits: JSONLimits(depth: 8, valueCount: 100))
    } catch {
      throw EntryError(
        en: "not usable as JSON: \(error.problem.en)", ja: "JSONとして読めません（\(error.problem.ja)）")
    }
    guard let version = value["feedback"]?.integer else { throw EntryError.isNone }
    guard version == Self.version else {
      throw EntryError(
        en: "feedback of version \(version), and this program reads \(Self.version)",
        ja: "評価の形式は第\(version)版です。読めるのは第\(Self.version)版です")
    }
    guard let rater = value["rater"]?.string, !rater.isEmpty else {
      throw EntryError(en: "it lacks the text “rater”", ja: "文字列「rater」がありません")
    }
    let time = value["time"].flatMap(\.string).flatMap { UTCTime($0) }
    guard time != nil || value["time"] == nil else {
      throw EntryError(
        en: "its “time” is none of the form 2031-05-17T08:30:00Z",
        ja: "「time」が 2031-05-17T08:30:00Z の形の時刻ではありません")
    }
    let stars = value["stars"]?.integer
    guard stars.map((1...5).contains) ?? value["stars"].map({ _ in false }) ?? true else {
      throw EntryError(en: "its “stars” are not 1 to 5", ja: "「stars」が1から5までの数ではありません")
    }
    let correction = value["correction"]?.string
    guard stars != nil || correction != nil else {
      throw EntryError(
        en: "it has neither “stars” nor a “correction”", ja: "「stars」も「correction」もありません")
    }
    guard let answer = value["of"] else {
      throw EntryError(en: "it lacks the answer, “of”", ja: "答え「of」がありません")
    }
    self.init(
      answer: try RatedAnswer(answer), rater: rater, stars: stars, correction: correction,
      time: time)
  }
}
