import Names
import Record

/// What a part of the model is called where weights moved: the same in figures and in the lesson's text.
package enum ImprovementNames {
  package static func part(_ moved: ImprovementRecord.Moved, _ language: Language) -> String {
    let wording = Wording.of(language)
    return wording.improvement.part(wording.names.part(moved.part), moved.layer)
  }
}

/// What a part is called that is removed: the same in figures and in the lesson's text.
package enum PartingNames {
  package static func part(
    _ removal: PartingRecord.Removal, _ language: Language
  ) -> String {
    let part =
      switch language {
      case .english: PartingParts.english.part
      case .japanese: PartingParts.japanese.part
      }
    return part(removal.part, removal.layer, removal.head)
  }
}
