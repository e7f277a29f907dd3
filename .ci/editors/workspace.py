"""Makes a workspace with an article of fifty sentences whose German changed since they were translated."""
import pathlib, subprocess, sys

SATZ, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


def article(hour):
    sentences = [f"Zug {number} fährt um {hour} Uhr ab." for number in range(101, 151)]
    (ROOT / "articles/plan.md").write_text("\n\n".join(sentences) + "\n")


def sync():
    subprocess.run([SATZ, "-C", ROOT, "sync"], check=True, capture_output=True)


article(7)
sync()
catalog = ROOT / "locales/en/plan.ftl"
lines = catalog.read_text().split("\n")
for index, line in enumerate(lines):
    if line.startswith("# de: Zug "):
        number = line.split()[3]
        lines[index + 1] += f" Train {number} leaves at 7 o'clock."
catalog.write_text("\n".join(lines))
sync()
article(9)
sync()
