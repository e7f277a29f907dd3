### satz 1: articles/wetterbericht.txt


## Heading

# de: Orkanböen an der Küste: Sturmtief „Ludmilla“ legt Bahnverkehr lahm
swaj88v = Rafales d’ouragan sur la côte : la tempête « Ludmilla » paralyse le trafic ferroviaire

## Paragraph

# de: Das Sturmtief „Ludmilla“ hat in der Nacht zum Freitag, 22. November, in Norddeutschland Bäume entwurzelt, Keller geflutet und Straßen blockiert.
s9amkg4 = Dans la nuit du jeudi au vendredi 22 novembre, la tempête « Ludmilla » a déraciné des arbres, inondé des caves et bloqué des routes dans le nord de l’Allemagne.
# de: Auf Norderney wurden um 2.40 Uhr Böen von 126 km/h gemessen, auf dem Brocken waren es sogar 154 km/h.
sfy07pz = Sur l’île de Norderney, des rafales de 126 km/h ont été mesurées à 2 h 40, et même de 154 km/h sur le Brocken.
# de: Verletzt wurde nach ersten Erkenntnissen niemand.
ssw1frg = D’après les premières informations, il n’y a pas de blessés.

## Paragraph

# de: Zwischen Bremen und Norddeich fuhren bis zum Vormittag keine Züge.
s6d0xwv = Aucun train n’a circulé entre Brême et Norddeich jusque tard dans la matinée.
# de: In rund 12.500 Haushalten fiel zeitweise der Strom aus, u. a. in den Landkreisen Aurich und Wittmund.
s8aw1dw = Quelque 12 500 foyers ont été temporairement privés d’électricité, notamment dans les arrondissements d’Aurich et de Wittmund.
# de: „Die meisten Leitungen waren nach drei Stunden repariert“, teilte ein Sprecher des Netzbetreibers mit.
sebjb8r = « La plupart des lignes étaient réparées au bout de trois heures », a indiqué un porte-parole du gestionnaire de réseau.

## Paragraph

# de: In Hamburg lief das Wasser der Elbe auf 2,3 Meter über dem mittleren Hochwasser auf; der Fischmarkt stand unter Wasser.
sftt5x3 = À Hambourg, l’Elbe est montée à 2,3 mètres au-dessus du niveau moyen des hautes mers ; le marché aux poissons était sous l’eau.
# de: Die Feuerwehr rückte 140 Mal aus.
setd9b6 = Les pompiers sont intervenus 140 fois.
# de: „Wer kann, sollte heute zu Hause bleiben“, sagte Einsatzleiterin Dr. Wiebke Harms am Morgen.
skb7ngs = « Ceux qui le peuvent devraient rester chez eux aujourd’hui », a déclaré dans la matinée Wiebke Harms, qui dirige les opérations.

## Paragraph

# de: Am Wochenende beruhigt sich das Wetter.
sasr9nq = Le temps se calmera ce week-end.
# de: Der Samstag bringt noch Schauer bei 6 bis 9 Grad, am Sonntag zeigt sich öfter die Sonne.
s7a47jz = Samedi apportera encore des averses, avec 6 à 9 degrés ; dimanche, le soleil se montrera plus souvent.
# de: In der Nacht zum Montag sinken die Werte auf 0 bis −2 Grad; auf nassen Straßen kann es glatt werden.
s7270yc = Dans la nuit de dimanche à lundi, les températures baisseront entre 0 et −2 degrés ; les routes mouillées pourront devenir glissantes.

## Attribution

# de: Quelle Nordwetter
shybzkn = Source : Nordwetter
