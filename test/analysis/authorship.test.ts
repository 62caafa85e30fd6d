import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { artifactHistoriesOf } from '../../src/analysis/artifact-history.ts'
import { authorshipOf } from '../../src/analysis/authorship.ts'
import { degreeOfAuthorship } from '../../src/analysis/degree-of-authorship.ts'
import { changesNeeded } from '../../src/analysis/further-changes.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

function authorship(input: DatasetInput) {
  const dataset = buildDataset(input)
  const histories = artifactHistoriesOf(dataset)
  const result = authorshipOf(dataset, histories, DEFAULT_SETTINGS)
  const slice = (offsets: Uint32Array, index: number) => [offsets[index]!, offsets[index + 1]!] as const
  return [...histories.artifacts].map((name, index) => {
    const { component, name: artifact } = dataset.artifactNames[name]!
    const [from, to] = slice(result.personOffsets, index)
    return {
      artifact: `${dataset.componentNames[component]}/${artifact}`,
      people: Array.from(result.person.subarray(from, to), (person, at) => ({
        id: String(dataset.people[person]!.id),
        added: result.added[from + at] === 1,
        changes: result.ownChanges[from + at]!,
      })),
      authors: Array.from(result.author.subarray(...slice(result.authorOffsets, index)), person => String(dataset.people[person]!.id)),
      changesNeeded: (id: string) => changesNeeded(result, index, DEFAULT_SETTINGS)(dataset.people.findIndex(person => person.id === id)),
    }
  })
}

const at = (second: number) => new Date(Date.UTC(2024, 0, 1, 0, 0, second)).toISOString().replace('.000', '')
const row = (
  second: number,
  person: string,
  change: ContributionInput['change'],
  artifact = 'a',
  previousArtifact?: string,
): ContributionInput => ({
  person,
  at: at(second),
  artifact,
  ...(change === undefined ? {} : { change }),
  ...(previousArtifact === undefined ? {} : { previousArtifact }),
})

describe('degree of authorship', () => {
  test('has the values of the published formula', () => {
    expect(degreeOfAuthorship(true, 0, 0)).toBeCloseTo(4.391, 12)
    expect(degreeOfAuthorship(false, 5, 0)).toBeCloseTo(4.113, 12)
    expect(degreeOfAuthorship(true, 0, 22)).toBeCloseTo(3.384506, 6)
  })

  test('of a creator against one other change is 4.168500 to 3.457000', () => {
    const [artifact] = authorship({ contributions: [row(1, 'ada', 'added'), row(2, 'bob', 'changed')] })
    expect(artifact?.people).toEqual([
      { id: 'ada', added: true, changes: 0 },
      { id: 'bob', added: false, changes: 1 },
    ])
    expect(degreeOfAuthorship(true, 0, 1)).toBeCloseTo(4.1685, 6)
    expect(degreeOfAuthorship(false, 1, 0)).toBeCloseTo(3.457, 6)
    expect(artifact?.authors).toEqual(['ada', 'bob'])
  })
})

describe('authorship', () => {
  test('is for everyone who added an artifact, re-adding too; adding is no change, and removals are ignored', () => {
    const rows = [
      row(1, 'ada', 'added'),
      row(2, 'cyd', 'removed'),
      row(3, 'bob', 'added'),
      row(4, 'ada', 'changed'),
      row(5, 'ada', 'added'),
    ]
    expect(authorship({ contributions: rows })[0]?.people).toEqual([
      { id: 'ada', added: true, changes: 1 },
      { id: 'bob', added: true, changes: 0 },
    ])
  })

  test('is not made by reviews, mentoring, decisions or meetings, nor by kinds nobody has mapped', () => {
    for (const kind of [
      'review',
      'mentoring',
      'design_decision',
      'decomposition',
      'meeting',
      'approval',
      'audit',
      'onboarding',
      'riddle',
    ]) {
      const rows = [row(1, 'ada', 'added'), { ...row(2, 'bob', 'changed'), kind }]
      expect(authorship({ contributions: rows })[0]?.people, kind).toEqual([{ id: 'ada', added: true, changes: 0 }])
    }
  })

  test('is made by documentation, tooling, templates and work on agents as by build work', () => {
    for (const kind of [
      'commit',
      'prototype',
      'documentation',
      'tooling',
      'template',
      'framework',
      'architecture',
      'agent_config',
      'agent_brief',
      'agent_eval',
    ]) {
      expect(authorship({ contributions: [{ ...row(1, 'ada', 'added'), kind }] })[0]?.authors, kind).toEqual(['ada'])
    }
  })

  test('needs strictly more than three quarters of the highest degree', () => {
    const others = (count: number) => Array.from({ length: count }, (_, index) => row(10 + index, 'ada', 'changed'))
    // bob: 3.457 - 0.321 ln(1 + n) against ada: 4.391 + 0.164 n - 0.321 ln 2
    const authorsAfter = (count: number) =>
      authorship({ contributions: [row(1, 'ada', 'added'), row(2, 'bob', 'changed'), ...others(count)] })[0]?.authors
    expect(authorsAfter(0)).toEqual(['ada', 'bob'])
    expect(authorsAfter(1)).toEqual(['ada'])
  })

  test('without change marks starts with the first change, for all who made one at that first moment', () => {
    const rows = [
      row(5, 'ada', undefined),
      row(1, 'bob', undefined),
      row(1, 'cyd', undefined),
      row(1, 'cyd', undefined),
      row(9, 'bob', undefined),
    ]
    expect(authorship({ contributions: rows })[0]?.people).toEqual([
      { id: 'ada', added: false, changes: 1 },
      { id: 'bob', added: true, changes: 1 },
      { id: 'cyd', added: true, changes: 1 },
    ])
  })

  test("of an artifact with marks is nobody's by adding when its records begin too late", () => {
    expect(authorship({ contributions: [row(1, 'ada', 'changed'), row(2, 'ada', undefined)] })[0]?.people).toEqual([
      { id: 'ada', added: false, changes: 2 },
    ])
  })
})

describe('renames', () => {
  test('bring the records of all earlier names along, and are changes themselves', () => {
    const rows = [
      row(1, 'ada', 'added', 'a'),
      row(2, 'bob', 'changed', 'a'),
      row(3, 'cyd', 'renamed', 'b', 'a'),
      row(4, 'dan', 'renamed', 'c', 'b'),
    ]
    expect(authorship({ contributions: rows })).toMatchObject([
      {
        artifact: 'system/c',
        people: [
          { id: 'ada', added: true, changes: 0 },
          { id: 'bob', added: false, changes: 1 },
          { id: 'cyd', added: false, changes: 1 },
          { id: 'dan', added: false, changes: 1 },
        ],
      },
    ])
  })

  test('leave an old name in scope when it is touched again', () => {
    const rows = [row(1, 'ada', 'added', 'a'), row(2, 'ada', 'renamed', 'b', 'a'), row(3, 'bob', 'added', 'a')]
    const result = authorship({ contributions: rows })
    expect(result.map(one => one.artifact)).toEqual(['system/a', 'system/b'])
    // The history of b is the union of all records of its earlier names, the later ones too.
    expect(result[1]?.people.map(one => one.id)).toEqual(['ada', 'bob'])
  })

  test('do not bring knowledge back to the old name', () => {
    const rows = [
      row(1, 'ada', 'added', 'a'),
      row(2, 'bob', 'renamed', 'b', 'a'),
      row(3, 'bob', 'changed', 'b'),
      row(4, 'ada', 'changed', 'a'),
    ]
    expect(authorship({ contributions: rows })[0]?.people).toEqual([{ id: 'ada', added: true, changes: 1 }])
  })

  test('in a circle end, and lose no artifact', () => {
    const back = [row(1, 'ada', 'added', 'a'), row(2, 'ada', 'renamed', 'b', 'a'), row(3, 'ada', 'renamed', 'a', 'b')]
    expect(authorship({ contributions: back }).map(one => one.artifact)).toEqual(['system/a'])
    const swap = [
      row(1, 'ada', 'added', 'a'),
      row(1, 'bob', 'added', 'b'),
      row(2, 'cyd', 'renamed', 'b', 'a'),
      row(2, 'cyd', 'renamed', 'a', 'b'),
      row(0, 'dan', 'renamed', 'a', 'z'),
    ]
    expect(authorship({ contributions: swap }).map(one => one.artifact)).toEqual(['system/a', 'system/b'])
  })

  test('on the day of the adding, where only days are known, leave one artifact', () => {
    const rows = [row(1, 'ada', 'added', 'a'), row(1, 'ada', 'renamed', 'b', 'a')]
    expect(authorship({ contributions: rows }).map(one => one.artifact)).toEqual(['system/b'])
  })

  test('reach into names that the artifacts file leaves out of scope', () => {
    const rows = [row(1, 'ada', 'added', 'a'), row(2, 'bob', 'renamed', 'b', 'a'), row(3, 'cyd', 'added', 'vendored')]
    const result = authorship({
      contributions: rows,
      artifacts: [
        { component: 'system', artifact: 'b' },
        { component: 'system', artifact: 'never_touched' },
      ],
    })
    expect(result.map(one => [one.artifact, one.authors])).toEqual([
      ['system/b', ['ada', 'bob']],
      ['system/never_touched', []],
    ])
  })
})

test('an artifact that was only removed, used or reviewed was never touched', () => {
  const rows = [
    row(1, 'ada', 'removed', 'a'),
    { ...row(2, 'ada', 'changed', 'b'), kind: 'review' },
    { ...row(3, 'ada', 'added', 'c'), uses: ['d'] },
  ]
  expect(authorship({ contributions: rows }).map(one => one.artifact)).toEqual(['system/c'])
})

/** The rules read off METHOD one after another, over objects. */
function authorsByHand(rows: readonly ContributionInput[], component: string, artifact: string): string[] {
  const changing = rows.filter(
    one => one.component === component && one.artifact !== undefined && DEFAULT_KINDS[one.kind ?? 'commit']?.changesArtifact,
  )
  const names = new Set([artifact])
  for (let size = 0; size < names.size;) {
    size = names.size
    for (const one of changing) {
      if (names.has(one.artifact!) && one.previousArtifact !== undefined && one.change !== 'added' && one.change !== 'removed')
        names.add(one.previousArtifact)
    }
  }
  const all = changing.filter(one => names.has(one.artifact!))
  const records = all.filter(one => one.change !== 'removed')
  const moment = (one: ContributionInput) => Date.parse(one.at)
  const first = Math.min(...records.map(moment))
  const isUnmarked = all.every(one => one.change === undefined)
  const people = [...new Set(records.map(one => one.person))].map(person => {
    const own = records.filter(one => one.person === person)
    const firstOnes = isUnmarked && own.some(one => moment(one) === first) ? 1 : 0
    const added = own.filter(one => one.change === 'added').length + firstOnes
    return { person, added: added > 0, changes: own.length - added }
  })
  const total = people.reduce((sum, one) => sum + one.changes, 0)
  const degrees = people.map(one => 3.293 + (one.added ? 1.098 : 0) + 0.164 * one.changes - 0.321 * Math.log(1 + total - one.changes))
  const highest = Math.max(...degrees)
  return people
    .filter((one, index) => degrees[index]! / highest > 0.75 && (degrees[index]! >= 3.293 || one.added))
    .map(one => one.person)
    .sort()
}

test('authors are those found by reading the rules one after another', () => {
  fc.assert(
    fc.property(datasetArbitrary, input => {
      for (const { artifact, authors } of authorship(input)) {
        const [component, name] = artifact.split('/')
        expect(authors).toEqual(authorsByHand(input.contributions, component!, name!))
      }
    }),
    { numRuns: 150 },
  )
})

test('further changes are the fewest after which somebody is an author', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('ada', 'bob', 'cyd'), fc.constantFrom('added' as const, 'changed' as const)), {
        minLength: 1,
        maxLength: 30,
      }),
      history => {
        const rows = history.map(([person, change], index) => row(index, person, change))
        const candidate = 'dan'
        const onlooker = { person: candidate, at: at(0), kind: 'review' }
        for (const person of [candidate, history[0]![0]]) {
          const needed = authorship({ contributions: [...rows, onlooker] })[0]!.changesNeeded(person)
          const after = (count: number) => {
            const further = Array.from({ length: count }, (_, index) => row(100 + index, person, 'changed'))
            return authorship({ contributions: [...rows, onlooker, ...further] })[0]!.authors.includes(person)
          }
          expect(after(needed)).toBe(true)
          if (needed > 0) expect(after(needed - 1)).toBe(false)
        }
      },
    ),
    { numRuns: 60 },
  )
})
