import Build
import Foundation
import ModelFile
import Names
import Numerics
import RawData
import Record
import Training

extension Command {
  static let twin = Command(
    name: "twin",
    summary: LocalizedText(
      en: "trains a model twice, once without what tells something, and asks both",
      ja: "何かを語る文書を除いてもう一度学習させ、両方に聞きます"),
    usage: "--without TEXT|FACT [options]",
    options: [
      Option(
        "--without", "TEXT",
        en: "a fact as PERSON/RELATION, or any string that stands in documents",
        ja: "「人/関係」で書いた事実か、文書の中にある言葉"),
      Option(
        "--data", "PATH", en: "your own text (default: the toy world)",
        ja: "自分の文章（省略時：架空の町）"),
      Option(
        "--preset", "NAME", en: "tiny or standard (default: standard)",
        ja: "tiny（小）またはstandard（標準）（省略時：standard）"),
      Option(
        "--full", nil,
        en: "the model that nakami build trains, on all documents; takes twice as long as a build",
        ja: "nakami buildが学習させるモデルに、全部の文書を読ませる。作る時間の2倍ほどかかる"),
      Option("--steps", "N", en: "steps that each of the two learns", ja: "それぞれの学習のステップ数"),
      .seed, .threads,
      Option(
        "--out", "DIR",
        en: "new folder for both models and the list of sentences (default: nothing is kept)",
        ja: "両方のモデルと文の一覧を置く新しいフォルダ（省略時：何も残さない）"),
      Option(
        "--lessons", "DIR", en: "folder of lessons and world (default: Lessons, here or above)",
        ja: "レッスンと町のフォルダ（省略時：ここか上にあるLessons）"),
      .json, .quiet,
    ],
    examples: [
      Example(
        "nakami twin --without Mira/work", en: "where Mira works, and who knows it from where",
        ja: "ミラの職場を、どこで覚えたのか"),
      Example(
        "nakami twin --without \"clock tower\" --out Twins",
        en: "then: nakami ask \"…\" --model Twins/twin",
        ja: "そのあと nakami ask \"…\" --model Twins/twin"),
      Example(
        "nakami twin --data my-texts --without \"old mill\"", en: "a string of your own text",
        ja: "自分の文章にある言葉"),
    ],
    notes: [
      LocalizedText(
        en: """
          A fact is told by every document that names both the person and what is true of them, in either
          language. Both models have the same tokenizer, the same first parameters and the same batches;
          where a document that is left out would stand, the twin's rows stay blank, so that nothing else
          moves. With the same seed all of it comes out the same to the bit, so what differs in the end
          comes from these documents. By default the two are small and read the questions with their
          answers and the sentences in two languages, of a fact those about the person and the first others of
          the facts file, as in nakami build.
          """,
        ja: """
          事実を語るのは、人の名前と正しい言葉の両方がある文書です（どちらの言語でも）。二つのモデルは、
          トークナイザーも、始まりのパラメータも、バッチも同じです。除いた文書が入るはずだった場所は、
          双子では空けたままにするので、ほかの文書は動きません。
          種が同じなら結果はビットまで同じになるので、
          終わりに違うところは、その文書から来ています。何も指定しなければ、二つは小さなモデルで、
          質問と答えの組と、二つの言語の文の組を読みます。事実を除くときは、その人と、事実のファイルの
          初めの何人かについてのものだけです（nakami buildと同じです）。
          """)
    ],
    run: TwinCommand.run)
}

enum TwinCommand {
  static func run(_ arguments: Arguments) throws {
    let request = try TwinRequest(arguments)
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let isQuiet = arguments.has("--json") || arguments.has("--quiet")
    let progress = TwinProgress(steps: request.twins.steps, isQuiet: isQuiet)
    progress.collects()
    let ground = try TwinGround(request.build, pool: pool)
    let twins = try ground.twins(
      request.twins, without: request.omission, fact: request.fact)
    let cancellation = Cancellation()
    let interrupt = InterruptSignal { cancellation.cancel() }
    let outcome = try twins.run(
      asking: ground.questions, cancellation: cancellation, onStep: { _ in progress.step() })
    interrupt.stop()
    progress.end()
    guard let outcome else {
      throw CommandError.interrupted(
        en: "interrupted: nothing was kept", ja: "中断しました。何も保存していません")
    }
    let report = TwinReport(outcome.record)
    if let folder = request.folder {
      try TwinFolder(path: folder).save(outcome, tokenizer: ground.tokenizer)
    }
    if arguments.has("--json") {
      Console.json(try TwinFolder.json(outcome.record))
    } else {
      print(report.text(in: .ofReader))
      if let folder = request.folder {
        print(
          LocalizedText(
            en: "both models and the sentences are in \(folder)",
            ja: "両方のモデルと文の一覧は\(folder)にあります"
          ).forReader)
      }
    }
  }
}
