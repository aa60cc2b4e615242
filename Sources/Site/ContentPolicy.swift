import Markup

/// What a page may load and run: its own style sheet and icon, and its scripts where it has some.
///
/// Nothing inline runs, whatever text a recording holds. Drawings set their width in a style attribute, which
/// is all that is allowed of inline style.
enum ContentPolicy {
  /// The policy of a page beside the site's files.
  /// - Parameter runsEngine: whether it may compile WebAssembly, in a worker that is made from a script of its own.
  static func page(hasScript: Bool, runsEngine: Bool = false) -> Markup {
    let engine = runsEngine ? ["script-src 'self' 'wasm-unsafe-eval'", "worker-src blob:"] : nil
    return meta(
      ["default-src 'none'"] + (engine ?? (hasScript ? ["script-src 'self'"] : []))
        // A figure that is saved as a picture is drawn from an address that holds it whole.
        + ["style-src 'self'", drawings, hasScript ? "img-src 'self' data:" : "img-src 'self'"])
  }

  /// The policy of a page that is one file, its style within it.
  static let single = meta(["default-src 'none'", "style-src 'unsafe-inline'"])

  private static let drawings = "style-src-attr 'unsafe-inline'"

  private static func meta(_ rules: [String]) -> Markup {
    let all = rules + ["base-uri 'none'", "form-action 'none'"]
    return tag(
      "meta", ["http-equiv": "Content-Security-Policy", "content": all.joined(separator: "; ")])
  }
}
