import Foundation
import Lessons
import ModelFile
import Record
import Testing

@testable import Live
@testable import Site

/// Writes the site of a recorded run with its live page, for a look and for the browser's check.
@Suite struct LiveSiteTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// `NAKAMI_LIVE_SITE` names the folder; the run is the one that is kept beside the sources.
  @Test(.enabled(if: environment["NAKAMI_LIVE_SITE"] != nil))
  func writesTheSiteThatAPersonCanAsk() throws {
    let folder = try #require(Self.environment["NAKAMI_LIVE_SITE"])
    let output = LiveSample.checkout + "/Output"
    let model = try TrainedModel.load(folder: output + "/model")
    let pack = LivePack(
      parameters: model.parameters, tokenizer: model.tokenizer,
      endTokens: model.generation.endTokens)
    try SiteWriter.write(
      run: try RunStore.read(from: output + "/run"),
      course: Course.load(folder: LiveSample.checkout + "/Lessons"), live: .model(pack.bytes),
      to: folder)
    #expect(FileManager.default.fileExists(atPath: folder + "/live.js"))
  }
}
