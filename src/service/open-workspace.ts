/** The workspace at a path somebody named: opened where there is one, made where there is nothing. */
import { AppError } from '../contract/wire.ts'
import { Session, type SessionTools } from './session.ts'

/** Throws AppError as Session.open does; a folder that holds something else is left alone. */
export async function openOrCreate(directory: string, tools: SessionTools): Promise<Session> {
  try {
    return await Session.open(directory, tools)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad-input') throw error
    // No workspace there: a new one is made where the folder is missing or empty, and refused elsewhere.
    return Session.create(directory, { name: workspaceName(directory), sample: false }, tools).catch((creation: unknown) => {
      throw creation instanceof AppError && creation.code === 'conflict' ? error : creation
    })
  }
}

/** `/home/me/Q3.switchyard` is called `Q3`. */
export function workspaceName(directory: string): string {
  const base = directory.split(/[\\/]/).findLast(part => part !== '') ?? 'Workspace'
  return base.replace(/\.switchyard$/, '') || 'Workspace'
}
