# Renders Markdown files with kramdown: FOLDER FILE…
require "kramdown"

folder, *files = ARGV
files.each do |file|
  html = Kramdown::Document.new(File.read(file, encoding: "utf-8")).to_html
  File.write(File.join(folder, File.basename(file, ".md") + ".html"), html)
end
