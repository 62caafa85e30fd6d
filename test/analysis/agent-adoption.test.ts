import { describe, expect, test } from 'vitest'
import { DEFAULT_AGENT_SETTINGS } from '../../src/analysis/agent-settings.ts'
import { findAgents } from '../../src/analysis/agents.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { wilsonInterval } from '../../src/analysis/wilson-interval.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, MeetingInput, PersonInput } from './dataset-builder.ts'
import { AS_OF, engineer, mondayBack } from './weekly-work.ts'

/** Twelve weeks of commits, done by an agent in the weeks named. */
const work = (person: string, agentWeeks: readonly number[], more: Partial<ContributionInput> = {}): ContributionInput[] =>
  Array.from({ length: 12 }, (_, back) => ({
    person,
    at: mondayBack(back),
    kind: 'commit',
    component: `system of ${person}`,
    agent: agentWeeks.includes(back),
    ...more,
  }))

const prepared = (person: string, back: number, kind: string, more: Partial<ContributionInput> = {}): ContributionInput => ({
  person,
  at: mondayBack(back),
  kind,
  component: `system of ${person}`,
  artifact: `${kind} of ${person}`,
  ...more,
})

const adoptionOf = (
  people: readonly PersonInput[],
  contributions: readonly ContributionInput[],
  meetings: readonly MeetingInput[] = [],
) => {
  const dataset = buildDataset({ people, contributions, meetings, asOf: AS_OF })
  return findAgents(dataset, groundOf(dataset, DEFAULT_SETTINGS), DEFAULT_AGENT_SETTINGS).adoption
}

describe('adoption and integration', () => {
  const people = ['ada', 'ben', 'cem', 'dot'].map(id => engineer(id, { orgUnit: id === 'dot' ? 'Product/Other' : 'Product/Core' }))
  const contributions = [
    // Four weeks of agents' work; brief, evaluation and configuration for three of them.
    ...work('ada', [0, 1, 2, 9]),
    prepared('ada', 3, 'agent_brief'),
    prepared('ada', 3, 'agent_eval'),
    prepared('ada', 8, 'agent_config'),
    // Configuration alone.
    ...work('ben', [0, 1, 2, 3]),
    prepared('ben', 4, 'agent_config'),
    ...work('cem', []),
    // Prepares what others let agents do.
    ...work('dot', []),
    prepared('dot', 1, 'agent_brief'),
  ]
  const adoption = adoptionOf(people, contributions)!

  test('any agent work makes an adopter, also preparing it', () => {
    expect(adoption).toMatchObject({ people: 4, adopters: 3, integrated: 1 })
  })

  test('weeks are integrated where all three preparations reach them', () => {
    expect(adoption.weeks.map(({ weeks, integrated }) => [weeks, integrated])).toEqual([
      [4, 3],
      [4, 0],
      [0, 0],
      [0, 0],
    ])
    expect(adoption.weeks[0]!.prepared).toEqual({ agent_brief: 3, agent_eval: 3, agent_config: 3 })
    expect(adoption.weeks[1]!.prepared).toEqual({ agent_brief: 0, agent_eval: 0, agent_config: 4 })
  })

  test('units are counted with everything below them', () => {
    expect(adoption.units).toEqual([
      { unit: 'Product', people: 4, adopters: 3, integrated: 1 },
      { unit: 'Product/Core', people: 3, adopters: 2, integrated: 1 },
      { unit: 'Product/Other', people: 1, adopters: 1, integrated: 0 },
    ])
  })
})

test('a team that keeps briefs, evaluations and rules for a system keeps them for everybody who works on it', () => {
  const onShared = (rows: ContributionInput[]) => rows.map(row => ({ ...row, component: 'shared' }))
  const rows = [
    ...onShared(work('ada', [0, 1, 2])),
    ...onShared(work('ben', [])),
    ...onShared(['agent_brief', 'agent_eval', 'agent_config'].map(kind => prepared('ben', 2, kind))),
  ]
  expect(adoptionOf([engineer('ada'), engineer('ben')], rows)!.weeks[0]).toMatchObject({ weeks: 3, integrated: 3 })
})

test('a brief that a change names as used counts, whoever wrote it and whenever', () => {
  const briefed = { uses: ['agent_brief of ben'], component: 'system of ben' }
  const rows = [...work('ada', [0], briefed), ...work('ben', []), prepared('ben', 11, 'agent_brief')]
  expect(adoptionOf([engineer('ada'), engineer('ben')], rows)!.weeks[0]!.prepared.agent_brief).toBe(1)
})

test('where no row says anything of agents, nothing is known of them', () => {
  const rows = work('ada', []).map(({ agent: _unsaid, ...row }) => row)
  expect(adoptionOf([engineer('ada')], rows)).toBeNull()
})

describe('actions that a tool counted', () => {
  const unsaid = (person: string) => work(person, []).map(({ agent: _unsaid, ...row }) => row)
  const people = ['ada', 'ben', 'cem'].map(id => engineer(id))
  const week = (person: string, back: number, agentActions?: number): MeetingInput => ({
    person,
    week: mondayBack(back),
    meetingHours: 2,
    ...(agentActions === undefined ? {} : { agentActions }),
  })

  test('make an adopter, and are never integration nor a week with agents’ work', () => {
    const preparedWork = [...work('ada', [0]), ...['agent_brief', 'agent_eval', 'agent_config'].map(kind => prepared('ada', 1, kind))]
    const rows = [...preparedWork, ...unsaid('ben'), ...unsaid('cem')].map(row => ({ ...row, component: 'shared' }))
    const adoption = adoptionOf(people, rows, [week('ada', 2, 5), week('ben', 2, 40), week('ben', 1, 40), week('cem', 2, 0)])!
    expect(adoption).toMatchObject({ people: 3, adopters: 2, integrated: 1, byActionsAlone: 1 })
    expect(adoption.weeks.map(({ weeks, isAdopter }) => [weeks, isAdopter])).toEqual([
      [1, true],
      [0, true],
      [0, false],
    ])
  })

  test('are enough for something to be known of agents', () => {
    const rows = people.flatMap(({ id }) => unsaid(id))
    expect(adoptionOf(people, rows, [week('ada', 3, 1)])).toMatchObject({ people: 3, adopters: 1, integrated: 0, byActionsAlone: 1 })
  })

  test('of which nobody has any, or nobody knows, leave nothing known', () => {
    const rows = people.flatMap(({ id }) => unsaid(id))
    expect(adoptionOf(people, rows, [week('ada', 3, 0), week('ben', 3)])).toBeNull()
  })

  test('before the window are of another time', () => {
    const rows = [...unsaid('ada'), ...work('ben', [0])]
    expect(adoptionOf(people.slice(0, 2), rows, [week('ada', 60, 9)])).toMatchObject({ adopters: 1, byActionsAlone: 0 })
  })
})

test('people who have left, or were at work in too few weeks, are not counted', () => {
  const people = [engineer('ada'), engineer('ben', { terminationDate: '2026-05-01' }), engineer('cem')]
  const rows = [...work('ada', [0]), ...work('ben', [8]), ...work('cem', [0]).slice(0, 3)]
  expect(adoptionOf(people, rows)).toMatchObject({ people: 1, adopters: 1 })
})

test('the interval of a share is Wilson’s: 38 of 50 are 62.6 to 85.7 %', () => {
  const { low, high } = wilsonInterval(38, 50)
  expect(low).toBeCloseTo(0.6259, 3)
  expect(high).toBeCloseTo(0.857, 3)
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
})
