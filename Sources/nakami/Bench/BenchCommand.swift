extension Command {
  static let bench = Command(
    name: "bench",
    summary: "measures how fast the engine is on this machine",
    usage: "[\(Benchmark.all.map(\.name).joined(separator: "|"))] [options]",
    options: [
      Option("--layers", "N", "blocks of the model"),
      Option("--heads", "N", "attention heads"),
      Option("--width", "N", "width of the residual stream"),
      Option("--context", "N", "tokens in a sequence"),
      Option("--batch", "N", "sequences in a batch"),
      Option("--vocabulary", "N", "tokens that the model knows"),
      Option("--size", "N", "rows and columns of the matrices (matmul)"),
      Option("--data", "FILE", "text to learn from and to encode (tokenizer), or to clean (clean)"),
      Option("--megabytes", "N", "text of the world to make and to clean (clean; default: 20)"),
      Option("--documents", "DIR", "keep the text that was made, for --data (clean)"),
      Option("--seconds", "S", "time for each row (default: 2)"),
      .threads, .json,
    ],
    examples: [
      ("nakami bench", "everything, in one table"),
      ("nakami bench matmul --size 1024 --threads 1", "one product on one core"),
      (
        "nakami bench step --layers 4 --heads 4 --width 128 --context 64 --batch 12 "
          + "--vocabulary 65 --json", "a training step of that shape as one JSON object"
      ),
      ("nakami bench shrink", "generation in 32, 8 and 4 bits and by a smaller model"),
      (
        "nakami bench tokenizer --data play.txt --vocabulary 1024 --json",
        "learning and encoding a text"
      ),
      ("nakami bench clean --megabytes 200 --json", "cleaning, with the memory that it takes"),
    ]
  ) { arguments in
    let word = try arguments.oneWord(called: "benchmark")
    let settings = try BenchSettings(arguments)
    let chosen = Benchmark.all.filter { word == nil || $0.name == word }
    guard !chosen.isEmpty else {
      throw CommandError.usage(
        "no benchmark \(word ?? ""); there are \(Benchmark.all.map(\.name).joined(separator: ", "))"
      )
    }
    let results = try chosen.flatMap { try $0.run(settings) }
    if !settings.isJSON {
      print(BenchmarkResult.table(results))
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
    Benchmark(name: "recording", run: RecordingBenchmark.run),
    Benchmark(name: "memory", run: MemoryBenchmark.run),
    Benchmark(name: "tokenizer", run: TokenizerBenchmark.run),
    Benchmark(name: "clean", run: CleaningBenchmark.run),
  ]
}
