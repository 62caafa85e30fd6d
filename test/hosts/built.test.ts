import { isBuiltin } from 'node:module'
import vm from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import { bareImports, builtText } from './built.ts'

describe('the built app', () => {
  test.each(['loopback', 'engine', 'job', 'cli'])('%s imports nothing but Node itself, so never electron', entry => {
    const bare = [...bareImports(`main/${entry}.js`)]
    expect(bare.filter(name => !isBuiltin(name))).toEqual([])
  })

  test('electron imports electron and Node, nothing else', () => {
    const bare = [...bareImports('main/electron.js')]
    expect(bare.filter(name => !isBuiltin(name))).toEqual(['electron'])
  })
})

describe('the built preload', () => {
  function load() {
    const exposed: Record<string, Record<string, unknown>> = {}
    const required: string[] = []
    const invoke = vi.fn(async (): Promise<unknown> => ({ ok: true, value: 'handle' }))
    const listeners = new Set<unknown>()
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => (exposed[name] = api) },
      ipcRenderer: {
        invoke,
        on: (_: string, listener: unknown) => listeners.add(listener),
        off: (_: string, listener: unknown) => listeners.delete(listener),
      },
      webUtils: { getPathForFile: () => '/data/people.csv' },
    }
    const require = (name: string) => {
      required.push(name)
      return electron
    }
    // As a sandboxed preload is run: a plain script, with no module system but this `require`.
    vm.runInNewContext(builtText('preload/preload.cjs'), { require })
    return { exposed, required, invoke, listeners }
  }

  test('is one CommonJS script that requires electron alone', () => {
    expect(load().required).toEqual(['electron'])
  })

  test('exposes one name with four functions', () => {
    const { exposed } = load()
    expect(Object.keys(exposed)).toEqual(['bridge'])
    expect(Object.entries(exposed['bridge'] ?? {}).map(([name, value]) => `${name}: ${typeof value}`)).toEqual([
      'call: function',
      'onEvent: function',
      'takeFile: function',
      'chooseFolder: function',
    ])
  })

  test('gives the window the handle of a file, not its path', async () => {
    const { exposed, invoke } = load()
    const { takeFile } = exposed['bridge'] as { takeFile: (file: unknown) => Promise<unknown> }
    expect(await takeFile({})).toBe('handle')
    expect(invoke).toHaveBeenCalledWith('switchyard:take-file', '/data/people.csv')
    invoke.mockResolvedValue({ ok: false, code: 'bad-input', message: 'This is not a file.' })
    await expect(takeFile({})).rejects.toThrow('This is not a file.')
  })

  test('hands events on without the event object of Electron, until it is told to stop', () => {
    const { exposed, listeners } = load()
    const { onEvent } = exposed['bridge'] as { onEvent: (listener: (...input: unknown[]) => void) => () => void }
    const heard = vi.fn()
    const stop = onEvent(heard)
    for (const listener of listeners) (listener as (...input: unknown[]) => void)({ sender: 'ipc' }, { name: 'workspace.changed' })
    expect(heard.mock.calls).toEqual([[{ name: 'workspace.changed' }]])
    stop()
    expect(listeners.size).toBe(0)
  })
})
