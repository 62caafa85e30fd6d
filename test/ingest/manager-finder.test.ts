import { expect, test } from 'vitest'
import { managerFinder } from '../../src/ingest/manager-finder.ts'

const person = (personId: string, name: string | null, email: string | null, aliases: readonly string[] = []) => ({
  personId,
  name,
  email,
  aliases,
})

const find = managerFinder([
  person('007', 'Ann B. Lee', 'ann@x.org', ['POS-1', 'alee']),
  person('E2', 'Ray, Bo', 'bo@x.org'),
  person('E3', 'Cy Orr', 'cy@x.org'),
  person('E4', 'Cy Orr', 'cy.orr@x.org'),
  person('Di', 'Di Ka', 'di@x.org'),
])

test.each([
  ['007', 0, 'an id'],
  ['e2', 1, 'an id in another case'],
  ['POS-1', 0, 'a position id'],
  ['ALEE', 0, 'a login'],
  ['Bo@X.org', 1, 'an e-mail'],
  ['Ann B. Lee', 0, 'a name'],
  ['Lee, Ann B.', 0, 'a name with the last one first'],
  ['ann  lee', 0, 'a name without its initial'],
  ['Bo Ray', 1, 'a name that the person’s own row turns round'],
  ['Cy Orr (E4)', 3, 'a name with the id that tells two apart'],
  ['Bo Ray (gone)', 1, 'a name with an id that is nobody’s'],
  ['Di Ka <di@x.org>', 4, 'a name with an e-mail'],
  ['7', 0, 'an id that lost its zeros'],
  ['di', 4, 'an id before the part of an e-mail'],
  ['bo', 1, 'the part of an e-mail before the @'],
  ['Cy Orr', 'ambiguous', 'a name that two people bear'],
  ['Ed Poe', 'not found', 'nobody here'],
  ['', 'not found', 'nothing'],
] as const)('%s is %s: %s', (reference, found, _what) => expect(find(reference)).toBe(found))
