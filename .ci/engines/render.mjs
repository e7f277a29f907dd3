// Renders Markdown files with an engine of npm: ENGINE MODULES FOLDER FILE…
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [engine, modules, folder, ...files] = process.argv.slice(2);
const require = createRequire(path.join(modules, "x.js"));
const load = name => import(pathToFileURL(require.resolve(name)).href);
const only = module => module.default ?? module;

const engines = {
    async showdown() {
        const { Converter } = only(await load("showdown"));
        const converter = new Converter({ tables: true, strikethrough: true, simplifiedAutoLink: true });
        return text => converter.makeHtml(text);
    },
    async marked() {
        const { marked } = await load("marked");
        return text => marked.parse(text);
    },
    async "markdown-it"() {
        const make = only(await load("markdown-it"));
        const attributes = only(await load("markdown-it-attrs"));
        const it = make({ html: true, linkify: true }).use(attributes);
        return text => it.render(text);
    },
    async commonmark() {
        const { Parser, HtmlRenderer } = only(await load("commonmark"));
        return text => new HtmlRenderer().render(new Parser().parse(text));
    },
    // What a page of MDX runs, it runs when it is compiled and rendered: how often something live
    // stands in its tree is written instead of a page, as elements of their own.
    async mdx() {
        const { createProcessor } = await import(pathToFileURL(path.join(modules, "node_modules/@mdx-js/mdx/index.js")).href);
        // The German has these two elements; their texts may be translated, nothing else.
        const isGerman = node => /^mdxJsx/.test(node.type) && /^(kbd|abbr)$/.test(node.name)
            && node.attributes.every(one => one.type == "mdxJsxAttribute" && /^(title|alt)$/.test(one.name) && typeof one.value == "string");
        const live = node => (/^mdx/.test(node.type) && !isGerman(node) ? 1 : 0)
            + (node.children ?? []).reduce((sum, child) => sum + live(child), 0);
        const escape = text => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
        const links = node => (node.url ? [node.url] : []).concat(...(node.children ?? []).map(links));
        return text => {
            try {
                const tree = createProcessor().parse(text);
                const anchors = links(tree).map(url => `<a href="${escape(url)}">x</a>`);
                return "<mdx-live></mdx-live>".repeat(live(tree)) + anchors.join("");
            } catch {
                return "<mdx-refused></mdx-refused>";
            }
        };
    },
};

const render = await engines[engine]();
for (const file of files) {
    const html = render(fs.readFileSync(file, "utf8"));
    fs.writeFileSync(path.join(folder, path.basename(file, ".md") + ".html"), html);
}
