import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dialect, sniffDialect } from '../../src/ingest/dialect.ts'
import { InputError } from '../../src/ingest/input-error.ts'
import { memorySource, readAll } from './memory-source.ts'

const sniff = (content: string | Uint8Array) => sniffDialect(typeof content === 'string' ? Buffer.from(content) : content, 'file.csv')

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

function fatal(content: string | Uint8Array): InputError {
  try {
    sniff(content)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('The dialect was sniffed')
}

describe('sniffing the dialect', () => {
  test.each<[string, Uint8Array, Partial<Dialect>]>([
    ['UTF-8', Buffer.from('person_id,name\n1,Zoë\n'), { encoding: 'utf-8', byteOrderMark: false }],
    ['UTF-8 with a mark', Buffer.from('\ufeffperson_id,name\n1,Zoë\n'), { encoding: 'utf-8', byteOrderMark: true }],
    ['UTF-16 LE with a mark', Buffer.from('\ufeffperson_id,name\n1,Zoë\n', 'utf16le'), { encoding: 'utf-16le', byteOrderMark: true }],
    ['UTF-16 LE without', Buffer.from('person_id,name\n1,Zoë\n', 'utf16le'), { encoding: 'utf-16le', byteOrderMark: false }],
    ['UTF-16 BE with a mark', utf16be('\ufeffperson_id,name\n1,Zoë\n'), { encoding: 'utf-16be', byteOrderMark: true }],
    ['UTF-16 BE without', utf16be('person_id,name\n1,Zoë\n'), { encoding: 'utf-16be', byteOrderMark: false }],
    ['Windows-1252', Buffer.from('person_id,name\n1,Zo\xeb\n', 'latin1'), { encoding: 'windows-1252', byteOrderMark: false }],
  ])('recognises %s', (_, bytes, expected) => {
    expect(sniff(bytes)).toMatchObject({ ...expected, delimiter: ',', quote: '"', headerLine: 1 })
  })

  test('a head that ends inside a character is still UTF-8', () => {
    const bytes = Buffer.from('person_id,name\n1,Zoë')
    expect(sniff(bytes.subarray(0, -1)).encoding).toBe('utf-8')
  })

  test('one foreign byte does not turn a file of UTF-8 into another encoding', () => {
    expect(
      sniff(Buffer.concat([Buffer.from('person_id,name\n1,Zoë\n2,José\n3,M'), Buffer.from([0xfc]), Buffer.from('ller\n')])).encoding,
    ).toBe('utf-8')
  })

  test.each([',', ';', '\t', '|'])('finds the delimiter %j, also with two columns', delimiter => {
    expect(sniff(`artifact${delimiter}status\nsrc/a.ts${delimiter}current\n`).delimiter).toBe(delimiter)
    expect(sniff(`Nummer${delimiter}Wert\n1${delimiter}2\n3${delimiter}4\n`).delimiter).toBe(delimiter)
  })

  test('delimiters inside quotes and inside texts do not count', () => {
    expect(sniff('component;owner_unit\n"a,b,c";"d,e"\nx;"f,g"\n').delimiter).toBe(';')
    expect(sniff('component,owner_unit\na;b;c,d\ne;f;g,h\n').delimiter).toBe(',')
  })

  test('a first line sep=; names the delimiter and is no header', () => {
    expect(sniff('sep=;\r\nperson_id;name\r\n1;a,b\r\n')).toMatchObject({ delimiter: ';', headerLine: 2 })
  })

  test('single quotes are found in headers and in cells', () => {
    expect(sniff("'person_id','name'\n'1','a, b'\n").quote).toBe("'")
    expect(sniff("person_id,name\n1,'a, b'\n2,'c, d'\n3,'e, f'\n").quote).toBe("'")
    expect(sniff("person_id,name\n1,'s-Hertogenbosch\n2,O'Neil\n3,'t Hooft\n").quote).toBe('"')
  })

  test('finds the header below title lines, even where none of its columns is a must', () => {
    expect(sniff('Staff of 2025\nRun by HR\n\nEmployee ID,Full Name,Department\n1,a,b\n').headerLine).toBe(4)
    expect(sniff('Staff of 2025\n\nNummer,Full Name,Department\n1,a,b\n').headerLine).toBe(3)
    expect(sniff('Nummer,Art\n1,service\n2,name\n').headerLine).toBe(1)
  })

  test.each<[string, Uint8Array, string]>([
    ['workbook', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml', 'latin1'), 'Excel workbook'],
    ['zip', Buffer.from('PK\x03\x04\x14\0\x06\0readme.txt', 'latin1'), 'ZIP archive'],
    ['xls', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'), 'old Excel workbook'],
    ['pdf', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'gzip'],
    ['png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image'],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image'],
    ['html', Buffer.from('\n<html><table><tr><td>person_id</td></tr></table>'), 'web page'],
    ['json', Buffer.from('[{"person_id": 1}]'), 'JSON'],
  ])('names what a %s is and what to do', (_, bytes, words) => {
    const { problem, file } = fatal(bytes)
    expect(file).toBe('file.csv')
    expect(problem.severity).toBe('fatal')
    expect(problem.message).toContain(words)
    expect(problem.message).toMatch(/save it as “CSV UTF-8”|choose/i)
  })

  test('NUL bytes mean that it is no text, blank lines that it is empty', () => {
    expect(fatal(Buffer.from('person_id\0\0\0x,1\n2')).problem.code).toBe('not-text')
    expect(fatal('\ufeff\r\n \r\n\t\r\n').problem.code).toBe('empty-file')
  })

  test('random bytes give a dialect or an InputError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), bytes => {
        try {
          expect(sniff(bytes).headerLine).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a table written in any dialect', () => {
  const text = fc
    .array(fc.constantFrom('a', 'Z', '7', ' ', ',', ';', '|', '"', "'", '\n', 'é', 'ß', '€', '.', 'x'), { minLength: 1, maxLength: 12 })
    .map(characters => `t${characters.join('')}t`)
  const table = fc.array(fc.record({ title: text, orgUnit: text, name: text }), { minLength: 1, maxLength: 30 })
  const dialect = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'"),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8', 'utf-8 bom', 'utf-16le', 'utf-16be', 'windows-1252'),
    quotesAll: fc.boolean(),
    endsWithLineEnd: fc.boolean(),
    order: fc.shuffledSubarray(['person_id', 'name', 'title', 'org_unit'], { minLength: 4 }),
    blockBytes: fc.integer({ min: 3, max: 200 }),
  })

  function encode(content: string, encoding: string): Uint8Array {
    if (encoding === 'utf-8') return Buffer.from(content)
    if (encoding === 'utf-8 bom') return Buffer.from(`\ufeff${content}`)
    if (encoding === 'utf-16le') return Buffer.from(`\ufeff${content}`, 'utf16le')
    if (encoding === 'utf-16be') return utf16be(`\ufeff${content}`)
    return Buffer.from(content.replaceAll('€', '\x80'), 'latin1')
  }

  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (people, written) => {
        const { delimiter, quote, lineEnd, encoding, quotesAll, endsWithLineEnd, order, blockBytes } = written
        // In single quotes there is nothing to tell the quote by, unless a good part of the cells has it.
        const cell = (value: string) =>
          quotesAll || quote === "'" || [delimiter, quote, '\n', '\r'].some(special => value.includes(special))
            ? quote + value.replaceAll(quote, quote + quote) + quote
            : value
        const rows = people.map(
          ({ name, title, orgUnit }, index) =>
            new Map([
              ['person_id', `p${index}`],
              ['name', name],
              ['title', title],
              ['org_unit', orgUnit],
            ]),
        )
        const lines = [order, ...rows.map(row => order.map(field => row.get(field)!))].map(cells => cells.map(cell).join(delimiter))
        const content = lines.join(lineEnd) + (endsWithLineEnd ? lineEnd : '')
        const { rows: read, report } = await readAll(memorySource(encode(content, encoding), { blockBytes }), { kind: 'people' })
        expect(report).toMatchObject({ rows: people.length, accepted: people.length, problems: [] })
        expect(
          read.map(each => each.kind === 'people' && { name: each.row.name, title: each.row.title, orgUnit: each.row.orgUnit }),
        ).toEqual(people)
      }),
      { numRuns: 200 },
    )
  })
})
