import Files
import ModelFile
import Testing

@Suite("Safetensors files")
struct SafetensorsTests {
  private let folder = TemporaryFolder()

  /// A file with this header and so many bytes behind it.
  private func write(_ header: String, dataCount: Int, length: UInt64? = nil) throws -> String {
    let length = length ?? UInt64(header.utf8.count)
    let prefix = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
    try folder.write(
      prefix + Array(header.utf8) + [UInt8](repeating: 0, count: dataCount), "a.safetensors")
    return folder.file("a.safetensors")
  }

  private func kind(_ header: String, dataCount: Int, length: UInt64? = nil) throws
    -> FileError.Kind?
  {
    let path = try write(header, dataCount: dataCount, length: length)
    do throws(FileError) {
      _ = try SafetensorsFile(reading: path)
      return nil
    } catch {
      #expect(!error.description.contains("\n"))
      #expect(error.description.hasPrefix(path))
      return error.kind
    }
  }

  private func entry(_ name: String, _ type: String, _ shape: String, _ range: String) -> String {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(range)}"
  }

  @Test("the bytes are those that the format prescribes")
  func layout() throws {
    var writer = SafetensorsWriter(metadata: [("format", "pt")])
    let small: [Int8] = [1, -2]
    let values: [Float] = [0.5, -1, 2]
    try small.withUnsafeBytes { small in
      try values.withUnsafeBufferPointer { values in
        writer.add("b", .int8, shape: [2], bytes: small)
        writer.add("c", shape: [3], values)
        writer.add("a", shape: [1, 3], values)
        try writer.write(to: folder.file("x.safetensors"))
      }
    }
    let header =
      #"{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[1,3],"data_offsets":[0,12]},"#
      + #""c":{"dtype":"F32","shape":[3],"data_offsets":[12,24]},"#
      + #""b":{"dtype":"I8","shape":[2],"data_offsets":[24,26]}}"#
    let padded = Array(header.utf8) + [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
    let floats: [UInt8] = [0, 0, 0, 0x3F, 0, 0, 0x80, 0xBF, 0, 0, 0, 0x40]
    let expected =
      [UInt8(padded.count), 0, 0, 0, 0, 0, 0, 0] + padded + floats + floats + [1, 0xFE]
    #expect(try folder.bytes("x.safetensors") == expected)
    let file = try SafetensorsFile(reading: folder.file("x.safetensors"))
    #expect(file.tensors.map(\.name) == ["a", "c", "b"])
    #expect(try file.floats(of: file.tensor("c")!) == values)
    #expect(try file.floats(of: file.tensor("b")!) == [1, -2])
    #expect(file.fileRange(of: file.tensor("b")!) == expected.count - 2..<expected.count)
    #expect(file.metadata.map(\.value) == ["pt"])
  }

  @Test("half precision values are exact, subnormal and special ones too")
  func halves() throws {
    let bits: [UInt16] = [0x3C00, 0xC000, 0x0001, 0x03FF, 0x0400, 0x7BFF, 0x7C00, 0xFC00, 0x8000]
    let expected: [Float] = [
      1, -2, 0x1p-24, 0x3FFp-24, 0x1p-14, 65504, .infinity, -.infinity, -0.0,
    ]
    let brain: [UInt16] = [0x3F80, 0xC000, 0x7F80, 0x0001]
    var writer = SafetensorsWriter()
    try bits.withUnsafeBytes { bits in
      try brain.withUnsafeBytes { brain in
        writer.add("half", .float16, shape: [9], bytes: bits)
        writer.add("brain", .bfloat16, shape: [4], bytes: brain)
        try writer.write(to: folder.file("x"))
      }
    }
    let file = try SafetensorsFile(reading: folder.file("x"))
    #expect(
      try file.floats(of: file.tensor("half")!).map(\.bitPattern) == expected.map(\.bitPattern))
    #expect(try file.floats(of: file.tensor("brain")!) == [1, -2, .infinity, 0x1p-133])
  }

  @Test("empty tensors, scalars and files without tensors are sound")
  func small() throws {
    #expect(try kind("{}", dataCount: 0) == nil)
    #expect(try kind("{" + entry("e", "F32", "[0,5]", "[0,0]") + "}", dataCount: 0) == nil)
    #expect(try kind("{" + entry("s", "F64", "[]", "[0,8]") + "}   ", dataCount: 8) == nil)
  }

  @Test("headers that lie are refused, whatever they lie about")
  func lies() throws {
    let good = entry("a", "F32", "[2]", "[0,8]")
    let cases: [(String, Int, FileError.Kind)] = [
      ("{" + entry("a", "F32", "[3]", "[0,8]") + "}", 8, .lying),
      ("{" + entry("a", "F32", "[9223372036854775807,9]", "[0,8]") + "}", 8, .lying),
      ("{" + entry("a", "F32", "[4611686018427387904,4]", "[0,0]") + "}", 8, .lying),
      ("{" + entry("a", "F32", "[2]", "[8,0]") + "}", 8, .lying),
      ("{" + entry("a", "F32", "[2]", "[4,12]") + "}", 12, .lying),
      ("{" + good + "," + entry("b", "F32", "[2]", "[12,20]") + "}", 20, .lying),
      ("{" + good + "}", 9, .lying),
      ("{" + good + "}", 7, .truncated),
      ("{" + entry("a", "F32", "[1000000000]", "[0,4000000000]") + "}", 8, .truncated),
      ("{" + good + "," + entry("b", "F32", "[2]", "[4,12]") + "}", 12, .overlapping),
      ("{" + good + "," + entry("b", "F32", "[2]", "[0,8]") + "}", 8, .overlapping),
      ("{" + entry("a", "F33", "[2]", "[0,8]") + "}", 8, .mistyped),
      ("{" + entry("a", "F32", "[-2]", "[0,8]") + "}", 8, .malformed),
      ("{" + entry("a", "F32", "[2.5]", "[0,8]") + "}", 8, .malformed),
      ("{" + entry("a", "F32", "2", "[0,8]") + "}", 8, .malformed),
      ("{" + entry("a", "F32", "[2]", "[0]") + "}", 8, .malformed),
      ("{" + entry("a", "F32", "[2]", "[-8,0]") + "}", 8, .malformed),
      ("{" + entry("a", "F32", "[2]", "[0,1e1]") + "}", 8, .malformed),
      ("{\"a\":3}", 8, .malformed),
      ("{" + good + "," + good + "}", 8, .malformed),
      ("{\"__metadata__\":{\"a\":1}}", 0, .malformed),
      ("{\"__metadata__\":[]}", 0, .malformed),
      ("[]", 0, .malformed),
      ("{\"a", 0, .malformed),
    ]
    for (header, dataCount, expected) in cases {
      #expect(try kind(header, dataCount: dataCount) == expected, "\(header)")
    }
  }

  @Test("a length that is wrong is refused without taking memory for it")
  func lengths() throws {
    #expect(try kind("{}", dataCount: 0, length: .max) == .truncated)
    #expect(try kind("{}", dataCount: 0, length: 1 << 63) == .truncated)
    #expect(try kind("{}", dataCount: 0, length: 3) == .truncated)
    #expect(try kind("{}", dataCount: 0, length: 1) == .malformed)
    #expect(try kind("{}", dataCount: 0, length: 0) == .malformed)
    #expect(try kind("{}", dataCount: 9 << 20, length: 9 << 20) == .oversized)
    try folder.write([1, 2, 3], "short")
    #expect(throws: FileError.self) { try SafetensorsFile(reading: folder.file("short")) }
  }

  @Test("missing files, folders and pipes are told apart")
  func noFile() throws {
    let missing = #expect(throws: FileError.self) {
      try SafetensorsFile(reading: folder.file("none"))
    }
    #expect(missing?.kind == .missing)
    let other = #expect(throws: FileError.self) { try SafetensorsFile(reading: folder.path) }
    #expect(other?.kind == .unreadable)
  }

  @Test("a name out of a file cannot break the line of an error")
  func oneLine() throws {
    let header = "{\"a\\n\\u001b[31mb\":3}"
    let path = try write(header, dataCount: 0)
    let error = #expect(throws: FileError.self) { try SafetensorsFile(reading: path) }
    #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
  }

  @Test("the anatomy covers every byte of the file")
  func anatomy() throws {
    let values: [Float] = [-1, 0, 0.5, 3, .nan]
    let flags: [UInt8] = [1, 0]
    var writer = SafetensorsWriter()
    try values.withUnsafeBufferPointer { values in
      try flags.withUnsafeBytes { flags in
        writer.add("w", shape: [5], values)
        writer.add("flag", .bool, shape: [2], bytes: flags)
        try writer.write(to: folder.file("x.safetensors"))
      }
    }
    let anatomy = try FileAnatomy(of: folder.file("x.safetensors"), binCount: 4)
    let bytes = try folder.bytes("x.safetensors")
    #expect(anatomy.fileName == "x.safetensors")
    #expect(anatomy.byteCount == bytes.count)
    #expect(anatomy.lengthBytes == Array(bytes[..<8]))
    #expect(anatomy.headerText.utf8.count + anatomy.paddingCount == anatomy.headerLength)
    var position = 8 + anatomy.headerLength
    for tensor in anatomy.tensors {
      #expect(tensor.range.lowerBound == position)
      #expect(tensor.firstBytes == Array(bytes[tensor.range].prefix(16)))
      position = tensor.range.upperBound
    }
    #expect(position == bytes.count)
    let statistics = try #require(anatomy.tensors[0].statistics)
    #expect((statistics.minimum, statistics.maximum) == (-1, 3))
    #expect(statistics.mean == 0.625)
    #expect(statistics.histogram == [1, 2, 0, 1])
    #expect(statistics.notFiniteCount == 1)
    #expect(anatomy.tensors[1].statistics == nil)
  }
}
