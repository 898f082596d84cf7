// The picture: actors and ties on vis-network's canvas.
// Colours that differ for common colour blindness (Okabe and Ito 2008, darkened for paper, and neighbours of them).
const PALETTE = ['#2f6fa8', '#c77c11', '#1b8a6b', '#a8588a', '#4d9fc9', '#b5501c', '#7a6fb0', '#7d7a2c', '#5f7580', '#9a6a4f'];
const ALONE = '#9a9a94';
const colourOf = (camp) => (camp < 0 ? ALONE : PALETTE[camp % PALETTE.length]);
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
// For how many actors springs are worth waiting for.
const ARRANGED = 150;
const CROWD = 120;
const LEGIBLE = 8;
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
let picture;
// How many canvas units a screen pixel is when the whole picture is seen: labels stay readable in a large one.
let zoom = 1;

// vis builds every line and label anew that it is given: it only gets what is new or looks different.
const looks = new Map();
function renew(set, made) {
  const ids = new Set(made.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  const before = looks.get(set) ?? new Map();
  const after = new Map(made.map((one) => [one.id, JSON.stringify(one)]));
  looks.set(set, after);
  set.update(made.filter(({ id }) => before.get(id) !== after.get(id)));
}

function drawNodes(selection) {
  const [ink, paper] = [style('--ink'), style('--paper')];
  const share = filters.rollup ? WEIGHT.state : WEIGHT.actor;
  // In a crowd the names of the lesser come with zooming in (vis leaves out letters below LEGIBLE pixels).
  const letters = selection.shown.size > CROWD ? (part) => 5.5 + 13 * part : (part) => 10 + 8 * part;
  const made = [...selection.shown].map((id) => {
    const node = NODES.get(id);
    const part = share(id);
    const colour = colourOf(node.camp);
    return {
      id, label: shortened(nameOf(id), 36), shape: node.shape, x: node.x, y: node.y, size: zoom * (7 + 15 * part),
      color: { background: colour, border: paper, highlight: { background: colour, border: ink }, hover: { background: colour, border: ink } }, borderWidth: 2,
      font: { color: ink, size: zoom * letters(part), strokeWidth: 4, strokeColor: paper, face: 'system-ui, sans-serif' },
    };
  });
  renew(nodeSet, made);
}

// Returns how many ties there are; the strongest are drawn.
function drawEdges(selection) {
  const colours = { aligned: style('--friend'), opposed: style('--foe'), divided: style('--divided'), thin: style('--neutral') };
  const [quiet, paper] = [style('--quiet'), style('--paper')];
  let ties = [...selection.ties.values()];
  const number = ties.length;
  if (number > MOST_TIES) ties = ties.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).slice(0, MOST_TIES);
  // Curves cost a frame's time by the hundred, and show nothing where lines are many.
  const smooth = ties.length > 250 ? false : { enabled: true, type: 'continuous', roundness: 0.2 };
  const made = ties.map((tie) => {
    const colour = colours[tie.kind];
    return {
      id: tie.key, from: tie.s, to: tie.o, width: zoom * Math.min(8, 0.9 + 0.9 * Math.sqrt(tie.weight)), dashes: !tie.firm, smooth,
      color: { color: colour, highlight: colour, hover: colour, opacity: 0.75 },
      arrows: tie.oneWay && ties.length <= 250 ? { to: { enabled: true, scaleFactor: 0.5 } } : '',
      label: tie.statements.length > 1 && ties.length <= 250 ? String(tie.statements.length) : undefined,
      font: { size: zoom * 11, color: quiet, strokeColor: paper, strokeWidth: 3 },
    };
  });
  renew(edgeSet, made);
  return number;
}

// Springs for the actors shown, on request only; they stop by themselves.
function arrange() {
  picture.setOptions({ physics: { enabled: true, stabilization: false, solver: 'barnesHut', barnesHut: { springLength: 140 * zoom, avoidOverlap: 0.4 } } });
  picture.once('stabilized', () => picture.setOptions({ physics: false }));
  setTimeout(() => picture.setOptions({ physics: false }), 4000);
}

function fitAll() {
  picture.fit({ animation: false });
  // vis leaves a wide margin for labels.
  picture.moveTo({ scale: 1.06 * picture.getScale(), animation: false });
  zoom = Math.min(10, Math.max(1, 0.85 / picture.getScale()));
}

function openPicture() {
  picture = new vis.Network(byId('network'), { nodes: nodeSet, edges: edgeSet }, {
    physics: false, layout: { improvedLayout: false }, nodes: { scaling: { label: { drawThreshold: LEGIBLE } } },
    interaction: { hover: true, tooltipDelay: 1e9, hideEdgesOnDrag: true, hideEdgesOnZoom: true, keyboard: { enabled: true, bindToWindow: false } },
  });
  picture.on('click', ({ nodes, edges }) => {
    if (nodes.length) go({ open: `actor:${nodes[0]}` });
    else if (edges.length) go({ open: `tie:${edges[0]}` });
    else go({ open: '' });
  });
  picture.on('doubleClick', ({ nodes }) => { if (nodes.length) go({ focus: nodes[0], open: `actor:${nodes[0]}` }); });
}

// The legend: what shapes and lines mean, and the largest camps shown.
function drawLegend(selection) {
  const items = [];
  for (const [shape, key] of [['circle', 'Person'], ['square', 'State'], ['rhombus', 'Organisation'], ['triangle', 'Group']]) items.push(sign(`shape ${shape}`, word(key)));
  for (const kind of KINDS) items.push(sign(`line ${kind}`, word(kind)));
  items.push(sign('line dashed', word('dashed')));
  const sizes = new Map();
  for (const id of selection.shown) sizes.set(NODES.get(id).camp, (sizes.get(NODES.get(id).camp) ?? 0) + 1);
  const largest = [...sizes].filter(([camp]) => camp >= 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 5);
  for (const [camp] of largest) {
    const { size, aligned, articles } = DATA.camps[camp];
    const item = sign('shape circle', `${word('camp')} ${shortened(DATA.camps[camp][language], 48)} (${size})`);
    item.title = phrase('campWhy', { n: aligned, articles, sure: DATA.sure });
    item.firstChild.style.background = colourOf(camp);
    items.push(item);
  }
  byId('legend').replaceChildren(...items);
}

function sign(kind, text) {
  const item = element('li');
  item.append(element('i', undefined, kind), element('span', text));
  return item;
}
