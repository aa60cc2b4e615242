/// Unicode's compatibility form NFKC, but for characters whose place or shape is their meaning.
///
/// NFKC makes `10⁶` a hundred and six, `1½` eleven halves and `①②` twelve, and it puts a space and a
/// stray mark in the place of an accent that stands alone. Here a power is written `10^6`, a fraction
/// `1 1/2` and a circled number `(1)`; a mark that stands alone stays, and so do ™, ª and º.
/// - SeeAlso: Unicode Standard Annex 15; Unicode Technical Report 25, section 2.6, on why NFKC must not
///   be applied to powers.
struct CompatibilityForm {
  private var result = String.UnicodeScalarView()
  /// Characters that go to Foundation's tables together, as they may merge.
  private var plain = String.UnicodeScalarView()
  /// The character before the text, and the one after what is at hand.
  private let before: UInt32

  /// - Parameters:
  ///   - before: the character before the text; 0 for none.
  ///   - after: the character behind it; 0 for none.
  static func of(_ text: String, before: UInt32 = 0, after: UInt32 = 0) -> String {
    var form = CompatibilityForm(before: before)
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      index += form.take(scalars[index...], after: after)
    }
    form.flush()
    return String(form.result)
  }

  private init(before: UInt32) { self.before = before }

  /// The last character of the result.
  private var last: UInt32 { result.last?.value ?? before }

  /// Takes the first of some characters, with those of its kind behind it.
  /// - Returns: how many.
  private mutating func take(
    _ scalars: ArraySlice<Unicode.Scalar>, after: UInt32
  ) -> Int {
    let first = scalars.first!
    switch Self.kind(of: first.value) {
    case .plain:
      plain.append(first)
      return 1
    case .kept:
      add(String(first))
    case .fraction:
      let fraction = Self.replacing(0x2044, by: "/", in: Self.compatible(String(first)))
      add(spaced(fraction, next: scalars.dropFirst().first?.value ?? after))
    case .circled:
      add("(" + Self.compatible(String(first)) + ")")
    case .unit:
      add(spaced(Self.unit(Self.compatible(String(first))), next: 0))
    case .wave:
      flush()
      add(last == 0x2F ? "~" : "\u{301C}")
    case .voiced(let mark):
      // It joins the kana before it where there is such a kana, and stands alone elsewhere.
      plain.append(Unicode.Scalar(mark)!)
    case .raised, .lowered:
      let isRaised = Self.kind(of: first.value) == .raised
      let run = scalars.prefix { Self.kind(of: $0.value) == Self.kind(of: first.value) }
      let text = Self.replacing(
        0x2212, by: "-", in: Self.compatible(String(String.UnicodeScalarView(run))))
      flush()
      let next = scalars.dropFirst(run.count).first?.value ?? after
      let isMarked = isRaised || Self.isDigit(last) || Self.isDigit(next)
      let mark = !isMarked ? "" : isRaised ? "^" : "_"
      add(mark + text + (isMarked && Self.isDigit(next) ? " " : ""))
      return run.count
    }
    return 1
  }

  private mutating func add(_ text: String) {
    flush()
    result.append(contentsOf: text.unicodeScalars)
  }

  /// A number that begins or ends beside another one gets a space there.
  private mutating func spaced(_ text: String, next: UInt32) -> String {
    flush()
    let start = text.unicodeScalars.first!.value
    return (Self.isDigit(last) && Self.isDigit(start) ? " " : "") + text
      + (Self.isDigit(next) ? " " : "")
  }

  private mutating func flush() {
    guard !plain.isEmpty else { return }
    for scalar in Self.compatible(String(plain)).unicodeScalars {
      // A mark that nothing took stands alone, not on whatever comes before it.
      switch scalar.value {
      case 0x3099: result.append("\u{309B}")
      case 0x309A: result.append("\u{309C}")
      default: result.append(scalar)
      }
    }
    plain = String.UnicodeScalarView()
  }

  private static func replacing(
    _ scalar: UInt32, by other: Unicode.Scalar, in text: String
  ) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == scalar ? other : $0 }))
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  /// `m∕s2` of ㎨ becomes `m/s^2`.
  private static func unit(_ text: String) -> String {
    let unit = replacing(0x2215, by: "/", in: text)
    guard let last = unit.unicodeScalars.last, last == "2" || last == "3",
      unit.unicodeScalars.count > 1
    else { return unit }
    return String(unit.dropLast()) + "^" + String(last)
  }

  // MARK: Kinds

  private enum Kind: Equatable {
    case plain, kept, fraction, circled, unit, wave, raised, lowered
    case voiced(UInt32)
  }

  private static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    // ª, º, ™ and ℠, and accents that stand alone.
    case 0xAA, 0xBA, 0x2120, 0x2122, 0xA8, 0xAF, 0xB4, 0xB8, 0x2D8...0x2DD, 0x37A, 0x384...0x385,
      0x1FBD, 0x1FBF...0x1FC1, 0x1FCD...0x1FCF, 0x1FDD...0x1FDF, 0x1FED...0x1FEF, 0x1FFD...0x1FFE,
      0x2017, 0x203E, 0xFE49...0xFE4C, 0xFFE3:
      .kept
    case 0xBC...0xBE, 0x2150...0x215F, 0x2189: .fraction
    case 0x2460...0x2473, 0x24B6...0x24EA, 0x3251...0x325F, 0x3280...0x32BF, 0x32D0...0x32FE:
      .circled
    case 0x32C0...0x32CB, 0x3358...0x3370, 0x339F...0x33A8, 0x33AE...0x33AF, 0x33E0...0x33FE: .unit
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2071, 0x2074...0x207F: .raised
    case 0x2080...0x208E: .lowered
    case 0xFF5E: .wave
    case 0x309B, 0xFF9E: .voiced(0x3099)
    case 0x309C, 0xFF9F: .voiced(0x309A)
    default: .plain
    }
  }
}
