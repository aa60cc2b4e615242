import Foundation
import Tokenization

/// Learning a byte-level BPE from a file and encoding that file, on one thread.
enum TokenizerBenchmark {
  static func run(_ settings: BenchSettings) throws -> [BenchmarkResult] {
    guard let path = settings.arguments.string("--data") else {
      // Without a text there is nothing to measure; the other benchmarks need none.
      guard settings.arguments.words.isEmpty else {
        throw CommandError.usage(
          en: "a text is missing: nakami bench tokenizer --data FILE",
          ja: "文章がありません：nakami bench tokenizer --data FILE")
      }
      return []
    }
    let smallest = Int(Tokenizer.firstMergedToken)
    let size = try settings.arguments.integer("--vocabulary", in: smallest...1 << 20) ?? 1024
    let bytes = try TokenizerCommand.read(path)
    return try [bytes.withUnsafeBufferPointer { try measure($0, size, settings.seconds) }]
  }

  private static func measure(
    _ bytes: UnsafeBufferPointer<UInt8>, _ size: Int, _ seconds: Double
  ) throws -> BenchmarkResult {
    func learn() -> (tokenizer: Tokenizer, merges: [Merge]) {
      var learner = TokenizerLearner(vocabularySize: size)
      learner.add(bytes)
      return learner.learn()
    }
    let (tokenizer, merges) = learn()
    // The first time in this process: nothing is warm, no word has been met.
    var ids: [Int32] = []
    let once = Measurement(seconds: 0, warmUp: 0, leastRepetitions: 1) {
      ids = tokenizer.encode(bytes)
    }
    let learning = Measurement(seconds: seconds, warmUp: 0, leastRepetitions: 3) { _ = learn() }
    let encoding = Measurement(seconds: seconds) { _ = tokenizer.encode(bytes) }
    var encoder = Encoder(tokenizer, expectedBytes: bytes.count)
    let repeated = Measurement(seconds: seconds) { _ = encoder.encode(bytes) }
    let decoding = Measurement(seconds: seconds) { _ = tokenizer.decode(ids) }
    let rate = { (milliseconds: Double) in Double(bytes.count) / milliseconds / 1e3 }
    return BenchmarkResult(
      name: "tokenizer",
      entries: [
        .number("learn_s", learning.median / 1e3),
        .number("learn_min_s", learning.minimum / 1e3),
        .number("learn_max_s", learning.maximum / 1e3),
        .number("encode_mb_per_s", rate(once.median)),
        .number("encode_median_mb_per_s", rate(encoding.median)),
        .number("encode_known_words_mb_per_s", rate(repeated.median)),
        .number("decode_mb_per_s", rate(decoding.median)),
        .count("bytes", bytes.count),
        .count("tokens", ids.count),
        .count("merges", merges.count),
      ])
  }
}
