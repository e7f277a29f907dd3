# Renders Markdown files with kramdown: FOLDER FILE…
require "kramdown"

folder, *files = ARGV
files.each do |file|
  # What it cannot read becomes no page, and is no risk.
  html = begin
    Kramdown::Document.new(File.read(file, encoding: "utf-8")).to_html
  rescue StandardError
    "<mdx-refused></mdx-refused>"
  end
  File.write(File.join(folder, File.basename(file, ".md") + ".html"), html)
end
