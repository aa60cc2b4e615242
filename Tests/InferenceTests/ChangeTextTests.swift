import Testing
import Tokenization
import Transformer

@testable import Inference

/// A change of the model as it is typed.
@Suite struct ChangeTextTests {
  /// ` a` is a token, ` b` is not.
  private let tokenizer = try! Tokenizer(merges: [(Self.byte(" "), Self.byte("a"))])
  private var configuration: Configuration {
    Configuration(
      layerCount: 1, headCount: 1, width: 4, contextLength: 4,
      vocabularySize: tokenizer.vocabularySize)
  }

  private static func byte(_ character: Character) -> Int32 {
    Tokenizer.standardByteTokens[Int(character.asciiValue!)]
  }

  private func read(_ text: String) -> ParameterChange? {
    ParameterChange(text, in: configuration, tokenizer)
  }

  @Test func aWordIsTheTokenWithASpaceWhereThereIsOne() {
    let (joined, a, b) = (Tokenizer.firstMergedToken, Self.byte("a"), Self.byte("b"))
    func vector(_ token: Int32, _ other: Int32?) -> ParameterChange? {
      ParameterChange(vectorOf: token, from: other, in: configuration)
    }
    #expect(read("a=b") == vector(joined, b) && read("a=b") != nil)
    #expect(read("b=a") == vector(b, joined))
    #expect(read("␣a=0") == vector(joined, nil))
    #expect(read("#\(a)=#\(b)") == vector(a, b))
    #expect(read("b=0") == vector(b, nil))
  }

  @Test func aPlaceInATensorIsWritten() {
    func number(_ name: String, _ index: [Int], _ value: Float) -> ParameterChange? {
      ParameterChange(tensor: name, index: index, value: value, in: configuration)
    }
    #expect(read("wte.weight[9,3]=0.25") == number("wte.weight", [9, 3], 0.25))
    #expect(read("wte.weight[9,3]=-1.5") == number("wte.weight", [9, 3], -1.5))
    #expect(read("ln_f.bias[0]=0") == number("ln_f.bias", [0], 0))
    #expect(read("ln_f.bias[0]=0") != nil)
  }

  @Test(arguments: [
    "", "=", "a", "a=", "=a", "ab=a", "a=ab", "␣b=a", "#99999=a", "#x=a", "wte.weight[9,3]=a",
    "wte.weight[9]=1", "wte.weight[9,3=1", "wte.weight[9,,3]=1", "wte.weight[9,3]=1e3",
    "wte.weight[9,3]=--1", "nothing[0]=1", "[0]=1", "wte.weight[9,3]=",
  ])
  func anythingElseIsRefused(text: String) { #expect(read(text) == nil) }
}
