import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startService } from './service-fixture.ts'

test('files that were moved aside are told to whoever opens the workspace', async () => {
  const { handlers } = await startService()
  const { location, notices } = await handlers['workspace.create']({ name: 'Review' })
  expect(notices).toEqual([])
  await handlers['workspace.close']({})
  for (const [folder, name] of [
    ['lost', 'one.db'],
    ['lost', 'two.db'],
    ['damaged', 'data.db'],
  ] as const) {
    await mkdir(path.join(location, folder), { recursive: true })
    await writeFile(path.join(location, folder, name), 'leftover')
  }
  const [recent] = await handlers['workspace.recent']({})
  const reopened = await handlers['workspace.open']({ recent: recent!.recent })
  expect(reopened.notices).toEqual([
    '2 files of imports that never finished are kept in the folder lost/.',
    '1 damaged file is kept in the folder damaged/.',
  ])
})
