// The panel on the right: the statements of an edge, or who an actor is.
const panel = byId('panel');
const clearPanel = () => panel.replaceChildren();

function sentence(st) {
  const quote = element('blockquote');
  const marks = [[st.subject_begin, st.subject_end, 's'], [st.object_begin, st.object_end, 'o']].filter(([begin]) => begin >= 0).sort((a, b) => a[0] - b[0]);
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
  const card = element('article', undefined, kindOfSign(st.sign));
  const head = element('p', undefined, 'head');
  head.append(`${nameOf(st.s)} ${labelOf(st.relation)} ${nameOf(st.o)}`);
  card.append(head, sentence(st));
  const facts = [st.date, word(st.status), st.polarity === 'negated' ? word('negated') : '', st.place, st.source ? `${word('source')} ${st.source}` : '', `${Math.round(100 * st.confidence)} % ${word('sure')}`];
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
  if (st.article_date) origin.append(` · ${st.article_date}`);
  card.append(origin);
  return card;
}

function showTie(tie) {
  clearPanel();
  panel.append(element('h2', `${nameOf(tie.s)} – ${nameOf(tie.o)}`));
  panel.append(element('p', `${tie.statements.length} ${word('statements')}`, 'meta'));
  for (const st of tie.statements) panel.append(statementCard(st));
}

function ranked(selection, id, positive) {
  const rows = [];
  for (const tie of selection.ties.values()) {
    if (tie.s !== id && tie.o !== id) continue;
    if (positive ? tie.balance > 0 : tie.balance < 0) rows.push(tie);
  }
  return rows.sort((a, b) => Math.abs(b.balance) - Math.abs(a.balance)).slice(0, 6);
}

function showActor(id, selection, open) {
  const node = NODES.get(id);
  clearPanel();
  panel.append(element('h2', nameOf(id)));
  panel.append(element('p', `${word(node.kind)} · ${word('coalition')} ${node.coalition + 1}`, 'meta'));
  if (/^Q\d+$/.test(node.qid)) {
    const link = element('a', `Wikidata ${node.qid}`);
    link.href = `https://www.wikidata.org/wiki/${node.qid}`;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    panel.append(link);
  }
  const focus = element('button', filters.focus === id ? word('whole') : word('focus'));
  focus.type = 'button';
  focus.id = 'focus';
  focus.addEventListener('click', () => open.focus(filters.focus === id ? '' : id));
  const line = element('p');
  line.append(focus);
  panel.append(line);
  if (node.offices.length) {
    panel.append(element('h3', word('offices')));
    const list = element('ul');
    for (const office of node.offices.slice(-6).reverse()) list.append(element('li', `${office.title}, ${nameOf(office.of)} (${office.start || '?'} – ${office.end || word('today')})`));
    panel.append(list);
  }
  for (const [key, positive] of [['friends', true], ['foes', false]]) {
    const ties = ranked(selection, id, positive);
    if (!ties.length) continue;
    panel.append(element('h3', word(key)));
    const list = element('ul');
    for (const tie of ties) {
      const item = element('li');
      const button = element('button', `${nameOf(tie.s === id ? tie.o : tie.s)} (${tie.statements.length})`, 'link');
      button.type = 'button';
      button.addEventListener('click', () => open.tie(tie.key));
      item.append(button);
      list.append(item);
    }
    panel.append(list);
  }
  const mine = selection.kept.filter(({ s, o }) => s === id || o === id).map(({ st }) => st);
  panel.append(element('h3', `${word('all')} (${mine.length})`));
  for (const st of mine.slice(0, 100)) panel.append(statementCard(st));
}

function showWelcome() {
  clearPanel();
  panel.append(element('p', word('welcome')));
}
