import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../src/ingest/input-error.ts'
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
