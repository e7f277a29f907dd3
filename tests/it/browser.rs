//! The pages of the injection tests in Chromium: nothing in them runs, and the browser sees language
//! and direction as they are meant. `SATZ_CHROMIUM` names the program where it is not called
//! `chromium`; without one the test says loudly that nothing was checked.

use std::path::Path;
use std::process::Command;

use crate::injection::{SCRIPT, pages, titles, workspace};
use crate::support::{Folder, loudly};

/// Opens every page in a frame, fires events at its elements, and writes down what became of it:
/// whether a script ran, language, direction, addresses of other schemes, number of scripts.
const PROBE: &str = "
    const events = ['click', 'mouseover', 'focus', 'toggle', 'error', 'load', 'begin', 'animationend'];
    const harmless = ['http:', 'https:', 'mailto:', 'tel:', 'file:'];
    addEventListener('load', () => {
        const lines = [...document.querySelectorAll('iframe')].map(frame => {
            const page = frame.contentDocument, root = page.documentElement, all = [...page.querySelectorAll('*')];
            for (const element of all)
                for (const name of events)
                    if (!(name == 'click' && element.closest('a'))) element.dispatchEvent(new Event(name));
            const bad = all.filter(e => e.protocol && !harmless.includes(e.protocol)).length;
            const direction = frame.contentWindow.getComputedStyle(page.body).direction;
            return [frame.id, root.id || 'quiet', root.lang, root.dir, direction, bad, page.scripts.length].join(' ');
        });
        document.title = 'seen';
        document.body.append(lines.join('\\n'));
    });";

#[test]
fn no_page_runs_a_script_in_a_browser() {
    let program = std::env::var("SATZ_CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let Ok(version) = Command::new(&program).arg("--version").output() else {
        loudly("NOT CHECKED: pages in a browser; install Chromium or set SATZ_CHROMIUM");
        return;
    };
    assert!(version.status.success());
    let (everywhere, titled) = (workspace(), titles());
    let mut frames = Vec::new();
    for folder in [&everywhere, &titled] {
        for locale in ["de", "ar", "fr"] {
            let build = folder.path().join("build").join(locale);
            if build.is_dir() {
                frames.extend(pages(&build).into_iter().map(|page| (page, locale)));
            }
        }
    }
    assert!(frames.len() > 160, "{}", frames.len());
    let control = everywhere.path().join("control.html");
    let bad = format!(
        "<html lang=en dir=rtl><script>{SCRIPT}</script><a href='javascript:1'>x</a><p onclick=1>y"
    );
    std::fs::write(&control, bad).unwrap();

    let shown = frames.iter().map(|(page, _)| page.as_path());
    let seen = opened(&program, &everywhere, shown.chain([control.as_path()]));
    assert_eq!(seen.len(), frames.len() + 1, "{seen:?}");
    assert_eq!(
        seen.last().map(String::as_str),
        Some("ran en rtl rtl 1 1"),
        "what runs is noticed"
    );
    for ((page, locale), seen) in frames.iter().zip(&seen) {
        let direction = if *locale == "ar" { "rtl" } else { "ltr" };
        let wanted = format!("quiet {locale} {direction} {direction} 0 0");
        assert_eq!(*seen, wanted, "{}", page.display());
    }
}

/// What the browser saw in each page, all opened at once.
fn opened<'a>(
    program: &str,
    folder: &Folder,
    pages: impl Iterator<Item = &'a Path>,
) -> Vec<String> {
    let address = |page: &Path| {
        let path = page.to_str().unwrap().as_bytes();
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
        let encoded = path.iter().map(|byte| match byte {
            byte if plain(byte) => char::from(*byte).to_string(),
            byte => format!("%{byte:02X}"),
        });
        encoded.collect::<Vec<_>>().concat()
    };
    let frame = |(number, page)| {
        format!(
            "<iframe id={number} src=\"file://{}\"></iframe>",
            address(page)
        )
    };
    let frames = pages.enumerate().map(frame).collect::<Vec<_>>().concat();
    let driver = folder.path().join("driver.html");
    let html = format!("<!doctype html><script>{PROBE}</script>{frames}<pre></pre>");
    std::fs::write(&driver, html).unwrap();
    let output = Command::new(program)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-extensions",
            "--disable-sync",
            // Without it, the pages of a folder must not look into each other.
            "--allow-file-access-from-files",
            "--virtual-time-budget=60000",
            "--dump-dom",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg(format!("file://{}", driver.display()))
        .output()
        .unwrap();
    let dom = String::from_utf8(output.stdout).unwrap();
    assert!(dom.contains("<title>seen</title>"), "{dom}");
    let said = dom.rsplit_once("</pre>").unwrap().1;
    let lines = said.lines().enumerate().filter_map(|(number, line)| {
        let line = line.trim().trim_end_matches("</body></html>");
        Some(line.strip_prefix(&format!("{number} "))?.to_owned())
    });
    lines.collect()
}
