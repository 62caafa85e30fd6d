/** What the window is given, under one name; everything else of Electron stays on this side. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Event } from '../../src/contract/contract.ts'
import type { Bridge, Handle, Outcome } from '../../src/contract/wire.ts'
import { CALL, CHOOSE_FOLDER, EVENT, TAKE_FILE } from './channels.ts'

/** Only the message of an error crosses to the window. */
async function value<Value>(outcome: Promise<Outcome>): Promise<Value> {
  const settled = await outcome
  if (!settled.ok) throw new Error(settled.message)
  return settled.value as Value // answered by calls.ts
}

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL, method, input),
  onEvent: listener => {
    const forward = (_: unknown, event: Event) => listener(event)
    ipcRenderer.on(EVENT, forward)
    return () => ipcRenderer.off(EVENT, forward)
  },
  takeFile: file => value<Handle>(ipcRenderer.invoke(TAKE_FILE, webUtils.getPathForFile(file))),
  chooseFolder: () => value<Handle | null>(ipcRenderer.invoke(CHOOSE_FOLDER)),
}

contextBridge.exposeInMainWorld('bridge', bridge)
