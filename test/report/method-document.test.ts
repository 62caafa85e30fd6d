import { describe, expect, it } from 'vitest'
import { AGENT_SETTING_RULES, DEFAULT_AGENT_SETTINGS } from '../../src/analysis/agent-settings.ts'
import { BUILDER_TRAP_SETTING_RULES, DEFAULT_BUILDER_TRAP_SETTINGS } from '../../src/analysis/builder-trap-settings.ts'
import { degreeOfAuthorship, isAuthor } from '../../src/analysis/degree-of-authorship.ts'
import { DEFAULT_ENABLER_TRAP_SETTINGS, ENABLER_TRAP_SETTING_RULES } from '../../src/analysis/enabler-trap-settings.ts'
import { DEFAULT_ORGANISATION_SETTINGS, ORGANISATION_SETTING_RULES } from '../../src/analysis/organisation-settings.ts'
import { DEFAULT_FAIRNESS_SETTINGS, FAIRNESS_SETTING_RULES } from '../../src/analysis/fairness-settings.ts'
import { DEFAULT_LEADER_SETTINGS, LEADER_SETTING_RULES } from '../../src/analysis/leader-settings.ts'
import { absenceFactor, effectiveContributors } from '../../src/analysis/ownership.ts'
import { sizeFactor } from '../../src/analysis/points.ts'
import { DEFAULT_ROUTE_SETTINGS, ROUTE_SETTING_RULES } from '../../src/analysis/route-settings.ts'
import { LIVE_SETTINGS } from '../../src/analysis/setting-effects.ts'
import { DEFAULT_SETTINGS, SETTING_RULES } from '../../src/analysis/settings.ts'
import { truckFactorOf } from '../../src/analysis/truck-factor.ts'
import { analysisSchema } from '../../src/contract/analysis.ts'
import { leaderSchema, unitSchema } from '../../src/contract/analysis-organisation.ts'
import { flagSchema, personSchema } from '../../src/contract/analysis-people.ts'
import { PATTERNS } from '../../src/domain/flag.ts'
import { INPUT_COLUMNS } from '../../src/domain/input-kind.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'
import { documentText, numberIn, tableOf } from './document-tables.ts'

const method = documentText('method.md')
const data = documentText('data.md')

describe('docs/method.md', () => {
  it('lists every kind with its mode, its hours and what it changes, as the code has them', () => {
    const kinds = tableOf(method, 'kind').map(([kind, mode, hours, changes]) => [kind, mode, Number(hours), changes === 'yes'])
    expect(kinds).toEqual(
      Object.entries(DEFAULT_KINDS).map(([kind, { mode, weightHours, changesArtifact }]) => [
        `\`${kind}\``,
        mode,
        weightHours,
        changesArtifact,
      ]),
    )
  })

  it.each([
    ['setting', DEFAULT_SETTINGS, SETTING_RULES],
    ['builder trap setting', DEFAULT_BUILDER_TRAP_SETTINGS, BUILDER_TRAP_SETTING_RULES],
    ['enabler trap setting', DEFAULT_ENABLER_TRAP_SETTINGS, ENABLER_TRAP_SETTING_RULES],
    ['route setting', DEFAULT_ROUTE_SETTINGS, ROUTE_SETTING_RULES],
    ['organisation setting', DEFAULT_ORGANISATION_SETTINGS, ORGANISATION_SETTING_RULES],
    ['leader setting', DEFAULT_LEADER_SETTINGS, LEADER_SETTING_RULES],
    ['agent setting', DEFAULT_AGENT_SETTINGS, AGENT_SETTING_RULES],
    ['fairness setting', DEFAULT_FAIRNESS_SETTINGS, FAIRNESS_SETTING_RULES],
  ] as const)('lists every %s with its default and the reason the code gives', (header, defaults, rules) => {
    const rows = tableOf(method, header)
    const nameOf = (cell = '') => cell.replaceAll('`', '')
    expect(rows.map(([name]) => nameOf(name))).toEqual(Object.keys(defaults))
    expect(Object.fromEntries(rows.map(([name, value = '']) => [nameOf(name), value === 'off' ? false : numberIn(value)]))).toEqual(
      defaults,
    )
    expect(Object.fromEntries(rows.map(([name, , reason]) => [nameOf(name), reason]))).toEqual(
      Object.fromEntries(Object.entries(rules).map(([name, { reason }]) => [name, reason])),
    )
  })

  it('lists the thresholds that are counted at once, as the code has them', () => {
    const listed = tableOf(method, 'counted at once').flatMap(([, names = '']) => names.replaceAll('`', '').split(', '))
    expect(listed).toEqual([...LIVE_SETTINGS].map(name => name.replace(/^.*\./, '')))
  })

  it('states the bands with the thresholds of the settings', () => {
    const [builder, enabler, routes] = [DEFAULT_BUILDER_TRAP_SETTINGS, DEFAULT_ENABLER_TRAP_SETTINGS, DEFAULT_ROUTE_SETTINGS]
    const [leaders, agents] = [DEFAULT_LEADER_SETTINGS, DEFAULT_AGENT_SETTINGS]
    const said = tableOf(method, 'pattern').map(cells => cells.slice(1).join(' '))
    const thresholds = [
      [builder.builderPaceRatio, builder.builderLikely, builder.builderStrong],
      [enabler.enablerLeverage, enabler.enablerGap, enabler.enablerLikely, enabler.enablerStrong],
      [routes.handsOnRatioLikely, routes.handsOnRatioStrong],
      [routes.driftMeetings, routes.driftHandsOn],
      [routes.endToEndItems, routes.endToEndPerYear, routes.chanceCountLikely, routes.chanceCountStrong],
      [],
      [leaders.distantTools, leaders.distantDecisions, leaders.distantReviews, leaders.distantFreshness, leaders.leadingWeeksLeast],
      [agents.agentOutputLeast, agents.agentGrowth, agents.eyesRatio, agents.eyesRatioStrong, agents.revertsRatioStrong],
    ]
    expect(said).toHaveLength(thresholds.length)
    for (const [row, values] of thresholds.entries())
      for (const value of values) expect(said[row]).toMatch(new RegExp(`(?<![\\d.])${value}(?![\\d]|\\.\\d)`))
  })

  it('works its examples of degrees of authorship as the code does', () => {
    const degrees = tableOf(method, 'case').map(([, degree]) => Number(degree))
    const computed = [
      degreeOfAuthorship(true, 0, 0),
      degreeOfAuthorship(false, 5, 0),
      degreeOfAuthorship(true, 0, 22),
      degreeOfAuthorship(true, 0, 1),
      degreeOfAuthorship(false, 1, 0),
    ]
    expect(degrees).toHaveLength(computed.length)
    for (const [index, degree] of computed.entries()) expect(degrees[index]).toBeCloseTo(degree, 6)
    expect(isAuthor(3.457, 4.1685, false, DEFAULT_SETTINGS)).toBe(true)
    expect((3.457 / 4.1685).toFixed(2)).toBe('0.83')
    expect(method).toContain('3.457 / 4.1685 is 0.83')
  })

  it('works its examples of size, absence and effective contributors as the code does', () => {
    const factor = sizeFactor(300, 40, DEFAULT_SETTINGS)
    expect(method).toContain(`gets ${factor.toFixed(3)}, so 2 typical hours become ${(2 * factor).toFixed(2)} points`)
    const counts = [1000, 202, 90, 33, 332, 343, 42, 433]
    expect(method).toContain('1000, 202, 90, 33, 332, 343, 42 and 433 it is 2')
    expect(absenceFactor(counts)).toBe(2)
    expect(method).toContain(`effective contributors are ${effectiveContributors(counts)?.toFixed(3)}`)
  })

  it('works its example of a truck factor as the code does', () => {
    const author = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
    const authors = { author, authorOffsets: Uint32Array.from({ length: 11 }, (_, artifact) => artifact) }
    const found = truckFactorOf(authors, { from: 0, to: 10 }, Uint8Array.of(1, 1, 1), () => 1, DEFAULT_SETTINGS)
    expect(found?.truckFactor).toBe(2)
    expect(found?.coverageCurve.slice(0, 3)).toEqual([1, 0.6, 0.3])
  })
})

describe('docs/data.md', () => {
  it('names every column of every kind of file, the must ones in bold', () => {
    for (const [kind, { must, may }] of Object.entries(INPUT_COLUMNS)) {
      const start = data.indexOf(`\n### ${kind}:`)
      expect(start, kind).toBeGreaterThan(0)
      const section = data.slice(start, data.indexOf('\n##', start + 4))
      for (const column of must) expect(section, `${kind}.${column}`).toContain(`**${column}**`)
      for (const column of may) expect(section, `${kind}.${column}`).toMatch(new RegExp(`\\b${column}\\b`))
    }
  })

  it('names every field at the top of analysis.json', () => {
    const fields = tableOf(data, 'field').flatMap(([names = '']) => names.replaceAll('`', '').split(', '))
    expect(fields.toSorted()).toEqual(Object.keys(analysisSchema.shape).toSorted())
  })

  it('names every field of a person, a flag, a reason and a unit', () => {
    const person = new Map(tableOf(data, 'of a person').map(([names = '', holds = '']) => [names, holds]))
    const named = [...person.keys()].flatMap(names => names.replaceAll('`', '').split(', ')).filter(name => name !== 'flags[].reasons')
    expect(named.toSorted()).toEqual(Object.keys(personSchema.shape).toSorted())
    const expectNamed = (text: string | undefined, fields: object) => {
      for (const field of Object.keys(fields)) expect(text).toContain(`\`${field}\``)
    }
    expectNamed(person.get('`flags`'), flagSchema.shape)
    expectNamed(person.get('`flags[].reasons`'), flagSchema.shape.reasons.element.shape)
    expectNamed(person.get('`scores`'), personSchema.shape.scores.shape)
    const { unit: _path, people: _people, ...figures } = unitSchema.shape
    const told = (field: string) => tableOf(data, 'field').find(([name]) => name === `\`${field}\``)?.[1]
    expectNamed(told('units'), figures)
    const { personId: _id, why: _why, ...ofLeader } = leaderSchema.shape
    expectNamed(told('leaders'), ofLeader)
  })

  it('names every pattern', () => {
    for (const pattern of PATTERNS) expect(data).toContain(`\`${pattern}\``)
  })
})
