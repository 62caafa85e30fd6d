/** Copilot actions on their way from an export of Viva to who works with agents. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type EpochDay, epochDay, isoDate } from '../../src/domain/calendar.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

const FIRST_MONDAY = epochDay(2026, 1, 5) as EpochDay // a day of the calendar
const QUERY = 'PersonId,MetricDate,Collaboration_hours,Email_hours,Meeting_hours'
const APPS = 'Copilot_actions_taken_in_Teams,Copilot_actions_taken_in_Word'

/** Twelve weeks of a person, in each of them the actions given. */
const weeksOf = (person: string, actions: string) =>
  Array.from({ length: 12 }, (_, week) => `${person},${isoDate(FIRST_MONDAY + 7 * week)},20,5,6${actions}`)

async function take(service: TestService, kind: 'people' | 'meetings' | 'contributions', lines: readonly string[]): Promise<void> {
  const file = path.join(service.folder, `${kind}-${lines.length}-${lines[0]!.length}.csv`)
  await writeFile(file, `${lines.join('\n')}\n`)
  await ask(service, 'imports.start', { files: [{ handle: service.adopt(file), mapping: { kind, columns: {} } }] })
  await service.idle()
}

test('a query of the same weeks that has the actions tells who works with agents, where one without told nothing', async () => {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Review' })
  await take(service, 'people', ['person_id,org_unit', 'E1,Product', 'E2,Product', 'E3,Product'])
  await take(service, 'contributions', [
    'person,occurred_at,kind,component',
    ...['E1', 'E2', 'E3'].flatMap(person =>
      Array.from({ length: 12 }, (_, week) => `${person},${isoDate(FIRST_MONDAY + 7 * week)},commit,ledger`),
    ),
  ])
  await take(service, 'meetings', [QUERY, ...['E1', 'E2', 'E3'].flatMap(person => weeksOf(person, ''))])
  expect((await ask(service, 'agents.get', {})).agents).toBeNull()
  expect(await lacks(service)).toContain('meetings.agent_actions')

  await take(service, 'meetings', [`${QUERY},${APPS}`, ...weeksOf('E1', ',0,2'), ...weeksOf('E2', ',0,0'), ...weeksOf('E3', ',,1')])
  const { rows } = await ask(service, 'imports.list', { page: 0 })
  expect(rows.filter(({ kind }) => kind === 'meetings').map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual(
    expect.arrayContaining([
      [36, 0],
      [0, 36],
    ]),
  )
  const { agents } = await ask(service, 'agents.get', {})
  expect(agents).toMatchObject({ people: 3, adopters: 2, byActionsAlone: 2, integrated: 0, agentWeeks: 0 })
  expect(agents!.units).toMatchObject([{ unit: 'Product', people: 3, adopters: 2, integrated: 0 }])
  expect(await lacks(service)).not.toContain('meetings.agent_actions')
})

async function lacks(service: TestService): Promise<readonly string[]> {
  const { figures } = await ask(service, 'quality.get', {})
  return figures.filter(({ figure }) => figure === 'agents').flatMap(({ missing }) => missing)
}
