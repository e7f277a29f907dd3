// What this browser keeps: settings, the key of the desk, and texts that are not saved yet.

const read = name => {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
};
const write = (name, value) => {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch { return false; }
};

/** A setting of the person at this browser. */
export const setting = name => read(`satz:${name}`);
export const set = (name, value) => write(`satz:${name}`, value);

let place = '';

/** Says which workspace texts are kept for. */
export function keepFor(workspace) { place = workspace; }

const nameOf = (locale, article, id) => `satz:draft:${place}:${locale}:${article}:${id.split('-')[0]}`;

/** A text that is not saved yet, with the version that it was typed for. */
export const draft = (locale, article, id) => read(nameOf(locale, article, id));
/** Keeps one; `isWaiting` says that it was to be saved, and the server did not answer. */
export const keepDraft = (locale, article, id, typed, seen, isWaiting = false) =>
  write(nameOf(locale, article, id), {typed, seen, isWaiting});
export const dropDraft = (locale, article, id) => write(nameOf(locale, article, id), null);

/** All texts that are kept, of an article if one is named. */
export function drafts(locale, article) {
  const start = locale ? `satz:draft:${place}:${locale}:${article}:` : `satz:draft:${place}:`;
  const names = Object.keys(localStorage).filter(name => name.startsWith(start));
  return names.map(name => {
    const [locale, article, id] = name.slice(`satz:draft:${place}:`.length).split(':');
    return {locale, article, id, ...read(name)};
  });
}
