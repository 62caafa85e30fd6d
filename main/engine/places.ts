/** Where things are: the folders of a user who has no Electron to ask, and the files of this installation. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Computer {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly homeDirectory: string
}

/** New workspaces go to `~/Switchyard` (or SWITCHYARD_HOME), recents and preferences where the system keeps such things. */
export function userPlaces({ platform, environment, homeDirectory }: Computer): { workspaces: string; configuration: string } {
  return {
    workspaces: absolute(environment['SWITCHYARD_HOME']) ?? path.join(homeDirectory, 'Switchyard'),
    configuration: path.join(configurationRoot(platform, environment, homeDirectory), 'switchyard'),
  }
}

function configurationRoot(platform: NodeJS.Platform, environment: Computer['environment'], homeDirectory: string): string {
  if (platform === 'win32') return absolute(environment['APPDATA']) ?? path.join(homeDirectory, 'AppData', 'Roaming')
  if (platform === 'darwin') return path.join(homeDirectory, 'Library', 'Application Support')
  return absolute(environment['XDG_CONFIG_HOME']) ?? path.join(homeDirectory, '.config')
}

/** The XDG rules: a relative path in such a variable is ignored. */
const absolute = (directory: string | undefined) => (directory && path.isAbsolute(directory) ? directory : null)

export interface Installation {
  readonly engine: URL
  readonly job: URL
  /** The folder of the built window. */
  readonly renderer: string
  /** The preload script; Electron's alone. */
  readonly preload: string
  /** The CSV files of the sample organisation. */
  readonly sample: string
  readonly version: string
}

/** `entry` is the `import.meta.url` of a built entry in `out/main`, never of a chunk. */
export async function findInstallation(entry: string): Promise<Installation> {
  const out = fileURLToPath(new URL('..', entry))
  const root = path.dirname(path.resolve(out))
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string } // our own package.json
  return {
    engine: new URL('engine.js', entry),
    job: new URL('job.js', entry),
    renderer: path.join(out, 'renderer'),
    preload: path.join(out, 'preload', 'preload.cjs'),
    sample: path.join(root, 'fixtures', 'organisation'),
    version,
  }
}
