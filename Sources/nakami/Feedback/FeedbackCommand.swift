import Feedback
import Files
import Names

extension Command {
  static let feedback = Command(
    name: "feedback",
    summary: LocalizedText(
      en: "rates and corrects the last answer, and counts what people said",
      ja: "最後の答えを評価・訂正し、集まった評価をまとめます"),
    usage: "[options]",
    options: [
      Option("--good", nil, en: "the last answer is good: five stars", ja: "最後の答えは良い（星5つ）"),
      Option("--bad", nil, en: "the last answer is bad: one star", ja: "最後の答えは悪い（星1つ）"),
      Option("--rating", "N", en: "one to five stars", ja: "星の数（1〜5）"),
      Option(
        "--correct", "TEXT", en: "what the answer should have been",
        ja: "本来の正しい答え"),
      Option(
        "--rater", "NAME", en: "who says so, a nickname (default: me)",
        ja: "評価する人の呼び名（省略時：me）"),
      Option(
        "--list", nil, en: "what was said, how far people agree, which corrections have a majority",
        ja: "集まった評価、評価者どうしの一致度、多数の支持を得た訂正を見る"),
      Option(
        "--export", "FILE", en: "write all of it as JSON lines; - is standard output",
        ja: "すべてを一行一件のJSONで書き出す。- なら標準出力"),
      Option(
        "--import", "FILE", en: "add what others exported; - is standard input",
        ja: "ほかの人が書き出したものを加える。- なら標準入力"),
      .log,
      Option(
        "--quiet", nil, en: "print nothing but what was asked for", ja: "頼まれたもの以外は表示しない"),
    ],
    examples: [
      Example("nakami feedback", en: "the answer that would be rated", ja: "いま評価の対象になる答え"),
      Example("nakami feedback --good", en: "it is good", ja: "良い答えだった"),
      Example(
        "nakami feedback --bad --correct \"Mira works at the bakery.\"",
        en: "it is bad, and this is right", ja: "悪い答えで、正しくはこう"),
      Example(
        "nakami feedback --rating 3 --rater Aoi", en: "somebody else's three stars",
        ja: "別の人の評価は星3つ"),
      Example("nakami feedback --list", en: "ratings, agreement, corrections", ja: "評価、一致度、訂正"),
      Example(
        "nakami feedback --export - | nakami feedback --import - --log class.jsonl",
        en: "collected in one file", ja: "一つのファイルに集める"),
    ],
    notes: [
      LocalizedText(
        en: """
          Feedback is kept in the file that --log or the variable NAKAMI_FEEDBACK names, else in
          nakami/feedback.jsonl below XDG_STATE_HOME or ~/.local/state. nakami ask notes its last
          answer beside it, in a file of the same name with .last at its end; --no-note leaves none.

          Everything stays on this machine, in files that only you can read. Mail addresses, telephone
          numbers and user names are masked before anything is stored, and you are told. With each entry the time is stored, in UTC;
          SOURCE_DATE_EPOCH, seconds since 1970, takes the place of the clock.
          """,
        ja: """
          評価は --log か環境変数 NAKAMI_FEEDBACK で指定したファイルに、なければ XDG_STATE_HOME か
          ~/.local/state の下の nakami/feedback.jsonl に保存します。nakami ask は最後の答えの控えを
          その隣の、名前の終わりに .last が付くファイルに残します（--no-note を付けると残しません）。

          すべてこのコンピューターの中の、本人だけが読めるファイルに保存します。メールアドレス、電話番号、
          ユーザー名は伏せてから保存し、そのことを知らせます。一件ごとに時刻（協定世界時）も保存します。環境変数
          SOURCE_DATE_EPOCH に1970年からの秒数を入れると、時計の代わりに使います。
          """)
    ],
    run: FeedbackCommand.run)
}

/// U7: what people say about the answers.
enum FeedbackCommand {
  static func run(_ arguments: Arguments) throws {
    try arguments.noWords()
    let actions = ["--list", "--export", "--import"].filter {
      arguments.has($0) || arguments.isGiven($0)
    }
    let judging = ["--good", "--bad", "--rating", "--correct", "--rater"].filter {
      arguments.has($0) || arguments.isGiven($0)
    }
    guard actions.count <= 1, actions.isEmpty || judging.isEmpty else {
      throw CommandError.usage(
        en:
          "\((judging + actions).joined(separator: " and ")) don't go together; one thing at a time",
        ja: "\((judging + actions).joined(separator: "と"))は一度に使えません。一つずつ実行してください")
    }
    let path = try FeedbackPlace.demand(arguments)
    let isQuiet = arguments.has("--quiet")
    switch actions.first {
    case "--list": try FeedbackList(FeedbackFile(path)).show()
    case "--export":
      try FeedbackExchange(path, isQuiet).export(to: arguments.string("--export") ?? "-")
    case "--import":
      try FeedbackExchange(path, isQuiet).take(from: arguments.string("--import") ?? "-")
    default:
      let answer = try LastAnswer(besideFeedback: path).read()
      if judging.isEmpty {
        showLast(answer)
      } else {
        try judge(answer, arguments, FeedbackFile(path), isQuiet)
      }
    }
  }

  private static func showLast(_ answer: RatedAnswer) {
    print(FeedbackWording.line(answer))
    print(
      LocalizedText(
        en:
          "rate it: nakami feedback --good, --bad or --rating 1 to 5; correct it: --correct \"…\"",
        ja: "評価：nakami feedback --good、--bad、--rating 1〜5。訂正：--correct \"…\""
      ).forReader)
  }

  private static func judge(
    _ answer: RatedAnswer, _ arguments: Arguments, _ file: FeedbackFile, _ isQuiet: Bool
  ) throws {
    let ratings = ["--good", "--bad", "--rating"].filter {
      arguments.has($0) || arguments.isGiven($0)
    }
    guard ratings.count <= 1 else {
      throw CommandError.usage(
        en: "\(ratings.joined(separator: " and ")) are two ratings; give one",
        ja: "\(ratings.joined(separator: "と"))は同時に使えません。評価は一つにしてください")
    }
    let correction = arguments.string("--correct")
    guard !ratings.isEmpty || correction != nil else {
      throw CommandError.usage(
        en: "--rater says who rates; add --good, --bad, --rating or --correct",
        ja: "--raterは評価する人の名前です。--good、--bad、--rating、--correctのどれかを加えてください")
    }
    let stars =
      try arguments.integer("--rating", in: 1...5)
      ?? (arguments.has("--good") ? 5 : arguments.has("--bad") ? 1 : nil)
    let (entry, masks, removed) = try FeedbackEntry(
      answer: answer, rater: arguments.string("--rater") ?? "me", stars: stars,
      correction: correction, time: try FeedbackClock.now()
    ).screened()
    try file.append([entry])
    FeedbackWording.notices(masks, removed)
    guard !isQuiet else { return }
    for line in FeedbackWording.lines(entry) { print(line) }
  }
}
