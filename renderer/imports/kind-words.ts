/** What each kind of file is called, what one row of it is, and what it unlocks. */
import type { InputKind } from './answers.ts'

interface KindWords {
  readonly kind: InputKind
  readonly name: string
  readonly row: string
  readonly unlocks: string
}

export const KINDS: readonly KindWords[] = [
  {
    kind: 'contributions',
    name: 'Contributions',
    row: 'One row a thing somebody did',
    unlocks: 'Who keeps which system, the truck factor, the leave simulation. The one file to begin with.',
  },
  {
    kind: 'people',
    name: 'People',
    row: 'One row a person',
    unlocks: 'Who is still here: systems nobody keeps any more, current truck factors, names.',
  },
  {
    kind: 'components',
    name: 'Components',
    row: 'One row a system',
    unlocks: 'Criticality and owners: which key-person risks matter. Without it all weigh 3.',
  },
  {
    kind: 'artifacts',
    name: 'Artifacts',
    row: 'One row an artifact',
    unlocks: 'The scope: which artifacts still exist. It moves a truck factor more than anything else.',
  },
  { kind: 'history', name: 'History', row: 'One row a job event', unlocks: 'Moves between roles, and what they did to hands-on work.' },
  { kind: 'meetings', name: 'Meetings', row: 'One row a person and week', unlocks: 'Room to take systems over, and coordination load.' },
  {
    kind: 'work_items',
    name: 'Work items',
    row: 'One row a ticket or project',
    unlocks: 'Cycle time, handoffs, and who carries work end to end.',
  },
]

export const kindName = (kind: InputKind) => KINDS.find(known => known.kind === kind)?.name ?? kind
