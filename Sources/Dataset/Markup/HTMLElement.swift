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
    /// Line breaks in it count.
    static let preformatted = Traits(rawValue: 128)
    /// May be boilerplate by its class or id.
    static let container = Traits(rawValue: 256)
  }

  /// A fingerprint of the lowercase name, which identifies it.
  let id: UInt64
  let traits: Traits

  init(_ name: Bytes) {
    id = fingerprint(name.lazy.map(\.lowercasedASCII))
    traits = Self.known[id] ?? []
  }

  static let lineBreak = fingerprint("br".utf8)
  static let link = fingerprint("a".utf8)

  private static let known: [UInt64: Traits] = {
    var known: [UInt64: Traits] = [:]
    func add(_ names: String, _ traits: Traits) {
      for name in names.split(separator: " ") {
        known[fingerprint(name.utf8), default: []] = traits
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
    add("button iframe select datalist", .boilerplate)
    add("textarea", [.boilerplate, .rawText])
    add("template svg object audio video canvas map", .hidden)
    add("script style noscript noembed noframes", [.hidden, .rawText])
    add("title", [.hidden, .rawText])
    add("xmp", [.block, .rawText, .preformatted])
    add("span a", .container)
    add("br img input area base col embed link meta param source track wbr", .void)
    known[fingerprint("iframe".utf8)] = [.boilerplate, .rawText]
    known[fingerprint("hr".utf8)] = [.block, .void]
    return known
  }()
}
