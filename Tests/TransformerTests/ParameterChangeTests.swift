import Testing

@testable import Transformer

@Suite struct ParameterChangeTests {
  private let configuration = Configuration(
    layerCount: 1, headCount: 2, width: 4, contextLength: 5, vocabularySize: 7)

  private func numbered() -> Parameters {
    let parameters = Parameters(configuration: configuration)
    for place in parameters.values.indices { parameters.values[place] = Float(place) }
    return parameters
  }

  @Test func oneNumberIsWrittenAndComesBack() throws {
    let parameters = numbered()
    let change = try #require(
      ParameterChange(
        tensor: "h.0.attn.c_attn.weight", index: [2, 9], value: -3, in: configuration))
    let place = 2 * 12 + 9
    ParameterChange.changed([change], in: parameters) {
      #expect(parameters.tensor("h.0.attn.c_attn.weight")[place] == -3)
      #expect(parameters.values.count { $0 == -3 } == 1)
    }
    #expect(parameters.values.enumerated().allSatisfy { $1 == Float($0) })
    let bias = try #require(
      ParameterChange(tensor: "ln_f.bias", index: [3], value: 0.5, in: configuration))
    bias.apply(to: parameters)
    #expect(parameters.tensor("ln_f.bias")[3] == 0.5)
  }

  @Test func aTokenGetsTheVectorOfAnotherOrNone() throws {
    let parameters = numbered()
    let table = parameters.tensor("wte.weight")
    let swap = try #require(ParameterChange(vectorOf: 5, from: 2, in: configuration))
    let none = try #require(ParameterChange(vectorOf: 2, from: nil, in: configuration))
    // One after the other: the vector is copied before it goes.
    ParameterChange.changed([swap, none], in: parameters) {
      #expect(Array(table[20..<24]) == [8, 9, 10, 11])
      #expect(Array(table[8..<12]) == [0, 0, 0, 0])
      #expect(Array(table[24..<28]) == [24, 25, 26, 27])
    }
    #expect(parameters.values.enumerated().allSatisfy { $1 == Float($0) })
    ParameterChange.changed([none, swap], in: parameters) {
      #expect(Array(table[20..<24]) == [0, 0, 0, 0])
    }
  }

  @Test(arguments: [
    ("wte.weight", [7, 0]), ("wte.weight", [-1, 0]), ("wte.weight", [0, 4]), ("wte.weight", [0]),
    ("wte.weight", [0, 0, 0]), ("ln_f.bias", [4]), ("h.1.ln_1.bias", [0]),
    ("lm_head.weight", [0, 0]),
  ])
  func placesThatThereAreNot(name: String, index: [Int]) {
    #expect(ParameterChange(tensor: name, index: index, value: 1, in: configuration) == nil)
  }

  @Test func whatIsNoNumberOrNoTokenIsRefused() {
    for value in [Float.nan, .infinity] {
      #expect(
        ParameterChange(tensor: "ln_f.bias", index: [0], value: value, in: configuration) == nil)
    }
    #expect(ParameterChange(vectorOf: 7, from: nil, in: configuration) == nil)
    #expect(ParameterChange(vectorOf: -1, from: nil, in: configuration) == nil)
    #expect(ParameterChange(vectorOf: 0, from: 7, in: configuration) == nil)
  }
}
