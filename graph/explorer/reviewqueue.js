// The queue: what to judge next, and how far it is; what a reviewer can say of an actor; the article's text beside.
const ORDERS = ['unsure', 'contested', 'doubles', 'disputed'];
const CONTESTED = new Set(REVIEW.contested);

// The statements of a queue: of all that pass the filters, of a pair, or of an actor; the least sure first.
function queueOf(key) {
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  let mine = selection.kept;
  if (kind === 'tie') mine = mine.filter(({ s, o }) => (s < o ? `${s} ${o}` : `${o} ${s}`) === id);
  else if (kind === 'actor') mine = mine.filter(({ st, s, o }) => [s, o, st.s, st.o].includes(id));
  else mine = toReview();
  const disputed = (st) => (key === 'contested' && CONTESTED.has(st.id) ? 0 : 1);
  return mine.map(({ st }) => st).sort((a, b) => Number(Boolean(a.verdict)) - Number(Boolean(b.verdict)) || disputed(a) - disputed(b) || a.confidence - b.confidence || (a.id < b.id ? -1 : 1));
}

// What the filters leave; where the slider of confidence stands at first it is for the picture: the least sure are judged first.
function toReview() {
  const passes = test();
  return STATEMENTS.filter((st) => passes(st, filters.confidence === DATA.sure ? 'confidence' : '')).map((st) => ({ st }));
}

let queued = '';
let queueShown = [];
function showQueue(key) {
  // Drawing again, as a filter's change does, must not take the form or the place away.
  const same = queued === `${key} ${selection.kept.length} ${language}` && panel.querySelector('.queue');
  if (same) return;
  queued = `${key} ${selection.kept.length} ${language}`;
  heading(word('review'));
  const head = element('div', undefined, 'queue');
  const order = choices(ORDERS, ORDERS.includes(key) ? key : 'unsure');
  order.addEventListener('change', () => go({ open: `review:${order.value}` }));
  field(head, 'order', word('order'), order);
  const who = field(head, 'reviewer', word('reviewer'), textField(reviewer));
  who.addEventListener('change', () => { reviewer = who.value.trim(); });
  head.append(element('p', word(REVIEW.live ? 'keysLive' : 'keys'), 'meta'));
  const how = element('div', undefined, 'how');
  for (const id of ['progress', 'state']) {
    const line = element('p', '', 'meta');
    line.id = id;
    line.setAttribute('role', 'status');
    how.append(line);
  }
  panel.append(head, how);
  if (key === 'doubles') {
    queueShown = REVIEW.doubles.map(([one, other]) => ({ id: JSON.stringify([one, other]) }));
    for (const pair of REVIEW.doubles) panel.append(doubleCard(pair));
  } else if (key === 'disputed') {
    queueShown = DISPUTES.map(({ key: id }) => ({ id }));
    for (const dispute of DISPUTES) panel.append(disputeCard(dispute));
  } else {
    queueShown = queueOf(key);
    cards(panel, queueShown);
  }
  if (!queueShown.length) panel.append(element('p', word('noQueue')));
  current = '';
  progress();
  step(1);
}

function progress() {
  const place = byId('progress');
  if (!place) return;
  const done = queueShown.filter((one) => judged.has(one.id) || one.verdict).length;
  place.textContent = phrase('judgedOf', { n: done, all: queueShown.length });
}

const reviewThese = (key) => { const line = element('p'); line.append(button(word('these'), () => go({ open: `review:${key}` }), 'link')); return line; };

// Who an actor is: the same as another one, of another name or kind.
function reviewActor(id) {
  const place = element('details', undefined, 'correct');
  place.append(element('summary', word('correct')));
  const entry = (name, label, control, line) => {
    const made = element('form');
    field(made, name, word(label), control);
    const take = element('button', word('take'));
    take.type = 'submit';
    const hint = element('p', '', 'hint');
    made.append(take, hint);
    made.addEventListener('submit', (e) => {
      e.preventDefault();
      const says = line(control.value.trim());
      if (!says) { hint.textContent = phrase('unknown', { name: control.value }); return; }
      judge(`${id} ${name}`, { actor: id, ...says });
      hint.textContent = word('amended');
    });
    place.append(made);
  };
  const other = textField('', actorList());
  entry('same', 'sameAs', other, (typed) => { const found = actorNames().ids.get(typed); return found && found !== id ? { same: found } : null; });
  entry('name', 'rename', textField(nameOf(id)), (typed) => (typed ? { name: typed, lang: language } : null));
  entry('kind', 'retype', choices(ACTOR_KINDS, NODES.get(id).kind), (kind) => ({ kind }));
  return place;
}

// The article's text, where it was kept: words marked in it become the ends of a statement that is missing.
async function showText(card, st) {
  // Once more takes it away.
  const shown = card.querySelector('.text');
  if (shown) { shown.remove(); return; }
  const place = element('div', undefined, 'text');
  card.append(place);
  const answer = await fetch(`article?id=${encodeURIComponent(st.article)}`, { cache: 'no-store' });
  const { text } = await answer.json();
  if (!text) { place.append(element('p', word('noText'), 'meta')); return; }
  const chars = Array.from(text);
  const written = element('pre');
  written.append(chars.slice(0, st.begin).join(''), element('mark', chars.slice(st.begin, st.begin + Array.from(st.evidence).length).join(''), 's'), chars.slice(st.begin + Array.from(st.evidence).length).join(''));
  written.tabIndex = 0;
  written.setAttribute('aria-label', word('text'));
  const ends = {};
  const line = element('p', word('mark'), 'judge');
  for (const [end, label] of [['subject', 'asSubject'], ['object', 'asObject']]) {
    const made = button(word(label), () => {
      const range = marked(written, text);
      if (!range) return;
      ends[end] = range;
      made.textContent = `${word(label)}: ${range.words}`;
      if (ends.subject && ends.object) addForm(card, st, statementFrom(chars, ends));
    });
    made.dataset.end = end;
    line.append(made);
  }
  place.append(line, written);
  written.scrollTop = written.querySelector('mark').offsetTop - 40;
  card.scrollIntoView({ block: 'nearest' });
}

// The marked words with their offsets in characters.
function marked(place, text) {
  const chosen = getSelection();
  if (!chosen.rangeCount || !place.contains(chosen.anchorNode) || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(place);
  before.setEnd(range.startContainer, range.startOffset);
  const begin = Array.from(before.toString()).length;
  const words = range.toString();
  return { begin, end: begin + Array.from(words).length, words };
}

function statementFrom(chars, { subject, object }) {
  const [first, last] = [Math.min(subject.begin, object.begin), Math.max(subject.end, object.end)];
  let begin = first;
  while (begin > 0 && !/[.!?\n]/.test(chars[begin - 1])) begin -= 1;
  while (/\s/.test(chars[begin])) begin += 1;
  let end = last;
  while (end < chars.length && !/[.!?\n]/.test(chars[end])) end += 1;
  if (/[.!?]/.test(chars[end] ?? '')) end += 1;
  const known = (words) => { const id = find(words)[0]; return id ? nameFor(id) : words; };
  return {
    begin, sentence: chars.slice(begin, end).join(''), subject: known(subject.words), object: known(object.words),
    offsets: { subject_begin: subject.begin, subject_end: subject.end, object_begin: object.begin, object_end: object.end },
  };
}
