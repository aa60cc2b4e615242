import Build
import Feedback
import Files
import Foundation
import ModelFile
import Names
import Record
import Training

/// What somebody wants of `nakami improve`.
struct ImproveRequest {
  let isQuiet: Bool
  let parent: Int?
  let gate: ImprovementRecord.Gate?
  private let way: ImprovementWay
  private let rank: Int
  private let steps: Int?
  private let learningRate: Double?
  private let replays: Bool
  private let data: String?
  private let lessons: String?

  init(_ arguments: Arguments) throws {
    isQuiet = arguments.has("--quiet")
    let name = try arguments.choice("--way", of: ImprovementWay.allCases.map(\.rawValue))
    way = name.flatMap(ImprovementWay.init) ?? .all
    guard way == .lowRank || !arguments.isGiven("--rank") else {
      throw CommandError.usage(
        en: "--rank is of --way low-rank; give both", ja: "--rankは--way low-rankと一緒に使ってください")
    }
    rank = try arguments.integer("--rank", in: 1...4096) ?? 8
    steps = try arguments.integer("--steps", in: 1...1_000_000)
    learningRate = try arguments.number("--learning-rate", in: 1e-9...10)
    replays = !arguments.has("--no-replay")
    parent = try arguments.integer("--from", in: 1...1_000_000)
    gate = try arguments.string("--gate").map { path throws(FileError) in try GateFile.read(path) }
    data = arguments.string("--data")
    lessons = arguments.string("--lessons")
  }

  /// Those with which the run was built, as far as its documents go.
  func settings(of out: String, _ model: TrainedModel) throws -> BuildSettings {
    let setting = RunStore.setting(at: out + "/run")
    guard let setting, setting.hasLearning || data != nil else {
      throw CommandError.data(
        en: "\(out) tells of no documents that its model learned from; name them with --data PATH",
        ja: "\(out)には、モデルが学んだ文書の記録がありません。--data PATHで指定してください")
    }
    guard setting.usesWorld || data != nil else {
      let name = setting.dataName ?? ""
      throw CommandError.usage(
        en:
          "this model was built from your own text (\(name)), which no run keeps; name it again with "
          + "--data PATH",
        ja: "このモデルは自分の文章（\(name)）から作られ、文章は記録に残りません。--data PATHでもう一度指定してください")
    }
    var settings = BuildSettings(
      preset: setting.preset ?? .standard,
      worldFolder: data == nil ? try Places.lessons(given: lessons) + "/World" : "")
    settings.dataPath = data
    settings.seed = setting.seed
    settings.contextLength = model.parameters.configuration.contextLength
    return settings
  }

  func change(_ plan: inout ImprovementPlan) {
    plan.way =
      switch way {
      case .all: .all
      case .lastBlock: .lastBlock
      case .lowRank: .lowRank(rank)
      }
    if way != .all { plan.learningRate *= 3 }
    if let steps { plan.steps = steps }
    if let learningRate { plan.learningRate = Float(learningRate) }
    if !replays { plan = plan.withoutReplay }
  }
}

/// What of a file of feedback becomes examples: the corrections with more than half of the votes.
struct Corrections {
  let examples: [CorrectionExample]
  let count: ImprovementRecord.FeedbackCount

  /// - Throws: when the file can't be read, or nothing of it is to be learned.
  init(_ path: String) throws {
    var votes = CorrectionCount()
    var entries: [FeedbackEntry] = []
    var complaints = Complaints()
    try FeedbackFile(path).readLines { line in
      switch line {
      case .damaged(let problem): complaints.add(problem)
      case .entry(let entry):
        votes.add(entry)
        entries.append(entry)
      }
    }
    complaints.finish()
    if entries.isEmpty, complaints.count > 0 { throw complaints.nothingLeft(path) }
    let resolved = votes.resolved
    examples = resolved.compactMap(\.example).map { prompt, answer in
      CorrectionExample(
        kind: prompt.kind, language: prompt.language, prompt: prompt.text, answer: answer)
    }
    count = .init(
      entries: entries.count, agreed: examples.count,
      contradicting: resolved.count { $0.outcome == .contradicting },
      staying: resolved.count { $0.outcome == .answerStays }, fingerprint: FeedbackPrint.of(entries)
    )
    guard !examples.isEmpty else {
      throw CommandError.data(
        en:
          "\(FileError.shown(path, limit: 400)): none of its \(entries.count) entries is a correction "
          + "with more than half of the votes; correct an answer with nakami feedback --correct",
        ja: "\(FileError.shown(path, limit: 400))：\(entries.count)件の中に、過半数の支持を得た訂正がありません。"
          + "nakami feedback --correctで答えを訂正してください")
    }
  }
}
