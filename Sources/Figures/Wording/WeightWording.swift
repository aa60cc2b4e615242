/// Words beside pictures of weights.
struct WeightWording: Sendable {
  var description: @Sendable (_ names: String, _ least: String, _ greatest: String) -> String
  var rowAxis: String
  var columnAxis: String
  var weightAxis: String
  var columns: [String]
  var initial: String
  var learned: String

  static let english = WeightWording(
    description: { names, least, greatest in
      "Corners of \(names). The values run from \(least) to \(greatest) without any order: they were "
        + "drawn at random from the seed."
    },
    rowAxis: "row",
    columnAxis: "column",
    weightAxis: "weight",
    columns: ["Tensor", "#Row", "Values"],
    initial: "before learning",
    learned: "after learning"
  )

  static let japanese = WeightWording(
    description: { names, least, greatest in
      "\(names)の一部です。値は\(least)から\(greatest)まで、何の規則もなく並んでいます。乱数の種から作った値だからです。"
    },
    rowAxis: "行",
    columnAxis: "列",
    weightAxis: "重み",
    columns: ["テンソル", "#行", "値"],
    initial: "学習前",
    learned: "学習後"
  )
}
