### satz 1: articles/nachtzug.md


## Field

sd244wq = Wiedersehen im Dunkeln: Europas Nachtzüge kehren zurück

## Field

s1pejt8 = Vor wenigen Jahren galten Schlafwagen als Auslaufmodell, heute sind viele Nachtzüge Wochen im Voraus ausgebucht – unterwegs von Hamburg nach Wien.

## Heading

shvv6m2 = Wiedersehen im Dunkeln

## Paragraph

sxrbndv = Um 22.15 Uhr riecht es auf Gleis 8 nach Regen und Kaffee.
s9h8khc = Der Zug, der gleich in Hannover einfährt, hat Hamburg vor knapp zwei Stunden verlassen.
sw7m666 = Am nächsten Morgen soll er nach gut 1.100 km in Wien sein.

## Paragraph

s5g2rws = Auf dem Bahnsteig stehen Familien mit Kinderwagen, Studentinnen mit Rucksäcken und ein Mann im Anzug, der seine Schuhe schon gegen Filzpantoffeln getauscht hat.
sf8jjyc = „Ich fahre die Strecke jeden Monat“, sagt Jonas Terhoeven, 52, Handelsvertreter aus Celle.
svfek2d = „Früher bin ich geflogen.
sxjs2xv = Heute schlafe ich einfach.“

## Heading

spg738g = Ein Auslaufmodell fährt weiter

## Paragraph

swj4672 = Noch vor zehn Jahren schien die Sache entschieden.
s50txm0 = Billigflieger machten dem Schlafwagen Konkurrenz, die Wagen wurden älter, die Verluste größer.
sspdjt0 = Im Dezember 2016 stellte die Deutsche Bahn ihre letzten Züge der Marke *City Night Line* ein.
s2dfv1h = Die Österreichischen Bundesbahnen (ÖBB) übernahmen einen Teil der Strecken und gaben ihnen einen neuen Namen: **Nightjet**.

## Paragraph

s07811x = Was viele für ein Wagnis hielten, erwies sich als kluger Schritt.
sgf5rd9 = Seit Mai 2023 verbindet das Unternehmen European Sleeper Brüssel mit Berlin, seit März 2024 rollen seine Züge weiter bis nach Prag.
s5k0d4w = Zwischen Berlin und Paris gibt es seit Dezember 2023 ebenfalls wieder einen Nachtzug.
s3538q4 = Eine [Karte des Bündnisses Back-on-Track][karte] zeigt, wie dicht das Netz inzwischen wieder ist.

## Heading

sh7yreh = Kleine Geschichte des Schlafens auf Schienen

## Paragraph

s21azr7 = Die Idee ist fast so alt wie die Eisenbahn selbst.
s1bt02b = Schon in der ersten Hälfte des 19. Jahrhunderts rollten in Nordamerika Wagen mit einfachen Pritschen durch die Nacht.
szpvmvx = In Europa gründete der Belgier Georges Nagelmackers 1876 die Compagnie Internationale des Wagons-Lits.
sx0r4hj = Am 4. Oktober 1883 schickte er von Paris aus den Orient-Express auf seine berühmte Reise nach Konstantinopel.
sd48txq = Als Kaiser Franz Joseph I. regierte, blieb der Schlafwagen freilich ein Vergnügen für wenige.
sbj7q7w = Erschwinglich wurde das Reisen im Liegen erst im 20. Jahrhundert, mit dem Liegewagen.

## Quote

s64q4kn = „Im Nachtzug ist man nirgends, und genau das ist das Schöne.
sbpttj9 = Man schließt die Augen in einem Land und öffnet sie im nächsten.“

## Quote

s54tsec = — Mirjam Aldinger, Reisende aus Lüneburg

## Heading

sx5qczp = Eine Nacht im Liegewagen

## Paragraph

scw6a71 = Unser Zug trägt die Nummer `NZ 417`, und er ist voll.
se0wcwj = Zugbegleiterin Ilka Brömmel verteilt Bettzeug, sammelt Fahrkarten ein und erklärt, wie die Leiter einrastet.
szkpgty = „Die meisten fragen zuerst nach Steckdosen“, sagt sie, „und gleich danach nach dem Frühstück.“
serscm3 = Auf einem Schild im Gang steht: „Wer leise spricht, schläft besser –{ "\u000A" }und lässt die anderen schlafen.“

## Alt

scmchxe = Blick in ein Liegewagenabteil mit vier bezogenen Betten und einer Leiter

## Title

srksxy6 = Vier Betten, ein Fenster, eine Nacht

## Paragraph

sp1djj5 = Der Fahrplan, der am Fenster klebt, passt auf einen Zettel:

## Paragraph

stejtv2 = Gegen 23.30 Uhr wird das Licht gedimmt.
s43h7fv = In Abteil 6 spielt ein Vater mit seiner Tochter noch eine letzte Partie Karten, zwei Türen weiter schnarcht schon jemand.
smwpjg4 = Um 3.10 Uhr bleibt der Zug irgendwo in Bayern stehen, und niemand außer der Zugbegleiterin merkt es.
sjpyg8p = „Wir warten nur auf den neuen Lokführer“, flüstert Brömmel, „der alte hat jetzt Feierabend.“

## Paragraph

sp252jf = Als es hell wird, liegt die Donau neben den Gleisen.
skp6wzt = Zum Frühstück gibt es zwei Brötchen, Marmelade und einen Kaffee, der besser ist, als man um 6.48 Uhr erwarten darf.

## Heading

sn8pv33 = Was die Fahrt kostet

## Paragraph

s7kgtnq = Ein Schnäppchen ist die Reise nicht immer.
sjkd9tx-qh8a = Wer früh bucht, bekommt einen Sitzplatz für 29,90 Euro; ein eigenes Schlafwagenabteil kostet leicht das Sechsfache.[^preise]
saq30b0 = Am begehrtesten sind die Einzelkabinen: In den Sommerferien sind sie oft schon drei Monate vorher vergeben.

## Cell

sy5abzm = Kategorie

## Cell

s4veqhm = Plätze im Abteil

## Cell

skk654x = Frühstück

## Cell

sb5dn51 = Preis ab

## Cell

szvbfy0 = Sitzwagen

## Cell

st1sq26 = nein

## Cell

sskfxfn = 29,90 Euro

## Cell

s8f1yke = Liegewagen

## Cell

s6ex396 = ja

## Cell

s42v52x = 49,90 Euro

## Cell

shtd5m1 = Liegewagen, ruhiger Bereich

## Cell

s51gxyt = ja

## Cell

sm3sgm9 = 64,90 Euro

## Cell

s3pcgky = Minikabine

## Cell

sxfbc63 = ja

## Cell

s1pag1q = 74,90 Euro

## Cell

s3dp5cb = Schlafwagen

## Cell

sy4rn2a = ja

## Cell

sgnf09p = 119,00 Euro

## Cell

s9a3npm = Schlafwagen mit Dusche

## Cell

sksecbp = auf Bestellung

## Cell

svshm9r = 189,50 Euro

## Paragraph

smpz2jp = Einen Teil des Preises macht der Staat.
s7e8hsy = In Deutschland gilt für Bahnfahrkarten im Fernverkehr seit 2020 der ermäßigte Steuersatz von 7 Prozent (§ 12 Abs. 2 Nr. 10 UStG).
spyve7c = Kerosin für internationale Flüge bleibt dagegen steuerfrei.
s5kgvqr = Hinzu kommen die Trassenentgelte: Jeder Kilometer auf fremdem Gleis kostet Geld, auch nachts um drei.

## Paragraph

saqycdx = „Ein Nachtzug verdient nur einmal am Tag Geld, ein Intercity viermal“, rechnet der Verkehrsökonom Dr. Anselm Rütting vor.
sj3xmk5 = Ein Schlafwagen biete außerdem höchstens 36 Betten, ein Großraumwagen dagegen rund 80 Sitze.
s5tyr1q = Schon 3,5 Prozent weniger Fahrgäste könnten über Gewinn und Verlust entscheiden.

## Heading

sd0jaba = So gelingt die Buchung

## Paragraph

sxr8wzb = Mit ein wenig Planung lassen sich die häufigsten Fehler vermeiden:

## List item

s1de25p = Vergleichen Sie mehrere Abfahrtstage, denn dienstags und mittwochs sind die Züge meist leerer.

## List item

sawar1n = Buchen Sie Hin- und Rückfahrt getrennt.
sgyf870 = Oft ist für die eine Richtung noch ein Sparpreis zu haben, für die andere nicht.

## List item

saasy63 = Prüfen Sie, ob Ihr Fahrrad mitdarf; die Stellplätze sind knapp.

## List item

s98b8eg = Notieren Sie sich die Wagennummer **vor** der Abfahrt, weil der Zug unterwegs geteilt werden kann.

## Paragraph

s7q416c = In die Tasche gehören außerdem:

## List item

sbr3xtr = Ohrstöpsel und eine Schlafmaske,

## List item

shxtc0n = eine Wasserflasche, am besten mit 0,75 Litern,

## List item

s3yph0g = Hausschuhe oder dicke Socken,

## List item

svae5s6 = ein gutes Buch.

## Paragraph

sswp5bm = Seit Juni 2023 regelt die Verordnung (EU) 2021/782 die [Rechte von Fahrgästen](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) in der ganzen Union.
s8gxvwp-r4tv = Ab 60 Minuten Verspätung gibt es 25 Prozent des Fahrpreises zurück, ab 120 Minuten die Hälfte.[^rechte]
smq0aba = Wer den letzten Anschluss verpasst, hat u. U. Anspruch auf ein Hotelzimmer.

## Heading

s2ngtm1 = Die Bilanz fürs Klima

## Paragraph

s5y1y3g = Für viele Fahrgäste ist der Klimaschutz das wichtigste Argument.
speckmz = Wer im elektrischen Zug liegt, verursacht **nur einen Bruchteil** der Treibhausgase, die ein Flug auf derselben Strecke freisetzt.
srzfk20 = Genau beziffern lässt sich der Vorteil allerdings schwer, weil er u. a. von der Auslastung und vom Strommix abhängt.

## Paragraph

sqa8mr8 = Nicht jeder Flug lässt sich ersetzen.
stf232v = Aber viele lassen sich verschlafen.

## Heading

smgxy02 = Was noch fehlt

## Paragraph

swmta2v = Gute Ideen scheitern nach wie vor an Kleinigkeiten.
s4yvg8n = Die Stromsysteme unterscheiden sich, die Signaltechnik auch, und nicht jede Lokomotive darf über jede Grenze.
secb41d = Neue Wagen sind teuer; wer heute bestellt, wartet drei bis fünf Jahre auf die Lieferung.
sdq9zsd = Auf dem Balkan und auf der Iberischen Halbinsel klaffen Lücken, die sich nur gemeinsam schließen lassen.

## Paragraph

s9n9abf = Rütting sieht deshalb die Politik am Zug.
s6xtymt = „Es braucht gemeinsame Fahrkarten, verlässliche Trassen und Wagen, die in Serie gebaut werden“, sagt er.
sxtyd0f = Und wird das bis 2030 etwas?
s8ry84q = „Fragen Sie mich nach dem nächsten Fahrplanwechsel noch einmal!“

## Heading

ssnvcnm = Ankunft

## Paragraph

s4hqp2x = Um 8.52 Uhr fährt der Zug in Wien ein, auf die Minute pünktlich.
ssxm2nx = Jonas Terhoeven hat die Pantoffeln wieder gegen Lederschuhe getauscht.
sfh1kbj = In zwei Stunden beginnt seine erste Besprechung, und er hat, wie er sagt, „besser geschlafen als zu Hause“.
sz1q955 = Auf dem Nachbargleis warten schon die Putzkolonnen auf die leeren Wagen.
sxx8v4q = Am Abend geht es zurück.

## Attribution

swmz1b7 = Quelle: eigene Recherche

## Title

s7xq3bp = Karte der Nachtzüge in Europa

## Footnote

scd9zx1 = Preisbeispiele für eine Person und eine Strecke, Stand: Oktober 2024.
s7ba0r7 = Zuschläge, z. B. für Fahrräder, sind nicht enthalten.

## Footnote

sf0vps6 = Die Entschädigung richtet sich nach Art. 19 der Verordnung; unter außergewöhnlichen Umständen, etwa bei extremem Wetter, entfällt sie.
