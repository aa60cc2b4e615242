import Names

/// The words of a command line, sorted into options and the rest.
///
/// Accepts `--name value` and `--name=value`; `--` ends the options.
struct Arguments {
  private var values: [String: String] = [:]
  private var lists: [String: [String]] = [:]
  private var flags: Set<String> = []
  private(set) var words: [String] = []

  /// - Throws: `CommandError.usage` for an unknown option, a missing value or one given twice.
  init(_ input: [String], options: [Option]) throws(CommandError) {
    var rest = input[...]
    while let word = rest.popFirst() {
      if word == "--" {
        words += rest
        break
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        words.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        let hint = Self.suggestion(for: name, among: options)
        throw .usage(
          en: "unknown option \(name)\(hint.en)", ja: "\(name)というオプションはありません\(hint.ja)")
      }
      guard option.value != nil else {
        guard parts.count == 1 else {
          throw .usage(en: "\(name) takes no value", ja: "\(name)に値は付けられません。\(name)だけを書いてください")
        }
        flags.insert(name)
        continue
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw .usage(
          en: "\(name) needs a value: \(name) \(option.value ?? "")",
          ja: "\(name)には値が必要です：\(name) \(option.value ?? "")")
      }
      guard !value.isEmpty || !option.takesPath else {
        throw .usage(
          en: "\(name) needs the name of a \(option.placeName.en), not an empty one",
          ja: "\(name)の名前が空です。\(option.placeName.ja)の名前を書いてください")
      }
      if option.isRepeated {
        lists[name, default: []].append(value)
        continue
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw .usage(
          en: "\(name) is given twice", ja: "\(name)が2回あります。1回だけにしてください")
      }
    }
  }

  func has(_ name: String) -> Bool { flags.contains(name) }

  func string(_ name: String) -> String? { values[name] }

  /// All values of an option that may be given several times, in their order.
  func list(_ name: String) -> [String] { lists[name] ?? [] }

  /// Whether an option that takes a value is there.
  func isGiven(_ name: String) -> Bool { values[name] != nil || lists[name] != nil }

  /// A whole number within `range`.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
    guard let text = values[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        en: "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not \(text)",
        ja: "\(name)に\(text)は使えません。\(range.lowerBound)から\(range.upperBound)までの整数にしてください")
    }
    return number
  }

  /// A number within `range`.
  func number(_ name: String, in range: ClosedRange<Double>) throws(CommandError) -> Double? {
    guard let text = values[name] else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw .usage(
        en: "\(name) takes a number from \(range.lowerBound) to \(range.upperBound), not \(text)",
        ja: "\(name)に\(text)は使えません。\(range.lowerBound)から\(range.upperBound)までの数にしてください")
    }
    return number
  }

  func seed(_ name: String = "--seed") throws(CommandError) -> UInt64? {
    guard let text = values[name] else { return nil }
    guard let number = UInt64(text) else {
      throw .usage(
        en: "\(name) takes a whole number from 0 to \(UInt64.max), not \(text)",
        ja: "\(name)に\(text)は使えません。0から\(UInt64.max)までの整数にしてください")
    }
    return number
  }

  /// One of `choices`.
  func choice(_ name: String, of choices: [String]) throws(CommandError) -> String? {
    guard let text = values[name] else { return nil }
    guard choices.contains(text) else {
      throw .usage(
        en: "\(name) takes \(choices.joined(separator: " or ")), not \(text)",
        ja: "\(name)に\(text)は使えません。\(choices.joined(separator: "か"))にしてください")
    }
    return text
  }

  /// The only word beside the options, if there is one.
  func oneWord(called name: LocalizedText) throws(CommandError) -> String? {
    guard words.count <= 1 else {
      throw .usage(
        en: "one \(name.en) at a time; put it in quotes if it has spaces: "
          + "\"\(words.joined(separator: " "))\"",
        ja: "\(name.ja)は一度に一つだけです。空白を含むなら引用符で囲んでください："
          + "\"\(words.joined(separator: " "))\"")
    }
    return words.first
  }

  func noWords() throws(CommandError) {
    guard let word = words.first else { return }
    throw .usage(
      en: "unexpected word \(word): this command takes options only (--help lists them)",
      ja: "\(word)は余分です。このコマンドが受け取るのはオプションだけです（--helpで一覧が出ます）")
  }

  private static func suggestion(for name: String, among options: [Option]) -> LocalizedText {
    let names = options.map(\.name)
    let longer = names.filter { $0.hasPrefix(name) }
    if longer.count == 1, name.count > 2 { return didYouMean(longer[0]) }
    let near = names.min {
      EditDistance.between($0, name) < EditDistance.between($1, name)
    }
    guard let near, EditDistance.between(near, name) <= 3 else {
      return LocalizedText(en: "", ja: "")
    }
    return didYouMean(near)
  }

  /// What follows an unknown name.
  static func didYouMean(_ name: String) -> LocalizedText {
    LocalizedText(en: "; did you mean \(name)?", ja: "。もしかして\(name)ですか")
  }
}
