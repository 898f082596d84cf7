// Brings picture, filters, panel, table and the address together.
let selection;
let open = '';
let tableShown = false;

function draw() {
  selection = select();
  const number = tableShown ? selection.ties.size : (drawNodes(selection), drawEdges(selection));
  if (tableShown) showTable(selection);
  byId('count').textContent = `${selection.kept.length} ${word('of')} ${STATEMENTS.length} ${word('statements')}, ${selection.all} ${word('actors')}`;
  byId('notice').replaceChildren(...notices(number).map((text) => element('span', text)));
  byId('arrange').disabled = tableShown || selection.shown.size > ARRANGED || selection.shown.size < 3;
  byId('whole').hidden = !filters.focus;
  byId('compare').setAttribute('aria-pressed', String(held !== undefined));
  refreshCounts();
  drawLegend(selection);
  showOpen();
}

function notices(ties) {
  if (!selection.kept.length) return [STATEMENTS.length ? word('nothing') + blocking().map(word).join(', ') : word('empty')];
  const said = [];
  if (!filters.focus && selection.all > selection.shown.size) said.push(phrase('strongest', { n: selection.shown.size, all: selection.all }));
  if (!tableShown && ties > MOST_TIES) said.push(phrase('ties', { n: MOST_TIES, all: ties }));
  return said;
}

function showOpen() {
  const [kind, key] = [open.slice(0, open.indexOf(':')), open.slice(open.indexOf(':') + 1)];
  if (kind === 'tie' && selection.ties.has(key)) return showTie(selection.ties.get(key));
  if (kind === 'actor' && NODES.has(key)) return showActor(key, selection);
  if (kind === 'review') return showQueue(key);
  return held ? showComparison() : showWelcome();
}

// The address holds what is open, in focus and filtered, so that the back button works and a view can be passed on.
const listed = (set) => [...set].sort().join(',');
// Outlets are named freely, one may have no name: a name with a comma stays one.
const outletsOff = () => (filters.outletOff.size ? JSON.stringify([...filters.outletOff].sort()) : '');
function outletsIn(written) {
  try { return new Set(JSON.parse(written || '[]')); } catch { return new Set(); }
}
function written() {
  const last = Math.max(0, MONTHS.length - 1);
  const state = {
    focus: filters.focus, hops: filters.focus && filters.hops > 1 ? String(filters.hops) : '', open,
    since: filters.since > 0 ? MONTHS[filters.since] : '', until: filters.until < last ? MONTHS[filters.until] : '',
    sure: filters.confidence === DATA.sure ? '' : String(filters.confidence), level: filters.rollup ? 'state' : '', view: tableShown ? 'table' : '',
    off: listed(filters.off), outlet: outletsOff(), sign: listed(filters.signOff), status: listed(filters.statusOff),
  };
  return String(new URLSearchParams(Object.entries(state).filter(([, value]) => value)));
}

// Inside a notebook's frame the page has no address of its own and keeps its state here.
const embedded = location.protocol === 'about:';
let kept = '';
const address = () => (embedded ? kept : location.hash);

// A step that the back button undoes.
function go(change) {
  if ('focus' in change) filters.focus = change.focus;
  if ('hops' in change) filters.hops = change.hops;
  if ('open' in change) open = change.open;
  const hash = written();
  if (embedded) kept = `#${hash}`;
  if (embedded || `#${hash}` === location.hash || (!hash && !location.hash)) return arrive();
  location.hash = hash;
}

// A filter's change replaces the address: twenty moves of a slider are no twenty steps back.
function changed() {
  if (embedded) kept = `#${written()}`;
  else history.replaceState(null, '', `#${written()}`);
  draw();
}

function read() {
  const state = new URLSearchParams(address().slice(1));
  const set = (name) => new Set((state.get(name) ?? '').split(',').filter(Boolean));
  const month = (name, otherwise) => { const at = MONTHS.indexOf(state.get(name)); return at < 0 ? otherwise : at; };
  open = state.get('open') ?? '';
  tableShown = state.get('view') === 'table';
  const sure = Number(state.get('sure') ?? DATA.sure);
  Object.assign(filters, {
    focus: NODES.has(state.get('focus')) ? state.get('focus') : '', hops: state.get('hops') === '2' ? 2 : 1,
    since: month('since', 0), until: month('until', Math.max(0, MONTHS.length - 1)), confidence: sure >= 0 && sure <= 1 ? sure : DATA.sure,
    rollup: state.get('level') === 'state', off: set('off'), outletOff: outletsIn(state.get('outlet')), signOff: set('sign'), statusOff: set('status'),
  });
  return [filters.focus, filters.hops, filters.rollup].join(' ');
}

let place = '';
function arrive() {
  const before = place;
  place = read();
  showView();
  buildFilters(changed);
  draw();
  if (place !== before) { fitAll(); draw(); }
  const actor = open.startsWith('actor:') ? open.slice(6) : '';
  if (tableShown) return;
  const tie = open.startsWith('tie:') ? open.slice(4) : '';
  if (edgeSet.get(tie)) picture.selectEdges([tie]); else picture.selectNodes(selection.shown.has(actor) ? [actor] : []);
}

// An actor from the search: in the middle, in its neighbourhood where the whole does not show it.
function reveal(id) {
  if (!selection.shown.has(id)) return go({ focus: id, hops: 1, open: `actor:${id}` });
  go({ open: `actor:${id}` });
  if (!tableShown) picture.focus(id, { scale: Math.max(picture.getScale(), 1 / zoom), animation: false });
}

function showView() {
  byId('table').hidden = !tableShown;
  byId('network').hidden = tableShown;
  byId('legend').hidden = tableShown;
  byId('view').textContent = word(tableShown ? 'network' : 'table');
}

function speak() {
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll('[data-word]')) part.textContent = word(part.dataset.word);
  byId('language').textContent = word('other');
  byId('theme').textContent = word(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  byId('compare').title = word('compareWhy');
  byId('arrange').title = phrase('arrangeWhy', { n: ARRANGED });
  byId('network').setAttribute('aria-label', word('picture'));
  byId('filters').setAttribute('aria-label', word('filters'));
  byId('panel').setAttribute('aria-label', word('details'));
  byId('results').setAttribute('aria-label', word('results'));
  showView();
  buildFilters(changed);
}

function listen() {
  listenToFilters(changed);
  listenToSearch();
  listenToReview();
  byId('language').addEventListener('click', () => { language = language === 'de' ? 'en' : 'de'; speak(); draw(); });
  byId('theme').addEventListener('click', () => { const root = document.documentElement; root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'; speak(); draw(); });
  byId('view').addEventListener('click', () => { tableShown = !tableShown; go({}); });
  byId('arrange').addEventListener('click', arrange);
  byId('compare').addEventListener('click', hold);
  byId('whole').addEventListener('click', () => go({ focus: '' }));
  window.addEventListener('hashchange', arrive);
}

if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.theme = 'dark';
selection = select();
openPicture();
listen();
speak();
arrive();
// For tests and for the curious in the console: what is shown, and where an edge or node stands on the screen.
globalThis.diplograph = {
  selection: () => selection,
  reviewed: () => saves,
  pointOf: (id) => picture.canvasToDOM(picture.getPosition(id)),
  middleOf: (key) => { const tie = selection.ties.get(key); const [a, b] = [tie.s, tie.o].map((id) => picture.getPosition(id)); return picture.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }); },
};
