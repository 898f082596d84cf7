// The page's data, decoded: statements are rows of numbers into lists of texts, articles and actors (model.py).
const DATA = JSON.parse(document.getElementById('data').textContent);
const NODES = new Map(DATA.nodes.map((node) => [node.id, node]));
const STATEMENTS = decode();

function decode() {
  const at = Object.fromEntries(DATA.columns.map((name, index) => [name, index]));
  const actor = (row, name) => DATA.nodes[row[at[name]]].id;
  const text = (row, name) => DATA.texts[row[at[name]]];
  return DATA.statements.map((row) => {
    const relation = text(row, 'relation');
    const known = DATA.relations[relation];
    const [article, title, url, articleDate, outlet] = DATA.articles[row[at.article]];
    const day = text(row, 'date') || articleDate;
    return {
      id: row[at.id], s: actor(row, 's'), o: actor(row, 'o'), homeS: actor(row, 'home_s'), homeO: actor(row, 'home_o'),
      relation, weight: Math.max(1, Math.abs(known.goldstein)) * row[at.confidence], kind: kindOfSide(known.side),
      polarity: text(row, 'polarity'), status: text(row, 'status'), date: text(row, 'date'), place: text(row, 'place'), source: text(row, 'source'),
      evidence: text(row, 'evidence'), verdict: text(row, 'verdict'), begin: row[at.begin], confidence: row[at.confidence],
      marks: [[row[at.subject_begin], row[at.subject_end], 's'], [row[at.object_begin], row[at.object_end], 'o']],
      article, title, url, articleDate, outlet, month: day.slice(0, 7),
    };
  });
}

function kindOfSide(side) { return side > 0 ? 'friend' : side < 0 ? 'foe' : 'neutral'; }

// What so many acts of alignment and of conflict make of a tie: the limits come with the data (graph/explorer/sides.py).
function kindOfTie(aligned, conflict) {
  const number = aligned + conflict;
  if (number && aligned >= DATA.aligned[number]) return 'aligned';
  if (number && conflict >= DATA.aligned[number]) return 'opposed';
  return number >= DATA.divided ? 'divided' : 'thin';
}
