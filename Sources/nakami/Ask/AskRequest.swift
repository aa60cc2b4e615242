import Inference
import ModelFile
import Names
import Tokenization
import Transformer
import Usage

/// How the answer is to be written, as the command line says it.
struct AskRequest {
  static let options = [
    Option(
      "--temperature", "T", en: "0 takes the most likely token (default), 1 draws as it is",
      ja: "0なら最有力のトークン（省略時）、1なら確率のとおりに抽選"),
    Option(
      "--top-k", "N", en: "draw among the N most likely tokens only",
      ja: "有力なN個のトークンだけから抽選"),
    Option(
      "--top-p", "P", en: "draw among the most likely tokens that make up P",
      ja: "確率の合計がPになるまでの有力なトークンから抽選"),
    Option(
      "--min-p", "P", en: "draw among tokens at least P times as likely as the likeliest",
      ja: "最有力のP倍以上の確率をもつトークンから抽選"),
    Option(
      "--repetition-penalty", "R", en: "above 1: less of what the text has already (default: 1)",
      ja: "1より大きいと、もう出たトークンを選びにくくする（省略時：1）"),
    Option(
      "--stop", "TEXT", en: "end before this text; may be given several times",
      ja: "この文字列の前で終える。何度でも指定できる", isRepeated: true),
    Option(
      "--tokens", "N", en: "longest answer, in tokens (default: 64)",
      ja: "答えの最大のトークン数（省略時：64）"),
    Option(
      "--fork", "N=TOKEN", en: "take another token at step N, and go on",
      ja: "N番目で別のトークンを選び、そこから続ける", isRepeated: true),
    Option(
      "--knock-out", "PART",
      en: "take a part of the model away: L0H1 a head, L0A an attention, L0M an MLP",
      ja: "モデルの部品を取り除く。L0H1はヘッド、L0Aは注意、L0MはMLP", isRepeated: true),
    Option(
      "--set", "CHANGE",
      en: "change the model by hand: Mira=Tobin gives a token another's vector, Mira=0 takes it "
        + "away, wte.weight[392,17]=0.5 writes a parameter",
      ja: "モデルに手を加える。ミラ=トビンは別のトークンのベクトルを与え、ミラ=0は消し、"
        + "wte.weight[392,17]=0.5はパラメータを書きかえる", isRepeated: true),
    Option(
      "--no-hold", nil, en: "show an answer that the model is not sure of, too",
      ja: "自信のない答えも表示する"),
    .seed,
  ]

  let sampling: SamplingOptions
  let seed: UInt64
  let limit: Int
  let stopStrings: [String]
  let holdsBack: Bool
  /// Changes of the model, as they were typed.
  private let changes: [String]
  /// Parts of the model that are taken away, as they were typed.
  private let withoutParts: [String]
  /// Step and token as they were typed.
  private let forks: [(step: Int, token: String)]

  /// - Throws: `CommandError.usage` for settings that are impossible.
  init(_ arguments: Arguments) throws(CommandError) {
    sampling = SamplingOptions(
      temperature: try Self.temperature(arguments),
      topK: try arguments.integer("--top-k", in: 1...1_000_000) ?? 0,
      topP: Float(try arguments.number("--top-p", in: 0.000_001...1) ?? 1),
      minP: Float(try arguments.number("--min-p", in: 0...1) ?? 0),
      repetitionPenalty: Float(try arguments.number("--repetition-penalty", in: 0.01...100) ?? 1))
    seed = try arguments.seed() ?? 1
    limit = try arguments.integer("--tokens", in: 1...100_000) ?? 64
    stopStrings = arguments.list("--stop")
    guard stopStrings.allSatisfy({ !$0.isEmpty }) else {
      throw .usage(
        en: "--stop needs a text, not an empty one", ja: "--stopの文字が空です。止める目印になる文字を書いてください")
    }
    holdsBack = !arguments.has("--no-hold")
    changes = arguments.list("--set")
    withoutParts = arguments.list("--knock-out")
    forks = try arguments.list("--fork").map { text throws(CommandError) in try Self.fork(text) }
    let steps = forks.map(\.step)
    guard Set(steps).count == steps.count else {
      throw .usage(
        en: "--fork names a step twice; one token at a step",
        ja: "--forkで同じ回が2度指定されています。1回に1トークンだけにしてください")
    }
  }

  /// So close to 0 that logits divided by it leave single precision, a temperature means 0.
  private static func temperature(_ arguments: Arguments) throws(CommandError) -> Float {
    let temperature = try arguments.number("--temperature", in: 0...100) ?? 0
    guard temperature == 0 || temperature >= 0.001 else {
      throw .usage(
        en: "--temperature takes 0 or a number from 0.001 to 100, not "
          + (arguments.string("--temperature") ?? ""),
        ja: "--temperatureに\(arguments.string("--temperature") ?? "")は使えません。"
          + "0か、0.001から100までの数にしてください")
    }
    return Float(temperature)
  }

  /// Changes what is to be changed by hand, and takes the parts away that are not to be there.
  /// - Returns: whether there was anything to do.
  /// - Throws: `CommandError.usage` for a part, place or token that the model has not.
  func damage(_ model: TrainedModel) throws(CommandError) -> Bool {
    for text in changes {
      guard let change = ParameterChange(text, in: model.configuration, model.tokenizer) else {
        throw .usage(
          en: "--set takes Mira=Tobin, Mira=0 or wte.weight[392,17]=0.5, with words of one token "
            + "and places that this model has, not \(text)",
          ja: "--setに\(text)は使えません。ミラ=トビン、ミラ=0、wte.weight[392,17]=0.5のように、"
            + "一つのトークンの語か、このモデルにある場所で書いてください")
      }
      change.apply(to: model.parameters)
    }
    for name in withoutParts {
      guard let part = RemovedPart(name, in: model.configuration) else {
        let last = model.configuration.layerCount - 1
        let head = model.configuration.headCount - 1
        throw .usage(
          en: "--knock-out: this model has no part \(name); heads are L0H0 to L\(last)H\(head), "
            + "attentions L0A to L\(last)A, MLPs L0M to L\(last)M",
          ja: "--knock-out：このモデルに\(name)という部品はありません。ヘッドはL0H0からL\(last)H\(head)、"
            + "注意はL0AからL\(last)A、MLPはL0MからL\(last)Mです")
      }
      part.remove(from: model.parameters)
    }
    return !withoutParts.isEmpty || !changes.isEmpty
  }

  private static func fork(_ text: String) throws(CommandError) -> (step: Int, token: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let step = Int(parts[0]), (1...100_000).contains(step),
      !parts[1].isEmpty
    else {
      throw .usage(
        en: "--fork takes a step and a token, such as 1=Oren or \"3=␣bakery\", not \(text)",
        ja: "--forkに\(text)は使えません。1=Orenや\"3=␣bakery\"のように、何回目かとトークンを書いてください")
    }
    return (step, String(parts[1]))
  }

  /// The settings for a model; a fork's token is one of its own.
  /// - Throws: `CommandError.usage` for a fork to something that is not one token.
  func settings(_ model: TrainedModel) throws(CommandError) -> AnswerSettings {
    var settings = AnswerSettings(sampling, seed: seed, limit: limit)
    settings.stopStrings = stopStrings
    settings.forks = try forks.map { fork throws(CommandError) in
      AnswerSettings.Fork(step: fork.step, token: try Self.token(fork.token, model))
    }
    settings.hold = holdsBack ? model.generation.hold : nil
    return settings
  }

  /// A token by its text, in which ␣ may stand for a space, or by its id as `#12`.
  private static func token(_ text: String, _ model: TrainedModel) throws(CommandError) -> Int32 {
    let tokenizer = model.tokenizer
    let count = model.configuration.vocabularySize
    if text.hasPrefix("#"), let id = Int32(text.dropFirst()) {
      guard (0..<Int32(count)).contains(id) else {
        throw .usage(
          en: "--fork: there is no token \(text); ids go to \(count - 1)",
          ja: "--fork：\(text)というトークンはありません。番号は\(count - 1)までです")
      }
      return id
    }
    if let special = tokenizer.specialTokens.first(where: { $0.text == text }) { return special.id }
    let spaced = text.split(separator: "␣", omittingEmptySubsequences: false)
      .joined(separator: " ")
    if let missing = tokenizer.bytesWithoutToken(in: spaced).first {
      throw .usage(en: "--fork: \(missing.problem.en)", ja: "--fork：\(missing.problem.ja)")
    }
    let tokens = tokenizer.encode(spaced)
    guard tokens.count == 1, let token = tokens.first else {
      let parts = tokens.map {
        "\(String(decoding: tokenizer.bytes(of: $0), as: UTF8.self)) (#\($0))"
      }
      throw .usage(
        en:
          "--fork: \(text) is \(tokens.count) tokens, \(parts.joined(separator: ", ")); name one, "
          + "with ␣ for a space before it",
        ja: "--fork：\(text)は\(tokens.count)個のトークンです（\(parts.joined(separator: "、"))）。"
          + "一つだけ書いてください。前の空白は␣で表します")
    }
    return token
  }
}
