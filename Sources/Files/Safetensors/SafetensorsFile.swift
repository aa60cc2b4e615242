import Names

/// A safetensors file: named tensors, read one by one where they lie.
///
/// Opening reads the header only, and takes memory for no more than the file really holds.
public struct SafetensorsFile: Sendable {
  public let path: String
  public let byteCount: Int
  /// Bytes of the header, without the 8 that give this length.
  public let headerLength: Int
  /// The header as it stands in the file.
  public let header: [UInt8]
  /// In the order of their bytes.
  public let tensors: [SafetensorsTensor]
  /// By rising name.
  public let metadata: [(name: String, value: String)]

  private let file: InputFile

  /// - Throws: what is wrong with file or header.
  public init(reading path: String) throws(FileError) {
    let file = try InputFile(path)
    try file.refusePage()
    guard file.byteCount >= 10 else {
      throw FileError(
        .truncated, path: path,
        problem: LocalizedText(
          en: "\(file.byteCount) bytes are too few for a safetensors file",
          ja: "\(file.byteCount)バイトでは、safetensorsのファイルには短すぎます"),
        remedy: .copyAgain)
    }
    var length: UInt64 = 0
    for (index, byte) in try file.bytes(0..<8).enumerated() {
      length |= UInt64(byte) << (8 * UInt64(index))
    }
    guard length <= UInt64(file.byteCount - 8) else {
      throw FileError(
        .truncated, path: path,
        problem: LocalizedText(
          en: "it has \(file.byteCount) bytes, but announces a header of \(length)",
          ja: "\(file.byteCount)バイトしかないのに、ヘッダーは\(length)バイトとあります"),
        remedy: LocalizedText(
          en: "check that it is a safetensors file and was copied as a whole",
          ja: "safetensorsのファイルか、最後までコピーできているか確かめてください"))
    }
    guard length <= UInt64(SafetensorsHeader.lengthLimit) else {
      throw FileError(
        .oversized, path: path,
        problem: LocalizedText(
          en: "a header of \(length) bytes is beyond the \(SafetensorsHeader.lengthLimit) "
            + "that are read",
          ja: "ヘッダーが\(length)バイトで、読める上限\(SafetensorsHeader.lengthLimit)バイトをこえています"),
        remedy: LocalizedText(
          en: "check that it is a safetensors file", ja: "safetensorsのファイルか確かめてください"))
    }
    self.path = path
    self.file = file
    byteCount = file.byteCount
    headerLength = Int(length)
    header = try file.bytes(8..<8 + Int(length))
    let parsed = try SafetensorsHeader(
      parsing: header, dataCount: file.byteCount - 8 - Int(length), path: path)
    tensors = parsed.tensors
    metadata = parsed.metadata
  }

  /// The tensor of this name; takes time proportional to their number.
  public func tensor(_ name: String) -> SafetensorsTensor? {
    tensors.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Where the bytes of a tensor lie, counted from the beginning of the file.
  public func fileRange(of tensor: SafetensorsTensor) -> Range<Int> {
    let start = 8 + headerLength
    return start + tensor.range.lowerBound..<start + tensor.range.upperBound
  }

  /// The bytes of a tensor as they are stored.
  public func bytes(of tensor: SafetensorsTensor) throws(FileError) -> [UInt8] {
    try file.bytes(fileRange(of: tensor))
  }

  /// The first bytes of a tensor.
  package func bytes(of tensor: SafetensorsTensor, limit: Int) throws(FileError) -> [UInt8] {
    let range = fileRange(of: tensor)
    return try file.bytes(range.lowerBound..<min(range.upperBound, range.lowerBound + limit))
  }

  /// The first bytes of the file.
  public func firstBytes(_ count: Int) throws(FileError) -> [UInt8] {
    try file.bytes(0..<min(max(count, 0), byteCount))
  }

  /// The values of a tensor as floats.
  public func floats(of tensor: SafetensorsTensor) throws(FileError) -> [Float] {
    var values = [Float](repeating: 0, count: tensor.count)
    let result = values.withUnsafeMutableBufferPointer { target in
      Result { () throws(FileError) in try read(tensor, into: target) }
    }
    try result.get()
    return values
  }

  /// Reads the values of a tensor as floats, in pieces, so that no second copy is needed.
  ///
  /// - Parameter target: as long as the tensor.
  /// - Throws: `.mistyped` when they are not numbers that a float can hold.
  public func read(
    _ tensor: SafetensorsTensor, into target: UnsafeMutableBufferPointer<Float>
  ) throws(FileError) {
    precondition(
      target.count == tensor.count, "\(target.count) places for \(tensor.count) values")
    try eachPiece(of: tensor) { start, values in
      _ = UnsafeMutableBufferPointer(rebasing: target[start...]).update(fromContentsOf: values)
    }
  }

  /// Hands out the values of a tensor piece by piece.
  package func eachPiece(
    of tensor: SafetensorsTensor,
    _ body: (_ start: Int, _ values: UnsafeBufferPointer<Float>) -> Void
  ) throws(FileError) {
    guard tensor.type.isDecodable else {
      throw FileError(
        .mistyped, path: path,
        problem: LocalizedText(
          en: "tensor \"\(FileError.shown(tensor.name))\" of type "
            + "\(tensor.type.rawValue) cannot be read as numbers",
          ja: "テンソル「\(FileError.shown(tensor.name))」の型\(tensor.type.rawValue)は数として読めません"),
        remedy: LocalizedText(en: "save it as F32, F16 or BF16", ja: "F32、F16、BF16のどれかで保存してください"))
    }
    let pieceCount = 1 << 16
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: pieceCount * tensor.type.size, alignment: 8)
    let floats = UnsafeMutableBufferPointer<Float>.allocate(capacity: pieceCount)
    defer {
      bytes.deallocate()
      floats.deallocate()
    }
    let origin = fileRange(of: tensor).lowerBound
    var start = 0
    while start < tensor.count {
      let count = min(pieceCount, tensor.count - start)
      let piece = UnsafeMutableRawBufferPointer(rebasing: bytes[..<(count * tensor.type.size)])
      try file.read(piece, at: origin + start * tensor.type.size)
      tensor.type.decode(
        UnsafeRawBufferPointer(piece), into: floats.baseAddress.unsafelyUnwrapped)
      body(start, UnsafeBufferPointer(rebasing: floats[..<count]))
      start += count
    }
  }
}
