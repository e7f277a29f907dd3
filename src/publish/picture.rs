//! The size of a picture, as its first bytes tell it: PNG, JPEG, GIF, WebP and SVG.

use crate::document::{TokenKind, page_tokens};

/// Width and height of a picture in pixels; `None` if it is none of these, or does not say.
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let found = match bytes {
        [0x89, b'P', b'N', b'G', ..] => big_pair(bytes.get(16..24)?),
        [b'G', b'I', b'F', b'8', ..] => Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?)),
        [0xFF, 0xD8, ..] => jpeg(bytes),
        [b'R', b'I', b'F', b'F', ..] if bytes.get(8..12) == Some(b"WEBP") => webp(bytes),
        _ => svg(std::str::from_utf8(bytes).ok()?),
    };
    found.filter(|(width, height)| *width > 0 && *height > 0)
}

fn big_pair(bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = bytes.split_at_checked(4)?;
    Some((
        u32::from_be_bytes(width.try_into().ok()?),
        u32::from_be_bytes(height.try_into().ok()?),
    ))
}

/// A number of some bytes, the least first.
fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + length)?;
    Some({ bytes.iter().rev() }.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

/// The size stands in the first frame.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let [0xFF, kind] = *bytes.get(at..at + 2)? else {
            return None;
        };
        if kind == 0xFF {
            at += 1;
            continue;
        }
        let length = u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?);
        if matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC) {
            let height = u16::from_be_bytes(bytes.get(at + 5..at + 7)?.try_into().ok()?);
            let width = u16::from_be_bytes(bytes.get(at + 7..at + 9)?.try_into().ok()?);
            return Some((width.into(), height.into()));
        }
        at += 2 + usize::from(length.max(2));
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        b"VP8 " => Some((
            little(bytes, 26, 2)? & 0x3FFF,
            little(bytes, 28, 2)? & 0x3FFF,
        )),
        _ => None,
    }
}

/// The size of an SVG: its width and height in pixels, else those of its view box.
fn svg(text: &str) -> Option<(u32, u32)> {
    let root = page_tokens(text)
        .into_iter()
        .find(|token| matches!(&token.kind, TokenKind::Start(name, _) if name == "svg"))?;
    let TokenKind::Start(_, attributes) = root.kind else {
        return None;
    };
    let value = |name: &str| {
        let mut all = attributes.iter();
        all.find(|attribute| attribute.name.eq_ignore_ascii_case(name))
            .map(|attribute| attribute.value.as_str())
    };
    let length = |name| pixels(value(name)?.trim_end_matches("px"));
    if let (Some(width), Some(height)) = (length("width"), length("height")) {
        return Some((width, height));
    }
    let numbers: Vec<&str> = value("viewBox")?
        .split([' ', ',', '\n'])
        .filter(|number| !number.is_empty())
        .collect();
    let [_, _, width, height] = numbers[..] else {
        return None;
    };
    Some((pixels(width)?, pixels(height)?))
}

/// A length as whole pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number lies within the range"
)]
fn pixels(text: &str) -> Option<u32> {
    let number: f64 = text.trim().parse().ok()?;
    (1.0..=100_000.0)
        .contains(&number)
        .then(|| number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_picture_tells_its_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40\0\0\0\xf0\x08";
        assert_eq!(picture_size(png), Some((320, 240)));
        assert_eq!(picture_size(b"GIF89a\x40\x01\xf0\0\0"), Some((320, 240)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\xf0\x01\x40\x03";
        assert_eq!(picture_size(jpeg), Some((320, 240)));
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0";
        assert_eq!(picture_size(webp), Some((320, 240)));
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\0";
        assert_eq!(picture_size(lossy), Some((320, 240)));
        for svg in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"240px\"/>",
            "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 320 240\"></svg>",
            "<svg width=\"100%\" viewBox=\"0,0,320,239.6\"></svg>",
        ] {
            assert_eq!(picture_size(svg.as_bytes()), Some((320, 240)), "{svg}");
        }
        for other in [
            "",
            "Text",
            "\u{89}PNG",
            "<svg/>",
            "<svg viewBox=\"0 0 0 0\"/>",
        ] {
            assert_eq!(picture_size(other.as_bytes()), None, "{other}");
        }
    }
}
