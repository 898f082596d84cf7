// Judgements: collected in the page, undone, saved as a file for `diplograph review apply`, or at once where a server of ours listens.
const REVIEW = DATA.review ?? { doubles: [], contested: [], live: false, by: '' };
const judged = new Map();
const steps = [];
let reviewer = REVIEW.by || '';
let unsaved = 0;
let saves = 0;
let sent = 0;
let current = '';
let sending = Promise.resolve();
// In which card a missing statement was added: it has none of its own before it is saved and the page opened anew.
const addedFrom = new Map();
const VERDICTS = { right: 'confirmed', wrong: 'rejected' };
const statementIri = (id) => `${DATA.namespace}statement/${id}`;

// What was said of a statement: in this page, else before it was made.
const verdictOf = (st) => (judged.has(st.id) ? judged.get(st.id).verdict : st.verdict);

function judge(key, line) {
  steps.push([key, judged.get(key)]);
  keep(key, line);
}

function undo() {
  if (!steps.length) return;
  const [key, before] = steps.pop();
  const line = judged.get(key);
  const at = addedFrom.get(key) ?? key;
  if (cardsShown().some((card) => card.dataset.key === at)) current = at;
  if (before) return keep(key, before);
  judged.delete(key);
  // What was added has a name only once the server has answered.
  if (REVIEW.live) send({ ...(line.verdict === 'added' ? { undoes: line } : line), verdict: 'withdrawn', ...(line.by ? { by: line.by } : {}), at: new Date().toISOString() });
  reviewed(key);
}

function keep(key, line) {
  // Without a name, who applies the file, or started the server, says whose judgements they are.
  const dated = { ...line, ...(reviewer ? { by: reviewer } : {}), at: new Date().toISOString() };
  judged.set(key, dated);
  unsaved += 1;
  if (REVIEW.live) send(dated);
  reviewed(key);
}

// What stands on the page about a judgement.
function reviewed(key) {
  for (const card of cardsShown()) if (card.dataset.key === (addedFrom.get(key) ?? key)) redraw(card);
  showCurrent();
  const save = byId('save');
  save.hidden = REVIEW.live || !judged.size;
  save.textContent = phrase('save', { n: judged.size });
  progress();
}

function linesOf() { return [...judged.values()].map((line) => JSON.stringify(line)).join('\n') + '\n'; }

function saveFile() {
  if (REVIEW.live || !judged.size) return;
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([linesOf()], { type: 'application/x-ndjson;charset=utf-8' }));
  link.download = 'reviews.jsonl';
  link.click();
  unsaved = 0;
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// One after the other, in the order in which they were made; a failure is said and the judgement stays in the page.
function send(line) {
  sent += 1;
  sending = sending.then(async () => {
    try {
      const { undoes, ...says } = line;
      if (undoes) says.statement = undoes.named;
      const answer = await fetch('judgements', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(says), cache: 'no-store' });
      const told = await answer.json();
      if (!answer.ok) throw new Error(told.error);
      // Not a field of the line: it is not sent.
      Object.defineProperty(line, 'named', { value: told.judges, configurable: true });
      unsaved = Math.max(0, unsaved - 1);
      saves += 1;
      sayState(phrase('saved', { n: saves, all: sent }));
    } catch (error) {
      sayState(phrase('failed', { why: error.message }));
    }
  });
}

function sayState(text) {
  const place = byId('state');
  if (place) place.textContent = text;
}

function listenToReview() {
  byId('review').addEventListener('click', () => go({ open: open.startsWith('review:') ? '' : 'review:unsure' }));
  byId('save').addEventListener('click', saveFile);
  document.addEventListener('keydown', pressed);
  window.addEventListener('beforeunload', (e) => { if (unsaved) e.preventDefault(); });
}

const KEYS = {
  j: () => step(1), k: () => step(-1), r: () => onCurrent('right'), w: () => onCurrent('wrong'), a: () => onCurrent('amend'), n: () => onCurrent('add'),
  t: () => onCurrent('text'), u: undo, s: saveFile,
};
function pressed(e) {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && document.activeElement.type !== 'checkbox' && document.activeElement.type !== 'range';
  if (e.key === 'Escape') { (document.activeElement.closest('article') ?? panel).querySelector('form .cancel')?.click(); return; }
  if (typing) return;
  const act = KEYS[e.key];
  if (act && panel.querySelector('article')) { e.preventDefault(); act(); }
}

const cardsShown = () => [...panel.querySelectorAll('article[data-key]')];
function step(by) {
  const shown = cardsShown();
  const at = shown.findIndex((card) => card.dataset.key === current);
  if (at === shown.length - 1 && by > 0) panel.querySelector('.more')?.click();
  const next = cardsShown()[at < 0 ? 0 : Math.min(Math.max(0, at + by), cardsShown().length - 1)];
  if (next) { current = next.dataset.key; showCurrent(); }
}

function showCurrent() {
  for (const card of cardsShown()) card.classList.toggle('current', card.dataset.key === current);
  panel.querySelector('article.current')?.scrollIntoView({ block: 'nearest' });
}

// Where a form was, the keys are to work on: what had the focus is gone.
const backToQueue = () => panel.focus({ preventScroll: true });

function onCurrent(what) {
  const judges = what in VERDICTS;
  if (!cardsShown().some((card) => card.dataset.key === current)) { step(1); if (judges) return; }
  panel.querySelector(`article.current [data-act="${what}"]`)?.click();
  if (judges) step(1);
}
