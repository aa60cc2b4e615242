import Foundation
import Numerics
import Testing

@testable import Transformer

/// Against Hugging Face's GPT-2; the numbers come from Tests/Peers/make_gpt2_fixtures.py.
@Suite struct ParityTests {
  private let fixture: Fixture
  private let parameters: Parameters
  private let model: Model
  private let batch = 3
  private let positions = 10

  init() throws {
    fixture = try Fixture("gpt2.safetensors")
    parameters = Parameters(
      configuration: Configuration(
        layerCount: 2, headCount: 2, width: 16, contextLength: 10, vocabularySize: 19))
    for tensor in parameters.tensors {
      let values = fixture.floats("initial." + tensor.name)
      #expect(values.count == tensor.count)
      _ = parameters.tensor(tensor.name).update(fromContentsOf: values)
    }
    model = Model(
      parameters: parameters, batch: 3, positions: 10, pool: WorkerPool(threadCount: 2),
      keepsGradients: true)
  }

  private func forward(step: Int) -> Float {
    let rows = batch * positions
    let inputs = fixture.integers("inputs")[step * rows..<(step + 1) * rows]
    let targets = fixture.integers("targets")[step * rows..<(step + 1) * rows]
    return Array(inputs).withUnsafeBufferPointer { inputs in
      Array(targets).withUnsafeBufferPointer { targets in
        model.forward(inputs: inputs, targets: targets, batch: batch, positions: positions)
      }
    }
  }

  @Test("logits, loss and every gradient agree within 1e-4 of the largest value")
  func oneStep() throws {
    let loss = forward(step: 0)
    model.backward()
    #expect(abs(loss - fixture.floats("losses")[0]) < 1e-4 * loss)
    #expect(difference(Array(model.logits), fixture.floats("logits")) < 1e-4)
    let gradients = try #require(model.gradients)
    for tensor in gradients.tensors {
      let error = difference(
        Array(gradients.tensor(tensor.name)), fixture.floats("gradient." + tensor.name))
      #expect(error < 1e-4, "\(tensor.name)")
    }
  }

  @Test("losses, norms and parameters agree over ten steps of AdamW")
  func tenSteps() throws {
    let gradients = try #require(model.gradients)
    let count = gradients.values.count
    var first = [Float](repeating: 0, count: count)
    var second = first
    for step in 0..<10 {
      let loss = forward(step: step)
      #expect(abs(loss - fixture.floats("losses")[step]) < 1e-4 * loss)
      model.zeroGradients()
      model.backward()
      let norm = Float(
        Reductions.sumOfSquares(gradients.values.baseAddress!, count: count, model.pool)
          .squareRoot())
      #expect(abs(norm - fixture.floats("norms")[step]) < 1e-4 * norm)
      AdamWKernel(
        learningRate: 1e-3, beta1: 0.9, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.1,
        correction1: Float(1 - pow(0.9, Double(step + 1))),
        correction2: Float(1 - pow(0.95, Double(step + 1))),
        gradientScale: min(1, 1 / (norm + 1e-6))
      ).step(
        parameters: parameters.values.baseAddress!, gradients: gradients.values.baseAddress!,
        firstMoment: &first, secondMoment: &second, count: count, model.pool)
    }
    for tensor in parameters.tensors {
      let error = difference(
        Array(parameters.tensor(tensor.name)), fixture.floats("final." + tensor.name))
      #expect(error < 1e-4, "\(tensor.name)")
    }
  }

  private func difference(_ values: [Float], _ expected: [Float]) -> Float {
    guard values.count == expected.count else { return .infinity }
    let largest = expected.map(\.magnitude).max() ?? 0
    return zip(values, expected).map { ($0 - $1).magnitude }.max()! / largest
  }
}

/// A safetensors file beside the tests, read just as far as the parity test needs.
struct Fixture {
  private struct Entry: Decodable {
    let range: [Int]
    enum CodingKeys: String, CodingKey { case range = "data_offsets" }
  }
  private let entries: [String: Entry]
  private let data: Data

  init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = try Data(contentsOf: folder.appendingPathComponent("Fixtures/" + name))
    let length = file.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    entries = try JSONDecoder().decode(
      [String: Entry].self, from: file.subdata(in: 8..<8 + length))
    data = file.subdata(in: 8 + length..<file.count)
  }

  func floats(_ name: String) -> [Float] { words(name).map { Float(bitPattern: $0) } }
  func integers(_ name: String) -> [Int32] { words(name).map { Int32(bitPattern: $0) } }

  private func words(_ name: String) -> [UInt32] {
    guard let range = entries[name]?.range else { return [] }
    return stride(from: range[0], to: range[1], by: 4).map { start in
      (0..<4).reduce(0) { $0 | UInt32(data[start + $1]) << UInt32(8 * $1) }
    }
  }
}
