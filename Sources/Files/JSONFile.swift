/// JSON files with errors that name file and line.
package enum JSONFile {
  package static func read(
    _ path: String, limits: JSONLimits = JSONLimits()
  ) throws(FileError) -> JSONValue {
    let bytes = try InputFile.bytes(of: path, limit: limits.byteCount)
    do {
      return try JSONValue(parsing: bytes, limits: limits)
    } catch {
      throw FileError(
        error.kind == .tooLarge ? .oversized : .malformed, path: path, line: error.line,
        problem: "not usable as JSON: \(error.problem)",
        remedy: "mend it or save the model again")
    }
  }

  package static func write(
    _ value: JSONValue, to path: String, sortedNames: Bool = true
  ) throws(FileError) {
    try AtomicFile.write(value.bytes(style: .indented, sortedNames: sortedNames) + [0x0A], to: path)
  }
}
