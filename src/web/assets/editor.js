// One sentence open: its German and what changed in it, what is offered, what is typed and what is found in it.

import {ask} from './ask.js';
import {nextCode, parts} from './codes.js';
import {diff} from './diff.js';
import {asHeard, fill, h, later, refill, say} from './dom.js';
import {draft, dropDraft, keepDraft} from './kept.js';
import {kbd, on, shortcut} from './keys.js';
import {number, t} from './words.js';

/** A text with its codes marked, and the words that changed if there is an older one. */
export function sentence(text, old) {
  if (!old) return parts(text).map(([isCode, part]) => isCode ? h('code', {}, part) : part);
  return diff(old, text).map(([kind, part]) => kind === 0 ? part
    : kind < 0 ? h('del', {}, part) : h('ins', {}, part));
}

/** What stands in the place of a translation that says nothing by itself. */
export const isJoined = typed => /^\{ "" \}$/.test((typed ?? '').trim());

export class Editor {
  /** Opens a unit of a desk in the place of its row. */
  constructor(desk, unit) {
    this.desk = desk;
    this.unit = unit;
    this.place = {locale: desk.locale, article: desk.article, id: unit.id};
    this.offers = [];
    this.terms = [];
    const kept = draft(desk.locale, desk.article, unit.id);
    this.seen = kept?.seen ?? unit.version;
    this.element = h('div', {class: 'editor', role: 'group', 'aria-label': t('sentence-of', {count: desk.units.indexOf(unit) + 1, total: number(desk.units.length)})});
    this.findings = h('ul', {class: 'findings', id: 'findings'});
    this.offered = h('ol', {class: 'offers', 'aria-label': t('offers')});
    this.termed = h('div', {class: 'terms'});
    this.trouble = h('div', {class: 'trouble'});
    this.field = h('textarea', {
      id: 'typed', rows: '1', spellcheck: 'true', autocomplete: 'off', autocapitalize: 'sentences', lang: desk.locale, dir: desk.dir,
      'aria-label': t('translation-in', {name: desk.language}), 'aria-describedby': 'about findings', readonly: desk.readOnly,
      value: kept?.typed ?? (isJoined(unit.typed) ? '' : unit.typed ?? ''), input: () => this.typed(),
    });
    this.check = later(220, () => this.look());
    this.build(kept);
    this.actions();
    this.ready = Promise.all([this.look(), this.offer()]);
  }

  build(kept) {
    const {unit, desk} = this;
    const button = (name, work, label = `do-${name}`) => h('button', {type: 'button', class: 'quiet', 'aria-keyshortcuts': shortcut(name), click: event => { event.currentTarget.closest('details').open = false; work(); }}, t(label), kbd(name));
    fill(this.element,
      h('div', {class: 'source', lang: desk.source.locale, dir: desk.source.dir}, sentence(unit.source, unit.was)),
      h('div', {id: 'about'}, unit.facts.length > 0 && h('p', {class: 'facts'}, h('span', {}, t('changed')), unit.facts.map(fact =>
        h('span', {class: 'fact', lang: desk.source.locale}, fact.was && h('del', {}, fact.was), fact.was && fact.now && ' → ', fact.now && h('ins', {}, fact.now)))),
      unit.notes.map(note => h('p', {class: 'note'}, h('span', {class: 'tag'}, t('note')), ' ', h('span', {lang: desk.source.locale, dir: desk.source.dir}, note))),
      unit.comments.length > 0 && h('p', {class: 'note'}, h('span', {class: 'tag'}, t('comment')), ' ', unit.comments.join(' · '))),
      kept && h('p', {class: 'kept'}, t('kept-since'), h('button', {type: 'button', class: 'quiet', click: () => this.forget()}, t('forget'))),
      this.field,
      this.findings,
      this.trouble,
      h('div', {class: 'actions'},
        h('button', {type: 'button', class: 'main', disabled: desk.readOnly, 'aria-keyshortcuts': shortcut('save-next'), click: () => this.save()}, t('save-next'), kbd('save-next')),
        desk.hasNotes && h('button', {type: 'button', disabled: desk.readOnly, 'aria-keyshortcuts': shortcut('confirm-next'), click: () => this.save({confirm: true})}, t('confirm'), kbd('confirm-next')),
        h('details', {class: 'more'}, h('summary', {}, t('more')), h('div', {class: 'menu'},
          button('copy-source', () => this.copy()),
          button('insert-code', () => this.code()),
          button('join', () => this.join()),
          desk.hasNotes && button('comment', () => this.comment()),
          button('listen', () => this.read()),
          button('leave', () => desk.close())))),
      this.termed,
      this.offered);
  }

  actions() {
    on('save-next', () => this.save());
    on('confirm-next', () => this.desk.hasNotes ? this.save({confirm: true}) : false);
    on('new-line', () => false);
    on('offer', which => this.take(which));
    on('copy-source', () => this.copy());
    on('insert-code', () => this.code());
    on('insert-term', () => this.term());
    on('fix', () => this.fix());
    on('join', () => this.join());
    on('comment', () => this.comment());
    on('listen', () => this.read());
    on('leave', () => this.desk.close());
  }

  /** Takes the keyboard to the text, to its end. */
  focus() {
    this.field.focus({preventScroll: true});
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    this.grow();
  }

  grow() {
    this.field.style.blockSize = 'auto';
    this.field.style.blockSize = `${this.field.scrollHeight + 2}px`;
  }

  typed() {
    this.grow();
    const {desk, unit, field} = this;
    if (field.value === (unit.typed ?? '')) dropDraft(desk.locale, desk.article, unit.id);
    else if (!keepDraft(desk.locale, desk.article, unit.id, field.value, this.seen)) say(t('not-kept'), true);
    desk.page.show(unit, field.value);
    this.check();
  }

  /** Puts a text in the place of what is typed, as if it were typed: the browser can take it back. */
  put(text) {
    this.field.focus({preventScroll: true});
    this.field.select();
    this.insert(text);
  }

  insert(text) {
    if (this.desk.readOnly) return;
    this.field.focus({preventScroll: true});
    if (!document.execCommand('insertText', false, text)) this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end');
    this.typed();
  }

  /** What the checks find in what is typed. */
  async look() {
    const typed = this.field.value;
    if (!typed.trim()) return this.found([], null);
    try {
      const {findings, fixed} = await ask('try', {...this.place, typed});
      if (typed === this.field.value) this.found(findings, fixed);
    } catch (error) { this.desk.trouble(error); }
  }

  found(findings, fixed) {
    const codes = list => (list ?? []).map(({code}) => code).join();
    const isNew = codes(this.list) !== codes(findings);
    this.list = findings;
    this.fixed = fixed;
    refill(this.findings, findings.map((finding, index) => h('li', {class: finding.severity},
      h('span', {class: 'sign', 'aria-hidden': 'true'}), h('span', {class: 'unseen'}, `${t(finding.severity)}: `),
      h('span', {lang: 'en', dir: 'ltr'}, finding.message, finding.hints.length > 0 && h('small', {}, ` ${finding.hints.join(' ')}`)),
      index === 0 && fixed && h('button', {type: 'button', class: 'quiet', 'aria-keyshortcuts': shortcut('fix'), click: () => this.fix()}, t('do-fix'), kbd('fix')))));
    if (isNew) say(t('findings', {count: findings.length}), false, findings[0] && {lang: 'en', text: findings[0].message});
  }

  /** What was translated before. */
  async offer() {
    try {
      const {offers, terms} = await ask('offers', {...this.place, source: this.unit.source});
      this.offers = offers;
      this.terms = terms ?? [];
    } catch (error) { return this.desk.trouble(error); }
    const {desk, unit} = this;
    refill(this.offered, this.offers.map((offer, index) => h('li', {}, h('button', {type: 'button', class: 'offer', disabled: desk.readOnly, 'aria-keyshortcuts': `Alt+${index + 1}`, click: () => this.take(index + 1)},
      h('kbd', {'aria-hidden': 'true'}, String(index + 1)),
      h('span', {class: 'text', lang: desk.locale, dir: desk.dir}, offer.target), ' ',
      offer.source !== unit.source && h('span', {class: 'from', lang: desk.source.locale, dir: desk.source.dir}, asHeard(sentence(unit.source, offer.source), offer.source)), ' ',
      h('span', {class: 'soft'}, t(`offer-${offer.kind}`), offer.similarity < 1 && ` ${t('percent', {count: Math.floor(offer.similarity * 100)})}`, offer.article && ` · ${offer.article}`)))));
    refill(this.termed, this.terms.map((term, index) => h('button', {type: 'button', class: 'term', disabled: desk.readOnly, click: () => this.insert(term.target), 'aria-keyshortcuts': index === 0 && shortcut('insert-term')},
      h('span', {class: 'unseen'}, `${t('do-insert-term')}: `),
      h('span', {lang: desk.source.locale, dir: desk.source.dir, class: 'soft'}, term.source), ' ', h('b', {lang: desk.locale, dir: desk.dir}, term.target), index === 0 && kbd('insert-term'))));
    if (this.offers.length) say(t('offers-count', {count: this.offers.length}));
    // What is simply the same elsewhere stands there already, to be read and saved.
    const first = this.offers[0];
    if (first?.kind === 'exact' && !this.field.value && !desk.readOnly) this.field.placeholder = first.target;
  }

  take(which) {
    const offer = this.offers[which - 1];
    if (!offer) return false;
    this.put(offer.target);
    this.taken = offer;
    return true;
  }

  copy() { this.put(this.unit.source); }

  code() {
    const {field, unit} = this;
    const code = nextCode(unit.source, field.value);
    if (!code) return say(t('no-code'));
    // What is chosen goes between a code and its end.
    const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
    const end = chosen && nextCode(unit.source, field.value + code);
    this.insert(end ? `${code}${chosen}${end}` : code);
  }

  term() {
    const term = this.terms.find(term => !this.field.value.includes(term.target)) ?? this.terms[0];
    if (!term) return false;
    this.insert(term.target);
  }

  fix() {
    if (!this.fixed) return false;
    this.put(this.fixed);
  }

  /** Says that the sentence before says this one, too. */
  join() { return this.save({typed: '{ "" }'}); }

  comment() {
    const input = h('input', {type: 'text', 'aria-label': t('do-comment'), value: this.unit.comments.join(' · '), keydown: event => {
      if (event.key === 'Enter') { event.preventDefault(); event.stopPropagation(); send(); }
      if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); fill(this.trouble); this.focus(); }
    }});
    const send = () => this.save({comments: input.value.split(' · ').map(line => line.trim()).filter(Boolean), isStaying: true});
    fill(this.trouble, h('div', {class: 'line'}, input, h('button', {type: 'button', click: send}, t('save'))));
    input.focus();
  }

  /** Reads both sides aloud, by the browser's own voices. */
  read() {
    if (!('speechSynthesis' in window)) return say(t('no-voice'));
    speechSynthesis.cancel();
    for (const [text, lang] of [[this.unit.source, this.desk.source.locale], [this.field.value, this.desk.locale]]) {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = lang;
      speechSynthesis.speak(words);
    }
  }

  forget() {
    dropDraft(this.desk.locale, this.desk.article, this.unit.id);
    this.desk.reopen(this.unit.id);
  }

  /** Saves, and goes on to the next open sentence. */
  async save({confirm, typed, comments, isStaying, seen} = {}) {
    const {desk, unit, place} = this;
    if (desk.readOnly || this.isSaving) return;
    const text = typed ?? this.field.value;
    if (!comments && !text.trim()) return say(t('nothing-typed'));
    const hasText = !comments || text.trim() && text !== (unit.typed ?? '');
    this.isSaving = true;
    try {
      const question = {...place, client: desk.client(), seen: seen ?? this.seen};
      if (hasText) question.typed = text;
      const {taken} = this;
      if (hasText && taken && !typed) question.from = {article: taken.article, id: taken.id, repaired: taken.kind === 'repaired', edited: text !== taken.target};
      if (comments) question.comments = comments;
      if (confirm) question.confirm = true;
      const {units} = await ask('save', question);
      if (hasText) dropDraft(desk.locale, desk.article, unit.id);
      // What was found while it was typed still holds.
      for (const saved of units) saved.findings = saved.id.split('-')[0] === unit.id.split('-')[0] ? this.list ?? [] : [];
      desk.saved(units);
      say(t(confirm ? 'confirmed' : 'saved'));
      if (isStaying) desk.reopen(unit.id);
      else desk.goOn(unit.id);
    } catch (error) {
      if (error.status === 409) this.conflict(error.body.theirs, {confirm, typed, comments, isStaying});
      else if (error.status === 400 || error.status === 422) this.refused(error.message);
      else {
        // The text is kept here, and offered when the server is back.
        keepDraft(desk.locale, desk.article, unit.id, text, this.seen, true);
        desk.trouble(error);
        desk.goOn(unit.id);
      }
    } finally { this.isSaving = false; }
  }

  refused(message) {
    fill(this.trouble, h('p', {class: 'refused'}, h('span', {lang: 'en', dir: 'ltr'}, message)));
    say(message, true);
    this.field.focus();
  }

  /** Somebody else was here first: both texts are shown, and the person chooses. */
  conflict(theirs, asked) {
    const {desk, unit} = this;
    const mine = this.field.value;
    const take = () => { dropDraft(desk.locale, desk.article, unit.id); desk.saved([theirs]); desk.reopen(unit.id); };
    const keep = () => { fill(this.trouble); this.seen = theirs.version; desk.saved([theirs]); this.save({...asked, seen: theirs.version}); };
    fill(this.trouble, h('div', {class: 'conflict', role: 'group', 'aria-label': t('conflict')},
      h('p', {}, t('conflict')),
      theirs.source !== unit.source && h('p', {lang: desk.source.locale, dir: desk.source.dir}, sentence(theirs.source, unit.source)),
      h('dl', {}, h('dt', {}, t('theirs')), h('dd', {lang: desk.locale, dir: desk.dir}, theirs.typed ?? '–'), h('dt', {}, t('yours')), h('dd', {lang: desk.locale, dir: desk.dir}, sentence(mine, theirs.typed ?? ''))),
      h('div', {class: 'line'}, h('button', {type: 'button', click: take}, t('take-theirs')), h('button', {type: 'button', click: keep}, t('keep-yours')))));
    say(t('conflict'), true);
    this.trouble.querySelector('button').focus();
  }

  close() {
    this.check.cancel();
    for (const name of ['save-next', 'confirm-next', 'new-line', 'offer', 'copy-source', 'insert-code', 'insert-term', 'fix', 'join', 'comment', 'listen', 'leave']) on(name, null);
  }
}
