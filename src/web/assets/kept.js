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

let place = '', base = null;

const nameOf = (locale, article, id) => `satz:draft:${place}:${locale}:${article}:${id.split('-')[0]}`;

/** Says which workspace texts are kept for, and brings back what a browser that was killed had not yet written. */
export async function keepFor(workspace) {
  place = workspace;
  try {
    base = await opened();
    const [names, records] = await asked('readonly', drafts => [drafts.getAllKeys(), drafts.getAll()]);
    const isOld = index => records[index].typed === null && records[index].at < Date.now() - DAY;
    await asked('readwrite', drafts => names.filter((_, index) => isOld(index)).map(name => drafts.delete(name)));
    names.forEach((name, index) => {
      const record = records[index];
      const isOther = !name.startsWith(`satz:draft:${place}:`);
      if (!isOther && !(read(name)?.at >= record.at)) write(name, record.typed === null ? null : record);
    });
  } catch { base = null; }
}

/** After so many milliseconds nothing needs to be known of a text that is kept no longer. */
const DAY = 86400000;

const opened = () => new Promise((done, failed) => {
  const request = indexedDB.open('satz', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('drafts');
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

/** What requests come to, once all they wrote is on the disk. */
const asked = (mode, ask) => new Promise((done, failed) => {
  const change = base.transaction('drafts', mode, {durability: 'strict'});
  const requests = ask(change.objectStore('drafts'));
  change.oncomplete = () => done(requests.map(({result}) => result));
  change.onabort = () => failed(change.error);
});

const waiting = new Map();
let isWriting = false;

/** Writes what changed to the disk at once: a browser keeps the last seconds of the other store in memory. */
async function note(name, record) {
  waiting.set(name, record);
  if (!base || isWriting) return;
  isWriting = true;
  try {
    while (waiting.size) {
      const records = [...waiting];
      waiting.clear();
      await asked('readwrite', drafts => records.map(([name, record]) => drafts.put(record, name)));
    }
  } catch { /* The other store has it. */ } finally { isWriting = false; }
}

/** A text that is not saved yet, with the version that it was typed for. */
export const draft = (locale, article, id) => read(nameOf(locale, article, id));

/** Keeps one; `isWaiting` says that it was to be saved, and the server did not answer. */
export function keepDraft(locale, article, id, typed, seen, isWaiting = false) {
  const name = nameOf(locale, article, id), record = {typed, seen, isWaiting, at: Date.now()};
  note(name, record);
  return write(name, record);
}

export function dropDraft(locale, article, id) {
  const name = nameOf(locale, article, id);
  if (!read(name)) return;
  note(name, {typed: null, at: Date.now()});
  write(name, null);
}

/** All texts that are kept, of an article if one is named. */
export function drafts(locale, article) {
  const start = locale ? `satz:draft:${place}:${locale}:${article}:` : `satz:draft:${place}:`;
  const names = Object.keys(localStorage).filter(name => name.startsWith(start));
  return names.map(name => {
    const [locale, article, id] = name.slice(`satz:draft:${place}:`.length).split(':');
    return {locale, article, id, ...read(name)};
  });
}
