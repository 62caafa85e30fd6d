import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { DATA, openBeside } from '../../src/store/database-file.ts'
import { readSegment } from '../../src/store/segment.ts'
import { liveSegments } from '../../src/store/segment-list.ts'
import { bundled, run } from './child-process.ts'
import { createWorkspace, freshDirectory, openWorkspace, testEnvironment } from './workspace-fixture.ts'

const wasm = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
/** Spread over one round of the loop and more, at odd distances. */
const DELAYS_MS = [3, 17, 31, 44, 59, 73, 101, 137, 173, 211]

describe('a process killed while it imports', () => {
  it('loses nothing it acknowledged and shows no half import', async () => {
    const script = await bundled('import-loop.ts')
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await (await createWorkspace(directory, environment)).close()

    for (const delayMs of DELAYS_MS) {
      const child = run(script, [directory, wasm])
      await child.printed('open')
      await wait(delayMs)
      child.process.kill('SIGKILL')
      expect((await child.ended).signal).toBe('SIGKILL')

      // The lock of the dead process is taken over.
      const workspace = await openWorkspace(directory, environment)
      const imports = workspace.imports()
      for (const line of child.lines) {
        const [what, ...values] = line.split(' ')
        const last = values.at(-1)
        if (what === 'import') for (const id of values) expect(imports.some(record => record.id === id)).toBe(true)
        if (what === 'undo') expect(imports.find(record => record.id === last)?.undone).toBe(true)
        if (what === 'setting') expect(Number(workspace.setting('round'))).toBeGreaterThanOrEqual(Number(last))
        if (what === 'result') expect(Number(workspace.result()?.digest)).toBeGreaterThanOrEqual(Number(last))
      }
      const batches = new Set(imports.map(record => record.batch))
      for (const batch of batches) {
        const files = imports.filter(record => record.batch === batch)
        expect(files.map(record => record.file.split('-')[0])).toEqual(['left', 'right'])
      }

      const data = await openBeside(directory, DATA, environment)
      for (const live of liveSegments(data)) {
        if (live.kind !== 'contributions') continue
        for (const entry of live.entries)
          expect((await readSegment(directory, entry, environment.sqlite, { columns: ['day'] })).rows).toBe(500)
      }
      data.close()
      expect(await readdir(join(directory, 'segments'))).toHaveLength(imports.length)

      const events = Array.from({ length: Math.ceil(workspace.verifyAudit().entries / 100) }, (_, page) => workspace.audit(page)).flat()
      for (const record of imports) {
        expect(events.filter(entry => entry.kind === 'import' && entry.detail['import'] === record.id)).toHaveLength(1)
      }
      expect(workspace.verifyAudit().intact).toBe(true)
      await workspace.close()
    }
  })
})
