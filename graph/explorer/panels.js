// The panel on the right: the statements of an edge, or who an actor is.
const panel = byId('panel');
const clearPanel = () => panel.replaceChildren();

function sentence(st) {
  const quote = element('blockquote');
  const marks = st.marks.filter(([begin]) => begin >= 0).sort((a, b) => a[0] - b[0]);
  // Offsets count characters as Python does; JavaScript's strings count UTF-16 units.
  const chars = Array.from(st.evidence);
  let at = 0;
  for (const [begin, end, kind] of marks) {
    if (begin < at) continue;
    quote.append(chars.slice(at, begin).join(''));
    quote.append(element('mark', chars.slice(begin, end).join(''), kind));
    at = end;
  }
  quote.append(chars.slice(at).join(''));
  return quote;
}

function statementCard(st) {
  const card = element('article', undefined, st.kind);
  const head = element('p', undefined, 'head');
  head.append(`${nameOf(st.s)} ${labelOf(st.relation)} ${nameOf(st.o)}`);
  card.append(head, sentence(st));
  const facts = [st.date, word(st.status), st.polarity === 'negated' ? word('negated') : '', named(st.place), st.source ? `${word('source')} ${named(st.source)}` : '', `${Math.round(100 * st.confidence)} % ${word('sure')}`];
  card.append(element('p', facts.filter(Boolean).join(' · '), 'meta'));
  const origin = element('p', undefined, 'meta');
  const title = st.title || st.article;
  if (/^https?:\/\//i.test(st.url)) {
    const link = element('a', title);
    link.href = st.url;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    origin.append(link);
  } else origin.append(title);
  if (st.articleDate) origin.append(` · ${st.articleDate}`);
  card.append(origin);
  reviewCard(card, st);
  return card;
}

// Cards of statements, the newest first; a long list grows on request.
const CARDS = 40;
function cards(place, statements) {
  const add = (from) => {
    for (const st of statements.slice(from, from + CARDS)) place.append(statementCard(st));
    const left = statements.length - from - CARDS;
    if (left > 0) {
      const more = button(phrase('more', { n: Math.min(left, CARDS) }), () => { more.remove(); add(from + CARDS); }, 'more');
      place.append(more);
    }
  };
  add(0);
}

function heading(text) {
  clearPanel();
  const head = element('div', undefined, 'heading');
  const close = button('×', () => go({ open: '' }), 'close');
  close.setAttribute('aria-label', word('clear'));
  head.append(element('h2', text), close);
  panel.append(head);
}

function showTie(tie) {
  heading(`${nameOf(tie.s)} – ${nameOf(tie.o)}`);
  const ends = element('p');
  for (const id of [tie.s, tie.o]) ends.append(button(nameOf(id), () => go({ open: `actor:${id}` }), 'link'), ' ');
  panel.append(ends, element('p', phrase('tieCounts', { kind: word(tie.kind), aligned: tie.aligned, conflict: tie.conflict, contacts: tie.contacts, articles: tie.reports.size }), `tie ${tie.kind}`));
  panel.append(element('p', `${tie.statements.length} ${word(tie.statements.length === 1 ? 'statement' : 'statements')}`, 'meta'));
  panel.append(reviewThese(`tie:${tie.key}`));
  cards(panel, tie.statements);
}

// The actor's ties of a kind, those of most acts first.
function ranked(selection, id, kind) {
  const rows = [];
  for (const tie of selection.ties.values()) {
    if (tie.s !== id && tie.o !== id) continue;
    if (tie.kind === kind) rows.push(tie);
  }
  return rows.sort((a, b) => b.aligned + b.conflict - a.aligned - a.conflict || (a.key < b.key ? -1 : 1)).slice(0, 6);
}

function showActor(id, selection) {
  const node = NODES.get(id);
  heading(nameOf(id));
  const who = element('p', word(node.kind), 'meta');
  if (node.camp >= 0) {
    const swatch = element('i', undefined, 'swatch');
    swatch.style.background = colourOf(node.camp);
    const share = node.share === null ? '' : ` (${phrase('share', { n: Math.round(100 * node.share) })})`;
    who.append(' · ', swatch, `${word('camp')} ${DATA.camps[node.camp][language]}${share}`);
  } else if (node.near) who.append(` · ${phrase('between', { camp: DATA.camps[node.near[0]][language], n: Math.round(100 * node.near[1]) })}`);
  panel.append(who);
  if (/^Q\d+$/.test(node.qid)) {
    const link = element('a', `Wikidata ${node.qid}`);
    link.href = `https://www.wikidata.org/wiki/${node.qid}`;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    panel.append(link);
  }
  panel.append(neighbourhood(id), reviewThese(`actor:${id}`), reviewActor(id));
  if (node.offices.length) {
    panel.append(element('h3', word('offices')));
    const list = element('ul');
    for (const office of node.offices.slice(-6).reverse()) list.append(element('li', `${named(office.title)}, ${named(office.of)} (${office.start || '?'} – ${office.end || word('today')})`));
    panel.append(list);
  }
  for (const key of ['aligned', 'opposed', 'divided']) {
    const ties = ranked(selection, id, key);
    if (!ties.length) continue;
    panel.append(element('h3', word(key)));
    const list = element('ul');
    for (const tie of ties) {
      const item = element('li');
      item.append(button(`${nameOf(tie.s === id ? tie.o : tie.s)} (${tie.aligned} : ${tie.conflict})`, () => go({ open: `tie:${tie.key}` }), 'link'));
      list.append(item);
    }
    panel.append(list);
  }
  // With persons rolled up to states, a person keeps the statements that name it.
  const mine = selection.kept.filter(({ st, s, o }) => s === id || o === id || st.s === id || st.o === id).map(({ st }) => st);
  panel.append(element('h3', `${word('all')} (${mine.length})`));
  cards(panel, mine);
}

// Buttons for the actor with its neighbours, and with theirs; the one that is on leads back to the whole.
function neighbourhood(id) {
  const line = element('p', undefined, 'steps');
  for (const [hops, key] of [[1, 'one'], [2, 'two']]) {
    const on = filters.focus === id && filters.hops === hops;
    const step = button(word(key), () => go(on ? { focus: '' } : { focus: id, hops }));
    step.id = `focus-${key}`;
    step.setAttribute('aria-pressed', String(on));
    line.append(step);
  }
  return line;
}

function showWelcome() {
  clearPanel();
  panel.append(element('p', word('welcome')));
}
