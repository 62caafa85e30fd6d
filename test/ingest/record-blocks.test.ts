import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dialect } from '../../src/ingest/dialect.ts'
import { InputError } from '../../src/ingest/input-error.ts'
import { recordBlocks } from '../../src/ingest/record-blocks.ts'
import { parseBlock } from '../../src/ingest/records.ts'
import { codesOf, memorySource } from './memory-source.ts'

const COMMA: Dialect = { encoding: 'utf-8', byteOrderMark: false, delimiter: ',', quote: '"', headerLine: 1 }

interface Cut {
  readonly records: { line: number; cells: string[] }[]
  readonly problems: { code: string; line: number | null }[]
}

async function cut(content: string | Uint8Array, { dialect = COMMA, blockBytes = 1024 * 1024 } = {}): Promise<Cut> {
  const records: Cut['records'] = []
  const problems: Cut['problems'] = []
  for await (const block of recordBlocks(memorySource(content, { blockBytes }).read(), dialect, 'file.csv')) {
    const parsed = parseBlock(block, dialect)
    expect(parsed.records.length).toBe(block.count)
    for (let index = 0; index < block.count; index++) {
      records.push({ line: block.lines[index]!, cells: parsed.records[index]!.map(cell => cell.trim()) })
    }
    problems.push(...parsed.problems.map(({ code, line }) => ({ code, line })))
  }
  return { records, problems }
}

const rows = ({ records }: Cut) => records.map(({ line, cells }) => `${line}: ${cells.join('|')}`)

describe('cutting a file into records', () => {
  test('every end of line counts, also three kinds in one file and none at the end', async () => {
    expect(rows(await cut('a,b\r\nc,d\ne,f\rg,h'))).toEqual(['1: a|b', '2: c|d', '3: e|f', '4: g|h'])
  })

  test('quoted line ends belong to the cell and count as lines', async () => {
    const found = await cut('a,"x\r\ny"\r\nb,"1\n\n2"\nc,"p\rq",z\n')
    expect(rows(found)).toEqual(['1: a|x\r\ny', '3: b|1\n\n2', '6: c|p\rq|z'])
    expect(found.problems).toEqual([])
  })

  test('doubled quotes, quotes inside a cell and blanks around a quoted cell', async () => {
    const found = await cut('"say ""hi""",5" nail,"x" ,y\n" a,b ",c\n')
    expect(rows(found)).toEqual(['1: say "hi"|5" nail|x|y', '2: a,b|c'])
    expect(found.problems).toEqual([])
  })

  test('a quote that never closes costs its own line and nothing after it', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `${index},text`)
    lines[10] = '10,"text'
    const found = await cut(lines.join('\n'))
    expect(found.problems).toEqual([{ code: 'unclosed-quote', line: 11 }])
    expect(found.records.filter(({ cells }) => cells.length === 2).map(({ line }) => line)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index + 1).filter(line => line !== 11),
    )
  })

  test('a stray quote is not closed by the quotes of a later line', async () => {
    const found = await cut('1,"abc,x\n2,def,"y"\n3,ghi,"z"\n')
    expect(found.problems).toEqual([{ code: 'unclosed-quote', line: 1 }])
    expect(rows(found).slice(1)).toEqual(['2: 2|def|y', '3: 3|ghi|z'])
  })

  test('of a record over several lines, what stands up to the line of the stray quote is given up', async () => {
    const found = await cut('1,"two\nlines","open\n2,good\n')
    expect(found.problems).toEqual([{ code: 'unclosed-quote', line: 2 }])
    expect(rows(found)).toEqual(['1: ', '3: 2|good'])
  })

  test('a quoted cell of 199 lines is read, one of more than 200 is not', async () => {
    const cell = (lines: number) => `1,"${Array.from({ length: lines }, () => 'x').join('\n')}"\n2,b\n`
    expect((await cut(cell(199))).problems).toEqual([])
    expect((await cut(cell(250))).problems[0]).toEqual({ code: 'unclosed-quote', line: 1 })
    expect(rows(await cut(cell(250))).at(-1)).toBe('251: 2|b')
  })

  test('a quoted cell over 64 KB on one line costs that line', async () => {
    const found = await cut(`1,"${'x'.repeat(70_000)}",c\n2,b\n`, { blockBytes: 1000 })
    expect(found.problems).toEqual([{ code: 'unclosed-quote', line: 1 }])
    expect(rows(found).at(-1)).toBe('2: 2|b')
    expect((await cut(`1,"${'x'.repeat(60_000)}",c\n2,b\n`)).problems).toEqual([])
  })

  test('quotes that are not doubled inside a cell are kept, with a warning', async () => {
    const found = await cut('1,"say "hi" there",x\n2,b\n')
    expect(found.problems).toEqual([{ code: 'stray-quote', line: 1 }])
    expect(rows(found)).toEqual(['1: 1|say "hi" there|x', '2: 2|b'])
  })

  test('a line over 1 MB stops the reading once it is known to be too long', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('a,b\n')
      for (;;) {
        given++
        yield new Uint8Array(1024 * 1024).fill(120)
      }
    }
    const reading = async () => {
      for await (const block of recordBlocks(endless(), COMMA, 'long.csv')) expect(block.count).toBe(1)
    }
    const error: unknown = await reading().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).problem).toMatchObject({ code: 'line-too-long', line: 2, severity: 'fatal' })
    expect(given).toBeLessThan(4)
  })

  test('many short quoted cells do not make an endless record either', async () => {
    await expect(cut('"a\n",'.repeat(300_000))).rejects.toMatchObject({ problem: { code: 'line-too-long' } })
  })

  test('a NUL byte inside is fatal and named by its line', async () => {
    await expect(cut('a,b\r\nc,d\re\0,f\n')).rejects.toMatchObject({ problem: { code: 'not-text', line: 3 } })
  })

  test('a line of another encoding is read as Windows-1252 and named', async () => {
    const bytes = Buffer.concat([Buffer.from('Zoë,1\nJosé,2\n'), Buffer.from('M\xfcller,3\n', 'latin1'), Buffer.from('Šimek,4\n')])
    const found = await cut(bytes)
    expect(rows(found)).toEqual(['1: Zoë|1', '2: José|2', '3: Müller|3', '4: Šimek|4'])
    expect(found.problems).toEqual([{ code: 'mixed-encoding', line: 3 }])
  })

  test('the records do not depend on where the bytes are cut', async () => {
    const piece = fc.constantFrom('a', 'bc', ',', '"', '""', '\n', '\r\n', '\r', ' ', 'é', '€', '\u{1f600}', ',"', '",', '\t', '\u00a0')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (pieces, blockBytes) => {
        const text = pieces.join('')
        expect(await cut(text, { blockBytes })).toEqual(await cut(text))
      }),
      { numRuns: 500 },
    )
  })

  test('random bytes neither crash nor hang', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 500 }), async (bytes, blockBytes) => {
        const outcome = await cut(bytes, { blockBytes }).then(
          codes => codesOf(codes.problems),
          (error: unknown) => error,
        )
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(InputError)
      }),
      { numRuns: 300 },
    )
  })

  test('every line of a file is in exactly one record, whatever quotes it holds', async () => {
    const piece = fc.constantFrom('a', '"', ',', '\n', '\r\n', '""', ' ', '"\n', '\n"')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 80 }), async pieces => {
        const { records } = await cut(pieces.join(''))
        const starts = records.map(({ line }) => line)
        expect(starts[0]).toBe(1)
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })
})
