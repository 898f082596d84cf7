// What a card offers a reviewer: right, wrong, amend, and a statement that is missing from the sentence.
const POLARITIES = ['affirmed', 'negated'];
const ACTOR_KINDS = ['Person', 'State', 'Organisation', 'Group'];
// A name that two actors have is written with the id.
const ACTOR_NAMES = {};
function actorNames() {
  if (ACTOR_NAMES[language]) return ACTOR_NAMES[language];
  const byName = new Map();
  for (const { id } of DATA.nodes) byName.set(nameOf(id), [...(byName.get(nameOf(id)) ?? []), id]);
  const names = new Map();
  for (const [name, ids] of byName) for (const id of ids) names.set(ids.length > 1 ? `${name} (${id})` : name, id);
  ACTOR_NAMES[language] = { ids: names, names: new Map([...names].map(([name, id]) => [id, name])) };
  return ACTOR_NAMES[language];
}

function reviewCard(card, st) {
  card.dataset.key = st.id;
  const line = element('p', undefined, 'judge');
  for (const [act, key] of [['right', 'r'], ['wrong', 'w'], ['amend', 'a']]) {
    const made = button(word(act), () => { current = st.id; showCurrent(); if (act === 'amend') amendForm(card, st); else judge(st.id, { statement: statementIri(st.id), verdict: VERDICTS[act] }); });
    made.dataset.act = act;
    made.setAttribute('aria-keyshortcuts', key);
    if (VERDICTS[act]) made.setAttribute('aria-pressed', String(verdictOf(st) === VERDICTS[act]));
    line.append(made);
  }
  const add = button(word('add'), () => addForm(card, st));
  add.title = word('missing');
  add.dataset.act = 'add';
  add.setAttribute('aria-keyshortcuts', 'n');
  line.append(add);
  if (REVIEW.live) {
    const text = button(word('text'), () => showText(card, st), 'link');
    text.dataset.act = 'text';
    text.setAttribute('aria-keyshortcuts', 't');
    line.append(text);
  }
  if (DISPUTED.has(st.id)) card.append(whoSaid(DISPUTED.get(st.id)));
  const said = verdictOf(st);
  if (said) {
    card.classList.add('judged', said);
    card.append(element('p', [word(said), insteadOf(judged.get(st.id))].filter(Boolean).join(' · '), 'verdict'));
  }
  for (const [key, from] of addedFrom) if (from === st.id && judged.has(key)) card.append(element('p', `${word('added')}: ${inWords(judged.get(key))}`, 'verdict'));
  card.append(line);
  card.classList.toggle('current', st.id === current);
}

// What a line says rather, and what it adds, in the words of the form.
const LABELS = { relation: 'relation', subject: 'subject', object: 'object', polarity: 'polarity', status: 'status', date: 'date', place: 'place', source: 'sourceOf' };
const valueOf = (name, said) => (name === 'relation' ? labelOf(said) : said?.name ?? (NODES.has(said) ? nameOf(said) : word(said)));
const insteadOf = (line) => Object.keys(LABELS).filter((name) => name in (line ?? {})).map((name) => `${word(LABELS[name])}: ${valueOf(name, line[name]) || '–'}`).join(', ');
const inWords = (line) => ['subject', 'relation', 'object'].map((name) => valueOf(name, line[name])).join(' ');

function redraw(card) {
  const { key } = card.dataset;
  const focused = card.contains(document.activeElement) ? document.activeElement.dataset.act : undefined;
  const made = card.classList.contains('dispute') ? disputeCard(DISPUTES.find((told) => told.key === key))
    : card.classList.contains('double') ? doubleCard(JSON.parse(key)) : statementCard(STATEMENTS.find(({ id }) => id === key));
  card.replaceWith(made);
  if (focused) made.querySelector(`[data-act="${focused}"]`)?.focus({ preventScroll: true });
}

function field(form, name, label, control) {
  const line = element('label', undefined, 'field');
  line.append(element('span', label), control);
  control.name = name;
  form.append(line);
  return control;
}

function choice(options, chosen) {
  const made = element('select');
  for (const [value, text] of options) {
    const option = element('option', text);
    option.value = value;
    option.selected = value === chosen;
    made.append(option);
  }
  return made;
}

function textField(value, list) {
  const made = element('input');
  made.type = 'text';
  made.value = value ?? '';
  made.autocomplete = 'off';
  if (list) made.setAttribute('list', list);
  return made;
}

function actorList() {
  let list = byId('actors-known');
  if (!list) { list = element('datalist'); list.id = 'actors-known'; document.body.append(list); }
  if (list.dataset.language !== language) {
    list.replaceChildren(...[...actorNames().ids.keys()].map((name) => { const option = element('option'); option.value = name; return option; }));
    list.dataset.language = language;
  }
  return 'actors-known';
}

const relationChoice = (chosen) => choice(Object.keys(DATA.relations).map((name) => [name, labelOf(name)]).sort((a, b) => a[1].localeCompare(b[1])), chosen);
const choices = (names, chosen) => choice(names.map((name) => [name, word(name)]), chosen);
const nameFor = (id) => actorNames().names.get(id) ?? id;
// Who is meant by what was typed: an actor of the page by name or by the one spelling that is his alone, or somebody new.
function meant(typed, kind) {
  const known = actorNames().ids.get(typed);
  if (known) return known;
  const so = DATA.nodes.filter(({ names }) => names.includes(typed));
  return so.length === 1 ? so[0].id : { name: typed, kind };
}

// Whoever is new is named once before he is taken: a slip of the keyboard makes nobody.
function slipped(filled, line) {
  const fresh = ['subject', 'object', 'source'].map((name) => line[name]?.name).filter(Boolean).join(', ');
  if (!fresh || filled.dataset.fresh === fresh) return false;
  filled.dataset.fresh = fresh;
  filled.querySelector('.hint').textContent = phrase('newNames', { names: fresh });
  return true;
}

function form(card, act) {
  card.querySelector('form')?.remove();
  const made = element('form');
  made.addEventListener('submit', (e) => { e.preventDefault(); act(made); });
  // A choice takes no Enter by itself: with the keyboard alone one would have to leave it first.
  made.addEventListener('keydown', (e) => { if (e.key === 'Enter' && e.target.tagName === 'SELECT') { e.preventDefault(); made.requestSubmit(); } });
  card.append(made);
  return made;
}

// The sentence above a form and the form itself are to be seen, as far as there is room.
function begun(card, first) {
  card.scrollIntoView({ block: card.offsetHeight < panel.clientHeight ? 'nearest' : 'start' });
  first.focus({ preventScroll: card.offsetHeight < panel.clientHeight });
}

function closeForm(made) {
  const line = element('p', undefined, 'judge');
  const take = element('button', word('take'));
  take.type = 'submit';
  line.append(take, button(word('cancel'), () => { made.remove(); backToQueue(); }, 'cancel'));
  made.append(line);
}

function amendForm(card, st) {
  const source = named(st.source);
  const before = {
    relation: st.relation, subject: nameFor(st.s), object: nameFor(st.o), polarity: st.polarity, status: st.status, date: st.date, place: named(st.place), source: source,
  };
  const made = form(card, (filled) => {
    const line = { statement: statementIri(st.id), verdict: 'amended' };
    const given = Object.fromEntries(new FormData(filled));
    for (const name of Object.keys(before)) if (given[name] !== before[name]) line[name] = ['subject', 'object', 'source'].includes(name) && given[name] ? meant(given[name], given.kind) : given[name];
    if (given.why) line.why = given.why;
    if (Object.keys(line).length === (given.why ? 3 : 2)) { filled.querySelector('.hint').textContent = word('nothingNew'); return; }
    if (slipped(filled, line)) return;
    filled.remove();
    backToQueue();
    judge(st.id, line);
    step(1);
  });
  fields(made, before);
  field(made, 'why', word('why'), textField(''));
  closeForm(made);
  begun(card, made.elements.relation);
}

function fields(made, before) {
  const list = actorList();
  field(made, 'subject', word('subject'), textField(before.subject, list)).required = true;
  field(made, 'relation', word('relation'), relationChoice(before.relation));
  field(made, 'object', word('object'), textField(before.object, list)).required = true;
  made.append(button(word('swap'), () => { const { subject, object } = made.elements; [subject.value, object.value] = [object.value, subject.value]; }));
  field(made, 'polarity', word('polarity'), choices(POLARITIES, before.polarity));
  field(made, 'status', word('status'), choices(STATUSES, before.status));
  const date = field(made, 'date', word('date'), textField(before.date));
  date.pattern = '\\d{4}(-\\d\\d(-\\d\\d)?)?';
  date.placeholder = '2025-09-04';
  field(made, 'place', word('place'), textField(before.place));
  field(made, 'source', word('sourceOf'), textField(before.source, list));
  field(made, 'kind', word('newKind'), choices(ACTOR_KINDS, 'Person'));
  made.append(element('p', '', 'hint'));
}

// A statement that the extraction missed, in the sentence of another one, or in one that was marked in the text.
function addForm(card, st, marked) {
  const before = { relation: marked?.relation ?? st.relation, subject: marked?.subject ?? '', object: marked?.object ?? '', polarity: 'affirmed', status: 'actual', date: '', place: '', source: '' };
  const made = form(card, (filled) => {
    const given = Object.fromEntries(new FormData(filled));
    const line = { article: st.article, verdict: 'added', begin: marked?.begin ?? st.begin, sentence: marked?.sentence ?? st.evidence, ...(marked?.offsets ?? {}) };
    for (const name of Object.keys(before)) if (given[name]) line[name] = ['subject', 'object', 'source'].includes(name) ? meant(given[name], given.kind) : given[name];
    if (slipped(filled, line)) return;
    filled.remove();
    backToQueue();
    const key = `added ${line.begin} ${JSON.stringify([line.article, line.subject, line.relation, line.object])}`;
    addedFrom.set(key, st.id);
    judge(key, line);
  });
  made.prepend(element('p', marked?.sentence ?? word('missing'), 'meta'));
  fields(made, before);
  closeForm(made);
  begun(card, made.elements[before.subject ? 'relation' : 'subject']);
}
