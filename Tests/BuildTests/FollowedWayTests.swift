import Inference
import ModelFile
import Names
import Numerics
import Record
import Testing
import Tokenization
import Transformer

@testable import Build

/// What is recorded of the token that is followed, against the model asked in another way.
@Suite struct FollowedWayTests {
  private let model: TrainedModel
  private let pool = WorkerPool(threadCount: 1)

  init() throws {
    let tokenizer = try Tokenizer(merges: [])
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 8, contextLength: 64,
        vocabularySize: tokenizer.vocabularySize))
    parameters.initialize(seed: 5)
    for name in parameters.tensors.map(\.name) {
      let tensor = parameters.tensor(name)
      for index in 0..<tensor.count where name != "wte.weight" {
        tensor[index] = tensor[index] * 3 + Float(index % 7) * 0.02
      }
    }
    model = TrainedModel(parameters: parameters, tokenizer: tokenizer)
  }

  /// A question whose answer is known and not what this model writes.
  private func recorded() throws -> (run: Run, answer: AnswerRecord, followed: FollowedRecord) {
    var run = Run(
      setting: SettingRecord(
        version: Run.currentVersion, preset: nil, seed: 1, usesWorld: false))
    let prompt = UseStage.Prompt(
      id: "en", text: "Who?", kind: .question,
      options: SamplingOptions(temperature: 0, topK: 0, topP: 1), accepted: ["? Mo"],
      rightAnswer: "? Mo", keepsActivations: true, limit: 4)
    let usage = try UseStage(model: model, pool: pool).run([prompt], seed: 1, into: &run)
    return (run, usage.answers[0], try #require(usage.answers[0].followed))
  }

  private func logits(_ tokens: [Int32], _ parameters: Parameters? = nil) -> [Float] {
    let pass = Model(
      parameters: parameters ?? model.parameters, batch: 1, positions: tokens.count, pool: pool,
      keepsGradients: false)
    tokens.withUnsafeBufferPointer {
      _ = pass.forward(inputs: $0, targets: nil, batch: 1, positions: tokens.count)
    }
    return Array(pass.logits.suffix(model.parameters.configuration.vocabularySize))
  }

  @Test func theAnswerIsReadUpToTheTokenThatIsFollowed() throws {
    let (run, answer, followed) = try recorded()
    // “?” stands in the prompt and a blank has no letter: “M” is the first that was not copied.
    #expect(followed.read.map(\.text) == ["?", " "] && followed.token.text == "M")
    let prompt = answer.tokens.map(\.id)
    let whole = prompt + followed.read.map(\.id)
    #expect(run.tensors["usage.en.hook_embed"]!.shape == [whole.count, 8])
    #expect(run.tensors["usage.en.logits"]!.values == logits(prompt))
    #expect(run.tensors["usage.en.followed.logits"]!.values == logits(whole))
    #expect(followed.candidates.first?.logit == Double(try #require(logits(whole).max())))
    #expect(answer.layerGuesses.last?.candidates.first?.token == followed.candidates.first?.token)
  }

  /// Changing what stands at the end of the way changes what stands at its beginning.
  @Test func theWayToTheRootsIsThatOfTheFollowedToken() throws {
    let (run, answer, followed) = try recorded()
    let origin = try #require(answer.origin)
    let last = answer.readTokens.count - 1
    #expect(last == answer.tokens.count + 1)
    #expect(origin.steps[0].number.address == "probability[\(last),\(followed.token.id)]")
    let all = logits(answer.readTokens.map(\.id))
    #expect(origin.steps[1].number.value == all[Int(followed.token.id)])
    let end = try #require(Quantity(address: origin.parameter.address))
    #expect(
      model.parameters.tensor(end.tensor)[8 * end.indices[0] + end.indices[1]]
        == origin.parameter.value)
    for (number, step) in origin.steps.enumerated().dropFirst() where step.termCount > 0 {
      #expect(run.tensors["usage.en.origin.\(number)"]?.shape == [2, step.termCount])
    }
    #expect(run.tensors["usage.en.origin.0"] == nil)
  }

  @Test func whatAHeadAddsIsWhatGoesWhenItIsTakenAway() throws {
    let (run, answer, followed) = try recorded()
    let block = "usage.en.blocks.\(followed.layer)."
    let result = try #require(run.tensors[block + "attn.hook_result"]).rows
    let output = try #require(run.tensors[block + "hook_attn_out"]).rows.last!
    let tokens = (answer.tokens + followed.read).map(\.id)
    for head in 0..<2 {
      let damaged = Parameters(configuration: model.parameters.configuration)
      for name in damaged.tensors.map(\.name) {
        let (to, from) = (damaged.tensor(name), model.parameters.tensor(name))
        for index in 0..<to.count { to[index] = from[index] }
      }
      let matrix = damaged.tensor("h.\(followed.layer).attn.c_proj.weight")
      for index in head * 32..<(head + 1) * 32 { matrix[index] = 0 }
      let recorder = ActivationRecorder(
        parameters: damaged, positions: tokens.count, pool: pool)
      recorder.look(at: tokens)
      var store = TensorStore()
      recorder.record(into: &store, prefix: "usage.en.")
      let without = store[block + "hook_attn_out"]!.rows.last!
      for column in 0..<8 {
        #expect(abs(output[column] - without[column] - result[head][column]) < 1e-5)
      }
    }
  }

  /// A small step along a neuron's row moves the last normalization's input, and the logits with it. The
  /// recorded push holds the scale still, so the step goes across the row that is normalized.
  @Test func aPushIsHowALogitMovesAboveTheAverage() throws {
    let (run, answer, followed) = try recorded()
    let parameters = model.parameters
    let (gain, bias) = (parameters.tensor("ln_f.weight"), parameters.tensor("ln_f.bias"))
    let table = parameters.tensor("wte.weight")
    let layers = parameters.configuration.layerCount
    let last = run.tensors["usage.en.blocks.\(layers - 1).hook_resid_post"]!.rows.last!
    let scale = run.tensors["usage.en.ln_final.hook_scale"]!.values.last!
    func logits(_ row: [Float]) -> [Double] {
      let mean = row.reduce(0, +) / Float(row.count)
      let normalized = row.indices.map { Double((row[$0] - mean) / scale * gain[$0] + bias[$0]) }
      return (0..<table.count / 8).map { token in
        (0..<8).reduce(0.0) { $0 + normalized[$1] * Double(table[token * 8 + $1]) }
      }
    }
    let output = run.tensors["usage.en.blocks.\(followed.layer).mlp.hook_post"]!.rows.last!
    let rows = parameters.tensor("h.\(followed.layer).mlp.c_proj.weight")
    let before = logits(last)
    func moved(by part: [Float]) -> [Double] {
      let after = logits(zip(last, part).map { $0 - $1 })
      let change = zip(before, after).map { $0 - $1 }
      let average = change.reduce(0, +) / Double(change.count)
      return change.map { $0 - average }
    }
    #expect(followed.neurons.count == FollowedWay.neuronCount)
    for neuron in followed.neurons {
      #expect(Float(neuron.value) == output[neuron.index])
      let part = (0..<8).map { Float(neuron.value) * rows[neuron.index * 8 + $0] }
      let pushes = moved(by: part)
      #expect(abs(neuron.push - pushes[Int(followed.token.id)]) < 1e-4)
      for known in neuron.tokens {
        #expect(abs(known.amount - pushes[Int(known.token.id)]) < 1e-4)
      }
      // Of the letters of an English answer those that are pushed most.
      let letters = pushes.indices.filter { id in
        let bytes = model.tokenizer.bytes(of: Int32(id))
        return bytes.count == 1 && Character(Unicode.Scalar(bytes[0])).isLetter && bytes[0] < 128
      }
      let greatest = letters.map { pushes[$0] }.sorted(by: >)
      #expect(abs(neuron.tokens[0].amount - greatest[0]) < 1e-4)
      #expect(abs(neuron.tokens[2].amount - greatest[2]) < 1e-4)
    }
    let whole = run.tensors["usage.en.blocks.\(followed.layer).hook_mlp_out"]!.rows.last!
    #expect(abs(followed.push - moved(by: whole)[Int(followed.token.id)]) < 1e-4)
    #expect(answer.hasActivations)
  }
}
