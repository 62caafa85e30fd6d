/**
 * The output of `git log --numstat` and `--name-status`: commits with a line for each file below them,
 * turned into records of a table. Both the documented tab-separated heads and git's own long ones are read.
 */

/** The columns of the records made of it. */
export const GIT_LOG_HEADERS = [
  'contribution',
  'author_email',
  'author_name',
  'author_date',
  'subject',
  'added',
  'deleted',
  'path',
  'previous_path',
  'change',
] as const

const HEAD = /^commit[\t ][0-9a-f]{7,64}\b/

export const isGitLog = (text: string) => HEAD.test(text)

interface Commit {
  readonly hash: string
  email: string
  name: string
  date: string
  subject: string
  readonly line: number
  hasFiles: boolean
}

export interface LogRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/** Takes the lines of a log one after another and gives a record for each file, and for each commit without any. */
export class GitLog {
  #commit: Commit | null = null

  take(cells: readonly string[], line: number): LogRecord[] {
    const first = cells[0] ?? ''
    if (HEAD.test(cells.length > 1 ? `${first}\t${cells[1]}` : first)) return this.#begin(cells, line)
    const commit = this.#commit
    if (!commit) return []
    if (cells.length === 1) {
      this.#readHeadLine(first, commit)
      return []
    }
    const file = readFileLine(cells)
    if (!file) return [{ cells: recordOf(commit, { added: '', deleted: '', path: '', previous: '', change: '' }), line }]
    commit.hasFiles = true
    return [{ cells: recordOf(commit, file), line }]
  }

  finish(): LogRecord[] {
    const commit = this.#commit
    this.#commit = null
    if (!commit || commit.hasFiles) return []
    return [{ cells: recordOf(commit, { added: '', deleted: '', path: '', previous: '', change: '' }), line: commit.line }]
  }

  #begin(cells: readonly string[], line: number): LogRecord[] {
    const former = this.finish()
    const [first = '', hash, date = '', email = '', name = '', ...subject] = cells
    this.#commit = {
      hash: hash ?? first.split(' ')[1] ?? '',
      date,
      email,
      name,
      subject: subject.join(' '),
      line,
      hasFiles: false,
    }
    return former
  }

  /** `Author: Ann Lee <ann@x.org>`, `Date:   Mon May 1 ...`, and the first line of the message, which is set in. */
  #readHeadLine(text: string, commit: Commit): void {
    const author = /^Author:\s*(.*?)\s*<([^<>]*)>\s*$/.exec(text)
    if (author) [commit.name, commit.email] = [author[1]!, author[2]!]
    else if (/^(?:Author)?Date:/.test(text)) commit.date = text.slice(text.indexOf(':') + 1).trim()
    else if (text.startsWith('    ') && commit.subject === '') commit.subject = text.trim()
  }
}

interface FileLine {
  readonly added: string
  readonly deleted: string
  readonly path: string
  readonly previous: string
  readonly change: string
}

function recordOf({ hash, email, name, date, subject }: Commit, { added, deleted, path, previous, change }: FileLine): string[] {
  return [path === '' ? hash : `${hash}:${path}`, email, name, date, subject, added, deleted, path, previous, change]
}

function readFileLine([first, second, third]: readonly string[]): FileLine | null {
  if (first === undefined || second === undefined) return null
  if (third !== undefined && /^(?:\d+|-)$/.test(first) && /^(?:\d+|-)$/.test(second)) {
    const { path, previous } = renamed(third)
    return { added: first, deleted: second, path, previous, change: previous === '' ? '' : 'renamed' }
  }
  if (!/^[ACDMRT]\d*$/.test(first)) return null
  const isMove = third !== undefined && /^[RC]/.test(first)
  const path = unquoted(isMove ? third : second)
  const isRename = isMove && first.startsWith('R')
  return { added: '', deleted: '', path, previous: isRename ? unquoted(second) : '', change: first.startsWith('C') ? 'A' : first[0]! }
}

/** `src/{old => new}/a.ts` and `old.ts => new.ts` as both names. */
function renamed(text: string): { path: string; previous: string } {
  const braces = /^(.*)\{(.*) => (.*)\}(.*)$/.exec(text)
  const tidy = (path: string) => unquoted(path.replaceAll('//', '/'))
  if (braces) {
    const [, before = '', old = '', fresh = '', after = ''] = braces
    return { path: tidy(`${before}${fresh}${after}`), previous: tidy(`${before}${old}${after}`) }
  }
  const arrow = text.indexOf(' => ')
  return arrow < 0
    ? { path: unquoted(text), previous: '' }
    : { path: unquoted(text.slice(arrow + 4)), previous: unquoted(text.slice(0, arrow)) }
}

/** Git writes names with special characters in quotes, their bytes as octal numbers. */
function unquoted(path: string): string {
  if (!/^".*"$/.test(path)) return path
  const bytes: number[] = []
  const text = path.slice(1, -1)
  for (let at = 0; at < text.length; at++) {
    const octal = /^\\([0-7]{3})/.exec(text.slice(at, at + 4))
    if (octal) {
      bytes.push(Number.parseInt(octal[1]!, 8))
      at += 3
      continue
    }
    if (text[at] === '\\') at++
    bytes.push(...Buffer.from(text[at] ?? '', 'utf8'))
  }
  return Buffer.from(bytes).toString('utf8')
}
