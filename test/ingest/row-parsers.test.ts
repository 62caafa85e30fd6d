import { describe, expect, test } from 'vitest'
import type { ContributionRow } from '../../src/domain/contribution.ts'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { codesOf, memorySource, readText } from './memory-source.ts'

async function contribution(header: string, cells: string): Promise<ContributionRow> {
  const { rows } = await readText(`person,occurred_at,kind,${header}\nann,2025-03-04,commit,${cells}\n`)
  const [first] = rows
  if (first?.kind !== 'contributions') throw new Error('No contribution was read')
  return first.row
}

const problemsOf = async (text: string) => (await readText(text)).report.problems

describe('people', () => {
  const HEADER =
    'person_id,name,email,aliases,manager_id,title,role_family,level,level_rank,track,org_unit,location,fte,hire_date,termination_date,employment_status,leave_from,leave_to,performance_rating,rating_max,comp_ratio,governance,accountable_for,planned_title,planned_track,planned_date'

  test('every field is read', async () => {
    const { rows, lines } = await readText(
      `${HEADER}\n007, Ann Lee ,ann@x.org,al; annlee;al,1,Engineer,engineering,L5,5,IC,A/B,Bern,0.8,2020-01-02,9999-12-31,active,2025-01-01,2025-02-01,4,5,1.05,Yes,ledger;ai,Lead,Manager,2026-02-01\n`,
    )
    expect(lines).toEqual([2])
    expect(rows[0]).toEqual({
      kind: 'people',
      demographics: [],
      row: {
        personId: '007',
        name: 'Ann Lee',
        email: 'ann@x.org',
        aliases: ['al', 'annlee'],
        manager: '1',
        title: 'Engineer',
        roleFamily: 'engineering',
        level: 'L5',
        levelRank: 5,
        track: 'ic',
        orgUnit: 'A/B',
        location: 'Bern',
        fte: 0.8,
        hireDate: 18_263,
        terminationDate: null,
        employmentStatus: 'active',
        leaveFrom: 20_089,
        leaveTo: 20_120,
        performanceRating: 4,
        ratingMax: 5,
        compRatio: 1.05,
        governance: true,
        accountableFor: ['ledger', 'ai'],
        plannedTitle: 'Lead',
        plannedTrack: 'manager',
        plannedDate: 20_485,
      },
    })
  })

  test('a bad optional cell is null with a warning at its line and column', async () => {
    const { rows, report } = await readText('Person ID,Hire Date,FTE,track,governance,level_rank\n1,soon,3,boss,maybe,2.5\n')
    expect(rows[0]).toMatchObject({ row: { personId: '1', hireDate: null, fte: null, track: null, governance: null, levelRank: null } })
    expect(report.problems.map(({ severity, code, line, column }) => `${severity} ${code} ${line} ${column}`).sort()).toEqual([
      'warning bad-date 2 Hire Date',
      'warning bad-number 2 level_rank',
      'warning bad-yes-no 2 governance',
      'warning out-of-range 2 FTE',
      'warning unknown-word 2 track',
    ])
    expect(report.problems.find(({ code }) => code === 'bad-date')?.message).toContain('2024-05-31')
  })

  test('a blank must cell keeps the row out', async () => {
    const { rows, report } = await readText('person_id,name\nNULL,a\n2,b\n')
    expect(rows).toHaveLength(1)
    expect(report).toMatchObject({ rows: 2, accepted: 1, rejected: 1, duplicates: 0 })
    expect(report.problems).toMatchObject([{ severity: 'error', code: 'blank-cell', line: 2, column: 'person_id' }])
  })

  test('the same row again is a duplicate, another row of the same person an error that names the first', async () => {
    const { report } = await readText('person_id,name\n1,a\n2,b\n1,a\n1,c\n')
    expect(report).toMatchObject({ rows: 4, accepted: 2, rejected: 1, duplicates: 1 })
    expect(report.problems).toMatchObject([{ code: 'duplicate-person', line: 5, column: 'person_id' }])
    expect(report.problems[0]!.message).toContain('line 2')
  })

  test('words for no manager are no manager', async () => {
    const { rows } = await readText('person_id,manager_id\n1,NO_MANAGER\n2,no_mgr\n3,1\n')
    expect(rows.map(each => each.kind === 'people' && each.row.manager)).toEqual([null, null, '1'])
  })

  test('groups are put apart, and neither they nor what is not stored is ever shown', async () => {
    const text = 'person_id,demographic_gender,Age,Religion,fte\n1,secret-g,51,secret-r,x\n2,NULL,52,,1\n3,secret-g,secret-r\n'
    const { rows, report } = await readText(text)
    expect(rows.map(each => each.kind === 'people' && each.demographics)).toEqual([
      [
        { personId: '1', attribute: 'gender', value: 'secret-g' },
        { personId: '1', attribute: 'religion', value: 'secret-r' },
      ],
      [],
      [{ personId: '3', attribute: 'gender', value: 'secret-g' }],
    ])
    expect(rows.map(each => JSON.stringify(each.row)).join()).not.toMatch(/secret|5[12]/)
    expect(JSON.stringify(report)).not.toMatch(/secret|"5[12]"/)
    expect(report.protectedColumns.map(({ header, treatment }) => `${header} ${treatment}`)).toEqual([
      'demographic_gender quarantined',
      'Age not_stored',
      'Religion quarantined',
    ])
    const inspection = await inspectSource(memorySource(text))
    expect(inspection.sample).toEqual([
      ['1', '', '', '', 'x'],
      ['2', '', '', '', '1'],
    ])
    expect(JSON.stringify(inspection)).not.toMatch(/secret/)
  })

  test('a protected cell that slipped into another column is not repeated in a message', async () => {
    const problems = await problemsOf('person_id,fte,gender,title\n1,secret-g,Engineer\n')
    expect(codesOf(problems)).toEqual(['short-row', 'bad-number'])
    expect(JSON.stringify(problems)).not.toContain('secret')
  })
})

describe('history', () => {
  test('known reasons are folded, others kept', async () => {
    const { rows } = await readText('person_id,effective_date,reason\n1,2024-01-01,Leave Start\n1,2024-02-01,Went West\n')
    expect(rows.map(each => each.kind === 'history' && [each.row.effectiveDate, each.row.reason])).toEqual([
      [19_723, 'leave_start'],
      [19_754, 'Went West'],
    ])
  })

  test('a bad effective date keeps the row out', async () => {
    expect(await problemsOf('person_id,effective_date\n1,4347\n')).toMatchObject([{ severity: 'error', code: 'bad-date', line: 2 }])
  })
})

describe('contributions', () => {
  test('every field is read', async () => {
    const { rows } = await readText(
      'contribution_id,person,person_name,occurred_at,kind,component,artifact,previous_artifact,work_item,title,url,size,hours,change,participants,uses,outcome,agent\n' +
        'c1,ann,Ann,2025-03-04T23:30:00-05:00,Pull Request,ledger,src/a.ts,src/b.ts,T-1,Fix,https://x.org/1,12,1.5,Renamed,bo;cy,kit;lib,Worked,no\n',
    )
    expect(rows[0]).toEqual({
      kind: 'contributions',
      row: {
        id: 'c1',
        person: 'ann',
        personName: 'Ann',
        day: 20_151,
        instant: 20_151 * 86_400 + 23.5 * 3600 + 5 * 3600,
        kind: 'pull_request',
        component: 'ledger',
        artifact: 'src/a.ts',
        previousArtifact: 'src/b.ts',
        workItem: 'T-1',
        title: 'Fix',
        url: 'https://x.org/1',
        size: 12,
        hours: 1.5,
        change: 'renamed',
        participants: ['bo', 'cy'],
        uses: ['kit', 'lib'],
        outcome: 'worked',
        agent: false,
      },
    })
  })

  test.each([
    ['size,added,deleted', '7,1,2', 7],
    ['size,added,deleted', ',1,2', 3],
    ['size,added,deleted', ',,2', 2],
    ['size,added,deleted', ',-,-', null],
    ['added', '4', 4],
  ])('size from %s = %s is %s', async (header, cells, size) => expect((await contribution(header, cells)).size).toBe(size))

  test.each([
    ['component,artifact', 'ledger,src/a.ts', 'ledger'],
    ['component,artifact', ',src/core/a.ts', 'src'],
    ['artifact', 'README', '(root)'],
    ['artifact', './src/a.ts', 'src'],
    ['artifact', '/etc/hosts', 'etc'],
    ['title', 'x', null],
  ])('component from %s = %s is %s', async (header, cells, component) =>
    expect((await contribution(header, cells)).component).toBe(component),
  )

  test('unknown kinds are kept, folded', async () => {
    const { rows } = await readText('person,occurred_at,kind\na,2025-01-01,Deep-Thought Session\n')
    expect(rows[0]).toMatchObject({ row: { kind: 'deep_thought_session' } })
  })

  test('a date after today is an error, today is not', async () => {
    const { report } = await readText('person,occurred_at,kind\na,2026-01-01T23:00:00Z,fix\na,2026-01-02,fix\n')
    expect(report).toMatchObject({ accepted: 1, rejected: 1 })
    expect(report.problems).toMatchObject([{ severity: 'error', code: 'future-date', line: 3, column: 'occurred_at' }])
  })

  test('an unknown outcome is a warning and null', async () => {
    expect((await contribution('outcome,change', 'great,moved')).outcome).toBeNull()
    expect(codesOf(await problemsOf('person,occurred_at,kind,outcome\na,2025-01-01,fix,great\n'))).toEqual(['unknown-word'])
  })

  test('a person who is in no other file is kept as written', async () => {
    expect((await contribution('person_name', 'Ann')).person).toBe('ann')
  })
})

describe('meetings, components, work items and artifacts', () => {
  test('hours of a week are 0 to 168', async () => {
    const { rows, report } = await readText(
      'person,week,meeting_hours,focus_hours\na,2025-01-08,10.5,200\na,2025-01-08,169,1\na,2025-01-08,-1,1\n',
    )
    expect(rows.map(each => each.row)).toEqual([
      {
        person: 'a',
        day: 20_096,
        meetingHours: 10.5,
        focusHours: null,
        meetings: null,
        attendees: null,
        oneOnOneHours: null,
        agentActions: null,
      },
    ])
    expect(report.problems.map(({ severity, line }) => `${severity} ${line}`)).toEqual(['warning 2', 'error 3', 'error 4'])
  })

  test('actions of agents are summed over all their columns, of which a blank or a bad one is left out', async () => {
    const { rows, report } = await readText(
      'person,week,meeting_hours,Word,Excel\na,2025-01-08,1,2,3\na,2025-01-08,1,,3\na,2025-01-08,1,,\na,2025-01-08,1,2,x\n',
      {
        kind: 'meetings',
        mapping: {
          kind: 'meetings',
          columns: { person: 'person', week: 'week', meeting_hours: 'meeting_hours', agent_actions: 'Word' },
          fallbacks: { agent_actions: ['Excel'] },
        },
      },
    )
    expect(rows.map(each => (each.kind === 'meetings' ? each.row.agentActions : 'no meeting'))).toEqual([5, 3, null, 2])
    expect(report.problems.map(({ code, line, column }) => [code, line, column])).toEqual([['bad-number', 5, 'Excel']])
  })

  test('criticality is a whole number of 1 to 5', async () => {
    const { rows } = await readText('component,criticality,regulated,core,owner_unit\na,5,yes,no,U\nb,6,,,\nc,2.5,,,\n')
    expect(rows.map(each => each.row)).toEqual([
      { component: 'a', criticality: 5, ownerUnit: 'U', regulated: true, core: false },
      { component: 'b', criticality: null, ownerUnit: null, regulated: null, core: null },
      { component: 'c', criticality: null, ownerUnit: null, regulated: null, core: null },
    ])
  })

  test('work items', async () => {
    const { rows } = await readText(
      'work_item,title,component,opened_at,started_at,finished_at,status,size,handoffs\nT-1,x,c,2025-01-01,2025-01-02,NULL,open,3,2\n',
    )
    expect(rows[0]!.row).toEqual({
      workItem: 'T-1',
      title: 'x',
      component: 'c',
      openedAt: 20_089,
      startedAt: 20_090,
      finishedAt: null,
      status: 'open',
      size: 3,
      handoffs: 2,
    })
  })

  test('a blank status of an artifact is current, another word is too, with a warning', async () => {
    const { rows, report } = await readText('artifact,status,lines\na,,10\nb,Out of scope,\nc,lost,\n')
    expect(rows.map(each => each.kind === 'artifacts' && each.row.status)).toEqual(['current', 'out_of_scope', 'current'])
    expect(codesOf(report.problems)).toEqual(['unknown-word'])
  })
})
