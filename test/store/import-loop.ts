/** A process of its own for the tests: imports, undoes and sets without end, printing what was acknowledged, until it is killed. */
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { writeSync } from 'node:fs'
import type { ContributionRow } from '../../src/domain/contribution.ts'
import { importId } from '../../src/domain/identifiers.ts'
import { loadSqlite } from '../../src/store/sqlite.ts'
import { ImportStaging, stageResult } from '../../src/store/staging.ts'
import { Workspace } from '../../src/store/workspace.ts'

const [, , directory = '', wasm = ''] = process.argv
const environment = {
  sqlite: await loadSqlite(await readFile(wasm)),
  now: () => new Date(),
  process: { pid: process.pid, host: hostname() },
}
/** Written at once, so that a kill cannot swallow it. */
const acknowledge = (line: string) => writeSync(1, `${line}\n`)

const row = (number: number): ContributionRow => ({
  id: `c-${number}`,
  person: `p-${number % 7}`,
  personName: null,
  day: 20_000,
  instant: 20_000 * 86_400 + number,
  kind: 'commit',
  component: null,
  artifact: `a-${number % 50}`,
  previousArtifact: null,
  workItem: null,
  title: null,
  url: null,
  size: null,
  hours: null,
  change: null,
  participants: [],
  uses: [],
  outcome: null,
  agent: null,
})

const workspace = await Workspace.open(directory, environment)
acknowledge('open')
for (let round = workspace.imports().length; ; round++) {
  const staging = await ImportStaging.open(workspace.stageImport(), environment)
  for (const name of ['left', 'right']) {
    staging.beginFile('contributions')
    for (let number = 0; number < 500; number++) staging.addContribution(row(number), Uint32Array.of(round, number, 0, 0), number + 2)
    staging.finishFile({
      file: `${name}-${round}.csv`,
      sha256: `${name}-${round}`,
      counts: { rows: 500, accepted: 500, rejected: 0, duplicates: 0 },
      importedOn: 20_400,
      reportJson: '{}',
    })
  }
  const committed = await workspace.commitImport(await staging.finish())
  acknowledge(`import ${committed.map(record => record.id).join(' ')}`)
  const last = committed.at(-1)?.id ?? importId('0')
  await workspace.undo(last)
  acknowledge(`undo ${last}`)
  await workspace.setSetting('round', String(round))
  acknowledge(`setting ${round}`)
  const result = { digest: String(round), document: new Uint8Array(10), blocks: new Map([['a', new Uint8Array(100)]]) }
  await workspace.commitResult(await stageResult(workspace.stageResult(), result, environment))
  acknowledge(`result ${round}`)
}
