import Names
import Record

/// Faults in the way of a number to its roots.
extension Damage {
  private static func way(
    _ equation: String, _ change: @escaping @Sendable (inout OriginRecord) -> Void
  ) -> Damage {
    Damage(equation, .usage) { usage in
      let place = usage.answers.firstIndex { $0.origin != nil }!
      change(&usage.answers[place].origin!)
    }
  }

  static let origin: [Damage] = [
    way("a-number-comes-out-of-its-operands") { $0.steps[0].number.value += 1e-4 },
    way("a-number-comes-out-of-its-operands") { $0.steps[0].inputs[0].value -= 1 },
    way("a-number-comes-out-of-its-operands") { way in
      way.steps[1].number.value = way.steps[1].number.value.nextDown
    },
    way("a-number-comes-out-of-its-operands") { way in
      way.steps[2].inputs[3].value *= 1.01
    },
    way("a-number-comes-out-of-its-operands") { way in
      let last = way.steps.count - 1
      way.steps[last].start[1].value += 0.01
    },
    Damage("a-number-comes-out-of-its-operands", tensor: "usage.en.origin.1", at: 3) { $0 + 0.01 },
    Damage("a-number-comes-out-of-its-operands", tensor: "usage.en.followed.logits", at: 5) {
      $0 + 60
    },
    way("the-way-down-follows-the-greatest-part") { way in
      let place = Quantity(address: way.steps[1].followed)!.indices[1]
      way.steps[1].followed = way.steps[1].followed.replacing(
        ",\(place)]", with: ",\(place == 0 ? 1 : 0)]")
    },
    way("the-way-down-follows-the-greatest-part") { way in
      way.steps[2].number.value = way.steps[2].number.value.nextUp
    },
    way("the-way-down-follows-the-greatest-part") { way in
      way.parameter.value = way.parameter.value.nextUp
    },
    way("the-roots-are-a-parameter-and-a-token") { $0.token.id += 1 },
    way("the-roots-are-a-parameter-and-a-token") {
      $0.steps[0].number.address = "probability[0,0]"
    },
    way("the-roots-are-a-parameter-and-a-token") { $0.parameter.address = "ln_f.bias[0]" },
    way("numbers-on-the-way-are-the-activations") { way in
      way.steps[2].number.value = way.steps[2].number.value.nextUp
    },
    Damage("numbers-on-the-way-are-the-activations") { run in
      let name = "usage.en.ln_final.hook_normalized"
      run.tensors[name]!.values = run.tensors[name]!.values.map { $0.nextUp }
    },
  ]
}
