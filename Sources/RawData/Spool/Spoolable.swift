/// A value that a `Spool` can keep as bytes and make again from them.
public protocol Spoolable: Sendable {
  /// Appends all that it takes to make the value again.
  func write(to bytes: inout SpoolWriter)
  /// Reads what `write(to:)` wrote, in the same order.
  init(from bytes: inout SpoolReader)
}

/// Bytes that grow by numbers and texts.
public struct SpoolWriter: Sendable {
  var bytes: [UInt8] = []

  /// A number from zero on, seven bits a byte, the lowest first.
  public mutating func add(_ number: Int) {
    precondition(number >= 0, "number \(number) below zero")
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The bits of a floating-point number, the lower half first.
  public mutating func add(_ number: Double) {
    for shift in [0, 32] { add(Int(number.bitPattern >> UInt64(shift) & 0xFFFF_FFFF)) }
  }

  /// A text in UTF-8 after its length.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 {
      add($0.count)
      bytes.append(contentsOf: $0)
    }
  }
}

/// Walks through bytes that a `SpoolWriter` made.
public struct SpoolReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A number that `add(_:)` wrote.
  public mutating func number() -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = bytes[place]
      place += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(number) }
      shift += 7
    }
  }

  /// A floating-point number that `add(_:)` wrote.
  public mutating func fraction() -> Double {
    let low = UInt64(number())
    return Double(bitPattern: UInt64(number()) << 32 | low)
  }

  /// A text that `add(_:)` wrote.
  public mutating func text() -> String {
    let length = number()
    defer { place += length }
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[place..<place + length]), as: UTF8.self)
  }
}

/// Values on their way into a spool: threads fill batches of their own, and one adds them in order.
public struct SpoolBatch<Element: Spoolable>: Sendable {
  private(set) var writer = SpoolWriter()
  /// Where each value ends.
  private(set) var ends: [Int] = []

  /// An empty batch.
  public init() {}

  public var isEmpty: Bool { ends.isEmpty }

  /// Bytes of all values.
  public var byteCount: Int { writer.bytes.count }

  /// Adds one value at the end.
  public mutating func append(_ element: Element) {
    element.write(to: &writer)
    ends.append(writer.bytes.count)
  }
}
