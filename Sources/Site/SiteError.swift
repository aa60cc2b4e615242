/// Why the site could not be written, in one line with the path and a remedy.
public struct SiteError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  public var reason: String

  public var description: String { "\(path): \(reason)" }
}
