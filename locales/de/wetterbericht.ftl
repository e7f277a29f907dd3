### satz 1: articles/wetterbericht.txt


## Heading

swaj88v = Orkanböen an der Küste: Sturmtief „Ludmilla“ legt Bahnverkehr lahm

## Paragraph

s9amkg4 = Das Sturmtief „Ludmilla“ hat in der Nacht zum Freitag, 22. November, in Norddeutschland Bäume entwurzelt, Keller geflutet und Straßen blockiert.
sfy07pz = Auf Norderney wurden um 2.40 Uhr Böen von 126 km/h gemessen, auf dem Brocken waren es sogar 154 km/h.
ssw1frg = Verletzt wurde nach ersten Erkenntnissen niemand.

## Paragraph

s6d0xwv = Zwischen Bremen und Norddeich fuhren bis zum Vormittag keine Züge.
s8aw1dw = In rund 12.500 Haushalten fiel zeitweise der Strom aus, u. a. in den Landkreisen Aurich und Wittmund.
sebjb8r = „Die meisten Leitungen waren nach drei Stunden repariert“, teilte ein Sprecher des Netzbetreibers mit.

## Paragraph

sftt5x3 = In Hamburg lief das Wasser der Elbe auf 2,3 Meter über dem mittleren Hochwasser auf; der Fischmarkt stand unter Wasser.
setd9b6 = Die Feuerwehr rückte 140 Mal aus.
skb7ngs = „Wer kann, sollte heute zu Hause bleiben“, sagte Einsatzleiterin Dr. Wiebke Harms am Morgen.

## Paragraph

sasr9nq = Am Wochenende beruhigt sich das Wetter.
s7a47jz = Der Samstag bringt noch Schauer bei 6 bis 9 Grad, am Sonntag zeigt sich öfter die Sonne.
s7270yc = In der Nacht zum Montag sinken die Werte auf 0 bis −2 Grad; auf nassen Straßen kann es glatt werden.

## Attribution

shybzkn = Quelle Nordwetter
