import Foundation
import Names

@testable import Feedback

/// An answer to be rated.
func answer(
  _ prompt: String = "Where does Mira work?", _ text: String = "Mira works at the mill.",
  id: String = "cmpl-1", kind: PromptKind = .question, language: Language = .english,
  model: String = "0123456789abcdef"
) -> RatedAnswer {
  RatedAnswer(
    id: id, prompt: prompt, answer: text, kind: kind, language: language,
    model: .init(name: "model", fingerprint: model))
}

/// A folder that goes away with its owner.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "nakami-feedback-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: path + "/" + name) ?? Data())
  }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
