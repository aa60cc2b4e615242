import Charts
import Names
import Record
import Testing

@testable import Figures

extension UsageTruthTests {
  static let way = [
    Row(
      "layer-normalization", .english,
      [
        (0, 0, "0"), (0, 1, "3.0000"), (0, 2, "0.5000"), (0, 3, "0.8000"), (0, 4, "0.1000"),
        (0, 5, "0.5000"), (1, 1, "4.0000"), (1, 2, "0.9000"), (1, 4, "−0.2000"), (1, 5, "0.3750"),
      ],
      "The row of “?” before the attention of block 0: its 4 numbers have the mean 1.7500 and the deviation "
        + "2.5000. Number 0: (3.0000 − 1.7500) ÷ 2.5000 × 0.8000 + 0.1000 = 0.500. The row's length goes "
        + "from 5.00 to 0.625.", "scaled"),
    Row(
      "layer-normalization", .japanese, [(0, 1, "−3.0000"), (0, 2, "−0.5000"), (1, 5, "−0.7750")],
      "ブロック0の注意に入る前の「？」の行。4個の数の平均は−1.7500、標準偏差は2.5000です。"
        + "0番の数は(−3.0000 − (−1.7500)) ÷ 2.5000 × 0.8000 + 0.1000 = −0.300。", "標準化"),
    Row(
      "last-normalization", .english,
      [
        (0, 1, "5.0000"), (0, 2, "0.1875"), (0, 3, "2.0000"), (0, 4, "−0.5000"), (0, 5, "41.0000"),
        (1, 1, "12.0000"),
      ],
      "The row of “?” after the last block: its 4 numbers have the mean 4.2500 and the deviation 4.0000. "
        + "Number 0: (5.0000 − 4.2500) ÷ 4.0000 × 2.0000 + (−0.5000) = 41.000. The row's length goes from "
        + "13.0 to 85.0.", "after"),
    Row(
      "last-normalization", .japanese, [(0, 1, "−5.0000"), (0, 5, "−41.0000")],
      "最後のブロックのあとの「？」の行。4個の数の平均は−4.2500、標準偏差は4.0000です。", "ゲイン"),
    Row(
      "value-mix", .english,
      [
        (0, 0, "<|en|>"), (0, 1, "0.150"), (0, 2, "310.000"), (0, 3, "46.500"), (1, 0, "␣sea"),
        (1, 3, "248.800"), (2, 0, "?"), (2, 1, "0.050"), (3, 0, "sum z"), (3, 3, "310.900"),
      ],
      "Layer 0, head 1, at “?”: each row is the value of one token, the weight that it gets stands beside it; "
        + "“␣sea” gets 0.800. Number 0: 0.150 × 310.000 + 0.800 × 311.000 + 0.050 × 312.000 ≈ 310.900.",
      "0.80 × ␣sea"),
    Row(
      "value-mix", .japanese,
      [(0, 1, "0.900"), (0, 2, "−300.000"), (0, 3, "−270.000"), (3, 3, "−300.140")],
      "ブロック0・ヘッド0、「？」の位置。1行が一つのトークンのバリューで、左にその重みを示します。「<|ja|>」の重みは0.900です。"
        + "0番の数は0.900 × (−300.000) + 0.060 × (−301.000) + 0.040 × (−302.000) ≈ −300.140。",
      "0.06 × 海"),
    Row(
      "attention-output", .english,
      [
        (0, 0, "head 0"), (0, 1, "20.0"), (1, 1, "0.500"), (2, 0, "bias"), (2, 1, "1.15"),
        (3, 0, "sum"), (3, 1, "45.1"), (3, 2, "21.00  22.00  23.00  24.00"),
      ],
      "Layer 0, at “?”. Number 0 of the attention's output: 20.000 + 0.500 + 0.500 ≈ 21.000, one part for "
        + "each of 2 heads and the bias. Head 1, which is followed, adds a row of length 0.500; most is added "
        + "by head 0 (20.0).", "side by side one row of 2 × 2 = 4 numbers"),
    Row(
      "attention-output", .japanese, [(0, 2, "−20.00  0.00  0.00  0.00"), (2, 0, "バイアス")],
      "−20.000 + (−0.500) + 0.500 ≈ −21.000です。追いかけているヘッド0が足す行の長さは20.0で、ヘッドの中でいちばん長い行です。",
      "横に並べると、2 × 2 = 4個の数の1行"),
    Row(
      "two-additions", .english,
      [
        (0, 0, "arrives"), (0, 1, "5.00"), (1, 0, "+ attention"), (1, 1, "45.1"), (2, 1, "10.0"),
        (2, 2, "6.00  8.00  0.00  0.00"), (3, 0, "+ MLP"), (3, 1, "65.0"), (4, 1, "13.0"),
      ],
      "Block 0, at “?”. Number 0: 3.000 + 21.000 ≈ 6.000, then 6.000 + 31.000 ≈ 5.000. The row has the length "
        + "5.00; attention's, 45.1 long, makes it longer: 10.0. The MLP's, 65.0 long, makes it longer: 13.0.",
      "= between"),
    Row(
      "two-additions", .japanese, [(1, 2, "−21.00  −22.00  −23.00  −24.00"), (4, 0, "＝後")],
      "0番の数は、−3.000 + (−21.000) ≈ −6.000、続いて−6.000 + (−31.000) ≈ −5.000。長さ5.00の行に、注意が長さ"
        + "45.1の行を足すと、長くなって10.0。MLPが長さ65.0の行を足すと、長くなって13.0です。", "＝途中"),
  ]

  static let stream = [
    Row(
      "residual-stream", .english,
      [
        (0, 0, "embedding"), (0, 1, "5.00"), (0, 2, "3.00  4.00  0.00  0.00"),
        (1, 0, "+ attention 0"), (1, 1, "10.0"), (2, 0, "+ MLP 0"), (2, 1, "13.0"),
        (2, 2, "5.00  12.00  0.00  0.00"),
      ],
      "“?”, after each part; the first 4 numbers. Its length goes from 5.00 to 13.0: 2 of 2 additions made it longer.",
      "+ MLP 0"),
    Row(
      "residual-stream", .japanese, [(1, 0, "＋注意0"), (1, 2, "−6.00  −8.00  0.00  0.00")],
      "「？」のベクトルの、先頭4個の数。長さは5.00から13.0になりました。", "＋注意0"),
    Row(
      "mlp", .english,
      [
        (0, 0, "neuron 1"), (0, 1, "0.900"), (0, 2, "␣sea, ␣red"), (0, 3, "0.50"),
        (1, 0, "neuron 3"), (1, 2, "␣deep"), (1, 3, "2.25"),
      ],
      "Layer 0, at “?”: of 5 neurons, 2 have a value above 0.5. The strongest are shown, each with the tokens "
        + "in the answer's script whose logits it lifts most. The whole MLP moves the logit of “␣deep” by 3.13, measured against the "
        + "average of all tokens; of the neurons shown neuron 3 does most for it: 2.25.",
      "0.90 → ␣sea, ␣red"),
    Row(
      "mlp", .japanese,
      [(0, 0, "ニューロン2"), (0, 1, "0.100"), (0, 2, "北、海"), (0, 3, "−0.13")],
      "ブロック0、「？」の位置。5個のニューロンのうち、値が0.5を超えたのは0個。強い順に示します。そえてあるのは、"
        + "答えと同じ文字のトークンのうち、ロジットをいちばん押し上げるものです。「南」のロジットを、MLP全体は全トークンの平均と比べて−0.50だけ動かします。図のニューロンのうち、"
        + "いちばん大きいのはニューロン2の−0.13です。", "0.10 → 北、海"),
    Row(
      "logits", .english,
      [(0, 0, "␣deep"), (0, 1, "62"), (0, 2, "4.75"), (0, 3, "55.00%"), (2, 3, "7.00%")],
      "After “?” the highest score goes to “␣deep”: logit 4.75, which softmax turns into 55.0%",
      "3.50 → 15.0%"),
    Row(
      "logits", .japanese, [(0, 0, "南"), (0, 1, "81"), (1, 2, "2.13"), (1, 3, "4.00%")],
      "「？」の次でいちばん高い点は「南」のロジット5.25で、ソフトマックスによって確率91.0%", "5.25 → 91.0%"),
    Row(
      "layer-guesses", .english,
      [
        (0, 0, "embedding only"), (0, 1, "?"), (0, 2, "40.0%"), (0, 3, "–"),
        (1, 0, "after block 0"),
        (1, 1, "␣blue"), (1, 2, "62.0%"), (1, 3, "␣deep"), (1, 4, "␣red"), (0, 5, "9"),
        (0, 6, "1.3%"), (1, 5, "2"), (1, 6, "25.0%"),
      ],
      "What comes after “?”: the residual stream at each of these places, read as if it were the last. "
        + "The final guess, “␣blue”, takes the lead after block 0. The token that is followed, “␣deep”, goes "
        + "from rank 9 (1.3%) to rank 2 (25.0%).", "“␣deep”: rank 9, 1.3%"),
    Row(
      "layer-guesses", .japanese,
      [(0, 0, "埋め込みだけ"), (0, 1, "南"), (0, 2, "33.0%"), (1, 2, "77.0%")],
      "「南」が初めて第一候補になるのは「埋め込みだけ」", "南 77.0% ✓"),
    Row(
      "knockouts", .english,
      [
        (0, 0, "nothing"), (0, 1, "␣deep"), (0, 2, "0.950"), (0, 3, "␣deep"), (1, 1, "!"),
        (1, 2, "0.940"), (2, 0, "attention 0"), (2, 2, "0.600"), (4, 0, "L0H0"), (4, 2, "0.800"),
        (6, 0, "L0H1"), (6, 2, "0.120"), (6, 3, "␣sea"), (6, 4, "0.755"), (6, 5, "sea sea …"),
        (7, 5, ""), (8, 5, "!"), (7, 2, "0.110"),
        (8, 0, "MLP 0"), (9, 2, "0.290"),
      ],
      "Of all heads L0H1 is missed most: without it the probability of “!” goes from 94.0% to 11.0%, and "
        + "“␣sea” is likeliest. Left to itself it then writes “sea sea …”. “␣deep” is missed most without MLP 0: from 95.0% to 30.0%.",
      "L0H1"),
    Row(
      "knockouts", .japanese,
      [
        (0, 0, "なし"), (0, 1, "南"), (2, 0, "注意0"), (4, 0, "L0H0"), (4, 2, "0.120"),
        (4, 5, "sea sea …"),
      ],
      "いちばん困るのはL0H0です。取り除くと「。」の確率は94.0%から11.0%になります（第一候補は「␣sea」）。"
        + "自分で書かせると、「sea sea …」となります。「南」がいちばん困るのはMLP0を取り除いたときで、95.0%から30.0%になります。", "MLP0"),
    // Of the last rows: √(0.9² + 1² + 1.1² + 1.2²) = 2.11, √(3² + 4²) = 5, √(21² + … + 24²) = 45.1, and so on.
    Row(
      "inside-map", .english,
      [
        (0, 0, "Token and position embedding"), (0, 1, "2.11"), (0, 2, "5.00"), (0, 3, "? 40.0%"),
        (1, 0, "Attention 0"), (1, 1, "45.1"), (1, 2, "10.0"), (1, 3, "–"), (2, 0, "MLP 0"),
        (2, 1, "65.0"), (2, 2, "13.0"), (2, 3, "␣blue 62.0%"),
      ],
      "The vector of the last token, “?”, gets something added 2 times on its way. MLP 0 adds most, a "
        + "vector of length 65.0. At the end it is read as “␣deep”, with a probability of 55.0%.",
      "● length 13.0; read here, it says “␣blue” (62.0%)"),
    Row(
      "inside-map", .japanese, [(0, 3, "南 33.0%"), (1, 0, "注意 0"), (2, 3, "南 77.0%")],
      "「？」のベクトルには、途中で2回、何かが足されます。いちばん大きく足すのはMLP 0で、その長さは65.0です。"
        + "最後に読み取られるトークンは「南」で、その確率は91.0%です。", "● 長さ13.0。ここで読み取ると「南」（77.0%）"),
  ]
}
