/// Which numbers stand in a line on paper, by the name of the line: that follows from how the model is built.
///
/// Whether they are the ones that are written there, an equation of the record asks.
struct PaperRecipe {
  typealias Address = PaperNumbers.Address

  let sheet: String
  private let names: [String]
  /// `(a)` and `(b)`: what is read, and the second of them, which looks.
  private let marks: [String]
  private let targetName: String

  init(_ record: WorkedExampleRecord, sheet: String) {
    self.sheet = sheet
    names = record.names
    let read = record.inputs.map { record.names.indices.contains($0) ? record.names[$0] : "" }
    marks = read.map { "(\($0))" }
    targetName = record.names.indices.contains(record.target) ? record.names[record.target] : ""
  }

  /// The sources of the numbers of a line, in the order in which they are written; nil for fixed ones.
  /// - Parameter isFlat: whether the line is that of a weight that does not move.
  func sources(of line: String, isFlat: Bool) -> [Address?] {
    guard let name = Name(line), marks.count == 2 else { return [] }
    let texts: [String] =
      switch sheet {
      case "embedding": embedding(name)
      case "attention": attention(name)
      case "mlp": mlp(name)
      case "loss": loss(name)
      case "back-loss": backLoss(name)
      case "back-mlp": backMlp(name)
      case "back-attention": backAttention(name)
      case "back-embedding": backEmbedding(name)
      case "step": step(name, line, isFlat: isFlat)
      default: []
      }
    return texts.map(address)
  }

  /// `x`, `₁`, `(a)`, `[c,1]`.
  private struct Name {
    var stem: String
    var index = 0
    var mark = ""
    var row = ""
    var column = 0

    init?(_ line: String) {
      var rest = line
      if let open = rest.firstIndex(of: "[") {
        let parts = rest[rest.index(after: open)...].dropLast().split(separator: ",")
        guard let last = parts.last, let column = Int(last) else { return nil }
        self.column = column
        row = parts.count == 2 ? String(parts[0]) : ""
        rest.removeSubrange(open...)
      }
      if let open = rest.firstIndex(of: "(") {
        mark = String(rest[open...])
        rest.removeSubrange(open...)
      }
      if let digit = rest.unicodeScalars.last, ("₁"..."₈").contains(digit) {
        index = Int(digit.value) - 0x2080
        rest.unicodeScalars.removeLast()
      }
      stem = rest
    }
  }

  /// `mlp:n₁`, with nothing before the colon a line of this sheet, without one a weight; nil for nothing.
  private func address(_ text: String) -> Address? {
    guard !text.isEmpty else { return nil }
    guard let colon = text.firstIndex(of: ":") else { return Address(nil, text) }
    let sheet = text[..<colon]
    return Address(
      sheet.isEmpty ? self.sheet : String(sheet), String(text[text.index(after: colon)...]))
  }

  private func sub(_ index: Int) -> String {
    let digits = ["₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈"]
    return (1...digits.count).contains(index) ? digits[index - 1] : ""
  }

  /// Of two numbers each, one after the other.
  private func pairs(_ first: (Int) -> String, _ second: (Int) -> String) -> [String] {
    [first(1), second(1), first(2), second(2)]
  }

  // MARK: Forward

  /// - Parameter source: what is normalized.
  private func normalization(_ name: Name, _ source: (Int) -> String) -> [String] {
    let mark = name.mark
    return switch name.stem {
    case "m": [source(1), source(2), ""]
    case "v": [source(1), ":m" + mark, source(2), ":m" + mark, ""]
    case "s": [":v" + mark, ""]
    case "n": [source(name.index), ":m" + mark, ":s" + mark]
    default: []
    }
  }

  private func embedding(_ name: Name) -> [String] {
    guard name.stem == "x" else { return normalization(name) { ":x\(sub($0))\(name.mark)" } }
    let token = name.mark.dropFirst().dropLast()
    let place = (marks.firstIndex(of: name.mark) ?? 0) + 1
    return ["E[\(token),\(name.index)]", "P[\(place),\(name.index)]"]
  }

  private func attention(_ name: Name) -> [String] {
    let (i, mark) = (name.index, name.mark)
    func copy(_ weights: String) -> [String] {
      pairs({ "embedding:n\(sub($0))\(mark)" }, { "\(weights)[\($0),\(i)]" })
    }
    switch name.stem {
    case "q": return copy("Wq")
    case "k": return copy("Wk")
    case "v": return copy("Wv")
    case "a": return pairs({ ":q\(sub($0))\(marks[1])" }, { ":k\(sub($0))\(mark)" }) + [""]
    case "e": return [":a" + mark]
    case "S": return marks.map { ":e" + $0 }
    case "p": return [":e" + mark, ":S"]
    case "z": return marks.flatMap { [":p" + $0, ":v\(sub(i))\($0)"] }
    case "o": return pairs({ ":z\(sub($0))" }, { "Wo[\($0),\(i)]" })
    case "y": return ["embedding:x\(sub(i))\(marks[1])", ":o\(sub(i))"]
    default: return []
    }
  }

  private func mlp(_ name: Name) -> [String] {
    let i = name.index
    switch name.stem {
    case "h": return pairs({ ":n\(sub($0))" }, { "W1[\($0),\(i)]" })
    case "t": return ["", ":h\(sub(i))", "", ":h\(sub(i))"]
    case "f": return ["", ":h\(sub(i))", "", ":t\(sub(i))"]
    case "u": return (1...8).flatMap { [":f\(sub($0))", "W2[\($0),\(i)]"] }
    case "r": return ["attention:y\(sub(i))", ":u\(sub(i))"]
    default: return normalization(name) { "attention:y\(sub($0))" }
    }
  }

  private func loss(_ name: Name) -> [String] {
    let token = name.mark.dropFirst().dropLast()
    switch name.stem {
    case "ℓ": return pairs({ ":n\(sub($0))" }, { "E[\(token),\($0)]" })
    case "e": return [":ℓ" + name.mark]
    case "S": return names.map { ":e(\($0))" }
    case "p": return [":e" + name.mark, ":S"]
    case "L": return ["", ":p(\(targetName))"]
    default: return normalization(name) { "mlp:r\(sub($0))" }
    }
  }

  // MARK: Backward

  /// - Parameters:
  ///   - result: how the slope before the normalization is called.
  ///   - there: the sheet of the way there.
  private func normalizationBack(_ name: Name, _ result: String, _ there: String) -> [String] {
    let mark = name.mark
    let slope = { (i: Int) in ":∂n\(sub(i))\(mark)" }
    let number = { (i: Int) in "\(there):n\(sub(i))\(mark)" }
    return switch name.stem {
    case "A": [slope(1), slope(2), ""]
    case "B": pairs(slope, number) + [""]
    case result:
      [
        slope(name.index), ":A" + mark, number(name.index), ":B" + mark, "\(there):s\(mark)",
      ]
    default: []
    }
  }

  private func backLoss(_ name: Name) -> [String] {
    let column = sub(name.column)
    switch name.stem {
    case "∂ℓ":
      let p = "loss:p" + name.mark
      return name.mark == "(\(targetName))" ? [p, ""] : [p]
    case "∂E": return [":∂ℓ(\(name.row))", "loss:n\(column)"]
    case "∂n": return names.flatMap { [":∂ℓ(\($0))", "E[\($0),\(name.index)]"] }
    case "∂γf": return [":∂n\(column)", "loss:n\(column)"]
    case "∂βf": return [":∂n\(column)"]
    default: return normalizationBack(name, "∂r", "loss")
    }
  }

  private func backMlp(_ name: Name) -> [String] {
    let (i, column, row) = (sub(name.index), sub(name.column), Int(name.row).map(sub) ?? "")
    switch name.stem {
    case "∂W2": return ["mlp:f" + row, "back-loss:∂r" + column]
    case "∂b2": return ["back-loss:∂r" + column]
    case "∂f": return pairs({ "back-loss:∂r\(sub($0))" }, { "W2[\(name.index),\($0)]" })
    case "d":
      let (h, t) = ("mlp:h" + i, "mlp:t" + i)
      return ["", "", t, "", h, "", t, "", "", "", h]
    case "∂h": return [":∂f" + i, ":d" + i]
    case "∂W1": return ["mlp:n" + row, ":∂h" + column]
    case "∂b1": return [":∂h" + column]
    case "∂n": return (1...8).flatMap { [":∂h\(sub($0))", "W1[\(name.index),\($0)]"] }
    case "∂γ2": return [":∂n" + column, "mlp:n" + column]
    case "∂β2": return [":∂n" + column]
    case "∂y": return ["back-loss:∂r" + i, ":g" + i]
    default: return normalizationBack(name, "g", "mlp")
    }
  }

  private func backAttention(_ name: Name) -> [String] {
    let (i, column, row) = (sub(name.index), sub(name.column), Int(name.row).map(sub) ?? "")
    let (mark, last) = (name.mark, marks[1])
    switch name.stem {
    case "∂Wo": return ["attention:z" + row, "back-mlp:∂y" + column]
    case "∂bo": return ["back-mlp:∂y" + column]
    case "∂z": return pairs({ "back-mlp:∂y\(sub($0))" }, { "Wo[\(name.index),\($0)]" })
    case "∂p": return pairs({ ":∂z\(sub($0))" }, { "attention:v\(sub($0))\(mark)" })
    case "M": return marks.flatMap { ["attention:p" + $0, ":∂p" + $0] }
    case "∂a": return ["attention:p" + mark, ":∂p" + mark, ":M"]
    case "∂q": return marks.flatMap { [":∂a" + $0, "attention:k\(i)\($0)"] } + [""]
    case "∂k": return [":∂a" + mark, "attention:q\(i)\(last)", ""]
    case "∂v": return ["attention:p" + mark, ":∂z" + i]
    case "∂Wq": return ["embedding:n\(row)\(last)", ":∂q\(column)\(last)"]
    case "∂bq": return [":∂q\(column)\(last)"]
    case "∂Wk", "∂Wv":
      let letter = name.stem.suffix(1)
      return marks.flatMap { ["embedding:n\(row)\($0)", ":∂\(letter)\(column)\($0)"] }
    case "∂bk", "∂bv": return marks.map { ":∂\(name.stem.suffix(1))\(column)\($0)" }
    default: return []
    }
  }

  private func backEmbedding(_ name: Name) -> [String] {
    let (mark, column) = (name.mark, sub(name.column))
    switch name.stem {
    case "∂n":
      let letters = mark == marks[1] ? ["q", "k", "v"] : ["k", "v"]
      return letters.flatMap { letter in
        pairs(
          { "back-attention:∂\(letter)\(sub($0))\(mark)" }, { "W\(letter)[\(name.index),\($0)]" })
      }
    case "∂γ1": return marks.flatMap { [":∂n\(column)\($0)", "embedding:n\(column)\($0)"] }
    case "∂β1": return marks.map { ":∂n\(column)\($0)" }
    case "∂P":
      return name.row == "1"
        ? [":g\(column)\(marks[0])"] : ["back-mlp:∂y" + column, ":g\(column)\(marks[1])"]
    case "∂E":
      let place = (marks.firstIndex(of: "(\(name.row))") ?? 0) + 1
      return [
        "back-loss:∂E[\(name.row),\(name.column)]", ":∂P[\(place),\(name.column)]",
      ]
    default: return normalizationBack(name, "g", "embedding")
    }
  }

  private func step(_ name: Name, _ line: String, isFlat: Bool) -> [String] {
    let (first, slope) = ("E[\(targetName),1]", gradient("E", "[\(targetName),1]", targetName))
    switch name.stem {
    case "m", "v": return ["", "", slope]
    case "m̂": return [":m", "", ""]
    case "v̂": return [":v", "", ""]
    case "θ′": return [first, "", ":m̂", ":v̂", "", "", first]
    default:
      guard name.column > 0 else { return [] }
      let place = String(line.dropFirst(name.stem.count))
      let slope = gradient(name.stem, place, name.row)
      // A weight that does not move is divided by a fixed number.
      let direction = [line, "", slope, isFlat ? "" : slope]
      return name.row.isEmpty ? direction : direction + ["", line]
    }
  }

  /// Where the whole slope of a weight stands.
  private func gradient(_ sign: String, _ place: String, _ row: String) -> String {
    let sheet =
      switch sign {
      case "γf", "βf": "back-loss"
      case "γ2", "β2", "W1", "b1", "W2", "b2": "back-mlp"
      case "Wq", "Wk", "Wv", "Wo", "bq", "bk", "bv", "bo": "back-attention"
      case "E" where !marks.contains("(\(row))"): "back-loss"
      default: "back-embedding"
      }
    return "\(sheet):∂\(sign)\(place)"
  }
}
