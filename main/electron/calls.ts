/** Answers the window over IPC: calls go to the engine, files and folders become handles. Only our own top frame is heard. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent } from 'electron'
import type { Outcome } from '../../src/contract/wire.ts'
import type { Engine } from '../engine/engine.ts'
import { refuse } from '../engine/refusal.ts'
import { CALL, CHOOSE_FOLDER, TAKE_FILE } from './channels.ts'
import { isTrustedFrame } from './lockdown.ts'

type Answer = (...input: readonly unknown[]) => Promise<Outcome>

export interface CallParts {
  readonly engine: Engine
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly dialog: Pick<Dialog, 'showOpenDialog'>
  readonly window: BrowserWindow
}

export function answerCalls({ engine, ipcMain, dialog, window }: CallParts): void {
  const answers: Readonly<Record<string, Answer>> = {
    [CALL]: async (method, input) => {
      if (typeof method !== 'string') return refuse('bad-request', 'A call names its method.')
      return engine.call(method, input)
    },
    [TAKE_FILE]: async file => {
      // A file that was made by script has no path.
      if (typeof file !== 'string' || !path.isAbsolute(file)) return refuse('bad-request', 'Only a file on this computer can be read.')
      const isFile = await stat(file).then(
        found => found.isFile(),
        () => false,
      )
      if (!isFile) return refuse('bad-input', 'This is not a file that can be read. Choose the CSV file itself, not its folder.')
      return { ok: true, value: await engine.adopt({ path: file, name: path.basename(file), temporary: false }) }
    },
    [CHOOSE_FOLDER]: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: 'Open a workspace', properties: ['openDirectory'] })
      const [folder] = filePaths
      if (canceled || folder === undefined) return { ok: true, value: null }
      return { ok: true, value: await engine.adopt({ path: folder, name: path.basename(folder), temporary: false }) }
    },
  }
  for (const [channel, answer] of Object.entries(answers))
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...input: unknown[]) => {
      if (event.sender !== window.webContents || !isTrustedFrame(event.senderFrame)) throw new Error('Refused')
      return answer(...input)
    })
}
