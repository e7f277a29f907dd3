#!/usr/bin/env python3
"""make.py VERSION OUT PLATFORM=BINARY…

Makes the npm packages: `satz`, which starts the program, and one per platform that holds it. A PLATFORM
is named as npm does, like linux-x64. Each package is packed as OUT/NAME.tgz.
"""
import json, pathlib, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
PLATFORMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"]
COMMON = {
    "license": "(MIT OR Apache-2.0) AND Unicode-3.0",
    "repository": "github:OWNER/satz",
    "description": "Keeps every translation of a German article in step with its source, sentence by sentence",
}


def pack(folder, out, name, **fields):
    (folder / "package.json").write_text(json.dumps({"name": f"@OWNER/{name}".lower(), **COMMON, **fields}, indent=2) + "\n")
    for licence in HERE.parent.parent.glob("LICENSE-*"):
        shutil.copy(licence, folder)
    packed = subprocess.run(["npm", "pack", "--silent", "--pack-destination", str(out)], cwd=folder, check=True,
                            capture_output=True, text=True).stdout.split()[-1]
    (out / packed).rename(out / f"{name}.tgz")


def main():
    version, out, *binaries = sys.argv[1:]
    out = pathlib.Path(out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    for platform, _, binary in (entry.partition("=") for entry in binaries):
        if platform not in PLATFORMS:
            sys.exit(f"{platform}: not one of {', '.join(PLATFORMS)}")
        system, processor = platform.split("-")
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            program = folder / ("satz.exe" if system == "win32" else "satz")
            shutil.copy(binary, program)
            program.chmod(0o755)
            pack(folder, out, f"satz-{platform}", version=version, os=[system], cpu=[processor], files=[program.name])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        launcher = (HERE / "satz.js").read_text().replace("@OWNER", "@OWNER".lower())
        (folder / "satz.js").write_text(launcher)
        (folder / "satz.js").chmod(0o755)
        shutil.copy(HERE.parent / "pypi" / "README.md", folder / "README.md")
        text = (folder / "README.md").read_text()
        (folder / "README.md").write_text(text.replace("needs no Python", "needs no Node.js").replace(
            "pip install satz", f"npm install --save-dev {'@OWNER'.lower()}/satz"))
        pack(folder, out, "satz", version=version, bin={"satz": "satz.js"}, files=["satz.js"], engines={"node": ">=18"},
             optionalDependencies={f"@OWNER/satz-{platform}".lower(): version for platform in PLATFORMS})


main()
