import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../src/ingest/input-error.ts'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { tableRecords } from '../../src/ingest/table-records.ts'
import { memorySource, readAll } from './memory-source.ts'

const HEADERS = [
  'person_id,name,hire_date,effective_date\n',
  'Employee ID;Full Name;Start Date;FTE\n',
  `commit\t${'a'.repeat(40)}\tx\ty\n`,
  '',
]

test('whatever the bytes, a file is read with an account of every row, or refused with words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...HEADERS),
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }).map(text => new TextEncoder().encode(text)),
      ),
      async (header, body) => {
        const bytes = Buffer.concat([Buffer.from(header), body])
        if (bytes.length === 0) return
        try {
          const { rows, report } = await readAll(memorySource(bytes), header === '' ? { kind: 'people' } : {})
          expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
          expect(rows.length).toBeLessThanOrEqual(report.rows * 2)
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          expect(error.problem.message.length).toBeGreaterThan(20)
        }
      },
    ),
    { numRuns: 400 },
  )
})

const cell = fc.constantFrom(
  '1',
  '007',
  'Ann',
  'Lee, Ann',
  '03/04/2024',
  '13/04/2024',
  '2024-01-02',
  '43471',
  '',
  '0,8',
  'x"y',
  'Total',
  '="1"',
)

test('rows of any dated people file are all accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 }), async table => {
      const quoted = table.map(cells => cells.map(text => `"${text.replaceAll('"', '""')}"`).join(','))
      const { report } = await readAll(memorySource(`person_id,name,effective_date,title,hire_date\n${quoted.join('\n')}\n`))
      expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
      const footers = report.problemCounts.find(({ code }) => code === 'footer-line')?.count ?? 0
      expect(report.rows + footers).toBe(table.filter(cells => cells.some(text => text !== '')).length)
    }),
    { numRuns: 300 },
  )
})

const anyText = fc
  .array(fc.constantFrom('a', 'Z', '7', ' ', '\u00a0', ',', ';', '|', '"', "'", '\n', '=', 'é', 'ß', '.', '-', 'NULL', '#'), {
    maxLength: 10,
  })
  .map(parts => parts.join(''))
const anyDialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', "'"),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'windows-1252'),
  columns: fc.integer({ min: 1, max: 6 }),
  quotesAll: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  blockBytes: fc.integer({ min: 1, max: 300 }),
})

function encode(content: string, encoding: string): Uint8Array {
  if (encoding === 'windows-1252') return Buffer.from(content, 'latin1')
  if (encoding.startsWith('utf-8')) return Buffer.from(encoding === 'utf-8' ? content : `\ufeff${content}`)
  const utf16 = Buffer.from(`\ufeff${content}`, 'utf16le')
  return encoding === 'utf-16le' ? utf16 : utf16.swap16()
}

test('a table in any dialect comes back cell for cell, blanks and quotes and all', async () => {
  const table = fc.array(fc.array(anyText, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(
      table,
      anyDialect,
      async (texts, { delimiter, quote, lineEnd, encoding, columns, quotesAll, endsWithLineEnd, blockBytes }) => {
        // In single quotes there is nothing to tell the quote by, unless a good part of the cells has it.
        const isQuoted = (text: string) =>
          quotesAll || quote === "'" || /^\s|\s$/.test(text) || [delimiter, quote, '\n'].some(special => text.includes(special))
        const written = (text: string) => (isQuoted(text) ? quote + text.replaceAll(quote, quote + quote) + quote : text)
        const header = ['person_id', 'name', 'title', 'org_unit', 'location', 'level', 'email'].slice(0, columns + 1)
        const rows = texts.map((cells, index) => [`p${index}`, ...cells.slice(0, columns)])
        const content = [header, ...rows].map(cells => cells.map(written).join(delimiter)).join(lineEnd) + (endsWithLineEnd ? lineEnd : '')
        const source = memorySource(encode(content, encoding), { blockBytes })
        const { dialect, headers } = await inspectSource(source, { kind: 'people' })
        const found: (readonly string[])[] = []
        for await (const { records, first, count } of tableRecords(source.read(), dialect, source.name))
          found.push(...records.slice(first, count).map(cells => [...cells]))
        // A line end of two characters may leave a blank behind the last cell; cells are trimmed when they are read.
        const ended = (row: readonly string[]) => row.map((cell, index) => (index === row.length - 1 ? cell.trimEnd() : cell))
        expect(headers).toEqual(header)
        expect(found.map(ended)).toEqual(rows.map(ended))
      },
    ),
    { numRuns: 200 },
  )
})

test('one line of any bytes loses no row before or after it', async () => {
  const line = fc.uint8Array({ maxLength: 120 }).map(bytes => bytes.filter(byte => byte !== 0 && byte !== 10 && byte !== 13))
  const good = (from: number, count: number) => Array.from({ length: count }, (_, index) => `g${from + index},Ann,Lead\n`).join('')
  await fc.assert(
    fc.asyncProperty(line, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), async (bytes, before, after) => {
      const content = Buffer.concat([
        Buffer.from(`person_id,name,title\n${good(0, before)}`),
        bytes,
        Buffer.from(`\n${good(before, after)}`),
      ])
      const { rows, report } = await readAll(memorySource(content, { blockBytes: 97 }))
      const ids = new Set(rows.map(each => (each.kind === 'people' ? each.row.personId : '')))
      expect(Array.from({ length: before + after }, (_, index) => `g${index}`).filter(id => !ids.has(id))).toEqual([])
      expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
    }),
    { numRuns: 200 },
  )
})
