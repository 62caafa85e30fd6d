import { rm } from 'node:fs/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { record } from './electron-stand-in.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

afterAll(() => rm(record.home, { recursive: true }))

test('a second instance of the Electron host quits before it has done anything', async () => {
  record.hasLock = false
  await import('../../main/electron/main.ts')
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(record.steps).toEqual(['quit'])
  expect([record.windows.length, record.handlers.size, record.switches.length]).toEqual([0, 0, 0])
})
