// Cards of what is no statement of the picture: two actors that may be one, and what reviewers dispute.
function doubleCard(pair) {
  const [one, other] = pair;
  const key = JSON.stringify(pair);
  const card = element('article', undefined, 'double');
  card.dataset.key = key;
  const head = element('p', undefined, 'head');
  head.append(button(nameOf(one), () => go({ open: `actor:${one}` }), 'link'), ' – ', button(nameOf(other), () => go({ open: `actor:${other}` }), 'link'));
  const line = element('p', undefined, 'judge');
  for (const [act, verdict] of [['right', 'same'], ['wrong', 'different']]) line.append(verdictButton(key, act, word(verdict), { actor: one, [verdict]: other, verdict }));
  if (judged.has(key)) card.classList.add('judged');
  card.append(head, element('p', `${word(NODES.get(one).kind)} · ${one} – ${other}`, 'meta'), line);
  card.classList.toggle('current', key === current);
  return card;
}

// What reviewers say differently, by the statement (a revision has a name of its own) or the actors that it is about.
const DISPUTES = (REVIEW.disputes ?? []).map((told) => ({ ...told, key: told.statement ?? JSON.stringify([told.actor, told.other]) }));
const DISPUTED = new Map(DISPUTES.flatMap((told) => [told.statement, told.now].filter(Boolean).map((id) => [id, told])));

// Who said what, the last word last: that one counts.
function whoSaid({ said }) {
  const list = element('ul', undefined, 'said');
  for (const { by, at, verdict, rather, why } of said) list.append(element('li', [`${by}: ${word(verdict)}`, named(rather), why, at].filter(Boolean).join(' · ')));
  return list;
}

function disputeCard(told) {
  const { key } = told;
  const card = element('article', undefined, 'dispute');
  card.dataset.key = key;
  card.append(element('p', named(told.about), 'head'));
  if (told.evidence) card.append(element('blockquote', told.evidence), element('p', told.article, 'meta'));
  card.append(whoSaid(told));
  const ways = told.statement ? [['right', 'confirmed', { statement: statementIri(told.statement) }], ['wrong', 'rejected', { statement: statementIri(told.statement) }]]
    : told.other ? [['right', 'same', { actor: told.actor, same: told.other }], ['wrong', 'different', { actor: told.actor, different: told.other }]] : [];
  const line = element('p', undefined, 'judge');
  for (const [act, verdict, about] of ways) line.append(verdictButton(key, act, word(told.statement ? act : verdict), { ...about, verdict }));
  if (!told.statement && NODES.has(told.actor)) line.append(button(nameOf(told.actor), () => go({ open: `actor:${told.actor}` }), 'link'));
  card.append(line);
  card.classList.toggle('judged', judged.has(key));
  card.classList.toggle('current', key === current);
  return card;
}

// A button that judges; it is pressed where that is what was said.
function verdictButton(key, act, text, line) {
  const made = button(text, () => { current = key; showCurrent(); judge(key, line); });
  made.dataset.act = act;
  made.setAttribute('aria-keyshortcuts', act[0]);
  made.setAttribute('aria-pressed', String(judged.get(key)?.verdict === line.verdict));
  return made;
}
