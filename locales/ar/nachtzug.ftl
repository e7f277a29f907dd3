### satz 1: articles/nachtzug.md


## Field


# missing
# de: Wiedersehen im Dunkeln: Europas Nachtzüge kehren zurück
# sd244wq =


## Field


# missing
# de: Vor wenigen Jahren galten Schlafwagen als Auslaufmodell, heute sind viele Nachtzüge Wochen im Voraus ausgebucht – unterwegs von Hamburg nach Wien.
# s1pejt8 =


## Heading


# missing
# de: Wiedersehen im Dunkeln
# shvv6m2 =


## Paragraph


# missing
# de: Um 22.15 Uhr riecht es auf Gleis 8 nach Regen und Kaffee.
# sxrbndv =


# missing
# de: Der Zug, der gleich in Hannover einfährt, hat Hamburg vor knapp zwei Stunden verlassen.
# s9h8khc =


# missing
# de: Am nächsten Morgen soll er nach gut 1.100 km in Wien sein.
# sw7m666 =


## Paragraph


# missing
# de: Auf dem Bahnsteig stehen Familien mit Kinderwagen, Studentinnen mit Rucksäcken und ein Mann im Anzug, der seine Schuhe schon gegen Filzpantoffeln getauscht hat.
# s5g2rws =


# missing
# de: „Ich fahre die Strecke jeden Monat“, sagt Jonas Terhoeven, 52, Handelsvertreter aus Celle.
# sf8jjyc =


# missing
# de: „Früher bin ich geflogen.
# svfek2d =


# missing
# de: Heute schlafe ich einfach.“
# sxjs2xv =


## Heading


# missing
# de: Ein Auslaufmodell fährt weiter
# spg738g =


## Paragraph


# missing
# de: Noch vor zehn Jahren schien die Sache entschieden.
# swj4672 =


# missing
# de: Billigflieger machten dem Schlafwagen Konkurrenz, die Wagen wurden älter, die Verluste größer.
# s50txm0 =


# missing
# de: Im Dezember 2016 stellte die Deutsche Bahn ihre letzten Züge der Marke *City Night Line* ein.
# sspdjt0 =


# missing
# de: Die Österreichischen Bundesbahnen (ÖBB) übernahmen einen Teil der Strecken und gaben ihnen einen neuen Namen: **Nightjet**.
# s2dfv1h =


## Paragraph


# missing
# de: Was viele für ein Wagnis hielten, erwies sich als kluger Schritt.
# s07811x =


# missing
# de: Seit Mai 2023 verbindet das Unternehmen European Sleeper Brüssel mit Berlin, seit März 2024 rollen seine Züge weiter bis nach Prag.
# sgf5rd9 =


# missing
# de: Zwischen Berlin und Paris gibt es seit Dezember 2023 ebenfalls wieder einen Nachtzug.
# s5k0d4w =


# missing
# de: Eine [Karte des Bündnisses Back-on-Track][karte] zeigt, wie dicht das Netz inzwischen wieder ist.
# s3538q4 =


## Heading


# missing
# de: Kleine Geschichte des Schlafens auf Schienen
# sh7yreh =


## Paragraph


# missing
# de: Die Idee ist fast so alt wie die Eisenbahn selbst.
# s21azr7 =


# missing
# de: Schon in der ersten Hälfte des 19. Jahrhunderts rollten in Nordamerika Wagen mit einfachen Pritschen durch die Nacht.
# s1bt02b =


# missing
# de: In Europa gründete der Belgier Georges Nagelmackers 1876 die Compagnie Internationale des Wagons-Lits.
# szpvmvx =


# missing
# de: Am 4. Oktober 1883 schickte er von Paris aus den Orient-Express auf seine berühmte Reise nach Konstantinopel.
# sx0r4hj =


# missing
# de: Als Kaiser Franz Joseph I. regierte, blieb der Schlafwagen freilich ein Vergnügen für wenige.
# sd48txq =


# missing
# de: Erschwinglich wurde das Reisen im Liegen erst im 20. Jahrhundert, mit dem Liegewagen.
# sbj7q7w =


## Quote


# missing
# de: „Im Nachtzug ist man nirgends, und genau das ist das Schöne.
# s64q4kn =


# missing
# de: Man schließt die Augen in einem Land und öffnet sie im nächsten.“
# sbpttj9 =


## Quote


# missing
# de: — Mirjam Aldinger, Reisende aus Lüneburg
# s54tsec =


## Heading


# missing
# de: Eine Nacht im Liegewagen
# sx5qczp =


## Paragraph


# missing
# de: Unser Zug trägt die Nummer `NZ 417`, und er ist voll.
# scw6a71 =


# missing
# de: Zugbegleiterin Ilka Brömmel verteilt Bettzeug, sammelt Fahrkarten ein und erklärt, wie die Leiter einrastet.
# se0wcwj =


# missing
# de: „Die meisten fragen zuerst nach Steckdosen“, sagt sie, „und gleich danach nach dem Frühstück.“
# szkpgty =


# missing
# de: Auf einem Schild im Gang steht: „Wer leise spricht, schläft besser – ⏎ und lässt die anderen schlafen.“
# serscm3 =


## Alt


# missing
# de: Blick in ein Liegewagenabteil mit vier bezogenen Betten und einer Leiter
# scmchxe =


## Title


# missing
# de: Vier Betten, ein Fenster, eine Nacht
# srksxy6 =


## Paragraph


# missing
# de: Der Fahrplan, der am Fenster klebt, passt auf einen Zettel:
# sp1djj5 =


## Paragraph


# missing
# de: Gegen 23.30 Uhr wird das Licht gedimmt.
# stejtv2 =


# missing
# de: In Abteil 6 spielt ein Vater mit seiner Tochter noch eine letzte Partie Karten, zwei Türen weiter schnarcht schon jemand.
# s43h7fv =


# missing
# de: Um 3.10 Uhr bleibt der Zug irgendwo in Bayern stehen, und niemand außer der Zugbegleiterin merkt es.
# smwpjg4 =


# missing
# de: „Wir warten nur auf den neuen Lokführer“, flüstert Brömmel, „der alte hat jetzt Feierabend.“
# sjpyg8p =


## Paragraph


# missing
# de: Als es hell wird, liegt die Donau neben den Gleisen.
# sp252jf =


# missing
# de: Zum Frühstück gibt es zwei Brötchen, Marmelade und einen Kaffee, der besser ist, als man um 6.48 Uhr erwarten darf.
# skp6wzt =


## Heading


# missing
# de: Was die Fahrt kostet
# sn8pv33 =


## Paragraph


# missing
# de: Ein Schnäppchen ist die Reise nicht immer.
# s7kgtnq =


# missing
# de: Wer früh bucht, bekommt einen Sitzplatz für 29,90 Euro; ein eigenes Schlafwagenabteil kostet leicht das Sechsfache.[^preise]
# sjkd9tx-qh8a =


# missing
# de: Am begehrtesten sind die Einzelkabinen: In den Sommerferien sind sie oft schon drei Monate vorher vergeben.
# saq30b0 =


## Cell


# missing
# de: Kategorie
# sy5abzm =


## Cell


# missing
# de: Plätze im Abteil
# s4veqhm =


## Cell


# missing
# de: Frühstück
# skk654x =


## Cell


# missing
# de: Preis ab
# sb5dn51 =


## Cell


# missing
# de: Sitzwagen
# szvbfy0 =


## Cell


# missing
# de: 6
# ske3tzw =


## Cell


# missing
# de: nein
# st1sq26 =


## Cell


# missing
# de: 29,90 Euro
# sskfxfn =


## Cell


# missing
# de: Liegewagen
# s8f1yke =


## Cell


# missing
# de: 6
# sf3kmcg =


## Cell


# missing
# de: ja
# s6ex396 =


## Cell


# missing
# de: 49,90 Euro
# s42v52x =


## Cell


# missing
# de: Liegewagen, ruhiger Bereich
# shtd5m1 =


## Cell


# missing
# de: 4
# s403y75 =


## Cell


# missing
# de: ja
# s51gxyt =


## Cell


# missing
# de: 64,90 Euro
# sm3sgm9 =


## Cell


# missing
# de: Minikabine
# s3pcgky =


## Cell


# missing
# de: 1
# sqx9dmh =


## Cell


# missing
# de: ja
# sxfbc63 =


## Cell


# missing
# de: 74,90 Euro
# s1pag1q =


## Cell


# missing
# de: Schlafwagen
# s3dp5cb =


## Cell


# missing
# de: 2
# s8n7r8p =


## Cell


# missing
# de: ja
# sy4rn2a =


## Cell


# missing
# de: 119,00 Euro
# sgnf09p =


## Cell


# missing
# de: Schlafwagen mit Dusche
# s9a3npm =


## Cell


# missing
# de: 1
# sybx0zz =


## Cell


# missing
# de: auf Bestellung
# sksecbp =


## Cell


# missing
# de: 189,50 Euro
# svshm9r =


## Paragraph


# missing
# de: Einen Teil des Preises macht der Staat.
# smpz2jp =


# missing
# de: In Deutschland gilt für Bahnfahrkarten im Fernverkehr seit 2020 der ermäßigte Steuersatz von 7 Prozent (§ 12 Abs. 2 Nr. 10 UStG).
# s7e8hsy =


# missing
# de: Kerosin für internationale Flüge bleibt dagegen steuerfrei.
# spyve7c =


# missing
# de: Hinzu kommen die Trassenentgelte: Jeder Kilometer auf fremdem Gleis kostet Geld, auch nachts um drei.
# s5kgvqr =


## Paragraph


# missing
# de: „Ein Nachtzug verdient nur einmal am Tag Geld, ein Intercity viermal“, rechnet der Verkehrsökonom Dr. Anselm Rütting vor.
# saqycdx =


# missing
# de: Ein Schlafwagen biete außerdem höchstens 36 Betten, ein Großraumwagen dagegen rund 80 Sitze.
# sj3xmk5 =


# missing
# de: Schon 3,5 Prozent weniger Fahrgäste könnten über Gewinn und Verlust entscheiden.
# s5tyr1q =


## Heading


# missing
# de: So gelingt die Buchung
# sd0jaba =


## Paragraph


# missing
# de: Mit ein wenig Planung lassen sich die häufigsten Fehler vermeiden:
# sxr8wzb =


## List item


# missing
# de: Vergleichen Sie mehrere Abfahrtstage, denn dienstags und mittwochs sind die Züge meist leerer.
# s1de25p =


## List item


# missing
# de: Buchen Sie Hin- und Rückfahrt getrennt.
# sawar1n =


# missing
# de: Oft ist für die eine Richtung noch ein Sparpreis zu haben, für die andere nicht.
# sgyf870 =


## List item


# missing
# de: Prüfen Sie, ob Ihr Fahrrad mitdarf; die Stellplätze sind knapp.
# saasy63 =


## List item


# missing
# de: Notieren Sie sich die Wagennummer **vor** der Abfahrt, weil der Zug unterwegs geteilt werden kann.
# s98b8eg =


## Paragraph


# missing
# de: In die Tasche gehören außerdem:
# s7q416c =


## List item


# missing
# de: Ohrstöpsel und eine Schlafmaske,
# sbr3xtr =


## List item


# missing
# de: eine Wasserflasche, am besten mit 0,75 Litern,
# shxtc0n =


## List item


# missing
# de: Hausschuhe oder dicke Socken,
# s3yph0g =


## List item


# missing
# de: ein gutes Buch.
# svae5s6 =


## Paragraph


# missing
# de: Seit Juni 2023 regelt die Verordnung (EU) 2021/782 die [Rechte von Fahrgästen](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) in der ganzen Union.
# sswp5bm =


# missing
# de: Ab 60 Minuten Verspätung gibt es 25 Prozent des Fahrpreises zurück, ab 120 Minuten die Hälfte.[^rechte]
# s8gxvwp-r4tv =


# missing
# de: Wer den letzten Anschluss verpasst, hat u. U. Anspruch auf ein Hotelzimmer.
# smq0aba =


## Heading


# missing
# de: Die Bilanz fürs Klima
# s2ngtm1 =


## Paragraph


# missing
# de: Für viele Fahrgäste ist der Klimaschutz das wichtigste Argument.
# s5y1y3g =


# missing
# de: Wer im elektrischen Zug liegt, verursacht **nur einen Bruchteil** der Treibhausgase, die ein Flug auf derselben Strecke freisetzt.
# speckmz =


# missing
# de: Genau beziffern lässt sich der Vorteil allerdings schwer, weil er u. a. von der Auslastung und vom Strommix abhängt.
# srzfk20 =


## Paragraph


# missing
# de: Nicht jeder Flug lässt sich ersetzen.
# sqa8mr8 =


# missing
# de: Aber viele lassen sich verschlafen.
# stf232v =


## Heading


# missing
# de: Was noch fehlt
# smgxy02 =


## Paragraph


# missing
# de: Gute Ideen scheitern nach wie vor an Kleinigkeiten.
# swmta2v =


# missing
# de: Die Stromsysteme unterscheiden sich, die Signaltechnik auch, und nicht jede Lokomotive darf über jede Grenze.
# s4yvg8n =


# missing
# de: Neue Wagen sind teuer; wer heute bestellt, wartet drei bis fünf Jahre auf die Lieferung.
# secb41d =


# missing
# de: Auf dem Balkan und auf der Iberischen Halbinsel klaffen Lücken, die sich nur gemeinsam schließen lassen.
# sdq9zsd =


## Paragraph


# missing
# de: Rütting sieht deshalb die Politik am Zug.
# s9n9abf =


# missing
# de: „Es braucht gemeinsame Fahrkarten, verlässliche Trassen und Wagen, die in Serie gebaut werden“, sagt er.
# s6xtymt =


# missing
# de: Und wird das bis 2030 etwas?
# sxtyd0f =


# missing
# de: „Fragen Sie mich nach dem nächsten Fahrplanwechsel noch einmal!“
# s8ry84q =


## Heading


# missing
# de: Ankunft
# ssnvcnm =


## Paragraph


# missing
# de: Um 8.52 Uhr fährt der Zug in Wien ein, auf die Minute pünktlich.
# s4hqp2x =


# missing
# de: Jonas Terhoeven hat die Pantoffeln wieder gegen Lederschuhe getauscht.
# ssxm2nx =


# missing
# de: In zwei Stunden beginnt seine erste Besprechung, und er hat, wie er sagt, „besser geschlafen als zu Hause“.
# sfh1kbj =


# missing
# de: Auf dem Nachbargleis warten schon die Putzkolonnen auf die leeren Wagen.
# sz1q955 =


# missing
# de: Am Abend geht es zurück.
# sxx8v4q =


## Attribution


# missing
# de: Quelle: eigene Recherche
# swmz1b7 =


## Title


# missing
# de: Karte der Nachtzüge in Europa
# s7xq3bp =


## Footnote


# missing
# de: Preisbeispiele für eine Person und eine Strecke, Stand: Oktober 2024.
# scd9zx1 =


# missing
# de: Zuschläge, z. B. für Fahrräder, sind nicht enthalten.
# s7ba0r7 =


## Footnote


# missing
# de: Die Entschädigung richtet sich nach Art. 19 der Verordnung; unter außergewöhnlichen Umständen, etwa bei extremem Wetter, entfällt sie.
# sf0vps6 =

