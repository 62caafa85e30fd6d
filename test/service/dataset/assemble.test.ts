import { describe, expect, test } from 'vitest'
import { person } from '../../store/workspace-fixture.ts'
import { assembled, IMPORTED_ON, inWords } from './dataset-fixture.ts'

const ids = ({ dataset }: Awaited<ReturnType<typeof assembled>>) => dataset.people.map(one => one.id)

describe('who is who', () => {
  const people = [
    person('E-2', { name: 'Ann Lee', email: 'ann@x.example', aliases: ['alee'] }),
    person('E-1', { name: 'Bo Ek', email: 'bo@x.example', manager: 'E-2' }),
  ]

  test('keys, e-mails and aliases of one person are one person', async () => {
    const result = await assembled({
      rows: { people },
      contributions: [[{ person: 'E-2' }, { person: 'ANN@x.example' }, { person: 'alee' }, { person: 'bo@x.example' }]],
    })
    expect(ids(result)).toEqual(['E-1', 'E-2'])
    expect(inWords(result.dataset).map(({ person: id }) => id)).toEqual(['E-1', 'E-2', 'E-2', 'E-2'])
    expect(result.identities.joinedContributions).toBe(1)
  })

  test('who is in no people file is a person of their own, merged by name', async () => {
    const result = await assembled({
      rows: { people },
      contributions: [
        [{ person: 'z@y.example', personName: 'Zoe Ray' }, { person: 'zoe@home.example', personName: 'Zoe Ray' }, { person: 'E-1' }],
      ],
    })
    expect(result.dataset.people.map(({ id, name, inHris, managerId }) => ({ id, name, inHris, managerId }))).toEqual([
      { id: 'E-1', name: 'Bo Ek', inHris: true, managerId: 'E-2' },
      { id: 'E-2', name: 'Ann Lee', inHris: true, managerId: null },
      { id: 'z@y.example', name: 'Zoe Ray', inHris: false, managerId: null },
    ])
    expect(result.identities.joinedContributions).toBeCloseTo(1 / 3)
  })

  test('programs are left out and counted', async () => {
    const result = await assembled({
      contributions: [
        [{ person: 'dependabot[bot]' }, { person: 'ann', artifact: 'only-ann.ts' }, { person: 'dependabot[bot]' }, { person: 'renovate' }],
      ],
    })
    expect(ids(result)).toEqual(['ann'])
    expect(inWords(result.dataset)).toHaveLength(1)
    expect(result.identities.bots.map(({ key, contributions }) => [key, contributions])).toEqual([
      ['dependabot[bot]', 2],
      ['renovate', 1],
    ])
  })

  test('participants are people we know, each once; others and programs are nobody', async () => {
    const result = await assembled({
      rows: { people },
      contributions: [[{ person: 'E-1', participants: ['alee', 'E-2', 'passer-by', 'renovate', 'cem'] }, { person: 'cem' }]],
    })
    expect(inWords(result.dataset)[0]!.participants).toEqual(['E-2', 'cem'])
    expect(ids(result)).not.toContain('passer-by')
  })

  test('somebody of the history alone is a person as well', async () => {
    const event = { title: 'Engineer', level: null, levelRank: null, track: null, manager: null, orgUnit: null, fte: null, reason: 'hire' }
    const result = await assembled({ rows: { history: [{ personId: 'E-9', effectiveDate: 19_000, ...event }] } })
    expect(result.dataset.people).toMatchObject([{ id: 'E-9', inHris: false, title: 'Engineer' }])
    expect(result.dataset.history).toMatchObject([{ personId: 'E-9', effectiveDate: 19_000 }])
  })
})

describe('former names', () => {
  const renamed = { component: 'ledger', artifact: 'ledger/new.ts', previousArtifact: 'ledger/old.ts', change: 'renamed' } as const

  test('are of the same component where the file names components', async () => {
    const { dataset } = await assembled({ contributions: [[{ ...renamed, component: 'Money' }]] })
    expect(inWords(dataset)[0]).toMatchObject({ artifact: 'Money: ledger/new.ts', previous: 'Money: ledger/old.ts' })
  })

  test.each([
    ['vault/old.ts', 'vault: vault/old.ts'],
    ['./vault/old.ts', 'vault: ./vault/old.ts'],
    ['/vault/old.ts', 'vault: /vault/old.ts'],
    ['old.ts', '(root): old.ts'],
  ])('are of the component of their own path where it does not: %s', async (previousArtifact, previous) => {
    const { dataset } = await assembled({ contributions: [[{ ...renamed, previousArtifact }]], namesComponents: false })
    expect(inWords(dataset)[0]).toMatchObject({ artifact: 'ledger: ledger/new.ts', previous })
  })
})

describe('what is used', () => {
  const made = [
    { component: 'ledger', artifact: 'kit.ts' },
    { component: 'vault', artifact: 'kit.ts' },
    { component: 'vault', artifact: 'lock.ts' },
    { component: 'vault', artifact: 'deep/part.ts' },
  ]
  const usesOf = async (component: string | null, uses: string[]) => {
    const { dataset } = await assembled({ contributions: [[...made, { component, artifact: component === null ? null : 'own.ts', uses }]] })
    return inWords(dataset).find(words => words.uses.length > 0)?.uses ?? []
  }

  test('is meant in the own component first', async () => expect(await usesOf('vault', ['kit.ts'])).toEqual(['vault: kit.ts']))
  test('else it is the only one of that name', async () => expect(await usesOf('ledger', ['lock.ts'])).toEqual(['vault: lock.ts']))
  test('can be named with its component', async () => expect(await usesOf('gate', ['vault/kit.ts'])).toEqual(['vault: kit.ts']))
  test('keeps slashes of its own name', async () => expect(await usesOf('gate', ['vault/deep/part.ts'])).toEqual(['vault: deep/part.ts']))
  test('is left out when it could be several, or nobody made it', async () =>
    expect(await usesOf('gate', ['kit.ts', 'nowhere.ts', 'vault/nowhere.ts'])).toEqual([]))
  test('counts once a row', async () => expect(await usesOf(null, ['lock.ts', 'vault/lock.ts'])).toEqual(['vault: lock.ts']))
})

describe('the scope of an artifacts file', () => {
  const artifact = (name: string, component: string | null, status: 'current' | 'removed' | 'out_of_scope' = 'current') => ({
    artifact: name,
    component,
    status,
    lines: null,
  })
  const contributions = [
    [
      { component: 'ledger', artifact: 'kit.ts' },
      { component: 'vault', artifact: 'kit.ts' },
      { component: 'vault', artifact: 'lock.ts' },
    ],
  ]
  const scopeOf = async (artifacts: ReturnType<typeof artifact>[], given = contributions) => {
    const { dataset, identities } = await assembled({ contributions: given, rows: { artifacts } })
    const inScope = dataset.artifactNames.filter((_, index) => dataset.artifactScope?.[index] === 1)
    return {
      names: inScope.map(({ component, name }) => `${dataset.componentNames[component]}: ${name}`),
      unplaced: identities.unplacedArtifacts,
    }
  }

  test('without the file there is none', async () => {
    expect((await assembled({ contributions })).dataset.artifactScope).toBeNull()
  })

  test('a row without component means the only artifact of that name', async () => {
    expect(await scopeOf([artifact('lock.ts', null)])).toEqual({ names: ['vault: lock.ts'], unplaced: 0 })
  })

  test('a row without component that fits several, or none of several components, is a problem', async () => {
    expect(await scopeOf([artifact('kit.ts', null), artifact('new.ts', null), artifact('lock.ts', null)])).toEqual({
      names: ['vault: lock.ts'],
      unplaced: 2,
    })
  })

  test('in an organisation of one component there is no doubt', async () => {
    expect(await scopeOf([artifact('new.ts', null)], [[{ component: 'ledger', artifact: 'kit.ts' }]])).toEqual({
      names: ['ledger: new.ts'],
      unplaced: 0,
    })
  })

  test('removed and out of scope are out', async () => {
    const rows = [artifact('kit.ts', 'ledger', 'removed'), artifact('kit.ts', 'vault'), artifact('lock.ts', 'vault', 'out_of_scope')]
    expect(await scopeOf(rows)).toEqual({ names: ['vault: kit.ts'], unplaced: 0 })
  })

  test('a component that only the file knows is a component', async () => {
    expect(await scopeOf([artifact('new.ts', 'harbour')])).toEqual({ names: ['harbour: new.ts'], unplaced: 0 })
  })
})

describe('the as-of date', () => {
  test('is the newest contribution', async () => {
    const { dataset, isDated } = await assembled({ contributions: [[{ day: 19_500 }, { day: 19_800 }]] })
    expect([dataset.asOf, isDated]).toEqual([19_800, true])
  })

  test('leaves out what is later, and counts it', async () => {
    const result = await assembled({ contributions: [[{ day: 19_500 }, { day: 19_800, person: 'bo', component: 'vault' }]], asOf: 19_600 })
    expect(inWords(result.dataset)).toHaveLength(1)
    expect(result.laterContributions).toBe(1)
    expect(ids(result)).toEqual(['ann'])
    expect(result.dataset.componentNames).toEqual(['ledger'])
  })

  test('is the day of import where nothing bears a date', async () => {
    const { dataset, isDated } = await assembled({ rows: { people: [person('E-1')] } })
    expect([dataset.asOf, isDated]).toEqual([IMPORTED_ON, false])
  })
})

test('a contribution that two imports brought counts once', async () => {
  const shared = { id: 'same', person: 'ann' }
  const { dataset } = await assembled({
    contributions: [
      [shared, { person: 'bo' }],
      [{ person: 'cem' }, shared],
    ],
  })
  expect(inWords(dataset).map(words => words.person)).toEqual(['ann', 'bo', 'cem'])
})

test('the order of rows and of imports leaves no trace', async () => {
  const rows = [
    { id: 'r1', person: 'bo', component: 'vault', artifact: 'z.ts', uses: ['a.ts'] },
    { id: 'r2', person: 'ann', component: 'ledger', artifact: 'a.ts', participants: ['bo'], workItem: 'W-2' },
    { id: 'r3', person: 'cem', component: 'gate', artifact: 'z.ts', kind: 'review', workItem: 'W-1' },
  ]
  const one = (await assembled({ contributions: [rows] })).dataset
  const other = (await assembled({ contributions: [[rows[2]!], [rows[1]!, rows[0]!]] })).dataset
  expect(inWords(other)).toEqual(inWords(one))
  for (const field of ['people', 'componentNames', 'artifactNames', 'workItemNames', 'kindNames'] as const)
    expect(other[field]).toEqual(one[field])
})
