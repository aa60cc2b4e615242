/// A number that stands for a text, the same in every process: FNV-1a over its bytes.
package struct Digest {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // Ends the text, so that two texts differ from their halves put together otherwise.
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}
