import Foundation
import Testing

/// `nakami number`: a number of the forward pass, and what it is made of.
@Suite struct NumberTests {
  private static let question = "Where does Mira live?"

  private static func number(_ arguments: [String], locale: String = "C") throws -> Program.Result {
    try Program.run(
      ["number"] + arguments + ["--prompt", question, "--out", try TinyBuild.output],
      locale: locale)
  }

  private struct Number: Decodable {
    struct Operand: Decodable {
      var address: String
      var value: Float
    }
    struct Term: Decodable {
      var left: Operand
      var right: Operand?
      var part: Float
      var sum: Float
    }
    var address: String
    var value: Float
    var start: [Operand]
    var inputs: [Operand]
    var terms: [Term]
    var result: Float
    var followed: Operand?
  }

  private static func decoded<Value: Decodable>(_ arguments: [String]) throws -> Value {
    let result = try number(arguments + ["--json"])
    #expect(result.exitCode == 0 && result.error.isEmpty, "\(result.error)")
    return try JSONDecoder().decode(Value.self, from: Data(result.output.utf8))
  }

  @Test func withoutAnAddressItIsTheProbabilityOfTheAnswersFirstToken() throws {
    let made: Number = try Self.decoded([])
    #expect(made.address.hasPrefix("probability[") && made.result == made.value)
    let asked = try Program.run([
      "ask", Self.question, "--json", "--out", try TinyBuild.output,
    ])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [String: Any])
    let account = try #require(object["account"] as? [String: Any])
    let choice = try #require((account["choices"] as? [[String: Any]])?.first)
    let chosen = try #require((choice["chosen"] as? [String: Any])?["id"] as? Int)
    let candidate = try #require((choice["candidates"] as? [[String: Any]])?.first)
    #expect(made.address.hasSuffix(",\(chosen)]"))
    // The generator adds in an order of its own.
    let probability = try #require(candidate["probability"] as? Double)
    #expect(abs(probability - Double(made.value)) < 1e-4)
  }

  @Test func everySumCanBeAddedUpFromWhatIsPrinted() throws {
    let chain: [Number] = try Self.decoded(["--roots"])
    #expect(chain.count > 5 && chain.last?.address.hasPrefix("w") == true)
    for (made, next) in zip(chain, chain.dropFirst()) {
      #expect(made.followed?.address == next.address && made.followed?.value == next.value)
      #expect(made.result.bitPattern == made.value.bitPattern, "\(made.address)")
      guard made.terms.allSatisfy({ $0.right != nil }) else { continue }
      var sum = made.start.first?.value ?? 0
      for operand in made.start.dropFirst() { sum += operand.value }
      for term in made.terms {
        sum = sum.addingProduct(term.left.value, term.right?.value ?? .nan)
        #expect(sum == term.sum)
      }
      if !made.terms.isEmpty { #expect(sum == made.value, "\(made.address)") }
    }
  }

  @Test func whatIsPrintedIsTheSameNumber() throws {
    let made: Number = try Self.decoded(["b0.mid[2,3]"])
    let shown = try Self.number(["b0.mid[2,3]"])
    #expect(shown.exitCode == 0, "\(shown.error)")
    #expect(shown.output.hasPrefix("b0.mid[2,3] = \(made.value)\n"))
    #expect(shown.output.contains("= result"))
    #expect(shown.output.contains("\(made.result)") && shown.output.contains("exactly"))
    #expect(shown.output.contains("others"))
    let whole = try Self.number(["b0.mid[2,3]", "--all"])
    #expect(!whole.output.contains("others"))
    for term in made.terms {
      let right = try #require(term.right)
      #expect(whole.output.contains("+ \(term.left.address) "))
      #expect(
        whole.output.contains("× \(right.address) ") && whole.output.contains("= \(term.part)"))
      #expect(whole.output.contains("→ \(term.sum)"))
    }
    let japanese = try Self.number(["b0.mid[2,3]"], locale: "ja_JP.UTF-8")
    #expect(japanese.output.contains("最後の桁まで同じ") && japanese.output.contains("\(made.value)"))
  }

  @Test func rootsEndAtOneParameterAndOneToken() throws {
    let roots = try Self.number(["--roots"])
    let lines = roots.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("probability[") == true)
    #expect(lines.contains { $0.hasPrefix("  token[") })
    #expect(
      lines.last?.hasPrefix("wte.weight[") == true || lines.last?.hasPrefix("wpe.weight[") == true)
    let parameter = try Self.number(["wte.weight[3,1]"])
    #expect(parameter.output.contains("nothing lies below"))
    let token = try Self.number(["token[1]"])
    #expect(token.output.contains("<|question|>"))
    let masked = try Self.number(["b0.h0.weight[1,3]"])
    #expect(masked.output.hasPrefix("b0.h0.weight[1,3] = 0.0"))
  }

  /// The way back, if what was read and answered were to be learned.
  @Test func aSlopeIsFollowedThroughTheLossToAParameter() throws {
    let chain: [Number] = try Self.decoded(["wpe.weight.grad[2,0]", "--roots"])
    #expect(chain.first?.address == "wpe.weight.grad[2,0]" && chain.first?.value != 0)
    #expect(chain.contains { $0.address.hasPrefix("logit.grad[") })
    #expect(chain.last?.address.hasPrefix("w") == true)
    #expect(chain.last?.address.contains(".grad") == false)
    for (made, next) in zip(chain, chain.dropFirst()) {
      #expect(made.followed?.address == next.address && made.followed?.value == next.value)
      #expect(made.result.bitPattern == made.value.bitPattern, "\(made.address)")
    }
    let shown = try Self.number(["b0.mlp.pre.grad[2,3]"])
    #expect(shown.exitCode == 0, "\(shown.error)")
    #expect(shown.output.contains("slope of the loss") && shown.output.contains("exactly"))
    #expect(shown.output.contains("b0.mlp.hidden.grad[2,3]"))
    let target = try Self.number(["target[2]"])
    #expect(target.exitCode == 0 && target.output.contains("what is to come"))
    let japanese = try Self.number(["logit.grad[2,3]"], locale: "ja_JP.UTF-8")
    #expect(japanese.output.contains("損失の傾き") && japanese.output.contains("最後の桁まで同じ"))
    // What the forward pass has is the same with and without the way back.
    let there: Number = try Self.decoded(["b0.mid[2,3]"])
    let back: Number = try Self.decoded(["b0.ln2.standard.grad[2,3]"])
    #expect(there.address == "b0.mid[2,3]" && back.inputs.first?.address == "b0.ln2.grad[2,3]")
  }

  /// The example on paper needs no model and no prompt.
  @Test func aNumberOnPaperIsOpenedByItsSheetAndName() throws {
    let shown = try Program.run(["number", "back-attention:dWq[1,2]"])
    #expect(shown.exitCode == 0 && shown.error.isEmpty, "\(shown.error)")
    let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "back-attention:∂Wq[1,2] = 0.0008395")
    #expect(lines.contains("0.8182·0.001026 = 0.0008395"))
    #expect(lines.contains { $0.hasPrefix("  embedding:n₁(b) ") && $0.contains("0.8182") })
    let way = try Program.run(["number", "step:E[b,1]", "--roots"])
    #expect(way.output.split(separator: "\n").count == 16)
    #expect(way.output.split(separator: "\n").last?.hasPrefix("E[b,1]") == true)
    let json = try Program.run(["number", "loss:L", "--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["address"] as? String == "loss:L" && object["value"] as? Double == 1.088)
    #expect(object["followed"] as? String == "loss:p(c)")
    let fixed = try Program.run(["number", "mlp:t1"], locale: "ja_JP.UTF-8")
    #expect(fixed.output.contains("はじめから決まっている数") && fixed.output.contains("mlp:h₁"))
    for wrong in [
      "back-loss:dX[c,1]", "loss:", ":", "<|end|>:\u{1B}[2J",
      String(repeating: "a:", count: 40_000),
    ] {
      let result = try Program.run(["number", wrong])
      #expect(result.exitCode == 64 && result.output.isEmpty)
      #expect(result.errorLines.count == 1 && result.error.contains("the nearest is"))
      #expect(result.error.utf8.count < 400 && !result.error.contains("\u{1B}"))
    }
  }

  @Test func aWrongAddressIsToldTheNearest() throws {
    for (address, nearest) in [
      ("b0.h0.scor[3,1]", "b0.h0.score[3,1]"), ("b77.mid[1,2]", "b"), ("logit[1]", "logit[1,0]"),
      ("b0.h0.score[1,3]", "b0.h0.score[1,1]"), (String(repeating: "b0.", count: 30_000), ""),
    ] {
      let result = try Self.number([address])
      #expect(result.exitCode == 64 && result.output.isEmpty)
      #expect(result.errorLines.count == 1 && result.error.contains("the nearest is \(nearest)"))
      #expect(result.error.utf8.count < 400)
    }
  }
}
