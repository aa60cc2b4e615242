/// How the values of a tensor are stored, by the names of the safetensors format.
public enum TensorType: String, Sendable, CaseIterable {
  case bool = "BOOL"
  case uint8 = "U8"
  case int8 = "I8"
  case float8e5m2 = "F8_E5M2"
  case float8e4m3 = "F8_E4M3"
  case int16 = "I16"
  case uint16 = "U16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int32 = "I32"
  case uint32 = "U32"
  case float32 = "F32"
  case float64 = "F64"
  case int64 = "I64"
  case uint64 = "U64"

  /// Bytes of one value.
  public var size: Int {
    switch self {
    case .bool, .uint8, .int8, .float8e5m2, .float8e4m3: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .float64, .int64, .uint64: 8
    }
  }

  /// Place in the order in which the safetensors library lays tensors out, wide types first.
  var layoutRank: Int { Self.allCases.firstIndex(of: self)! }

  /// Whether ``decode(_:into:)`` knows the type.
  public var isDecodable: Bool {
    switch self {
    case .bool, .float8e5m2, .float8e4m3: false
    default: true
    }
  }

  /// Turns stored values, little-endian, into floats; 64-bit ones are rounded.
  func decode(_ bytes: UnsafeRawBufferPointer, into target: UnsafeMutablePointer<Float>) {
    switch self {
    case .float32: Self.each(bytes, UInt32.self, target) { Float(bitPattern: $0) }
    case .float16: Self.each(bytes, UInt16.self, target, Self.half)
    case .bfloat16: Self.each(bytes, UInt16.self, target) { Float(bitPattern: UInt32($0) << 16) }
    case .float64: Self.each(bytes, UInt64.self, target) { Float(Double(bitPattern: $0)) }
    case .int8: Self.each(bytes, Int8.self, target) { Float($0) }
    case .uint8: Self.each(bytes, UInt8.self, target) { Float($0) }
    case .int16: Self.each(bytes, Int16.self, target) { Float($0) }
    case .uint16: Self.each(bytes, UInt16.self, target) { Float($0) }
    case .int32: Self.each(bytes, Int32.self, target) { Float($0) }
    case .uint32: Self.each(bytes, UInt32.self, target) { Float($0) }
    case .int64: Self.each(bytes, Int64.self, target) { Float($0) }
    case .uint64: Self.each(bytes, UInt64.self, target) { Float($0) }
    case .bool, .float8e5m2, .float8e4m3:
      preconditionFailure("\(rawValue) cannot be decoded")
    }
  }

  @inline(__always)
  private static func each<Stored: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _ type: Stored.Type, _ target: UnsafeMutablePointer<Float>,
    _ convert: (Stored) -> Float
  ) {
    let size = MemoryLayout<Stored>.size
    for index in 0..<bytes.count / size {
      let stored = bytes.loadUnaligned(fromByteOffset: index * size, as: Stored.self)
      target[index] = convert(Stored(littleEndian: stored))
    }
  }

  /// IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits. Exact.
  @inline(__always)
  static func half(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    if magnitude >= 0x7C00 {
      return Float(bitPattern: sign | 0x7F80_0000 | (magnitude & 0x3FF) << 13)
    }
    // Read as a float the exponent is 112 too small; the product also normalizes small values.
    let value = Float(bitPattern: magnitude << 13) * 0x1p112
    return Float(bitPattern: sign | value.bitPattern)
  }
}
