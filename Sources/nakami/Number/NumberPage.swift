import Build
import Charts
import Names
import Origins
import Terminal
import Tokenization

/// One number with everything that went into it, as lines of which each operand can be opened.
struct NumberPage {
  let pass: OriginPass
  let tokenizer: Tokenizer
  let language: Language
  /// Parts that are shown unless all are asked for.
  static let shownTerms = 8
  private static let addressColumns = 32
  private static let numberColumns = 16

  private var words: NumberWording { .of(language) }

  private func text(of token: Int) -> String {
    tokenizer.piece(Int32(token)).shown
  }

  /// Which token stands where.
  var tokens: [StyledLine] {
    var line = words.positions
    var lines: [StyledLine] = []
    for (position, token) in pass.tokens.enumerated() {
      let next = "  \(position) \(text(of: Int(token)))"
      if TerminalText.width(of: line + next) > 90 {
        lines.append(StyledLine(line, .dim))
        line = " "
      }
      line += next
    }
    return lines + [StyledLine(line, .dim), StyledLine()]
  }

  func page(_ quantity: Quantity, isWhole: Bool) -> OpeningPage {
    let made = pass.derivation(of: quantity)
    var lines: [OpeningPage.Line] = []
    var title = StyledLine(quantity.address, .strong)
    title.append(" = \(made.value)", .chosen)
    lines.append(OpeningPage.Line(title))
    lines.append(OpeningPage.Line(StyledLine(meaning(quantity), .dim)))
    if let formula = words.formula(of: made) {
      lines += [OpeningPage.Line(StyledLine()), OpeningPage.Line(StyledLine(formula))]
    }
    lines.append(OpeningPage.Line(StyledLine()))
    lines += root(made)
    for (place, operand) in made.start.enumerated() {
      lines.append(self.operand(operand, sign: place == 0 ? " " : "+"))
    }
    lines += made.inputs.map { operand($0, sign: " ") }
    lines += terms(made, isWhole: isWhole)
    lines += columns(made, isWhole: isWhole)
    lines += made.steps.map { step in
      OpeningPage.Line(row("  " + words.step(step.kind), "\(step.value)", role: .computed))
    }
    if !made.isRoot {
      var result = row("= " + words.result, "\(made.result)", role: .chosen)
      result.append(made.isExact ? words.exact : words.inexact("\(made.value)"), .dim)
      lines.append(OpeningPage.Line(result))
    }
    if let followed = made.followed {
      lines += [
        OpeningPage.Line(StyledLine()),
        OpeningPage.Line(StyledLine(words.most(followed.quantity.address), .dim)),
      ]
    }
    return OpeningPage(lines, chosen: made.followed?.quantity.address)
  }

  /// What the number is, with the tokens that it is about.
  private func meaning(_ quantity: Quantity) -> String {
    var about: [String] = []
    switch quantity.kind {
    case .parameter: break
    case .target:
      about = [position(quantity.indices[0]), "“\(text(of: Int(pass.value(quantity))))”"]
    case .dot, .score, .weight:
      about = quantity.indices.map { "\($0) “\(text(of: Int(pass.tokens[$0])))”" }
    case .logit, .probability:
      about = [
        position(quantity.indices[0]), "\(quantity.indices[1]) “\(text(of: quantity.indices[1]))”",
      ]
    default: about = [position(quantity.indices[0])]
    }
    return quantity.meaning[language] + (about.isEmpty ? "" : words.about(about))
  }

  private func position(_ position: Int) -> String {
    "\(position) “\(text(of: Int(pass.tokens[position])))”"
  }

  private func root(_ made: Derivation) -> [OpeningPage.Line] {
    let told: String? =
      switch made.quantity.kind {
      case _ where made.isMasked: made.quantity.isGradient ? words.unmoved : words.masked
      case .parameter where !made.quantity.isGradient:
        pass.number(ofParameter: made.quantity).map {
          words.parameter($0, pass.parameters.values.count)
        }
      case .token: words.token(text(of: Int(made.value)))
      case .target: words.target(text(of: Int(made.value)))
      default: nil
      }
    return told.map { [OpeningPage.Line(StyledLine($0))] } ?? []
  }

  private func row(_ name: String, _ value: String, role: Role = .plain) -> StyledLine {
    var line = StyledLine()
    line.append(TerminalText.padded(name, to: Self.addressColumns + 2), role)
    line.append(TerminalText.padded(value, to: Self.numberColumns), role)
    return line
  }

  private func operand(_ operand: Derivation.Operand, sign: String) -> OpeningPage.Line {
    let role: Role =
      operand.quantity.kind == .parameter && operand.quantity.isRoot ? .learned : .plain
    return OpeningPage.Line(
      row("\(sign) \(operand.quantity.address)", "\(operand.value)", role: role),
      opens: operand.quantity.address)
  }

  /// The largest parts in the order in which they are added, or all of them.
  private func terms(_ made: Derivation, isWhole: Bool) -> [OpeningPage.Line] {
    guard !made.terms.isEmpty else { return [] }
    let shown = isWhole ? Array(made.terms.indices) : Self.largest(made)
    var lines: [OpeningPage.Line] = []
    var done = 0
    func gap(_ end: Int) {
      guard end > done else { return }
      var line = row("  " + words.others(end - done), "")
      line.append(words.sum("\(made.terms[end - 1].sum)"), .dim)
      lines.append(OpeningPage.Line(line))
    }
    for place in shown {
      gap(place)
      lines += term(made.terms[place], isSum: made.columns.isEmpty)
      done = place + 1
    }
    gap(made.terms.count)
    // Where parts are added in columns, a sum so far says nothing across a gap.
    return made.columns.isEmpty || isWhole
      ? lines
      : lines.map { line in
        guard line.opens == nil else { return line }
        return OpeningPage.Line(StyledLine(line.text.text.prefix { $0 != "→" } + "", .dim))
      }
  }

  static func largest(_ made: Derivation) -> [Int] {
    var places = made.terms.indices.sorted {
      (made.terms[$1].part.magnitude, $0) < (made.terms[$0].part.magnitude, $1)
    }.prefix(shownTerms)
    if let own = made.inputs.first,
      let place = made.terms.firstIndex(where: { $0.left.quantity == own.quantity }),
      !places.contains(place)
    {
      places.removeLast()
      places.append(place)
    }
    return places.sorted()
  }

  private func term(_ term: Derivation.Term, isSum: Bool) -> [OpeningPage.Line] {
    var first = operand(term.left, sign: "+")
    guard let right = term.right else {
      if term.part != term.left.value { first.text.append("→ \(term.part)", .computed) }
      return [first]
    }
    var second = operand(right, sign: "×")
    second.text.append("= \(term.part)", .computed)
    if isSum {
      second.text.pad(to: Self.addressColumns + 2 * Self.numberColumns + 5)
      second.text.append(words.sum("\(term.sum)"), .dim)
    }
    return [first, second]
  }

  private func columns(_ made: Derivation, isWhole: Bool) -> [OpeningPage.Line] {
    guard !made.columns.isEmpty else { return [] }
    var lines = [OpeningPage.Line(StyledLine("  " + words.columns, .dim))]
    guard isWhole else { return lines }
    var rest = made.columns
    while true {
      for start in stride(from: 0, to: rest.count, by: 4) {
        let few = rest[start..<min(start + 4, rest.count)].map { "\($0)" }
        lines.append(
          OpeningPage.Line(
            StyledLine(
              "    " + few.map { TerminalText.padded($0, to: Self.numberColumns) }.joined(), .dim)))
      }
      guard rest.count > 1 else { return lines }
      let half = rest.count / 2
      rest = (0..<half).map { rest[$0] + rest[half + $0] }
    }
  }

  /// A number followed to its roots, one line a number.
  func chain(from quantity: Quantity) -> [StyledLine] {
    let chain = pass.chain(from: quantity)
    var lines: [StyledLine] = []
    for (place, made) in chain.enumerated() {
      var line = StyledLine(TerminalText.padded(made.quantity.address, to: 30), .strong)
      line.append(TerminalText.padded("\(made.value)", to: Self.numberColumns), .chosen)
      line.append(meaning(made.quantity), .dim)
      lines.append(line)
      if made.quantity.kind == .input, !made.quantity.isGradient, place + 2 == chain.count {
        let token = made.inputs[0]
        var line = StyledLine(TerminalText.padded("  " + token.quantity.address, to: 30), .strong)
        line.append(TerminalText.padded("\(Int(token.value))", to: Self.numberColumns), .chosen)
        line.append("“\(text(of: Int(token.value)))”", .dim)
        lines.append(line)
      }
    }
    return lines
  }
}
