// The filters on the left: their controls, the counts beside them, and the histogram under the period.
function checkbox(place, key, text, off, change) {
  const label = element('label');
  const box = element('input');
  box.type = 'checkbox';
  box.checked = !off.has(key);
  box.dataset.key = key;
  box.addEventListener('change', () => { if (box.checked) off.delete(key); else off.add(key); change(); });
  const count = element('span', '', 'n');
  count.dataset.count = key;
  label.append(box, element('span', text), count);
  place.append(label);
}

function buildFilters(change) {
  for (const id of ['sign', 'status', 'outlets', 'relations']) byId(id).replaceChildren(byId(id).querySelector('legend'));
  for (const sign of SIGNS) checkbox(byId('sign'), sign, word(sign), filters.signOff, change);
  for (const status of STATUSES) checkbox(byId('status'), status, word(status), filters.statusOff, change);
  // One outlet, or none that is named, leaves nothing to choose.
  byId('outlets').hidden = OUTLETS.length < 2;
  for (const outlet of OUTLETS) checkbox(byId('outlets'), outlet, outlet || word('unnamed'), filters.outletOff, change);
  const groups = new Map();
  for (const relation of RELATIONS) {
    const { group } = DATA.relations[relation];
    groups.set(group, [...(groups.get(group) ?? []), relation]);
  }
  for (const [group, members] of [...groups].sort((a, b) => word(a[0]).localeCompare(word(b[0])))) byId('relations').append(relationGroup(group, members, change));
  for (const id of ['since', 'until']) {
    byId(id).max = String(Math.max(0, MONTHS.length - 1));
    byId(id).value = String(filters[id]);
    byId(id).disabled = MONTHS.length < 2;
    byId(id).setAttribute('aria-label', `${word('time')} ${word(id === 'since' ? 'from' : 'to')}`);
  }
  byId('confidence').value = String(filters.confidence);
  byId('confidence').setAttribute('aria-label', word('confidence'));
  byId('rollup').checked = filters.rollup;
}

// A group of relations with one box for all of them, half checked where some are off.
function relationGroup(group, members, change) {
  const place = element('details');
  place.open = true;
  const head = element('summary');
  const all = element('input');
  all.type = 'checkbox';
  all.dataset.group = group;
  all.setAttribute('aria-label', word(group));
  const off = members.filter((relation) => filters.off.has(relation)).length;
  all.checked = !off;
  all.indeterminate = off > 0 && off < members.length;
  all.addEventListener('change', () => {
    for (const relation of members) if (all.checked) filters.off.delete(relation); else filters.off.add(relation);
    buildFilters(change);
    change();
  });
  const count = element('span', '', 'n');
  count.dataset.group = group;
  head.append(element('span', word(group)), count);
  place.append(head);
  const row = element('div', undefined, 'group');
  row.append(all);
  const list = element('div');
  for (const relation of [...members].sort((a, b) => labelOf(a).localeCompare(labelOf(b)))) {
    checkbox(list, relation, labelOf(relation), filters.off, () => {
      const out = members.filter((one) => filters.off.has(one)).length;
      all.checked = !out;
      all.indeterminate = out > 0 && out < members.length;
      change();
    });
  }
  row.append(list);
  place.append(row);
  return place;
}

// Beside each choice, how many statements it would keep, the other filters being as they are.
function refreshCounts() {
  const passes = test();
  const counts = new Map();
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const heights = new Map();
  let unsure = 0;
  for (const st of STATEMENTS) {
    if (passes(st, 'sign')) add(st.kind);
    if (passes(st, 'status')) add(st.status);
    if (passes(st, 'outlets')) add(`o:${st.outlet}`);
    if (passes(st, 'relations')) { add(`r:${st.relation}`); add(`g:${DATA.relations[st.relation].group}`); }
    if (st.confidence < filters.confidence && passes(st, 'confidence')) unsure += 1;
    if (passes(st, 'time')) heights.set(st.month, (heights.get(st.month) ?? 0) + 1);
  }
  for (const span of document.querySelectorAll('#sign .n, #status .n')) span.textContent = counts.get(span.dataset.count) ?? 0;
  for (const span of document.querySelectorAll('#outlets .n')) span.textContent = counts.get(`o:${span.dataset.count}`) ?? 0;
  for (const span of document.querySelectorAll('#relations label .n')) span.textContent = counts.get(`r:${span.dataset.count}`) ?? 0;
  for (const span of document.querySelectorAll('#relations summary .n')) span.textContent = counts.get(`g:${span.dataset.group}`) ?? 0;
  byId('period').textContent = MONTHS.length ? `${MONTHS[filters.since]} – ${MONTHS[filters.until]}` : '';
  const hidden = unsure ? ` · ${phrase('hiddenUnsure', { n: unsure })}` : '';
  byId('confidence-value').textContent = `${filters.confidence.toFixed(2)}${hidden}`;
  drawHistogram(heights);
}

function drawHistogram(heights) {
  const most = Math.max(1, ...MONTHS.map((month) => heights.get(month) ?? 0));
  byId('histogram').replaceChildren(...MONTHS.map((month, index) => {
    const bar = element('i', undefined, index >= filters.since && index <= filters.until ? 'in' : '');
    const count = heights.get(month) ?? 0;
    bar.style.height = count ? `${Math.max(6, Math.round((100 * count) / most))}%` : '0';
    bar.title = `${month}: ${count} ${word('statements')}`;
    return bar;
  }));
}

function listenToFilters(change) {
  byId('since').addEventListener('input', (e) => { filters.since = Math.min(Number(e.target.value), filters.until); e.target.value = filters.since; change(); });
  byId('until').addEventListener('input', (e) => { filters.until = Math.max(Number(e.target.value), filters.since); e.target.value = filters.until; change(); });
  byId('confidence').addEventListener('input', (e) => { filters.confidence = Number(e.target.value); change(); });
  byId('rollup').addEventListener('change', (e) => { filters.rollup = e.target.checked; change(); fitAll(); change(); });
  byId('reset').addEventListener('click', () => { resetFilters(); buildFilters(change); change(); });
}
