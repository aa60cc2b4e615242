import Names
import Record
import SampleRuns
import Testing

@testable import Lessons

/// Each value that lessons can name, against what the record of `ValueSample` says by its definition.
@Suite struct ValueTruthTests {
  /// Name, English, Japanese; one text where both are the same.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var english: String
    var japanese: String

    init(_ name: String, _ english: String, _ japanese: String? = nil) {
      self.name = name
      self.english = english
      self.japanese = japanese ?? english
    }

    var testDescription: String { name }
  }

  static let rows =
    data + tokens + model + byHand + training + tuning + twin + shrinking + use + improvement

  @Test(arguments: rows)
  func aValueReadsAsItsDefinitionSays(row: Row) throws {
    let value = try #require(RecordedValue.named(row.name))
    #expect(value.text(ValueSample.run, .english) == row.english)
    #expect(value.text(ValueSample.run, .japanese) == row.japanese)
  }

  @Test func everyValueHasARow() {
    let names = Self.rows.map(\.name)
    #expect(names.sorted() == RecordedValue.all.map(\.name).sorted())
    #expect(Set(names).count == names.count)
  }

  @Test func aValueOfAPartThatIsMissingIsUnknown() {
    let empty = Run(setting: ValueSample.run.setting)
    for value in RecordedValue.all {
      #expect(value.text(empty, .english) == nil, "\(value.name)")
    }
  }
}
