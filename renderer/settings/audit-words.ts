/** What an entry of the audit log says, in plain words. */
import { formatCount, formatPlural } from '../format.ts'
import type { AuditEntry, AuditPage } from './answers.ts'

type Detail = NonNullable<AuditEntry['detail']>

const KIND_WORDS: Readonly<Record<string, string>> = {
  workspace_created: 'Workspace created',
  import: 'File imported',
  undo: 'Import undone',
  redo: 'Import redone',
  analysis: 'Analysed',
  period: 'Earlier day analysed',
  purpose: 'Purpose stated',
  setting: 'Workspace setting kept',
  settings: 'Settings of the method changed',
  scope: 'What is shown changed',
  profile: 'Profile opened',
  decision: 'Decision made',
  decision_undone: 'Decision undone',
  decision_redone: 'Decision redone',
  restored: 'Restored from a backup',
}

/** A kind that this version does not know names itself. */
export function entryKindWords(kind: string): string {
  const words = KIND_WORDS[kind] ?? kind.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Digests are for machines; the entry's own is shown. */
const DIGEST = /^[0-9a-f]{40,}$/

const SETTING_WORDS: Readonly<Record<string, string>> = {
  'analysis.basis': 'what the next analysis is made with',
  'workspace.scope': 'what is shown',
}

const shownValue = (value: Detail[string]) =>
  value === null ? 'not stated' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/** The details in one line; null where there are none to show. */
export function detailWords({ kind, detail }: AuditEntry): string | null {
  if (detail === null) return 'not shown in a workspace of systems and units only'
  if (kind === 'scope') return detail['shows'] === 'people' ? 'people, systems and units' : 'systems and units only'
  if (kind === 'setting') return SETTING_WORDS[String(detail['name'])] ?? String(detail['name'])
  if (kind === 'import') return importWords(detail)
  const parts = Object.entries(detail)
    .filter(([, value]) => !(typeof value === 'string' && DIGEST.test(value)))
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${shownValue(value)}`)
  return parts.length === 0 ? null : parts.join(' · ')
}

function importWords({ file, accepted, rejected }: Detail): string {
  const counts = [
    typeof accepted === 'number' ? `${formatPlural(accepted, 'row')} accepted` : null,
    typeof rejected === 'number' && rejected > 0 ? `${formatCount(rejected)} rejected` : null,
  ].filter(part => part !== null)
  return [String(file), ...counts].join(' · ')
}

export const verdictWords = ({ intact, firstBroken, total }: AuditPage) =>
  intact
    ? `The chain is whole: ${total === 1 ? 'the one entry carries' : `all ${formatCount(total)} entries carry`} the fingerprint of the one before.`
    : `The chain is broken at entry ${firstBroken === null ? 'unknown' : formatCount(firstBroken)}: somebody changed, removed or inserted something there, outside Switchyard. Keep a copy of the workspace, and compare it with a backup.`
