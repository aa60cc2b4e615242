/// A moment in whole seconds, written as ISO 8601 in UTC: `2031-05-17T08:30:00Z`.
///
/// Feedback of people bears it; what a build records never does, so that it stays the same bytes.
public struct UTCTime: Sendable, Equatable {
  /// Since 1970 began, without leap seconds; of the years 1970 to 9999.
  public var seconds: Int

  private static let day = 86_400
  /// The first second of the year 10000.
  private static let end = 253_402_300_800

  /// - Returns: nil before 1970 or after 9999.
  public init?(seconds: Int) {
    guard (0..<Self.end).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// - Returns: nil for anything but a real moment in exactly this form.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20,
      text.utf8.elementsEqual(
        "0000-00-00T00:00:00Z".utf8,
        by: { given, form in
          form == UInt8(ascii: "0")
            ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(given) : given == form
        })
    else { return nil }
    func number(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + Int(bytes[$1] - UInt8(ascii: "0")) }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard year >= 1970, (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60
    else { return nil }
    let days = Self.days(year, month, day)
    self.init(seconds: days * Self.day + hour * 3_600 + minute * 60 + second)
    // The 30th of February is a day of March.
    guard self.text == text else { return nil }
  }

  public var text: String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: Self.day)
    let (year, month, day) = Self.date(days)
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    return padded(year, 4) + "-" + padded(month) + "-" + padded(day) + "T" + padded(rest / 3_600)
      + ":" + padded(rest / 60 % 60) + ":" + padded(rest % 60) + "Z"
  }

  /// Days since 1970 began, in the Gregorian calendar.
  ///
  /// Years are counted from March, so that the leap day is their last; 400 of them have 146,097 days.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let fromMarch = (month + 9) % 12
    let years = month < 3 ? year - 1 : year
    let ofYear = (153 * fromMarch + 2) / 5 + day - 1
    return 365 * years + years / 4 - years / 100 + years / 400 + ofYear - 719_468
  }

  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let (era, ofEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = (fromMarch + 2) % 12 + 1
    return (
      era * 400 + yearOfEra + (month < 3 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1
    )
  }
}
