//! German prose made up from templates: as many bytes as wanted, always the same ones.

/// Sentences with slots: `{p}` a person, `{o}` a place, `{m}` a month, `{n}` a number, `{t}` a day,
/// `{s}` a thing. A tenth of them is about what makes segmentation hard.
const TEMPLATES: &[&str] = &[
    "{p} kam am {t}. {m} nach {o} und blieb dort {n} Tage.",
    "Die {s} war um {n} Prozent teurer als im Vorjahr.",
    "„Das ist die beste {s}, die wir je hatten“, sagte {p}.",
    "In {o} begann der Tag mit Regen, später schien die Sonne über den Dächern der Stadt.",
    "Wer hätte das gedacht?",
    "{p} wollte z. B. die {s} erneuern, scheiterte aber am Geld.",
    "Der Verein stieg in die 2. Liga auf, und {o} feierte bis in den Morgen.",
    "Bis zum {t}. {m} sollen rund 3,5 Mio. Euro in die {s} fließen.",
    "Am Abend (es war schon dunkel) fuhr der letzte Bus zurück nach {o}.",
    "Dr. {p} sprach über die Geschichte der {s} im 19. Jahrhundert.",
    "Niemand wusste, wohin die {s} gebracht worden war, und niemand fragte danach.",
    "Die Gemeinde {o} zählt heute {n} Einwohner.",
    "»Komm mit!«, rief {p}, aber es war zu spät.",
    "Nach Angaben der Behörde waren es {n} Fälle, also mehr als doppelt so viele wie zuvor.",
    "Gegen {t} Uhr ging das Licht aus …",
    "Es gibt Brot, Käse, Obst usw. Danach wird gesungen.",
    "{p} lachte, nahm den Hut und ging, ohne sich noch einmal umzudrehen.",
    "Die Sitzung der Kommission in {o} dauerte länger als erwartet, weil über die {s} gestritten wurde.",
    "Mehr dazu steht auf S. {n} und in Abschn. {t} des Berichts.",
    "Im {m} wurde die {s} geschlossen; seither steht das Haus leer.",
];
const PEOPLE: &[&str] = &[
    "Frau Albrecht",
    "Jonas Weber",
    "Herr Östlund",
    "die Lehrerin",
    "Marta Klee",
    "der Bürgermeister",
    "A. Brandt",
    "der alte Müller",
];
const PLACES: &[&str] = &[
    "Lübeck",
    "Graz",
    "St. Gallen",
    "Görlitz",
    "Freiburg i. Br.",
    "Bozen",
    "Köln",
    "Emden",
];
const MONTHS: &[&str] = &["Januar", "März", "Mai", "Juli", "September", "November"];
const THINGS: &[&str] = &[
    "Brücke",
    "Ausstellung",
    "Schule",
    "Straßenbahn",
    "Werkstatt",
    "Bibliothek",
    "Glocke",
    "Orgel",
    "Wasserleitung",
    "Zeitung",
];

/// At least `bytes` bytes of prose in paragraphs of three to eight sentences.
pub(crate) fn prose(bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 1024);
    let mut dice = Dice(0x5A72);
    while out.len() < bytes {
        for sentence in 0..3 + dice.roll(6) {
            if sentence > 0 {
                out.push(' ');
            }
            fill(TEMPLATES[dice.roll(TEMPLATES.len())], &mut dice, &mut out);
        }
        out.push_str("\n\n");
    }
    out
}

/// Writes a template with its slots filled.
fn fill(template: &str, dice: &mut Dice, out: &mut String) {
    let start = out.len();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        let number;
        out.push_str(match slot {
            "p" => PEOPLE[dice.roll(PEOPLE.len())],
            "o" => PLACES[dice.roll(PLACES.len())],
            "m" => MONTHS[dice.roll(MONTHS.len())],
            "s" => THINGS[dice.roll(THINGS.len())],
            "t" => {
                number = (1 + dice.roll(28)).to_string();
                &number
            }
            _ => {
                number = (2 + dice.roll(900)).to_string();
                &number
            }
        });
        rest = after;
    }
    out.push_str(rest);
    if let Some(first) = out.get_mut(start..=start) {
        first.make_ascii_uppercase();
    }
}

/// Numbers that look thrown and are not (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("less than a usize")
    }
}
