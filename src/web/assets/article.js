// An article as a document whose sentences open where they stand.

import {ask, client} from './ask.js';
import {asHeard, fill, h, isCalm, later, refill, say} from './dom.js';
import {Editor, isJoined, sentence} from './editor.js';
import {draft, drafts, dropDraft} from './kept.js';
import {kbd, keyList, on, shortcut} from './keys.js';
import {progress} from './overview.js';
import {Page} from './page.js';
import {number, t} from './words.js';

const isOpen = unit => ['missing', 'stale', 'edited'].includes(unit.state);

// More than figures and names in the sentence speaks for reading it early.
const DOUBTFUL = 10;

const FILTERS = {
  all: () => true,
  open: isOpen,
  stale: unit => ['stale', 'edited'].includes(unit.state),
  findings: unit => unit.findings.some(finding => !['missing', 'stale'].includes(finding.code)),
  machine: unit => unit.isRawMachine,
  unconfirmed: unit => !isOpen(unit) && !unit.review && !isJoined(unit.typed),
  doubtful: unit => unit.doubt >= DOUBTFUL,
};

export class Article {
  constructor(state, root, locale, article, trouble) {
    Object.assign(this, {state, root, locale, article, trouble});
    const language = state.locales.find(own => own.locale === locale);
    this.dir = language.dir;
    this.language = language.name;
    this.source = state.source;
    this.readOnly = state.readOnly;
    this.filter = 'all';
    this.words = '';
    this.rows = new Map();
    this.people = [];
    this.savedCount = 0;
    this.reload = later(120, () => this.load());
    this.count = later(600, () => say(t('found', {count: this.shown().length})));
  }

  client() { return client; }

  /** Loads the sentences, and opens one: `open` stands for the first that is. */
  async start(wanted) {
    this.page = new Page(this);
    await this.load();
    if (!this.units) return;
    if (!this.readOnly) await this.catchUp();
    if (this.isLeft) return;
    this.page.load();
    this.actions();
    if (wanted === 'open') this.nextOpen(null);
    else if (wanted === 'doubt') this.byRisk();
    else if (wanted) this.open(wanted);
    else this.root.querySelector('main').focus();
  }

  async load() {
    const {locale, article} = this;
    let answer, savedBefore;
    // What was saved while the answer was on its way is not in it.
    try {
      do {
        savedBefore = this.savedCount;
        answer = await ask('units', {locale, article});
      } while (savedBefore !== this.savedCount);
    } catch (error) {
      if (error.status !== 422) return this.trouble(error);
      return this.isLeft || fill(this.root, h('main', {id: 'main', tabindex: '-1', class: 'overview'}, h('h1', {}, article), h('p', {lang: 'en', dir: 'ltr'}, error.message), h('a', {href: '#/'}, t('do-overview'))));
    }
    // Who has gone on meanwhile is somewhere else.
    if (this.isLeft) return;
    const isNew = !this.units;
    this.units = answer.units;
    this.hasNotes = answer.hasNotes;
    this.inStep = answer.inStep;
    if (isNew) this.build();
    else this.refresh();
  }

  actions() {
    on('overview', () => { location.hash = '#/'; });
    on('next', () => this.step(1));
    on('previous', () => this.step(-1));
    on('next-open', () => { this.seen = null; this.nextOpen(this.opened?.id ?? null); });
    on('by-risk', () => this.byRisk());
    on('undo', () => this.history('undo'));
    on('redo', () => this.history('redo'));
    on('filter', () => this.root.querySelector('.find').focus());
    on('find', () => { location.hash = `#/${this.locale}/?find`; });
    on('keys', keyList);
  }

  build() {
    this.list = h('ol', {class: 'units', 'aria-label': t('sentences')});
    this.head = h('div', {class: 'head'});
    this.banner = h('div', {class: 'banner', hidden: true});
    this.filters = h('div', {class: 'choice filters', role: 'group', 'aria-label': t('filter')});
    this.element = h('main', {class: 'article', id: 'main', tabindex: '-1', 'aria-label': this.article},
      h('div', {class: 'document'},
        this.head,
        this.banner,
        h('div', {class: 'line'}, this.filters, h('input', {type: 'search', class: 'find', 'aria-label': t('do-filter'), placeholder: t('do-filter'), 'aria-keyshortcuts': shortcut('filter'), input: event => { this.words = event.target.value.toLowerCase(); this.narrow(); this.count(); }})),
        this.list),
      this.page.element);
    fill(this.root, this.element);
    this.element.classList.toggle('alone', this.page.kind === 'none');
    this.draw();
  }

  /** Draws all sentences. */
  draw() {
    const [focused] = [...this.rows].find(([, item]) => item.contains(document.activeElement)) ?? [];
    this.rows.clear();
    fill(this.list, this.units.map((unit, place) => {
      const item = h('li', {class: this.kinds(unit, place)});
      this.rows.set(unit.id.split('-')[0], item);
      this.row(unit, item);
      return item;
    }));
    this.top();
    this.narrow();
    if (focused) (this.rows.get(focused)?.querySelector('button') ?? this.element).focus({preventScroll: true});
  }

  kinds(unit, place) {
    return ['unit', unit.state, unit.kind, unit.begins && place > 0 && 'begins'];
  }

  item(unit) { return this.rows.get(unit.id.split('-')[0]); }

  find(id) {
    const base = id.split('-')[0];
    return this.units.find(unit => unit.id.split('-')[0] === base);
  }

  /** Draws a sentence that is not open. */
  row(unit, item = this.item(unit)) {
    const kept = draft(this.locale, this.article, unit.id);
    const here = this.people.filter(person => person.unit === unit.id.split('-')[0]);
    const isCovered = isJoined(unit.typed);
    const state = unit.review ? 'reviewed' : isCovered ? 'empty' : unit.isRawMachine && !isOpen(unit) ? 'machine' : unit.state;
    item.className = this.kinds(unit, this.units.indexOf(unit)).filter(Boolean).join(' ');
    refill(item, h('button', {type: 'button', class: 'row', click: () => this.open(unit.id)},
      h('span', {class: ['sign', state], 'aria-hidden': 'true'}),
      h('span', {class: 'unseen'}, t(`state-${state}`), ': '),
      h('span', {class: 'german', lang: this.source.locale, dir: this.source.dir}, unit.was ? asHeard(sentence(unit.source, unit.was), unit.source) : sentence(unit.source)), ' ',
      isCovered ? h('span', {class: 'target soft'}, t('joined'))
        : h('span', {class: ['target', !(kept?.typed ?? unit.target) && 'soft'], lang: this.locale, dir: this.dir}, kept?.typed ?? unit.target ?? ''),
      (kept || here.length > 0 || unit.findings.length > 0) && h('span', {class: 'marks'},
        kept && h('span', {class: 'mark draft'}, t('unsaved')),
        here.length > 0 && h('span', {class: 'mark here'}, t('also-here')),
        this.faults(unit))));
  }

  faults(unit) {
    const faults = unit.findings.filter(finding => !['missing', 'stale'].includes(finding.code));
    const worst = ['error', 'warning', 'hint'].find(severity => faults.some(finding => finding.severity === severity));
    return worst && h('span', {class: ['mark', worst]}, t('findings', {count: faults.length}));
  }

  /** What stands above the sentences. */
  top() {
    const open = this.units.filter(isOpen);
    const words = open.reduce((sum, unit) => sum + unit.words, 0);
    const row = this.state.rows.find(row => row.article === this.article);
    // Until all is counted again: who is done here must not be led back.
    if (row) Object.assign(row, {open: open.length, wordsOpen: words, covered: this.units.length - open.length});
    refill(this.head,
      h('div', {class: 'line'}, h('h1', {}, this.article), h('span', {class: 'soft'}, this.language),
        h('span', {class: 'grow'}),
        h('a', {class: 'button quiet', href: `#/${this.locale}/?find`, 'aria-keyshortcuts': shortcut('find')}, t('find'), kbd('find')),
        h('button', {type: 'button', class: 'quiet', 'aria-keyshortcuts': shortcut('keys'), click: keyList}, t('keys'), kbd('keys'))),
      h('div', {class: 'line'},
        progress(this.units.length - open.length, this.units.length),
        h('span', {class: 'soft'}, open.length ? t('left', {count: open.length, text: number(words)}) : t('nothing-left')),
        this.units.some(unit => unit.doubt !== null) && h('button', {type: 'button', class: 'quiet', 'aria-keyshortcuts': shortcut('by-risk'), click: () => this.byRisk()}, t('do-by-risk'), kbd('by-risk'))));
    this.told();
    const focused = this.filters.contains(document.activeElement) ? this.filter : null;
    fill(this.filters, Object.entries(FILTERS).map(([name, fits]) => {
      const count = this.units.filter(fits).length;
      return (name === 'all' || count > 0 || name === this.filter) && h('button', {type: 'button', 'data-filter': name, 'aria-pressed': String(name === this.filter), click: () => { this.filter = name; this.top(); this.narrow(); this.count(); }}, t(`filter-${name}`), h('span', {class: 'count'}, number(count)));
    }));
    if (focused) this.filters.querySelector(`[data-filter=${focused}]`)?.focus();
  }

  async sync() {
    try {
      await ask('sync');
      await this.load();
      say(t('in-step'));
    } catch (error) { this.trouble(error); }
  }

  /** Hides what does not fit the filter; the open one stays. */
  narrow() {
    const fits = FILTERS[this.filter];
    const has = text => (text ?? '').toLowerCase().includes(this.words);
    for (const unit of this.units) {
      const isShown = unit === this.opened || fits(unit) && (!this.words || has(unit.source) || has(unit.typed));
      this.item(unit).hidden = !isShown;
    }
  }

  /** Takes in what is on the disk now; what is typed stays. */
  refresh() {
    const ids = this.units.map(unit => unit.id.split('-')[0]).join();
    const isSame = ids === [...this.rows.keys()].join();
    const opened = this.opened?.id;
    if (!isSame) {
      this.draw();
      this.opened = null;
      if (opened && this.find(opened)) this.open(opened);
      return;
    }
    for (const unit of this.units) if (!opened || unit.id.split('-')[0] !== opened.split('-')[0]) this.row(unit);
    if (opened) {
      const unit = this.find(opened);
      const isChanged = unit.version !== this.opened.version;
      this.opened = unit;
      if (isChanged) this.changedBelow(unit);
    }
    this.top();
    this.narrow();
  }

  /** The open sentence was changed by somebody else. */
  changedBelow(unit) {
    const {editor} = this;
    const isTouched = editor.field.value !== (editor.unit.typed ?? '');
    editor.unit = unit;
    // Both texts are shown already.
    if (editor.trouble.querySelector('.conflict')) return;
    if (!isTouched) this.reopen(unit.id);
    else say(t('changed-below'), true);
  }

  /** Opens a sentence where it stands. */
  open(id, isQuiet) {
    const unit = this.find(id);
    if (!unit || this.isLeft) return;
    if (this.opened && this.opened.id === unit.id && this.editor) return this.editor.focus();
    this.close(true);
    this.opened = unit;
    this.isDone = this.isRead = false;
    this.editor = new Editor(this, unit);
    const item = this.item(unit);
    item.hidden = false;
    item.classList.add('opened');
    fill(item, this.editor.element);
    this.editor.focus();
    this.reveal(item);
    // With what is found and offered it is higher.
    const {editor} = this;
    editor.ready.then(() => { if (this.editor === editor) this.reveal(item); });
    this.page.follow(unit);
    history.replaceState(null, '', `#/${this.locale}/${this.article}/${unit.id.split('-')[0]}`);
    this.here();
    if (!isQuiet) say(`${t(`state-${unit.state}`)}.`, false, {lang: this.source.locale, text: unit.source});
  }

  reveal(item) {
    const box = item.getBoundingClientRect();
    // On a narrow screen the page lies over the end of the document.
    const page = this.page.element.getBoundingClientRect();
    const isOver = page.left < box.right && page.right > box.left && page.top < innerHeight;
    const height = isOver ? page.top : innerHeight;
    const top = Math.max(20, Math.min(height / 4, height - box.height - 20));
    if (box.top < 20 || box.bottom > height - 10)
      scrollTo({top: scrollY + box.top - top, behavior: isCalm() ? 'auto' : 'smooth'});
  }

  reopen(id) {
    this.close(true);
    this.open(id, true);
  }

  /** Closes the open sentence; what is typed is kept. */
  close(isGoingOn) {
    const {opened, editor} = this;
    if (!opened) return;
    editor.close();
    this.opened = this.editor = null;
    const unit = this.find(opened.id) ?? opened;
    this.row(unit);
    this.narrow();
    if (isGoingOn) return;
    this.page.follow(null);
    this.here();
    this.item(unit).querySelector('button').focus();
  }

  shown() { return this.units.filter(unit => !this.item(unit).hidden); }

  step(by) {
    const shown = this.shown();
    const focused = shown.findIndex(unit => this.item(unit).contains(document.activeElement));
    const at = this.opened ? shown.indexOf(this.opened) : focused;
    const next = shown[at < 0 ? 0 : at + by];
    if (next) this.open(next.id);
  }

  /** Goes on to the next open sentence, of another article if this one has none. */
  nextOpen(id) {
    if (this.isLeft) return;
    const at = id ? this.units.indexOf(this.find(id)) : -1;
    const waits = unit => isOpen(unit) && !draft(this.locale, this.article, unit.id)?.isWaiting;
    const after = [...this.units.slice(at + 1), ...this.units.slice(0, at + 1)];
    const next = after.find(waits);
    if (next) return this.open(next.id);
    this.close();
    this.done();
  }

  /** Goes on to what nobody stands for, the most doubtful first, and stays with that. */
  byRisk() {
    this.seen ??= new Set();
    if (this.opened) this.seen.add(this.opened.id);
    const isBefore = (a, b) => b.doubt - a.doubt || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0);
    const next = this.units.filter(unit => unit.doubt !== null && !this.seen.has(unit.id)).sort(isBefore)[0];
    if (next) return this.open(next.id);
    this.seen = null;
    this.close();
    this.isRead = true;
    this.told();
    say(t('all-read'));
    this.banner.querySelector('a')?.focus();
  }

  /** Goes on from a sentence that was saved, in the order that somebody works in. */
  goOn(id) {
    if (this.seen) this.byRisk();
    else this.nextOpen(id);
  }

  /** All sentences are done: says so, and leads on. */
  done() {
    // What waits for the server is still open.
    if (this.units.some(isOpen)) return;
    this.isDone = true;
    this.told();
    say(t('article-done'));
    this.banner.querySelector('a')?.focus();
  }

  /** What is told above the sentences: that the files are not in step, or that all is done until one is opened. */
  told() {
    const isDone = this.isRead || this.isDone && !this.units.some(isOpen);
    const isBehind = !this.inStep && !this.readOnly;
    this.banner.hidden = !isBehind && !isDone;
    if (isBehind) return refill(this.banner, h('p', {}, t('out-of-step')), h('button', {type: 'button', click: () => this.sync()}, t('sync')));
    if (!isDone) return;
    const others = this.state.rows.filter(row => row.article !== this.article);
    const next = others.find(row => this.isRead ? row.reviewed < row.covered : row.open > 0);
    const [text, order] = this.isRead ? ['all-read', 'doubt'] : ['article-done', 'open'];
    refill(this.banner, h('p', {}, t(text)), next
      ? h('a', {class: 'button main', href: `#/${this.locale}/${next.article}/${order}`}, t('go-on', {name: next.article}))
      : h('a', {class: 'button', href: '#/'}, t('do-overview')));
  }

  /** Takes in sentences as they were saved. */
  saved(units) {
    this.savedCount += 1;
    for (const unit of units) {
      const at = this.units.findIndex(own => own.id.split('-')[0] === unit.id.split('-')[0]);
      if (at < 0) continue;
      this.units[at] = unit;
      if (this.opened && this.opened.id.split('-')[0] === unit.id.split('-')[0]) this.opened = unit;
      else this.row(unit);
    }
    this.top();
    this.page.refresh();
  }

  async history(question) {
    try {
      const {article, locale, id} = await ask(question, {client});
      say(t(`${question}-done`));
      if (article !== this.article || locale !== this.locale) { location.hash = `#/${locale}/${article}/${id}`; return; }
      this.close(true);
      await this.load();
      // Who has gone on meanwhile stays there.
      if (!this.opened) this.open(id);
      this.page.refresh();
    } catch (error) {
      if (error.status === 404) say(t('nothing-to-undo'));
      else if (error.status === 422) say(error.message, true);
      else this.trouble(error);
    }
  }

  /** Texts of this article that are typed and not saved. */
  unsaved() {
    const kept = drafts(this.locale, this.article);
    return kept.map(({id, typed}) => ({unit: this.find(id), typed})).filter(({unit}) => unit);
  }

  /** Tells the others where this page is. */
  here() {
    const unit = this.opened?.id.split('-')[0] ?? '';
    ask('here', {client, locale: this.locale, article: this.article, unit, typing: Boolean(unit)}).catch(() => {});
  }

  /** Shows where others are. */
  others(people) {
    const before = new Set(this.people.map(person => person.unit));
    this.people = people.filter(person => person.client !== client && person.locale === this.locale && person.article === this.article && person.unit);
    const touched = new Set([...before, ...this.people.map(person => person.unit)]);
    for (const unit of this.units ?? [])
      if (touched.has(unit.id.split('-')[0]) && unit.id !== this.opened?.id) this.row(unit);
    if (this.editor) this.editor.element.classList.toggle('shared', this.people.some(person => person.unit === this.opened.id.split('-')[0]));
  }

  /** Saves what could not be saved while the server was away. */
  async catchUp() {
    for (const {id, typed, seen, isWaiting} of drafts(this.locale, this.article)) {
      const unit = this.find(id);
      if (!unit || !isWaiting || unit === this.opened) continue;
      try {
        const {units} = await ask('save', {client, locale: this.locale, article: this.article, id: unit.id, seen, typed});
        dropDraft(this.locale, this.article, id);
        this.saved(units);
        say(t('saved'));
      } catch { this.row(unit); }
    }
  }

  leave() {
    this.isLeft = true;
    if (this.units) this.close(true);
    for (const name of ['next', 'previous', 'next-open', 'by-risk', 'undo', 'redo', 'filter', 'find', 'page', 'overview']) on(name, null);
  }
}
