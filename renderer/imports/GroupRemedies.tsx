/** What mends a whole group at once: each kind of remedy where it fits. */
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { Labelled } from '../components/Labelled.tsx'
import { formatPlural } from '../format.ts'
import { DateQuestion } from './DateQuestion.tsx'
import { bothReadings } from './date-words.ts'
import { dateOrderOf, withDateOrder, withFixes, withWords } from './file-mapping.ts'
import styles from './GroupRemedies.module.css'
import { fieldOf, remediesOf, wordFieldOf } from './problem-groups.ts'
import { ValueFixes } from './ValueFixes.tsx'
import { WordFixes } from './WordFixes.tsx'
import type { ExaminedRow, Fix, Inspection, Mapping, ProblemGroup } from './answers.ts'

interface Props {
  file: Inspection
  group: ProblemGroup
  /** How many of its rows can be looked at. */
  rows: number
  onMapping: (mapping: Mapping) => void
  allRows: (limit: number) => Promise<readonly ExaminedRow[] | null>
}

/** More are no exception any more: another file is the better way. */
const LEAVE_OUT_AT_MOST = 500
/** As many as a mapping takes. */
const FIXES_AT_MOST = 2000

export function GroupRemedies({ file, group, rows, onMapping, allRows }: Props) {
  const { mapping } = file
  if (!mapping) return null
  const remedies = remediesOf(group, file)
  const add = (fixes: readonly Fix[]) => onMapping(withFixes(mapping, fixes))
  const column = group.column ?? ''
  const dateField = fieldOf(file, column)
  const question = file.dates.find(each => each.header === column)?.question ?? firstReadable(group)
  const wordField = wordFieldOf(file, column)
  const canLeaveOut =
    group.severity === 'warning' && rows > 0 && rows <= Math.min(LEAVE_OUT_AT_MOST, FIXES_AT_MOST - (mapping.fixes?.length ?? 0))
  const leaveOut = async () => {
    const all = await allRows(LEAVE_OUT_AT_MOST)
    const fixes = (all ?? []).flatMap(({ row }): Fix[] => (row === '' ? [] : [{ kind: 'leave-out', row }]))
    if (fixes.length > 0) add(fixes)
  }
  return (
    <div className={styles.remedies}>
      {remedies.includes('order') && question && dateField !== null && (
        <DateQuestion
          header={column}
          question={question}
          order={dateOrderOf(mapping, dateField)}
          onOrder={order => onMapping(withDateOrder(mapping, dateField, order))}
        />
      )}
      {remedies.includes('words') && wordField !== null && (
        <WordFixes
          kind={mapping.kind}
          field={wordField}
          words={group.values.map(({ text, count }) => ({ word: text, rows: count }))}
          alsoMeant={[]}
          onPlace={meant => onMapping(withWords(mapping, wordField, meant))}
        />
      )}
      {remedies.includes('fill') && <FillBlanks group={group} column={column} onFix={fix => add([fix])} />}
      {remedies.includes('replace') && <ValueFixes group={group} column={column} onFixes={add} />}
      {remedies.includes('join') && <JoinCells file={file} count={group.count} onFix={fix => add([fix])} />}
      {canLeaveOut && (
        <div className={styles.line}>
          <p>They go in as they are. They can also stay out.</p>
          <Button onPress={() => void leaveOut()}>Leave {formatPlural(rows, 'row')} out</Button>
        </div>
      )}
    </div>
  )
}

const firstReadable = ({ values }: ProblemGroup) => values.map(({ text }) => bothReadings(text)).find(question => question !== null) ?? null

function FillBlanks({ group, column, onFix }: { group: ProblemGroup; column: string; onFix: (fix: Fix) => void }) {
  const [to, setTo] = useState('')
  const value = to.trim()
  const apply = () => onFix({ kind: 'replace', column, from: '', to: value })
  return (
    <form
      className={styles.line}
      onSubmit={event => {
        event.preventDefault()
        if (value !== '') apply()
      }}
    >
      <label className={styles.fill}>
        <span>
          Fill {formatPlural(group.count, 'blank cell')} of {column} with
        </span>
        <input value={to} onChange={event => setTo(event.target.value)} data-focus="fill-blanks" />
      </label>
      <Button onPress={apply} disabledReason={value === '' ? 'Write what the blank cells should read.' : null}>
        Fill
      </Button>
    </form>
  )
}

function JoinCells({ file, count, onFix }: { file: Inspection; count: number; onFix: (fix: Fix) => void }) {
  const isProtected = (header: string) => file.protectedColumns.some(column => column.header === header)
  const headers = file.headers.filter(header => header !== '' && !isProtected(header))
  const [column, setColumn] = useState(headers.at(-1) ?? '')
  return (
    <div className={styles.line}>
      <Labelled name={`The surplus cells of ${formatPlural(count, 'row')} belong to`}>
        <Choice
          label="Column the surplus cells belong to"
          options={headers.map(header => ({ value: header, label: header }))}
          value={column}
          onChange={setColumn}
        />
      </Labelled>
      <Button onPress={() => onFix({ kind: 'join-cells', column })}>Put them together</Button>
    </div>
  )
}
