/** What the command line writes: findings to standard output, everything else to standard error. */
import type { JobProgress } from '../../src/service/job.ts'
import type { OnProgress } from '../../src/service/session.ts'

export const print = (text: string) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
export const note = (text: string) => void process.stderr.write(`${text}\n`)

const LINE_WIDTH = 78

/** A line that is written over while somebody is watching; nothing where output goes to a file. */
export function progressLine(): OnProgress {
  if (!process.stderr.isTTY) return () => undefined
  return ({ stage, done, rows }: JobProgress) => {
    const share = done === null ? '' : ` ${Math.floor(done * 100)} %`
    const count = rows === 0 ? '' : `, ${rows.toLocaleString('en')} rows`
    process.stderr.write(`\r${`${stage}${share}${count}`.slice(0, LINE_WIDTH).padEnd(LINE_WIDTH)}\r`)
  }
}
