/** The leaders in `report.html`, in the order of their ids: what each figure counts, then what could be rebuilt and what followed. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { leadersInOrder, liftSentence, proximitySentence, rebuildSentence, seenIn } from './leader-sentences.ts'
import type { Leader } from './leader-sentences.ts'
import { bullets, markup, nothing, table, type Markup } from './markup.ts'
import type { PersonNames } from './person-names.ts'
import { figure, list, oneLine } from './wording.ts'

/** Null without leaders. */
export function leadersSection(document: AnalysisDocument, names: PersonNames): Markup | null {
  const leaders = leadersInOrder(document)
  if (leaders.length === 0) return null
  const sentences = leaders.flatMap(leader => [rebuildSentence(leader, names) ?? [], liftSentence(leader, names) ?? []].flat())
  return markup`<p>How near the work people are who answer for it, by three behaviours that leave records. It says nothing of how well
    anybody leads. ${proximitySentence(document) ?? ''}</p>
    ${table({
      caption: 'Leaders, in the order of their id. A blank cell is a figure that cannot be told.',
      columns: [
        { title: 'Id' },
        { title: 'Name' },
        { title: 'Answers for' },
        { title: 'People below', kind: 'number' },
        { title: 'There since', kind: 'date' },
        { title: 'Uses the tools' },
        { title: 'Present at decisions' },
        { title: 'Pushes back' },
        { title: 'Proximity', kind: 'number' },
        { title: 'Freshness', kind: 'number' },
        { title: 'Accountable but distant', kind: 'number' },
        { title: 'Player-coach' },
      ],
      rows: leaders.map(leader => ({ head: oneLine(leader.personId), cells: cellsOf(leader, names) })),
    })}
    ${bullets(sentences)}`
}

function cellsOf(leader: Leader, names: PersonNames): (Markup | string)[] {
  const number = (value: number | null) => (value === null ? nothing : figure(value, 2))
  const name = names.entryOf(leader.personId)?.name ?? null
  const systems = leader.accountableFor.length > 0 ? leader.accountableFor : leader.ownedBy === 'owner_unit' ? leader.owned : []
  return [
    name === null ? nothing : oneLine(name),
    list(systems.map(oneLine), 5),
    figure(leader.peopleBelow),
    leader.since ?? nothing,
    seenIn(leader.usesTools, 'week') ?? nothing,
    seenIn(leader.presentAtDecisions, 'decision') ?? nothing,
    seenIn(leader.pushesBack, 'month') ?? nothing,
    number(leader.proximity),
    number(leader.freshness),
    number(leader.accountableButDistant),
    leader.playerCoach === null ? nothing : leader.playerCoach ? 'yes' : 'no',
  ]
}
