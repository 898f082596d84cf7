// The search box: an editable combobox with a list (WAI-ARIA Authoring Practices 1.2), by keyboard and mouse.
const RESULTS = 8;
let results = [];
let chosen = -1;

// Actors by name, other spellings too: the whole name first, then beginnings, beginnings of words, and parts.
function find(text) {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return [];
  const ranked = [];
  for (const node of DATA.nodes) {
    let best = 9;
    for (const spelling of [...Object.values(node.labels), ...node.names]) {
      const name = spelling.toLocaleLowerCase();
      const at = name.indexOf(wanted);
      if (at < 0) continue;
      best = Math.min(best, name === wanted ? 0 : at === 0 ? 1 : /[\s-]/.test(name[at - 1]) ? 2 : 3);
    }
    if (best < 9) ranked.push([best, -(selection.strength.get(node.id) ?? 0), node.id]);
  }
  return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)).slice(0, RESULTS).map(([, , id]) => id);
}

function showResults(open) {
  const [box, list] = [byId('search'), byId('results')];
  const shown = box.value.trim() !== '' && open;
  list.replaceChildren(...results.map((id, index) => {
    const option = element('li', shortened(nameOf(id), 80));
    option.id = `result-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(index === chosen));
    option.append(element('span', word(NODES.get(id).kind), 'meta'));
    option.addEventListener('mousedown', (e) => { e.preventDefault(); take(id); });
    return option;
  }));
  if (shown && !results.length) {
    const none = element('li', word('noActor'), 'meta');
    none.setAttribute('role', 'option');
    none.setAttribute('aria-disabled', 'true');
    list.append(none);
  }
  list.hidden = !shown;
  box.setAttribute('aria-expanded', String(shown));
  if (shown && chosen >= 0) box.setAttribute('aria-activedescendant', `result-${chosen}`); else box.removeAttribute('aria-activedescendant');
}

function take(id) {
  byId('search').value = nameOf(id);
  results = [];
  chosen = -1;
  showResults(false);
  reveal(id);
}

function listenToSearch() {
  const box = byId('search');
  box.addEventListener('input', () => { results = find(box.value); chosen = results.length ? 0 : -1; showResults(true); });
  box.addEventListener('blur', () => showResults(false));
  box.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (!results.length) results = find(box.value);
      const step = e.key === 'ArrowDown' ? 1 : -1;
      if (results.length) chosen = (chosen + step + results.length) % results.length;
      showResults(true);
    } else if (e.key === 'Enter') {
      if (!results.length) results = find(box.value);
      if (results.length) take(results[Math.max(0, chosen)]);
    } else if (e.key === 'Escape') { box.value = ''; results = []; showResults(false); }
  });
  // "/" goes to the search from anywhere outside a field, as on many sites.
  document.addEventListener('keydown', (e) => { if (e.key === '/' && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { e.preventDefault(); box.focus(); } });
}
