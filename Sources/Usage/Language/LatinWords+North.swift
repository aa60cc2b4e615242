// Shorter lists: languages that are asked for more rarely.
extension LatinWords {
  static let swedish = """
    och i att det som en på är av för med den till inte om ett han hon de var jag du vi ni men sig \
    från eller så kan när vad vem hur varför här där nu alltid aldrig igen mer mycket många \
    liten stor bra dålig vacker gammal ny lång kort ska vill måste göra gör säga säger se ser hus \
    stad gata vatten bröd kaffe mjölk kvinna man barn mor far bror syster vän vänner hund katt fågel \
    dag natt kväll vecka månad år tid liv värld land väder regn sol snö vind hav hamn båt fisk skola \
    arbete arbetar bor äter pengar bok ord språk svenska fråga svar vet tror tack hej ja nej kanske \
    idag igår imorgon hade har blev bli efter före under över mellan utan min mitt mina din ditt hans \
    hennes ligger sitter står går kommer åker springer sover läser skriver talar pratar hjälper söker \
    hittar köper säljer leker spelar lagar dricker tåg tåget bil bilen cykel station stationen bord \
    bordet stol dörr dörren fönster rum kök trädgård hela alla ingen något någon varje första sista \
    två tre fyra fem glömt tappat varm kall trött glad röd blå grön svart vit morgon kvällen regnar
    """

  static let danish = """
    og i at det som en på er af for med den til ikke om et han hun de var jeg du vi men sig fra eller \
    så kan når hvad hvem hvor hvorfor hvordan hvornår her der nu altid aldrig igen mere meget mange \
    lille stor god dårlig smuk gammel ny lang kort skal vil må gøre gør sige siger se ser hus by gade \
    vand brød kaffe mælk kvinde mand barn børn mor far bror søster ven venner hund kat fugl dag nat \
    aften uge måned år tid liv verden land vejr regn sol sne vind hav havn båd fisk skole arbejde \
    arbejder bor spiser penge bog ord sprog dansk spørgsmål svar ved tror tak hej ja nej måske i dag \
    går morgen havde har blev blive efter før under over mellem uden min mit mine din dit hans hendes \
    ligger sidder står kommer kører løber sover læser skriver taler hjælper søger finder køber sælger \
    leger spiller laver drikker tog bil cykel bord stol dør vindue værelse køkken have hele alle ingen \
    noget nogen hver første sidste to tre fire fem glemt tabt varm kold koldt træt glad rød blå grøn
    """

  static let norwegian = """
    og i å det som en på er av for med den til ikke om et han hun de var jeg du vi men seg fra eller så \
    kan når hva hvem hvor hvorfor hvordan her der nå alltid aldri igjen mer mye mange liten stor god \
    dårlig vakker gammel ny lang kort skal vil må gjøre gjør si sier se ser hus by gate vann brød kaffe \
    melk kvinne mann barn mor far bror søster venn venner hund katt fugl dag natt kveld uke måned år \
    tid liv verden land vær regn sol snø vind hav havn båt fisk skole arbeid jobber bor spiser penger \
    bok ord språk norsk spørsmål svar vet tror takk hei ja nei kanskje i dag går morgen hadde har ble \
    etter før under over mellom uten min mitt mine din ditt hans hennes ligger sitter står kommer \
    kjører løper sover leser skriver snakker hjelper søker finner kjøper selger leker spiller lager
    """

  static let finnish = """
    ja on ei se että hän oli ovat olla mutta kun niin myös vain tai jos minä sinä me te he tämä tuo \
    joka mikä kuka missä milloin miksi miten täällä siellä nyt aina koskaan taas hyvin paljon vähän \
    pieni suuri iso hyvä huono kaunis vanha uusi pitkä lyhyt voi täytyy haluaa tehdä tekee sanoa \
    sanoi nähdä talo talossa kaupunki katu vesi leipä kahvi maito nainen mies lapsi lapset äiti isä \
    veli sisko ystävä koira kissa lintu päivä yö ilta viikko kuukausi vuosi aika elämä maailma maa \
    sää sade aurinko lumi tuuli meri satama laiva kala koulu työ työskentelee asuu syö raha kirja \
    sana kieli suomi kysymys vastaus kiitos hei kyllä ehkä tänään eilen huomenna minun sinun hänen
    """
}
