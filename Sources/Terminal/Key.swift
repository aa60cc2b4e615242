/// What a reader pressed.
enum Key: Equatable {
  case character(Character)
  case left, right, up, down, pageUp, pageDown, home, end
  case enter, escape
  /// Ctrl-C, Ctrl-D, or the end of input.
  case interrupt
  /// Ctrl-Z.
  case suspend

  /// Keys in bytes after which nothing comes for a while; what is no key is left out.
  static func decode(_ bytes: [UInt8]) -> [Key] {
    var stream = KeyStream()
    return stream.take(bytes) + stream.settle()
  }
}
