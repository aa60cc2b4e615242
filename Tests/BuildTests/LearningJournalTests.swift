import Dataset
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build

@Suite struct LearningJournalTests {
  @Test func aSnapshotShowsTheAttentionOfTheParametersThatAreJudged() throws {
    let tokenizer = try Tokenizer(merges: [])
    let configuration = Configuration(
      layerCount: 2, headCount: 2, width: 8, contextLength: 32,
      vocabularySize: tokenizer.vocabularySize)
    let pool = WorkerPool(threadCount: 1)
    let sentence = tokenizer.encode("Foggy weather")
    let journal = LearningJournal(
      contextLength: configuration.contextLength, tokenizer: tokenizer, prompts: [],
      sentence: sentence,
      watched: WatchedWords(world: nil, documents: [], tokenizer: tokenizer), pool: pool)
    for seed in [3, 4] as [UInt64] {
      let parameters = Parameters(configuration: configuration)
      parameters.initialize(seed: seed)
      journal.look(at: parameters, step: Int(seed))
      let recorder = ActivationRecorder(
        parameters: parameters, positions: sentence.count, pool: pool)
      recorder.look(at: sentence)
      let seen = try #require(journal.attention.last)
      #expect(seen.step == Int(seed) && seen.pattern == recorder.patterns())
    }
    #expect(journal.attention[0].pattern != journal.attention[1].pattern)
  }
}
