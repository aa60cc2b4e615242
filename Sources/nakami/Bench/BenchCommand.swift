import Names

extension Command {
  static let bench = Command(
    name: "bench",
    summary: LocalizedText(
      en: "measures how fast the engine is on this machine", ja: "この機械での計算の速さを測ります"),
    usage: "[\(Benchmark.all.map(\.name).joined(separator: "|"))] [options]",
    options: [
      Option("--layers", "N", en: "blocks of the model", ja: "モデルのブロックの数"),
      Option("--heads", "N", en: "attention heads", ja: "注意ヘッドの数"),
      Option("--width", "N", en: "width of the residual stream", ja: "残差ストリームの幅"),
      Option("--context", "N", en: "tokens in a sequence", ja: "1行のトークンの数"),
      Option("--batch", "N", en: "sequences in a batch", ja: "1バッチの行の数"),
      Option("--vocabulary", "N", en: "tokens that the model knows", ja: "語彙の数"),
      Option(
        "--size", "N", en: "rows and columns of the matrices (matmul)", ja: "行列の行と列の数（matmul）"),
      Option(
        "--data", "FILE",
        en: "text to learn from and to encode (tokenizer), to clean (clean) or to prepare (data)",
        ja: "学んで符号化する文章（tokenizer）、掃除する文章（clean）、学習用に整える文章（data）"),
      Option(
        "--mb", "N,N", en: "sizes of the text to make and to prepare (data; default: 20)",
        ja: "作って学習用に整える文章のメガバイト数（data、省略時：20）"),
      Option(
        "--megabytes", "N", en: "text of the world to make and to clean (clean; default: 20)",
        ja: "作って掃除する町の文章の量（clean、省略時：20）"),
      Option(
        "--documents", "DIR", en: "keep the text that was made, for --data (clean, data)",
        ja: "作った文章を、--dataで使えるように残す（clean、data）"),
      .model,
      Option(
        "--prompt", "TEXT",
        en: "what the model is asked (usage; default: \(UsageBenchmark.prompt))",
        ja: "モデルに聞くこと（usage、省略時：\(UsageBenchmark.prompt)）"),
      Option(
        "--out", "DIR", en: "recording whose pages are rendered (site; default: Output)",
        ja: "ページを作る記録のフォルダ（site、省略時：Output）"),
      Option(
        "--pages", "DIR", en: "keep the pages that were rendered (site)",
        ja: "作ったページを残すフォルダ（site）"),
      Option("--seconds", "S", en: "time for each row (default: 2)", ja: "1行あたりの計測時間（秒）（省略時：2）"),
      .threads, .json,
    ],
    examples: [
      Example("nakami bench", en: "everything, in one table", ja: "すべてを一つの表に"),
      Example(
        "nakami bench matmul --size 1024 --threads 1", en: "one product on one core",
        ja: "1コアで行列の積を一つ"),
      Example(
        "nakami bench step --layers 4 --heads 4 --width 128 --context 64 --batch 12 "
          + "--vocabulary 65 --json", en: "a training step of that shape as one JSON object",
        ja: "その形での学習1ステップを、一つのJSONで"
      ),
      Example(
        "nakami bench shrink", en: "generation in 32, 8 and 4 bits and by a smaller model",
        ja: "32、8、4ビットと、小さなモデルでの生成"),
      Example(
        "nakami bench tokenizer --data play.txt --vocabulary 1024 --json",
        en: "learning and encoding a text", ja: "文章の学習と符号化"
      ),
      Example(
        "nakami bench usage --json", en: "one question to the saved model, from a cold start on",
        ja: "保存したモデルへの質問を一つ、起動のところから"),
      Example(
        "nakami bench clean --megabytes 200 --json", en: "cleaning, with the memory that it takes",
        ja: "掃除と、それに使うメモリ"),
      Example(
        "nakami bench data --mb 20,200,1000",
        en: "files to rows of tokens, up to a gigabyte, with time and memory of each stage",
        ja: "ファイルからトークンの列まで、1ギガバイトまでの時間とメモリ"),
      Example(
        "nakami bench site --pages Site", en: "all pages from the recording in Output, once more",
        ja: "Outputの記録から、すべてのページをもう一度"),
      Example(
        "nakami bench improve", en: "two versions of the run's model, in a minute or two",
        ja: "記録のモデルから版を二つ作る。1、2分かかる"),
    ]
  ) { arguments in
    let word = try arguments.oneWord(called: LocalizedText(en: "benchmark", ja: "測るもの"))
    let settings = try BenchSettings(arguments)
    let chosen = Benchmark.all.filter { word == nil || $0.name == word }
    guard !chosen.isEmpty else {
      throw CommandError.usage(
        en: "no benchmark \(word ?? ""); there are "
          + Benchmark.all.map(\.name).joined(separator: ", "),
        ja: "\(word ?? "")は測れません。測れるものは"
          + Benchmark.all.map(\.name).joined(separator: "、") + "です")
    }
    let results = try chosen.flatMap { try $0.run(settings) }
    if !settings.isJSON {
      print(BenchmarkResult.table(results, in: .ofReader))
    } else if results.count == 1 {
      Console.json(results[0].json)
    } else {
      print("{")
      Console.json(results.map { "  \"\($0.name)\": \($0.json)" }.joined(separator: ",\n"))
      print("}")
    }
  }
}

/// One thing that can be measured.
struct Benchmark: Sendable {
  let name: String
  let run: @Sendable (BenchSettings) throws -> [BenchmarkResult]

  static let all: [Benchmark] = [
    Benchmark(name: "matmul", run: MatrixBenchmark.run),
    Benchmark(name: "step", run: StepBenchmark.run),
    Benchmark(name: "generate", run: GenerationBenchmark.run),
    Benchmark(name: "shrink", run: ShrinkBenchmark.run),
    Benchmark(name: "usage", run: UsageBenchmark.run),
    Benchmark(name: "recording", run: RecordingBenchmark.run),
    Benchmark(name: "memory", run: MemoryBenchmark.run),
    Benchmark(name: "tokenizer", run: TokenizerBenchmark.run),
    Benchmark(name: "clean", run: CleaningBenchmark.run),
    Benchmark(name: "data", run: DataBenchmark.run),
    Benchmark(name: "site", run: SiteBenchmark.run),
    Benchmark(name: "improve", run: ImprovementBenchmark.run),
  ]
}
