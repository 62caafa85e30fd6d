/** Units, leaders and work with agents as the window asks for them, over the sample organisation. */
import { describe, expect, test } from 'vitest'
import { LEADERS_SHOWN, UNITS_PAGE } from '../../src/contract/organisation.ts'
import type { DocumentHead } from '../../src/service/document-blocks.ts'
import { organisationAnswer } from '../../src/service/organisation-answer.ts'
import { agentsAnswer } from '../../src/service/agents-answer.ts'
import { richDocument } from '../report/invented-documents.ts'
import { ask, startService } from './service-fixture.ts'

const EVERYBODY = { text: '', show: 'all' } as const

async function sample() {
  const service = await startService()
  await ask(service, 'workspace.sample', {})
  await service.idle()
  return service
}

describe('in the sample organisation', () => {
  test('the hours of coordination of a unit open to rows by its people, and those of units below are among them', async () => {
    const service = await sample()
    const { units, total } = await ask(service, 'organisation.get', { page: 0 })
    expect(units).toHaveLength(total)
    const rowsOf = async (unit: string, tie: 'loadBearing' | 'optional' | 'untold') =>
      ask(service, 'organisation.rows', { figure: { kind: 'coordination', unit, tie }, page: 0 })
    const top = units.filter(({ unit }) => !unit.includes('/'))
    const withHours = top.find(({ optionalHours }) => optionalHours !== null && optionalHours > 0)!
    const all = await rowsOf(withHours.unit, 'optional')
    expect(all.total).toBeGreaterThan(0)
    expect(all.rows.map(({ date }) => date)).toEqual(
      all.rows
        .map(({ date }) => date)
        .toSorted()
        .toReversed(),
    )
    const below = units.filter(({ unit }) => unit.startsWith(`${withHours.unit}/`) && unit.split('/').length === 2)
    const ofBelow = await Promise.all(below.map(({ unit }) => rowsOf(unit, 'optional')))
    expect(ofBelow.reduce((sum, one) => sum + one.total, 0)).toBeLessThanOrEqual(all.total)
    for (const { unit, loadBearingHours } of units)
      if (loadBearingHours === null || loadBearingHours === 0) expect((await rowsOf(unit, 'loadBearing')).total, unit).toBe(0)
    const { dictionaries, arrays } = await ask(service, 'people.table', {})
    for (const { personId } of all.rows) {
      const unit = dictionaries['unit']![arrays['unit']![dictionaries['person']!.indexOf(personId)]!]!
      expect(`${unit}/`.startsWith(`${withHours.unit}/`)).toBe(true)
    }
  })

  test('every figure of a leader opens to as many rows as it says', async () => {
    const service = await sample()
    const { rows, total, counts, core } = await ask(service, 'leaders.get', { filter: EVERYBODY, page: 0 })
    expect(counts.all).toBe(total)
    expect(core.components.length).toBeGreaterThan(0)
    expect(rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name).toSorted())
    const opened = async (figure: Parameters<typeof ask<'organisation.rows'>>[2]['figure']) =>
      (await ask(service, 'organisation.rows', { figure, page: 0 })).total
    let behaviours = 0
    for (const row of rows.slice(0, 5)) {
      for (const behaviour of ['usesTools', 'presentAtDecisions', 'pushesBack'] as const) {
        if (row[behaviour].missing !== null) continue
        behaviours++
        expect(await opened({ kind: 'behaviour', leader: row.personId, behaviour })).toBe(row[behaviour].rows)
      }
      expect(await opened({ kind: 'freshness', leader: row.personId })).toBe(row.freshnessRows)
      for (const { component, rows: count } of row.rebuild)
        expect(await opened({ kind: 'rebuild', leader: row.personId, component })).toBe(count)
    }
    expect(behaviours).toBeGreaterThan(0)
  })

  test('leaders are narrowed by what stands out and by a word, and the counts say how many that leaves', async () => {
    const service = await sample()
    const { counts, core } = await ask(service, 'leaders.get', { filter: EVERYBODY, page: 0 })
    for (const show of LEADERS_SHOWN) {
      const { total, rows } = await ask(service, 'leaders.get', { filter: { text: '', show }, page: 0 })
      expect(total).toBe(counts[show])
      if (show === 'player_coach') expect(rows.every(({ playerCoach }) => playerCoach === true)).toBe(true)
      if (show === 'distant') expect(rows.every(({ distant }) => distant)).toBe(true)
      if (show === 'not_ready')
        for (const { owned, rebuild } of rows) {
          const answered = owned.filter(component => core.components.includes(component))
          expect(answered.some(component => rebuild.find(one => one.component === component)?.verdict !== 'ready')).toBe(true)
        }
    }
    const [first] = (await ask(service, 'leaders.get', { filter: EVERYBODY, page: 0 })).rows
    const named = await ask(service, 'leaders.get', { filter: { text: first!.name.toUpperCase(), show: 'all' }, page: 0 })
    expect(named.rows.map(({ personId }) => personId)).toContain(first!.personId)
    const { rows: profiles } = await ask(service, 'leaders.get', { filter: { text: '', show: 'distant' }, page: 0 })
    for (const { personId } of profiles) {
      const { person } = await ask(service, 'people.get', { person: personId })
      expect(person.flags.map(({ pattern }) => pattern)).toContain('distant_leader')
    }
  })

  test('work with agents opens to its rows, and a figure that is not there is refused in words', async () => {
    const service = await sample()
    const { agents } = await ask(service, 'agents.get', {})
    const { total } = await ask(service, 'organisation.rows', { figure: { kind: 'agents' }, page: 0 })
    expect(total).toBe(agents?.rows)
    expect(total).toBeGreaterThan(0)
    const gone = { kind: 'behaviour', leader: 'nobody', behaviour: 'usesTools' } as const
    await expect(ask(service, 'organisation.rows', { figure: gone, page: 0 })).rejects.toMatchObject({ code: 'not-found' })
    const noUnit = { kind: 'coordination', unit: 'Nowhere', tie: 'optional' } as const
    await expect(ask(service, 'organisation.rows', { figure: noUnit, page: 0 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the rows are still behind the figures after the workspace was closed and opened', async () => {
    const service = await sample()
    const { location } = (await ask(service, 'workspace.current', {}))!
    const { rows } = await ask(service, 'leaders.get', { filter: EVERYBODY, page: 0 })
    await ask(service, 'workspace.close', {})
    await service.openAt(location)
    expect((await ask(service, 'leaders.get', { filter: EVERYBODY, page: 0 })).rows).toEqual(rows)
  })
})

test('two thousand units go over in pages below a megabyte each, evidence and all', () => {
  const rich = richDocument()
  const head = {
    ...rich,
    units: Array.from({ length: 2000 }, (_, place) => ({ ...rich.units[0]!, unit: `Product/Area ${place}` })),
  } satisfies DocumentHead
  const pages = Array.from({ length: 2000 / UNITS_PAGE }, (_, page) => organisationAnswer(head, page))
  expect(pages.flatMap(({ units }) => units)).toEqual(head.units)
  for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(900_000)
})

test('no ids of contributions go over with the figures on agents', () => {
  const answer = agentsAnswer(richDocument())
  expect(answer.agents?.speedUnits).toBe(answer.agents?.speedWithoutEyes?.length)
  expect(JSON.stringify(answer)).not.toContain('"evidence"')
})
