/// The header of a safetensors file: which tensors there are, and where.
///
/// A file is 8 bytes that give the length of the header (little-endian), the header in JSON, and the
/// tensors one after the other without a gap.
/// - SeeAlso: https://github.com/huggingface/safetensors, "Format".
struct SafetensorsHeader: Sendable {
  /// In the order of their bytes.
  var tensors: [SafetensorsTensor]
  /// By rising name.
  var metadata: [(name: String, value: String)]

  /// Longest header that is read; that of the largest models has some hundred kilobytes.
  static let lengthLimit = 8 << 20

  /// - Parameters:
  ///   - bytes: the JSON text.
  ///   - dataCount: bytes that follow it in the file.
  ///   - path: for errors.
  init(parsing bytes: [UInt8], dataCount: Int, path: String) throws(FileError) {
    guard bytes.first == UInt8(ascii: "{") else {
      throw FileError(
        .malformed, path: path, problem: "its header does not start with {",
        remedy: "check that it is a safetensors file")
    }
    let json: JSONValue
    do {
      json = try JSONValue(
        parsing: bytes, limits: JSONLimits(byteCount: Self.lengthLimit, depth: 8))
    } catch {
      throw FileError(
        error.kind == .tooLarge ? .oversized : .malformed, path: path,
        problem: "its header is not usable as JSON: \(error.problem), at byte \(error.offset)",
        remedy: "copy or download it again")
    }
    tensors = []
    metadata = []
    for member in json.members ?? [] {
      if member.name == "__metadata__" {
        metadata = try Self.metadata(member.value, path)
      } else {
        tensors.append(try Self.tensor(member.name, member.value, path))
      }
    }
    tensors.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    try checkLayout(dataCount: dataCount, path: path)
  }

  private static func metadata(
    _ value: JSONValue, _ path: String
  ) throws(FileError) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    for member in value.members ?? [] {
      guard let text = member.value.string else {
        throw FileError(
          .malformed, path: path,
          problem: "metadata \"\(FileError.shown(member.name))\" is not a text",
          remedy: "save it again with texts only")
      }
      result.append((member.name, text))
    }
    guard value.members != nil else {
      throw FileError(
        .malformed, path: path, problem: "its metadata is not an object",
        remedy: "copy or download it again")
    }
    return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func tensor(
    _ name: String, _ value: JSONValue, _ path: String
  ) throws(FileError) -> SafetensorsTensor {
    func failure(_ kind: FileError.Kind, _ problem: String) -> FileError {
      FileError(
        kind, path: path, problem: "tensor \"\(FileError.shown(name))\" \(problem)",
        remedy: "copy or download it again")
    }
    guard let typeName = value["dtype"]?.string else { throw failure(.malformed, "has no dtype") }
    guard let type = TensorType(rawValue: typeName) else {
      throw failure(.mistyped, "has the unknown dtype \"\(FileError.shown(typeName))\"")
    }
    guard let dimensions = value["shape"]?.array else { throw failure(.malformed, "has no shape") }
    guard dimensions.count <= 16 else { throw failure(.lying, "has over 16 dimensions") }
    var shape: [Int] = []
    var byteCount = type.size
    for dimension in dimensions {
      guard case .integer(let size) = dimension, size >= 0 else {
        throw failure(.malformed, "has a shape that is not made of whole numbers")
      }
      let (product, overflow) = byteCount.multipliedReportingOverflow(by: size)
      guard !overflow else { throw failure(.lying, "has a shape beyond any memory") }
      byteCount = product
      shape.append(size)
    }
    guard let offsets = value["data_offsets"]?.array, offsets.count == 2,
      case .integer(let start) = offsets[0], case .integer(let end) = offsets[1], start >= 0
    else {
      throw failure(.malformed, "has no data_offsets of two whole numbers")
    }
    guard end >= start else { throw failure(.lying, "ends before it begins") }
    guard end - start == byteCount else {
      throw failure(
        .lying, "of shape \(shape) needs \(byteCount) bytes, but claims \(end - start)")
    }
    return SafetensorsTensor(name: name, type: type, shape: shape, range: start..<end)
  }

  /// Each byte behind the header must belong to exactly one tensor.
  private func checkLayout(dataCount: Int, path: String) throws(FileError) {
    var position = 0
    for tensor in tensors {
      let name = FileError.shown(tensor.name)
      guard tensor.range.lowerBound >= position else {
        throw FileError(
          .overlapping, path: path, problem: "tensor \"\(name)\" claims bytes of another one",
          remedy: "copy or download it again")
      }
      guard tensor.range.lowerBound == position else {
        throw FileError(
          .lying, path: path,
          problem: "\(tensor.range.lowerBound - position) bytes before tensor \"\(name)\" "
            + "belong to none",
          remedy: "save it again without gaps")
      }
      position = tensor.range.upperBound
    }
    if position > dataCount {
      throw FileError(
        .truncated, path: path,
        problem: "it holds \(dataCount) bytes of tensors, but its header announces \(position)",
        remedy: "copy or download it again")
    }
    if position < dataCount {
      throw FileError(
        .lying, path: path,
        problem: "\(dataCount - position) bytes at its end belong to no tensor",
        remedy: "copy or download it again")
    }
  }
}
