import Numerics
import Record

extension PrincipalAxes {
  /// The points in the plane of both axes, `[point, 2]`.
  func project(_ rows: [[Float]]) -> RecordedTensor {
    RecordedTensor(shape: [rows.count, 2], values: coordinates(of: rows))
  }
}
