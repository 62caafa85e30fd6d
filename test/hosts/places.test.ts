import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findInstallation, userPlaces } from '../../main/engine/places.ts'

const homeDirectory = path.resolve('/home/ada')
const linux = (environment: Record<string, string | undefined>) => userPlaces({ platform: 'linux', environment, homeDirectory })

describe('the places of a user', () => {
  test('are in the home folder unless something else is said', () => {
    expect(linux({})).toEqual({
      workspaces: path.join(homeDirectory, 'Switchyard'),
      configuration: path.join(homeDirectory, '.config', 'switchyard'),
    })
  })

  test('follow SWITCHYARD_HOME and XDG_CONFIG_HOME, if absolute', () => {
    expect(linux({ SWITCHYARD_HOME: '/srv/work', XDG_CONFIG_HOME: '/srv/conf' })).toEqual({
      workspaces: '/srv/work',
      configuration: path.join('/srv/conf', 'switchyard'),
    })
    expect(linux({ SWITCHYARD_HOME: 'work', XDG_CONFIG_HOME: '' })).toEqual(linux({}))
  })

  test('are where macOS and Windows keep such things', () => {
    const mac = userPlaces({ platform: 'darwin', environment: { XDG_CONFIG_HOME: '/srv/conf' }, homeDirectory })
    expect(mac.configuration).toBe(path.join(homeDirectory, 'Library', 'Application Support', 'switchyard'))
    const windows = userPlaces({ platform: 'win32', environment: { APPDATA: path.resolve('/roaming') }, homeDirectory })
    expect(windows.configuration).toBe(path.join(path.resolve('/roaming'), 'switchyard'))
  })
})

test('an installation is found from any of its built entries', async () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const installation = await findInstallation(pathToFileURL(path.join(root, 'out/main/cli.js')).href)
  expect(installation).toMatchObject({
    engine: pathToFileURL(path.join(root, 'out/main/engine.js')),
    job: pathToFileURL(path.join(root, 'out/main/job.js')),
    renderer: path.join(root, 'out/renderer'),
    preload: path.join(root, 'out/preload/preload.cjs'),
    sample: path.join(root, 'fixtures/organisation'),
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
})
