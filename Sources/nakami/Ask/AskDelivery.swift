import Build
import Charts
import Figures
import Files
import Foundation
import Names
import Record
import Site
import Usage

/// In which form the answer is delivered.
struct AskDelivery {
  static let options = [
    Option(
      "--account", nil, en: "how each token was chosen (what a terminal gets anyway)",
      ja: "トークンを一つずつどう選んだか（端末ではこれが既定）"),
    Option(
      "--steps", nil, en: "step through the choices, one after the other",
      ja: "選択を一つずつ順に見る"),
    Option(
      "--compare", nil, en: "the same prompt with several settings, side by side",
      ja: "同じプロンプトを、いくつもの設定で並べる"),
    .json,
    Option(
      "--report", "FILE", en: "write a report as well: FILE.html or FILE.md",
      ja: "報告書もファイルに書く：FILE.html か FILE.md"),
    Option(
      "--quiet", nil, en: "print the text of the answer only",
      ja: "答えの文だけを表示"),
  ]

  private enum Form: CaseIterable {
    case account, steps, json, quiet

    var option: String {
      switch self {
      case .account: "--account"
      case .steps: "--steps"
      case .json: "--json"
      case .quiet: "--quiet"
      }
    }
  }

  /// Nil where nobody asked for one: a terminal gets the account, another program the answer.
  private let form: Form?
  private let compares: Bool
  private let report: (path: String, format: AnswerReport.Format)?
  let recording: AskRecording?

  /// - Throws: `CommandError.usage` for forms that exclude each other, and what ``AskRecording`` throws.
  init(_ arguments: Arguments) throws {
    let forms = Form.allCases.filter { arguments.has($0.option) }
    guard forms.count <= 1 else {
      throw CommandError.usage(
        en: "\(forms.map(\.option).joined(separator: " and ")) are two forms of one answer; "
          + "ask for one",
        ja: "\(forms.map(\.option).joined(separator: "と"))は同時に使えません。答えの形を一つだけ選んでください")
    }
    form = forms.first
    compares = arguments.has("--compare")
    let path = arguments.string("--report")
    report = try path.map { path throws(CommandError) in
      guard let format = AnswerReport.Format(path: path) else {
        throw CommandError.usage(
          en: "--report writes FILE.html or FILE.md, not \(path)",
          ja: "--reportに\(path)は使えません。書けるのはFILE.htmlかFILE.mdです")
      }
      return (path, format)
    }
    try Self.check(compares, form, arguments)
    recording = try AskRecording(arguments)
  }

  /// Several answers have no steps, no report and no record.
  private static func check(
    _ compares: Bool, _ form: Form?, _ arguments: Arguments
  ) throws(CommandError) {
    guard compares else { return }
    let refused = ["--fork", "--stop"].filter { arguments.isGiven($0) }
    let other = form.flatMap { $0 == .json ? nil : $0.option }
    let kept = ["--report", "--record", "--answer-in"].filter { arguments.isGiven($0) }
    guard let word = refused.first ?? other ?? kept.first else { return }
    throw .usage(
      en: "--compare shows several answers; \(word) is for one",
      ja: "--compareはいくつもの答えを並べます。\(word)は答えが一つのときに使ってください")
  }

  /// Asks and shows.
  /// - Parameters:
  ///   - answerIn: the language that was asked for; nil takes what the prompt wishes.
  ///   - folder: of the model.
  ///   - note: where the answer is noted, to be rated afterwards; several answers at once are not.
  /// - Throws: what asking, recording or writing the report throws.
  func deliver(
    _ prompt: PreparedPrompt, _ assistant: Assistant, _ request: AskRequest,
    answerIn: Language?, folder: String, note: FeedbackNote?
  ) throws {
    let modelName = Paths.name(of: folder)
    if compares { return try compare(prompt, assistant, request) }
    if let report { try AskReport.check(report.path) }
    let language = answerIn ?? prompt.answerLanguage
    var settings = try request.settings(assistant.model)
    settings.replyLanguage = language
    let answer = try assistant.answer(prompt, settings)
    var record = AnswerRecord(answer, id: "answer", tokenizer: assistant.model.tokenizer)
    if let language {
      record.translation = try assistant.translate(answer, to: language, limit: request.limit).map {
        TranslationRecord($0, to: language, tokenizer: assistant.model.tokenizer)
      }
    }
    if let answerIn, answerIn == answer.language {
      Console.error(Self.inThatLanguage(answerIn))
    }
    for fork in settings.forks where fork.step > answer.choices.count {
      Console.error(
        "--fork \(fork.step): the answer ends at step \(answer.choices.count) already")
    }
    let recorded = try recording?.write(answer, record.translation, by: assistant, model: folder)
    if let report {
      try AtomicFile.write(
        AnswerReport.text(record, model: modelName, as: report.format), to: report.path)
    }
    try show(record, modelName)
    note?.leave(record, prompt, assistant.model, called: modelName)
    if let hold = record.hold, hold.isHeld, form != .json, form != .quiet {
      Console.error(Self.heldBack(hold))
    }
    if form != .quiet { for line in recorded ?? [] { Console.error(line) } }
  }

  private static func inThatLanguage(_ language: Language) -> String {
    LocalizedText(
      en: "--answer-in \(language.rawValue) has no effect: the answer is in that language already",
      ja: "答えはもうその言語なので、--answer-in \(language.rawValue) は効きません")[.ofReader]
  }

  private static func heldBack(_ hold: AnswerRecord.HoldRecord) -> String {
    let (confidence, threshold) = (
      Numbers.percent(hold.confidence), Numbers.percent(hold.threshold)
    )
    return LocalizedText(
      en: "held back, for the model is not sure of its answer (\(confidence), below \(threshold)); "
        + "--no-hold shows it",
      ja: "モデルの自信が足りないので、答えを控えました（\(confidence)、しきい値は\(threshold)）。--no-hold を付けると表示します"
    )[.ofReader]
  }

  private func show(_ record: AnswerRecord, _ modelName: String) throws {
    switch form ?? (Console.isTerminal ? .account : nil) {
    case .json: Console.json(try AnswerForms.json(record, model: modelName))
    case .quiet: print(record.translation?.text ?? record.text)
    case .account:
      print(AnswerForms.report(record).joined(separator: "\n"))
      for line in AskTranslation.lines(record) { print(line) }
    case .steps: AskSteps(record).show()
    case nil:
      print(record.translation?.text ?? record.text)
      if let finish = record.finish {
        Console.error("end: " + AnswerForms.why(finish, record, .ofReader))
      }
    }
  }

  private func compare(
    _ prompt: PreparedPrompt, _ assistant: Assistant, _ request: AskRequest
  ) throws {
    var settings = Comparing.settings
    // What was asked for stands beside the usual ones.
    if !settings.contains(request.sampling) { settings.append(request.sampling) }
    let record = try Comparing(assistant).record(
      prompt, seed: request.seed, limit: request.limit, settings: settings)
    if form == .json {
      Console.json(try AnswerForms.json(record))
    } else {
      print(AnswerForms.comparison(record, width: Console.width).joined(separator: "\n"))
    }
  }
}
