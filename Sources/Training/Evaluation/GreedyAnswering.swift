import Inference
import Numerics
import Tokenization
import Transformer

/// Lets a model answer prompts greedily: always the most likely token, until `<|end|>`.
public enum GreedyAnswering {
  /// The answers in the order of the prompts; each worker has a generator of its own, and an answer
  /// depends on its prompt alone.
  /// - Parameters:
  ///   - prompts: token ids; a prompt that fills the context gets an empty answer.
  ///   - limit: the most tokens that an answer may have.
  public static func answers(
    to prompts: [[Int32]], parameters: Parameters, limit: Int = 48, pool: WorkerPool
  ) -> [[Int32]] {
    answers(
      to: prompts, contextLength: parameters.configuration.contextLength, limit: limit, pool: pool
    ) { Generator(parameters: parameters, pool: $0) }
  }

  /// The same by any program that reads tokens.
  /// - Parameter reader: makes a worker's reader, which runs on the pool that it is handed.
  public static func answers(
    to prompts: [[Int32]], contextLength: Int, limit: Int = 48, pool: WorkerPool,
    reader: (WorkerPool) -> some TokenReader
  ) -> [[Int32]] {
    guard !prompts.isEmpty else { return [] }
    let workers = min(pool.threadCount, prompts.count)
    let answers = UnsafeMutableBufferPointer<[Int32]>.allocate(capacity: prompts.count)
    answers.initialize(repeating: [])
    defer {
      answers.deinitialize()
      answers.deallocate()
    }
    pool.runNested(workers) { worker, serial in
      let reader = reader(serial)
      for number in stride(from: worker, to: prompts.count, by: workers) {
        answers[number] = answer(
          to: prompts[number], reader: reader, limit: limit, contextLength: contextLength)
      }
    }
    return Array(answers)
  }

  /// One answer, without `<|end|>`.
  /// - Parameter look: is shown the logits before each token, `<|end|>` included, and the token.
  package static func answer(
    to prompt: [Int32], reader: some TokenReader, limit: Int, contextLength: Int,
    look: (UnsafeBufferPointer<Float>, Int32) -> Void = { _, _ in }
  ) -> [Int32] {
    let room = contextLength - prompt.count
    guard room > 0, !prompt.isEmpty else { return [] }
    reader.reset()
    var answer: [Int32] = []
    var logits = reader.process(prompt)
    while true {
      let next = logits.indexOfLargest
      look(logits, next)
      if next == SpecialToken.end.rawValue { break }
      answer.append(next)
      if answer.count >= min(limit, room) { break }
      logits = reader.process([next])
    }
    return answer
  }
}
