### satz 1: articles/wetterbericht.txt


## Heading


# missing
# de: Orkanböen an der Küste: Sturmtief „Ludmilla“ legt Bahnverkehr lahm
# swaj88v =


## Paragraph


# missing
# de: Das Sturmtief „Ludmilla“ hat in der Nacht zum Freitag, 22. November, in Norddeutschland Bäume entwurzelt, Keller geflutet und Straßen blockiert.
# s9amkg4 =


# missing
# de: Auf Norderney wurden um 2.40 Uhr Böen von 126 km/h gemessen, auf dem Brocken waren es sogar 154 km/h.
# sfy07pz =


# missing
# de: Verletzt wurde nach ersten Erkenntnissen niemand.
# ssw1frg =


## Paragraph


# missing
# de: Zwischen Bremen und Norddeich fuhren bis zum Vormittag keine Züge.
# s6d0xwv =


# missing
# de: In rund 12.500 Haushalten fiel zeitweise der Strom aus, u. a. in den Landkreisen Aurich und Wittmund.
# s8aw1dw =


# missing
# de: „Die meisten Leitungen waren nach drei Stunden repariert“, teilte ein Sprecher des Netzbetreibers mit.
# sebjb8r =


## Paragraph


# missing
# de: In Hamburg lief das Wasser der Elbe auf 2,3 Meter über dem mittleren Hochwasser auf; der Fischmarkt stand unter Wasser.
# sftt5x3 =


# missing
# de: Die Feuerwehr rückte 140 Mal aus.
# setd9b6 =


# missing
# de: „Wer kann, sollte heute zu Hause bleiben“, sagte Einsatzleiterin Dr. Wiebke Harms am Morgen.
# skb7ngs =


## Paragraph


# missing
# de: Am Wochenende beruhigt sich das Wetter.
# sasr9nq =


# missing
# de: Der Samstag bringt noch Schauer bei 6 bis 9 Grad, am Sonntag zeigt sich öfter die Sonne.
# s7a47jz =


# missing
# de: In der Nacht zum Montag sinken die Werte auf 0 bis −2 Grad; auf nassen Straßen kann es glatt werden.
# s7270yc =


## Attribution


# missing
# de: Quelle Nordwetter
# shybzkn =

