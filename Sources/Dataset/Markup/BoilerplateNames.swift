/// Words in a class or an id that hint at a menu, an advert or a footer.
///
/// A hint only: what stands in the box decides, see `HTMLChoice`.
enum BoilerplateNames {
  struct Match: OptionSet {
    let rawValue: UInt16
    /// Menus, boxes beside the text and the like, which may hold prose all the same.
    static let weak = Match(rawValue: 1)
    /// Adverts, comments, calls to share or to subscribe.
    static let strong = Match(rawValue: 2)
    /// A class says so; an id may also be made from a heading, as in `id="related-documents"`.
    static let byClass = Match(rawValue: 4)
    /// What others wrote below the text.
    static let comments = Match(rawValue: 8)
    /// The line under a heading that says what the text is about.
    static let lead = Match(rawValue: 16)
    /// `role=main`.
    static let main = Match(rawValue: 32)
    /// `itemprop=articleBody`.
    static let body = Match(rawValue: 64)
    /// Nobody sees it: `hidden`, `aria-hidden`, `display:none`.
    static let hidden = Match(rawValue: 128)
    /// What lies over the page until it is closed, a strong hint too.
    static let dialog = Match(rawValue: 256)
  }

  private static func fingerprints(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { fingerprint($0.utf8) })
  }

  private static let strong = fingerprints(
    "ad ads advert adverts advertisement advertising banner share sharing related "
      + "newsletter comment comments respond disqus social promo promotion sponsor sponsored "
      + "subscribe subscription author authors byline bio recommended "
      + "recommendations popular trending outbrain taboola addthis shariff print trackback "
      + "trackbacks pingback reply replies donate donation copyright legal rating ratings "
      + "disclaimer paywall survey poll quiz readmore postmeta entrymeta")

  /// The first seven letters of words that are written as one.
  private static let strongStarts = fingerprints(
    "shareda socials shareba sharebu shareto shareth newslet breadcr comment related authorb "
      + "authori subscri adsense promobo recomme mostrea mostpop")

  private static let dialogs = fingerprints("cookie cookies popup modal signup login")

  private static let weak = fingerprints(
    "breadcrumb breadcrumbs nav navbar navigation navheader navfooter menu sidebar footer "
      + "masthead pagination pager sphinxsidebar widget widgets meta tags tag tagcloud toolbar "
      + "tools teaser teasers more toc tocframe skip profile crumb crumbs topics "
      + "headlines hatnote dropdown submenu sitemap rail infobox credit credits docnav")

  private static let lead = fingerprints(
    "lead intro introduction summary subtitle subhead subheadline excerpt deck abstract "
      + "description standfirst vorspann chapo preface einleitung perex")

  /// What one attribute of an element hints at.
  static func match(_ attribute: HTMLTokenizer.Attribute, in bytes: Bytes) -> Match {
    let name = attribute.name
    let value = attribute.value
    func isNamed(_ wanted: StaticString) -> Bool {
      name.count == wanted.utf8CodeUnitCount
        && bytes.has(wanted, at: name.lowerBound, ignoringCase: true)
    }
    func begins(_ wanted: StaticString) -> Bool {
      value.count >= wanted.utf8CodeUnitCount
        && bytes.has(wanted, at: value.lowerBound, ignoringCase: true)
    }
    switch name.count {
    case 2: return isNamed("id") ? words(value, in: bytes, isClass: false) : []
    case 4:
      guard isNamed("role") else { return [] }
      if begins("main") { return .main }
      if begins("dialog") { return [.strong, .byClass, .dialog] }
      for role in [
        "navigation", "banner", "contentinfo", "complementary", "search",
      ] as [StaticString] where begins(role) {
        return [.strong, .byClass]
      }
      return []
    case 5:
      if isNamed("class") { return words(value, in: bytes, isClass: true) }
      return isNamed("style") && hides(value, in: bytes) ? .hidden : []
    case 6: return isNamed("hidden") && !begins("until-found") ? .hidden : []
    case 8:
      guard isNamed("itemprop") else { return [] }
      return begins("articlebody") ? .body : begins("description") ? .lead : []
    case 11: return isNamed("aria-hidden") && begins("true") ? .hidden : []
    default: return []
    }
  }

  private static func words(_ value: Range<Int>, in bytes: Bytes, isClass: Bool) -> Match {
    var match: Match = []
    var start = value.lowerBound
    var count = 0
    for place in value.lowerBound...value.upperBound {
      let isEnd = place == value.upperBound || !bytes[place].isASCIILetter
      // `articleBody` is two words.
      let isHump =
        !isEnd && place > start && bytes[place].isASCIIUppercase
        && !bytes[place - 1].isASCIIUppercase
      guard isEnd || isHump else { continue }
      if place > start {
        match.formUnion(word(start..<place, in: bytes))
        count += 1
      }
      start = isHump ? place : place + 1
    }
    if isClass {
      if !match.isDisjoint(with: [.weak, .strong]) { match.insert(.byClass) }
    } else if count > 2 {
      // A sentence of an id was made from a heading.
      match.subtract([.weak, .strong, .comments])
    }
    return match
  }

  private static func word(_ range: Range<Int>, in bytes: Bytes) -> Match {
    let letters = bytes[range].lazy.map { $0.lowercasedASCII }
    let key = fingerprint(letters)
    if strong.contains(key) {
      return bytes.has("comment", at: range.lowerBound, ignoringCase: true)
        ? [.strong, .comments] : .strong
    }
    if dialogs.contains(key) { return [.strong, .dialog] }
    if weak.contains(key) { return .weak }
    if lead.contains(key) { return .lead }
    if range.count > 7, strongStarts.contains(fingerprint(letters.prefix(7))) {
      let isComment = bytes.has("comment", at: range.lowerBound, ignoringCase: true)
      if isComment, bytes.has("commentar", at: range.lowerBound, ignoringCase: true) { return [] }
      return isComment ? [.strong, .comments] : .strong
    }
    return []
  }

  /// `display: none` or `visibility: hidden`, with or without spaces.
  private static func hides(_ value: Range<Int>, in bytes: Bytes) -> Bool {
    let style = bytes[value].lazy.filter { !$0.isASCIISpace }.map { $0.lowercasedASCII }
    return Array(style.prefix(400)).withUnsafeBufferPointer { style in
      style.indices.contains {
        style.has("display:none", at: $0) || style.has("visibility:hidden", at: $0)
      }
    }
  }
}
