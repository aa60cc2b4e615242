/// What a page may do more in a browser; everything is there without it, too.
///
/// Classic scripts beside the pages, since a page opened from disk may load nothing else. They have no words
/// of their own: those of the page's language stand in `data-` attributes.
enum Script: String, CaseIterable {
  /// What the other scripts share; it comes first.
  case page
  /// Steps through the films of a page.
  case film
  /// Marks where on the page one is.
  case place
  /// Shows one step a screen, and opens the window of notes.
  case present
  /// What the window of notes shows and says.
  case notes
  /// Loads and runs the engine; it comes before those that ask it.
  case engine
  /// Asks the model in the page.
  case ask
  /// Lets a very small model learn in the page.
  case train
  /// Saves a figure as a picture.
  case save

  /// Name of its file, at the top of the site.
  var path: String { rawValue + ".js" }

  var source: String {
    let bytes =
      switch self {
      case .page: PackageResources.page_js
      case .film: PackageResources.film_js
      case .place: PackageResources.place_js
      case .present: PackageResources.present_js
      case .notes: PackageResources.notes_js
      case .engine: PackageResources.engine_js
      case .ask: PackageResources.ask_js
      case .train: PackageResources.train_js
      case .save: PackageResources.save_js
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
