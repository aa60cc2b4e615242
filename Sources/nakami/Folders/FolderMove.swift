import Foundation

/// Moves chosen files from one folder into another on the same disk, folder by folder where it can.
///
/// A name that is taken already is never overwritten. Every step is a renaming, kept so that it can be
/// taken back.
struct FolderMove {
  /// Why a move had to end, by relative path.
  enum Failure: Error {
    /// Something stands there that was not to be moved.
    case taken(String)
    case refused(String, reason: String)
  }

  private(set) var steps: [(from: String, to: String)] = []

  /// Moves what `chosen` names; all there is when it is nil.
  mutating func move(
    from source: String, to target: String, only chosen: OwnFiles?
  ) throws(Failure) {
    try move("", from: source, to: target, chosen)
  }

  /// Takes all moves back, the last first.
  mutating func undo() {
    for step in steps.reversed() {
      try? FileManager.default.createDirectory(
        atPath: Paths.parent(of: step.from), withIntermediateDirectories: true)
      rename(step.to, step.from)
    }
    steps = []
  }

  private mutating func move(
    _ place: String, from source: String, to target: String, _ chosen: OwnFiles?
  ) throws(Failure) {
    for name in Paths.names(in: Paths.join(source, place)) {
      let path = Paths.join(place, name)
      let (from, to) = (Paths.join(source, path), Paths.join(target, path))
      let isFolder = Paths.kind(from) == .folder
      let there = Paths.kind(to)
      if isFolder {
        guard chosen?.mayLie(in: path) ?? true else { continue }
        if there == .nothing, isWhole(path, in: source, chosen) {
          try take(path, from, to)
        } else if there == .nothing || there == .folder {
          let count = steps.count
          try move(path, from: source, to: target, chosen)
          // What this emptied goes; a folder that was empty before is somebody's own.
          if steps.count > count { rmdir(from) }
        } else {
          throw .taken(path)
        }
      } else if chosen?.contains(path) ?? true {
        guard there == .nothing else { throw .taken(path) }
        try take(path, from, to)
      }
    }
  }

  /// Whether a folder holds nothing but what is to be moved.
  private func isWhole(_ place: String, in source: String, _ chosen: OwnFiles?) -> Bool {
    guard let chosen else { return true }
    let names = Paths.names(in: Paths.join(source, place))
    return !names.isEmpty
      && names.allSatisfy { name in
        let path = Paths.join(place, name)
        return Paths.kind(Paths.join(source, path)) == .folder
          ? chosen.mayLie(in: path) && isWhole(path, in: source, chosen) : chosen.contains(path)
      }
  }

  private mutating func take(
    _ path: String, _ from: String, _ to: String
  ) throws(Failure) {
    try? FileManager.default.createDirectory(
      atPath: Paths.parent(of: to), withIntermediateDirectories: true)
    guard rename(from, to) == 0 else {
      throw .refused(path, reason: String(cString: strerror(errno)).lowercased())
    }
    steps.append((from, to))
  }
}
