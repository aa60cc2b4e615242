import ModelFile
import Names
import Numerics
import Usage

extension Command {
  static let ask = Command(
    name: "ask",
    summary: LocalizedText(
      en: "answers from the saved model, choice by choice", ja: "保存したモデルに答えさせ、一つずつの選択を見せます"),
    usage: "\"TEXT\" | - [options]",
    options: [
      .file,
      Option(
        "--kind", "KIND",
        en: "question, continuation, summary or translation (default: seen from the text)",
        ja: "question（質問）、continuation（続き）、summary（要約）、translation（翻訳）（省略時：文から判断）"),
      .answerIn,
      Option(
        "--special", nil,
        en: "take the text as it is, special tokens such as <|end|> that stand in it too",
        ja: "文章をそのまま使い、中に書いた<|end|>などの特別なトークンもトークンとして読む"),
    ] + AskRequest.options + AskDelivery.options + AskRecording.options + [
      Option(
        "--model", "DIR", en: "folder of the model (default: model in the run's folder)",
        ja: "モデルのフォルダ（省略時：記録のフォルダのmodel）"),
      .out, .threads, .log,
      Option(
        "--no-note", nil, en: "leave no note of the answer for nakami feedback",
        ja: "nakami feedback のための答えの控えを残さない"),
    ],
    examples: [
      Example(
        "nakami ask \"Where does Mira work?\"", en: "tokens, probabilities and the answer",
        ja: "トークンと確率と答え（英語の質問）"),
      Example("nakami ask \"ミラはどこで働いていますか。\"", en: "the same in Japanese", ja: "日本語の質問"),
      Example(
        "nakami ask \"In the morning\" --temperature 0.8 --seed 7", en: "a text to continue",
        ja: "続きを書かせる文章"),
      Example(
        "nakami ask \"In the morning\" --compare", en: "the same prompt with several settings",
        ja: "同じプロンプトを、いくつもの設定で"),
      Example(
        "nakami ask \"Where does Mira work?\" --fork 1=Oren", en: "by another first token",
        ja: "最初のトークンを別のものにして"),
      Example(
        "nakami ask \"Where does Mira work?\" --knock-out L1H0", en: "one head taken away",
        ja: "ヘッドを一つ取り除いて"),
      Example(
        "nakami ask \"Where does Mira work?\" --json", en: "everything, for another program",
        ja: "すべてを、ほかのプログラム向けに"),
      Example(
        "nakami ask \"Where does Mira work?\" --report answer.html", en: "a report to print",
        ja: "印刷できる報告書"),
      Example(
        "nakami ask \"Where does Mira work?\" --record Mine",
        en: "then: nakami learn U3 --out Mine, or open Mine/index.html",
        ja: "そのあと nakami learn U3 --out Mine か、Mine/index.html"),
      Example(
        "nakami ask \"Tell me where Mira works.\" --answer-in ja", en: "answered, then translated",
        ja: "答えてから、日本語に訳す"),
      Example(
        "nakami ask \"Sum up:\" --file story.txt",
        en: "a text from a file; - takes standard input", ja: "ファイルの文章を使う。- なら標準入力から"),
    ],
    notes: [
      LocalizedText(
        en: """
          The last answer is noted on this machine for nakami feedback, which says where; only you can read
          it, and mail addresses, telephone numbers and user names are masked in it. --no-note leaves none.
          """,
        ja: """
          最後の答えは nakami feedback のためにこのコンピューターの中に控えます（場所はその説明にあります）。
          本人だけが読め、メールアドレス、電話番号、ユーザー名は伏せてあります。--no-note を付けると残しません。
          """)
    ],
    run: AskCommand.run)
}

enum AskCommand {
  static func run(_ arguments: Arguments) throws {
    let input = try AskInput(arguments)
    let answerIn = try AskInput.answerLanguage(arguments)
    let request = try AskRequest(arguments)
    let delivery = try AskDelivery(arguments)
    let kinds = PromptKind.allCases.map(\.rawValue)
    let kind = try arguments.choice("--kind", of: kinds).flatMap(PromptKind.init)
    let folder = try arguments.string("--model") ?? liveFolder(arguments)
    let model = try TrainedModel.load(folder: folder)
    let isDamaged = try request.damage(model)
    let pool = WorkerPool(threadCount: try Threads.count(arguments))
    let assistant = Assistant(model: model, pool: pool)
    ModelRemarks.show(model)
    let prompt = try assistant.prepare(
      input.text, kind: kind, readsSpecial: arguments.has("--special"))
    try delivery.recording?.expect(prompt)
    AskNotices(input, prompt, arguments, assistant).show()
    try delivery.deliver(
      prompt, assistant, request, answerIn: answerIn, folder: folder,
      // What a damaged model says is nothing to learn from.
      note: arguments.has("--no-note") || isDamaged ? nil : FeedbackNote(arguments))
  }

  /// Of the version that answers; says which, unless it is the model as it was built.
  static func liveFolder(_ arguments: Arguments) throws -> String {
    let live = try VersionStore(Places.run(in: arguments.string("--out"))).liveFolder()
    if live.id > 1 {
      Console.error(
        LocalizedText(en: "version \(live.id) answers", ja: "版\(live.id)が答えます").forReader)
    }
    return live.folder
  }
}
