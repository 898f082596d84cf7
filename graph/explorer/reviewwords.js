// The words of the review in both languages.
Object.assign(WORDS.de, {
  review: 'Prüfen', right: 'richtig', wrong: 'falsch', amend: 'berichtigen', undo: 'zurücknehmen', confirmed: 'bestätigt', rejected: 'verworfen', amended: 'berichtigt', added: 'ergänzt',
  save: 'Urteile sichern ({n})', saved: 'gesichert: {n} von {all}', failed: 'nicht gesichert: {why}', unsure: 'unsichere zuerst', contested: 'umstrittene zuerst', doubles: 'Doppelte Akteure', disputed: 'strittige Urteile', order: 'Reihenfolge',
  judgedOf: '{n} von {all} geprüft', keys: 'Tasten: j weiter, k zurück, r richtig, w falsch, a berichtigen, n ergänzen, u zurücknehmen, s sichern', keysLive: 'Tasten: j weiter, k zurück, r richtig, w falsch, a berichtigen, n ergänzen, t Text, u zurücknehmen; gesichert wird sofort', these: 'Diese prüfen', take: 'Übernehmen', cancel: 'Abbrechen',
  polarity: 'Polarität', affirmed: 'bejaht', place: 'Ort', why: 'Grund', swap: 'Subjekt und Objekt tauschen', add: 'ergänzen', missing: 'Fehlende Aussage aus diesem Satz', sourceOf: 'Wer es sagt',
  sameAs: 'Ist derselbe wie', same: 'derselbe', different: 'nicht derselbe', renamed: 'heißt anders', retyped: 'ist von anderer Art', rename: 'Heißt besser', retype: 'Ist von der Art', correct: 'Akteur berichtigen', reviewer: 'Ihr Name', newKind: 'Neue Namen sind', noQueue: 'Hier ist nichts zu prüfen.',
  unknown: 'Wer ist „{name}“? Wählen Sie einen Akteur aus der Liste.', nothingNew: 'Nichts ist anders.', newNames: 'Neu ist: {names}. Noch einmal übernehmen legt an; sonst den Namen aus der Liste wählen.', text: 'Text zeigen', noText: 'Der Text wurde nicht aufgehoben (build --keep-text).', mark: 'Wörter markieren, dann:', asSubject: 'ist Subjekt', asObject: 'ist Objekt',
});
Object.assign(WORDS.en, {
  review: 'Review', right: 'right', wrong: 'wrong', amend: 'amend', undo: 'undo', confirmed: 'confirmed', rejected: 'rejected', amended: 'amended', added: 'added',
  save: 'Save judgements ({n})', saved: 'saved: {n} of {all}', failed: 'not saved: {why}', unsure: 'least sure first', contested: 'contested first', doubles: 'Doubles of actors', disputed: 'disputed judgements', order: 'Order',
  judgedOf: '{n} of {all} judged', keys: 'Keys: j next, k back, r right, w wrong, a amend, n add, u undo, s save', keysLive: 'Keys: j next, k back, r right, w wrong, a amend, n add, t text, u undo; it is saved at once', these: 'Review these', take: 'Take', cancel: 'Cancel',
  polarity: 'Polarity', affirmed: 'affirmed', place: 'Place', why: 'Reason', swap: 'Swap subject and object', add: 'add', missing: 'A missing statement of this sentence', sourceOf: 'Who says it',
  sameAs: 'Is the same as', same: 'the same', different: 'not the same', renamed: 'is called otherwise', retyped: 'is of another kind', rename: 'Is better called', retype: 'Is of the kind', correct: 'Correct the actor', reviewer: 'Your name', newKind: 'New names are', noQueue: 'There is nothing to review here.',
  unknown: 'Who is “{name}”? Choose an actor of the list.', nothingNew: 'Nothing is different.', newNames: 'New is: {names}. Take once more to add; else choose the name from the list.', text: 'Show the text', noText: 'The text was not kept (build --keep-text).', mark: 'Mark words, then:', asSubject: 'is the subject', asObject: 'is the object',
});
