import Build
import Charts
import Files
import ModelFile
import Names
import Numerics
import Record
import Site
import Transformer
import Usage

/// One prompt to two versions: both answers, where they part, which parts each needs there, and the head that
/// moved most.
struct PromptDifference {
  private let prompt: String
  private let kind: PromptKind?
  private let report: (path: String, format: AnswerReport.Format)?
  private let threads: Int

  /// Nil where no prompt is given.
  /// - Throws: `CommandError.usage` for options that need each other, and when the report would take the place
  ///   of something else.
  init?(_ arguments: Arguments) throws {
    kind = try arguments.choice("--kind", of: PromptKind.allCases.map(\.rawValue))
      .flatMap(PromptKind.init)
    threads = try Threads.count(arguments)
    guard let prompt = arguments.string("--prompt") else {
      let needing = ["--report", "--kind", "--threads"].first { arguments.isGiven($0) }
      guard let needing else { return nil }
      throw CommandError.usage(
        en: "\(needing) is of --prompt; give both", ja: "\(needing)は--promptと一緒に使ってください")
    }
    self.prompt = prompt
    report = try arguments.string("--report").map { path in
      guard let format = AnswerReport.Format(path: path) else {
        throw CommandError.usage(
          en: "--report writes FILE.html or FILE.md, not \(path)",
          ja: "--reportに\(path)は使えません。書けるのはFILE.htmlかFILE.mdです")
      }
      try AskReport.check(path, signature: VersionReport.signature)
      return (path, format)
    }
  }

  /// Compares, writes the report where one is wanted, and tells of it.
  /// - Throws: `PromptError` for a prompt of which nothing is left; when both versions have not one shape.
  func show(
    _ old: (id: Int, model: TrainedModel), _ new: (id: Int, model: TrainedModel)
  ) throws {
    guard old.model.configuration == new.model.configuration else {
      throw CommandError.data(
        en:
          "versions \(old.id) and \(new.id) have not the same shape, so their parts can't be compared; "
          + "one of their files config.json was changed",
        ja: "版\(old.id)と版\(new.id)は形が違うので、部品を比べられません。どちらかのconfig.jsonが書きかえられています")
    }
    let pool = WorkerPool(threadCount: threads)
    let assistant = Assistant(model: old.model, pool: pool)
    let prepared = try assistant.prepare(prompt, kind: kind)
    if let cut = prepared.cut {
      Console.error(
        LocalizedText(
          en: "the prompt is too long for the model: \(cut.byteCount - cut.leftOut) of "
            + "\(cut.byteCount) bytes were kept",
          ja: "プロンプトが長すぎるので、\(cut.byteCount)バイトのうち\(cut.byteCount - cut.leftOut)バイトだけを残しました"
        ).forReader)
    }
    var patterns = TensorStore()
    let parting = PartingMaker(
      old: .init(old.id, old.model.parameters), new: .init(new.id, new.model.parameters),
      tokenizer: old.model.tokenizer, pool: pool
    ).parting(
      prepared.tokens, text: prepared.text, language: prepared.language, id: "prompt",
      into: &patterns)
    guard let parting else {
      throw CommandError.data(
        en: "the prompt fills all that the model sees, so neither version can answer; shorten it",
        ja: "プロンプトだけでモデルの見られる長さがいっぱいになり、どちらの版も答えられません。短くしてください")
    }
    if let report {
      try AtomicFile.write(
        VersionReport.text(parting, patterns, as: report.format), to: report.path)
    }
    for line in Self.lines(parting, patterns) { print(line) }
  }

  private static func lines(
    _ parting: PartingRecord.Parting, _ patterns: TensorStore
  ) -> [String] {
    let language = Language.ofReader
    var lines = TerminalText.wrapped(parting.prompt.onOneLine, to: Console.width)
    for (version, answer) in [(parting.old, parting.before), (parting.new, parting.after)] {
      let name = LocalizedText(en: "version \(version): ", ja: "版\(version)：")[language]
      lines += TerminalText.wrapped(
        "  " + name + VersionReport.whole(answer, language).onOneLine, to: Console.width)
      lines += TerminalText.wrapped(VersionReport.spelled(answer), to: Console.width - 4)
        .map { "    " + $0 }
    }
    for figure in VersionReport.figures(parting, patterns, language) {
      lines += [""] + figure.terminal(width: Console.width, style: .plain).map(\.text)
      lines += [""] + TerminalText.wrapped(figure.description, to: Console.width)
    }
    return lines
  }
}
