import Names

/// JSON files with errors that name file and line.
package enum JSONFile {
  package static func read(
    _ path: String, limits: JSONLimits = JSONLimits()
  ) throws(FileError) -> JSONValue {
    let bytes = try InputFile.bytes(of: path, limit: limits.byteCount, mayBePage: false)
    do {
      return try JSONValue(parsing: bytes, limits: limits)
    } catch {
      throw FileError(
        error.kind == .tooLarge ? .oversized : .malformed, path: path, line: error.line,
        problem: LocalizedText(
          en: "not usable as JSON: \(error.problem.en)", ja: "JSONとして読めません（\(error.problem.ja)）"),
        remedy: LocalizedText(en: "mend it or save the model again", ja: "直すか、モデルを保存し直してください"))
    }
  }

  package static func write(
    _ value: JSONValue, to path: String, sortedNames: Bool = true
  ) throws(FileError) {
    try AtomicFile.write(value.bytes(style: .indented, sortedNames: sortedNames) + [0x0A], to: path)
  }
}
