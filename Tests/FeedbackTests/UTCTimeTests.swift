import Foundation
import Testing

@testable import Feedback

/// Times as they stand in the file of feedback.
@Suite struct UTCTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (951_868_799, "2000-02-29T23:59:59Z"), (951_868_800, "2000-03-01T00:00:00Z"),
    (1_230_768_000, "2009-01-01T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (4_107_542_399, "2100-02-28T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func secondsAndTextsAgree(seconds: Int, text: String) {
    #expect(UTCTime(seconds: seconds)?.text == text)
    #expect(UTCTime(text)?.seconds == seconds)
  }

  /// Beside another program's calendar, a day and a bit at a time through four hundred years.
  @Test func everyDayIsThatOfTheCalendar() {
    let formatter = ISO8601DateFormatter()
    for seconds in stride(from: 0, through: 12_700_000_000, by: 10 * 86_401) {
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(UTCTime(seconds: seconds)?.text == text)
      #expect(UTCTime(text)?.seconds == seconds)
    }
  }

  @Test(arguments: [
    "", "2031-05-17", "2031-05-17T08:30:00", "2031-05-17T08:30:00+00:00", "2031-05-17 08:30:00Z",
    "2031-13-01T00:00:00Z", "2031-00-01T00:00:00Z", "2031-02-29T00:00:00Z", "2031-04-31T00:00:00Z",
    "2031-05-00T00:00:00Z", "2031-05-17T24:00:00Z", "2031-05-17T08:60:00Z", "2031-05-17T08:30:60Z",
    "1969-12-31T23:59:59Z", "２031-05-17T08:30:00Z", "-031-05-17T08:30:00Z", "2031-05-17T08:30:00Z ",
  ])
  func whatIsNoMomentInThisFormIsNone(text: String) {
    #expect(UTCTime(text) == nil)
  }

  @Test func beforeAndAfterItsYearsThereIsNone() {
    #expect(UTCTime(seconds: -1) == nil && UTCTime(seconds: 253_402_300_800) == nil)
    #expect(UTCTime(seconds: .max) == nil && UTCTime(seconds: .min) == nil)
  }
}
