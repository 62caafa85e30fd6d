/** Exports as vendors write them, odd ones above all: what is read of them, and what is said about the rest. */
import { describe, expect, test } from 'vitest'
import { epochDay, isoDate } from '../../src/domain/calendar.ts'
import { compareText } from '../../src/domain/identifiers.ts'
import { isEmployedOn, type PersonRow } from '../../src/domain/person.ts'
import { resolveManagers } from '../../src/ingest/reporting-lines.ts'
import { codesOf, memorySource, readAll } from './memory-source.ts'

const TODAY = epochDay(2026, 11, 20)!

async function read(content: string | Uint8Array) {
  const { rows, lines, report } = await readAll(memorySource(content), { today: TODAY })
  expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
  const people = rows.flatMap(each => (each.kind === 'people' ? [each.row] : []))
  const work = rows.flatMap(each => (each.kind === 'contributions' ? [each.row] : []))
  return { rows, lines, report, people, work }
}

function managers(people: readonly PersonRow[]): Record<string, string | null> {
  const { managerOf } = resolveManagers(people)
  return Object.fromEntries(people.map(({ name }, index) => [name, people[managerOf[index] ?? -1]?.name ?? null]))
}

const iso = (day: number | null) => (day === null ? null : isoDate(day))
const isHere = (person: PersonRow) => isEmployedOn({ ...person, inHris: true }, TODAY)

describe('SAP SuccessFactors with status codes', () => {
  const text = [
    'User ID;Username;First Name;Last Name;Employee Status;Position Title;Supervisor User ID;Hire Date;Termination Date',
    '103001;abyron;Ada;Byron;A;Engineer;103002;15.02.2021;31.12.9999',
    '103002;blund;Bo;Lund;U;Lead;NO_MANAGER;15.05.2019;31.12.9999',
    '103003;cdent;Cy;Dent;R;Lead;103002;01.05.2018;',
    '',
  ].join('\n')

  test('who is on unpaid leave is here, who retired is not, and the last of all days is no end', async () => {
    const { people, report } = await read(text)
    expect(report).toMatchObject({ rows: 3, accepted: 3, problems: [], mapping: { preset: 'SAP SuccessFactors' } })
    expect(people.map(each => [each.employmentStatus, each.terminationDate, isHere(each)])).toEqual([
      ['active', null, true],
      ['on_leave', null, true],
      ['terminated', null, false],
    ])
    expect(managers(people)).toEqual({ 'Ada Byron': 'Bo Lund', 'Bo Lund': null, 'Cy Dent': 'Bo Lund' })
  })
})

describe('Workday with a history of several rows a person', () => {
  test('a retroactive row takes its day, a reason in steps is known, a day to come waits', async () => {
    const { rows, people, report } = await read(
      [
        "Employee ID,Worker,Effective Date,Business Process Reason,Business Title,Management Level,Supervisory Organization,Worker's Manager",
        '000123,Ada Byron,2021-02-01,Hire Employee > New Hire > Fill Vacancy,Engineer,P2,Ledger,Bo Lund',
        '000123,Ada Byron,2023-07-01,Promotion > Annual,Senior Engineer,P3,Ledger,Bo Lund',
        '000123,Ada Byron,2022-01-01,Data Change > Correction,Engineer,P2,Payments,Bo Lund',
        '000123,Ada Byron,2027-01-01,Transfer > Move,Staff Engineer,P4,Cards,Bo Lund',
        '000124,Bo Lund,2019-05-01,Leave of Absence > Return from Leave,Lead,M2,Payments,',
        '',
      ].join('\n'),
    )
    expect(report).toMatchObject({ rows: 5, accepted: 5, rejected: 0, duplicates: 0 })
    expect(people.map(({ personId }) => personId)).toEqual(['000123', '000124'])
    const events = rows.flatMap(each => (each.kind === 'history' ? [each.row] : each.kind === 'people' ? (each.events ?? []) : []))
    expect(events.map(({ effectiveDate, reason, orgUnit }) => [iso(effectiveDate), reason, orgUnit].join()).toSorted(compareText)).toEqual([
      '2019-05-01,leave_end,Payments',
      '2021-02-01,hire,Ledger',
      '2022-01-01,Data Change > Correction,Payments',
      '2023-07-01,promotion,Ledger',
      '2027-01-01,transfer,Cards',
    ])
  })

  test('what it adds to a name is no part of it, neither of the person nor of the manager', async () => {
    const { people } = await read(
      'Worker,Employee ID,Business Title,Supervisory Organization,Manager\nAda Byron (On Leave),1,Engineer,Ledger,Bo Lund (Terminated)\nBo Lund (Terminated),2,Lead,Ledger,\n',
    )
    expect(managers(people)).toEqual({ 'Ada Byron': 'Bo Lund', 'Bo Lund': null })
  })
})

describe('people who came back', () => {
  test.each([
    ['Original Hire Date,Last Hire Date', '2015-01-01,2022-03-01'],
    ['Hire Date,Rehire Date', '2015-01-01,2022-03-01'],
    ['Rehire Date,Hire Date', '2022-03-01,2015-01-01'],
  ])('are here by the later of %s; the end date is that of the former time', async (headers, dates) => {
    const { people } = await read(
      `Employee No,First,Last,${headers},Termination Date,Mgr\n1,Ada,Byron,${dates},2018-06-30,2\n2,Bo,Lund,,,,\n`,
    )
    expect(people.map(each => [each.name, iso(each.hireDate), isHere(each)])).toEqual([
      ['Ada Byron', '2022-03-01', true],
      ['Bo Lund', null, true],
    ])
    expect(managers(people)).toEqual({ 'Ada Byron': 'Bo Lund', 'Bo Lund': null })
  })

  test('who was never hired again has the first date, and has left', async () => {
    const text = 'Employee No,Name,Hire Date,Rehire Date,Termination Date\n1,Ada,2015-01-01,,2018-06-30\n'
    const { people, report } = await read(text)
    expect(people.map(each => [iso(each.hireDate), isHere(each)])).toEqual([['2015-01-01', false]])
    expect(report.problems.map(({ message }) => message)).toEqual([
      '“Hire Date” and “Rehire Date” both look like hire_date; “Rehire Date” is read, “Hire Date” where it is blank.',
    ])
    const again = await readAll(memorySource(text), { today: TODAY, mapping: report.mapping })
    expect(again.report.problems).toEqual(report.problems)
  })
})

describe('columns of managers under other names', () => {
  test.each([
    'Supervisor User ID',
    'Vorgesetzter Personal-Nr.',
    'Personalnummer des Vorgesetzten',
    'Line Manager Employee Number',
    'Manager (ID)',
    'Direct Manager E-Mail',
  ])('%s', async header => {
    const manager = header.includes('Mail') ? 'BO@Larkmoor.example' : '2'
    const { report, people } = await read(
      `Employee ID,Name,Email,${header}\n1,Ada,ada@larkmoor.example,${manager}\n2,Bo,bo@larkmoor.example,\n`,
    )
    expect(report.mapping.columns['manager_id']).toBe(header)
    expect(managers(people)).toEqual({ Ada: 'Bo', Bo: null })
  })

  test.each(['Matrix Manager', 'HR Manager ID', 'Manager Since', 'Is Manager', "Manager's Manager ID"])('%s is none', async header => {
    const { report } = await read(`Employee ID,Name,Email,${header}\n1,Ada,ada@larkmoor.example,2\n2,Bo,bo@larkmoor.example,\n`)
    expect(report.unknownColumns).toEqual([header])
  })
})

test('Personio in French with curved apostrophes and Windows-1252', async () => {
  const text =
    'ID;Matricule;Prénom;Nom de famille;E-mail;Poste;Superviseur;Statut;Date d’embauche;ETP\n' +
    '11;0007;Zoé;Lefèvre;zoe@larkmoor.example;Ingénieure;Luc Dupré;Congé;13/02/2021;0,8\n' +
    '12;0008;Luc;Dupré;luc@larkmoor.example;Responsable;;Actif;01/05/2019;1,0\n'
  const { people, report } = await read(Buffer.from(text.replaceAll('’', '\x92'), 'latin1'))
  expect(report.dialect).toMatchObject({ encoding: 'windows-1252', delimiter: ';' })
  expect(people.map(each => [each.personId, each.name, iso(each.hireDate), each.fte, each.employmentStatus])).toEqual([
    ['0007', 'Zoé Lefèvre', '2021-02-13', 0.8, 'on_leave'],
    ['0008', 'Luc Dupré', '2019-05-01', 1, 'active'],
  ])
})

test('a column named last name first is turned, small words and all', async () => {
  const { people } = await read(
    'Employee #,"Last name, First name",Reporting to\n1,"van der Dent, Cy","d’Arc, Jo"\n2,"d’Arc, Jo",\n3,Cher,"van der Dent, Cy"\n',
  )
  expect(managers(people)).toEqual({ 'Cy van der Dent': 'Jo d’Arc', 'Jo d’Arc': null, Cher: 'Cy van der Dent' })
})

test('ADP: the position of a person is another id of theirs, never the key where an employee id stands', async () => {
  const { people, report } = await read(
    'Employee ID,Name,Position ID,Reports To Position ID\nE1,Ada,P100,P200\nE2,Bo,P200,P300\nE3,Cy,P300,\n',
  )
  expect(report.mapping.columns).toMatchObject({ person_id: 'Employee ID', aliases: 'Position ID' })
  expect(managers(people)).toEqual({ Ada: 'Bo', Bo: 'Cy', Cy: null })
})

test('the id and the e-mail of a person are no other names of theirs', async () => {
  const { people } = await read('External user ID,Name,Email,Manager email\nw-1,Ada,ada@larkmoor.example,\n')
  expect(people).toMatchObject([{ personId: 'w-1', email: 'ada@larkmoor.example', aliases: [] }])
})

test('a link of a spreadsheet is what it shows', async () => {
  const { people } = await read(
    'Employee ID,Name,Email\n1,"=HYPERLINK(""https://hr.example/1"",""Ada """"A"""" Byron"")","=hyperlink(""mailto:a@x.example"";""a@x.example"")"\n2,=A1+1,b@x.example\n',
  )
  expect(people.map(({ name, email }) => [name, email])).toEqual([
    ['Ada "A" Byron', 'a@x.example'],
    ['=A1+1', 'b@x.example'],
  ])
})

describe('calendars', () => {
  const head =
    'Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ganztägiges Ereignis,Besprechungsplanung,Erforderliche Teilnehmer,Optionale Teilnehmer,Privat\n'
  const german =
    head +
    '"Jour fixe, Hauptbuch",13.2.2024,09:00:00,13.2.2024,09:30:00,Aus,Bo Lund,Ada Byron; Cy Dent,Di Koch,Aus\n' +
    'Urlaub,14.2.2024,00:00:00,15.2.2024,00:00:00,Ein,Ada Byron,,,Aus\n' +
    'Arzt,16.2.2024,09:00:00,16.2.2024,10:00:00,Aus,Ada Byron,,,Ein\n'

  test('Outlook in German: meetings go in, days off and private ones do not', async () => {
    const { work, report } = await read(Buffer.from(german, 'latin1'))
    expect(work.map(each => [each.person, iso(each.day), each.kind, each.hours, each.participants])).toEqual([
      ['Bo Lund', '2024-02-13', 'meeting', 0.5, ['Ada Byron', 'Cy Dent', 'Di Koch']],
    ])
    expect(report.problems.map(({ code, line, severity }) => [code, line, severity])).toEqual([
      ['excluded', 3, 'error'],
      ['excluded', 4, 'error'],
    ])
    const examined = await readAll(memorySource(Buffer.from(german, 'latin1')), { today: TODAY, examine: true })
    expect(JSON.stringify(examined.report)).not.toMatch(/Urlaub|Arzt/)
  })

  test('a meeting that was cancelled took nobody’s time', async () => {
    const { work, report } = await read(
      'MeetingId,Subject,StartDate,StartTimeUTC,DurationHours,Organizer_PersonId,Number_of_attendees,IsCancelled\nm1,Weekly,2024-02-03,10:00:00,0.5,p1,5,FALSE\nm2,Weekly,2024-02-10,10:00:00,0.5,p1,5,TRUE\n',
    )
    expect(work.map(({ id }) => id)).toEqual(['m1'])
    expect(report.problems).toMatchObject([{ code: 'excluded', line: 3, column: null }])
  })
})

test('Jira with forty columns of sprints: every row one ticket, its first filled component', async () => {
  const sprints = Array.from({ length: 40 }, (_, index) => `Sprint ${index}`)
  const header = ['Summary', 'Issue key', 'Issue id', 'Status', 'Project key', 'Created', 'Resolved', 'Component/s', 'Component/s']
  const row = (key: string, components: readonly string[], filled: number) =>
    ['"Fix, ""it"""', key, '1', 'Done', 'PAY', '13/Feb/24 9:05 AM', '14/Feb/24 3:05 PM', ...components].concat(
      sprints.map((sprint, index) => (index < filled ? sprint : '')),
    )
  const table = [[...header, ...sprints.map(() => 'Sprint')], row('PAY-1', ['', 'cards'], 40), row('PAY-2', ['ledger', ''], 0)]
  const { rows, report } = await read(table.map(cells => cells.join(',')).join('\n'))
  expect(report).toMatchObject({ kind: 'work_items', rows: 2, accepted: 2, problems: [] })
  expect(rows.map(each => (each.kind === 'work_items' ? [each.row.workItem, each.row.component, each.row.title] : []))).toEqual([
    ['PAY-1', 'cards', 'Fix, "it"'],
    ['PAY-2', 'ledger', 'Fix, "it"'],
  ])
})

test('dates of every sort in one column: each its local day, the others named at their lines', async () => {
  const written: readonly (readonly [string, string | null])[] = [
    ['1.2.24', '2024-02-01'],
    ['Feb 3, 2024', '2024-02-03'],
    ['2024-02-03T10:00:00+13:00', '2024-02-03'],
    ['45325.75', '2024-02-03'],
    ['2024-02-03 10:00:00.000 +0000 UTC', '2024-02-03'],
    ['Sat, 03 Feb 2024 10:00:00 +0100 (CET)', '2024-02-03'],
    ['1706954400', '2024-02-03'],
    ['1706954400000', '2024-02-03'],
    ['2024-02-30', null],
    ['yesterday', null],
    ['17069544', null],
  ]
  const { work, lines, report } = await read(`person,occurred_at,kind\n${written.map(([text]) => `a,"${text}",commit\n`).join('')}`)
  const expected = written.flatMap(([, day], index) => (day === null ? [] : [[index + 2, day]]))
  expect(work.map(({ day }, index) => [lines[index], iso(day)])).toEqual(expected)
  expect(report.problems.filter(({ code }) => code === 'bad-date').map(({ line }) => line)).toEqual([10, 11, 12])
})

test('a quote that never closes in the middle of 50,000 rows costs that row', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `p${index % 50},2024-02-03,commit,"change ${index}"`)
  rows[20_000] = 'p0,2024-02-03,commit,"never closed'
  const { report } = await read(`person,occurred_at,kind,title\r\n${rows.join('\r\n')}\r\n`)
  expect(report).toMatchObject({ rows: 50_000, accepted: 49_999, rejected: 1 })
  expect(report.problems).toMatchObject([{ code: 'unclosed-quote', line: 20_002 }])
})

test('a cell of three megabytes loses no row before or after it', async () => {
  const { lines, report } = await read(
    `person,occurred_at,kind,title\na,2024-02-03,commit,one\nb,2024-02-03,commit,"${'lorem, ipsum\n'.repeat(250_000)}"\nc,2024-02-03,commit,three\n`,
  )
  expect(lines).toEqual([2, 250_004])
  expect(report.problems[0]).toMatchObject({ code: 'unclosed-quote', line: 3 })
  expect(report.problems[0]?.message).toContain('200 lines')
})

test('UTF-16 without a byte order mark, with tabs', async () => {
  const { people, report } = await read(Buffer.from('Employee ID\tName\tManager\n1\tÄnne Groß\t\n2\tJörg Müller\tÄnne Groß\n', 'utf16le'))
  expect(report.dialect).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', byteOrderMark: false })
  expect(managers(people)).toEqual({ 'Änne Groß': null, 'Jörg Müller': 'Änne Groß' })
})

test('a header on line 7, totals below it and line ends of CR alone', async () => {
  const { people, report } = await read(
    'Larkmoor\rReport;Mitarbeiterliste\rErstellt;01.11.2026\r\rFilter;"aktiv; Bern"\r\rPersonal-Nr.;Nachname;Vorname;Eintrittsdatum\r00012;Byron;Ada;13.02.2021\r\rSumme;1;;\r',
  )
  expect(report).toMatchObject({ rows: 1, accepted: 1, dialect: { headerLine: 7 } })
  expect(codesOf(report.problems)).toEqual(['title-lines', 'footer-line'])
  expect(people).toMatchObject([{ personId: '00012', name: 'Ada Byron' }])
})

test.each([
  ['Departed', false],
  ['Ausgetreten', false],
  ['Laid off', false],
  ['Furloughed', true],
  ['Freigestellt', true],
  ['Active', true],
])('somebody whose status is %s is here: %s', async (status, isEmployed) => {
  const { people } = await read(`Employee ID,Name,Status\n1,Ada,${status}\n`)
  expect(people.map(isHere)).toEqual([isEmployed])
})
