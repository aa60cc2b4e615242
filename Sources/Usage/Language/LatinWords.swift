/// Common words of the languages that are told apart by their words and letters.
///
/// From them the detector knows the words themselves and, by the order of their letters, what other
/// words of the language look like.
enum LatinWords {
  /// English is the first.
  static let lists: [String] = [
    english, german, french, spanish, italian, portuguese, dutch, swedish, polish, turkish,
    indonesian, finnish, vietnamese, romaji, danish, norwegian, czech, hungarian, romanian,
    croatian,
    tagalog, swahili, latin,
  ]

  static let english = """
    the of and to in a is that it was he for on are as with his they at be this have from or had by \
    but not what all were we when your can said there an each which she do how their if will up \
    other about out many then them these so some her would make like him into time has look two \
    more go see no way could my than been who its now did get come made may i you me where why \
    part over new sound take only little work know place year years live back give most very after \
    thing things our just name good sentence man think say great help through much before line \
    right too means old any same tell boy follow came want show also around form three small set \
    put end does another well large must big even such because turn here ask went men read need \
    land different home us move try kind hand picture again change off play spell air away animal \
    house point page letter mother answer found study still learn should world high every near add \
    food between own below country plant last school father keep tree never start city earth eyes \
    light thought head under story saw left few while along might close something seem next hard \
    open example begin life always those both paper together got group often run important until \
    children side feet car mile night walk white sea began grow took river four carry state once \
    book hear stop without second later miss idea enough eat face watch far really almost let above \
    girl sometimes mountain cut young talk soon list song being leave family it's body music color \
    stand sun questions fish area mark dog horse birds problem complete room knew since ever piece \
    told usually didn't friends easy heard order red door sure become top ship across today during \
    short better best however low hours black products happened whole measure remember early waves \
    reached listen wind rock space covered fast several hold himself toward five step morning \
    passed true hundred against pattern numeral table north slowly money map farm pulled draw voice \
    cold cried plan notice south sing war ground fall king town i'll unit figure certain field \
    travel wood fire upon friend favourite favorite hobby pet street lives works likes eats wants \
    says keeps boat harbour bread soup evening afternoon yesterday tomorrow monday tuesday \
    wednesday thursday friday saturday sunday please thanks thank hello welcome sorry whose whom \
    anyone anybody someone somebody nobody everyone nothing everything anything summer winter \
    spring autumn weather rain snow cloudy sunny warm quiet loud clock tower bridge market beach \
    park hill lamp lantern cake tea coffee milk water apple chair window kitchen garden bird cat \
    doctor teacher child woman people person brother sister daughter son husband wife dinner lunch \
    breakfast buy sell pay cost price free call phone write wrote send sent card party birthday \
    gift present wonder guess explain describe summarize translate continue following text \
    question short shorter words word english japanese language happy sad tired hungry asleep \
    strange beautiful lovely lost find finds walked looked asked seemed wanted called opened closed \
    down inside outside behind beside ahead late nine eight seven six ten first third half quite \
    rather perhaps maybe already yet though although whether either neither would've can't won't \
    doesn't isn't aren't wasn't couldn't wouldn't shouldn't i'm i've you're we're they're he's \
    she's that's there's what's where's who's how's let's went gone going doing having making \
    taking coming looking working living playing sitting standing waiting singing swimming broken \
    bright dark sky moon star stars cloud storm island coast wave shell sand nets ferry train bus \
    road lane corner shop store office library museum hospital clinic bakery post baker sailor \
    fisherman captain neighbour neighbor mayor \
    able accept account action active actually addition afraid agree allow alone although amount \
    angry anger apart appear area argue arm arrive art attack aunt baby bag ball band bank basket \
    bath bear beat bed bee belief believe bell belong belt berry bicycle bill bite blow board bone \
    boot born borrow bottle bottom bowl box brain branch brave break breath brick bring brush build \
    building burn bury busy butter button camp candle cap care careful carefully carrot catch cause \
    cellar chain chance chase cheap cheek cheerful cheese cherry chicken choose circle class clean \
    clear clever climb cloth clothes club coat coin collect comb common cook cool copper corn cotton \
    cough count cousin cover crab cross crowd cry cup cupboard curtain custom daily damp danger date \
    deal dear decide deep deer depend desk dirty dish distance ditch drawer dream dress dress drink \
    drive drop drum dry duck dust duty edge egg electric empty enemy engine enjoy entire event exact \
    excited exercise expect expensive fact fail fair faith false famous fat fear feather feed feel \
    fence fight fill final finger finish firm fix flag flame flat flew flies flight float flock floor \
    flour flow flower fly foggy fold foot foreign forest forget forgive fork forgot former fortune \
    forward freeze fresh fruit full funny fur future gate gather gentle ghost giant glad glass glove \
    goat gold grain grass grateful grey grill guard guest guide guitar habit hair hall hammer handle \
    hang happen hat hate healthy heart heat heavy height hide hole holiday hollow honest honey hook \
    hope hospital hotel huge human hunt hurry hurt ice increase insect iron jacket jam jar jewel join \
    joke journey joy judge juice jump key kick kiss kitten knee knife knit knock knot ladder lady \
    lake lantern laugh law lazy lead leaf leather leg lemon lend lesson lift lion lip lizard loaf lock \
    lonely loose luck lucky lunch machine magic main manner march match matter meadow meal meat meet \
    melt member memory message metal middle mild mind mirror mistake mix modern moment monkey mood \
    mouse mouth mud narrow nature neck needle nephew nest nice niece noise noisy nose note nurse oak \
    ocean offer oil onion orange otter oven owl own pack pain paint pair pale pan parcel parrot past \
    path pea peace pear pencil pepper pick pie pig pillow pin pink pipe pirate plate pleasant pocket \
    poem pole polite pond pony poor pot potato pour present press pretty price pride print prize \
    promise proud pull pumpkin pupil purple push quarter queen quick rabbit race rail raise rare raw \
    ready reason receive reply rest rhyme rice rich ride ring ripe rise roar roof room rope rose rough \
    round row rubber rude rug ruin rule rush sad saddle safe sail salad salt save scarf scene scissors \
    scratch seal search season seat seaweed secret seed seldom sense serve several sew shade shadow \
    shake shallow share shark sharp sheep sheet shelf shine ship shirt shoe shoot shore shoulder shout \
    shut shy sick sign silence silent silk silver simple sink skin skirt sleep sleepy slice slide slip \
    slow smart smell smile smoke smooth snail snake sneeze soap sock soft soil soldier solid somehow \
    sore sour spade spare spark speak special speech speed spell spend spider spill spin spoil spoon \
    sport spot spread squid stairs stamp stand stare station steal steam steel steep stem stew stick \
    stiff stir stomach stool storm stove straight stranger straw stream strength stretch string stripe \
    strong stupid sudden suddenly sugar suggest suit suitcase supper surprise swan sweep sweet swell \
    swift swing sword tail tailor tall tame tap task taste teach tear telephone temper tent test theatre \
    thick thief thin thirsty thread throat throne throw thumb thunder ticket tidy tie tiger tight tin \
    tiny tip toast toe tongue tool tooth touch toy track trade trap treat trick trip trouble trousers \
    trust truth try tune turtle twelve twenty twin twist type ugly umbrella uncle underneath useful \
    valley village violin visit visitor wage waist wake wallet wander warn wash waste weak wealth wear \
    weekend weigh weight wet whale wheat wheel whisper whistle wide wild win wing wipe wire wise wish \
    wolf wonderful wool worm worry worse worst worth wound wrap wrist wrong yard yellow younger yours mine hers ours theirs itself myself yourself \
    owe variable oxygen data function program code computer screen print error email website account \
    average measure euro dollar pound percent minute safe travel passport taxi plane airport luggage \
    physics chemistry history science planet gravity energy acid metal carbon virus cell muscle \
    police crime court tax vote election government minister strike protest price rent wage budget \
    model value number random string list array loop test commit branch merge server network robot
    """

  static let german = """
    der die das und ist in den von zu mit sich des auf für nicht ein eine einen einem einer eines \
    als auch es an werden aus er hat dass sie nach wird bei noch nur wie über so wenn aber man \
    oder sind war haben ich du wir ihr mich dich kein keine im am um dem zum zur vom bis wo wer \
    was warum heute morgen gestern jeden alle sehr guten gibt liegt geht gehen kommt kommen isst \
    essen wohnt wohnen arbeitet arbeiten doch schon mein dein sein ihre unser euer meine deine \
    seine wann welche welcher welches diese dieser dieses hier dort jetzt immer nie wieder mehr \
    viel viele wenig groß klein gut schlecht schön alt neu lang kurz kann können muss müssen soll \
    will wollen darf mag möchte machen macht gemacht sagen sagt gesagt sehen sieht gesehen haus \
    hause stadt straße wasser brot kaffee tee milch frau mann kind kinder mutter vater bruder \
    schwester freund freunde freundin hund katze vogel tag tage nacht abend woche monat jahr jahre \
    zeit leben welt land wetter regen sonne schnee wind meer hafen schiff boot fisch schule lehrer \
    arbeit geld buch bücher wort wörter sprache deutsch frage antwort weiß wissen glaube denken \
    bitte danke hallo ja nein vielleicht ganz wirklich gerade weil denn damit ohne gegen durch \
    zwischen unter vor hinter neben seit während trotzdem nächste letzte erste zweite drei vier \
    fünf zehn uhr heißt heißen name lieblings tür fenster zimmer küche garten wagen zug bahnhof \
    weg kirche markt laden kaufen spielen schreiben lesen lernen schlafen laufen fahren fährt \
    bleiben bleibt steht stehen sitzt sitzen spricht sprechen hilft helfen sucht suchen findet \
    finden müde froh kalt warm wurde wurden worden gewesen hatte hatten wäre würde konnte zeigen \
    rechnung schlüssel tasche wochenende kuchen apfel äpfel spiel gern gerne trinken trinke trinkt esse \
    wohne arbeite gehe komme spiele lese schreibe mache sage sehe denke glaube weißt kannst willst \
    musst hast bist seid habt beginnt beginnen anfangen endet hört hören singt singen tanzen malt malen \
    schwimmen fliegt fliegen bringt bringen nimmt nehmen gab geben kaufe kauft zeigt öffnet schließt \
    regnet schneit scheint kaputt lecker müde hungrig durstig krank gesund rot blau grün gelb schwarz \
    weißen erzähl erzähle geschichte zusammenfassen übersetze schreib sag zeig morgens abends nachts \
    montag dienstag mittwoch donnerstag freitag samstag sonntag frühling sommer herbst fahrrad bruder lange laut leise vergessen \
    nachbar kühlschrank zahn brücke gesperrt schließ hose hemd teller gabel messer löffel tasse flasche \
    suppe salat nudeln reis onkel tante vetter cousine enkel urlaub koffer flughafen bahnhof rathaus \
    rechnung fehler bildschirm rechner drucker taste geschlossen geöffnet zerbrochen gefunden gekauft \
    gelernt lernt spielt kocht malt baut singt läuft fällt liegt steht hängt bleibt trägt klavier geige
    """

  static let french = """
    le la les de des du un une et est dans en que qui à au aux pour pas sur avec ce cette ces se \
    son sa ses il elle ils elles nous vous je tu ne plus par mais ou où donc leur leurs tout tous \
    toute toutes très bien fait faire être avoir comme sans sous entre chez depuis ont sont était \
    étaient a y bonjour merci oui non deux trois quatre mange manger habite habiter cherche \
    chercher matin soir nuit jour jours ville rue maison eau pain café thé lait homme femme enfant \
    enfants mère père frère sœur ami amis amie chien chat oiseau mer port bateau poisson école \
    travail travaille travailler argent livre mot mots langue français question réponse sais savoir \
    croire penser peut pouvoir veut vouloir doit devoir dit dire voir voit vu aller va vais vont \
    venir vient aujourd'hui demain hier toujours jamais encore déjà aussi trop peu beaucoup petit \
    petite grand grande beau belle bon bonne nouveau nouvelle vieux jeune mon ma mes ton ta tes \
    notre votre nos vos quel quelle quels quelles quand comment pourquoi combien parce quoi rien \
    quelque chose quelqu'un personne autre autres même après avant pendant contre vers jusqu'à \
    heure heures semaine mois an ans année temps vie monde pays soleil pluie neige vent ciel porte \
    fenêtre chambre cuisine jardin voiture train gare chemin église marché magasin acheter jouer \
    écrire lire apprendre dormir marcher courir reste rester parle parler aide aider trouve trouver \
    content fatigué froid chaud s'il plaît c'est d'un d'une l'eau qu'il qu'elle n'est j'ai j'aime \
    aime aimer préfère nom appelle avait sera serait peux veux lumière fleur roman vend boire bois boit prendre prends prend \
    pris mettre met mis donner donne raconte histoire traduire résumer chanter chante danser nager ouvre \
    ouvrir ferme fermer perdu perdre oublié pleut neige rouge bleu vert jaune noir blanc malade faim soif \
    lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver vélo salé sucré clefs \
    frigo bruit cousin cousine oncle tante neveu voisin voisine dent dents mal clôture mur pull chemise \
    robe pantalon chaussure chaussures manteau chapeau assiette fourchette couteau cuillère verre tasse \
    bouteille soupe salade riz pâtes fromage valise aéroport gare mairie facture erreur écran touche \
    colline montagne rivière lac forêt arbre herbe serrure peint cassé trouvé acheté vendu appris joue \
    chante court tombe pleure rit fait font vit vivent part partent sort sortent arrive arrivent encore
    """

  static let spanish = """
    el la los las de del un una unos y es en que quien por para con no se su sus lo al más pero \
    como este esta estos ese eso cuando donde dónde qué cómo muy sin sobre también hay fue son está \
    están estar ser ya o si mi tu yo ella él nos le les desde hasta todo todos toda nadie hoy mañana \
    ayer buenas noches buenos días tardes calle pueblo come comer trabaja trabajar vive vivir \
    ciudad casa agua pan café leche hombre mujer niño niña niños madre padre hermano hermana amigo \
    amigos amiga perro gato pájaro mar puerto barco pez pescado escuela trabajo dinero libro \
    palabra palabras lengua español pregunta respuesta sabe saber creo creer pensar puede poder \
    quiere querer quiero debe deber dice decir ver veo voy va van ir viene venir siempre nunca \
    todavía mucho muchos poco pequeño pequeña grande bonito bueno buena nuevo nueva viejo joven \
    nuestro vuestro cuál cuáles cuándo cuánto quién porque nada algo alguien otro otra otros mismo \
    después antes durante contra entre hacia hora horas semana mes año años tiempo vida mundo país \
    sol lluvia nieve viento cielo puerta ventana cuarto cocina jardín coche tren camino iglesia \
    mercado tienda comprar jugar escribir leer aprender dormir correr hablar habla ayudar ayuda \
    encontrar contento cansado frío calor favor gracias hola adiós sí nombre llama llamo gusta \
    gustaría tengo tiene tener hacer hace hecho había era eran sido mejor dos tres cuatro cinco \
    abuela flores llaves lejos cerca perdido mesa playa biblioteca beber bebo bebe tomar toma dar doy poner pone salir \
    sale entrar perder encuentro cuento contar cuenta traducir resumir cantar canta bailar nadar abrir \
    cerrar cerrada abierta llueve nieva rojo azul verde amarillo negro blanco enfermo hambre sed lunes \
    martes miércoles jueves viernes sábado domingo primavera verano otoño invierno bicicleta rica \
    nevera ruido primo prima tío tía sobrino vecino vecina muela diente valla muro camisa vestido pantalón \
    zapato zapatos abrigo sombrero plato tenedor cuchillo cuchara vaso taza botella sopa ensalada arroz \
    queso maleta aeropuerto estación factura error pantalla tecla montaña colina río lago bosque árbol \
    pintó rompió encontró compró vendió aprendió juega corre cae llora ríe duele aprieta llega salen
    """

  static let italian = """
    il lo la i gli le di del della dei delle un una uno e è in che chi per con non si suo sua al \
    alla ai da dal dalla nel nella sul sulla come ma più anche questo questa questi sono era ho ha \
    hanno abbiamo dove quando perché molto molti tutto tutti oggi domani ieri ogni casa buongiorno \
    buonasera grazie prego ciao sì no mangia mangiare lavora lavorare vive vivere abita città via \
    strada acqua pane caffè latte uomo donna bambino bambini madre padre fratello sorella amico \
    amici amica cane gatto uccello mare porto barca pesce scuola lavoro soldi libro parola parole \
    lingua italiano domanda risposta sapere so sa credo pensare può potere vuole voglio deve dice \
    dire vedere vedo vado va vanno andare viene venire sempre mai ancora già troppo poco piccolo \
    piccola grande bello bella buono buona nuovo nuova vecchio giovane mio mia tuo tua nostro quale \
    quali quanto cosa niente qualcosa qualcuno altro altra stesso dopo prima durante contro tra fra \
    verso ora ore settimana mese anno anni tempo vita mondo paese sole pioggia neve vento cielo \
    porta finestra camera cucina giardino macchina treno chiesa mercato negozio comprare giocare \
    scrivere leggere imparare dormire correre parlare parla aiutare trovare stanco freddo caldo \
    nome chiama piace vorrei essere avere fare fatto stato due tre quattro bere beve prendere prende \
    mettere dare perso perdere raccontare racconta storia tradurre cantare canta ballare nuotare aprire \
    chiudere chiuso piove nevica rosso blu verde giallo nero bianco malato fame sete lunedì martedì \
    mercoledì giovedì venerdì sabato domenica primavera estate autunno inverno bicicletta \
    frigo rumore cugino cugina zio zia nipote vicino vicina dente muro maglia camicia vestito scarpa scarpe \
    cappotto cappello piatto forchetta coltello cucchiaio bicchiere tazza bottiglia zuppa insalata riso \
    formaggio valigia aeroporto stazione conto errore schermo tasto montagna collina fiume lago bosco \
    albero dipinto rotto trovato comprato venduto imparato gioca corre cade piange ride male fa torna
    """

  static let portuguese = """
    o a os as de do da dos das um uma e é em no na nos nas que quem por para com não se seu sua ao \
    à mais mas como este esta isso quando onde muito também foi são está ele ela eu você nós já ou \
    até hoje amanhã ontem todos todo bom boa dia noite tarde obrigado olá sim come comer trabalha \
    trabalhar vive viver mora morar cidade rua casa água pão café leite homem mulher menino menina \
    criança mãe pai irmão irmã amigo amiga cachorro gato pássaro mar porto barco peixe escola \
    trabalho dinheiro livro palavra língua português pergunta resposta sabe saber acho pensar pode \
    quer quero deve diz dizer ver vou vai vão vem vir sempre nunca ainda pouco pequeno grande bonito \
    novo nova velho jovem meu minha teu nosso qual quais quanto porque nada algo alguém outro mesmo \
    depois antes durante contra entre hora horas semana mês ano anos tempo vida mundo país sol \
    chuva neve vento céu porta janela quarto cozinha jardim carro trem igreja mercado loja comprar \
    jogar escrever ler aprender dormir correr falar fala ajudar encontrar cansado frio quente nome \
    chama gosta gosto tem tenho ter fazer faz feito era ser estar dois três quatro
    """

  static let dutch = """
    de het een en van is in op te dat die voor met niet zijn er aan ook als bij naar uit maar om \
    dan nog wel geen ik je hij zij wij ze we hebben heeft had was waren worden wordt door over deze \
    dit waar wie wat hoe veel goed vandaag morgen gisteren mijn jouw haar ons onze jullie hun waarom \
    wanneer welke hier daar nu altijd nooit weer meer weinig groot grote klein kleine mooi oud nieuw \
    lang kort kan kunnen moet moeten mag wil willen zal zullen zou maken maakt zeggen zegt zien ziet \
    huis stad straat water brood koffie thee melk vrouw man kind kinderen moeder vader broer zus \
    vriend vrienden hond kat vogel dag nacht avond week maand jaar jaren tijd leven wereld land weer \
    regen zon sneeuw wind zee haven schip boot vis school werk werkt werken woont wonen eet eten \
    geld boek woord woorden taal nederlands vraag antwoord weet weten denk denken alsjeblieft dank \
    hallo ja nee misschien heel echt omdat zonder tegen tussen onder achter naast sinds volgende \
    laatste eerste twee drie vier uur heet naam deur raam kamer keuken tuin auto trein weg kerk \
    markt winkel kopen spelen schrijven lezen leren slapen lopen gaan gaat komt komen blijft staat \
    zit spreekt helpt zoekt vindt moe blij koud warm drinken drink drinkt nemen neemt geven geeft brengen \
    vertel vertellen verhaal vertaal vertalen samenvatten zingen zingt dansen zwemmen openen open sluiten \
    gesloten verloren vergeten gestolen gekocht gezien gemaakt gegeten fiets regent sneeuwt rood blauw \
    groen geel zwart wit ziek honger dorst graag sleutel zusje broertje maandag dinsdag woensdag \
    donderdag vrijdag zaterdag zondag lente zomer herfst winter ijs buiten \
    koelkast neef nicht oom tante buurman kies tand schutting muur trui hemd jurk broek schoen schoenen \
    jas hoed bord vork mes lepel glas kopje fles soep salade rijst kaas koffer vliegveld station fout \
    scherm berg heuvel rivier meer bos boom geverfd gebroken gevonden verkocht geleerd speelt rent valt \
    huilt lacht doet pijn kwijt bromt blaft slaapt zingt kookt leest schrijft staat hangt ligt
    """

  static let polish = """
    i w na z do się nie to jest że o jak po za od co czy ale tak już tylko był była było być ma mam \
    jego jej ich tego tej ten ta te kto gdzie kiedy dlaczego jaki jaka tutaj teraz zawsze nigdy \
    znowu bardzo dużo mało mały duży dobry dobrze zły piękny stary nowy długi krótki może można \
    musi chce robić robi mówi mówić widzi widzieć dom domu miasto ulica woda chleb kawa mleko \
    kobieta mężczyzna dziecko dzieci matka ojciec brat siostra przyjaciel pies kot ptak dzień noc \
    wieczór tydzień miesiąc rok lat czas życie świat kraj pogoda deszcz słońce śnieg wiatr morze \
    statek ryba szkoła praca pracuje mieszka je pieniądze książka słowo język polski pytanie \
    odpowiedź wiem proszę dziękuję cześć dzisiaj wczoraj jutro mój twój nasz przez przed pod nad
    """

  static let turkish = """
    ve bir bu da de için ile çok ne var yok mi mı o ben sen biz siz onlar gibi daha en kadar sonra \
    önce ama veya nasıl nerede kim neden hangi burada orada şimdi her zaman hiç yine büyük küçük iyi \
    kötü güzel eski yeni uzun kısa olarak olan oldu olur değil etti ediyor yapıyor gidiyor geliyor \
    çalışıyor yaşıyor yiyor ev evde şehir sokak su ekmek kahve çay süt kadın adam çocuk çocuklar \
    anne baba kardeş arkadaş köpek kedi kuş gün gece akşam hafta ay yıl hayat dünya ülke hava yağmur \
    güneş kar rüzgar deniz liman gemi balık okul iş para kitap kelime dil türkçe soru cevap teşekkür \
    lütfen merhaba evet hayır bugün dün yarın benim senin onun bizim
    """

  static let indonesian = """
    yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena bisa ada mereka \
    kami kita dia anda sudah belum lebih banyak sangat apa siapa mana kapan mengapa bagaimana di \
    sini sana sekarang selalu besar kecil baik buruk indah lama baru panjang pendek harus mau \
    membuat mengatakan melihat rumah kota jalan air roti kopi teh susu perempuan orang anak ibu \
    bapak ayah kakak adik teman anjing kucing burung hari malam pagi minggu bulan tahun waktu hidup \
    dunia negara cuaca hujan matahari angin laut pelabuhan kapal ikan sekolah kerja bekerja tinggal \
    makan uang buku kata bahasa indonesia pertanyaan jawaban tolong terima kasih halo ya besok \
    kemarin nama saya suka adalah seorang setiap
    """

  static let vietnamese = """
    va cua la co khong nguoi mot cho trong duoc nay voi cac nhung da den toi anh chi em ban ho no \
    o dau ai gi nao sao khi rat nhieu it lon nho tot dep moi cu dai ngan phai muon lam noi thay nha \
    thanh pho duong nuoc banh ca phe sua phu nu dan ong tre con me cha ban be cho meo chim ngay dem \
    toi tuan thang nam thoi gian song the gioi troi mua nang gio bien tau truong hoc viec tien sach
    """

  static let romaji = """
    wa ga wo ni no de to mo ka desu masu deshita mashita imasu arimasu san sama kun chan watashi \
    anata kare kanojo kore sore are doko dare nani itsu naze dono donna ikura kyou ashita kinou ima \
    hataraite sunde tabete nonde shite itte kite mite kudasai arigatou konnichiwa ohayou hai iie \
    oshiete suki kirai ookii chiisai atarashii furui ie machi mizu sakana inu neko tori hito kodomo \
    tomodachi sensei gakkou shigoto hon kotoba nihongo eigo ame yuki kaze umi minato fune yoru asa
    """
}
