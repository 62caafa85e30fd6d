import { describe, expect, test } from 'vitest'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { memorySource, readText } from './memory-source.ts'

const HASHES = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)]
const head = (index: number, subject: string) =>
  `commit\t${HASHES[index]}\t2025-03-0${index + 1}T10:00:00+02:00\tann@x.org\tAnn Lee\t${subject}`

async function contributions(text: string) {
  const { rows, lines, report } = await readText(text)
  expect(report).toMatchObject({ kind: 'contributions', mapping: { preset: 'git log' }, rows: rows.length, accepted: rows.length })
  return rows.map((each, index) => {
    if (each.kind !== 'contributions') throw new Error('No contribution')
    const { id, artifact, previousArtifact, change, size, title } = each.row
    return { line: lines[index], id: id?.replace(/^(.)\1+/, '$1'), artifact, previousArtifact, change, size, title }
  })
}

describe('git log', () => {
  test('with --numstat: a row a file, renames, binary files, names with special characters, commits without files', async () => {
    const text = [
      head(0, 'Fix "it", now'),
      '',
      '10\t2\tsrc/a.ts',
      '-\t-\tlogo.png',
      '0\t0\tsrc/{old => new}/b.ts',
      '1\t0\t"src/Z\\303\\274rich.ts"',
      head(1, 'Nothing changed'),
      head(2, "isn't it"),
      '',
      '3\t0\told.md => docs/new.md',
      '',
    ].join('\n')
    expect(await contributions(text)).toEqual([
      { line: 3, id: 'a:src/a.ts', artifact: 'src/a.ts', previousArtifact: null, change: null, size: 12, title: 'Fix "it", now' },
      { line: 4, id: 'a:logo.png', artifact: 'logo.png', previousArtifact: null, change: null, size: null, title: 'Fix "it", now' },
      {
        line: 5,
        id: 'a:src/new/b.ts',
        artifact: 'src/new/b.ts',
        previousArtifact: 'src/old/b.ts',
        change: 'renamed',
        size: 0,
        title: 'Fix "it", now',
      },
      { line: 6, id: 'a:src/Zürich.ts', artifact: 'src/Zürich.ts', previousArtifact: null, change: null, size: 1, title: 'Fix "it", now' },
      { line: 7, id: 'b', artifact: null, previousArtifact: null, change: null, size: null, title: 'Nothing changed' },
      { line: 10, id: 'c:docs/new.md', artifact: 'docs/new.md', previousArtifact: 'old.md', change: 'renamed', size: 3, title: "isn't it" },
    ])
  })

  test('with --name-status: what happened to each file', async () => {
    const text = [head(0, 'x'), '', 'A\ta.ts', 'M\tb.ts', 'D\tc.ts', 'R086\td.ts\te.ts', 'C100\te.ts\tf.ts', ''].join('\n')
    expect((await contributions(text)).map(({ artifact, previousArtifact, change }) => [artifact, previousArtifact, change])).toEqual([
      ['a.ts', null, 'added'],
      ['b.ts', null, 'changed'],
      ['c.ts', null, 'removed'],
      ['e.ts', 'd.ts', 'renamed'],
      ['f.ts', null, 'added'],
    ])
  })

  test('in git’s own long form', async () => {
    const text = `commit ${HASHES[0]} (HEAD -> main)\nAuthor: Ann Lee <ann@x.org>\nDate:   Mon May 5 12:00:00 2025 +0200\n\n    A subject\n    \n    More\n\n1\t1\ta.ts\n`
    const { rows } = await readText(text)
    expect(rows).toMatchObject([
      { row: { person: 'ann@x.org', personName: 'Ann Lee', day: 20_213, title: 'A subject', artifact: 'a.ts', size: 2, kind: 'commit' } },
    ])
  })

  test('is looked at like any table', async () => {
    const { kind, headers, sample, dialect } = await inspectSource(memorySource(`${head(0, 'x')}\n\n1\t1\ta.ts\n`))
    expect({ kind, columns: headers.length, line: dialect.headerLine }).toEqual({ kind: 'contributions', columns: 10, line: 0 })
    expect(sample[0]).toContain('ann@x.org')
  })

  test('without its colours of line ends: CRLF is read the same', async () => {
    const text = [head(0, 'x'), '', '1\t1\ta.ts', ''].join('\r\n')
    expect((await contributions(text))[0]).toMatchObject({ artifact: 'a.ts', size: 2 })
  })
})
