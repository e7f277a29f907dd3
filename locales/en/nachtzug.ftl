### satz 1: articles/nachtzug.md


## Field

# de: Wiedersehen im Dunkeln: Europas Nachtzüge kehren zurück
sd244wq = Reunion in the dark: Europe’s night trains are back

## Field

# de: Vor wenigen Jahren galten Schlafwagen als Auslaufmodell, heute sind viele Nachtzüge Wochen im Voraus ausgebucht – unterwegs von Hamburg nach Wien.
s1pejt8 = A few years ago sleeping cars were thought to have had their day; now many night trains are fully booked weeks in advance – a journey from Hamburg to Vienna.

## Heading

# de: Wiedersehen im Dunkeln
shvv6m2 = Reunion in the dark

## Paragraph

# de: Um 22.15 Uhr riecht es auf Gleis 8 nach Regen und Kaffee.
sxrbndv = At 22:15, platform 8 smells of rain and coffee.
# de: Der Zug, der gleich in Hannover einfährt, hat Hamburg vor knapp zwei Stunden verlassen.
s9h8khc = The train about to pull into Hanover left Hamburg just under two hours ago.
# de: Am nächsten Morgen soll er nach gut 1.100 km in Wien sein.
sw7m666 = The next morning, after a good 1,100 km, it is due in Vienna.

## Paragraph

# de: Auf dem Bahnsteig stehen Familien mit Kinderwagen, Studentinnen mit Rucksäcken und ein Mann im Anzug, der seine Schuhe schon gegen Filzpantoffeln getauscht hat.
s5g2rws = Waiting on the platform are families with pushchairs, students with rucksacks and a man in a suit who has already swapped his shoes for felt slippers.
# de: „Ich fahre die Strecke jeden Monat“, sagt Jonas Terhoeven, 52, Handelsvertreter aus Celle.
sf8jjyc = “I do this route every month,” says Jonas Terhoeven, 52, a sales representative from Celle.
# de: „Früher bin ich geflogen.
svfek2d = “I used to fly.
# de: Heute schlafe ich einfach.“
sxjs2xv = Now I just sleep.”

## Heading

# de: Ein Auslaufmodell fährt weiter
spg738g = A relic rolls on

## Paragraph

# de: Noch vor zehn Jahren schien die Sache entschieden.
swj4672 = Ten years ago the matter seemed settled.
# de: Billigflieger machten dem Schlafwagen Konkurrenz, die Wagen wurden älter, die Verluste größer.
s50txm0 = Budget airlines were competing with the sleeping car, the carriages were getting older and the losses bigger.
# de: Im Dezember 2016 stellte die Deutsche Bahn ihre letzten Züge der Marke *City Night Line* ein.
sspdjt0 = In December 2016 Deutsche Bahn withdrew the last of its *City Night Line* trains.
# de: Die Österreichischen Bundesbahnen (ÖBB) übernahmen einen Teil der Strecken und gaben ihnen einen neuen Namen: **Nightjet**.
s2dfv1h = Austrian Federal Railways (ÖBB) took over some of the routes and gave them a new name: **Nightjet**.

## Paragraph

# de: Was viele für ein Wagnis hielten, erwies sich als kluger Schritt.
s07811x = What many thought a gamble turned out to be a shrewd move.
# de: Seit Mai 2023 verbindet das Unternehmen European Sleeper Brüssel mit Berlin, seit März 2024 rollen seine Züge weiter bis nach Prag.
sgf5rd9 = Since May 2023 the company European Sleeper has linked Brussels with Berlin, and since March 2024 its trains have continued to Prague.
# de: Zwischen Berlin und Paris gibt es seit Dezember 2023 ebenfalls wieder einen Nachtzug.
s5k0d4w = There has also been a night train between Berlin and Paris again since December 2023.
# de: Eine [Karte des Bündnisses Back-on-Track][karte] zeigt, wie dicht das Netz inzwischen wieder ist.
s3538q4 = A [map by the Back-on-Track alliance][karte] shows how dense the network has become again.

## Heading

# de: Kleine Geschichte des Schlafens auf Schienen
sh7yreh = A short history of sleeping on rails

## Paragraph

# de: Die Idee ist fast so alt wie die Eisenbahn selbst.
s21azr7 = The idea is almost as old as the railway itself.
# de: Schon in der ersten Hälfte des 19. Jahrhunderts rollten in Nordamerika Wagen mit einfachen Pritschen durch die Nacht.
s1bt02b = As early as the first half of the 19th century, carriages with simple bunks were rolling through the night in North America.
# de: In Europa gründete der Belgier Georges Nagelmackers 1876 die Compagnie Internationale des Wagons-Lits.
szpvmvx = In Europe, the Belgian Georges Nagelmackers founded the Compagnie Internationale des Wagons-Lits in 1876.
# de: Am 4. Oktober 1883 schickte er von Paris aus den Orient-Express auf seine berühmte Reise nach Konstantinopel.
sx0r4hj = On 4 October 1883 he sent the Orient Express off from Paris on its famous journey to Constantinople.
# de: Als Kaiser Franz Joseph I. regierte, blieb der Schlafwagen freilich ein Vergnügen für wenige.
sd48txq = While Emperor Franz Joseph I reigned, of course, the sleeping car remained a pleasure for the few.
# de: Erschwinglich wurde das Reisen im Liegen erst im 20. Jahrhundert, mit dem Liegewagen.
sbj7q7w = Travelling lying down became affordable only in the 20th century, with the couchette car.

## Quote

# de: „Im Nachtzug ist man nirgends, und genau das ist das Schöne.
s64q4kn = “On a night train you are nowhere, and that is precisely the beauty of it.
# de: Man schließt die Augen in einem Land und öffnet sie im nächsten.“
sbpttj9 = You close your eyes in one country and open them in the next.”

## Quote

# de: — Mirjam Aldinger, Reisende aus Lüneburg
s54tsec = — Mirjam Aldinger, passenger from Lüneburg

## Heading

# de: Eine Nacht im Liegewagen
sx5qczp = A night in the couchette car

## Paragraph

# de: Unser Zug trägt die Nummer `NZ 417`, und er ist voll.
scw6a71 = Our train is number `NZ 417`, and it is full.
# de: Zugbegleiterin Ilka Brömmel verteilt Bettzeug, sammelt Fahrkarten ein und erklärt, wie die Leiter einrastet.
se0wcwj = The train attendant, Ilka Brömmel, hands out bedding, collects tickets and explains how the ladder clicks into place.
# de: „Die meisten fragen zuerst nach Steckdosen“, sagt sie, „und gleich danach nach dem Frühstück.“
szkpgty = “Most people ask about sockets first,” she says, “and about breakfast straight after that.”
# de: Auf einem Schild im Gang steht: „Wer leise spricht, schläft besser – ⏎ und lässt die anderen schlafen.“
serscm3 = A sign in the corridor reads: “Those who speak softly sleep better –{ "\u000A" }and let the others sleep.”

## Alt

# de: Blick in ein Liegewagenabteil mit vier bezogenen Betten und einer Leiter
scmchxe = A couchette compartment with four made-up beds and a ladder

## Title

# de: Vier Betten, ein Fenster, eine Nacht
srksxy6 = Four beds, one window, one night

## Paragraph

# de: Der Fahrplan, der am Fenster klebt, passt auf einen Zettel:
sp1djj5 = The timetable stuck to the window fits on a slip of paper:

## Paragraph

# de: Gegen 23.30 Uhr wird das Licht gedimmt.
stejtv2 = Towards 23:30 the lights are dimmed.
# de: In Abteil 6 spielt ein Vater mit seiner Tochter noch eine letzte Partie Karten, zwei Türen weiter schnarcht schon jemand.
s43h7fv = In compartment 6 a father is playing one last game of cards with his daughter; two doors along, someone is already snoring.
# de: Um 3.10 Uhr bleibt der Zug irgendwo in Bayern stehen, und niemand außer der Zugbegleiterin merkt es.
smwpjg4 = At 3:10 the train comes to a halt somewhere in Bavaria, and nobody but the attendant notices.
# de: „Wir warten nur auf den neuen Lokführer“, flüstert Brömmel, „der alte hat jetzt Feierabend.“
sjpyg8p = “We’re only waiting for the new driver,” whispers Brömmel; “the old one has just clocked off.”

## Paragraph

# de: Als es hell wird, liegt die Donau neben den Gleisen.
sp252jf = When day breaks, the Danube lies beside the tracks.
# de: Zum Frühstück gibt es zwei Brötchen, Marmelade und einen Kaffee, der besser ist, als man um 6.48 Uhr erwarten darf.
skp6wzt = Breakfast is two rolls, jam and a coffee that is better than one has any right to expect at 6:48.

## Heading

# de: Was die Fahrt kostet
sn8pv33 = What the journey costs

## Paragraph

# de: Ein Schnäppchen ist die Reise nicht immer.
s7kgtnq = The trip is not always a bargain.
# de: Wer früh bucht, bekommt einen Sitzplatz für 29,90 Euro; ein eigenes Schlafwagenabteil kostet leicht das Sechsfache.[^preise]
sjkd9tx-qh8a = Those who book early can get a seat for €29.90; a private sleeping-car compartment can easily cost six times as much.[^preise]
# de: Am begehrtesten sind die Einzelkabinen: In den Sommerferien sind sie oft schon drei Monate vorher vergeben.
saq30b0 = Single cabins are the most sought-after: in the summer holidays they are often gone three months ahead.

## Cell

# de: Kategorie
sy5abzm = Category

## Cell

# de: Plätze im Abteil
s4veqhm = Places per compartment

## Cell

# de: Frühstück
skk654x = Breakfast

## Cell

# de: Preis ab
sb5dn51 = Price from

## Cell

# de: Sitzwagen
szvbfy0 = Seated carriage

## Cell

# de: nein
st1sq26 = no

## Cell

# de: 29,90 Euro
sskfxfn = €29.90

## Cell

# de: Liegewagen
s8f1yke = Couchette car

## Cell

# de: ja
s6ex396 = yes

## Cell

# de: 49,90 Euro
s42v52x = €49.90

## Cell

# de: Liegewagen, ruhiger Bereich
shtd5m1 = Couchette car, quiet zone

## Cell

# de: ja
s51gxyt = yes

## Cell

# de: 64,90 Euro
sm3sgm9 = €64.90

## Cell

# de: Minikabine
s3pcgky = Mini cabin

## Cell

# de: ja
sxfbc63 = yes

## Cell

# de: 74,90 Euro
s1pag1q = €74.90

## Cell

# de: Schlafwagen
s3dp5cb = Sleeping car

## Cell

# de: ja
sy4rn2a = yes

## Cell

# de: 119,00 Euro
sgnf09p = €119.00

## Cell

# de: Schlafwagen mit Dusche
s9a3npm = Sleeping car with shower

## Cell

# de: auf Bestellung
sksecbp = on request

## Cell

# de: 189,50 Euro
svshm9r = €189.50

## Paragraph

# de: Einen Teil des Preises macht der Staat.
smpz2jp = Part of the price is down to the state.
# de: In Deutschland gilt für Bahnfahrkarten im Fernverkehr seit 2020 der ermäßigte Steuersatz von 7 Prozent (§ 12 Abs. 2 Nr. 10 UStG).
s7e8hsy = In Germany, long-distance rail tickets have been taxed at the reduced VAT rate of 7 per cent since 2020 (§ 12 (2) no. 10 of the German VAT Act, UStG).
# de: Kerosin für internationale Flüge bleibt dagegen steuerfrei.
spyve7c = Kerosene for international flights, by contrast, remains untaxed.
# de: Hinzu kommen die Trassenentgelte: Jeder Kilometer auf fremdem Gleis kostet Geld, auch nachts um drei.
s5kgvqr = Then there are track access charges: every kilometre on someone else’s rails costs money, even at three in the morning.

## Paragraph

# de: „Ein Nachtzug verdient nur einmal am Tag Geld, ein Intercity viermal“, rechnet der Verkehrsökonom Dr. Anselm Rütting vor.
saqycdx = “A night train earns money only once a day, an intercity four times,” calculates the transport economist Dr Anselm Rütting.
# de: Ein Schlafwagen biete außerdem höchstens 36 Betten, ein Großraumwagen dagegen rund 80 Sitze.
sj3xmk5 = A sleeping car, moreover, offers 36 beds at most, he says, whereas an open-plan carriage has around 80 seats.
# de: Schon 3,5 Prozent weniger Fahrgäste könnten über Gewinn und Verlust entscheiden.
s5tyr1q = As little as 3.5 per cent fewer passengers could make the difference between profit and loss.

## Heading

# de: So gelingt die Buchung
sd0jaba = How to book successfully

## Paragraph

# de: Mit ein wenig Planung lassen sich die häufigsten Fehler vermeiden:
sxr8wzb = With a little planning, the most common mistakes can be avoided:

## List item

# de: Vergleichen Sie mehrere Abfahrtstage, denn dienstags und mittwochs sind die Züge meist leerer.
s1de25p = Compare several departure days, as trains are usually emptier on Tuesdays and Wednesdays.

## List item

# de: Buchen Sie Hin- und Rückfahrt getrennt.
sawar1n = Book the outward and return journeys separately.
# de: Oft ist für die eine Richtung noch ein Sparpreis zu haben, für die andere nicht.
sgyf870 = Often a saver fare is still available in one direction but not in the other.

## List item

# de: Prüfen Sie, ob Ihr Fahrrad mitdarf; die Stellplätze sind knapp.
saasy63 = Check whether you can bring your bicycle; spaces are limited.

## List item

# de: Notieren Sie sich die Wagennummer **vor** der Abfahrt, weil der Zug unterwegs geteilt werden kann.
s98b8eg = Make a note of your carriage number **before** departure, because the train may be split along the way.

## Paragraph

# de: In die Tasche gehören außerdem:
s7q416c = Also pack in your bag:

## List item

# de: Ohrstöpsel und eine Schlafmaske,
sbr3xtr = earplugs and an eye mask,

## List item

# de: eine Wasserflasche, am besten mit 0,75 Litern,
shxtc0n = a water bottle, ideally holding 0.75 litres,

## List item

# de: Hausschuhe oder dicke Socken,
s3yph0g = slippers or thick socks,

## List item

# de: ein gutes Buch.
svae5s6 = a good book.

## Paragraph

# de: Seit Juni 2023 regelt die Verordnung (EU) 2021/782 die [Rechte von Fahrgästen](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) in der ganzen Union.
sswp5bm = Since June 2023, Regulation (EU) 2021/782 has governed [passengers’ rights](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) throughout the Union.
# de: Ab 60 Minuten Verspätung gibt es 25 Prozent des Fahrpreises zurück, ab 120 Minuten die Hälfte.[^rechte]
s8gxvwp-r4tv = If you arrive 60 minutes late or more, you get 25 per cent of the fare back; from 120 minutes, half.[^rechte]
# de: Wer den letzten Anschluss verpasst, hat u. U. Anspruch auf ein Hotelzimmer.
smq0aba = Anyone who misses the last connection may be entitled to a hotel room.

## Heading

# de: Die Bilanz fürs Klima
s2ngtm1 = The climate balance

## Paragraph

# de: Für viele Fahrgäste ist der Klimaschutz das wichtigste Argument.
s5y1y3g = For many passengers, climate protection is the most important argument.
# de: Wer im elektrischen Zug liegt, verursacht **nur einen Bruchteil** der Treibhausgase, die ein Flug auf derselben Strecke freisetzt.
speckmz = Those lying in an electric train cause **only a fraction** of the greenhouse gases released by a flight on the same route.
# de: Genau beziffern lässt sich der Vorteil allerdings schwer, weil er u. a. von der Auslastung und vom Strommix abhängt.
srzfk20 = The benefit is hard to quantify precisely, however, because it depends on, among other things, occupancy and the electricity mix.

## Paragraph

# de: Nicht jeder Flug lässt sich ersetzen.
sqa8mr8 = Not every flight can be replaced.
# de: Aber viele lassen sich verschlafen.
stf232v = But many can be slept through.

## Heading

# de: Was noch fehlt
smgxy02 = What is still missing

## Paragraph

# de: Gute Ideen scheitern nach wie vor an Kleinigkeiten.
swmta2v = Good ideas still founder on small details.
# de: Die Stromsysteme unterscheiden sich, die Signaltechnik auch, und nicht jede Lokomotive darf über jede Grenze.
s4yvg8n = Power systems differ, as does signalling, and not every locomotive is allowed across every border.
# de: Neue Wagen sind teuer; wer heute bestellt, wartet drei bis fünf Jahre auf die Lieferung.
secb41d = New carriages are expensive; anyone ordering today waits three to five years for delivery.
# de: Auf dem Balkan und auf der Iberischen Halbinsel klaffen Lücken, die sich nur gemeinsam schließen lassen.
sdq9zsd = In the Balkans and on the Iberian Peninsula there are gaping holes that can only be closed by working together.

## Paragraph

# de: Rütting sieht deshalb die Politik am Zug.
s9n9abf = Rütting therefore sees the ball in the politicians’ court.
# de: „Es braucht gemeinsame Fahrkarten, verlässliche Trassen und Wagen, die in Serie gebaut werden“, sagt er.
s6xtymt = “We need joint tickets, reliable train paths and carriages built in series,” he says.
# de: Und wird das bis 2030 etwas?
sxtyd0f = And will that happen by 2030?
# de: „Fragen Sie mich nach dem nächsten Fahrplanwechsel noch einmal!“
s8ry84q = “Ask me again after the next timetable change!”

## Heading

# de: Ankunft
ssnvcnm = Arrival

## Paragraph

# de: Um 8.52 Uhr fährt der Zug in Wien ein, auf die Minute pünktlich.
s4hqp2x = At 8:52 the train pulls into Vienna, punctual to the minute.
# de: Jonas Terhoeven hat die Pantoffeln wieder gegen Lederschuhe getauscht.
ssxm2nx = Jonas Terhoeven has swapped the slippers for leather shoes again.
# de: In zwei Stunden beginnt seine erste Besprechung, und er hat, wie er sagt, „besser geschlafen als zu Hause“.
sfh1kbj = His first meeting starts in two hours, and he has, he says, “slept better than at home”.
# de: Auf dem Nachbargleis warten schon die Putzkolonnen auf die leeren Wagen.
sz1q955 = On the next track, the cleaning crews are already waiting for the empty carriages.
# de: Am Abend geht es zurück.
sxx8v4q = In the evening it heads back.

## Attribution

# de: Quelle: eigene Recherche
swmz1b7 = Source: own research

## Title

# de: Karte der Nachtzüge in Europa
s7xq3bp = Map of night trains in Europe

## Footnote

# de: Preisbeispiele für eine Person und eine Strecke, Stand: Oktober 2024.
scd9zx1 = Sample prices for one person one way, as of October 2024.
# de: Zuschläge, z. B. für Fahrräder, sind nicht enthalten.
s7ba0r7 = Supplements, e.g. for bicycles, are not included.

## Footnote

# de: Die Entschädigung richtet sich nach Art. 19 der Verordnung; unter außergewöhnlichen Umständen, etwa bei extremem Wetter, entfällt sie.
sf0vps6 = Compensation is governed by Art. 19 of the Regulation; in extraordinary circumstances, such as extreme weather, it does not apply.
