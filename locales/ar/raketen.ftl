### satz 1: articles/raketen.md


## Field

# de: USA zählen neun russische Angriffe mit Raketen aus Nordkorea
s1744tf = واشنطن تحصي تسع هجمات روسية بصواريخ كورية شمالية

## Field

# de: Im UN-Sicherheitsrat wirft Washington Moskau vor, mit Waffen aus Pjöngjang gegen ein Embargo zu verstoßen, das Russland selbst mitbeschlossen hat.
s27akex = واشنطن تتهم موسكو في مجلس الأمن الدولي بانتهاك حظرٍ شاركت روسيا نفسها في إقراره، باستخدامها أسلحة من بيونغ يانغ.

## Heading

# de: Washington: Russland feuerte 9 Mal nordkoreanische Raketen auf die Ukraine
s8afrf3 = واشنطن: روسيا أطلقت صواريخ كورية شمالية على أوكرانيا 9 مرات

## Paragraph

# de: Russland hat nach Darstellung der USA inzwischen mindestens neunmal ballistische Raketen aus Nordkorea auf Ziele in der Ukraine abgefeuert.
sv4x8yb = تقول الولايات المتحدة إن روسيا أطلقت حتى الآن صواريخ باليستية من كوريا الشمالية على أهداف في أوكرانيا تسع مرات على الأقل.
# de: Das sagte der stellvertretende UN-Botschafter der USA, Robert Wood, in der Nacht zum Mittwoch, 7. Februar, vor dem UN-Sicherheitsrat in New York.
sh5j4ge = جاء ذلك على لسان نائب السفيرة الأمريكية لدى الأمم المتحدة روبرت وود، ليلة الثلاثاء إلى الأربعاء 7 فبراير/شباط، أمام مجلس الأمن الدولي في نيويورك.

## Paragraph

# de: Die Zahl steht in einer Mitschrift, die die US-Vertretung bei den Vereinten Nationen ins Internet gestellt hat.
sc9nwc0 = وورد هذا العدد في نصٍّ للكلمة نشرته البعثة الأمريكية لدى الأمم المتحدة على الإنترنت.
# de: „Bislang hat Russland bei mindestens neun Gelegenheiten ballistische Raketen aus Lieferungen der DVRK auf die Ukraine abgeschossen“, heißt es darin.
s4m5wmr = وجاء فيه: «حتى اليوم أطلقت روسيا على أوكرانيا، في تسع مناسبات على الأقل، صواريخ باليستية زوّدتها بها جمهورية كوريا الشعبية الديمقراطية».
# de: DVRK ist das amtliche Kürzel der Demokratischen Volksrepublik Korea, d. h. Nordkoreas.
st1m1n9 = وجمهورية كوريا الشعبية الديمقراطية هي التسمية الرسمية لكوريا الشمالية.

## Heading

# de: Vorwurf: Bruch der eigenen Beschlüsse
sw11qys = الاتهام: خرق قراراتٍ صوّتت لها موسكو بنفسها

## Paragraph

# de: Wood hielt Moskau vor, sich über Regeln hinwegzusetzen, denen es selbst zugestimmt hat.
ssxv6ht = وأخذ وود على موسكو تجاهلها قواعد وافقت عليها بنفسها.
# de: Gemeint sind u. a. die Resolutionen 1718 (2006) und 1874 (2009), die den Waffenhandel mit Pjöngjang verbieten.
sw02f6a = والمقصود بذلك، من بين قرارات أخرى، القراران 1718 (2006) و1874 (2009) اللذان يحظران تجارة السلاح مع بيونغ يانغ.
# de: Als ständiges Mitglied hätte Russland beide mit seinem Veto verhindern können.
shgg47y = وكان بوسع روسيا، بصفتها عضوًا دائمًا، أن تمنع صدورهما باستخدام حق النقض.

## Paragraph

# de: „Russland und die DVRK müssen für ein Vorgehen einstehen, das seit Langem geltende Pflichten aus den Resolutionen dieses Rates aushöhlt“, verlangte der Diplomat.
skxek30 = وطالب الدبلوماسي بالمحاسبة قائلًا: «على روسيا وجمهورية كوريا الشعبية الديمقراطية أن تتحملا تبعات أفعالٍ تفرّغ من مضمونها التزامات راسخة منذ زمن طويل بموجب قرارات هذا المجلس».
# de: „Verbotene Lieferungen von Waffen und womöglich von Technologie machen die Region unsicherer.
sa73e2a = وأضاف: «إن عمليات النقل المحظورة للأسلحة، وربما للتكنولوجيا، تجعل المنطقة أقل أمنًا.
# de: Sie schwächen die weltweiten Bemühungen um Nichtverbreitung (ballistischer Raketen – Anm. d. Red.) ebenso wie das Ansehen dieses Rates.“
sdthb7b = وهي تُضعف الجهود العالمية لمنع الانتشار (أي انتشار الصواريخ الباليستية – المحرر) بقدر ما تُضعف هيبة هذا المجلس».

## Paragraph

# de: Beide Regierungen bestreiten das, wie die Nachrichtenagentur Reuters meldet.
ssgrvam = وتنفي الحكومتان ذلك، وفق ما أفادت به وكالة رويترز للأنباء.

## Heading

# de: Botschafter hofft auf einen „Durchbruch“
s818caz = السفير يأمل في تحقيق «اختراق»

## Paragraph

# de: Moskau schlägt unterdessen freundliche Töne gegenüber Nordkorea an.
s4ejghs = في هذه الأثناء تتبنى موسكو نبرة ودية تجاه كوريا الشمالية.
# de: Der russische Botschafter in Pjöngjang, Alexander Mazegora, stellte am 7. Februar gegenüber der Staatsagentur TASS eine noch engere Partnerschaft in Aussicht.
s0erwrx = ففي 7 فبراير/شباط تحدث السفير الروسي في بيونغ يانغ ألكسندر ماتسيغورا لوكالة تاس الرسمية عن آفاق شراكة أوثق من ذي قبل.

## Paragraph

# de: „Ein solches Maß an Einvernehmen hat es zwischen uns und der DVRK noch nicht gegeben.
sgr6p4s = وقال ماتسيغورا: «لم يسبق أن بلغ التفاهم بيننا وبين جمهورية كوريا الشعبية الديمقراطية هذا المستوى.
# de: (…) Noch ist es zu früh für ein Urteil, doch ich rechne 2024 in mehr als einer Hinsicht mit einem Durchbruch“, sagte Mazegora.
spkkbqy = (…) لا يزال من المبكر إصدار حكم، لكنني أتوقع أن يشهد عام 2024 اختراقًا من أكثر من ناحية».

## Heading

# de: Besuche in beide Richtungen
s2nft7j = زيارات في الاتجاهين

## Paragraph

# de: Seit dem Überfall auf die Ukraine im Februar 2022 sind die beiden Nachbarn enger zusammengerückt.
s386851 = منذ غزو أوكرانيا في فبراير/شباط 2022 ازداد التقارب بين الجارتين.
# de: Die wichtigsten Stationen:
sjezrg6 = وفيما يلي أهم المحطات:

## List item

# de: Im Juli 2023 reiste Verteidigungsminister Sergej Schoigu nach Nordkorea und ließ sich dort u. a. eine Waffenschau zeigen.
s8p6m78 = في يوليو/تموز 2023 سافر وزير الدفاع سيرغي شويغو إلى كوريا الشمالية، حيث اطّلع، من بين أمور أخرى، على معرض للأسلحة.

## List item

# de: Im September empfing Präsident Wladimir Putin den Machthaber Kim Jong-un im Fernen Osten Russlands.
sea8wkv = وفي سبتمبر/أيلول استقبل الرئيس فلاديمير بوتين الزعيم كيم جونغ أون في أقصى الشرق الروسي.

## List item

# de: Im Oktober war Außenminister Sergej Lawrow in Pjöngjang zu Gast.
sh7kj8e = وفي أكتوبر/تشرين الأول حلّ وزير الخارجية سيرغي لافروف ضيفًا على بيونغ يانغ.

## List item

# de: Am 14. Januar landete seine Amtskollegin Choe Son-hui in Moskau.
sse6et3 = وفي 14 يناير/كانون الثاني وصلت نظيرته تشوي سون هوي إلى موسكو.
# de: Eine Reise Putins nach Nordkorea ist in Vorbereitung.
sgfb8cc = ويجري التحضير لزيارة بوتين إلى كوريا الشمالية.

## Heading

# de: Granaten mit koreanischer Aufschrift
syh1rgz = قذائف عليها كتابات كورية

## Paragraph

# de: Bei Höflichkeiten bleibt es nicht.
sz01hvn = ولا يقتصر الأمر على المجاملات.
# de: Schon bald nach Kims Besuch wurde an der Front Munition für Geschütze und Raketenwerfer entdeckt, die koreanische Schriftzeichen trug.
sr8xqx6 = فبُعيد زيارة كيم عُثر على الجبهة على ذخيرة للمدافع وراجمات الصواريخ تحمل حروفًا كورية.
# de: Südkoreas Geheimdienst sprach am 1. November 2023 von mehr als einer Million Granaten, die seit August geliefert worden seien.
sns95en = وتحدثت الاستخبارات الكورية الجنوبية في 1 نوفمبر/تشرين الثاني 2023 عن أكثر من مليون قذيفة سُلّمت منذ أغسطس/آب.
# de: Das Weiße Haus hatte zuvor von über 1.000 Containern mit Rüstungsgütern berichtet.
sjwd0j6 = وكان البيت الأبيض قد تحدث قبل ذلك عن أكثر من 1000 حاوية من العتاد العسكري.
# de: Dabei gilt das Land mit seinen rund 26 Mio. Einwohnern als eines der ärmsten der Welt.
sdh88gn = مع أن هذا البلد، الذي يبلغ عدد سكانه نحو 26 مليون نسمة، يُعدّ من أفقر بلدان العالم.

## Paragraph

# de: Anfang Januar teilte die US-Regierung dann mit, dass erstmals auch ballistische Raketen zum Einsatz gekommen seien.
szhhndj = ثم أعلنت الحكومة الأمريكية مطلع يناير/كانون الثاني أن صواريخ باليستية استُخدمت أيضًا، وذلك للمرة الأولى.
# de: Die erste wurde demnach am 30. Dezember gestartet, weitere folgten am 2. Januar.
sptyvgw = وبحسب ما أعلنته، أُطلق أولها في 30 ديسمبر/كانون الأول، وتبعته صواريخ أخرى في 2 يناير/كانون الثاني.
# de: Ihre Reichweite bezifferte Washington auf rund 900 Kilometer.
szvfzx7 = وقدّرت واشنطن مداها بنحو 900 كيلومتر.
# de: Fachleute vermuten, dass es sich um die Typen KN-23 bzw. KN-24 handelt.
svygn7g = ويرجّح خبراء أنها من طراز KN-23 أو KN-24.

## Paragraph

# de: An einem Trümmerteil entdeckten Ermittler ein koreanisches Schriftzeichen; auch andere Markierungen sprechen für diese Herkunft.
sd353dw = واكتشف محققون على إحدى قطع الحطام حرفًا كوريًا؛ وتشير علامات أخرى كذلك إلى هذا المصدر.

## Heading

# de: Was das für die Ukraine bedeutet
sgx4827 = ماذا يعني ذلك لأوكرانيا؟

## Paragraph

# de: „Jede zusätzliche Rakete zwingt die Flugabwehr, mit ihren Vorräten zu haushalten“, sagt die Sicherheitsforscherin Dr. Hanna Brandt.
sfmcrqs = تقول الباحثة الأمنية الدكتورة هانا براندت: «كل صاروخ إضافي يجبر الدفاع الجوي على ترشيد استهلاك مخزونه».
# de: Abfangen lassen sich solche Raketen z. B. mit dem System Patriot.
s37dv2y = ويمكن اعتراض مثل هذه الصواريخ بمنظومة «باتريوت» على سبيل المثال.
# de: Davon aber, so Brandt, habe Kiew zu wenige Batterien.
s6aer8e = غير أن كييف، بحسب براندت، لا تملك منها ما يكفي من البطاريات.

## Paragraph

# de: Wie viele Geschosse noch in russischen Lagern liegen, ist unklar.
s7ngnrx = ولا يُعرف عدد الصواريخ المتبقية في المستودعات الروسية.
# de: Dass der Rat bald etwas dagegen unternimmt, erwartet in New York kaum jemand: Gegen Russlands Stimme kommt dort kein Beschluss zustande.
sqc2z1e = ولا يكاد أحد في نيويورك يتوقع أن يتحرك المجلس قريبًا: فلا قرار يصدر هناك إذا صوّتت روسيا ضده.

## Paragraph

# de: Anm. d. Red.: Die Angaben der US-Regierung ließen sich zunächst nicht unabhängig prüfen.
snhy5cf = ملاحظة المحرر: لم يتسنَّ في البداية التحقق من بيانات الحكومة الأمريكية بصورة مستقلة.

## Attribution

# de: Quelle: DW, Reuters, TASS
szxwj5d = المصدر: DW، رويترز، تاس
