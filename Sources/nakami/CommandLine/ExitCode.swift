import Dataset
import Foundation
import ModelFile
import RawData
import Training

/// Which exit code an error of the rooms below stands for.
enum ExitCode {
  static func code(for error: any Error) -> Int32 {
    switch error {
    case let error as CommandError: error.exitCode
    default: 70
    }
  }

  /// The error in one line.
  static func line(for error: any Error) -> String {
    let text = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
    return text
  }
}
