/** A settings file of the command line: `{"settings": {...}}`, or an `analysis.json` whose settings are to be used again. */
import { readSettingChanges, type SettingChanges, type SettingProblem } from '../analysis/method-changes.ts'
import { AppError } from '../contract/wire.ts'

const MOST_NAMED = 10

export function problemsInWords(problems: readonly SettingProblem[]): string {
  const lines = problems.slice(0, MOST_NAMED).map(({ setting, message }) => (setting === '' ? message : `${setting}: ${message}`))
  const rest = problems.length - lines.length
  return [...lines, ...(rest > 0 ? [`and ${rest} more.`] : [])].join('\n')
}

/** Throws AppError `bad-input` that names what is wrong. */
export function settingsOfFile(text: string, file: string): SettingChanges {
  const { changes, problems } = readSettingChanges(settingsIn(text, file))
  if (problems.length > 0) throw new AppError('bad-input', `${file}: ${problemsInWords(problems)}\nNothing was analysed.`)
  return changes
}

function settingsIn(text: string, file: string): unknown {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new AppError('bad-input', `${file}: this is no JSON file. Nothing was analysed.`)
  }
  const member = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
  const settings = member(parsed, 'settings') ?? member(member(parsed, 'method'), 'settings')
  if (settings === undefined) throw new AppError('bad-input', `${file}: there are no "settings" in this file. Nothing was analysed.`)
  return settings
}
