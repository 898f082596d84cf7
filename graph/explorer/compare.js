// Two selections side by side: what was held when the button was pressed, and what is selected now.
let held;

function hold() {
  held = held ? undefined : { name: nameOfSelection(), ties: selection.ties };
  draw();
}

// A selection by what sets two of them apart: its period, and its outlets where some are left out.
function nameOfSelection() {
  const kept = OUTLETS.filter((outlet) => !filters.outletOff.has(outlet)).map((outlet) => outlet || word('unnamed'));
  const some = kept.length < OUTLETS.length ? `${kept.slice(0, 3).join(', ')}${kept.length > 3 ? ' …' : ''}` : '';
  return [byId('period').textContent, some].filter(Boolean).join(', ');
}

const isSure = (tie) => tie !== undefined && (tie.kind === 'aligned' || tie.kind === 'opposed');

// Ties that are sure in one alone, or turned (graph/analysis/comparison.py says the same of two networks).
function differing(first, second) {
  const found = { turned: [], gained: [], lost: [] };
  for (const key of [...new Set([...first.keys(), ...second.keys()])].sort()) {
    const [one, other] = [first.get(key), second.get(key)];
    if (isSure(one) && isSure(other)) { if (one.kind !== other.kind) found.turned.push([one, other]); }
    else if (isSure(other)) found.gained.push([one, other]);
    else if (isSure(one)) found.lost.push([one, other]);
  }
  return found;
}

const counted = (tie) => (tie ? `${word(tie.kind)} ${tie.aligned} : ${tie.conflict}` : word('unwritten'));

function showComparison() {
  clearPanel();
  const head = element('div', undefined, 'heading');
  head.append(element('h2', word('comparison')));
  panel.append(head, element('p', phrase('compared', { first: held.name, second: nameOfSelection() }), 'meta'));
  const found = differing(held.ties, selection.ties);
  for (const [change, rows] of Object.entries(found)) {
    panel.append(element('h3', `${word(change)} (${rows.length})`));
    const list = element('ul');
    for (const [one, other] of rows) {
      const { key, s, o } = other ?? one;
      const item = element('li');
      const ends = `${nameOf(s)} – ${nameOf(o)}`;
      item.append(selection.ties.has(key) ? button(ends, () => go({ open: `tie:${key}` }), 'link') : element('span', ends), element('span', ` ${counted(one)} → ${counted(other)}`, 'meta'));
      list.append(item);
    }
    panel.append(list);
  }
}
