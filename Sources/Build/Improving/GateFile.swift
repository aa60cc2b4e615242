import Files
import Names
import Record

/// The gate as a file that people write and read, one clause a line.
///
///     {
///       "clauses": [
///         {"measure": "corrected", "at_least": 0.9},
///         {"measure": "others", "may_lose": 0.01}
///       ]
///     }
package enum GateFile {
  /// More than any gate has.
  private static let longest = 1 << 16

  package static func text(_ gate: ImprovementRecord.Gate) -> String {
    let lines = gate.clauses.map { clause in
      var members = [JSONValue.Member("measure", .string(clause.measure.rawValue))]
      if let story = clause.story { members.append(.init("story", .string(story.rawValue))) }
      if let share = clause.atLeast { members.append(.init("at_least", .number(share))) }
      if let share = clause.mayLose { members.append(.init("may_lose", .number(share))) }
      return "    "
        + String(decoding: JSONValue.object(members).bytes(sortedNames: false), as: UTF8.self)
    }
    return "{\n  \"clauses\": [\n" + lines.joined(separator: ",\n") + "\n  ]\n}\n"
  }

  package static func write(
    _ gate: ImprovementRecord.Gate, to path: String
  ) throws(FileError) {
    try AtomicFile.createFolder(SystemCalls.folder(of: path))
    try AtomicFile.write(text(gate), to: path)
  }

  /// - Throws: `FileError` with the line and what to write there instead.
  package static func read(_ path: String) throws(FileError) -> ImprovementRecord.Gate {
    let bytes = try InputFile.bytes(of: path, limit: longest)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes, limits: JSONLimits(depth: 8, valueCount: 2_000))
    } catch {
      throw FileError(
        .malformed, path: path, line: error.line,
        problem: LocalizedText(
          en: "no usable JSON: \(error.problem.en)", ja: "JSONとして読めません（\(error.problem.ja)）"),
        remedy: remedy)
    }
    guard let clauses = value["clauses"]?.array, !clauses.isEmpty else {
      throw FileError(
        .malformed, path: path, line: 1,
        problem: LocalizedText(en: "it lacks a list “clauses”", ja: "条件のリスト「clauses」がありません"),
        remedy: remedy)
    }
    let lines = clauseLines(bytes)
    var result: [ImprovementRecord.Clause] = []
    for (place, clause) in clauses.enumerated() {
      do throws(Problem) { result.append(try Self.clause(clause)) } catch {
        throw FileError(
          .malformed, path: path, line: place < lines.count ? lines[place] : 1,
          problem: error.problem, remedy: remedy)
      }
    }
    return ImprovementRecord.Gate(clauses: result)
  }

  private static let remedy = LocalizedText(
    en: "write clauses such as {\"measure\": \"others\", \"may_lose\": 0.01}; measures are "
      + ImprovementMeasure.allCases.map(\.rawValue).joined(separator: ", "),
    ja: "{\"measure\": \"others\", \"may_lose\": 0.01}のように書いてください。測るものは"
      + ImprovementMeasure.allCases.map(\.rawValue).joined(separator: "、"))

  private struct Problem: Error { var problem: LocalizedText }

  private static func clause(
    _ value: JSONValue
  ) throws(Problem) -> ImprovementRecord.Clause {
    func fail(_ en: String, _ ja: String) -> Problem {
      Problem(problem: LocalizedText(en: en, ja: ja))
    }
    guard case .object(let members) = value else {
      throw fail("a clause is an object", "条件は{ }で書きます")
    }
    let known = ["measure", "story", "at_least", "may_lose"]
    if let other = members.first(where: { !known.contains($0.name) }) {
      let name = FileError.shown(other.name)
      throw fail("no clause has “\(name)”", "条件に「\(name)」という項目はありません")
    }
    func name(_ key: String) throws(Problem) -> String? {
      guard let member = value[key] else { return nil }
      guard let text = member.string else {
        throw fail("“\(key)” is no text", "「\(key)」が文字列ではありません")
      }
      return text
    }
    guard let measureName = try name("measure") else {
      throw fail("a clause lacks “measure”", "条件に「measure」がありません")
    }
    guard let measure = ImprovementMeasure(rawValue: measureName) else {
      let shown = FileError.shown(measureName)
      throw fail("nothing is measured as “\(shown)”", "「\(shown)」というものは測れません")
    }
    var story: ImprovementStory?
    if let storyName = try name("story") {
      story = ImprovementStory(rawValue: storyName)
      guard story != nil else {
        let shown = FileError.shown(storyName)
        throw fail("no story is called “\(shown)”", "「\(shown)」というお話はありません")
      }
    }
    func limit(_ key: String) throws(Problem) -> Double? {
      guard let member = value[key] else { return nil }
      let most = measure == .testLoss ? 1_000 : 1.0
      guard let number = member.double, (0...most).contains(number) else {
        throw fail(
          "“\(key)” is no number between 0 and \(Int(most))",
          "「\(key)」が0から\(Int(most))までの数ではありません")
      }
      return number
    }
    let (atLeast, mayLose) = (try limit("at_least"), try limit("may_lose"))
    guard (atLeast == nil) != (mayLose == nil) else {
      throw fail(
        "a clause has either “at_least” or “may_lose”", "条件には「at_least」か「may_lose」のどちらか一つが要ります")
    }
    guard measure != .testLoss || atLeast == nil else {
      throw fail("a loss has only “may_lose”", "損失に使えるのは「may_lose」だけです")
    }
    return .init(measure, story: story, atLeast: atLeast, mayLose: mayLose)
  }

  /// The line on which each object within the list begins, counted from 1; quotes are stepped over.
  private static func clauseLines(_ bytes: [UInt8]) -> [Int] {
    var (lines, line, depth, isText, isEscaped) = ([Int](), 1, 0, false, false)
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"):
        depth += 1
        if depth == 2 { lines.append(line) }
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return lines
  }
}
