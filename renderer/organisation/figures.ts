/** Figures that open to contributions: how one stands in the address, and what its rows are called. */
import type { Figure, Tie } from './answers.ts'

export const TIES: readonly Tie[] = ['loadBearing', 'optional', 'untold']
export const BEHAVIOURS = ['usesTools', 'presentAtDecisions', 'pushesBack'] as const
export type BehaviourName = (typeof BEHAVIOURS)[number]

/** The parts of a figure, as they stand one after the other in the address. */
export function partsOf(figure: Figure): string[] {
  switch (figure.kind) {
    case 'coordination':
      return [figure.kind, figure.unit, figure.tie]
    case 'behaviour':
      return [figure.kind, figure.leader, figure.behaviour]
    case 'freshness':
      return [figure.kind, figure.leader]
    case 'rebuild':
      return [figure.kind, figure.leader, figure.component]
    case 'agents':
      return [figure.kind]
    case 'speed':
      return [figure.kind, figure.unit, String(figure.reason)]
  }
}

/** Null for parts that name no figure. */
export function figureOf([kind, owner = '', detail = '']: readonly string[]): Figure | null {
  const tie = TIES.find(known => known === detail)
  const behaviour = BEHAVIOURS.find(known => known === detail)
  if (kind === 'agents') return { kind }
  if (owner === '') return null
  if (kind === 'freshness') return { kind, leader: owner }
  if (kind === 'coordination' && tie) return { kind, unit: owner, tie }
  if (kind === 'behaviour' && behaviour) return { kind, leader: owner, behaviour }
  if (kind === 'rebuild' && detail !== '') return { kind, leader: owner, component: detail }
  if (kind === 'speed' && /^\d{1,2}$/.test(detail)) return { kind, unit: owner, reason: Number(detail) }
  return null
}

export const TIE_WORDS: Readonly<Record<Tie, { label: string; meaning: string }>> = {
  loadBearing: {
    label: 'Load-bearing',
    meaning: 'tied to governance, a regulated system, or a finished work item that two or more units worked on',
  },
  optional: { label: 'Optional', meaning: 'tied to a system or a finished work item, and to none of those' },
  untold: { label: 'Untold', meaning: 'tied to nothing on record, or to work that is still open: neither is known' },
}

export const BEHAVIOUR_WORDS: Readonly<Record<BehaviourName, { label: string; of: string; short: string }>> = {
  usesTools: { label: 'Uses the tools in real work', of: 'weeks', short: 'Uses the tools' },
  presentAtDecisions: { label: 'Takes part when trade-offs are made', of: 'decisions', short: 'At decisions' },
  pushesBack: { label: 'Pushes back, and it changes what is made', of: 'months', short: 'Pushes back' },
}

/** What the rows are, for a heading; `who` is the name of the leader. */
export function figureTitle(figure: Figure, who = ''): string {
  switch (figure.kind) {
    case 'coordination':
      return `${TIE_WORDS[figure.tie].label} coordination in ${figure.unit}`
    case 'behaviour':
      return `${who}: ${BEHAVIOUR_WORDS[figure.behaviour].label.toLowerCase()}`
    case 'freshness':
      return `${who}: hands-on work that freshness is read from`
    case 'rebuild':
      return `${who}: work on ${figure.component}`
    case 'agents':
      return 'Work with agents, and work that prepares it'
    case 'speed':
      return `Speed and reviews in ${figure.unit}`
  }
}
