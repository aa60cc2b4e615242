/// What pre-tokenization asks of a character: the Unicode categories L and N, and White_Space.
enum ScalarClass: UInt8 {
  case other = 0
  case letter, number, space
}

/// The class of every Unicode scalar, two bits each.
///
/// The room has no Unicode tables of its own to ask in Embedded Swift, so it carries the runs of
/// equal classes (`ScalarClassRuns`) and unpacks them once. Beyond plane 3 every scalar is `other`.
final class ScalarClasses: Sendable {
  static let shared = ScalarClasses()
  private static let limit: UInt32 = 0x40000

  private let packed: [UInt8]

  private init() {
    var packed = [UInt8](repeating: 0, count: Int(Self.limit) / 4)
    var start = 0
    for run in ScalarClassRuns.runs {
      let (length, value) = (Int(run >> 2), UInt8(run & 3))
      if value != 0 {
        for scalar in start..<start + length {
          packed[scalar >> 2] |= value << UInt8((scalar & 3) * 2)
        }
      }
      start += length
    }
    self.packed = packed
  }

  /// - Parameter scalar: any number; what is no Unicode scalar is `other`.
  func callAsFunction(_ scalar: UInt32) -> ScalarClass {
    guard scalar < Self.limit else { return .other }
    let bits = packed[Int(scalar >> 2)] >> UInt8((scalar & 3) * 2) & 3
    return ScalarClass(rawValue: bits).unsafelyUnwrapped
  }
}
