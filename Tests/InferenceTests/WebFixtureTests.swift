import Foundation
import Inference
import Numerics
import Testing
import Transformer

/// Writes models with their logits for `Tests/WebEngine/check.sh`, which names the folder.
@Suite("Fixtures for the engine of web pages")
struct WebFixtureTests {
  static let folder = ProcessInfo.processInfo.environment["NAKAMI_WEB_FIXTURE"]

  @Test(
    "native logits are written for comparison", .enabled(if: folder != nil),
    arguments: [(1, 1, 8, 5, 11), (2, 3, 24, 20, 37), (4, 4, 128, 64, 65)])
  func write(layers: Int, heads: Int, width: Int, context: Int, vocabulary: Int) throws {
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: layers, headCount: heads, width: width, contextLength: context,
        vocabularySize: vocabulary))
    parameters.initialize(seed: 7)
    var random = RandomGenerator(seed: 8)
    for index in parameters.values.indices { parameters.values[index] += 0.05 * random.normal() }
    let tokens = (0..<context).map { _ in Int32(random.below(vocabulary)) }
    let generator = Generator(parameters: parameters, pool: WorkerPool(threadCount: 1))
    let sizes = [layers, heads, width, context, vocabulary, context, parameters.values.count]
    var data = Data()
    for word in sizes.map({ Int32($0) }) + tokens {
      withUnsafeBytes(of: word.littleEndian) { data.append(contentsOf: $0) }
    }
    func append(_ values: some Sequence<Float>) {
      for value in values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    append(parameters.values)
    for token in tokens { append(generator.process([token])) }
    let folder = try #require(Self.folder)
    try data.write(to: URL(fileURLWithPath: folder + "/\(layers)-\(width).fixture"))
  }
}
