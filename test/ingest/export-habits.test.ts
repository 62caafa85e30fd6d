/** What real exports do, one habit after another, each in a small file through the whole reading. */
import { describe, expect, test } from 'vitest'
import { epochDay, isoDate } from '../../src/domain/calendar.ts'
import type { PersonRow } from '../../src/domain/person.ts'
import { inspectSource, type ReadOptions } from '../../src/ingest/read-file.ts'
import { resolveManagers } from '../../src/ingest/reporting-lines.ts'
import { codesOf, memorySource, readAll } from './memory-source.ts'

const TODAY = epochDay(2026, 11, 20)!

async function people(content: string | Uint8Array, options: Partial<ReadOptions> = {}) {
  const { rows, report } = await readAll(memorySource(content), { kind: 'people', today: TODAY, ...options })
  expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
  return { people: rows.flatMap(each => (each.kind === 'people' ? [each.row] : [])), rows, report }
}

/** Who reports to whom, by names. */
function lines(rows: readonly PersonRow[]): Record<string, string | null> {
  const { managerOf } = resolveManagers(rows)
  return Object.fromEntries(rows.map(({ name }, index) => [name, rows[managerOf[index] ?? -1]?.name ?? null]))
}

const iso = (day: number | null) => (day === null ? null : isoDate(day))

describe('around the table', () => {
  test.each([
    ['title rows above the header', 'Headcount\nAs of 10/31/2026\n\nperson_id,name\n1,Ann\n'],
    ['two header rows, of keys and of labels', 'PERSON_ID,NAME\nPerson Id,Name\n1,Ann\n'],
    ['a line sep=; before the header', 'sep=;\nperson_id;name\n1;Ann\n'],
    ['a quoted line sep=; before the header', '"sep=;"\r\nperson_id;name\r\n1;Ann\r\n'],
    ['a header in other words, below a long title', '"A title; with, all | kinds"\nperson_id\tname\n1\tAnn\n'],
    ['trailing commas on every line', 'person_id,name,,\n1,Ann,,\n'],
    ['trailing commas on rows only', 'person_id,name\n1,Ann,,\n'],
    ['blank rows of commas between', 'person_id,name\n,\n\n1,Ann\n,\n'],
    ['totals below', 'person_id,name,fte\n1,Ann,1\nTotal,1,1\n'],
    ['figures in every column of the totals', 'person_id,name,title,fte\n1,Ann,x,1\nSumme,1,1,"1,5"\n'],
    ['who exported it, below', 'person_id,name,title\n1,Ann,x\n\nExported by: hr on 2026-01-01\n'],
    ['single quotes around every cell', "'person_id','name'\n'1','Ann'\n"],
    ['two columns by semicolon', 'person_id;name\n1;Ann\n'],
    ['two columns by tab', 'person_id\tname\n1\tAnn\n'],
    ['line ends of three kinds', 'person_id,name\r\n1,Ann\r'],
  ])('%s: one person, nothing lost', async (_habit, text) => {
    const { people: read, report } = await people(text)
    expect(read.map(({ personId, name }) => [personId, name])).toEqual([['1', 'Ann']])
    expect(report).toMatchObject({ rows: 1, accepted: 1 })
    expect(report.problems.filter(({ severity }) => severity !== 'warning')).toEqual([])
  })

  test('a header named again as a row far below is a row like any other, and says what is wrong', async () => {
    const { report } = await people('person_id,name,fte\n1,Ann,1\nperson_id,name,fte\n2,Bo,1\n')
    expect(report).toMatchObject({ rows: 3, accepted: 3 })
    expect(codesOf(report.problems)).toEqual(['bad-number'])
  })

  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('person_id,name\n1,Zoë\n')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffperson_id,name\n1,Zoë\n')],
    ['UTF-16 LE', Buffer.from('\ufeffperson_id,name\n1,Zoë\n', 'utf16le')],
    ['UTF-16 BE', Buffer.from('\ufeffperson_id,name\n1,Zoë\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('person_id,name\n1,Zo\xeb\n', 'latin1')],
  ])('in %s', async (_encoding, bytes) => {
    expect((await people(bytes)).people[0]?.name).toBe('Zoë')
  })
})

describe('in the cells', () => {
  test('line ends, quotes and delimiters in quotes belong to the cell', async () => {
    const { people: read } = await people('person_id,name,title\n1,"Ann\nLee","a ""b"", c"\n')
    expect(read[0]).toMatchObject({ name: 'Ann\nLee', title: 'a "b", c' })
  })

  test('tabs and no-break blanks around them do not', async () => {
    expect((await people('person_id,name\n\u00a01 ,\tAnn\u00a0\n')).people[0]).toMatchObject({ personId: '1', name: 'Ann' })
  })

  test('rows with fewer cells are read and said, with more are given back', async () => {
    const { people: read, report } = await people('person_id,name,title\n1,Ann\n2,Lee, Bo,x\n3,Cy,x\n')
    expect(read.map(({ personId }) => personId)).toEqual(['1', '3'])
    expect(codesOf(report.problems)).toEqual(['short-row', 'long-row'])
  })

  test('a quote that never closes costs its line', async () => {
    const { people: read, report } = await people('person_id,name,title\n1,"Ann,Engineer\n2,Bo,Lead\n3,Cy "the hammer" Orr,Lead\n')
    expect(read.map(({ name }) => name)).toEqual(['Bo', 'Cy "the hammer" Orr'])
    expect(report.problems.find(({ severity }) => severity === 'error')).toMatchObject({ code: 'unclosed-quote', line: 2 })
  })

  test('of headers that stand twice the first is read, and said', async () => {
    const { people: read, report } = await people('person_id,name,org_unit,org_unit\n1,Ann,A,B\n')
    expect(read[0]?.orgUnit).toBe('A')
    expect(codesOf(report.problems)).toEqual(['repeated-header'])
  })

  test('what a spreadsheet would run stays text', async () => {
    const { people: read } = await people('person_id,name,title\n1,=1+1,@cmd\n2,+49 30,-x\n')
    expect(read.map(({ name, title }) => [name, title])).toEqual([
      ['=1+1', '@cmd'],
      ['+49 30', '-x'],
    ])
  })

  test('dates in many forms, in one file and even one row', async () => {
    const cells = '2020-05-18,05/18/20,18.05.2020,43969,"May 18, 2020"\n2,18 May 2020,5/1/2020,1.5.2020,43969.5,2020-05-18T23:30:00-08:00'
    const { people: read } = await people(`person_id,hire_date,termination_date,leave_from,leave_to,planned_date\n1,${cells}\n`)
    expect(read.map(row => [row.hireDate, row.terminationDate, row.leaveFrom, row.leaveTo, row.plannedDate].map(iso))).toEqual([
      ['2020-05-18', '2020-05-18', '2020-05-18', '2020-05-18', '2020-05-18'],
      ['2020-05-18', '2020-05-01', '2020-05-01', '2020-05-18', '2020-05-18'],
    ])
  })

  test('day numbers count from 1904 where somebody says so', async () => {
    const mapping = { kind: 'people', columns: {}, formats: { hire_date: 'excel-1904' } } as const
    const { people: read, report } = await people('person_id,hire_date\n1,42507\n', { mapping })
    expect(iso(read[0]!.hireDate)).toBe('2020-05-18')
    expect(report.problems).toEqual([])
  })

  test('what stands for nothing is nothing', async () => {
    const text =
      'person_id,name,manager_id,hire_date,termination_date\n1,NULL,NO_MANAGER,0000-00-00,9999-01-01\n2,N/A,NO_MGR,-,9999-12-31\n'
    const { people: read, report } = await people(text)
    for (const row of read) expect(row).toMatchObject({ name: null, manager: null, hireDate: null, terminationDate: null })
    expect(report.problems).toEqual([])
  })
})

describe('of people and those they report to', () => {
  test('managers as ids without their zeros, e-mails, names turned round and names with ids', async () => {
    const { people: read } = await people(
      'person_id,name,email,manager_id\n0001,Ann Lee,ann@x.org,\n0002,Bo Ray,bo@x.org,1\n0003,Cy Orr,cy@x.org,BO@x.org\n0004,Di Poe,di@x.org,"Orr, Cy"\n0005,Ed Fox,ed@x.org,Di Poe (0004)\n',
    )
    expect(lines(read)).toEqual({ 'Ann Lee': null, 'Bo Ray': 'Ann Lee', 'Cy Orr': 'Bo Ray', 'Di Poe': 'Cy Orr', 'Ed Fox': 'Di Poe' })
  })

  test('managers by position, where people have another key', async () => {
    const { people: read } = await people(
      'Payroll Name,Associate ID,Position ID,Position Status,Reports To Position ID\n"Lee, Ann",A1,P1,Active,P2\n"Ray, Bo",A2,P2,Active,\n',
    )
    expect(read.map(({ personId }) => personId)).toEqual(['A1', 'A2'])
    expect(lines(read)).toEqual({ 'Ann Lee': 'Bo Ray', 'Bo Ray': null })
  })

  test('somebody who manages themselves, a loop, two roots and a manager who is nobody’s row', async () => {
    const { people: read } = await people('person_id,name,manager_id\n1,Ann,1\n2,Bo,3\n3,Cy,2\n4,Di,gone\n5,Ed,4\n6,Flo,\n')
    const { problems, roots } = resolveManagers(read)
    expect(problems.map(({ code, personIds }) => [code, ...personIds])).toEqual([
      ['manager-loop', '2', '3'],
      ['manager-not-found', '4'],
      ['manager-self', '1'],
    ])
    expect(roots).toBe(4)
  })

  test('ids of which a spreadsheet cut zeros are warned about', async () => {
    const { report } = await people('Employee Number,Supervisor Employee Number,Last Hire Date\n000123,4567,\n4567,000089,\n89,,\n')
    expect(codesOf(report.problems)).toEqual(['uneven-ids'])
  })

  test('one person under two ids after a transfer is named by the e-mail', async () => {
    const { report } = await people('person_id,name,email\nDE-1,Ann Lee,ann@x.org\nFR-9,Ann Lee,Ann@x.org\n')
    expect(report).toMatchObject({ accepted: 2 })
    expect(codesOf(report.problems)).toEqual(['same-email'])
  })

  test('those who left, came back, start later or are away keep their dates', async () => {
    const { people: read } = await people(
      'person_id,name,employment_status,hire_date,termination_date,leave_from,leave_to\n1,Ann,Terminated,2020-01-01,2024-06-30,,\n2,Bo,Active,2027-01-01,,,\n3,Cy,Parental leave,2020-01-01,,2026-10-01,2027-03-31\n',
    )
    expect(
      read.map(({ employmentStatus, hireDate, terminationDate, leaveTo }) => [
        employmentStatus,
        ...[hireDate, terminationDate, leaveTo].map(iso),
      ]),
    ).toEqual([
      ['Terminated', '2020-01-01', '2024-06-30', null],
      ['Active', '2027-01-01', null, null],
      ['on_leave', '2020-01-01', null, '2027-03-31'],
    ])
  })

  test('the kind of a leave stays out of statuses and reasons', async () => {
    const statuses = ['Maternity Leave', 'In Elternzeit', 'Krank', 'Congé maladie', 'Sick leave', 'FMLA']
    const { people: read } = await people(
      `person_id,employment_status\n${statuses.map((status, index) => `${index},${status}`).join('\n')}\n`,
    )
    expect(new Set(read.map(({ employmentStatus }) => employmentStatus))).toEqual(new Set(['on_leave']))
    const reasons = [
      'Start of maternity leave',
      'Return from parental leave',
      'Beginn Elternzeit',
      'Ende Elternzeit',
      'Reorganisation',
      'Did not return from parental leave',
    ]
    const history = `person_id,effective_date,reason\n${reasons.map((reason, index) => `${index},2025-01-01,${reason}`).join('\n')}\n`
    const { rows } = await readAll(memorySource(history), { kind: 'history', today: TODAY })
    expect(rows.map(each => each.kind === 'history' && each.row.reason)).toEqual([
      'leave_start',
      'leave_end',
      'leave_start',
      'leave_end',
      'reorganisation',
      'exit',
    ])
    expect((await people('person_id,employment_status\n1,Retired for medical reasons\n')).people[0]?.employmentStatus).toBe('terminated')
  })
})

describe('vendors', () => {
  test('Personio in German: semicolons, decimal commas, names that point at managers, nothing protected', async () => {
    const text = `Personalnummer;Vorname;Nachname;E-Mail;Geschlecht;Geburtsdatum;Position;Abteilung;Vorgesetzter;Standort;Einstellungsdatum;Austrittsdatum;Status;Vollzeitäquivalent
00012;Jörg;Müller;joerg@firma.de;männlich;01.02.1980;Teamleiter;Technik / Plattform;Weiß, Änne;Köln;01.04.2015;;Aktiv;1,0
00013;Änne;Weiß;aenne@firma.de;weiblich;03.12.1975;Geschäftsführerin;Leitung;;Köln;15.06.2010;;Aktiv;0,96
00115;Eva;Groß;eva@firma.de;weiblich;11.11.1991;Entwicklerin;Technik / Plattform;Jörg Müller;Bonn;01.07.2023;;In Elternzeit;0,5
`
    const { people: read, rows, report } = await people(Buffer.from(text, 'latin1'), { examine: true })
    expect(report).toMatchObject({ rows: 3, accepted: 3, problems: [], dialect: { encoding: 'windows-1252', delimiter: ';' } })
    expect(lines(read)).toEqual({ 'Jörg Müller': 'Änne Weiß', 'Änne Weiß': null, 'Eva Groß': 'Jörg Müller' })
    expect(read.map(({ personId, fte, hireDate }) => [personId, fte, iso(hireDate)])).toEqual([
      ['00012', 1, '2015-04-01'],
      ['00013', 0.96, '2010-06-15'],
      ['00115', 0.5, '2023-07-01'],
    ])
    expect(JSON.stringify([rows, report])).not.toMatch(/1980|1975|Elternzeit/)
  })

  test('Workday with titles, workers as names with ids and no column of ids', async () => {
    const text = `Headcount Report
Run by: HR Ops
As of 10/31/2026

Worker,Worker's Manager,Business Title,Management Level,Supervisory Organization,Location,Hire Date,Worker Status,FTE %,Gender,Age
Ann Lee (10021),Bo Ray (10003),Senior Engineer,8 Individual Contributor,Platform (Bo Ray),Bern,03/15/2019,Active,100%,Female,34
Bo Ray (10003),Cy Orr (10001) (On Leave),"Manager, Engineering",6 Manager,Engineering (Cy Orr),Bern,11/01/2015,Active,100%,Male,45
Cy Orr (10001) (On Leave),,VP Engineering,2 Executive,Company,Bern,01/07/2010,On Leave,80%,Male,55
Di Poe [C] (C-20044),Bo Ray (10003),Engineer,9 Individual Contributor,Platform (Bo Ray),Oslo,06/20/2021,Active,100%,Female,29
`
    const { people: read, report } = await people(text)
    expect(report.mapping).toMatchObject({ preset: 'Workday', columns: { person_id: 'Worker', name: 'Worker' } })
    expect(codesOf(report.problems)).toEqual(['title-lines', 'id-in-name'])
    expect(read.map(({ personId, name, fte }) => [personId, name, fte])).toEqual([
      ['10021', 'Ann Lee', 1],
      ['10003', 'Bo Ray', 1],
      ['10001', 'Cy Orr', 0.8],
      ['C-20044', 'Di Poe', 1],
    ])
    expect(lines(read)).toEqual({ 'Ann Lee': 'Bo Ray', 'Bo Ray': 'Cy Orr', 'Cy Orr': null, 'Di Poe': 'Bo Ray' })
    const again = await people(text, { mapping: report.mapping })
    expect(again.people).toEqual(read)
  })

  test('a name without an id among such workers is given back', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `Ann Lee (10${index}),Bern,x`)
    const { report } = await people(`Worker,Location,Business Title\n${rows.join('\n')}\nBo Ray,Bern,x\n`)
    expect(report).toMatchObject({ accepted: 9, rejected: 1 })
    expect(report.problems.at(-1)).toMatchObject({ code: 'no-id', line: 11, column: 'Worker' })
  })

  test('workers on several rows each keep one', async () => {
    const { people: read, report } = await people('Worker,Business Title,Location\nAnn Lee (101),Lead,Bern\nAnn Lee (101),Lead,Bern\n')
    expect(read).toHaveLength(1)
    expect(report).toMatchObject({ accepted: 1, duplicates: 1 })
  })

  test('ADP with the last name first and blanks for managers at the top', async () => {
    const { people: read } = await people(
      '"Payroll Name","Associate ID","File Number","Position Status","Reports To Name","Hire/Rehire Date"\n"Lee, Ann M","A1","001","Active","Ray, Bo","01/05/2020"\n"Ray, Bo","A2","007","Active","","12/31/2009"\n',
    )
    expect(lines(read)).toEqual({ 'Ann M Lee': 'Bo Ray', 'Bo Ray': null })
    expect(read.map(({ hireDate }) => iso(hireDate))).toEqual(['2020-01-05', '2009-12-31'])
  })

  test('a British file whose dates nobody can tell asks, and shows both answers', async () => {
    const text = 'Staff ID,Full name,Line Manager,Start date,Ethnicity\n1,Ann,Bo,03/04/2019,White\n2,Bo,,05/06/2011,Asian\n'
    const { dates } = await inspectSource(memorySource(text), { today: TODAY })
    expect(dates[0]?.question).toEqual({ raw: '03/04/2019', asDMY: '2019-04-03', asMDY: '2019-03-04' })
    const mapping = { kind: 'people', columns: {}, formats: { hire_date: 'DMY' } } as const
    expect((await people(text, { mapping })).people.map(({ hireDate }) => iso(hireDate))).toEqual(['2019-04-03', '2011-06-05'])
  })

  test('SAP in German: UTF-16, compact dates, zeros for no manager', async () => {
    const text = `PersNr\tName des Mitarbeiters\tOrganisationseinheit\tPlanstelle\tEintrittsdatum\tVorgesetzter PersNr
00012345\tJörg Müller\tTechnik\tEntwickler\t20150401\t00012346
00012346\tÄnne Weiß\tLeitung\tChefin\t20100615\t00000000
`
    const { rows } = await readAll(memorySource(Buffer.from(`\ufeff${text}`, 'utf16le')), { today: TODAY })
    const read = rows.flatMap(each => (each.kind === 'people' ? [each.row] : []))
    expect(lines(read)).toEqual({ 'Jörg Müller': 'Änne Weiß', 'Änne Weiß': null })
    expect(read.map(({ personId, orgUnit, title, hireDate }) => [personId, orgUnit, title, iso(hireDate)])).toEqual([
      ['00012345', 'Technik', 'Entwickler', '2015-04-01'],
      ['00012346', 'Leitung', 'Chefin', '2010-06-15'],
    ])
  })

  test('a German payroll list: both names in one column, working time out of a hundred', async () => {
    const text =
      'Pers.-Nr.;"Name, Vorname";Eintritt;Austritt;Abteilung;Vorgesetzte/r;Tätigkeit;Beschäftigungsgrad\n101;"Müller, Jörg";01.04.2015;;Technik;"Weiß, Änne";Entwickler;100,00\n102;"Weiß, Änne";15.06.2010;;Leitung;;Chefin;80,00\n'
    const { people: read } = await people(text)
    expect(lines(read)).toEqual({ 'Jörg Müller': 'Änne Weiß', 'Änne Weiß': null })
    expect(read.map(({ title, fte }) => [title, fte])).toEqual([
      ['Entwickler', 1],
      ['Chefin', 0.8],
    ])
  })

  test('a French list: names apart, dates that one value settles, working time in percent', async () => {
    const text =
      "Matricule;Nom;Prénom;Sexe;Service;Manager;Poste occupé;Date d'entrée;Taux d'activité\n1;Dupont;Élise;F;R&D;Paul Martin;Ingénieure;15/03/2019;80 %\n2;Martin;Paul;H;R&D;;Directeur;01/02/2010;100 %\n"
    const { people: read } = await people(text)
    expect(lines(read)).toEqual({ 'Élise Dupont': 'Paul Martin', 'Paul Martin': null })
    expect(read.map(({ orgUnit, fte, hireDate }) => [orgUnit, fte, iso(hireDate)])).toEqual([
      ['R&D', 0.8, '2019-03-15'],
      ['R&D', 1, '2010-02-01'],
    ])
  })

  test('a British council list, whose column called title holds Ms and Mr', async () => {
    const text =
      'Payroll Number,Title,Forename,Surname,Directorate,Line Manager,Job Title,Start Date\n1,Ms,Ann,Lee,Adults,Bo Ray,Social Worker,13/04/2019\n2,Mr,Bo,Ray,Adults,,Head of Service,01/02/2010\n'
    const { people: read, report } = await people(text)
    expect(read.map(({ name, title, orgUnit }) => [name, title, orgUnit])).toEqual([
      ['Ann Lee', 'Social Worker', 'Adults'],
      ['Bo Ray', 'Head of Service', 'Adults'],
    ])
    expect(codesOf(report.problems)).toEqual(['salutation'])
    expect(report.protectedColumns).toEqual([{ header: 'Title', attribute: 'salutation', treatment: 'not_stored' }])
    const { sample, samples } = await inspectSource(memorySource(text), { kind: 'people' })
    expect(JSON.stringify([sample, samples])).not.toMatch(/Ms|Mr/)
    const again = await people(text, { mapping: report.mapping })
    expect(again.people).toEqual(read)
    expect(again.report.protectedColumns).toEqual(report.protectedColumns)
  })

  test('a column of such titles alone is no job title', async () => {
    const { people: read } = await people('person_id,title\n1,Dr.\n2,Prof. Dr.\n3,\n')
    expect(read.map(({ title }) => title)).toEqual([null, null, null])
    expect((await people('person_id,title\n1,Dr\n2,Lead\n')).people.map(({ title }) => title)).toEqual(['Dr', 'Lead'])
  })

  test('managers named by e-mail do not make the e-mail the key where everybody has an id', async () => {
    const text =
      'Employee,Employee - ID,Work email,Manager - Work email,Start date\nAnn,r1,ann@x.org,bo@x.org,"Jan 15, 2020"\nBo,r2,bo@x.org,,"Feb 1, 2019"\n'
    const { people: read } = await people(text)
    expect(read.map(({ personId }) => personId)).toEqual(['r1', 'r2'])
    expect(lines(read)).toEqual({ Ann: 'Bo', Bo: null })
  })

  test('why somebody left is not shown where it may be a leave', async () => {
    const text = 'Employee ID,Department,TermReason\n1,A,maternity leave - did not return\n2,A,career change\n'
    const { sample } = await inspectSource(memorySource(text))
    expect(sample).toEqual([
      ['1', 'A', ''],
      ['2', 'A', 'career change'],
    ])
  })

  test('a plain list of commits', async () => {
    const text = 'sha,author,email,date,message,files,insertions,deletions\na1,Ann,ann@x.org,2026-01-05T10:00:00+01:00,"fix: a, b",3,10,2\n'
    const { rows } = await readAll(memorySource(text), { today: TODAY })
    expect(rows).toMatchObject([
      { row: { id: 'a1', person: 'ann@x.org', personName: 'Ann', kind: 'commit', size: 12, title: 'fix: a, b' } },
    ])
  })

  test('Jira with months by name, and labels in columns of one name', async () => {
    const text =
      'Summary,Issue key,Issue Type,Status,Project key,Assignee,Created,Resolved,Labels,Labels\nFix,ABC-1,Bug,Done,ABC,ann,01/May/24 10:23 AM,05/May/24 4:12 PM,x,y\n'
    const { rows, report } = await readAll(memorySource(text), { today: TODAY })
    expect(rows).toMatchObject([
      { kind: 'work_items', row: { workItem: 'ABC-1', openedAt: epochDay(2024, 5, 1), finishedAt: epochDay(2024, 5, 5) } },
    ])
    expect(report.problems).toEqual([])
  })

  test('an Outlook calendar with dates and times apart', async () => {
    const text =
      '"Subject","Start Date","Start Time","End Date","End Time","All day event","Meeting Organizer","Required Attendees","Show time as"\n"Plan","9/14/2026","9:00:00 AM","9/14/2026","10:30:00 AM","False","Ann","Ann;Bo","2"\n'
    const { rows } = await readAll(memorySource(text), { today: TODAY })
    expect(rows).toMatchObject([
      { row: { person: 'Ann', kind: 'meeting', hours: 1.5, day: epochDay(2026, 9, 14), participants: ['Ann', 'Bo'] } },
    ])
  })
})
