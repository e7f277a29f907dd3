//! Days as pages write them.

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

/// The day at the start of a machine-readable time: `2024-02-07T12:00:00+01:00`.
pub(super) fn machine(text: &str) -> Option<String> {
    let day = text.trim().get(..10)?;
    let mut parts = day.split('-');
    let year: u32 = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
    let month: u32 = parts.next()?.parse().ok()?;
    let day: u32 = parts.next()?.parse().ok()?;
    written(year, month, day)
}

/// The first day in a line: `7. Februar 2024`, `07.02.2024`.
pub(super) fn german(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '–' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    for (at, word) in words.iter().enumerate() {
        let numbers: Vec<&str> = word.trim_end_matches('.').split('.').collect();
        if let [day, month, year] = numbers.as_slice()
            && year.len() == 4
            && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse())
        {
            return written(year, month, day);
        }
        let day = word
            .strip_suffix('.')
            .and_then(|day| day.parse::<u32>().ok());
        if let (Some(day), [month, year, ..]) = (day, &words[at + 1..]) {
            let name = month.trim_end_matches('.').to_lowercase();
            let short =
                |full: &str| full == name || (name.chars().count() >= 3 && full.starts_with(&name));
            let month = MONTHS.iter().position(|full| short(full));
            let year: String = year.chars().take_while(char::is_ascii_digit).collect();
            if let (Some(month), 4, Ok(year)) = (month, year.len(), year.parse()) {
                return written(year, u32::try_from(month).ok()? + 1, day);
            }
        }
    }
    None
}

fn written(year: u32, month: u32, day: u32) -> Option<String> {
    let fits =
        (1000..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read() {
        for line in [
            "Mittwoch, 7. Februar 2024, 12 Uhr",
            "Stand: 07.02.2024 12:00",
            "7. Feb. 2024",
        ] {
            assert_eq!(german(line).as_deref(), Some("2024-02-07"), "{line}");
        }
        assert_eq!(german("Am 7. Februar kam er."), None);
        assert_eq!(machine("2024-02-07T01:00Z").as_deref(), Some("2024-02-07"));
        assert_eq!(machine("2024-13-07"), None);
    }
}
