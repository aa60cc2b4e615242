import Foundation
import ModelFile
import Names
import Testing

@testable import Live

/// Writes what the engine of this machine draws, for `Tests/WebEngine/check.sh` to hold the one of web pages against.
@Suite("Pictures for the engine of web pages")
struct LiveFixtureTests {
  static let folder = ProcessInfo.processInfo.environment["NAKAMI_WEB_FIXTURE"]

  /// What is asked of the engine, and what it draws.
  private struct Picture: Encodable {
    /// Which of the engine's functions is asked.
    var part: String
    var address: String
    var isJapanese: Bool
    /// Steps of the small training.
    var steps: Int?
    var drawn: String
  }

  /// Moments in which every picture of the live page is drawn. Where much is drawn by lot from nearly equal
  /// chances, a difference in the last bit could take another token.
  private static let moments = [
    "q=Where+does+Mira+work%3F", "q=Where+does+Mira+work%3F&at=4&head=L1H0&try=1",
    "q=What+is+Oren's+workplace%3F&t=0.9&k=40&p=0.95&seed=5&n=12&at=3",
    "q=ミラさんはどこで働いていますか？&try=1&at=2", "q=ミラさんの趣味は何ですか？&off=L0H0&off=L1M",
    "q=Foggy+weather&kind=continuation&t=1.2&seed=3&n=20&fork=2-300",
    "q=Where+does+Mira+work%3F&set=Mira%3DTobin&set=wte.weight%5B392%2C17%5D%3D0.5",
    "q=Where+does+Mira+work%3F&guess=1&g=Mira&g=+works&g=+in", "q=",
    "q=%3C%7Cend%7C%3E%00&t=-1&off=L9H9",
  ]
  private static let trainings: [(address: String, steps: Int)] = [
    (address: "q=the+sea+the+boat+the+sea+the+boat+the+sea", steps: 20), ("", 5),
  ]

  @Test("native pictures are written for comparison", .enabled(if: folder != nil))
  func write() throws {
    let folder = try #require(Self.folder)
    for (name, pack) in [("sample", LiveSample.pack), ("standard", try Self.standard)] {
      guard let pack else { continue }
      let model = LiveModel(pack)
      var pictures: [Picture] = []
      for language in Language.allCases {
        for moment in Self.moments {
          pictures.append(
            Picture(
              part: "show", address: moment, isJapanese: language == .japanese,
              drawn: model.reply(to: moment, in: language)))
        }
        for training in Self.trainings where name == "sample" {
          var seat = TrainingSeat()
          _ = seat.reply(to: training.address, steps: -1, in: language)
          pictures.append(
            Picture(
              part: "train", address: training.address, isJapanese: language == .japanese,
              steps: training.steps,
              drawn: seat.reply(to: training.address, steps: training.steps, in: language)))
        }
        for address in CleaningSample.addresses where name == "sample" {
          pictures.append(
            Picture(
              part: "clean", address: address, isJapanese: language == .japanese,
              drawn: CleaningReply.reply(to: address, in: language)))
        }
      }
      try Data(pack.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).pack"))
      try JSONEncoder().encode(pictures).write(
        to: URL(fileURLWithPath: "\(folder)/\(name).pictures"))
    }
  }

  /// The model of the run that the checkout shows.
  private static var standard: LivePack? {
    get throws {
      let folder = LiveSample.checkout + "/Output/model"
      guard FileManager.default.fileExists(atPath: folder) else { return nil }
      let model = try TrainedModel.load(folder: folder)
      return LivePack(
        parameters: model.parameters, tokenizer: model.tokenizer,
        endTokens: model.generation.endTokens)
    }
  }
}
