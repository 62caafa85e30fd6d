import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CancelledError } from '../../src/ingest/cancelled-error.ts'
import { InputError } from '../../src/ingest/input-error.ts'
import { inspectSource, readSource } from '../../src/ingest/read-file.ts'
import { codesOf, memorySource, readAll, readText, TODAY } from './memory-source.ts'

describe('the account of a file', () => {
  test('names the file, its bytes, its columns and how full they are', async () => {
    const text = 'person_id;name;note\r\n1;a;x\r\n\r\n2;;y\r\n;;\r\n'
    const { report } = await readAll(memorySource(text, { name: 'staff.csv' }))
    expect(report).toEqual({
      file: 'staff.csv',
      sha256: createHash('sha256').update(text).digest('hex'),
      bytes: text.length,
      kind: 'people',
      dialect: { encoding: 'utf-8', byteOrderMark: false, delimiter: ';', quote: '"', headerLine: 1 },
      mapping: { kind: 'people', columns: { person_id: 'person_id', name: 'name' } },
      unknownColumns: ['note'],
      protectedColumns: [],
      problems: [],
      problemCounts: [],
      presentColumns: ['person_id', 'name'],
      columnFill: { person_id: 1, name: 0.5 },
      fixes: [],
      examination: null,
      rows: 2,
      accepted: 2,
      rejected: 0,
      duplicates: 0,
    })
  })

  test('lines are counted over embedded line ends and blank lines', async () => {
    const { lines } = await readText('person_id,name\n\n1,"a\nb"\n\n2,c\r\n3,d\r4,e')
    expect(lines).toEqual([3, 6, 7, 8])
  })

  test('short rows are read with a warning, long ones are not, a trailing comma is fine', async () => {
    const { rows, report } = await readText('person_id,name,title\n1\n2,b,c,\n3,b,c,d\n4,b,c\n')
    expect(rows.map(each => each.kind === 'people' && each.row.personId)).toEqual(['1', '2', '4'])
    expect(report.problems.map(({ severity, code, line }) => `${severity} ${code} ${line}`)).toEqual([
      'warning short-row 2',
      'error long-row 4',
    ])
    expect((await readText('person_id,name,\n1,a,\n2,b\n3,c,a note\n')).report).toMatchObject({ accepted: 3, problems: [] })
  })

  test('a second line of labels under the header is no row', async () => {
    const { rows, report } = await readText('STATUS,USERID,EMAIL,TITLE\nStatus,UserId,Email,Title\nactive,7,a@x.org,Lead\n')
    expect(rows).toHaveLength(1)
    expect(report).toMatchObject({ rows: 1, accepted: 1 })
    expect(codesOf(report.problems)).toEqual(['second-header'])
    expect((await readText('artifact,status\n.document,current\n')).rows).toHaveLength(1)
    expect((await readText('artifact,status\nartifact,\n')).rows).toHaveLength(1)
  })

  test('title lines above the header are passed over and said', async () => {
    const { rows, lines, report } = await readText('Staff 2025\n\nperson_id,name\n1,a\n')
    expect(rows).toHaveLength(1)
    expect(lines).toEqual([4])
    expect(report.dialect.headerLine).toBe(3)
    expect(report.problems).toMatchObject([{ code: 'title-lines', severity: 'warning', line: 3 }])
  })

  test('a stray quote in a title is no row and no problem', async () => {
    const { report } = await readText('"Staff 2025\n\nperson_id,name\n1,a\n')
    expect(report).toMatchObject({ rows: 1, accepted: 1, rejected: 0 })
    expect(codesOf(report.problems)).not.toContain('unclosed-quote')
  })

  test('a line given up for its quotes is a rejected row', async () => {
    const { report } = await readText('person_id,name\n1,a\n2,"b\n3,c\n')
    expect(report).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
    expect(report.problems).toMatchObject([{ code: 'unclosed-quote', line: 3, severity: 'error' }])
  })

  test('a header without rows is a report of nothing', async () => {
    expect((await readText('person_id,name\n')).report).toMatchObject({ rows: 0, accepted: 0, columnFill: { person_id: 0, name: 0 } })
  })

  test('all problems are counted, the first thousand kept in line order', async () => {
    const text = `person_id,fte\n${Array.from({ length: 1500 }, (_, index) => `${index},x`).join('\n')}\n,1\n`
    const { report } = await readText(text)
    expect(report.problems).toHaveLength(1000)
    expect(report.problems.map(({ line }) => line)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 2))
    expect(report.problemCounts).toEqual([
      { severity: 'warning', code: 'bad-number', column: 'fte', count: 1500 },
      { severity: 'error', code: 'blank-cell', column: 'person_id', count: 1 },
    ])
  })

  test('what the caller knows already is a duplicate', async () => {
    const report = await readSource(memorySource('component\na\nb\nc\n'), {
      today: TODAY,
      onRow: (_, line) => (line === 3 ? 'duplicate' : 'accepted'),
    })
    expect(report).toMatchObject({ rows: 3, accepted: 2, rejected: 0, duplicates: 1 })
  })

  test('rows are always accepted, rejected or duplicates', async () => {
    const cell = fc.constantFrom('', '1', '2', 'x', '2025-01-01', '"', '"a\nb"', ' ', '9,9', 'NULL', ',')
    const line = fc.array(cell, { maxLength: 5 }).map(cells => cells.join(','))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.constantFrom('people', 'meetings', 'components'), async (body, kind) => {
        const header = { people: 'person_id,fte,hire_date', meetings: 'person,week,meeting_hours', components: 'component,criticality' }[
          kind
        ]
        const good = { people: 'g,1,2025-01-01', meetings: 'g,2025-01-01,1', components: 'g,3' }[kind]
        const { report } = await readText([header, good, ...body].join('\n'))
        expect(report.accepted + report.rejected + report.duplicates).toBe(report.rows)
        expect(report.problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(report.rejected)
      }),
      { numRuns: 200 },
    )
  })
})

describe('files that cannot be used', () => {
  test.each([
    ['x,y\n1,2\n', {}, 'unknown-kind'],
    ['x,y\n1,2\n', { kind: 'people' }, 'missing-column'],
    ['person_id\n1\n', { kind: 'people', mapping: { kind: 'history', columns: {} } }, 'mapping-kind'],
    ['person_id\n1\n', { mapping: { kind: 'people', columns: { person_id: 'Key' } } }, 'missing-column'],
  ] as const)('%j with %j: %s', async (text, options, code) => {
    await expect(readText(text, options)).rejects.toThrow(InputError)
    await expect(readText(text, options)).rejects.toMatchObject({ problem: { severity: 'fatal', code }, file: 'file.csv' })
    const inspection = await inspectSource(memorySource(text), options)
    expect(inspection.problems).toMatchObject([{ severity: 'fatal', code }])
  })

  test('the mapping of a user makes strange columns readable', async () => {
    const mapping = { kind: 'people', columns: { person_id: 'Nr', name: 'Wer' } } as const
    const { rows, report } = await readText('Liste\n\nNr;Wer\n1;a\n', { mapping })
    expect(rows[0]).toMatchObject({ row: { personId: '1', name: 'a' } })
    expect(report.dialect).toMatchObject({ delimiter: ';', headerLine: 3 })
  })

  test.each([
    ['Summary,Issue key,Issue Type,Status,Project key,Assignee\nx,A-1,Bug,Done,A,ann\n', 'Jira', /“Created” or .* or “Resolved”/],
    ['id,pull_request_id,body,account_id,commit_sha,review_id\n1,2,x,ann,3,4\n', 'DevLake pull_request_comments', /“created_date”/],
    ['number,title,author,additions,deletions,changedFiles\n1,x,ann,1,1,1\n', 'GitHub pull requests', /“mergedAt”/],
    ['MeetingId,Subject,Number_of_attendees,Organizer,Recurring\n1,x,2,ann,no\n', 'Viva meeting query', /“Collaboration_start_time”/],
    ['PersonId,Collaboration_hours,Meeting_hours,Email_hours\n1,2,3,4\n', 'Viva person query', /“MetricDate”/],
    ['Payroll Name,Position Status,Job Title Description\nx,Active,y\n', 'ADP', /“Associate ID”/],
  ])('%j lacks what an export of %s has, and is told its name', async (text, system, header) => {
    const { problems } = await inspectSource(memorySource(text))
    expect(problems).toMatchObject([{ severity: 'fatal', code: 'missing-column' }])
    expect(problems[0]!.message).toContain(`looks like an export of ${system}`)
    expect(problems[0]!.message).toMatch(header)
    await expect(readText(text)).rejects.toThrow(problems[0]!.message)
  })

  test('a file of tickets without dates is read where a user says what its columns are', async () => {
    const mapping = { kind: 'work_items', columns: { work_item: 'Issue key', title: 'Summary' } } as const
    const { rows } = await readText('Summary,Issue key,Issue Type,Status\nx,A-1,Bug,Done\n', { mapping })
    expect(rows).toMatchObject([{ row: { workItem: 'A-1', title: 'x' } }])
  })

  test('a column of dates that is blank on every row is one problem, not one a row', async () => {
    const text = 'person,occurred_at,kind\na,,fix\nb, ,fix\n'
    await expect(readText(text)).rejects.toMatchObject({ problem: { code: 'blank-column', column: 'occurred_at' } })
    expect((await inspectSource(memorySource(text))).problems).toMatchObject([{ severity: 'fatal', code: 'blank-column' }])
    expect((await readText(`${text}c,2025-01-01,fix\n`)).report).toMatchObject({ accepted: 1, rejected: 2 })
  })

  test('a NUL byte far into the file stops it there', async () => {
    const text = `person_id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},some name`).join('\n')}\n`
    await expect(readText(`${text}x\0,y\n`)).rejects.toMatchObject({ problem: { code: 'not-text', line: 20_002 } })
  })
})

describe('long files', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `${index},some name of length thirty..`).join('\n')

  test('a first ü of Windows-1252 after the head is read as what it is', async () => {
    const bytes = Buffer.concat([Buffer.from(`person_id,name\n${rows(5000)}\nlast,M`), Buffer.from([0xfc]), Buffer.from('ller\n')])
    const { rows: read, report } = await readAll(memorySource(bytes))
    expect(report.dialect.encoding).toBe('windows-1252')
    expect(report.problems).toEqual([])
    expect(read.at(-1)).toMatchObject({ row: { name: 'Müller' } })
    expect((await inspectSource(memorySource(bytes))).dialect.encoding).toBe('windows-1252')
  })

  test('one such byte in a file of UTF-8 costs a warning at its line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`person_id,name\n${rows(5000)}\nx,Zoë\ny,José\nlast,M`),
      Buffer.from([0xfc]),
      Buffer.from('ller\n'),
    ])
    const { rows: read, report } = await readAll(memorySource(bytes))
    expect(report.dialect.encoding).toBe('utf-8')
    expect(report.problems).toMatchObject([{ code: 'mixed-encoding', severity: 'warning', line: 5004 }])
    expect(read.slice(-3).map(each => each.kind === 'people' && each.row.name)).toEqual(['Zoë', 'José', 'Müller'])
  })

  test('progress goes up to the size of the file, in bytes and rows', async () => {
    const seen: number[] = []
    const source = memorySource(`person_id,name\n${rows(5000)}\n`, { blockBytes: 10_000 })
    const { report } = await readAll(source, {
      onProgress: ({ bytesRead, bytesTotal, rows: count }) => seen.push(bytesRead / bytesTotal, count),
    })
    expect(seen.filter((_, index) => index % 2 === 0)).toEqual(seen.filter((_, index) => index % 2 === 0).sort((a, b) => a - b))
    expect(seen.slice(-2)).toEqual([1, report.rows])
  })

  test('a cancelled reading stops at the next block', async () => {
    const signal = { aborted: false }
    let count = 0
    const reading = readSource(memorySource(`component,note\n${rows(5000)}\n`, { blockBytes: 1000 }), {
      today: TODAY,
      kind: 'components',
      signal,
      onRow: () => {
        count++
        signal.aborted = count >= 10
        return 'accepted'
      },
    })
    await expect(reading).rejects.toThrow(CancelledError)
    expect(count).toBeLessThan(100)
    await expect(readText('component\na\n', { signal: { aborted: true } })).rejects.toThrow(CancelledError)
  })

  test('a long line without end fails before it is read whole', async () => {
    const source = memorySource(Buffer.concat([Buffer.from('person_id,name\n1,'), Buffer.alloc(20_000_000, 'x')]))
    await expect(readAll(source)).rejects.toMatchObject({ problem: { code: 'line-too-long', line: 2 } })
  })
})

test('random bytes are read or refused with words', async () => {
  const start = fc.constantFrom('', 'person_id,name\n', "'person_id'\t'name'\r", '\ufeffcomponent;core\r\n', 'sep=|\nartifact|status\n')
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 50 }), async (header, bytes, blockBytes) => {
      const source = memorySource(Buffer.concat([Buffer.from(header), bytes]), { blockBytes })
      const outcome = await readAll(source).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(InputError)
      const inspection = await inspectSource(source).catch((error: unknown) => error)
      if (inspection instanceof Error) expect(inspection).toBeInstanceOf(InputError)
    }),
    { numRuns: 300 },
  )
})

describe('looking at a file', () => {
  test('gives dialect, headers, kind, mapping and five rows', async () => {
    const inspection = await inspectSource(
      memorySource('Employee ID;Name;Age Group;x\n1;a;30s;\n2;b\n3;c;;\n4;;;\n5;e;;\n6;f;;\n7;g;;\n8;h;;\n'),
    )
    expect(inspection).toMatchObject({
      file: 'file.csv',
      headers: ['Employee ID', 'Name', 'Age Group', 'x'],
      kind: 'people',
      mapping: { kind: 'people', columns: { person_id: 'Employee ID', name: 'Name' } },
      unknownColumns: ['x'],
      protectedColumns: [{ header: 'Age Group', attribute: 'age_group', treatment: 'quarantined' }],
      problems: [],
    })
    expect(inspection.confidence).toBeCloseTo(1.75 / 4)
    expect(inspection.sample).toEqual(['1 a', '3 c', '4 ', '5 e', '6 f'].map(row => [...row.split(' '), '', '']))
  })

  test('shows nothing of a row in which protected cells may have slipped', async () => {
    const text = 'Employee ID,Name,Gender,Department\n1,Lee, Ann,SECRET,A\n2,Bo,SECRET\n3,Cy,SECRET,B\n'
    const inspection = await inspectSource(memorySource(text))
    expect(inspection.sample).toEqual([['3', 'Cy', '', 'B']])
    expect(JSON.stringify(inspection)).not.toContain('SECRET')
    expect(inspection).toMatchObject({ surveyedRows: 1, filled: { person_id: 1 }, samples: { name: ['Cy'] } })
  })

  test('shows no kind of a leave', async () => {
    const inspection = await inspectSource(memorySource('Employee ID,Status,Department\n1,Maternity leave,A\n2,Active,A\n'))
    expect(inspection.samples['employment_status']).toEqual(['Active'])
    expect(JSON.stringify(inspection)).not.toContain('Maternity')
  })
})
