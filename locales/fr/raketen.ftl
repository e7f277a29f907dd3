### satz 1: articles/raketen.md


## Field

# de: USA zählen neun russische Angriffe mit Raketen aus Nordkorea
s1744tf = Les États-Unis recensent neuf attaques russes menées avec des missiles nord-coréens

## Field

# de: Im UN-Sicherheitsrat wirft Washington Moskau vor, mit Waffen aus Pjöngjang gegen ein Embargo zu verstoßen, das Russland selbst mitbeschlossen hat.
s27akex = Au Conseil de sécurité de l’ONU, Washington accuse Moscou de violer, avec des armes venues de Pyongyang, un embargo que la Russie a elle-même voté.

## Heading

# de: Washington: Russland feuerte 9 Mal nordkoreanische Raketen auf die Ukraine
s8afrf3 = Selon Washington, la Russie a tiré 9 fois des missiles nord-coréens sur l’Ukraine

## Paragraph

# de: Russland hat nach Darstellung der USA inzwischen mindestens neunmal ballistische Raketen aus Nordkorea auf Ziele in der Ukraine abgefeuert.
sv4x8yb = D’après les États-Unis, la Russie a déjà tiré au moins neuf fois des missiles balistiques nord-coréens sur des cibles en Ukraine.
# de: Das sagte der stellvertretende UN-Botschafter der USA, Robert Wood, in der Nacht zum Mittwoch, 7. Februar, vor dem UN-Sicherheitsrat in New York.
sh5j4ge = C’est ce qu’a déclaré l’ambassadeur adjoint des États-Unis à l’ONU, Robert Wood, dans la nuit du mardi au mercredi 7 février devant le Conseil de sécurité de l’ONU à New York.

## Paragraph

# de: Die Zahl steht in einer Mitschrift, die die US-Vertretung bei den Vereinten Nationen ins Internet gestellt hat.
sc9nwc0 = Ce chiffre figure dans une transcription mise en ligne par la mission américaine auprès des Nations unies.
# de: „Bislang hat Russland bei mindestens neun Gelegenheiten ballistische Raketen aus Lieferungen der DVRK auf die Ukraine abgeschossen“, heißt es darin.
s4m5wmr = « À ce jour, la Russie a lancé à au moins neuf reprises des missiles balistiques fournis par la RPDC contre l’Ukraine », y lit-on.
# de: DVRK ist das amtliche Kürzel der Demokratischen Volksrepublik Korea, d. h. Nordkoreas.
st1m1n9 = RPDC est le sigle officiel de la République populaire démocratique de Corée, c’est-à-dire de la Corée du Nord.

## Heading

# de: Vorwurf: Bruch der eigenen Beschlüsse
sw11qys = L’accusation : violer ses propres décisions

## Paragraph

# de: Wood hielt Moskau vor, sich über Regeln hinwegzusetzen, denen es selbst zugestimmt hat.
ssxv6ht = M. Wood a reproché à Moscou de passer outre des règles que la Russie avait elle-même approuvées.
# de: Gemeint sind u. a. die Resolutionen 1718 (2006) und 1874 (2009), die den Waffenhandel mit Pjöngjang verbieten.
sw02f6a = Il s’agit entre autres des résolutions 1718 (2006) et 1874 (2009), qui interdisent le commerce d’armes avec Pyongyang.
# de: Als ständiges Mitglied hätte Russland beide mit seinem Veto verhindern können.
shgg47y = En tant que membre permanent, la Russie aurait pu bloquer les deux textes par son veto.

## Paragraph

# de: „Russland und die DVRK müssen für ein Vorgehen einstehen, das seit Langem geltende Pflichten aus den Resolutionen dieses Rates aushöhlt“, verlangte der Diplomat.
skxek30 = « La Russie et la RPDC doivent répondre d’agissements qui vident de leur substance les obligations découlant de longue date des résolutions de ce Conseil », a exigé le diplomate.
# de: „Verbotene Lieferungen von Waffen und womöglich von Technologie machen die Region unsicherer.
sa73e2a = « Les livraisons illégales d’armes, et peut-être de technologies, rendent la région moins sûre.
# de: Sie schwächen die weltweiten Bemühungen um Nichtverbreitung (ballistischer Raketen – Anm. d. Red.) ebenso wie das Ansehen dieses Rates.“
sdthb7b = Elles affaiblissent les efforts mondiaux de non-prolifération (des missiles balistiques, NDLR) tout autant que le crédit de ce Conseil. »

## Paragraph

# de: Beide Regierungen bestreiten das, wie die Nachrichtenagentur Reuters meldet.
ssgrvam = Les deux gouvernements démentent, rapporte l’agence de presse Reuters.

## Heading

# de: Botschafter hofft auf einen „Durchbruch“
s818caz = L’ambassadeur espère une « percée »

## Paragraph

# de: Moskau schlägt unterdessen freundliche Töne gegenüber Nordkorea an.
s4ejghs = Moscou adopte pendant ce temps un ton amical à l’égard de la Corée du Nord.
# de: Der russische Botschafter in Pjöngjang, Alexander Mazegora, stellte am 7. Februar gegenüber der Staatsagentur TASS eine noch engere Partnerschaft in Aussicht.
s0erwrx = L’ambassadeur de Russie à Pyongyang, Alexandre Matsegora, a laissé entrevoir le 7 février, auprès de l’agence publique TASS, un partenariat encore plus étroit.

## Paragraph

# de: „Ein solches Maß an Einvernehmen hat es zwischen uns und der DVRK noch nicht gegeben.
sgr6p4s = « Jamais il n’y a eu une telle entente entre nous et la RPDC.
# de: (…) Noch ist es zu früh für ein Urteil, doch ich rechne 2024 in mehr als einer Hinsicht mit einem Durchbruch“, sagte Mazegora.
spkkbqy = (…) Il est encore trop tôt pour en juger, mais je m’attends pour 2024 à une percée, et à plus d’un titre », a dit M. Matsegora.

## Heading

# de: Besuche in beide Richtungen
s2nft7j = Des visites dans les deux sens

## Paragraph

# de: Seit dem Überfall auf die Ukraine im Februar 2022 sind die beiden Nachbarn enger zusammengerückt.
s386851 = Depuis l’invasion de l’Ukraine en février 2022, les deux voisins ont resserré leurs liens.
# de: Die wichtigsten Stationen:
sjezrg6 = Les principales étapes :

## List item

# de: Im Juli 2023 reiste Verteidigungsminister Sergej Schoigu nach Nordkorea und ließ sich dort u. a. eine Waffenschau zeigen.
s8p6m78 = En juillet 2023, le ministre de la Défense Sergueï Choïgou s’est rendu en Corée du Nord, où on lui a notamment présenté une exposition d’armements.

## List item

# de: Im September empfing Präsident Wladimir Putin den Machthaber Kim Jong-un im Fernen Osten Russlands.
sea8wkv = En septembre, le président Vladimir Poutine a reçu le dirigeant Kim Jong-un dans l’Extrême-Orient russe.

## List item

# de: Im Oktober war Außenminister Sergej Lawrow in Pjöngjang zu Gast.
sh7kj8e = En octobre, le ministre des Affaires étrangères Sergueï Lavrov était l’hôte de Pyongyang.

## List item

# de: Am 14. Januar landete seine Amtskollegin Choe Son-hui in Moskau.
sse6et3 = Le 14 janvier, son homologue Choe Son-hui a atterri à Moscou.
# de: Eine Reise Putins nach Nordkorea ist in Vorbereitung.
sgfb8cc = Un voyage de M. Poutine en Corée du Nord est en préparation.

## Heading

# de: Granaten mit koreanischer Aufschrift
syh1rgz = Des obus aux inscriptions coréennes

## Paragraph

# de: Bei Höflichkeiten bleibt es nicht.
sz01hvn = On n’en reste pas aux politesses.
# de: Schon bald nach Kims Besuch wurde an der Front Munition für Geschütze und Raketenwerfer entdeckt, die koreanische Schriftzeichen trug.
sr8xqx6 = Peu après la visite de M. Kim, on a découvert sur le front des munitions pour canons et lance-roquettes portant des caractères coréens.
# de: Südkoreas Geheimdienst sprach am 1. November 2023 von mehr als einer Million Granaten, die seit August geliefert worden seien.
sns95en = Le 1er novembre 2023, les services de renseignement sud-coréens évoquaient plus d’un million d’obus livrés depuis août.
# de: Das Weiße Haus hatte zuvor von über 1.000 Containern mit Rüstungsgütern berichtet.
sjwd0j6 = La Maison-Blanche avait auparavant fait état de plus de 1 000 conteneurs de matériel militaire.
# de: Dabei gilt das Land mit seinen rund 26 Mio. Einwohnern als eines der ärmsten der Welt.
sdh88gn = Or ce pays d’environ 26 millions d’habitants passe pour l’un des plus pauvres du monde.

## Paragraph

# de: Anfang Januar teilte die US-Regierung dann mit, dass erstmals auch ballistische Raketen zum Einsatz gekommen seien.
szhhndj = Puis, début janvier, le gouvernement américain a annoncé que des missiles balistiques avaient eux aussi été employés pour la première fois.
# de: Die erste wurde demnach am 30. Dezember gestartet, weitere folgten am 2. Januar.
sptyvgw = Le premier aurait été tiré le 30 décembre, d’autres auraient suivi le 2 janvier.
# de: Ihre Reichweite bezifferte Washington auf rund 900 Kilometer.
szvfzx7 = Washington évaluait leur portée à environ 900 kilomètres.
# de: Fachleute vermuten, dass es sich um die Typen KN-23 bzw. KN-24 handelt.
svygn7g = Des spécialistes pensent qu’il s’agit de modèles KN-23 ou KN-24.

## Paragraph

# de: An einem Trümmerteil entdeckten Ermittler ein koreanisches Schriftzeichen; auch andere Markierungen sprechen für diese Herkunft.
sd353dw = Sur un débris, des enquêteurs ont découvert un caractère coréen ; d’autres marquages plaident eux aussi pour cette provenance.

## Heading

# de: Was das für die Ukraine bedeutet
sgx4827 = Ce que cela signifie pour l’Ukraine

## Paragraph

# de: „Jede zusätzliche Rakete zwingt die Flugabwehr, mit ihren Vorräten zu haushalten“, sagt die Sicherheitsforscherin Dr. Hanna Brandt.
sfmcrqs = « Chaque missile supplémentaire oblige la défense aérienne à ménager ses réserves », explique Hanna Brandt, chercheuse en questions de sécurité.
# de: Abfangen lassen sich solche Raketen z. B. mit dem System Patriot.
s37dv2y = De tels missiles peuvent être interceptés, par exemple, par le système Patriot.
# de: Davon aber, so Brandt, habe Kiew zu wenige Batterien.
s6aer8e = Or Kiev, selon Mme Brandt, n’en possède pas assez de batteries.

## Paragraph

# de: Wie viele Geschosse noch in russischen Lagern liegen, ist unklar.
s7ngnrx = On ignore combien de ces engins se trouvent encore dans les dépôts russes.
# de: Dass der Rat bald etwas dagegen unternimmt, erwartet in New York kaum jemand: Gegen Russlands Stimme kommt dort kein Beschluss zustande.
sqc2z1e = À New York, presque personne ne s’attend à ce que le Conseil réagisse bientôt : contre la voix de la Russie, aucune décision n’y est possible.

## Paragraph

# de: Anm. d. Red.: Die Angaben der US-Regierung ließen sich zunächst nicht unabhängig prüfen.
snhy5cf = NDLR : les indications du gouvernement américain n’ont pu être vérifiées de source indépendante dans un premier temps.

## Attribution

# de: Quelle: DW, Reuters, TASS
szxwj5d = Source : DW, Reuters, TASS
