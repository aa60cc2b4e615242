import Foundation
import Testing

@testable import RawData

@Suite("Chats")
struct ChatTests {
  private func read(_ text: String, _ ending: String = "jsonl") throws -> (
    records: [RecordReader.Record], skipped: Int
  ) {
    try RecordReader.read(text, ending: ending)
  }

  @Test("a chat in messages becomes a dialogue, every message of it")
  func chatsAreDialogues() throws {
    let line =
      #"{"messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hi,\nMira?"}, "#
      + #"{"role": "assistant", "content": [{"type": "text", "text": "Good"}, {"type": "text", "text": "day."}]}]}"#
    let (records, skipped) = try read(line + "\n" + line)
    #expect(records.count == 2 && skipped == 0)
    #expect(records[0].kind == .dialogue)
    #expect(records[0].fields.map(\.name) == [.text])
    #expect(
      records[0].fields[0].text
        == "system: Be kind.\n\nuser: Hi,\nMira?\n\nassistant: Good\nday.")
    #expect(try read("[\(line)]", "json").records.count == 1)
  }

  @Test(
    "a chat of another form is counted as left out, not cut",
    arguments: [
      #"{"messages": []}"#, #"{"messages": "Hi"}"#, #"{"messages": [{"role": "user"}]}"#,
      #"{"messages": [{"content": "Hi"}]}"#, #"{"messages": [{"role": "user", "content": ""}]}"#,
      #"{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null}]}"#,
      #"{"messages": [{"role": "user", "content": [{"type": "image_url"}]}]}"#,
    ])
  func otherFormsAreCounted(line: String) throws {
    let good = #"{"messages": [{"role": "user", "content": "Hi"}]}"#
    let (records, skipped) = try read(good + "\n" + line)
    #expect(records.count == 1 && skipped == 1)
    #expect(throws: RecordReader.Problem.self) { try read(line) }
  }
}
