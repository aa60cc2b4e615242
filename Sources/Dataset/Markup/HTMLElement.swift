/// What an element of HTML means for the text in it.
struct HTMLElement: Equatable {
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// Starts and ends a paragraph.
    static let block = Traits(rawValue: 1)
    /// Never has content.
    static let void = Traits(rawValue: 2)
    /// Its content is not markup: scripts, styles and the like.
    static let rawText = Traits(rawValue: 4)
    /// Nothing in it is for reading.
    static let hidden = Traits(rawValue: 8)
    /// Menus, footers and the like: for reading, but the same on every page.
    static let boilerplate = Traits(rawValue: 16)
    /// The part of a page that it is about.
    static let content = Traits(rawValue: 32)
    static let heading = Traits(rawValue: 64)
    /// White space in it counts.
    static let preformatted = Traits(rawValue: 128)
    /// May be boilerplate by its class or id.
    static let container = Traits(rawValue: 256)
    /// A box in which a page may keep its text.
    static let box = Traits(rawValue: 512)
    /// A box whose parts belong together: a list, a figure.
    static let list = Traits(rawValue: 1024)
  }

  /// A fingerprint of the lowercase name, which identifies it.
  let id: UInt64
  let traits: Traits

  init(_ name: Bytes) {
    id = fingerprint(name.lazy.map { $0.lowercasedASCII })
    traits = Self.known[id] ?? []
  }

  static let lineBreak = fingerprint("br".utf8)
  static let link = fingerprint("a".utf8)
  static let item = fingerprint("li".utf8)
  static let paragraph = fingerprint("p".utf8)
  static let header = fingerprint("header".utf8)
  static let form = fingerprint("form".utf8)
  static let main = fingerprint("main".utf8)
  static let article = fingerprint("article".utf8)
  static let section = fingerprint("section".utf8)
  static let button = fingerprint("button".utf8)
  static let mainHeading = fingerprint("h1".utf8)
  static let table = fingerprint("table".utf8)
  static let figure = fingerprint("figure".utf8)
  static let span = fingerprint("span".utf8)
  /// What holds the whole page.
  static let whole = Set("html body".split(separator: " ").map { fingerprint($0.utf8) })
  /// Parts of a table that are never judged without it.
  static let tableParts = Set(
    "tr td tbody".split(separator: " ").map { fingerprint($0.utf8) })

  /// Elements of a line without traits of their own. What is neither known nor one of these, a script defined.
  static let phrasing = Set(
    "i u s q big tt ins del sub sup mark abbr acronym var kbd samp code dfn bdi bdo data font ruby rb"
      .split(separator: " ").map { fingerprint($0.utf8) })

  private static let known: [UInt64: Traits] = {
    var known: [UInt64: Traits] = [:]
    func add(_ names: String, _ traits: Traits) {
      for name in names.split(separator: " ") {
        known[fingerprint(name.utf8), default: []].formUnion(traits)
      }
    }
    add("p li td th dt dd figcaption caption tr thead tbody tfoot", [.block, .container])
    add("div section ul ol dl table figure details summary", [.block, .container])
    add("address blockquote fieldset legend hgroup center dir menu", [.block, .container])
    add("html body hr frameset optgroup", .block)
    add("h1 h2 h3 h4 h5 h6", [.block, .heading, .container])
    add("main article", [.block, .content])
    add("pre listing", [.block, .preformatted, .container])
    add("nav header footer aside form", [.block, .boilerplate])
    add("iframe select datalist", .boilerplate)
    add("textarea", [.boilerplate, .rawText])
    // The readings of ruby stand beside the words that they are for.
    add("template svg object audio video canvas map rt rp rtc", .hidden)
    // The source of a formula beside the formula.
    add("annotation annotation-xml", .hidden)
    add("script style noscript noembed noframes", [.hidden, .rawText])
    add("title", [.hidden, .rawText])
    add("xmp", [.block, .rawText, .preformatted])
    add("span a button small time label cite strong b em", .container)
    add("br hr img input area base col embed link meta param source track wbr", .void)
    add("iframe", .rawText)
    add("div section article main ul ol dl table tbody td tr aside header footer nav form", .box)
    add("fieldset figure details center body html menu", .box)
    add("ul ol dl figure menu details", .list)
    return known
  }()
}
