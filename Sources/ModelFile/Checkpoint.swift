import Files
import Names

/// The state of a training run between two steps, as one file that is there as a whole or not at all.
///
/// A safetensors file: rows of floats (parameters, moments, histories), rows of 64-bit words
/// (counters, states of generators), and texts in its metadata. What they mean is the run's affair.
public struct Checkpoint: Sendable, Equatable {
  public var floats: [String: [Float]]
  public var words: [String: [UInt64]]
  public var texts: [String: String]

  private static let formatName = "nakami checkpoint 1"

  public init(
    floats: [String: [Float]] = [:], words: [String: [UInt64]] = [:], texts: [String: String] = [:]
  ) {
    self.floats = floats
    self.words = words
    self.texts = texts
  }

  /// - Throws: what the system refused; an earlier checkpoint of this name is untouched then.
  public func write(to path: String) throws(FileError) {
    precondition(
      Set(floats.keys).isDisjoint(with: words.keys) && texts["format"] == nil,
      "a row of floats and a row of words share a name, or a text is called format")
    // Sorted, so that the same state gives the same bytes.
    let metadata = texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var writer = SafetensorsWriter(
      metadata: [("format", Self.formatName)] + metadata.map { ($0.key, $0.value) })
    // The writer keeps addresses only, so the values are copied to where they stay.
    var copies: [UnsafeMutableRawBufferPointer] = []
    defer { for copy in copies { copy.deallocate() } }
    func copied(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      copies.append(copy)
      return UnsafeRawBufferPointer(copy)
    }
    for (name, values) in floats {
      writer.add(
        name, .float32, shape: [values.count], bytes: values.withUnsafeBytes { copied($0) })
    }
    for (name, values) in words {
      writer.add(
        name, .uint64, shape: [values.count], bytes: values.withUnsafeBytes { copied($0) })
    }
    try writer.write(to: path)
  }

  /// - Throws: what is wrong with the file.
  public init(reading path: String) throws(FileError) {
    let file = try SafetensorsFile(reading: path)
    guard file.metadata.contains(where: { $0 == ("format", Self.formatName) }) else {
      throw FileError(
        .unsupported, path: path,
        problem: LocalizedText(
          en: "it is no checkpoint of this version", ja: "この版のチェックポイントではありません"),
        remedy: .nameCheckpoint)
    }
    self.init()
    for (name, value) in file.metadata where name != "format" { texts[name] = value }
    for tensor in file.tensors {
      switch tensor.type {
      case .float32: floats[tensor.name] = try file.floats(of: tensor)
      case .uint64:
        let bytes = try file.bytes(of: tensor)
        words[tensor.name] = bytes.withUnsafeBytes { bytes in
          (0..<tensor.count).map {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
          }
        }
      default:
        throw FileError(
          .mistyped, path: path,
          problem: LocalizedText(
            en: "row \"\(FileError.shown(tensor.name))\" is of type \(tensor.type.rawValue)",
            ja: "行「\(FileError.shown(tensor.name))」の型が\(tensor.type.rawValue)です"),
          remedy: .nameCheckpoint)
      }
    }
  }
}
