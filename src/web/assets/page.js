// The page beside the sentences, as it will look: it follows what is typed, and leads to the sentence.

import {ask} from './ask.js';
import {h, isCalm, later, refill} from './dom.js';
import {set, setting} from './kept.js';
import {on} from './keys.js';
import {t} from './words.js';

const MARK = '[data-satz-here]{outline:2px solid #1f7a8c;outline-offset:3px;border-radius:2px;background:#1f7a8c1f}[data-unit]{cursor:pointer}';

export class Page {
  constructor(desk) {
    this.desk = desk;
    this.kind = setting('page') ?? (innerWidth < 800 ? 'none' : 'translation');
    this.frame = h('iframe', {title: t('page'), sandbox: 'allow-same-origin', load: () => this.loaded()});
    this.note = h('p', {class: 'soft', hidden: true});
    this.bar = h('div', {class: 'bar-of-page'});
    this.element = h('section', {class: 'page', 'aria-label': t('page')}, this.bar, this.note, this.frame);
    this.refresh = later(400, () => this.load());
    this.buttons();
    on('page', () => this.choose(this.kind === 'none' ? 'translation' : 'none'));
  }

  buttons() {
    const kinds = ['translation', 'source', 'bilingual', 'none'];
    refill(this.bar, h('div', {class: 'choice', role: 'group', 'aria-label': t('page')}, kinds.map(kind =>
      h('button', {type: 'button', 'aria-pressed': String(kind === this.kind), click: () => this.choose(kind)}, t(`page-${kind}`)))));
  }

  choose(kind) {
    this.kind = kind;
    set('page', kind);
    this.buttons();
    this.load();
  }

  /** Loads the page as it is on the disk; what is typed comes on top. */
  async load() {
    this.element.classList.toggle('closed', this.kind === 'none');
    this.desk.element?.classList.toggle('alone', this.kind === 'none');
    if (this.kind === 'none') return this.frame.removeAttribute('src');
    const {desk, kind} = this;
    try {
      const {page} = await ask('page', {locale: kind === 'source' ? desk.source.locale : desk.locale, article: desk.article, bilingual: kind === 'bilingual'});
      this.top = this.frame.contentWindow?.scrollY ?? 0;
      this.frame.src = `/page/${page}`;
      this.note.hidden = true;
    } catch (error) {
      if (error.status === 422) { this.note.textContent = error.message; this.note.hidden = false; }
      else desk.trouble(error);
    }
  }

  loaded() {
    const page = this.frame.contentDocument;
    if (!page?.body || page.URL === 'about:blank') return;
    const style = page.createElement('style');
    style.textContent = MARK;
    page.head.append(style);
    page.addEventListener('click', event => {
      event.preventDefault();
      const unit = event.target.closest?.('[data-unit]')?.dataset.unit;
      if (unit) this.desk.open(unit);
    });
    this.frame.contentWindow.scrollTo(0, this.top ?? 0);
    for (const {unit, typed} of this.desk.unsaved()) this.show(unit, typed);
    this.follow(this.desk.opened);
  }

  places(unit) {
    const base = unit.id.split('-')[0];
    const page = this.frame.contentDocument;
    return page ? [...page.querySelectorAll(`[data-unit="${base}"], [data-unit^="${base}-"]`)] : [];
  }

  /** Shows where a sentence is. */
  follow(unit) {
    const page = this.frame.contentDocument;
    if (!page || this.kind === 'none') return;
    page.querySelectorAll('[data-satz-here]').forEach(element => element.removeAttribute('data-satz-here'));
    if (!unit) return;
    // What a sentence covers shows where it stands.
    const shown = this.places(unit).length ? unit : this.desk.units[unit.leader];
    const places = this.places(shown);
    places.forEach(element => element.setAttribute('data-satz-here', ''));
    const box = places[0]?.getBoundingClientRect();
    const {contentWindow: view} = this.frame;
    if (box && (box.top < 60 || box.bottom > view.innerHeight - 60))
      view.scrollTo({top: view.scrollY + box.top - view.innerHeight / 3, behavior: isCalm() ? 'auto' : 'smooth'});
  }

  /** Shows what is typed: one question at a time, the last text counts. */
  async show(unit, typed) {
    if (this.kind === 'none' || this.kind === 'source') return;
    this.wanted = {unit, typed};
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.wanted) {
        const {unit, typed} = this.wanted;
        this.wanted = null;
        if (!typed.trim()) continue;
        const {locale, article} = this.desk;
        const {html} = await ask('try', {locale, article, id: unit.id, typed, quick: true});
        if (html !== null) this.patch(unit, html);
      }
    } catch (error) { this.desk.trouble(error); } finally { this.isAsking = false; }
  }

  patch(unit, html) {
    const places = this.places(unit);
    const place = this.kind === 'bilingual' ? places[0]?.querySelector('td:last-child') : places[0];
    // A sentence in several pieces, or in a picture, shows when it is saved.
    if (!place || this.kind !== 'bilingual' && places.length > 1 || place.querySelector('img')) return;
    place.innerHTML = html;
    place.className = '';
    place.lang = this.desk.locale;
    place.dir = this.desk.dir;
  }
}
