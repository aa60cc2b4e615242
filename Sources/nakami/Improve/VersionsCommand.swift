import Files
import Names
import Record

extension Command {
  static let versions = Command(
    name: "versions",
    summary: LocalizedText(
      en: "lists the versions of a model, compares two, brings one back",
      ja: "モデルの版を一覧し、二つを比べ、前の版に戻します"),
    usage: "[diff A B | restore ID] [options]",
    options: [
      .out,
      Option(
        "--prompt", "TEXT", en: "what two versions are asked, to be compared closely (diff)",
        ja: "二つの版を比べるとき、両方に聞く文章"),
      Option(
        "--kind", "KIND",
        en: "question, continuation, summary or translation (default: seen from the text)",
        ja: "question（質問）、continuation（続き）、summary（要約）、translation（翻訳）（省略時：文から判断）"),
      Option(
        "--report", "FILE", en: "write what --prompt shows as well: FILE.html or FILE.md",
        ja: "くわしい比較をファイルにも書く：FILE.html か FILE.md"),
      .threads,
    ],
    examples: [
      Example(
        "nakami versions", en: "when, from which, by which feedback, all scores",
        ja: "いつ、どの版から、どの評価で作ったか、その成績"),
      Example(
        "nakami versions diff 1 2", en: "what two versions answer otherwise", ja: "二つの版で、答えがどう違うか"),
      Example(
        "nakami versions diff 1 2 --prompt \"Where does Mira work?\" --report moved.html",
        en: "both answers, the parts that each needs, the head that moved most",
        ja: "二つの答え、それぞれに要る部品、いちばん動いたヘッド"),
      Example(
        "nakami versions restore 1", en: "the model as it was built answers again",
        ja: "作ったときのモデルが、また答える"),
    ],
    run: VersionsCommand.run)
}

/// U8: which versions there are.
enum VersionsCommand {
  static func run(_ arguments: Arguments) throws {
    let store = VersionStore(try Places.run(in: arguments.string("--out")))
    let words = arguments.words
    let prompt = try PromptDifference(arguments)
    guard prompt == nil || words.first == "diff" else {
      throw CommandError.usage(
        en: "--prompt is of nakami versions diff A B", ja: "--promptはnakami versions diff A Bで使います")
    }
    switch words.first {
    case nil: try list(store)
    case "diff" where words.count == 3:
      try difference(try number(words[1]), try number(words[2]), store, prompt)
    case "restore" where words.count == 2: try restore(try number(words[1]), store)
    default:
      throw CommandError.usage(
        en: "write nakami versions, nakami versions diff A B, or nakami versions restore ID",
        ja: "nakami versions、nakami versions diff A B、nakami versions restore IDのどれかで書いてください")
    }
  }

  private static func number(_ word: String) throws(CommandError) -> Int {
    guard let id = Int(word), (1...1_000_000).contains(id) else {
      throw .usage(
        en: "a version is a number such as 2, not \(word)", ja: "版は2のような番号です。\(word)は使えません")
    }
    return id
  }

  private static func list(_ store: VersionStore) throws {
    let live = try? store.live()
    for id in store.ids {
      let mark = id == live ? "* " : "  "
      guard id > 1 else {
        print(
          mark
            + LocalizedText(en: "version 1: the model as it was built", ja: "版1：作ったときのモデル")
            .forReader)
        if let first = store.told.first, let last = store.told.last {
          let cards = "versions/version-\(first).md"
          print(
            LocalizedText(
              en: "  versions \(first) to \(last): made by the build, which tells of them in "
                + "its pages and from \(cards) on; their weights are not kept",
              ja: "  版\(first)〜\(last)：構築のときに作った版。"
                + "ページと\(cards)以降に説明があり、重みは残していません"
            ).forReader)
        }
        continue
      }
      do {
        let manifest = try store.manifest(id)
        try store.check(manifest)
        let verdict = VersionWording.name(manifest.verdict).forReader
        print("\(mark)\(VersionWording.headline(manifest)): \(verdict)")
        for line in VersionWording.report(manifest).dropFirst().dropLast() { print("  " + line) }
      } catch {
        // One damaged version hides no other.
        print(
          mark
            + LocalizedText(
              en: "version \(id) is damaged: \(error.text(.english))",
              ja: "版\(id)は壊れています：\(error.text(.japanese))"
            ).forReader)
      }
    }
    print(
      LocalizedText(en: "* answers now (nakami ask)", ja: "* いま答えている版（nakami ask）").forReader)
    _ = try store.live()
  }

  private static func difference(
    _ first: Int, _ second: Int, _ store: VersionStore, _ prompt: PromptDifference?
  ) throws {
    guard store.ids.contains(first), store.ids.contains(second) else {
      let missing = store.ids.contains(first) ? second : first
      throw CommandError.usage(
        en:
          "there is no version \(missing); there are \(store.ids.map(String.init).joined(separator: ", "))",
        ja: "版\(missing)はありません。あるのは\(store.ids.map(String.init).joined(separator: "、"))です")
    }
    for id in [first, second] where id > 1 { try store.check(try store.manifest(id)) }
    let difference = try VersionDifference(first, second, store)
    if let prompt { return try prompt.show(difference.first, difference.second) }
    for line in difference.lines { print(line) }
  }

  private static func restore(_ id: Int, _ store: VersionStore) throws {
    let lock = try store.lock()
    if id > 1 { try store.check(try store.manifest(id)) } else { _ = try store.base() }
    try store.makeLive(id, lock)
    print(
      LocalizedText(
        en: "version \(id) answers from now on", ja: "これからは版\(id)が答えます"
      ).forReader)
  }
}
