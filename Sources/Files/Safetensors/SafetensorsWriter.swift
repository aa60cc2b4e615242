/// Collects tensors and writes them as one safetensors file.
///
/// The bytes depend on the contents only, not on the order of adding: tensors are laid out as the
/// safetensors library does, wide types first, then by name; the header is filled up with spaces to
/// a multiple of 8 bytes, so that the values are aligned.
public struct SafetensorsWriter {
  private struct Entry {
    var name: String
    var type: TensorType
    var shape: [Int]
    var bytes: UnsafeRawBufferPointer
  }

  private var entries: [Entry] = []
  private var metadata: [JSONValue.Member]

  /// - Parameter metadata: names and texts; `format` tells `transformers` how names are meant.
  public init(metadata: [(name: String, value: String)] = [("format", "pt")]) {
    self.metadata = metadata.map { JSONValue.Member($0.name, .string($0.value)) }
  }

  /// Adds a tensor.
  ///
  /// - Parameter bytes: its values, little-endian; must stay in place until the file is written.
  public mutating func add(
    _ name: String, _ type: TensorType, shape: [Int], bytes: UnsafeRawBufferPointer
  ) {
    precondition(
      bytes.count == shape.reduce(type.size, *),
      "\(bytes.count) bytes for \(type.rawValue) \(shape) of tensor \(name)")
    entries.append(Entry(name: name, type: type, shape: shape, bytes: bytes))
  }

  /// Adds a tensor of 32-bit floats, which must stay in place until the file is written.
  public mutating func add(_ name: String, shape: [Int], _ values: UnsafeBufferPointer<Float>) {
    add(name, .float32, shape: shape, bytes: UnsafeRawBufferPointer(values))
  }

  /// - Throws: what the system refused; the file that stood there before is untouched then.
  public func write(to path: String) throws(FileError) {
    let sorted = entries.sorted { a, b in
      a.type.layoutRank != b.type.layoutRank
        ? a.type.layoutRank > b.type.layoutRank : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    var members: [JSONValue.Member] = []
    if !metadata.isEmpty { members.append(.init("__metadata__", .object(metadata))) }
    var position = 0
    for (index, entry) in sorted.enumerated() {
      precondition(
        index == 0 || sorted[index - 1].name != entry.name, "tensor \(entry.name) was added twice")
      let end = position + entry.bytes.count
      members.append(
        .init(
          entry.name,
          [
            "dtype": .string(entry.type.rawValue),
            "shape": .array(entry.shape.map { .integer($0) }),
            "data_offsets": [.integer(position), .integer(end)],
          ]))
      position = end
    }
    var header = JSONValue.object(members).bytes(sortedNames: false)
    while header.count % 8 != 0 { header.append(0x20) }
    let length = UInt64(header.count)
    let prefix = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) } + header
    let result = prefix.withUnsafeBytes { prefix in
      Result { () throws(FileError) in
        try AtomicFile.write([prefix] + sorted.map(\.bytes), to: path)
      }
    }
    try result.get()
  }
}
