import Names
import Numerics
import Testing
import Transformer

@testable import Origins

@Suite struct QuantityTests {
  private let space = QuantitySpace(
    configuration: OriginSample.configuration, positions: 6,
    tensors: Parameters(configuration: OriginSample.configuration).tensors)

  @Test(arguments: [
    "token[3]", "b0.in[5,7]", "b1.ln1.mean[2]", "b0.ln1.scale[2]", "b1.ln1[0,3]", "b0.h1.q[4,3]",
    "b1.h0.k[4,0]", "b1.h1.v[0,2]", "b0.h1.dot[5,3]", "b0.h1.score[5,3]", "b0.h1.weight[5,3]",
    "b0.h0.z[5,1]", "b0.mid[5,7]", "b1.ln2.mean[0]", "b1.ln2.scale[0]", "b1.ln2[5,0]",
    "b1.mlp.pre[4,17]", "b1.mlp.hidden[4,31]", "b0.out[2,2]", "final.mean[5]", "final.scale[5]",
    "final[5,0]", "logit[5,19]", "probability[5,19]", "wte.weight[19,7]", "h.1.ln_2.bias[7]",
    "h.0.attn.c_attn.weight[7,23]", "b0.ln1.standard[0,3]", "b1.h1.q.grad[4,3]",
    "b0.h1.score.grad[5,3]", "b1.out.grad[5,7]", "b0.in.grad[5,7]", "logit.grad[5,19]",
    "wte.weight.grad[19,7]", "h.1.ln_2.bias.grad[7]", "loss[4]", "target[4]", "b1.ln2.A[3]",
    "final.B[3]", "b0.h1.M[5]", "final.standard.grad[2,2]",
  ])
  func anAddressIsReadAndWrittenTheSame(address: String) throws {
    var space = space
    space.learns = true
    let quantity = try space.quantity(address)
    #expect(quantity.address == address)
    #expect(try space.quantity("  " + address.replacing(",", with: " , ") + " ") == quantity)
    #expect(!quantity.meaning.en.isEmpty && !quantity.meaning.ja.isEmpty)
  }

  @Test func everyKindHasAnAddress() {
    for kind in QuantityKind.allCases where kind != .parameter {
      let quantity = Quantity(kind, layer: 1, head: 1, kind.axes.map { _ in 0 })
      if kind == .input { continue }
      #expect(Quantity(address: quantity.address)?.kind == kind, "\(kind)")
    }
  }

  @Test func whatEntersABlockIsWhatLeftTheOneBefore() throws {
    #expect(try space.quantity("b1.in[2,3]").address == "b0.out[2,3]")
    #expect(Quantity.arriving(layer: 2, 4, 1).address == "b1.out[4,1]")
    #expect(Quantity.arriving(layer: 0, 4, 1).address == "b0.in[4,1]")
  }

  @Test(arguments: [
    ("b0.h1.scor[5,3]", "b0.h1.score[5,3]", QuantityError.Reason.unknown),
    ("b9.h1.score[5,3]", "b1.h1.score[5,3]", .count(.block, 9, of: 2)),
    ("b0.h7.q[5,3]", "b0.h1.q[5,3]", .count(.head, 7, of: 2)),
    ("b0.h1.q[99,3]", "b0.h1.q[5,3]", .count(.position, 99, of: 6)),
    ("b0.h1.q[5,4]", "b0.h1.q[5,3]", .count(.unit, 4, of: 4)),
    ("b0.mlp.hidden[4,32]", "b0.mlp.hidden[4,31]", .count(.neuron, 32, of: 32)),
    ("logit[5,20]", "logit[5,19]", .count(.vocabulary, 20, of: 20)),
    ("b0.mid[5,8]", "b0.mid[5,7]", .count(.channel, 8, of: 8)),
    ("b0.h1.score[3,5]", "b0.h1.score[3,3]", .masked(key: 5, query: 3)),
    ("b0.mid[5]", "b0.mid[5,0]", .brackets(count: 2)),
    ("b0.mid", "b0.mid[0,0]", .brackets(count: 2)),
    ("b0.mid[-1,2]", "b0.mid[0,0]", .brackets(count: 2)),
    ("wte.weight[20,0]", "wte.weight[19,0]", .count(.row, 20, of: 20)),
    ("wte.weight[2]", "wte.weight[2,0]", .brackets(count: 2)),
    ("wte.wieght[2,1]", "wte.weight[2,1]", .unknown),
    ("h.7.ln_1.bias[2]", "h.1.ln_1.bias[2]", .unknown),
    ("mid[2,1]", "b0.mid[2,1]", .unknown),
    ("b0.h0.mid[2,1]", "b0.mid[2,1]", .unknown),
    ("b0.logit[2,1]", "logit[2,1]", .unknown),
    ("probabilty[2,1]", "probability[2,1]", .unknown),
    ("b0.h0.q[99999999999999999999,0]", "b0.h0.q[0,0]", .brackets(count: 2)),
    ("b9.in[2,1]", "b0.out[2,1]", .count(.block, 8, of: 2)),
  ])
  func aWrongAddressIsToldTheNearest(
    address: String, nearest: String, reason: QuantityError.Reason
  ) {
    #expect(throws: QuantityError.self) { try space.quantity(address) }
    do throws(QuantityError) {
      _ = try space.quantity(address)
    } catch {
      #expect(error.nearest.address == nearest && error.reason == reason, "\(error)")
      #expect(space.holds(error.nearest))
      #expect(error.text(.english).contains(nearest) && error.text(.japanese).contains(nearest))
    }
  }

  @Test(arguments: [
    ("b0.h1.scor.grad[5,3]", "b0.h1.score.grad[5,3]", QuantityError.Reason.unknown),
    ("probability.grad[5,3]", "probability[5,3]", .unknown),
    ("b0.ln1.mean.grad[5]", "b0.ln1.mean[5]", .unknown),
    ("b9.h1.q.grad[5,3]", "b1.h1.q.grad[5,3]", .count(.block, 9, of: 2)),
    ("wte.weight.grad[2]", "wte.weight.grad[2,0]", .brackets(count: 2)),
    ("wte.weight.grad[20,1]", "wte.weight.grad[19,1]", .count(.row, 20, of: 20)),
    ("b0.h1.weight.grad[3,5]", "b0.h1.weight.grad[3,3]", .masked(key: 5, query: 3)),
    ("loss[6]", "loss[5]", .count(.position, 6, of: 6)),
    ("b0.h1.M[6]", "b0.h1.M[5]", .count(.position, 6, of: 6)),
    ("b0.in.grad[9,1]", "b0.in.grad[5,1]", .count(.position, 9, of: 6)),
    (".grad[1,1]", "b0.h0.q.grad[1,1]", .unknown),
  ])
  func aWrongAddressOfASlopeIsToldTheNearest(
    address: String, nearest: String, reason: QuantityError.Reason
  ) {
    var space = space
    space.learns = true
    do throws(QuantityError) {
      _ = try space.quantity(address)
      Issue.record("\(address) is no address")
    } catch {
      #expect(error.nearest.address == nearest && error.reason == reason, "\(error)")
      #expect(space.holds(error.nearest))
    }
    // A pass that does not learn has none of them, and no slope as the nearest either.
    do throws(QuantityError) {
      _ = try self.space.quantity(address)
      Issue.record("\(address) is no address")
    } catch {
      #expect(!error.nearest.isGradient && !error.nearest.kind.isOfLearning)
      #expect(self.space.holds(error.nearest))
    }
  }

  @Test(arguments: [
    "", " ", "[", "]", "[]", "b", "b0", "b0.", "b0.h", "b.h.q[1,1]", "\0\u{1B}[2J", "<|end|>",
    "</script>", "ｂ0.mid[1,1]", String(repeating: "b0.mid[", count: 20_000),
    String(repeating: "9", count: 100_000), "b0.mid[1,1]]", "b0.mid[[1,1]", "b0.mid[1,,1]",
  ])
  func whateverIsTypedGetsAnAnswer(address: String) {
    do throws(QuantityError) {
      _ = try space.quantity(address)
      Issue.record("\(address.prefix(20)) is no address")
    } catch {
      #expect(space.holds(error.nearest))
      #expect(error.text(.english).count < 300)
    }
  }
}
