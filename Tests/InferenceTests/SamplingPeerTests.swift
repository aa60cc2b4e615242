import Inference
import Testing

/// Beside Hugging Face's `transformers`, see Tests/Peers/make_sampling_fixture.py.
@Suite("Filters beside those of another program")
struct SamplingPeerTests {
  @Test(arguments: SamplingPeers.cases.indices)
  func theSameTokensStayWithTheSameProbabilities(number: Int) {
    let peer = SamplingPeers.cases[number]
    var sampler = Sampler(options: peer.options, seed: 1)
    let choice = peer.logits.withUnsafeBufferPointer {
      sampler.choose($0, recording: 24, after: SamplingPeers.text)
    }
    let kept = choice.candidates.filter(\.isKept)
    #expect(kept.map(\.id) == peer.kept.map(\.id))
    #expect(choice.keptCount == peer.kept.count)
    for (mine, its) in zip(kept, peer.kept) {
      #expect(abs(mine.adjusted - its.probability) < 2e-6, "\(mine.id)")
    }
  }

  @Test func everyFilterIsTriedAndCutsSomething() {
    let options = SamplingPeers.cases.map(\.options)
    #expect(options.contains { $0.topK > 0 && $0.topP < 1 && $0.minP > 0 })
    #expect(options.contains { $0.repetitionPenalty > 1 })
    #expect(options.contains { $0.repetitionPenalty < 1 })
    for peer in SamplingPeers.cases
    where peer.options.topK > 0 || peer.options.topP < 1 || peer.options.minP > 0 {
      #expect(peer.kept.count < peer.logits.count)
    }
  }
}
