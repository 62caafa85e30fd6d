import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fix } from '../../src/ingest/fixes.ts'
import type { Examination, RejectedRow } from '../../src/ingest/examination.ts'
import type { ReadOptions } from '../../src/ingest/read-file.ts'
import { codesOf, memorySource, readAll, readText } from './memory-source.ts'

async function examine(text: string, options: Partial<ReadOptions> = {}): Promise<Examination & { rejected: RejectedRow[] }> {
  const rejected: RejectedRow[] = []
  const { report } = await readText(text, { ...options, examine: true, onRejected: row => rejected.push(row) })
  expect(report.examination).not.toBeNull()
  return { ...report.examination!, rejected }
}

test('a file is only examined when that is asked for', async () => {
  expect((await readText('person_id,fte\n1,x\n')).report.examination).toBeNull()
})

describe('examined rows', () => {
  test('are those with a problem or a fix, with what became of them', async () => {
    const fixes: Fix[] = [{ kind: 'replace', column: 'kind', from: 'Comit', to: 'commit' }]
    const mapping = { kind: 'contributions', columns: {}, fixes } as const
    const text = 'person,occurred_at,kind,hours\na,2025-01-01,fix,1\na,2025-01-02,Comit,2\na,soon,fix,3\na,2025-01-04,fix,x\n'
    const { rows } = await examine(text, { mapping })
    expect(rows.map(({ line, cells, after, outcome, problems }) => ({ line, cells, after, outcome, codes: codesOf(problems) }))).toEqual([
      { line: 3, cells: ['a', '2025-01-02', 'Comit', '2'], after: ['a', '2025-01-02', 'commit', '2'], outcome: 'accepted', codes: [] },
      { line: 4, cells: ['a', 'soon', 'fix', '3'], after: null, outcome: 'rejected', codes: ['bad-date'] },
      { line: 5, cells: ['a', '2025-01-04', 'fix', 'x'], after: null, outcome: 'accepted', codes: ['bad-number'] },
    ])
  })

  test('bear the name that fixes call them by', async () => {
    const text = 'person_id,gender,fte\n1,f,x\n2,m,y\n'
    const first = await examine(text)
    const leaveOut = first.rows.map(({ row }): Fix => ({ kind: 'leave-out', row }))
    const again = await examine(text, { mapping: { kind: 'people', columns: {}, fixes: leaveOut.slice(0, 1) } })
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'accepted'])
    expect(again.rows.map(({ row }) => row)).toEqual(first.rows.map(({ row }) => row))
  })

  test('show nothing protected', async () => {
    const { rows, rejected } = await examine('person_id,gender,fte,Date of Birth\n1,SECRET,x,1990-01-01\n,SECRET,1,1990-01-01\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '', 'x', ''],
      ['', '', '1', ''],
    ])
    expect(JSON.stringify([rows, rejected])).not.toMatch(/SECRET|1990/)
  })

  test('show no cells where protected ones may stand in the wrong place', async () => {
    const { rows, groups, rejected } = await examine('person_id,gender,fte\n1,x,SECRET,7\n2,SECRET\n')
    expect(rows.map(({ cells, surplus, outcome }) => [cells, surplus, outcome])).toEqual([
      [[], [], 'rejected'],
      [[], [], 'accepted'],
    ])
    expect(JSON.stringify([rows, groups, rejected])).not.toContain('SECRET')
  })

  test('show no kind of a leave', async () => {
    const { rows, words } = await examine('person_id,employment_status,fte\n1,Maternity leave,x\n2,Active,1\n')
    expect(rows[0]?.cells).toEqual(['1', '', 'x'])
    expect(JSON.stringify(words)).not.toContain('Maternity')
  })

  test('show what stands beyond the header, and how it is joined', async () => {
    const text = 'person_id,name,title\n1,Lee, Ann,Lead\n'
    expect((await examine(text)).rows).toMatchObject([{ cells: ['1', 'Lee', ' Ann'], surplus: ['Lead'], after: null, outcome: 'rejected' }])
    const mapping = { kind: 'people', columns: {}, fixes: [{ kind: 'join-cells', column: 'name' }] } as const
    expect((await examine(text, { mapping })).rows).toMatchObject([{ after: ['1', 'Lee, Ann', 'Lead'], outcome: 'accepted', problems: [] }])
  })

  test('are told of rows that could not be cut into cells', async () => {
    const { rows, rejected } = await examine('person_id,name\n1,a\n2,"b\n3,c\n')
    expect(rows).toMatchObject([{ line: 3, row: '', cells: [], outcome: 'rejected', problems: [{ code: 'unclosed-quote' }] }])
    expect(rejected).toMatchObject([{ line: 3, cells: [] }])
  })

  test('are told of people who are only decided on when all rows are known', async () => {
    const text = 'Employee ID,Full Name,Department,FTE\n1,Ann,A,1\n1,Bo,A,1\n2,Cy,A,x\n3,Di,A,\n3,Di,B,\n3,Di,A,\n'
    const { rows, rejected } = await examine(text)
    expect(rows.map(({ line, outcome, problems }) => [line, outcome, ...codesOf(problems)])).toEqual([
      [3, 'rejected', 'duplicate-person'],
      [4, 'accepted', 'bad-number'],
      [6, 'duplicate', 'several-rows'],
    ])
    expect(rows[0]?.cells).toEqual(['1', 'Bo', 'A', '1'])
    expect(rejected.map(({ line }) => line)).toEqual([3])
  })

  test('are the first two thousand, in line order, while groups and rejected rows are all', async () => {
    const body = Array.from({ length: 3000 }, (_, index) => (index % 3 === 0 ? `,x` : `${index},x`))
    const { rows, groups, rejected } = await examine(`person_id,fte\n${body.join('\n')}\n`)
    expect(rows).toHaveLength(2000)
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 2000 }, (_, index) => index + 2))
    expect(groups.find(({ code }) => code === 'bad-number')?.count).toBe(3000)
    expect(rejected).toHaveLength(1000)
  })

  test('of a file with several rows a person are the first ones too', async () => {
    const body = Array.from({ length: 2500 }, (_, index) => (index < 2400 ? `1,N${index},A` : ',x,A'))
    const { rows } = await examine(`person_id,name,org_unit\n1,Ann,A\n${body.join('\n')}\n`)
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 2000 }, (_, index) => index + 3))
  })

  test('hear of a line in another encoding as theirs', async () => {
    const text = Buffer.concat([Buffer.from('person_id,name\n1,Zoë\n2,José\n3,M'), Buffer.from([0xfc]), Buffer.from('ller\n')])
    const { report } = await readAll(memorySource(text), { examine: true })
    expect(report.examination?.rows).toMatchObject([{ line: 4, cells: ['3', 'Müller'], problems: [{ code: 'mixed-encoding' }] }])
  })
})

describe('groups of problems', () => {
  test('name the texts in question, the most frequent first', async () => {
    const { groups } = await examine('person_id,fte,track\n1,x,boss\n2,x,\n3,y,boss\n4,1,\n5, x ,\n')
    expect(groups).toMatchObject([
      {
        code: 'bad-number',
        severity: 'warning',
        column: 'fte',
        count: 4,
        values: [
          { text: 'x', count: 3 },
          { text: 'y', count: 1 },
        ],
        distinctValues: 2,
      },
      { code: 'unknown-word', column: 'track', count: 2, values: [{ text: 'boss', count: 2 }], distinctValues: 1 },
    ])
    expect(groups[0]!.message).toContain('“x” is no number')
  })

  test('hold fifty texts of all that were counted', async () => {
    const body = Array.from({ length: 120 }, (_, index) => `${index},v${index}`)
    const { groups } = await examine(`person_id,fte\n${body.join('\n')}\n`)
    expect(groups[0]).toMatchObject({ count: 120, distinctValues: 120 })
    expect(groups[0]!.values).toHaveLength(50)
  })

  test('count the problems of the whole file as well', async () => {
    expect(codesOf((await examine('Staff\nperson_id,name\n1,a\n')).groups)).toEqual(['title-lines'])
  })
})

describe('words', () => {
  test.each([
    [
      'contributions',
      'person,occurred_at,kind\na,2025-01-01,PR\na,2025-01-01,PR\na,2025-01-01,Yoga\n',
      ['PR 2 pull_request', 'Yoga 1 null'],
    ],
    ['contributions', 'person,occurred_at,kind,change\na,2025-01-01,fix,M\na,2025-01-01,fix,?\n', ['fix 2 fix', 'M 1 changed', '? 1 null']],
    ['contributions', 'person,occurred_at,kind,outcome,agent\na,2025-01-01,fix,Merged,ja\n', ['fix 1 fix', 'Merged 1 shipped', 'ja 1 yes']],
    [
      'people',
      'person_id,track,level\n1,Führungskraft,L4\n2,Boss,Senior\n',
      ['L4 1 L4', 'Senior 1 null', 'Führungskraft 1 manager', 'Boss 1 null'],
    ],
    ['people', 'person_id,level,level_rank\n1,Senior,3\n', ['Senior 1 Senior']],
    [
      'people',
      'person_id,employment_status,role_family,governance\n1,Aktiv,Data,no\n2,Left,Data,maybe\n3,Who knows,,\n',
      ['Aktiv 1 active', 'Left 1 terminated', 'Who knows 1 null', 'Data 2 Data', 'no 1 no', 'maybe 1 null'],
    ],
    [
      'history',
      'person_id,effective_date,reason\n1,2025-01-01,Beförderung\n2,2025-01-01,Party\n',
      ['Beförderung 1 promotion', 'Party 1 null'],
    ],
    ['work_items', 'work_item,status\n1,Doing\n', ['Doing 1 Doing']],
    ['artifacts', 'artifact,status\na,deleted\nb,lost\n', ['deleted 1 removed', 'lost 1 null']],
    ['components', 'component,regulated,core\na,ja,x\n', ['ja 1 yes', 'x 1 null']],
  ] as const)('of %s %j', async (kind, text, expected) => {
    const { words } = await examine(text, { kind })
    expect(words.map(({ word, rows, meant }) => `${word} ${rows} ${meant}`).toSorted()).toEqual([...expected].toSorted())
  })

  test('are taken as a mapping says', async () => {
    const mapping = { kind: 'people', columns: {}, values: { track: { Boss: 'manager', 'Stufe X': '' } } } as const
    const { words } = await examine('person_id,track\n1,Boss\n2,Stufe X\n', { mapping })
    expect(words.map(({ field, header, word, meant }) => [field, header, word, meant])).toEqual([
      ['track', 'track', 'Boss', 'manager'],
      ['track', 'track', 'Stufe X', ''],
    ])
  })

  test('are two hundred at most, the most frequent first', async () => {
    const body = Array.from({ length: 300 }, (_, index) => `${index},w${index}`)
    const { words } = await examine(`person_id,role_family\nx,w250\n${body.join('\n')}\n`)
    expect(words).toHaveLength(200)
    expect(words[0]).toMatchObject({ word: 'w250', rows: 2 })
  })
})

test('rejected rows are told without an examination too', async () => {
  const rejected: RejectedRow[] = []
  const { report } = await readText('person_id,name\n,a\n1,b,c\n2,d\n', { onRejected: row => rejected.push(row) })
  expect(report.examination).toBeNull()
  expect(rejected.map(({ line, cells, problems }) => [line, cells, codesOf(problems)])).toEqual([
    [2, ['', 'a'], ['blank-cell']],
    [3, ['1', 'b', 'c'], ['long-row']],
  ])
})

test('an examination changes nothing, and its rows and groups agree with the report', async () => {
  const cell = fc.constantFrom('', '1', '2', 'x', 'Ann', '2025-01-01', 'soon', '"', '0,5', 'NULL', 'a,b')
  const line = fc.array(cell, { maxLength: 6 }).map(cells => cells.join(','))
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), fc.constantFrom('people', 'contributions', 'history'), async (body, kind) => {
      const header = {
        people: 'person_id,name,fte,org_unit,gender',
        contributions: 'person,occurred_at,kind,size',
        history: 'person_id,effective_date,fte',
      }[kind]
      const good = { people: '7,Bo,1,A,f', contributions: 'b,2025-01-01,fix,1', history: '7,2025-01-01,1' }[kind]
      const text = [header, good, ...body].join('\n')
      const rejected: RejectedRow[] = []
      const plain = await readText(text, { kind })
      const { rows, report } = await readText(text, { kind, examine: true, onRejected: row => rejected.push(row) })
      expect(rows).toEqual(plain.rows)
      expect({ ...report, examination: null }).toEqual(plain.report)
      const { rows: examined, groups } = report.examination!
      expect(examined.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(report.rejected)
      expect(rejected).toHaveLength(report.rejected)
      expect(groups.map(({ code, severity, column, count }) => ({ code, severity, column, count }))).toEqual(
        report.problemCounts.map(({ code, severity, column, count }) => ({ code, severity, column, count })),
      )
      expect(examined.map(each => each.line)).toEqual(examined.map(each => each.line).toSorted((a, b) => a - b))
    }),
    { numRuns: 200 },
  )
})
