/// Sentences of about 20 characters, by which the language detector is judged; none was used to make it.
enum HeldOutSentences {
  static let english = [
    "The soup smells great", "Nobody saw the red kite", "Her uncle paints ships",
    "Let us walk to the pier",
    "My keys are in the drawer", "Why is the lamp broken", "Two otters swam past us",
    "He forgot his umbrella",
    "Bring me the blue scarf", "The library closes soon", "Where did Oren put it?",
    "Opal waters the plants",
    "Frogs croak after rain", "Thirty boats left early", "Is there any bread left",
    "The ferry was too late",
    "A gull stole my sandwich", "She knits warm mittens", "We danced until dawn",
    "Otto found a brass key",
    "The museum is closed now", "Can I borrow your pen?", "Hugo sells fresh squid",
    "Fog covers the hilltop",
    "This puzzle is too hard", "Have you fed the turtle?", "Vera's pony likes carrots",
    "The old bell rang twice",
    "Nico lives by the sea", "Somebody knocked softly", "Draw a map of the coast",
    "What does Pia collect?",
    "Pancakes with honey, yum", "Rolf sneezed very loudly", "Their garden has plums",
    "I cannot find my shoes",
    "Zoe beats the big drum", "Write a letter to Edda", "Bees hum in the meadow",
    "The tide comes in slowly",
    "Does Ana have a dog?", "Clara prefers grilled fish", "It snowed all weekend",
    "Dad repaired the fence",
    "Tell me a short story", "Sum up this article", "Lulu flies kites daily",
    "Candles lit the kitchen",
    "How old is the tower?", "Joss plays the violin",
  ]
  static let japanese = [
    "港に大きな船が着きました", "きょうはとても寒いですね", "ねこが窓から外を見ている", "だれが鍵を見つけましたか", "ミラさんはどこにいますか",
    "あしたは釣りに行くつもりだ", "パンを三つください", "古い橋のそばで待っています", "この本を読んだことがある？", "雨がやんだら出かけよう",
    "灯台の明かりが消えた", "おにぎりを作ってくれました", "図書館は何時に開きますか", "カモメが空を飛んでいる", "オットーさんの趣味は？",
    "かさを忘れないでね", "時計台の鐘が鳴りました", "魚市場はいつもにぎやかだ", "友だちに手紙を書いた", "先生、質問があります",
    "となりの犬がよくほえる", "りんごジャムが好きです", "なぜ空は青いのだろう", "赤い凧が木にひっかかった", "朝ごはんは何にする？",
    "霧で何も見えません", "波の音がきこえる", "つづきを書いてください", "この文を短くまとめて", "英語に訳してください",
    "ラビさんの職場を教えて", "博物館は月曜日が休みです", "カメがゆっくり歩いている", "おじいさんは船乗りでした", "ランタン祭りが始まった",
    "チェスを教えてほしい", "たいこの音がひびく", "絵をかくのが楽しい", "水泳は苦手なんです", "ポニーに乗ってみたい",
    "編み物をして過ごします", "スープがさめてしまった", "みんなで歌いましょう", "星がきれいな夜だった", "郵便局はどこですか",
    "アヒルが道をわたる", "今夜は嵐になるそうだ", "ガラスのびんを拾った", "Wi-Fiの使い方を教えて", "何度聞いても忘れちゃう",
  ]
  static let neither: [(language: String, sentences: [String])] = [
    (
      "German",
      [
        "Der Bäcker schläft noch", "Wo liegt mein Schlüssel", "Das Boot fährt morgen ab",
        "Ich trinke gern Kakao",
        "Wir haben keinen Hunger", "Kannst du mir helfen?", "Die Katze jagt eine Maus",
        "Es regnet seit gestern",
        "Er malt jeden Abend", "Unser Hund heißt Bello", "Wann beginnt der Film?",
        "Gib mir bitte das Salz",
      ]
    ),
    (
      "French",
      [
        "Le chat dort au soleil", "Où est la boulangerie ?", "Nous partons demain matin",
        "J'ai perdu mes clefs",
        "Elle chante sous la pluie", "Il y a du vent ce soir", "Tu veux un croissant ?",
        "Mon frère joue du piano",
        "La mer est très calme", "Qui a pris mon livre ?", "Les enfants jouent dehors",
        "Raconte une histoire",
      ]
    ),
    (
      "Spanish",
      [
        "El barco sale a las ocho", "¿Dónde vive tu hermana?", "Me gusta la sopa de pescado",
        "No encuentro mis llaves",
        "Los niños juegan en casa", "Hoy llueve en la ciudad", "La panadería está cerrada",
        "Quiero aprender a nadar",
        "El gato duerme en la silla", "Cuéntame un cuento corto", "Mañana vamos a la playa",
        "Mi abuelo pinta barcos",
      ]
    ),
    (
      "Chinese",
      [
        "今天天气很好我们去海边", "请问图书馆在哪里", "他每天早上喝一杯咖啡", "我的钥匙不见了怎么办", "这只猫非常喜欢吃鱼",
        "明天下午三点开会", "她在面包店工作了五年", "孩子们在公园里踢足球", "你能告诉我为什么吗", "昨天晚上下了一场大雨",
      ]
    ),
    (
      "Korean",
      [
        "오늘은 날씨가 정말 좋네요", "도서관은 어디에 있습니까", "저는 매일 아침 커피를 마셔요", "열쇠를 잃어버렸어요", "고양이가 창가에서 자고 있다",
        "내일 바다에 갈 거예요", "그녀는 빵집에서 일합니다", "왜 하늘은 파란색인가요", "친구에게 편지를 썼다", "비가 많이 내렸습니다",
      ]
    ),
    (
      "Russian",
      [
        "Сегодня хорошая погода", "Где находится библиотека?", "Кошка спит на окне",
        "Я потерял свои ключи", "Мы едем к морю завтра",
        "Она работает в пекарне", "Почему небо голубое?", "Дети играют во дворе",
        "Вчера шёл сильный дождь", "Напиши письмо другу",
      ]
    ),
    (
      "Italian",
      [
        "Il gatto dorme sul divano", "Dove si trova la stazione?", "Ho perso le mie chiavi",
        "Domani andiamo al mare",
        "Mi piace il gelato", "La nonna prepara la zuppa", "Perché il cielo è blu?",
        "I bambini giocano fuori",
      ]
    ),
    (
      "Portuguese",
      [
        "O gato dorme na cadeira", "Onde fica a biblioteca?", "Perdi as minhas chaves",
        "Amanhã vamos à praia", "Ela trabalha na padaria",
        "Choveu muito ontem", "As crianças brincam fora", "Quero aprender a nadar",
      ]
    ),
    (
      "Dutch",
      [
        "De kat slaapt op de stoel", "Waar is mijn sleutel?", "Morgen gaan we naar zee",
        "Zij werkt in de bakkerij",
        "Het regent al drie dagen", "Ik drink graag koffie", "Waarom is de lucht blauw?",
        "De kinderen spelen buiten",
      ]
    ),
    (
      "code",
      [
        "for i in range(10):", "print(total / count)", "let x = items.count",
        "if (a == b) return 0;",
        "SELECT name FROM cats;", "import numpy as np", "std::cout << value;",
        "def add(a, b): return a + b",
        "git commit -m 'fix it'", "<div class=\"box\">", "const y = f(x) => x",
        "while (n > 1) n /= 2;",
        "int main(void) { }", "{\"name\": \"Mira\"}", "a[i] += b[j] * c;", "func walk() -> Int {",
        "#include <stdio.h>", "echo $HOME | wc -c", "user.name = new_name",
        "x = [n**2 for n in xs]",
      ]
    ),
  ]

  /// A second lot, written after the first had been used to find what was missing.
  static let more: [(language: String, sentences: [String])] = [
    (
      "en",
      [
        "Grandpa snores at noon", "Who left the gate open?", "Peel three ripe oranges",
        "Our tent leaks badly",
        "Ducks waddle home slowly", "I dropped my sandwich", "Milk is cheaper today",
        "Fetch a bucket of sand",
        "Is your sister awake?", "Wolves howl after dark", "He painted it purple",
        "Tess found two shells",
        "Nobody likes wet socks", "A crab pinched my toe", "Please shut the window",
        "Sailors fear this rock",
        "Why are bananas curved", "She hid under the stairs", "Basil hums while cooking",
        "That joke was awful",
        "Eight geese flew past", "My bike has a flat tyre", "Juno invited everybody",
        "Lemons taste sour",
        "Turn left at the chapel",
      ]
    ),
    (
      "ja",
      [
        "窓をあけてもいいですか", "カニがはさみを動かした", "いま何時かわかりますか", "雪で道がまっ白になった", "姉は医者をしています",
        "もう少しゆっくり話して", "切手を二枚買いました", "うさぎがにげてしまった", "このスープは熱すぎる", "どの船に乗ればいいの",
        "海べで貝がらを拾った", "弟とけんかをしました", "来週また来てください", "パンケーキが焼けたよ", "夕方には着くはずです",
        "石につまずいて転んだ", "きれいな絵はがきだね", "駅までどのくらいですか", "朝から頭が痛いんだ", "ヤギが草を食べている",
        "漁師さんに道を聞いた", "鳥のように飛びたいな", "さとうを入れますか", "約束を忘れないで", "小さな島が見えました",
      ]
    ),
    (
      "neither",
      [
        "Mein Fahrrad ist kaputt", "Die Suppe schmeckt lecker", "Wie spät ist es jetzt?",
        "Sie singt ein altes Lied",
        "Mon vélo est tout neuf", "La soupe est trop salée", "Quelle heure est-il ?",
        "Il a oublié son parapluie",
        "Mi bicicleta es azul", "La sopa está muy rica", "¿Qué hora es ahora?",
        "Ella canta una canción",
        "我们明天一起去游泳吧", "这碗面条太好吃了", "他正在读一本新书", "어제 친구를 만났습니다", "이 수프는 너무 뜨거워요",
        "На улице идёт снег", "Где моя красная шапка?", "La mia bici è rossa",
        "Che ore sono adesso?",
        "A minha bicicleta é azul", "Que horas são agora?", "Mijn fiets is gestolen",
        "Hoe laat is het nu?",
        "Min cykel är trasig", "Bisikletim çok eski", "Mój rower jest nowy",
        "result = compute(a, b)", "return items[0].size;",
        "var sum = 0; sum += 5;", "if name == 'Ana': pass", "console.log('hello')",
        "cd /home && ls -la", "UPDATE cats SET age = 3",
        "Καλημέρα, τι κάνεις;", "สวัสดีครับ วันนี้ร้อน", "مرحبا كيف حالك اليوم", "आज मौसम बहुत अच्छा है",
        "שלום, מה שלומך היום",
      ]
    ),
  ]
}
