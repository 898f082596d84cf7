// The page's own words in both languages.
const WORDS = {
  de: {
    search: 'Akteur suchen', time: 'Zeitraum', sign: 'Art der Tat', status: 'Status', confidence: 'Mindestens sicher', level: 'Ebene', outlets: 'Medien', unnamed: 'ohne Angabe',
    rollup: 'Personen zu Staaten', relations: 'Beziehungen', reset: 'Alle Filter zurücksetzen', table: 'Tabelle', network: 'Netz',
    other: 'English', dark: 'Dunkel', light: 'Hell', statements: 'Aussagen', statement: 'Aussage', actors: 'Akteure', of: 'von',
    friend: 'Seite an Seite', foe: 'Gegeneinander', neutral: 'Gespräch und Übriges', aligned: 'auf einer Seite', opposed: 'gegeneinander', divided: 'geteilt', thin: 'dünn belegt', actual: 'tatsächlich', planned: 'geplant', possible: 'möglich', claimed: 'behauptet',
    negated: 'verneint', source: 'laut', sure: 'sicher', hiddenUnsure: '{n} weniger sichere ausgeblendet', offices: 'Ämter', all: 'Alle Aussagen',
    camp: 'Lager', campWhy: 'aus {n} Taten Seite an Seite in {articles} Artikeln, gerechnet über die mindestens zu {sure} sicheren Aussagen dieser Seite', share: 'in {n} % der Stichproben', between: 'zwischen den Lagern, am nächsten: {camp} ({n} %)', tieCounts: '{kind}: {aligned} Taten Seite an Seite, {conflict} gegeneinander, {contacts} Gespräche in {articles} Artikeln', focus: 'Nachbarschaft zeigen', whole: 'Ganzes Netz', csv: 'Als CSV speichern', today: 'heute',
    nothing: 'Nichts passt. Lockern Sie: ', empty: 'Der Graph hat keine Aussagen.', strongest: 'Gezeigt werden die stärksten {n} von {all} Akteuren; die übrigen findet die Suche.',
    welcome: 'Eine Kante anklicken, um die Sätze dahinter zu lesen; einen Akteur, um seine Beziehungen zu sehen.',
    Person: 'Person', State: 'Staat', Organisation: 'Organisation', Group: 'Gruppe', subject: 'Subjekt', relation: 'Beziehung', object: 'Objekt', date: 'Datum', sentence: 'Satz', article: 'Artikel',
    consult: 'Gespräche', request: 'Bitten', office: 'Ämter und Mitgliedschaft', support: 'Unterstützung', agree: 'Einigung', cooperate: 'Zusammenarbeit', aid: 'Hilfe', mobilize: 'Truppen', concede: 'Nachgeben',
    threaten: 'Drohung', accuse: 'Kritik', reject: 'Ablehnung', sanction: 'Sanktionen', coerce: 'Zwang', assault: 'Gewalt', picture: 'Netz der Akteure; die Tabelle zeigt dasselbe als Text',
    sureness: 'Sicherheit', one: 'Direkte Nachbarn', two: 'Zwei Schritte', arrange: 'Anordnen', compare: 'Vergleichen', compareWhy: 'Hält die jetzige Auswahl fest und stellt ihr jede weitere gegenüber; noch einmal beendet den Vergleich', comparison: 'Vergleich', compared: 'Festgehalten: {first}. Jetzt: {second}.', turned: 'Gewendet', gained: 'Hinzugekommen', lost: 'Weggefallen', unwritten: 'nichts geschrieben', arrangeWhy: 'Lässt die gezeigten Akteure sich neu ordnen (bis {n})', more: '{n} weitere zeigen', from: 'von', to: 'bis', filters: 'Filter', details: 'Einzelheiten', results: 'Treffer', noActor: 'Kein Akteur heißt so', ties: 'Gezeigt werden die stärksten {n} von {all} Beziehungen.', circle: 'Person', square: 'Staat', rhombus: 'Organisation', triangle: 'Gruppe', dashed: 'nur geplant, möglich oder behauptet', clear: 'Schließen', rows: 'Gezeigt werden {n} von {all} Zeilen; die CSV-Datei hat alle.',
  },
  en: {
    search: 'Find an actor', time: 'Period', sign: 'Kind of act', status: 'Status', confidence: 'At least this sure', level: 'Level', outlets: 'Outlets', unnamed: 'not named',
    rollup: 'Persons to states', relations: 'Relations', reset: 'Reset all filters', table: 'Table', network: 'Network',
    other: 'Deutsch', dark: 'Dark', light: 'Light', statements: 'statements', statement: 'statement', actors: 'actors', of: 'of',
    friend: 'Alignment', foe: 'Conflict', neutral: 'Talk and others', aligned: 'aligned', opposed: 'opposed', divided: 'divided', thin: 'thin', actual: 'actual', planned: 'planned', possible: 'possible', claimed: 'claimed',
    negated: 'negated', source: 'according to', sure: 'sure', hiddenUnsure: '{n} less sure hidden', offices: 'Offices', all: 'All statements',
    camp: 'Camp', campWhy: 'by {n} acts of alignment in {articles} articles, computed over the statements of this page that are at least {sure} sure', share: 'in {n} % of the resamples', between: 'between the camps, nearest: {camp} ({n} %)', tieCounts: '{kind}: {aligned} acts of alignment, {conflict} of conflict, {contacts} of talk in {articles} articles', focus: 'Show neighbourhood', whole: 'Whole network', csv: 'Save as CSV', today: 'today',
    nothing: 'Nothing matches. Loosen: ', empty: 'The graph has no statements.', strongest: 'Shown are the strongest {n} of {all} actors; search finds the rest.',
    welcome: 'Click an edge to read the sentences behind it, or an actor to see its relations.',
    Person: 'person', State: 'state', Organisation: 'organisation', Group: 'group', subject: 'Subject', relation: 'Relation', object: 'Object', date: 'Date', sentence: 'Sentence', article: 'Article',
    consult: 'Talks', request: 'Requests', office: 'Offices and membership', support: 'Support', agree: 'Agreement', cooperate: 'Cooperation', aid: 'Aid', mobilize: 'Forces', concede: 'Concession',
    threaten: 'Threat', accuse: 'Criticism', reject: 'Rejection', sanction: 'Sanctions', coerce: 'Coercion', assault: 'Violence', picture: 'Network of actors; the table shows the same as text',
    sureness: 'Confidence', one: 'Direct neighbours', two: 'Two steps', arrange: 'Arrange', compare: 'Compare', compareWhy: 'Holds the present selection and sets every further one beside it; again ends the comparison', comparison: 'Comparison', compared: 'Held: {first}. Now: {second}.', turned: 'Turned', gained: 'Gained', lost: 'Lost', unwritten: 'nothing written', arrangeWhy: 'Lets the actors shown find new places (up to {n})', more: 'Show {n} more', from: 'from', to: 'to', filters: 'Filters', details: 'Details', results: 'Results', noActor: 'No actor of that name', ties: 'Shown are the strongest {n} of {all} ties.', circle: 'person', square: 'state', rhombus: 'organisation', triangle: 'group', dashed: 'only planned, possible or claimed', clear: 'Close', rows: 'Shown are {n} of {all} rows; the CSV file has all.',
  },
};
let language = DATA.language === 'en' ? 'en' : 'de';
const word = (key) => WORDS[language][key] ?? key;
// A sentence of ours with numbers or names in it: "{n} of {all}".
const phrase = (key, values) => word(key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
const byId = (id) => document.getElementById(id);
// Article text is hostile: it only ever becomes a text node.
const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
};
const button = (text, act, className) => {
  const made = element('button', text, className);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
};
const nameOf = (id) => { const node = NODES.get(id); return node ? node.labels[language] : id; };
// A name that differs from language to language is a list in the order of DATA.languages (model.py).
const named = (name) => (Array.isArray(name) ? name[DATA.languages.indexOf(language)] : name);
const labelOf = (relation) => DATA.relations[relation][language];
const shortened = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
