/** The words after `switchyard`, read once into a command. Anything misspelt is an OptionsError with the usage. */
import { parseArgs } from 'node:util'
import { parseIsoMoment } from '../../src/domain/calendar.ts'
import type { InputKind } from '../../src/domain/input-kind.ts'
import { CHANGED_IDS, type ChangedIds, MISSING_PEOPLE, type MissingPeople } from '../../src/ingest/mapping-model.ts'

export interface InputFile {
  readonly path: string
  readonly kind: InputKind
}

export interface Inputs {
  readonly files: readonly InputFile[]
  readonly mapping: string | null
  readonly missingPeople: MissingPeople | null
  readonly changedIds: ChangedIds | null
}

export type Command =
  | {
      readonly name: 'analyze'
      readonly inputs: Inputs
      readonly workspace: string | null
      readonly asOf: string | null
      /** Null: as the settings say. */
      readonly windowMonths: number | null
      readonly settings: string | null
      readonly maskNames: boolean
      readonly purpose: { readonly purpose: string; readonly legalBasis: string | null; readonly noticeDate: string | null } | null
      readonly out: string | null
      readonly json: boolean
    }
  | { readonly name: 'import'; readonly inputs: Inputs; readonly workspace: string; readonly dryRun: boolean; readonly json: boolean }
  | { readonly name: 'undo' | 'redo'; readonly workspace: string; readonly import: string }
  | {
      readonly name: 'simulate'
      readonly workspace: string
      readonly what: 'leave' | 'promote'
      readonly people: readonly string[]
      readonly json: boolean
    }
  | { readonly name: 'compare'; readonly workspace: string; readonly from: string; readonly to: string; readonly json: boolean }
  | { readonly name: 'report'; readonly workspace: string; readonly out: string }
  | { readonly name: 'restore'; readonly workspace: string }
  | { readonly name: 'open'; readonly workspace: string | null }
  | { readonly name: 'sample'; readonly out: string }
  | { readonly name: 'help' }

export class OptionsError extends Error {}

export const USAGE = `switchyard analyze  [--people P.csv] [--history H.csv] [--contributions C.csv] [--meetings M.csv]
                    [--components K.csv] [--work-items W.csv] [--artifacts A.csv] [--mapping M.json]
                    [--workspace DIR] [--as-of DATE] [--window-months 12] [--settings S.json] [--mask-names]
                    [--purpose T --legal-basis T --notice-date D] [--out DIR] [--json]
                    [--missing-people left|keep] [--changed-ids same|other]
switchyard import   --workspace DIR [the same file options] [--mapping M.json] [--dry-run] [--json]
                    [--missing-people left|keep] [--changed-ids same|other]
switchyard undo     --workspace DIR IMPORT
switchyard redo     --workspace DIR IMPORT
switchyard simulate --workspace DIR --leave ID[,ID...] | --promote ID[,ID...] [--json]
switchyard compare  --workspace DIR --from DATE --to DATE [--json]
switchyard report   --workspace DIR --out DIR
switchyard restore  --workspace DIR                 puts the newest good backup in place of a damaged file
switchyard sample   [--out DIR]                     the sample organisation, imported, analysed and reported
switchyard open     [--workspace DIR]               the window

Every file option takes several files and may be repeated. The people files of a command list everybody together:
--missing-people says whether those they lack have left, --changed-ids whether an e-mail under another id is the same person's.
Exit codes: 0 done, 1 a fault of ours, 2 input that cannot be used (nothing is written then).
`

const FILE_OPTIONS: Readonly<Record<string, InputKind>> = {
  people: 'people',
  history: 'history',
  contributions: 'contributions',
  meetings: 'meetings',
  components: 'components',
  'work-items': 'work_items',
  artifacts: 'artifacts',
}

const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  analyze: [
    ...Object.keys(FILE_OPTIONS),
    'mapping',
    'missing-people',
    'changed-ids',
    'workspace',
    'as-of',
    'window-months',
    'settings',
    'mask-names',
    'purpose',
    'legal-basis',
    'notice-date',
    'out',
    'json',
  ],
  import: [...Object.keys(FILE_OPTIONS), 'mapping', 'missing-people', 'changed-ids', 'workspace', 'dry-run', 'json'],
  undo: ['workspace'],
  redo: ['workspace'],
  simulate: ['workspace', 'leave', 'promote', 'json'],
  compare: ['workspace', 'from', 'to', 'json'],
  report: ['workspace', 'out'],
  restore: ['workspace'],
  sample: ['out'],
  open: ['workspace'],
  help: [],
}

const FLAGS = new Set(['mask-names', 'dry-run', 'json', 'help'])

interface Words {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly flags: ReadonlySet<string>
  readonly positionals: readonly string[]
  readonly files: readonly InputFile[]
}

/** Throws OptionsError when the words name no command, an unknown option, or leave out what a command needs. */
export function parseCommand(words: readonly string[]): Command {
  const name = words[0] ?? 'help'
  if (name === 'help' || name === '--help' || name === '-h') return { name: 'help' }
  const allowed = OPTIONS_OF[name]
  if (!allowed) throw new OptionsError(`"${name}" is no command of switchyard.`)
  const read = readWords(name, words.slice(1), allowed)
  if (read.flags.has('help')) return { name: 'help' }
  return commandOf(name, read)
}

function readWords(command: string, words: readonly string[], allowed: readonly string[]): Words {
  const options = Object.fromEntries(
    [...new Set([...allowed, 'help'])].map(option => [
      option,
      FLAGS.has(option) ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
    ]),
  )
  let tokens
  try {
    tokens = parseArgs({ args: [...words], options, allowPositionals: true, strict: true, tokens: true }).tokens
  } catch (error) {
    throw new OptionsError(`switchyard ${command}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const values = new Map<string, string[]>()
  const flags = new Set<string>()
  const positionals: string[] = []
  const files: InputFile[] = []
  // A file option takes every word up to the next option.
  let open: InputKind | null = null
  for (const token of tokens) {
    if (token.kind === 'option') {
      open = FILE_OPTIONS[token.name] ?? null
      if (open && token.value !== undefined) files.push({ path: token.value, kind: open })
      else if (token.value === undefined) flags.add(token.name)
      else values.set(token.name, [...(values.get(token.name) ?? []), token.value])
    } else if (token.kind === 'positional') {
      if (open) files.push({ path: token.value, kind: open })
      else positionals.push(token.value)
    }
  }
  for (const [option, given] of values)
    if (given.length > 1 && option !== 'leave' && option !== 'promote')
      throw new OptionsError(`switchyard ${command}: --${option} is given twice.`)
  return { values, flags, positionals, files }
}

function commandOf(name: string, words: Words): Command {
  const value = (option: string) => words.values.get(option)?.[0] ?? null
  const must = (option: string) => {
    const given = value(option)
    if (given === null || given === '') throw new OptionsError(`switchyard ${name} needs --${option}.`)
    return given
  }
  const takesPositional = name === 'undo' || name === 'redo'
  if (!takesPositional && words.positionals.length > 0)
    throw new OptionsError(`switchyard ${name}: "${words.positionals[0]}" belongs to no option.`)
  const inputs: Inputs = {
    files: words.files,
    mapping: value('mapping'),
    missingPeople: wordOf('missing-people', MISSING_PEOPLE, value('missing-people')),
    changedIds: wordOf('changed-ids', CHANGED_IDS, value('changed-ids')),
  }
  const isAnswered = inputs.missingPeople !== null || inputs.changedIds !== null
  if (isAnswered && words.files.every(({ kind }) => kind !== 'people'))
    throw new OptionsError('--missing-people and --changed-ids go with a --people file.')
  const json = words.flags.has('json')
  switch (name) {
    case 'analyze':
      if (words.files.length === 0 && value('workspace') === null)
        throw new OptionsError('switchyard analyze needs input files, or --workspace with one that has been imported into.')
      return {
        name,
        inputs,
        workspace: value('workspace'),
        asOf: dateOf('as-of', value('as-of')),
        windowMonths: monthsOf(value('window-months')),
        settings: value('settings'),
        maskNames: words.flags.has('mask-names'),
        purpose: purposeOf(value('purpose'), value('legal-basis'), dateOf('notice-date', value('notice-date'))),
        out: value('out'),
        json,
      }
    case 'import':
      if (words.files.length === 0) throw new OptionsError('switchyard import needs at least one input file.')
      return { name, inputs, workspace: must('workspace'), dryRun: words.flags.has('dry-run'), json }
    case 'undo':
    case 'redo': {
      const [id, ...rest] = words.positionals
      if (id === undefined || rest.length > 0) throw new OptionsError(`switchyard ${name} needs one import, by its number.`)
      return { name, workspace: must('workspace'), import: id }
    }
    case 'simulate': {
      const given = (['leave', 'promote'] as const).filter(option => words.values.has(option))
      const [what] = given
      if (what === undefined || given.length > 1) throw new OptionsError('switchyard simulate needs either --leave or --promote.')
      const people = (words.values.get(what) ?? [])
        .flatMap(list => list.split(','))
        .map(id => id.trim())
        .filter(id => id !== '')
      if (people.length === 0) throw new OptionsError(`switchyard simulate needs at least one person id after --${what}.`)
      return { name, workspace: must('workspace'), what, people, json }
    }
    case 'compare': {
      const day = (option: string) => dateOf(option, value(option)) ?? must(option)
      return { name, workspace: must('workspace'), from: day('from'), to: day('to'), json }
    }
    case 'report':
      return { name, workspace: must('workspace'), out: must('out') }
    case 'restore':
      return { name, workspace: must('workspace') }
    case 'sample':
      return { name, out: value('out') ?? 'sample' }
    default:
      return { name: 'open', workspace: value('workspace') }
  }
}

function wordOf<Word extends string>(option: string, allowed: readonly Word[], text: string | null): Word | null {
  const word = allowed.find(each => each === text) ?? null
  if (text !== null && word === null) throw new OptionsError(`--${option} takes ${allowed.join(' or ')}, not "${text}".`)
  return word
}

function dateOf(option: string, text: string | null): string | null {
  if (text !== null && (text.length !== 10 || parseIsoMoment(text) === null))
    throw new OptionsError(`--${option} takes a date such as 2026-03-31, not "${text}".`)
  return text
}

const LONGEST_WINDOW_MONTHS = 60

function monthsOf(text: string | null): number | null {
  if (text === null) return null
  const months = Number(text)
  if (!Number.isInteger(months) || months < 1 || months > LONGEST_WINDOW_MONTHS)
    throw new OptionsError(`--window-months takes a whole number from 1 to ${LONGEST_WINDOW_MONTHS}, not "${text}".`)
  return months
}

function purposeOf(purpose: string | null, legalBasis: string | null, noticeDate: string | null) {
  if (purpose === null && (legalBasis !== null || noticeDate !== null))
    throw new OptionsError('--legal-basis and --notice-date go with --purpose.')
  return purpose === null || purpose.trim() === '' ? null : { purpose: purpose.trim(), legalBasis, noticeDate }
}
