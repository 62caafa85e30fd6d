import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { botSign } from '../../src/ingest/bots.ts'
import type { HrisPerson } from '../../src/ingest/hris-lookup.ts'
import { type Contributor, type Identities, type ListedPerson, resolveIdentities, type SaidIdentities } from '../../src/ingest/identity.ts'

const hris = (personId: string, more: Partial<HrisPerson> = {}): HrisPerson => ({ personId, name: null, email: null, aliases: [], ...more })
const by = (key: string, name: string | null = null): Contributor => ({ key, name })

/** Each contributor as what it was resolved to. */
function resolved(people: readonly HrisPerson[], contributors: readonly Contributor[], options: SaidIdentities = {}): string[] {
  return describeAll(people, resolveIdentities(people, contributors, options))
}

function describeAll(people: readonly HrisPerson[], identities: Identities): string[] {
  return identities.of.map(({ kind, index }) => {
    if (kind === 'hris') return people[index]!.personId
    return kind === 'bot' ? `bot ${identities.bots[index]!.key}` : `stranger ${identities.people[index]!.id}`
  })
}

describe('joining contributors to the HRIS export', () => {
  const PEOPLE = [
    hris('A1', { name: 'Ann Lee', email: 'Ann@x.org', aliases: ['annlee', 'ann@home.org'] }),
    hris('B2', { name: 'Bo Ek', email: 'bo@x.org' }),
    hris('C3', { name: 'Bo  EK', email: 'bo2@x.org' }),
  ]

  test.each([
    [by(' A1 '), 'A1'],
    [by('a1'), 'A1'],
    [by('ANN@X.ORG'), 'A1'],
    [by('AnnLee'), 'A1'],
    [by('ann@home.org'), 'A1'],
    [by('Ann Lee <ann@home.org>'), 'A1'],
    [by('1234+annlee@users.noreply.github.com'), 'A1'],
    [by('ann@elsewhere.org', ' ann  LEE '), 'A1'],
    [by('Ann Lee'), 'A1'],
    [by('bo@elsewhere.org', 'Bo Ek'), 'stranger bo@elsewhere.org'],
    [by('bo2@x.org', 'Ann Lee'), 'C3'],
  ])('%j', (contributor, expected) => expect(resolved(PEOPLE, [contributor])).toEqual([expected]))

  test('ids that differ in case only are matched exactly or not at all', () => {
    expect(resolved([hris('ab'), hris('AB')], [by('AB'), by('Ab')])).toEqual(['AB', 'stranger Ab'])
  })

  test('an e-mail that two people share joins nobody', () => {
    expect(resolved([hris('1', { email: 'team@x.org' }), hris('2', { email: 'team@x.org' })], [by('team@x.org')])).toEqual([
      'stranger team@x.org',
    ])
  })

  test('one key is one person, whichever of its names is in the export', () => {
    expect(resolved(PEOPLE, [by('al@y.org', 'Ann Lee'), by('al@y.org', 'Al')])).toEqual(['A1', 'A1'])
  })

  test('a key whose names mean two different people joins neither', () => {
    const people = [hris('1', { name: 'Ann Lee' }), hris('2', { name: 'Cy Day' })]
    expect(resolved(people, [by('x@y.org', 'Ann Lee'), by('x@y.org', 'Cy Day')])).toEqual(['stranger x@y.org', 'stranger x@y.org'])
  })

  test('says how many were joined by what', () => {
    const { joined } = resolveIdentities(PEOPLE, [by('A1'), by('bo@x.org'), by('annlee'), by('q@y.org', 'Ann Lee'), by('z@y.org')], {
      merges: [['z@y.org', 'B2']],
    })
    expect(joined).toEqual({ id: 1, email: 1, alias: 1, name: 1, merge: 1 })
  })
})

describe('people outside the HRIS export', () => {
  test('are one by same e-mail in any case and by same exact name, transitively', () => {
    const contributors = [by('z@a.org', 'Zoe Q'), by('Z@A.org', 'Z. Q.'), by('zoe@b.org', 'z.  q.'), by('other@b.org', 'Zoe')]
    const { people } = resolveIdentities([], contributors)
    expect(people.map(({ id, email, keys }) => ({ id, email, keys }))).toEqual([
      { id: 'Z@A.org', email: 'z@a.org', keys: ['Z@A.org', 'z@a.org', 'zoe@b.org'] },
      { id: 'other@b.org', email: 'other@b.org', keys: ['other@b.org'] },
    ])
  })

  test.each(['unknown', '', ' ', 'root', 'None', 'no name', '(no author)', 'Your Name'])('the name %j makes nobody one', name => {
    expect(resolveIdentities([hris('1', { name })], [by('a@x.org', name), by('b@x.org', name)]).people.map(({ id }) => id)).toEqual([
      'a@x.org',
      'b@x.org',
    ])
  })

  test('a key that stands for nobody does not make its names one', () => {
    expect(resolved([], [by('root@localhost', 'Ann Lee'), by('root@localhost', 'Bo Ek'), by('ann@x.org', 'Ann Lee')])).toEqual([
      'stranger Ann Lee',
      'stranger Bo Ek',
      'stranger Ann Lee',
    ])
  })

  test('merges made by hand join strangers to each other and to the export', () => {
    const merges = [['a@x.org', '1'] as const, ['b@x.org', 'c@x.org'] as const, ['nobody', '1'] as const]
    const contributors = [by('a@x.org', 'A A'), by('a2@x.org', 'A A'), by('b@x.org'), by('c@x.org'), by('2')]
    expect(resolved([hris('1'), hris('2')], contributors, { merges })).toEqual(['1', '1', 'stranger b@x.org', 'stranger b@x.org', '2'])
  })

  test('two of the export are one on somebody’s word: the one listed last', () => {
    const people: ListedPerson[] = [
      { ...hris('1'), lastListed: 3 },
      { ...hris('2'), lastListed: 9 },
      { ...hris('3'), lastListed: 9 },
    ]
    const identities = resolveIdentities(people, [by('1'), by('2'), by('a@x.org')], {
      merges: [
        ['1', '2'],
        ['a@x.org', '1'],
      ],
    })
    expect(identities.hrisOf).toEqual([1, 1, 2])
    expect(describeAll(people, identities)).toEqual(['2', '2', '2'])
  })

  test('a merge that would make one of two who were said to be different does nothing', () => {
    const people = [hris('1'), hris('2')]
    const merges = [['a@x.org', '1'] as const, ['a@x.org', '2'] as const]
    expect(resolved(people, [by('a@x.org')], { merges, different: [['2', '1']] })).toEqual(['1'])
  })
})

describe('bots', () => {
  test.each(
    `dependabot[bot], 49699333+dependabot[bot]@users.noreply.github.com, renovate, github-actions, build-bot, my_bot,
    ci.bot@x.org, noreply@github.com, no-reply@x.org, jenkins, jenkins@ci.x.org, travis, greenkeeper,
    semantic-release-bot@martynus.net`.split(/,\s+/),
  )('%s is one', key => expect(botSign(key, null)).not.toBeNull())

  test.each(['Travis CI', 'GitHub Actions', 'renovate[bot]', 'Semantic Release Bot'])('so is who is called %s', name =>
    expect(botSign('x@y.org', name)).not.toBeNull(),
  )

  test.each([
    by('1234+ann@users.noreply.github.com', 'Ann'),
    by('abbott@x.org', 'Bud Abbott'),
    by('talbot', 'Ty Talbot'),
    by('travis@x.org', 'Travis'),
    by('botha@x.org', 'Pieter Botha'),
  ])('%j is a person', ({ key, name }) => expect(botSign(key, name)).toBeNull())

  test('are listed with their sign and make nobody one', () => {
    const { bots, people, of } = resolveIdentities([], [by('ann@x.org', 'Deploy'), by('deploy-bot', 'Deploy')])
    expect(bots).toEqual([{ key: 'deploy-bot', keys: ['deploy-bot'], name: 'Deploy', sign: 'has the login of an automation' }])
    expect(people.map(({ id }) => id)).toEqual(['ann@x.org'])
    expect(of).toEqual([
      { kind: 'stranger', index: 0 },
      { kind: 'bot', index: 0 },
    ])
  })

  test('nobody of the HRIS export is one', () => {
    expect(resolved([hris('1', { aliases: ['build-bot'] }), hris('jenkins')], [by('build-bot'), by('jenkins')])).toEqual(['1', 'jenkins'])
  })

  test('are people where somebody says so, and the reverse, by each of their keys', () => {
    const contributors = [by('deploy-bot', 'Deploy'), by('ann@x.org', 'Ann'), by('ann', 'Ann'), by('bo@x.org'), by('E1')]
    const said = { people: ['deploy-bot'], bots: ['ANN@x.org', 'bo@x.org', 'E1'] }
    const identities = resolveIdentities([hris('E1', { email: 'bo@x.org' })], contributors, said)
    expect(describeAll([], { ...identities, of: identities.of })).toEqual([
      'stranger deploy-bot',
      'bot ann',
      'bot ann',
      'bot bo@x.org',
      'bot E1',
    ])
    expect(identities.bots.map(({ sign }) => sign)).toEqual([null, null, null])
    expect(identities.cleared).toEqual([
      { key: 'deploy-bot', keys: ['deploy-bot'], name: 'Deploy', sign: 'has the login of an automation', contributors: [0] },
    ])
  })

  test('a merge by hand says that it is a person', () => {
    expect(resolved([hris('1')], [by('x-bot')], { merges: [['x-bot', '1']] })).toEqual(['1'])
  })
})

describe('look-alikes', () => {
  const suggestions = (people: readonly HrisPerson[], contributors: readonly Contributor[]) =>
    resolveIdentities(people, contributors).suggestions.map(({ a, b }) => `${a} ${b}`)

  test('accents, order and punctuation of names', () => {
    expect(suggestions([hris('1', { name: 'Müller, Ann-Kathrin' })], [by('x@y.org', 'Ann Kathrin Muller')])).toEqual(['1 x@y.org'])
  })

  test('the same part of an e-mail before the @, unless it is a general one', () => {
    expect(suggestions([], [by('annlee@x.org'), by('annlee@y.org'), by('info@x.org'), by('info@y.org'), by('annlee')])).toEqual([
      'annlee annlee@x.org',
      'annlee annlee@y.org',
      'annlee@x.org annlee@y.org',
    ])
  })

  test('a name that several people of the export bear', () => {
    expect(suggestions([hris('1', { name: 'Bo Ek' }), hris('2', { name: 'Bo Ek' })], [by('bo@x.org', 'Bo Ek')])).toEqual([
      '1 bo@x.org',
      '2 bo@x.org',
    ])
  })

  test('another name somebody of the export contributes under', () => {
    expect(suggestions([hris('1', { name: 'Robert Ek', email: 'r@x.org' })], [by('r@x.org', 'Bob Ek'), by('b@y.org', 'Bob Ek')])).toEqual([
      '1 b@y.org',
    ])
  })

  test('people of the export are suggested to be one by their e-mail alone', () => {
    expect(suggestions([hris('1', { name: 'Bo Ek' }), hris('2', { name: 'Bo Ek' })], [])).toEqual([])
    expect(suggestions([hris('1', { email: 'bo@x.org' }), hris('2', { email: 'BO@x.org' })], [])).toEqual(['1 2'])
    expect(suggestions([hris('1', { email: 'n/a' }), hris('2', { email: 'n/a' })], [])).toEqual([])
  })

  test.each([
    ['Katharina Hoffmann', 'Katharina Hofmann', true],
    ['Katharina Hoffmann', 'Kahtarina Hoffmann', true],
    ['Hoffmann, Katharina', 'Katharina B. Hoffmamn', true],
    ['Katharina Hoffmann', 'Catharina Hofmann', false],
    ['Jan Bos', 'Jon Bos', false],
    ['Contractor Fifteen 15', 'Contractor Fifteen 16', false],
    ['Jörg van der Berg', 'Joerg Vanderberg', true],
  ])('%s and %s are suggested: %s', (one, other, expected) => {
    expect(suggestions([hris('1', { name: one })], [by('q', other)])).toEqual(expected ? ['1 q'] : [])
  })

  test('an initial for a first name counts only beside the same local part', () => {
    expect(suggestions([], [by('jsmith@x.org', 'J. Smith'), by('other@x.org', 'John Smith')])).toEqual([])
    const { suggestions: found } = resolveIdentities([], [by('jsmith@x.org', 'J. Smith'), by('jsmith@y.org', 'John Smith')])
    expect(found.map(({ why }) => why)).toEqual(['The e-mails are the same before the @, and one name may be short for the other.'])
  })

  test('come with a sentence, the surest first', () => {
    const people = [hris('1', { email: 'a@x.org' }), hris('2', { email: 'a@x.org' }), hris('3', { name: 'Ann-Kathrin Müller' })]
    const contributors = [by('q@x.org', 'Ann Kathrin Muller'), by('zoe.ray@x.org', 'Zoe'), by('zoe.ray@y.org', 'Max Bo')]
    expect(resolveIdentities(people, contributors).suggestions.map(({ why }) => why)).toEqual([
      'The people file has the same e-mail under both ids.',
      'The names differ only in accents, punctuation or order.',
      'The e-mails are the same before the @, although the names differ.',
    ])
  })

  test('what was decided is no open question, nor what follows from it', () => {
    const contributors = [by('zoe.ray@x.org'), by('zoe.ray@y.org'), by('zoe.ray'), by('only.here@x.org'), by('only.here@y.org')]
    const verdicts = (said: SaidIdentities) =>
      resolveIdentities([], contributors, said).suggestions.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`)
    const different = [['only.here@y.org', 'ONLY.here@x.org'] as const]
    const merges = [['zoe.ray', 'zoe.ray@x.org'] as const, ['zoe.ray@y.org', 'zoe.ray'] as const]
    expect(verdicts({ merges, different })).toEqual(
      ['zoe.ray zoe.ray@x.org same', 'zoe.ray zoe.ray@y.org same', 'only.here@x.org only.here@y.org different'].toSorted(),
    )
  })

  test('nobody is asked about who only takes part in the work of others', () => {
    const guest = { ...by('zoe.ray@y.org'), onlyTakesPart: true }
    expect(suggestions([], [by('zoe.ray@x.org'), guest])).toEqual([])
    expect(suggestions([], [by('zoe.ray@x.org'), guest, by('zoe.ray@y.org')])).toHaveLength(1)
  })

  test('are at most 2,000, and cost about as much as there are people', () => {
    const contributors = Array.from({ length: 30_000 }, (_, index) =>
      by(`person${index % 6000}@host${index % 15}.org`, `Katharina ${letters(index)}berger`),
    )
    expect(resolveIdentities([], contributors).suggestions).toHaveLength(2000)
  })
})

/** `aab`, `aac`, ...: names of letters only. */
const letters = (number: number) =>
  Array.from({ length: 4 }, (_, place) => String.fromCodePoint(97 + (Math.floor(number / 26 ** place) % 26))).join('')

test('the order of people and contributors never matters', () => {
  const word = fc.constantFrom('ann', 'bo', 'cy', 'Ann', 'x-bot', 'root')
  const mail = fc.tuple(word, fc.constantFrom('x.org', 'y.org', 'localhost')).map(parts => parts.join('@'))
  const name = fc.constantFrom(null, '', 'unknown', 'Ann Lee', 'ann lee', 'Bo Ek', 'Cy Day', 'Dan')
  const key = fc.oneof(word, mail, fc.constantFrom('P1', 'p2', 'P3'))
  const people = fc.uniqueArray(
    fc.record({
      personId: fc.constantFrom('P1', 'P2', 'p2', 'P3'),
      name,
      email: fc.option(mail),
      aliases: fc.array(key, { maxLength: 2 }),
    }),
    {
      selector: ({ personId }) => personId,
    },
  )
  const input = fc.record({
    people,
    contributors: fc.array(fc.record({ key, name }), { maxLength: 12 }),
    merges: fc.array(fc.tuple(key, key), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(input, fc.infiniteStream(fc.nat()), ({ people: staff, contributors, merges }, random) => {
      const shuffle = <Item>(items: readonly Item[]) => items.map(item => ({ item, at: random.next().value })).sort((a, b) => a.at - b.at)
      const first = resolveIdentities(staff, contributors, { merges })
      const [staffAgain, contributorsAgain] = [shuffle(staff), shuffle(contributors.map((contributor, index) => ({ contributor, index })))]
      const again = resolveIdentities(
        staffAgain.map(({ item }) => item),
        contributorsAgain.map(({ item }) => item.contributor),
        { merges: shuffle(merges).map(({ item }) => [item[1], item[0]]) },
      )
      expect(withoutPositions(again)).toEqual(withoutPositions(first))
      const expected = describeAll(staff, first)
      expect(
        describeAll(
          staffAgain.map(({ item }) => item),
          again,
        ),
      ).toEqual(contributorsAgain.map(({ item }) => expected[item.index]))
    }),
    { numRuns: 500 },
  )
})

/** What does not speak of places in the lists given. */
function withoutPositions({ of: _of, hrisOf: _hrisOf, candidates, cleared, ...rest }: Identities) {
  return {
    ...rest,
    cleared: cleared.map(bot => ({ ...bot, contributors: bot.contributors.length })),
    candidates: [...candidates.values()]
      .map(candidate => ({ ...candidate, contributors: candidate.contributors.length }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
