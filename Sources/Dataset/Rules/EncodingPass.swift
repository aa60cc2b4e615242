import Names
import RawData

/// Undoes UTF-8 that was read as Windows-1252 or Latin-1, and removes stray invisible characters.
///
/// A run of characters that all stand for bytes from `0x80` on is read back as bytes; where those
/// are UTF-8 the original character returns. Rare pairs that honest text could contain (`É”`)
/// count only beside surer ones.
struct EncodingPass {
  /// One character of the run: its byte, and where it stands.
  private struct Unit {
    var byte: UInt8
    var start: Int
    var end: Int
    var isControl: Bool
  }

  private enum Certainty { case none, weak, strong }

  private struct Repair {
    var start: Int
    var end: Int
    var scalar: UInt32
    var certainty: Certainty
  }

  static func run(_ bytes: Bytes, into edits: inout EditList) {
    var repairs: [Repair] = []
    var strays: [Range<Int>] = []
    scan(bytes, &repairs, &strays)
    let isSure = repairs.contains { $0.certainty == .strong }
    var stray = 0
    func removeStrays(before end: Int) {
      while stray < strays.count, strays[stray].lowerBound < end {
        edits.remove(strays[stray].lowerBound, strays[stray].upperBound, rule: .controlCharacters)
        stray += 1
      }
    }
    for repair in repairs where isSure {
      removeStrays(before: repair.start)
      while stray < strays.count, strays[stray].lowerBound < repair.end { stray += 1 }
      let scalar = Unicode.Scalar(repair.scalar)!
      edits.replace(repair.start, repair.end, with: Array(String(scalar).utf8), rule: .mojibake)
    }
    removeStrays(before: bytes.count)
  }

  private static func scan(
    _ bytes: Bytes, _ repairs: inout [Repair], _ strays: inout [Range<Int>]
  ) {
    var run: [Unit] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F {
          strays.append(position..<position + 1)
        }
        position += 1
        continue
      }
      // Kana, kanji and most else: no byte of Windows-1252.
      if byte >= 0xE3, byte < 0xEF {
        position += 3
        continue
      }
      run.removeAll(keepingCapacity: true)
      var end = position
      while end < bytes.count, bytes[end] >= 0x80 {
        let scalar = bytes.scalar(at: end)
        guard let high = Windows1252.highByte(of: scalar.value) else { break }
        run.append(
          Unit(byte: high, start: end, end: end + scalar.length, isControl: scalar.value < 0xA0))
        end += scalar.length
      }
      if run.isEmpty {
        let scalar = bytes.scalar(at: position)
        if isStray(scalar.value, in: bytes, at: position) {
          strays.append(position..<position + scalar.length)
        }
        position += scalar.length
        continue
      }
      for unit in run {
        let value = bytes.scalar(at: unit.start).value
        if isStray(value, in: bytes, at: unit.start) { strays.append(unit.start..<unit.end) }
      }
      if run.count > 1 { decode(run, into: &repairs) }
      position = end
    }
  }

  /// Reads a run of bytes as UTF-8 where it is.
  private static func decode(_ run: [Unit], into repairs: inout [Repair]) {
    let firstRepair = repairs.count
    var index = 0
    var multiByteLeads = 0
    while index < run.count {
      guard let (scalar, length) = sequence(run, at: index) else {
        index += 1
        continue
      }
      let certainty = certainty(of: scalar, continuation: run[index + 1], length: length)
      if length == 2, run[index].byte > 0xC3 { multiByteLeads += 1 }
      repairs.append(
        Repair(
          start: run[index].start, end: run[index + length - 1].end, scalar: scalar,
          certainty: certainty))
      index += length
    }
    // Greek or Cyrillic: one such pair proves nothing, two in a row do.
    if multiByteLeads >= 2 {
      for repair in firstRepair..<repairs.count { repairs[repair].certainty = .strong }
    }
    let isSure = repairs[firstRepair...].contains { $0.certainty == .strong }
    repairs[firstRepair...].removeAll { $0.certainty == .none && !isSure }
  }

  private static func sequence(_ run: [Unit], at index: Int) -> (scalar: UInt32, length: Int)? {
    let lead = run[index].byte
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= run.count else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = run[index + offset].byte
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }

  private static func certainty(
    of scalar: UInt32, continuation: Unit, length: Int
  ) -> Certainty {
    if length > 2 { return isPlausible(scalar) ? .strong : .none }
    guard scalar < 0x100 else { return .none }
    // `Ã©`: the second character is a sign of Latin-1 that nobody writes after `Ã`.
    return continuation.byte >= 0xA0 || continuation.isControl ? .strong : .weak
  }

  /// Blocks that people write in.
  private static func isPlausible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0900...0x0EFF, 0x1E00...0x1EFF, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x214F,
      0x2190...0x22FF, 0x2460...0x27BF, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE00...0xFE4F, 0xFEFF...0xFFEF, 0x1F000...0x1FAFF, 0x20000...0x2FFFF:
      true
    default: false
    }
  }

  private static func isStray(_ scalar: UInt32, in bytes: Bytes, at position: Int) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFD: return true
    case 0x200C, 0x200D:
      // Joiners shape emoji, Arabic and Indic words; anywhere else they are strays.
      guard position > 0 else { return true }
      let last = bytes.scalar(before: position).value
      return
        !((0x0600...0x1CFF).contains(last) || (0x2190...0x2BFF).contains(last)
        || (0xFE00...0xFE0F).contains(last) || last >= 0x1F000)
    default: return false
    }
  }
}
