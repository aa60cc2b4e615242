import Files
import Foundation
import ModelFile
import Names
import Tokenization
import Usage

extension Command {
  static let tokenizer = Command(
    name: "tokenizer",
    summary: LocalizedText(
      en: "learns a tokenizer from a text, turns text into token ids and back",
      ja: "文章からトークナイザーを学び、文章とトークン番号を行き来します"),
    usage: "learn|encode|decode [options]",
    options: [
      Option("--data", "FILE", en: "text to learn from (learn)", ja: "学ぶ文章（learn）"),
      Option(
        "--vocabulary", "N", en: "tokens to end with, at least 263 (learn; default: 1024)",
        ja: "学び終えたときの語彙の数。263以上（learn、省略時：1024）"),
      Option(
        "--out", "FILE", en: "where the tokenizer goes (learn; default: tokenizer.json)",
        ja: "トークナイザーを保存する場所（learn、省略時：tokenizer.json）"),
      Option(
        "--tokenizer", "FILE", en: "a saved tokenizer (default: Output/model/tokenizer.json)",
        ja: "保存したトークナイザー（省略時：Output/model/tokenizer.json）"),
      Option(
        "--steps", nil, en: "the tokens after each merge as well (encode)",
        ja: "結合のたびのトークンも（encode）"),
      Option("--json", nil, en: "print every merge as JSON (learn)", ja: "すべての結合をJSONで表示（learn）"),
    ],
    examples: [
      Example(
        "nakami tokenizer learn --data play.txt --vocabulary 1024 --out tokenizer.json",
        en: "learn byte-level BPE", ja: "バイト対符号化（BPE）を学ぶ"
      ),
      Example(
        "echo 'Good day!' | nakami tokenizer encode --tokenizer tokenizer.json",
        en: "ids of a text as a JSON array", ja: "文章のトークン番号をJSONの配列で"
      ),
      Example(
        "echo '[46, 263]' | nakami tokenizer decode --tokenizer tokenizer.json",
        en: "the text that ids stand for", ja: "番号が表す文章"
      ),
    ],
    run: TokenizerCommand.run)
}

enum TokenizerCommand {
  /// Steps take memory by the square of the text's length.
  private static let longestStepText = 4096

  static func run(_ arguments: Arguments) throws {
    switch try arguments.oneWord(called: LocalizedText(en: "task", ja: "作業")) {
    case "learn": try learn(arguments)
    case "encode": try encode(arguments)
    case "decode": try decode(arguments)
    case let word:
      throw CommandError.usage(
        en: "\(word.map { "unknown task \($0)" } ?? "a task is missing"); "
          + "there are learn, encode, decode (nakami tokenizer --help)",
        ja: "\(word.map { "\($0)という作業はありません" } ?? "作業の名前がありません")。"
          + "learn、encode、decodeのどれかを書いてください（nakami tokenizer --help）")
    }
  }

  private static func learn(_ arguments: Arguments) throws {
    guard let path = arguments.string("--data") else {
      throw CommandError.usage(
        en: "a text is missing: nakami tokenizer learn --data FILE",
        ja: "文章がありません：nakami tokenizer learn --data FILE")
    }
    let smallest = Int(Tokenizer.firstMergedToken)
    let size = try arguments.integer("--vocabulary", in: smallest...1 << 20) ?? 1024
    let out = Paths.followed(arguments.string("--out") ?? "tokenizer.json")
    let bytes = try read(path)
    var learner = TokenizerLearner(vocabularySize: size)
    bytes.withUnsafeBufferPointer { learner.add($0) }
    let forgotten = learner.forgottenCount
    let (tokenizer, merges) = learner.learn()
    try tokenizer.save(to: out)
    if arguments.has("--json") {
      let rows = merges.map {
        "{\"left\": \($0.left), \"right\": \($0.right), \"id\": \($0.id), \"count\": \($0.count), "
          + "\"length_before\": \($0.lengthBefore), \"length_after\": \($0.lengthAfter)}"
      }
      Console.json("[" + rows.joined(separator: ",\n") + "]")
      return
    }
    let tokens = merges.last?.lengthAfter ?? bytes.count
    print(
      LocalizedText(
        en: "\(EnglishCount.of(merges.count, "merge")) learned: \(bytes.count) bytes are now "
          + "\(EnglishCount.of(tokens, "token"))",
        ja: "\(merges.count)回の結合を学び、\(bytes.count)バイトが\(tokens)トークンになりました"
      ).forReader)
    if tokenizer.vocabularySize < size {
      let reached = tokenizer.vocabularySize
      print(
        LocalizedText(
          en: "no pair is left to merge at a vocabulary of \(reached)",
          ja: "語彙が\(reached)になったところで、結合できる組がなくなりました"
        ).forReader)
    }
    if forgotten > 0 {
      print(
        LocalizedText(
          en:
            "the text has more than \(TokenizerLearner.wordLimit) different words: those that came up to "
            + "\(forgotten) times were not counted",
          ja: "違う語が\(TokenizerLearner.wordLimit)を超えたため、\(forgotten)回までしか出ない語は数えていません"
        ).forReader)
    }
    print(LocalizedText(en: "wrote \(out)", ja: "\(out)に保存しました").forReader)
  }

  private static func encode(_ arguments: Arguments) throws {
    let tokenizer = try load(arguments)
    let bytes = try readInput()
    if let missing = tokenizer.bytesWithoutToken(in: bytes).first {
      throw CommandError.data(en: missing.problem.en, ja: missing.problem.ja)
    }
    guard arguments.has("--steps") else {
      Console.json(json(bytes.withUnsafeBufferPointer { tokenizer.encode($0) }))
      return
    }
    guard bytes.count <= longestStepText else {
      throw CommandError.usage(
        en:
          "--steps takes a text of up to \(longestStepText) bytes, not \(bytes.count); shorten it",
        ja: "--stepsで見られるのは\(longestStepText)バイトまでですが、文章は\(bytes.count)バイトあります。短くしてください")
    }
    let steps = bytes.withUnsafeBufferPointer { tokenizer.encodeSteps($0) }
    let rows = steps.map { step in
      "{\"position\": \(step.position.map(String.init) ?? "null"), \"ids\": \(json(step.tokens))}"
    }
    Console.json("[" + rows.joined(separator: ",\n") + "]")
  }

  private static func decode(_ arguments: Arguments) throws {
    let tokenizer = try load(arguments)
    let input = Data(try readInput())
    guard let ids = try? JSONDecoder().decode([Int32].self, from: input) else {
      throw CommandError.data(
        en: "standard input is no JSON array of token ids, such as [46, 263]",
        ja: "標準入力がトークン番号のJSON配列ではありません。[46, 263]のように書いてください")
    }
    if let id = ids.first(where: { $0 < 0 || $0 >= tokenizer.vocabularySize }) {
      throw CommandError.data(
        en: "token id \(id) is not below \(tokenizer.vocabularySize), the size of the vocabulary; "
          + "use the tokenizer that made the ids",
        ja: "トークン番号\(id)は語彙の大きさ\(tokenizer.vocabularySize)より小さくありません。"
          + "番号を作ったトークナイザーを使ってください")
    }
    try Console.bytes(tokenizer.decode(ids))
  }

  private static func load(_ arguments: Arguments) throws -> Tokenizer {
    let path =
      try arguments.string("--tokenizer") ?? Places.run(in: nil) + "/model/tokenizer.json"
    return try Tokenizer.load(path)
  }

  private static func json(_ ids: [Int32]) -> String {
    "[" + ids.map(String.init).joined(separator: ", ") + "]"
  }

  /// The bytes of a text file.
  static func read(_ path: String) throws -> [UInt8] {
    let bytes = try InputFile.bytes(of: path, limit: .max)
    guard !bytes.isEmpty else {
      throw CommandError.data(
        en: "\(path): the file is empty; name one with text in it",
        ja: "\(path)：ファイルが空です。文章の入ったファイルを指定してください")
    }
    return bytes
  }

  private static func readInput() throws(CommandError) -> [UInt8] {
    do {
      return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    } catch {
      throw .io(
        en: "standard input can't be read; give the text by a pipe or a file: < FILE",
        ja: "標準入力を読めません。文章をパイプかファイルで渡してください：< FILE")
    }
  }
}
