import Charts

/// The look of the pages; figures bring their own rules.
///
/// The files of `Styles` in the order in which they count.
enum Stylesheet {
  /// Of pages with figures.
  static let whole = css + "\n" + FigureStyle.css

  static let css = [
    PackageResources.base_css, PackageResources.frame_css, PackageResources.place_css,
    PackageResources.reading_css, PackageResources.map_css, PackageResources.listing_css,
    PackageResources.film_css, PackageResources.stage_css, PackageResources.media_css,
    PackageResources.present_css, PackageResources.live_css,
  ].map { String(decoding: $0, as: UTF8.self) }.joined()
}
