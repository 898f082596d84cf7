// What is selected: the filters, and the statements, ties and actors that pass them.
const dayOf = (st) => st.date || st.article_date || '';
const MONTHS = [...new Set(DATA.statements.map((st) => dayOf(st).slice(0, 7)).filter((m) => m.length === 7))].sort();
const STATUSES = ['actual', 'planned', 'possible', 'claimed'];
const SIGNS = ['friend', 'foe', 'neutral'];
const MOST = 300;
const filters = {};
const resetFilters = () => Object.assign(filters, {
  since: 0, until: Math.max(0, MONTHS.length - 1), confidence: 0, rollup: false, focus: '',
  off: new Set(), signOff: new Set(), statusOff: new Set(),
});
resetFilters();

// A person's state in the roll-up: what most of its `represents` statements name.
const STATE_OF = new Map();
for (const st of DATA.statements) if (st.relation === 'represents' && !STATE_OF.has(st.s)) STATE_OF.set(st.s, st.o);
const endOf = (id) => (filters.rollup ? STATE_OF.get(id) ?? id : id);

const inPeriod = (st) => {
  if (!MONTHS.length) return true;
  if (filters.since === 0 && filters.until === MONTHS.length - 1) return true;
  const month = dayOf(st).slice(0, 7);
  if (month.length === 4) return month >= MONTHS[filters.since].slice(0, 4) && month <= MONTHS[filters.until].slice(0, 4);
  return month >= MONTHS[filters.since] && month <= MONTHS[filters.until];
};
const TESTS = {
  time: inPeriod,
  sign: (st) => !filters.signOff.has(kindOfSign(st.sign)),
  status: (st) => !filters.statusOff.has(st.status),
  confidence: (st) => st.confidence >= filters.confidence,
  relations: (st) => !filters.off.has(st.relation),
};
const passes = (st, except) => Object.entries(TESTS).every(([name, test]) => name === except || test(st));
const weightOf = (st) => Math.max(1, Math.abs(st.goldstein)) * st.confidence;

function select() {
  const kept = [];
  for (const st of DATA.statements) {
    const s = endOf(st.s), o = endOf(st.o);
    if (s !== o && passes(st)) kept.push({ st, s, o });
  }
  const strength = new Map();
  for (const { st, s, o } of kept) for (const end of [s, o]) strength.set(end, (strength.get(end) ?? 0) + weightOf(st));
  let shown = new Set(strength.keys());
  if (filters.focus) {
    const centre = endOf(filters.focus);
    shown = new Set([centre]);
    for (const { s, o } of kept) { if (s === centre) shown.add(o); if (o === centre) shown.add(s); }
  } else if (shown.size > MOST) {
    shown = new Set([...strength].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST).map(([id]) => id));
  }
  const ties = new Map();
  for (const { st, s, o } of kept) {
    if (!shown.has(s) || !shown.has(o)) continue;
    const key = s < o ? `${s} ${o}` : `${o} ${s}`;
    if (!ties.has(key)) ties.set(key, { key, s, o, statements: [], balance: 0, weight: 0, firm: false, oneWay: true });
    const tie = ties.get(key);
    tie.statements.push(st);
    tie.weight += weightOf(st);
    tie.balance += (st.polarity === 'negated' ? 0 : st.sign) * weightOf(st);
    tie.firm ||= st.status === 'actual' && st.polarity === 'affirmed';
    tie.oneWay &&= s === tie.s;
  }
  return { kept, shown, ties, strength, all: strength.size };
}

// Which single filter keeps everything out, for the message when nothing matches.
const blocking = () => Object.keys(TESTS).filter((name) => DATA.statements.some((st) => passes(st, name)));
