import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RejectedRow } from '../../src/ingest/examination.ts'
import { readRejectedPart, RejectedRowsWriter } from '../../src/service/rejected-rows.ts'

let folder: string
let count = 0
beforeEach(async () => (folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-rejected-'))))
afterEach(() => rm(folder, { recursive: true }))

async function write(headers: readonly string[], rows: readonly RejectedRow[]) {
  const file = path.join(folder, `${count++}.csv`)
  const writer = new RejectedRowsWriter(file, headers)
  for (const row of rows) writer.add(row)
  const { bounds } = writer
  writer.close()
  const parts: string[] = []
  for (let part = 0; ; part++) {
    const text = await readRejectedPart(file, bounds, part)
    if (text === null) return { file, parts }
    parts.push(text)
  }
}

const problem = (message: string, column: string | null = null) => ({
  severity: 'error' as const,
  code: 'bad-date',
  line: 2,
  column,
  message,
})
const row = (line: number, ...cells: string[]): RejectedRow => ({ line, cells, problems: [problem('No date.', 'day')] })

test('each row stands with its line and its reasons, and no cell runs as a formula', async () => {
  const { file, parts } = await write(
    ['person', 'day'],
    [row(2, '=1+1', 'soon'), { line: 9, cells: [], problems: [problem('Too long.'), problem('No date.', 'day')] }],
  )
  expect(parts).toEqual(["\ufeffline,reasons,person,day\r\n2,day: No date.,'=1+1,soon\r\n9,Too long. day: No date.\r\n"])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('without a rejected row there is the header alone', async () => {
  expect((await write(['person'], [])).parts).toEqual(['\ufeffline,reasons,person\r\n'])
})

test('parts put together are the file; each ends with a record and can be sent', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string().map(text => text.repeat(9_000)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 30 }), async records => {
      const { file, parts } = await write(
        ['a', 'b'],
        records.map((cells, index) => row(index + 2, ...cells)),
      )
      expect(parts.join('')).toBe(await readFile(file, 'utf8'))
      for (const part of parts) {
        expect(part.endsWith('\r\n')).toBe(true)
        expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(400_000)
      }
    }),
    { numRuns: 40 },
  )
})

test('a single record too long to be sent loses the ends of its longest cells, not its line', async () => {
  const { parts } = await write(['note', 'person'], [row(2, '"'.repeat(900_000), 'E1')])
  expect(parts.join('')).toMatch(/\r\n2,day: No date\.,"(?:"")+…",E1\r\n$/)
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(400_000)
})
