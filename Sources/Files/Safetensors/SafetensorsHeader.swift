import Names

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
        .malformed, path: path,
        problem: LocalizedText(en: "its header does not start with {", ja: "ヘッダーが{で始まっていません"),
        remedy: LocalizedText(
          en: "check that it is a safetensors file", ja: "safetensorsのファイルか確かめてください"))
    }
    let json: JSONValue
    do {
      json = try JSONValue(
        parsing: bytes, limits: JSONLimits(byteCount: Self.lengthLimit, depth: 8))
    } catch {
      throw FileError(
        error.kind == .tooLarge ? .oversized : .malformed, path: path,
        problem: LocalizedText(
          en: "its header is not usable as JSON: \(error.problem.en), at byte \(error.offset)",
          ja: "ヘッダーをJSONとして読めません（\(error.offset)バイト目：\(error.problem.ja)）"),
        remedy: .copyAgain)
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
          problem: LocalizedText(
            en: "metadata \"\(FileError.shown(member.name))\" is not a text",
            ja: "メタデータ「\(FileError.shown(member.name))」が文字列ではありません"),
          remedy: LocalizedText(en: "save it again with texts only", ja: "文字列だけにして保存し直してください"))
      }
      result.append((member.name, text))
    }
    guard value.members != nil else {
      throw FileError(
        .malformed, path: path,
        problem: LocalizedText(en: "its metadata is not an object", ja: "メタデータがオブジェクトではありません"),
        remedy: .copyAgain)
    }
    return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func tensor(
    _ name: String, _ value: JSONValue, _ path: String
  ) throws(FileError) -> SafetensorsTensor {
    func failure(_ kind: FileError.Kind, _ problem: LocalizedText) -> FileError {
      FileError(
        kind, path: path,
        problem: LocalizedText(
          en: "tensor \"\(FileError.shown(name))\" \(problem.en)",
          ja: "テンソル「\(FileError.shown(name))」\(problem.ja)"),
        remedy: .copyAgain)
    }
    guard let typeName = value["dtype"]?.string else {
      throw failure(.malformed, LocalizedText(en: "has no dtype", ja: "にdtypeがありません"))
    }
    guard let type = TensorType(rawValue: typeName) else {
      throw failure(
        .mistyped,
        LocalizedText(
          en: "has the unknown dtype \"\(FileError.shown(typeName))\"",
          ja: "のdtype「\(FileError.shown(typeName))」は知られていません"))
    }
    guard let dimensions = value["shape"]?.array else {
      throw failure(.malformed, LocalizedText(en: "has no shape", ja: "にshapeがありません"))
    }
    guard dimensions.count <= 16 else {
      throw failure(.lying, LocalizedText(en: "has over 16 dimensions", ja: "の次元が16をこえています"))
    }
    var shape: [Int] = []
    var byteCount = type.size
    for dimension in dimensions {
      guard case .integer(let size) = dimension, size >= 0 else {
        throw failure(
          .malformed,
          LocalizedText(en: "has a shape that is not made of whole numbers", ja: "の形が整数ではありません"))
      }
      let (product, overflow) = byteCount.multipliedReportingOverflow(by: size)
      guard !overflow else {
        throw failure(
          .lying, LocalizedText(en: "has a shape beyond any memory", ja: "の形は、どんなメモリにも入りません"))
      }
      byteCount = product
      shape.append(size)
    }
    guard let offsets = value["data_offsets"]?.array, offsets.count == 2,
      case .integer(let start) = offsets[0], case .integer(let end) = offsets[1], start >= 0
    else {
      throw failure(
        .malformed,
        LocalizedText(
          en: "has no data_offsets of two whole numbers", ja: "に、二つの整数のdata_offsetsがありません"))
    }
    guard end >= start else {
      throw failure(.lying, LocalizedText(en: "ends before it begins", ja: "の終わりが始まりより前にあります"))
    }
    guard end - start == byteCount else {
      throw failure(
        .lying,
        LocalizedText(
          en: "of shape \(shape) needs \(byteCount) bytes, but claims \(end - start)",
          ja: "の形\(shape)には\(byteCount)バイト必要ですが、\(end - start)バイトとなっています"))
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
          .overlapping, path: path,
          problem: LocalizedText(
            en: "tensor \"\(name)\" claims bytes of another one",
            ja: "テンソル「\(name)」の範囲が、ほかのテンソルと重なっています"),
          remedy: .copyAgain)
      }
      guard tensor.range.lowerBound == position else {
        throw FileError(
          .lying, path: path,
          problem: LocalizedText(
            en: "\(tensor.range.lowerBound - position) bytes before tensor \"\(name)\" "
              + "belong to none",
            ja: "テンソル「\(name)」の前の\(tensor.range.lowerBound - position)バイトが、"
              + "どのテンソルのものでもありません"),
          remedy: LocalizedText(en: "save it again without gaps", ja: "隙間なく保存し直してください"))
      }
      position = tensor.range.upperBound
    }
    if position > dataCount {
      throw FileError(
        .truncated, path: path,
        problem: LocalizedText(
          en: "it holds \(dataCount) bytes of tensors, but its header announces \(position)",
          ja: "テンソルは\(dataCount)バイトですが、ヘッダーには\(position)バイトとあります"),
        remedy: .copyAgain)
    }
    if position < dataCount {
      throw FileError(
        .lying, path: path,
        problem: LocalizedText(
          en: "\(dataCount - position) bytes at its end belong to no tensor",
          ja: "終わりの\(dataCount - position)バイトが、どのテンソルのものでもありません"),
        remedy: .copyAgain)
    }
  }
}
