// What is selected: the filters, and the statements, ties and actors that pass them.
const STATUSES = ['actual', 'planned', 'possible', 'claimed'];
const SIGNS = ['friend', 'foe', 'neutral'];
const KINDS = ['aligned', 'opposed', 'divided', 'thin'];
const RELATIONS = [...new Set(STATEMENTS.map((st) => st.relation))];
const OUTLETS = [...new Set(STATEMENTS.map((st) => st.outlet))].sort();
const MONTHS = monthsBetween(STATEMENTS.map((st) => st.month).filter((month) => month.length === 7));
// A picture of more actors or ties is a hairball: the strongest are shown, and the page says so.
const MOST_ACTORS = 300;
const MOST_TIES = 700;
const filters = {};
const resetFilters = () => Object.assign(filters, {
  since: 0, until: Math.max(0, MONTHS.length - 1), confidence: DATA.sure, rollup: false, off: new Set(), signOff: new Set(), statusOff: new Set(), outletOff: new Set(),
});
resetFilters();
Object.assign(filters, { focus: '', hops: 1 });

// How much each actor weighs in all statements, and so how large it is drawn: what filters leave out makes nobody smaller, for
// else every name would be laid out anew at every click.
const WEIGHT = { actor: weighed((st) => [st.s, st.o]), state: weighed((st) => [st.homeS, st.homeO]) };
function weighed(ends) {
  const sums = new Map();
  for (const st of STATEMENTS) {
    const [s, o] = ends(st);
    if (s !== o) for (const end of [s, o]) sums.set(end, (sums.get(end) ?? 0) + st.weight);
  }
  let most = 1;
  for (const sum of sums.values()) most = Math.max(most, sum);
  return (id) => Math.sqrt((sums.get(id) ?? 0) / most);
}

// Every month from the first to the last, so that the histogram shows silence as silence.
function monthsBetween(known) {
  if (!known.length) return [];
  const sorted = [...new Set(known)].sort();
  const months = [];
  let [year, month] = sorted[0].split('-').map(Number);
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    months.push(text);
    if (text >= sorted.at(-1) || months.length > 2400) return months;
    if (month === 12) { year += 1; month = 1; } else month += 1;
  }
}

// Whether a statement passes all filters, or all but one.
function test() {
  const whole = !MONTHS.length || (filters.since === 0 && filters.until === MONTHS.length - 1);
  const [since, until] = [MONTHS[filters.since] ?? '', MONTHS[filters.until] ?? ''];
  const inPeriod = ({ month }) => whole || (month.length === 4 ? month >= since.slice(0, 4) && month <= until.slice(0, 4) : month >= since && month <= until);
  const { signOff, statusOff, outletOff, off, confidence } = filters;
  return (st, except) => (except === 'time' || inPeriod(st)) && (except === 'sign' || !signOff.has(st.kind)) && (except === 'status' || !statusOff.has(st.status))
    && (except === 'outlets' || !outletOff.has(st.outlet)) && (except === 'confidence' || st.confidence >= confidence) && (except === 'relations' || !off.has(st.relation));
}

function select() {
  const passes = test();
  const kept = [];
  const passed = new Set();
  for (const st of STATEMENTS) {
    if (!passes(st)) continue;
    const [s, o] = filters.rollup ? [st.homeS, st.homeO] : [st.s, st.o];
    passed.add(st);
    if (s !== o) kept.push({ st, s, o });
  }
  const strength = new Map();
  for (const { st, s, o } of kept) for (const end of [s, o]) strength.set(end, (strength.get(end) ?? 0) + st.weight);
  const shown = shownActors(kept, strength);
  const ties = new Map();
  for (const { st, s, o } of kept) {
    if (!shown.has(s) || !shown.has(o)) continue;
    const key = s < o ? `${s} ${o}` : `${o} ${s}`;
    let tie = ties.get(key);
    if (!tie) ties.set(key, tie = { key, s, o, statements: [], aligned: 0, conflict: 0, contacts: 0, reports: new Set(), weight: 0, firm: false, oneWay: true });
    tie.statements.push(st);
    tie.weight += st.weight;
    tie.firm ||= st.status === 'actual' && st.polarity === 'affirmed';
    tie.oneWay &&= s === tie.s;
  }
  for (const [a, b, side, ...numbers] of DATA.acts[filters.rollup ? 'state' : 'actor']) {
    const [s, o] = [DATA.nodes[a].id, DATA.nodes[b].id];
    const tie = ties.get(s < o ? `${s} ${o}` : `${o} ${s}`);
    const behind = numbers.map((number) => STATEMENTS[number]).filter((st) => passed.has(st));
    if (!tie || !behind.length) continue;
    tie[side > 0 ? 'aligned' : side < 0 ? 'conflict' : 'contacts'] += 1;
    for (const st of behind) tie.reports.add(st.article);
  }
  for (const tie of ties.values()) tie.kind = kindOfTie(tie.aligned, tie.conflict);
  return { kept, shown, ties, strength, all: strength.size };
}

function shownActors(kept, strength) {
  if (!filters.focus) return new Set(strongest(strength, [...strength.keys()]));
  let reached = new Set([filters.focus]);
  for (let step = 0; step < filters.hops; step += 1) {
    const next = new Set(reached);
    for (const { s, o } of kept) { if (reached.has(s)) next.add(o); if (reached.has(o)) next.add(s); }
    reached = next;
  }
  return new Set([filters.focus, ...strongest(strength, [...reached])]);
}

function strongest(strength, actors) {
  if (actors.length <= MOST_ACTORS) return actors;
  const weight = (id) => strength.get(id) ?? 0;
  return actors.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, MOST_ACTORS);
}

// Which single filter keeps everything out, for the message when nothing matches.
function blocking() {
  const passes = test();
  const alone = ['time', 'sign', 'status', 'confidence', 'outlets', 'relations'].filter((name) => STATEMENTS.some((st) => passes(st, name)));
  return alone.length ? alone : ['reset'];
}
