### satz 1: articles/nachtzug.md


## Field

# de: Wiedersehen im Dunkeln: Europas Nachtzüge kehren zurück
sd244wq = Retrouvailles dans le noir : les trains de nuit reviennent en Europe

## Field

# de: Vor wenigen Jahren galten Schlafwagen als Auslaufmodell, heute sind viele Nachtzüge Wochen im Voraus ausgebucht – unterwegs von Hamburg nach Wien.
s1pejt8 = Il y a quelques années, on croyait les voitures-lits condamnées ; aujourd’hui, bien des trains de nuit affichent complet des semaines à l’avance – en route de Hambourg à Vienne.

## Heading

# de: Wiedersehen im Dunkeln
shvv6m2 = Retrouvailles dans le noir

## Paragraph

# de: Um 22.15 Uhr riecht es auf Gleis 8 nach Regen und Kaffee.
sxrbndv = À 22 h 15, le quai 8 sent la pluie et le café.
# de: Der Zug, der gleich in Hannover einfährt, hat Hamburg vor knapp zwei Stunden verlassen.
s9h8khc = Le train qui va entrer en gare de Hanovre a quitté Hambourg il y a un peu moins de deux heures.
# de: Am nächsten Morgen soll er nach gut 1.100 km in Wien sein.
sw7m666 = Le lendemain matin, après plus de 1 100 km, il doit arriver à Vienne.

## Paragraph

# de: Auf dem Bahnsteig stehen Familien mit Kinderwagen, Studentinnen mit Rucksäcken und ein Mann im Anzug, der seine Schuhe schon gegen Filzpantoffeln getauscht hat.
s5g2rws = Sur le quai attendent des familles avec des poussettes, des étudiantes avec des sacs à dos et un homme en costume qui a déjà troqué ses chaussures contre des pantoufles de feutre.
# de: „Ich fahre die Strecke jeden Monat“, sagt Jonas Terhoeven, 52, Handelsvertreter aus Celle.
sf8jjyc = « Je fais ce trajet tous les mois », raconte Jonas Terhoeven, 52 ans, représentant de commerce à Celle.
# de: „Früher bin ich geflogen.
svfek2d = « Avant, je prenais l’avion.
# de: Heute schlafe ich einfach.“
sxjs2xv = Maintenant, je me contente de dormir. »

## Heading

# de: Ein Auslaufmodell fährt weiter
spg738g = Un modèle condamné qui roule encore

## Paragraph

# de: Noch vor zehn Jahren schien die Sache entschieden.
swj4672 = Il y a dix ans encore, l’affaire semblait entendue.
# de: Billigflieger machten dem Schlafwagen Konkurrenz, die Wagen wurden älter, die Verluste größer.
s50txm0 = Les compagnies à bas coût concurrençaient la voiture-lits, les voitures vieillissaient, les pertes se creusaient.
# de: Im Dezember 2016 stellte die Deutsche Bahn ihre letzten Züge der Marke *City Night Line* ein.
sspdjt0 = En décembre 2016, la Deutsche Bahn a supprimé ses derniers trains de la marque *City Night Line*.
# de: Die Österreichischen Bundesbahnen (ÖBB) übernahmen einen Teil der Strecken und gaben ihnen einen neuen Namen: **Nightjet**.
s2dfv1h = Les Chemins de fer fédéraux autrichiens (ÖBB) ont repris une partie des lignes et leur ont donné un nouveau nom : **Nightjet**.

## Paragraph

# de: Was viele für ein Wagnis hielten, erwies sich als kluger Schritt.
s07811x = Ce que beaucoup prenaient pour un pari risqué s’est révélé un choix avisé.
# de: Seit Mai 2023 verbindet das Unternehmen European Sleeper Brüssel mit Berlin, seit März 2024 rollen seine Züge weiter bis nach Prag.
sgf5rd9 = Depuis mai 2023, la société European Sleeper relie Bruxelles à Berlin, et depuis mars 2024, ses trains poursuivent leur route jusqu’à Prague.
# de: Zwischen Berlin und Paris gibt es seit Dezember 2023 ebenfalls wieder einen Nachtzug.
s5k0d4w = Entre Berlin et Paris aussi, un train de nuit circule de nouveau depuis décembre 2023.
# de: Eine [Karte des Bündnisses Back-on-Track][karte] zeigt, wie dicht das Netz inzwischen wieder ist.
s3538q4 = Une [carte du collectif Back-on-Track][karte] montre à quel point le réseau s’est de nouveau étoffé.

## Heading

# de: Kleine Geschichte des Schlafens auf Schienen
sh7yreh = Petite histoire du sommeil sur rails

## Paragraph

# de: Die Idee ist fast so alt wie die Eisenbahn selbst.
s21azr7 = L’idée est presque aussi vieille que le chemin de fer lui-même.
# de: Schon in der ersten Hälfte des 19. Jahrhunderts rollten in Nordamerika Wagen mit einfachen Pritschen durch die Nacht.
s1bt02b = Dès la première moitié du XIXe siècle, des voitures équipées de simples couchettes de bois roulaient de nuit en Amérique du Nord.
# de: In Europa gründete der Belgier Georges Nagelmackers 1876 die Compagnie Internationale des Wagons-Lits.
szpvmvx = En Europe, le Belge Georges Nagelmackers fonda en 1876 la Compagnie internationale des wagons-lits.
# de: Am 4. Oktober 1883 schickte er von Paris aus den Orient-Express auf seine berühmte Reise nach Konstantinopel.
sx0r4hj = Le 4 octobre 1883, il lança de Paris l’Orient-Express pour son célèbre voyage vers Constantinople.
# de: Als Kaiser Franz Joseph I. regierte, blieb der Schlafwagen freilich ein Vergnügen für wenige.
sd48txq = Sous le règne de l’empereur François-Joseph Ier, la voiture-lits resta certes un plaisir réservé à quelques-uns.
# de: Erschwinglich wurde das Reisen im Liegen erst im 20. Jahrhundert, mit dem Liegewagen.
sbj7q7w = Voyager allongé ne devint abordable qu’au XXe siècle, avec la voiture-couchettes.

## Quote

# de: „Im Nachtzug ist man nirgends, und genau das ist das Schöne.
s64q4kn = « Dans un train de nuit, on n’est nulle part, et c’est justement ce qui est beau.
# de: Man schließt die Augen in einem Land und öffnet sie im nächsten.“
sbpttj9 = On ferme les yeux dans un pays et on les rouvre dans le suivant. »

## Quote

# de: — Mirjam Aldinger, Reisende aus Lüneburg
s54tsec = — Mirjam Aldinger, voyageuse de Lunebourg

## Heading

# de: Eine Nacht im Liegewagen
sx5qczp = Une nuit en voiture-couchettes

## Paragraph

# de: Unser Zug trägt die Nummer `NZ 417`, und er ist voll.
scw6a71 = Notre train porte le numéro `NZ 417`, et il est plein.
# de: Zugbegleiterin Ilka Brömmel verteilt Bettzeug, sammelt Fahrkarten ein und erklärt, wie die Leiter einrastet.
se0wcwj = La cheffe de bord, Ilka Brömmel, distribue la literie, ramasse les billets et explique comment l’échelle s’enclenche.
# de: „Die meisten fragen zuerst nach Steckdosen“, sagt sie, „und gleich danach nach dem Frühstück.“
szkpgty = « La plupart demandent d’abord où sont les prises, dit-elle, et aussitôt après, à quelle heure est le petit-déjeuner. »
# de: Auf einem Schild im Gang steht: „Wer leise spricht, schläft besser – ⏎ und lässt die anderen schlafen.“
serscm3 = Dans le couloir, un panneau annonce : « Qui parle bas dort mieux –{ "\u000A" }et laisse dormir les autres. »

## Alt

# de: Blick in ein Liegewagenabteil mit vier bezogenen Betten und einer Leiter
scmchxe = Un compartiment couchettes avec quatre lits faits et une échelle

## Title

# de: Vier Betten, ein Fenster, eine Nacht
srksxy6 = Quatre lits, une fenêtre, une nuit

## Paragraph

# de: Der Fahrplan, der am Fenster klebt, passt auf einen Zettel:
sp1djj5 = L’horaire collé à la fenêtre tient sur un bout de papier :

## Paragraph

# de: Gegen 23.30 Uhr wird das Licht gedimmt.
stejtv2 = Vers 23 h 30, on tamise les lumières.
# de: In Abteil 6 spielt ein Vater mit seiner Tochter noch eine letzte Partie Karten, zwei Türen weiter schnarcht schon jemand.
s43h7fv = Dans le compartiment 6, un père fait une dernière partie de cartes avec sa fille ; deux portes plus loin, quelqu’un ronfle déjà.
# de: Um 3.10 Uhr bleibt der Zug irgendwo in Bayern stehen, und niemand außer der Zugbegleiterin merkt es.
smwpjg4 = À 3 h 10, le train s’arrête quelque part en Bavière, et personne ne s’en aperçoit, hormis la cheffe de bord.
# de: „Wir warten nur auf den neuen Lokführer“, flüstert Brömmel, „der alte hat jetzt Feierabend.“
sjpyg8p = « On attend seulement le nouveau conducteur, chuchote Ilka Brömmel ; l’ancien vient de finir sa journée. »

## Paragraph

# de: Als es hell wird, liegt die Donau neben den Gleisen.
sp252jf = Quand le jour se lève, le Danube longe la voie.
# de: Zum Frühstück gibt es zwei Brötchen, Marmelade und einen Kaffee, der besser ist, als man um 6.48 Uhr erwarten darf.
skp6wzt = Au petit-déjeuner : deux petits pains, de la confiture et un café meilleur qu’on n’est en droit de l’espérer à 6 h 48.

## Heading

# de: Was die Fahrt kostet
sn8pv33 = Ce que coûte le voyage

## Paragraph

# de: Ein Schnäppchen ist die Reise nicht immer.
s7kgtnq = Le voyage n’est pas toujours une bonne affaire.
# de: Wer früh bucht, bekommt einen Sitzplatz für 29,90 Euro; ein eigenes Schlafwagenabteil kostet leicht das Sechsfache.[^preise]
sjkd9tx-qh8a = En réservant tôt, on obtient une place assise pour 29,90 euros ; un compartiment individuel en voiture-lits coûte facilement six fois plus.[^preise]
# de: Am begehrtesten sind die Einzelkabinen: In den Sommerferien sind sie oft schon drei Monate vorher vergeben.
saq30b0 = Les cabines individuelles sont les plus demandées : pendant les vacances d’été, elles sont souvent prises trois mois à l’avance.

## Cell

# de: Kategorie
sy5abzm = Catégorie

## Cell

# de: Plätze im Abteil
s4veqhm = Places par compartiment

## Cell

# de: Frühstück
skk654x = Petit-déjeuner

## Cell

# de: Preis ab
sb5dn51 = Prix à partir de

## Cell

# de: Sitzwagen
szvbfy0 = Voiture à places assises

## Cell

# de: nein
st1sq26 = non

## Cell

# de: 29,90 Euro
sskfxfn = 29,90 euros

## Cell

# de: Liegewagen
s8f1yke = Voiture-couchettes

## Cell

# de: ja
s6ex396 = oui

## Cell

# de: 49,90 Euro
s42v52x = 49,90 euros

## Cell

# de: Liegewagen, ruhiger Bereich
shtd5m1 = Voiture-couchettes, espace calme

## Cell

# de: ja
s51gxyt = oui

## Cell

# de: 64,90 Euro
sm3sgm9 = 64,90 euros

## Cell

# de: Minikabine
s3pcgky = Mini-cabine

## Cell

# de: ja
sxfbc63 = oui

## Cell

# de: 74,90 Euro
s1pag1q = 74,90 euros

## Cell

# de: Schlafwagen
s3dp5cb = Voiture-lits

## Cell

# de: ja
sy4rn2a = oui

## Cell

# de: 119,00 Euro
sgnf09p = 119,00 euros

## Cell

# de: Schlafwagen mit Dusche
s9a3npm = Voiture-lits avec douche

## Cell

# de: auf Bestellung
sksecbp = sur commande

## Cell

# de: 189,50 Euro
svshm9r = 189,50 euros

## Paragraph

# de: Einen Teil des Preises macht der Staat.
smpz2jp = Une partie du prix dépend de l’État.
# de: In Deutschland gilt für Bahnfahrkarten im Fernverkehr seit 2020 der ermäßigte Steuersatz von 7 Prozent (§ 12 Abs. 2 Nr. 10 UStG).
s7e8hsy = En Allemagne, les billets de train longue distance bénéficient depuis 2020 du taux de TVA réduit de 7 % (§ 12, al. 2, n° 10 de la loi allemande sur la TVA, UStG).
# de: Kerosin für internationale Flüge bleibt dagegen steuerfrei.
spyve7c = Le kérosène des vols internationaux, lui, reste exonéré de taxe.
# de: Hinzu kommen die Trassenentgelte: Jeder Kilometer auf fremdem Gleis kostet Geld, auch nachts um drei.
s5kgvqr = S’y ajoutent les péages ferroviaires : chaque kilomètre sur les rails d’autrui coûte de l’argent, même à trois heures du matin.

## Paragraph

# de: „Ein Nachtzug verdient nur einmal am Tag Geld, ein Intercity viermal“, rechnet der Verkehrsökonom Dr. Anselm Rütting vor.
saqycdx = « Un train de nuit ne rapporte de l’argent qu’une fois par jour, un Intercity quatre fois », calcule l’économiste des transports Anselm Rütting.
# de: Ein Schlafwagen biete außerdem höchstens 36 Betten, ein Großraumwagen dagegen rund 80 Sitze.
sj3xmk5 = Une voiture-lits offre en outre 36 lits tout au plus, observe-t-il, contre environ 80 sièges dans une voiture à couloir central.
# de: Schon 3,5 Prozent weniger Fahrgäste könnten über Gewinn und Verlust entscheiden.
s5tyr1q = Il suffirait de 3,5 % de voyageurs en moins pour passer du bénéfice à la perte.

## Heading

# de: So gelingt die Buchung
sd0jaba = Réussir sa réservation

## Paragraph

# de: Mit ein wenig Planung lassen sich die häufigsten Fehler vermeiden:
sxr8wzb = Avec un peu d’organisation, on évite les erreurs les plus fréquentes :

## List item

# de: Vergleichen Sie mehrere Abfahrtstage, denn dienstags und mittwochs sind die Züge meist leerer.
s1de25p = Comparez plusieurs jours de départ, car les trains sont généralement moins remplis le mardi et le mercredi.

## List item

# de: Buchen Sie Hin- und Rückfahrt getrennt.
sawar1n = Réservez l’aller et le retour séparément.
# de: Oft ist für die eine Richtung noch ein Sparpreis zu haben, für die andere nicht.
sgyf870 = Il reste souvent un tarif réduit dans un sens, mais pas dans l’autre.

## List item

# de: Prüfen Sie, ob Ihr Fahrrad mitdarf; die Stellplätze sind knapp.
saasy63 = Vérifiez que votre vélo est admis ; les emplacements sont rares.

## List item

# de: Notieren Sie sich die Wagennummer **vor** der Abfahrt, weil der Zug unterwegs geteilt werden kann.
s98b8eg = Notez le numéro de votre voiture **avant** le départ, car le train peut être scindé en chemin.

## Paragraph

# de: In die Tasche gehören außerdem:
s7q416c = À glisser aussi dans votre sac :

## List item

# de: Ohrstöpsel und eine Schlafmaske,
sbr3xtr = des bouchons d’oreilles et un masque de nuit,

## List item

# de: eine Wasserflasche, am besten mit 0,75 Litern,
shxtc0n = une gourde, de préférence de 0,75 litre,

## List item

# de: Hausschuhe oder dicke Socken,
s3yph0g = des chaussons ou de grosses chaussettes,

## List item

# de: ein gutes Buch.
svae5s6 = un bon livre.

## Paragraph

# de: Seit Juni 2023 regelt die Verordnung (EU) 2021/782 die [Rechte von Fahrgästen](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) in der ganzen Union.
sswp5bm = Depuis juin 2023, le règlement (UE) 2021/782 régit les [droits des voyageurs](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) dans toute l’Union.
# de: Ab 60 Minuten Verspätung gibt es 25 Prozent des Fahrpreises zurück, ab 120 Minuten die Hälfte.[^rechte]
s8gxvwp-r4tv = À partir de 60 minutes de retard, 25 % du prix du billet sont remboursés ; à partir de 120 minutes, la moitié.[^rechte]
# de: Wer den letzten Anschluss verpasst, hat u. U. Anspruch auf ein Hotelzimmer.
smq0aba = Celui qui rate la dernière correspondance a droit, dans certains cas, à une chambre d’hôtel.

## Heading

# de: Die Bilanz fürs Klima
s2ngtm1 = Le bilan climatique

## Paragraph

# de: Für viele Fahrgäste ist der Klimaschutz das wichtigste Argument.
s5y1y3g = Pour beaucoup de voyageurs, la protection du climat est l’argument décisif.
# de: Wer im elektrischen Zug liegt, verursacht **nur einen Bruchteil** der Treibhausgase, die ein Flug auf derselben Strecke freisetzt.
speckmz = Qui voyage couché dans un train électrique n’émet **qu’une fraction** des gaz à effet de serre qu’un vol libérerait sur le même trajet.
# de: Genau beziffern lässt sich der Vorteil allerdings schwer, weil er u. a. von der Auslastung und vom Strommix abhängt.
srzfk20 = L’avantage est cependant difficile à chiffrer avec précision, car il dépend entre autres du taux d’occupation et de l’origine de l’électricité.

## Paragraph

# de: Nicht jeder Flug lässt sich ersetzen.
sqa8mr8 = Tous les vols ne peuvent pas être remplacés.
# de: Aber viele lassen sich verschlafen.
stf232v = Mais on peut en passer beaucoup à dormir.

## Heading

# de: Was noch fehlt
smgxy02 = Ce qui manque encore

## Paragraph

# de: Gute Ideen scheitern nach wie vor an Kleinigkeiten.
swmta2v = De bonnes idées échouent encore et toujours sur des détails.
# de: Die Stromsysteme unterscheiden sich, die Signaltechnik auch, und nicht jede Lokomotive darf über jede Grenze.
s4yvg8n = Les systèmes électriques diffèrent, la signalisation aussi, et toutes les locomotives ne peuvent pas franchir toutes les frontières.
# de: Neue Wagen sind teuer; wer heute bestellt, wartet drei bis fünf Jahre auf die Lieferung.
secb41d = Les voitures neuves coûtent cher ; qui commande aujourd’hui attend la livraison de trois à cinq ans.
# de: Auf dem Balkan und auf der Iberischen Halbinsel klaffen Lücken, die sich nur gemeinsam schließen lassen.
sdq9zsd = Dans les Balkans et dans la péninsule Ibérique subsistent des lacunes béantes qu’on ne pourra combler qu’ensemble.

## Paragraph

# de: Rütting sieht deshalb die Politik am Zug.
s9n9abf = Pour Anselm Rütting, la balle est donc dans le camp des politiques.
# de: „Es braucht gemeinsame Fahrkarten, verlässliche Trassen und Wagen, die in Serie gebaut werden“, sagt er.
s6xtymt = « Il faut des billets communs, des sillons fiables et des voitures construites en série », affirme-t-il.
# de: Und wird das bis 2030 etwas?
sxtyd0f = Et ce sera fait d’ici à 2030 ?
# de: „Fragen Sie mich nach dem nächsten Fahrplanwechsel noch einmal!“
s8ry84q = « Reposez-moi la question après le prochain changement d’horaire ! »

## Heading

# de: Ankunft
ssnvcnm = Arrivée

## Paragraph

# de: Um 8.52 Uhr fährt der Zug in Wien ein, auf die Minute pünktlich.
s4hqp2x = À 8 h 52, le train entre en gare de Vienne, à l’heure à la minute près.
# de: Jonas Terhoeven hat die Pantoffeln wieder gegen Lederschuhe getauscht.
ssxm2nx = Jonas Terhoeven a de nouveau troqué ses pantoufles contre des chaussures de cuir.
# de: In zwei Stunden beginnt seine erste Besprechung, und er hat, wie er sagt, „besser geschlafen als zu Hause“.
sfh1kbj = Sa première réunion commence dans deux heures, et il a, dit-il, « mieux dormi qu’à la maison ».
# de: Auf dem Nachbargleis warten schon die Putzkolonnen auf die leeren Wagen.
sz1q955 = Sur la voie voisine, les équipes de nettoyage attendent déjà les voitures vides.
# de: Am Abend geht es zurück.
sxx8v4q = Le soir même, il repart.

## Attribution

# de: Quelle: eigene Recherche
swmz1b7 = Source : enquête de la rédaction

## Title

# de: Karte der Nachtzüge in Europa
s7xq3bp = Carte des trains de nuit en Europe

## Footnote

# de: Preisbeispiele für eine Person und eine Strecke, Stand: Oktober 2024.
scd9zx1 = Exemples de prix par personne pour un aller simple, état : octobre 2024.
# de: Zuschläge, z. B. für Fahrräder, sind nicht enthalten.
s7ba0r7 = Les suppléments, p. ex. pour les vélos, ne sont pas compris.

## Footnote

# de: Die Entschädigung richtet sich nach Art. 19 der Verordnung; unter außergewöhnlichen Umständen, etwa bei extremem Wetter, entfällt sie.
sf0vps6 = L’indemnisation est régie par l’art. 19 du règlement ; elle n’est pas due en cas de circonstances extraordinaires, par exemple de conditions météorologiques extrêmes.
