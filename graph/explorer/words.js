// The page's own words in both languages.
const WORDS = {
  de: {
    search: 'Akteur suchen', time: 'Zeitraum', sign: 'Vorzeichen', status: 'Status', confidence: 'Mindestens sicher', level: 'Ebene',
    rollup: 'Personen zu Staaten', relations: 'Beziehungen', reset: 'Alle Filter zurücksetzen', table: 'Tabelle', network: 'Netz',
    other: 'English', dark: 'Dunkel', light: 'Hell', statements: 'Aussagen', actors: 'Akteure', of: 'von',
    friend: 'kooperativ', foe: 'konfliktiv', neutral: 'neutral', actual: 'tatsächlich', planned: 'geplant', possible: 'möglich', claimed: 'behauptet',
    negated: 'verneint', source: 'laut', sure: 'sicher', friends: 'Stärkste Partner', foes: 'Stärkste Gegner', offices: 'Ämter', all: 'Alle Aussagen',
    coalition: 'Koalition', focus: 'Nachbarschaft zeigen', whole: 'Ganzes Netz', csv: 'Als CSV speichern', today: 'heute',
    nothing: 'Nichts passt. Lockern Sie: ', strongest: 'Gezeigt werden die stärksten {n} von {all} Akteuren; die übrigen über Suche und Nachbarschaft.',
    welcome: 'Eine Kante anklicken, um die Sätze dahinter zu lesen; einen Akteur, um seine Beziehungen zu sehen.', legend: 'Kreis: Person, Quadrat: Staat, Raute: Organisation, Dreieck: Gruppe; gestrichelt: nur geplant, möglich oder behauptet',
    Person: 'Person', State: 'Staat', Organisation: 'Organisation', Group: 'Gruppe', subject: 'Subjekt', relation: 'Beziehung', object: 'Objekt', date: 'Datum', sentence: 'Satz', article: 'Artikel',
    consult: 'Gespräche', request: 'Bitten', office: 'Ämter und Mitgliedschaft', support: 'Unterstützung', agree: 'Einigung', cooperate: 'Zusammenarbeit', aid: 'Hilfe', mobilize: 'Truppen', concede: 'Nachgeben',
    threaten: 'Drohung', accuse: 'Kritik', reject: 'Ablehnung', sanction: 'Sanktionen', coerce: 'Zwang', assault: 'Gewalt', picture: 'Netz der Akteure',
  },
  en: {
    search: 'Find an actor', time: 'Period', sign: 'Sign', status: 'Status', confidence: 'At least this sure', level: 'Level',
    rollup: 'Persons to states', relations: 'Relations', reset: 'Reset all filters', table: 'Table', network: 'Network',
    other: 'Deutsch', dark: 'Dark', light: 'Light', statements: 'statements', actors: 'actors', of: 'of',
    friend: 'cooperative', foe: 'conflictual', neutral: 'neutral', actual: 'actual', planned: 'planned', possible: 'possible', claimed: 'claimed',
    negated: 'negated', source: 'according to', sure: 'sure', friends: 'Strongest partners', foes: 'Strongest opponents', offices: 'Offices', all: 'All statements',
    coalition: 'Coalition', focus: 'Show neighbourhood', whole: 'Whole network', csv: 'Save as CSV', today: 'today',
    nothing: 'Nothing matches. Loosen: ', strongest: 'Shown are the strongest {n} of {all} actors; search and neighbourhoods bring the rest.',
    welcome: 'Click an edge to read the sentences behind it, or an actor to see its relations.', legend: 'circle: person, square: state, diamond: organisation, triangle: group; dashed: only planned, possible or claimed',
    Person: 'person', State: 'state', Organisation: 'organisation', Group: 'group', subject: 'Subject', relation: 'Relation', object: 'Object', date: 'Date', sentence: 'Sentence', article: 'Article',
    consult: 'Talks', request: 'Requests', office: 'Offices and membership', support: 'Support', agree: 'Agreement', cooperate: 'Cooperation', aid: 'Aid', mobilize: 'Forces', concede: 'Concession',
    threaten: 'Threat', accuse: 'Criticism', reject: 'Rejection', sanction: 'Sanctions', coerce: 'Coercion', assault: 'Violence', picture: 'Network of actors',
  },
};
const DATA = JSON.parse(document.getElementById('data').textContent);
let language = DATA.language === 'en' ? 'en' : 'de';
const word = (key) => WORDS[language][key] ?? key;
const byId = (id) => document.getElementById(id);
// Article text is hostile: it only ever becomes a text node.
const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
};
const NODES = new Map(DATA.nodes.map((node) => [node.id, node]));
const nameOf = (id) => { const node = NODES.get(id); return node ? (language === 'en' ? node.label_en : node.label) : id; };
const labelOf = (relation) => DATA.relations[relation][language];
const kindOfSign = (sign) => (sign > 0 ? 'friend' : sign < 0 ? 'foe' : 'neutral');
