import Build
import Charts
import Foundation
import Inference
import ModelFile
import Names
import Numerics
import Origins
import Record
import Terminal
import Usage

extension Command {
  static let number = Command(
    name: "number",
    summary: LocalizedText(
      en: "tells where a number inside the model comes from", ja: "モデルの中の数が、どこから来たのかを示します"),
    usage: "[ADDRESS] --prompt TEXT [options]",
    options: [
      Option(
        "--prompt", "TEXT", en: "what the model reads; its own answer follows",
        ja: "モデルに読ませる文章。そのあとに、モデル自身の答えが続く"),
      Option(
        "--walk", nil, en: "go from number to number with the keys", ja: "キーで、数から数へとたどる"),
      Option(
        "--roots", nil, en: "follow what contributes most, down to a parameter",
        ja: "いちばん効いている数を追って、パラメータまでたどる"),
      Option("--all", nil, en: "print every part, not the largest only", ja: "大きいものだけでなく、全部を表示"),
      Option(
        "--model", "DIR", en: "folder of the model (default: model in the run's folder)",
        ja: "モデルのフォルダ（省略時：記録のフォルダのmodel）"),
      .out, .threads, .json,
    ],
    examples: [
      Example(
        "nakami number --prompt \"Where does Mira work?\"",
        en: "the probability of the first token of the answer, and where everything stands",
        ja: "答えの最初のトークンの確率と、トークンの位置の一覧"),
      Example(
        "nakami number \"b0.h3.score[11,4]\" --prompt \"Where does Mira work?\"",
        en: "a score: block 0, head 3, query 11, key 4", ja: "スコア：ブロック0、ヘッド3、クエリ11、キー4"),
      Example(
        "nakami number \"wpe.weight.grad[4,0]\" --roots --prompt \"Where does Mira work?\"",
        en: "how the loss changes with a parameter, if the answer were to be learned",
        ja: "答えを学習させるとしたら、あるパラメータで損失がどう変わるか"),
      Example(
        "nakami number \"back-attention:dWq[1,2]\" --roots",
        en: "a slope of the example for a pocket calculator, back through the loss",
        ja: "電卓でたどる例の傾きを、損失までさかのぼる"),
      Example(
        "nakami number --walk --prompt \"Where does Mira work?\"",
        en: "enter opens a number, back returns", ja: "Enterで開き、←で戻る"),
      Example(
        "nakami number --roots --prompt \"Where does Mira work?\"",
        en: "from the answer down to one parameter and one token",
        ja: "答えから、一つのパラメータと一つのトークンまで"),
    ],
    notes: [NumberWording.addresses],
    run: NumberCommand.run)
}

enum NumberCommand {
  static func run(_ arguments: Arguments) throws {
    let address = try arguments.oneWord(called: LocalizedText(en: "address", ja: "番地"))
    if let address, address.contains(":"), arguments.string("--prompt") == nil {
      return try showPaper(address, arguments)
    }
    guard let typed = arguments.string("--prompt") else {
      throw CommandError.usage(
        en: "a prompt is missing: nakami number --prompt \"Where does Mira work?\"",
        ja: "プロンプトがありません：nakami number --prompt \"ミラはどこで働いていますか。\"")
    }
    let folder = try arguments.string("--model") ?? AskCommand.liveFolder(arguments)
    let model = try TrainedModel.load(folder: folder)
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let assistant = Assistant(model: model, pool: pool)
    let prompt = try assistant.prepare(typed)
    let answer = try assistant.answer(
      prompt, options: SamplingOptions(temperature: 0), seed: 0, limit: 64)
    // What was read: the prompt, and of the answer all but the last, after which nothing was asked. The way back
    // takes it all for a text that is to be learned.
    let written = answer.choices.map(\.chosen)
    let text = prompt.tokens + written
    let learns = address.flatMap { Quantity.Form($0) }?.isOfLearning ?? false
    let pass = OriginPass(
      parameters: model.parameters, tokens: Array(text.dropLast()),
      targets: learns ? Array(text.dropFirst()) : nil, pool: pool)
    try check(pass)
    let asked = try address.map { typed throws(QuantityError) in
      try pass.space.quantity(typed)
    }
    let quantity =
      asked ?? Quantity(.probability, [prompt.tokens.count - 1, Int(written[0])])
    let page = NumberPage(pass: pass, tokenizer: model.tokenizer, language: .ofReader)
    if arguments.has("--json") {
      Console.json(try NumberReport.json(quantity, pass, isWholeChain: arguments.has("--roots")))
    } else if arguments.has("--walk"), OpeningWalk.isPossible {
      OpeningWalk(language: .ofReader) { name, isWhole in
        Quantity(address: name).map { page.page($0, isWhole: isWhole) } ?? OpeningPage([])
      }.start(at: quantity.address)
    } else if arguments.has("--roots") {
      for line in page.chain(from: quantity) { print(line.rendered(.plain)) }
    } else {
      if asked == nil { for line in page.tokens { print(line.rendered(.plain)) } }
      for line in page.page(quantity, isWhole: arguments.has("--all")).lines {
        print(line.text.rendered(.plain))
      }
    }
  }

  /// A number of the example that is worked on paper, which needs no model.
  private static func showPaper(_ typed: String, _ arguments: Arguments) throws {
    let paper = PaperNumbers(WorkedExampleRecord.make())
    guard let address = paper.address(typed: typed), let number = paper[address] else {
      let nearest = paper.nearest(to: typed)?.text ?? ""
      let shown = String(typed.prefix(60)) + (typed.count > 60 ? "…" : "")
      throw CommandError.usage(
        en: "“\(shown)” is no number of the example on paper; the nearest is \(nearest)",
        ja: "「\(shown)」という数は、紙の上の例にありません。いちばん近いのは\(nearest)です")
    }
    let page = PaperPage(paper: paper, language: .ofReader)
    if arguments.has("--json") {
      Console.json(try page.json(number, isWholeWay: arguments.has("--roots")))
    } else if arguments.has("--walk"), OpeningWalk.isPossible {
      OpeningWalk(language: .ofReader) { name, _ in
        paper.address(typed: name).flatMap { paper[$0] }.map { page.page($0) } ?? OpeningPage([])
      }.start(at: address.text)
    } else if arguments.has("--roots") {
      for line in page.way(from: number) { print(line.rendered(.plain)) }
    } else {
      for line in page.page(number).lines { print(line.text.rendered(.plain)) }
    }
  }

  /// - Throws: `NotFiniteError` where the model's numbers overflow: no sum comes out there.
  private static func check(_ pass: OriginPass) throws {
    let last = pass.tokens.count - 1
    let logits = (0..<pass.configuration.vocabularySize).map {
      pass.value(Quantity(.logit, [last, $0]))
    }
    try logits.withUnsafeBufferPointer { try NotFiniteError.check($0, after: pass.tokens.count) }
  }
}
