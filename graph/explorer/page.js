// Brings picture, filters, panel, table and the address together.
const PALETTE = ['#4e79a7', '#d08a3c', '#7b9f5a', '#a8677f', '#5b9aa0', '#8c7aa9', '#b0803e', '#6b7f99', '#9c6b5a', '#7f8f4e'];
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let selection = select();
let open = '';
let tableShown = false;
let picture;
// How many canvas units a screen pixel is when the whole picture is seen: labels stay readable in a large one.
let zoom = 1;
const nodeSet = new vis.DataSet(), edgeSet = new vis.DataSet();

function drawNodes() {
  const ink = style('--ink'), paper = style('--paper');
  const most = Math.max(1, ...selection.strength.values());
  const made = [...selection.shown].map((id) => {
    const node = NODES.get(id);
    const share = Math.sqrt((selection.strength.get(id) ?? 0) / most);
    const colour = PALETTE[node.coalition % PALETTE.length];
    return {
      id, label: nameOf(id), shape: node.shape, x: node.x, y: node.y, size: zoom * (7 + 15 * share),
      color: { background: colour, border: paper, highlight: { background: colour, border: ink } }, borderWidth: 2,
      font: { color: ink, size: zoom * (11 + 6 * share), strokeWidth: 4, strokeColor: paper, face: 'system-ui, sans-serif' },
    };
  });
  nodeSet.clear();
  nodeSet.add(made);
}

function drawEdges() {
  const colours = { friend: style('--friend'), foe: style('--foe'), neutral: style('--neutral') };
  const made = [...selection.ties.values()].map((tie) => {
    const colour = colours[kindOfSign(Math.round(100 * tie.balance))];
    return {
      id: tie.key, from: tie.s, to: tie.o, width: Math.min(9, 1 + 1.1 * Math.sqrt(tie.weight)), dashes: !tie.firm,
      color: { color: colour, highlight: colour, opacity: 0.8 }, arrows: tie.oneWay ? { to: { enabled: true, scaleFactor: 0.5 } } : '',
      label: tie.statements.length > 1 ? String(tie.statements.length) : undefined, font: { size: 11, color: style('--quiet'), strokeColor: style('--paper'), strokeWidth: 3 },
      smooth: { enabled: true, type: 'continuous', roundness: 0.2 },
    };
  });
  edgeSet.clear();
  edgeSet.add(made);
}

function draw() {
  selection = select();
  drawNodes();
  drawEdges();
  if (tableShown) showTable(selection);
  byId('count').textContent = `${selection.kept.length} ${word('of')} ${DATA.statements.length} ${word('statements')}, ${selection.shown.size} ${word('actors')}`;
  const cut = !filters.focus && selection.all > selection.shown.size;
  byId('notice').textContent = selection.kept.length ? (cut ? word('strongest').replace('{n}', selection.shown.size).replace('{all}', selection.all) : '')
    : word('nothing') + blocking().map(word).join(', ');
  refreshCounts();
  drawHistogram();
  showOpen();
}

const opener = { focus: (id) => go({ focus: id }), tie: (key) => go({ open: `tie:${key}` }), actor: (id) => go({ open: `actor:${id}` }) };

function showOpen() {
  const [kind, key] = [open.slice(0, open.indexOf(':')), open.slice(open.indexOf(':') + 1)];
  if (kind === 'tie' && selection.ties.has(key)) return showTie(selection.ties.get(key));
  if (kind === 'actor' && NODES.has(key)) return showActor(key, selection, opener);
  return showWelcome();
}

// The address holds what is open and in focus, so that the back button works and a view can be passed on.
function go(change) {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const [key, value] of Object.entries(change)) if (value) state.set(key, value); else state.delete(key);
  if (`#${state}` === location.hash || (!String(state) && !location.hash)) return arrive();
  location.hash = String(state);
}

function arrive() {
  const state = new URLSearchParams(location.hash.slice(1));
  open = state.get('open') ?? '';
  const focus = NODES.has(state.get('focus')) ? state.get('focus') : '';
  if (focus !== filters.focus) { filters.focus = focus; draw(); picture.fit({ animation: false }); } else showOpen();
}

function checkbox(place, key, text, off, kind) {
  const label = element('label', undefined, kind);
  const box = element('input');
  box.type = 'checkbox';
  box.checked = !off.has(key);
  box.dataset.key = key;
  box.addEventListener('change', () => { if (box.checked) off.delete(key); else off.add(key); draw(); });
  const count = element('span', '', 'n');
  count.dataset.count = key;
  label.append(box, element('span', text), count);
  place.append(label);
}

function buildFilters() {
  for (const id of ['sign', 'status', 'relations']) byId(id).replaceChildren(byId(id).querySelector('legend'));
  for (const sign of SIGNS) checkbox(byId('sign'), sign, word(sign), filters.signOff);
  for (const status of STATUSES) checkbox(byId('status'), status, word(status), filters.statusOff);
  const used = new Set(DATA.statements.map((st) => st.relation));
  const groups = Map.groupBy ? Map.groupBy([...used], (r) => DATA.relations[r].group) : [...used].reduce((m, r) => m.set(DATA.relations[r].group, [...(m.get(DATA.relations[r].group) ?? []), r]), new Map());
  for (const [group, members] of [...groups].sort((a, b) => word(a[0]).localeCompare(word(b[0])))) {
    byId('relations').append(element('h3', word(group)));
    for (const relation of members.sort((a, b) => labelOf(a).localeCompare(labelOf(b)))) checkbox(byId('relations'), relation, labelOf(relation), filters.off);
  }
  for (const id of ['since', 'until']) { byId(id).max = String(Math.max(0, MONTHS.length - 1)); byId(id).value = String(filters[id]); byId(id).setAttribute('aria-label', `${word('time')}: ${id}`); }
  byId('confidence').value = String(filters.confidence);
  byId('confidence').setAttribute('aria-label', word('confidence'));
  byId('rollup').checked = filters.rollup;
}

function refreshCounts() {
  const counts = new Map();
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const st of DATA.statements) {
    if (passes(st, 'sign')) add(kindOfSign(st.sign));
    if (passes(st, 'status')) add(st.status);
    if (passes(st, 'relations')) add(`r:${st.relation}`);
  }
  for (const span of document.querySelectorAll('#sign .n, #status .n')) span.textContent = counts.get(span.dataset.count) ?? 0;
  for (const span of document.querySelectorAll('#relations .n')) span.textContent = counts.get(`r:${span.dataset.count}`) ?? 0;
  byId('period').textContent = MONTHS.length ? `${MONTHS[filters.since]} – ${MONTHS[filters.until]}` : '';
  byId('confidence-value').textContent = filters.confidence.toFixed(2);
}

function drawHistogram() {
  const heights = MONTHS.map((month) => DATA.statements.filter((st) => dayOf(st).startsWith(month) && passes(st, 'time')).length);
  const most = Math.max(1, ...heights);
  byId('histogram').replaceChildren(...heights.map((height, index) => {
    const bar = element('i', undefined, index >= filters.since && index <= filters.until ? 'in' : '');
    bar.style.height = `${Math.round((100 * height) / most)}%`;
    return bar;
  }));
}

function speak() {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = word(place.dataset.word);
  byId('language').textContent = word('other');
  byId('view').textContent = word(tableShown ? 'network' : 'table');
  byId('theme').textContent = word(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  byId('network').setAttribute('aria-label', word('picture'));
  byId('filters').setAttribute('aria-label', 'Filter');
  byId('legend').replaceChildren(element('li', word('friend'), 'friend'), element('li', word('foe'), 'foe'), element('li', word('legend')));
  byId('actors').replaceChildren(...[...NODES.keys()].map((id) => { const option = element('option'); option.value = nameOf(id); return option; }));
  buildFilters();
  draw();
}

function search(text) {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return;
  const fits = (test) => DATA.nodes.find((n) => [n.label, n.label_en, ...n.names].some((name) => test(name.toLocaleLowerCase())));
  const node = fits((name) => name === wanted) ?? fits((name) => name.startsWith(wanted)) ?? fits((name) => name.includes(wanted));
  if (!node) return;
  if (!selection.shown.has(node.id)) return go({ focus: node.id, open: `actor:${node.id}` });
  picture.selectNodes([node.id]);
  picture.focus(node.id, { scale: 1, animation: false });
  go({ open: `actor:${node.id}` });
}

function listen() {
  byId('since').addEventListener('input', (e) => { filters.since = Math.min(Number(e.target.value), filters.until); e.target.value = filters.since; draw(); });
  byId('until').addEventListener('input', (e) => { filters.until = Math.max(Number(e.target.value), filters.since); e.target.value = filters.until; draw(); });
  byId('confidence').addEventListener('input', (e) => { filters.confidence = Number(e.target.value); draw(); });
  byId('rollup').addEventListener('change', (e) => { filters.rollup = e.target.checked; draw(); });
  byId('reset').addEventListener('click', () => { const focus = filters.focus; resetFilters(); filters.focus = focus; buildFilters(); draw(); });
  byId('search').addEventListener('change', (e) => search(e.target.value));
  byId('language').addEventListener('click', () => { language = language === 'de' ? 'en' : 'de'; speak(); });
  byId('theme').addEventListener('click', () => { const root = document.documentElement; root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'; speak(); });
  byId('view').addEventListener('click', () => { tableShown = !tableShown; byId('table').hidden = !tableShown; speak(); });
  window.addEventListener('hashchange', arrive);
  picture.on('click', ({ nodes, edges }) => {
    if (nodes.length) go({ open: `actor:${nodes[0]}` });
    else if (edges.length) go({ open: `tie:${edges[0]}` });
    else go({ open: '' });
  });
}

if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.theme = 'dark';
picture = new vis.Network(byId('network'), { nodes: nodeSet, edges: edgeSet }, {
  physics: false, interaction: { hover: true, tooltipDelay: 1e9, keyboard: { enabled: true, bindToWindow: false } }, layout: { improvedLayout: false },
});
listen();
speak();
picture.fit({ animation: false });
zoom = Math.min(3, Math.max(1, 1 / picture.getScale()));
draw();
arrive();
// For tests and for the curious in the console: what is shown, and where an edge or node stands on the screen.
globalThis.diplograph = {
  selection: () => selection,
  pointOf: (id) => picture.canvasToDOM(picture.getPosition(id)),
  middleOf: (key) => { const tie = selection.ties.get(key); const [a, b] = [tie.s, tie.o].map((id) => picture.getPosition(id)); return picture.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }); },
};
