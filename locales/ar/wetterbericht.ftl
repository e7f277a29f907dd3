### satz 1: articles/wetterbericht.txt


## Heading

# de: Orkanböen an der Küste: Sturmtief „Ludmilla“ legt Bahnverkehr lahm
swaj88v = رياح عاتية على الساحل: العاصفة «لودميلا» تشلّ حركة القطارات

## Paragraph

# de: Das Sturmtief „Ludmilla“ hat in der Nacht zum Freitag, 22. November, in Norddeutschland Bäume entwurzelt, Keller geflutet und Straßen blockiert.
s9amkg4 = اقتلعت العاصفة «لودميلا» أشجارًا وأغرقت أقبية وسدّت طرقًا في شمال ألمانيا ليلة الجمعة 22 نوفمبر.
# de: Auf Norderney wurden um 2.40 Uhr Böen von 126 km/h gemessen, auf dem Brocken waren es sogar 154 km/h.
sfy07pz = وفي نوردرناي سُجّلت عند الساعة 2:40 هبّات بلغت سرعتها 126 كم/س، بل وصلت على جبل بروكن إلى 154 كم/س.
# de: Verletzt wurde nach ersten Erkenntnissen niemand.
ssw1frg = وبحسب المعلومات الأولى لم يُصب أحد بأذى.

## Paragraph

# de: Zwischen Bremen und Norddeich fuhren bis zum Vormittag keine Züge.
s6d0xwv = وبين بريمن ونورددايش لم تسر أي قطارات حتى الضحى.
# de: In rund 12.500 Haushalten fiel zeitweise der Strom aus, u. a. in den Landkreisen Aurich und Wittmund.
s8aw1dw = وانقطعت الكهرباء مؤقتًا عن نحو 12,500 منزل، في دائرتي أوريش وفيتموند وغيرهما.
# de: „Die meisten Leitungen waren nach drei Stunden repariert“, teilte ein Sprecher des Netzbetreibers mit.
sebjb8r = وقال متحدث باسم مشغّل الشبكة: «أُصلحت معظم الخطوط بعد ثلاث ساعات».

## Paragraph

# de: In Hamburg lief das Wasser der Elbe auf 2,3 Meter über dem mittleren Hochwasser auf; der Fischmarkt stand unter Wasser.
sftt5x3 = وفي هامبورغ ارتفعت مياه نهر الإلبه إلى 2.3 متر فوق متوسط المدّ، وغمرت المياه سوق السمك.
# de: Die Feuerwehr rückte 140 Mal aus.
setd9b6 = وخرجت فرق الإطفاء 140 مرة.
# de: „Wer kann, sollte heute zu Hause bleiben“, sagte Einsatzleiterin Dr. Wiebke Harms am Morgen.
skb7ngs = وقالت قائدة العمليات الدكتورة فيبكه هارمس صباحًا: «من استطاع فليبقَ اليوم في بيته».

## Paragraph

# de: Am Wochenende beruhigt sich das Wetter.
sasr9nq = ويهدأ الطقس في عطلة نهاية الأسبوع.
# de: Der Samstag bringt noch Schauer bei 6 bis 9 Grad, am Sonntag zeigt sich öfter die Sonne.
s7a47jz = يحمل السبت مزيدًا من الزخّات مع حرارة بين 6 و9 درجات، وتظهر الشمس يوم الأحد أكثر.
# de: In der Nacht zum Montag sinken die Werte auf 0 bis −2 Grad; auf nassen Straßen kann es glatt werden.
s7270yc = وفي ليلة الاثنين تنخفض الحرارة إلى ما بين 0 و−2 درجة، وقد تصبح الطرق المبتلّة زلقة.

## Attribution

# de: Quelle Nordwetter
shybzkn = المصدر: نوردفيتر
