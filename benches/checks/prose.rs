//! Made-up sentences with their translations: as many as wanted, always the same ones.

/// The languages of the translations, in the order of the tables; German comes before them.
pub(crate) const LANGUAGES: [&str; 4] = ["en", "fr", "uk", "ar"];

/// Sentences with slots: `{p}` a person, `{o}` a place, `{m}` a month, `{n}` a number of three digits,
/// `{t}` a day.
const TEMPLATES: &[[&str; 5]] = &[
    [
        "„Das ist für uns alle ein schwerer Verlust“, sagte {p} am Abend vor Journalisten, die seit dem Morgen vor dem Rathaus gewartet hatten.",
        "“This is a heavy loss for all of us,” {p} told reporters in the evening, who had been waiting outside the town hall since the morning.",
        "« C’est une lourde perte pour nous tous », a déclaré {p} dans la soirée aux journalistes qui attendaient depuis le matin devant la mairie.",
        "«Це важка втрата для всіх нас», — сказала ввечері {p} журналістам, які від ранку чекали перед ратушею.",
        "وقالت {p} مساءً للصحفيين الذين كانوا ينتظرون منذ الصباح أمام دار البلدية: «هذه خسارة فادحة لنا جميعًا».",
    ],
    [
        "Die Gemeinde {o} will bis zum {t}. {m} entscheiden, ob die alte Brücke über den Fluss erneuert oder abgerissen wird.",
        "The municipality of {o} wants to decide by {m} {t} whether the old bridge across the river will be renewed or torn down.",
        "La commune de {o} veut décider d’ici au {t} {m} si le vieux pont sur la rivière sera rénové ou démoli.",
        "Громада {o} хоче до {t} {m} вирішити, чи старий міст через річку відновлять, чи знесуть.",
        "وتريد بلدية {o} أن تقرر بحلول {t} {m} ما إذا كان الجسر القديم فوق النهر سيُجدد أم سيُهدم.",
    ],
    [
        "Nach Angaben der Behörde wurden in diesem Jahr {n} Fälle gemeldet, das sind deutlich mehr als im Jahr davor.",
        "According to the authority, {n} cases were reported this year, which is considerably more than in the year before.",
        "Selon les autorités, {n} cas ont été signalés cette année, soit nettement plus que l’année précédente.",
        "За даними відомства, цього року повідомлено про {n} випадків, і це значно більше, ніж торік.",
        "ووفقًا للسلطات، أُبلغ هذا العام عن {n} حالة، أي أكثر بكثير من العام السابق.",
    ],
    [
        "Der letzte Bus nach {o} fährt um 22.30 Uhr; wer ihn verpasst, muss am Bahnhof auf den Morgen warten.",
        "The last bus to {o} leaves at 10.30 p.m.; those who miss it have to wait at the station for the morning.",
        "Le dernier bus pour {o} part à 22 h 30 ; ceux qui le manquent doivent attendre le matin à la gare.",
        "Останній автобус до {o} вирушає о 22:30; хто на нього запізниться, мусить чекати ранку на вокзалі.",
        "وتغادر آخر حافلة إلى {o} في الساعة 22:30، ومن تفوته فعليه أن ينتظر الصباح في المحطة.",
    ],
    [
        "Rund 3,5 Millionen Euro sollen in die Schule fließen, und trotzdem wird das Dach nicht vor dem Winter fertig.",
        "About 3.5 million euros are to go into the school, and yet the roof will not be finished before winter.",
        "Quelque 3,5 millions d’euros doivent être investis dans l’école, et pourtant le toit ne sera pas terminé avant l’hiver.",
        "Близько 3,5 мільйона євро має піти на школу, і все ж дах не буде готовий до зими.",
        "ومن المقرر إنفاق نحو 3.5 مليون يورو على المدرسة، ومع ذلك لن يكتمل السقف قبل الشتاء.",
    ],
    [
        "{p} kennt hier jeden Stein, denn schon als Kind hat sie mit ihrem Vater die Wege im Wald ausgebessert.",
        "{p} knows every stone here, because even as a child she mended the paths in the forest with her father.",
        "{p} connaît ici chaque pierre, car enfant déjà elle réparait avec son père les chemins de la forêt.",
        "{p} знає тут кожен камінь, бо ще дитиною лагодила з батьком стежки в лісі.",
        "وتعرف {p} كل حجر هنا، فقد كانت منذ طفولتها ترمم مع والدها دروب الغابة.",
    ],
    [
        "Warum das so lange dauert, kann niemand erklären, auch nicht die Firma, die den Auftrag bekommen hat.",
        "Nobody can explain why this takes so long, not even the company that was given the contract.",
        "Personne ne peut expliquer pourquoi cela prend autant de temps, pas même l’entreprise qui a obtenu le contrat.",
        "Чому це триває так довго, ніхто не може пояснити, навіть фірма, яка отримала замовлення.",
        "ولا أحد يستطيع أن يفسر لماذا يستغرق ذلك كل هذا الوقت، حتى الشركة التي حصلت على العقد.",
    ],
    [
        "Im {m} war die Ausstellung in {o} zu sehen, nun zieht sie mit {n} Bildern in die Hauptstadt um.",
        "In {m} the exhibition could be seen in {o}; now it is moving to the capital with {n} pictures.",
        "En {m}, l’exposition était visible à {o} ; elle déménage maintenant dans la capitale avec {n} tableaux.",
        "Виставку можна було побачити в місті {o} ({m}), тепер вона з {n} картинами переїжджає до столиці.",
        "وفي {m} كان المعرض متاحًا في {o}، وهو ينتقل الآن إلى العاصمة ومعه {n} لوحة.",
    ],
];
const PEOPLE: [[&str; 5]; 4] = [
    [
        "Marta Klee",
        "Marta Klee",
        "Marta Klee",
        "Марта Клее",
        "مارتا كلي",
    ],
    [
        "Hanna Weber",
        "Hanna Weber",
        "Hanna Weber",
        "Ганна Вебер",
        "هانا فيبر",
    ],
    [
        "Petra Brandt",
        "Petra Brandt",
        "Petra Brandt",
        "Петра Брандт",
        "بيترا برانت",
    ],
    [
        "Olena Koval",
        "Olena Koval",
        "Olena Koval",
        "Олена Коваль",
        "أولينا كوفال",
    ],
];
const PLACES: [[&str; 5]; 4] = [
    ["Görlitz", "Görlitz", "Görlitz", "Герліц", "غورليتس"],
    ["Emden", "Emden", "Emden", "Емден", "إمدن"],
    ["Bozen", "Bozen", "Bozen", "Боцен", "بوتسن"],
    ["Lübben", "Lübben", "Lübben", "Люббен", "لوبن"],
];
const MONTHS: [[&str; 5]; 4] = [
    ["März", "March", "mars", "березня", "مارس"],
    ["Mai", "May", "mai", "травня", "مايو"],
    ["Juli", "July", "juillet", "липня", "يوليو"],
    ["November", "November", "novembre", "листопада", "نوفمبر"],
];

/// The pair of texts of a number: German, and the translation into the language at a place.
pub(crate) fn pair(number: usize, language: usize) -> [String; 2] {
    // Multiples of large primes look thrown.
    let thrown = |prime: usize, sides: usize| number.wrapping_mul(prime) / 97 % sides;
    let template = &TEMPLATES[thrown(7919, TEMPLATES.len())];
    [0, language + 1].map(|column| {
        let slots = [
            ("{p}", PEOPLE[thrown(6101, PEOPLE.len())][column]),
            ("{o}", PLACES[thrown(4253, PLACES.len())][column]),
            ("{m}", MONTHS[thrown(2797, MONTHS.len())][column]),
            ("{n}", &(101 + thrown(3571, 899)).to_string()),
            ("{t}", &(2 + thrown(5279, 26)).to_string()),
        ];
        slots
            .iter()
            .fold(template[column].to_owned(), |text, (slot, value)| {
                text.replace(slot, value)
            })
    })
}
