/** The words that mean something to us, per field, for placing those of a file. A test holds the kinds to the domain. */
import type { InputKind } from './answers.ts'

interface WordsOfMode {
  readonly mode: string
  readonly words: readonly string[]
}

export const KINDS_BY_MODE: readonly WordsOfMode[] = [
  { mode: 'build', words: ['commit', 'pull_request', 'feature', 'fix', 'release', 'incident_fix', 'prototype'] },
  {
    mode: 'enable',
    words: [
      'review',
      'mentoring',
      'documentation',
      'tooling',
      'template',
      'framework',
      'architecture',
      'agent_config',
      'agent_brief',
      'agent_eval',
      'onboarding',
    ],
  },
  { mode: 'decide', words: ['product_decision', 'design_decision', 'decomposition', 'design_review'] },
  { mode: 'coordinate', words: ['meeting', 'status_report', 'planning', 'alignment', 'approval', 'ticket_grooming'] },
  { mode: 'govern', words: ['audit', 'compliance_review', 'security_review', 'certification'] },
]

const YES_NO = ['yes', 'no']

const WORDS: Readonly<Partial<Record<InputKind, Readonly<Record<string, readonly string[]>>>>> = {
  contributions: {
    kind: KINDS_BY_MODE.flatMap(({ words }) => words),
    outcome: ['worked', 'failed', 'open', 'shipped', 'reverted', 'approved', 'changed', 'commented'],
    change: ['added', 'changed', 'renamed', 'removed'],
    agent: YES_NO,
  },
  people: {
    track: ['ic', 'manager'],
    employment_status: ['active', 'on_leave', 'terminated'],
    role_family: ['engineering', 'product', 'design', 'data', 'operations', 'security'],
    governance: YES_NO,
  },
  history: { reason: ['hire', 'promotion', 'transfer', 'reorganisation', 'leave_start', 'leave_end', 'exit'], track: ['ic', 'manager'] },
  artifacts: { status: ['current', 'removed', 'out_of_scope'] },
  components: { regulated: YES_NO, core: YES_NO },
}

/** Chosen for a word that is to be read as a blank cell. No word is a blank alone: words are trimmed. */
export const BLANK = ' '

interface WordOption {
  readonly value: string
  readonly label: string
}

/** What a word can be taken for: ours, what other words of the file are taken for, or nothing. */
export function wordOptions(kind: InputKind, field: string, alsoMeant: readonly (string | null)[]): readonly WordOption[] {
  const ours = WORDS[kind]?.[field] ?? []
  const modes = kind === 'contributions' && field === 'kind' ? KINDS_BY_MODE : []
  const further = [...new Set(alsoMeant)].filter(word => word !== null && word !== '' && !ours.includes(word)) as string[] // no null is left
  return [
    ...[...ours, ...further].map(word => {
      const mode = modes.find(({ words }) => words.includes(word))?.mode
      return { value: word, label: mode === undefined ? word : `${word} · ${mode}` }
    }),
    { value: BLANK, label: 'nothing: as if blank' },
  ]
}
