// The table view of the selection, sortable, with CSV.
const COLUMNS = [
  ['subject', (st) => nameOf(st.s)], ['relation', (st) => labelOf(st.relation)], ['object', (st) => nameOf(st.o)], ['date', (st) => st.date],
  ['status', (st) => (st.polarity === 'negated' ? `${word(st.status)}, ${word('negated')}` : word(st.status))], ['sureness', (st) => st.confidence.toFixed(2)],
  ['sentence', (st) => st.evidence], ['article', (st) => st.title || st.article],
];
// More rows take seconds to lay out; the CSV file has them all.
const ROWS = 500;
const sorting = { column: 3, up: false };

function showTable(selection) {
  const place = byId('table');
  const rows = selection.kept.map(({ st }) => COLUMNS.map(([, read]) => read(st)));
  const { compare } = new Intl.Collator(language);
  rows.sort((a, b) => (sorting.up ? 1 : -1) * compare(a[sorting.column], b[sorting.column]));
  const save = button(word('csv'), () => saveCsv(rows));
  save.id = 'csv';
  const table = element('table');
  const head = element('tr');
  COLUMNS.forEach(([name], index) => {
    const cell = element('th');
    cell.scope = 'col';
    if (index === sorting.column) cell.setAttribute('aria-sort', sorting.up ? 'ascending' : 'descending');
    cell.append(button(word(name), () => {
      sorting.up = sorting.column === index ? !sorting.up : true;
      sorting.column = index;
      showTable(selection);
      byId('table').querySelectorAll('th button')[index].focus();
    }));
    head.append(cell);
  });
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  for (const row of rows.slice(0, ROWS)) {
    const line = element('tr');
    for (const value of row) line.append(element('td', value));
    body.append(line);
  }
  table.append(top, body);
  const cut = rows.length > ROWS ? [element('p', phrase('rows', { n: ROWS, all: rows.length }), 'meta')] : [];
  place.replaceChildren(save, ...cut, table);
}

// A cell that begins like a formula would run in a spreadsheet; an apostrophe keeps it text (OWASP, CSV injection).
const csvCell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
const csvOf = (rows) => [COLUMNS.map(([name]) => word(name)), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');

function saveCsv(rows) {
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  link.download = 'diplograph.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
