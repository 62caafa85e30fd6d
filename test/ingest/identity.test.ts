import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { botSign } from '../../src/ingest/bots.ts'
import type { HrisPerson } from '../../src/ingest/hris-lookup.ts'
import { type Contributor, type Identities, type IdentityOptions, resolveIdentities } from '../../src/ingest/identity.ts'

const hris = (personId: string, more: Partial<HrisPerson> = {}): HrisPerson => ({ personId, name: null, email: null, aliases: [], ...more })
const by = (key: string, name: string | null = null): Contributor => ({ key, name })

/** Each contributor as what it was resolved to. */
function resolved(people: readonly HrisPerson[], contributors: readonly Contributor[], options: IdentityOptions = {}): string[] {
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

  test('merges made by hand join strangers to each other and to the export, never two of the export', () => {
    const people = [hris('1'), hris('2')]
    const merges = [
      ['a@x.org', '1'] as const,
      ['b@x.org', 'c@x.org'] as const,
      ['1', '2'] as const,
      ['2', 'a@x.org'] as const,
      ['nobody', '1'] as const,
    ]
    expect(resolved(people, [by('a@x.org', 'A A'), by('a2@x.org', 'A A'), by('b@x.org'), by('c@x.org'), by('2')], { merges })).toEqual([
      '1',
      '1',
      'stranger b@x.org',
      'stranger b@x.org',
      '2',
    ])
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
    expect(bots).toEqual([{ key: 'deploy-bot', name: 'Deploy', sign: 'has the login of an automation' }])
    expect(people.map(({ id }) => id)).toEqual(['ann@x.org'])
    expect(of).toEqual([
      { kind: 'stranger', index: 0 },
      { kind: 'bot', index: 0 },
    ])
  })

  test('nobody of the HRIS export is one', () => {
    expect(resolved([hris('1', { aliases: ['build-bot'] }), hris('jenkins')], [by('build-bot'), by('jenkins')])).toEqual(['1', 'jenkins'])
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

  test('people of the export are never suggested to be one', () => {
    expect(suggestions([hris('1', { name: 'Bo Ek' }), hris('2', { name: 'Bo Ek' })], [])).toEqual([])
  })
})

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
      expect({ ...again, of: null }).toEqual({ ...first, of: null })
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
