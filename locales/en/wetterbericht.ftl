### satz 1: articles/wetterbericht.txt


## Heading

# de: Orkanböen an der Küste: Sturmtief „Ludmilla“ legt Bahnverkehr lahm
swaj88v = Hurricane-force gusts on the coast: storm “Ludmilla” paralyses rail traffic

## Paragraph

# de: Das Sturmtief „Ludmilla“ hat in der Nacht zum Freitag, 22. November, in Norddeutschland Bäume entwurzelt, Keller geflutet und Straßen blockiert.
s9amkg4 = In the early hours of Friday, 22 November, storm “Ludmilla” uprooted trees, flooded cellars and blocked roads in northern Germany.
# de: Auf Norderney wurden um 2.40 Uhr Böen von 126 km/h gemessen, auf dem Brocken waren es sogar 154 km/h.
sfy07pz = On Norderney, gusts of 126 km/h were measured at 2:40, and on the Brocken even 154 km/h.
# de: Verletzt wurde nach ersten Erkenntnissen niemand.
ssw1frg = According to initial information, no one was injured.

## Paragraph

# de: Zwischen Bremen und Norddeich fuhren bis zum Vormittag keine Züge.
s6d0xwv = No trains ran between Bremen and Norddeich until late morning.
# de: In rund 12.500 Haushalten fiel zeitweise der Strom aus, u. a. in den Landkreisen Aurich und Wittmund.
s8aw1dw = Around 12,500 households temporarily lost power, including in the districts of Aurich and Wittmund.
# de: „Die meisten Leitungen waren nach drei Stunden repariert“, teilte ein Sprecher des Netzbetreibers mit.
sebjb8r = “Most lines were repaired within three hours,” a spokesman for the grid operator said.

## Paragraph

# de: In Hamburg lief das Wasser der Elbe auf 2,3 Meter über dem mittleren Hochwasser auf; der Fischmarkt stand unter Wasser.
sftt5x3 = In Hamburg, the Elbe rose to 2.3 metres above mean high water; the fish market was under water.
# de: Die Feuerwehr rückte 140 Mal aus.
setd9b6 = The fire brigade was called out 140 times.
# de: „Wer kann, sollte heute zu Hause bleiben“, sagte Einsatzleiterin Dr. Wiebke Harms am Morgen.
skb7ngs = “Anyone who can should stay at home today,” the incident commander, Dr Wiebke Harms, said in the morning.

## Paragraph

# de: Am Wochenende beruhigt sich das Wetter.
sasr9nq = The weather will calm down at the weekend.
# de: Der Samstag bringt noch Schauer bei 6 bis 9 Grad, am Sonntag zeigt sich öfter die Sonne.
s7a47jz = Saturday will still bring showers, with temperatures of 6 to 9 degrees; on Sunday there will be more sunshine.
# de: In der Nacht zum Montag sinken die Werte auf 0 bis −2 Grad; auf nassen Straßen kann es glatt werden.
s7270yc = Overnight into Monday, temperatures will fall to between 0 and −2 degrees; wet roads may become icy.

## Attribution

# de: Quelle Nordwetter
shybzkn = Source: Nordwetter
