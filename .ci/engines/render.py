"""Renders Markdown files with Python-Markdown (as MkDocs sets it up) or mistune: ENGINE FOLDER FILE…"""
import pathlib
import sys

engine, folder, files = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
if engine == "python-markdown":
    import markdown

    extensions = ["toc", "tables", "fenced_code", "footnotes", "def_list", "abbr", "admonition",
                  "attr_list", "md_in_html"]

    def render(text):
        return markdown.markdown(text, extensions=extensions)
else:
    import mistune

    render = mistune.create_markdown(
        escape=False, plugins=["table", "footnotes", "def_list", "strikethrough", "abbr"])

for file in files:
    text = pathlib.Path(file).read_text(encoding="utf-8")
    name = pathlib.Path(file).with_suffix(".html").name
    (folder / name).write_text(render(text), encoding="utf-8")
