/** One row per field of ours: which column of the file it is, how sure that is, and values to judge by. */
import { Fragment, useState } from 'react'
import { Combo } from '../components/Combo.tsx'
import { classes } from '../components/classes.ts'
import { ShareBar } from '../components/ShareBar.tsx'
import { formatCount, formatDate, formatList, formatPlural } from '../format.ts'
import { fieldConfidenceWords, isUnsure } from './confidence-words.ts'
import { DateQuestion } from './DateQuestion.tsx'
import styles from './FieldTable.module.css'
import { ConstantField } from './ConstantField.tsx'
import type { DateQuestionAsked } from './date-words.ts'
import { dateOrderOf, isRead, type DateOrder } from './file-mapping.ts'
import { besideWords, OUR_FIELDS, type OurField } from './our-fields.ts'
import type { Inspection } from './answers.ts'

interface Props {
  file: Inspection
  guess: Inspection | undefined
  onColumn: (field: string, header: string | null) => void
  onDateOrder: (field: string, order: DateOrder) => void
  /** The empty text takes it away. */
  onConstant: (field: string, value: string) => void
}

/** No header of a file is called this: headers are trimmed. */
const LEFT_OUT = ' '

export function FieldTable({ file, guess, onColumn, onDateOrder, onConstant }: Props) {
  const [everyField, setEveryField] = useState(false)
  const { mapping } = file
  if (!mapping) return null
  const fields = OUR_FIELDS[mapping.kind]
  const inUse = ({ field, must }: OurField) => must || isRead(mapping, field) || Boolean(mapping.constants?.[field])
  const shown = everyField ? fields : fields.filter(inUse)
  const hidden = fields.length - shown.length
  const asked = (field: string) => questionOf(file, guess, field)
  const open = fields.flatMap(({ field }) =>
    asked(field) && dateOrderOf(mapping, field) === null ? [mapping.columns[field] ?? field] : [],
  )
  const protectedHeaders = file.protectedColumns.map(({ header }) => header)
  const options = [
    { value: LEFT_OUT, label: 'Not in this file' },
    ...[...new Set(file.headers)]
      .filter(header => header !== '' && !protectedHeaders.includes(header))
      .map(header => ({ value: header, label: header })),
  ]
  return (
    <section>
      <h2 className={styles.title}>Our fields and the columns of {file.file}</h2>
      <p className={styles.hint}>
        Values and shares are of the first {formatPlural(file.surveyedRows, 'row')}.
        {open.length > 0 && <b> One thing is asked below: how the dates in {formatList(open)} are written.</b>}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Our field</th>
            <th scope="col">Column in the file</th>
            <th scope="col">How sure</th>
            <th scope="col">Values as the file has them</th>
            <th scope="col">Filled</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(our => (
            <Fragment key={our.field}>
              <FieldRow our={our} file={file} guess={guess} options={options} onColumn={onColumn} onConstant={onConstant} />
              <Asked
                question={asked(our.field)}
                header={mapping.columns[our.field] ?? ''}
                order={dateOrderOf(mapping, our.field)}
                onOrder={order => onDateOrder(our.field, order)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      {(hidden > 0 || everyField) && (
        <button type="button" className={styles.more} aria-expanded={everyField} onClick={() => setEveryField(!everyField)}>
          {everyField ? 'Show only the fields in use' : `Show ${formatCount(hidden)} more fields this file could fill`}
        </button>
      )}
    </section>
  )
}

/** Once answered a question stays, that the answer can be thought over: the first look at the file still knows it. */
function questionOf(file: Inspection, guess: Inspection | undefined, field: string): DateQuestionAsked | null {
  const [now, first] = [file, guess].map(look => look?.dates.find(date => date.field === field))
  if (now?.question) return now.question
  return first?.header === now?.header ? (first?.question ?? null) : null
}

interface AskedProps {
  question: DateQuestionAsked | null
  header: string
  order: DateOrder | null
  onOrder: (order: DateOrder) => void
}

function Asked({ question, header, order, onOrder }: AskedProps) {
  if (question === null) return null
  return (
    <tr className={styles.asking}>
      <td colSpan={5}>
        <DateQuestion header={header} question={question} order={order} onOrder={onOrder} />
      </td>
    </tr>
  )
}

interface FieldRowProps extends Pick<Props, 'file' | 'guess' | 'onColumn' | 'onConstant'> {
  our: OurField
  options: readonly { readonly value: string; readonly label: string }[]
}

function FieldRow({ our: { field, must, meaning }, file, guess, options, onColumn, onConstant }: FieldRowProps) {
  const header = file.mapping?.columns[field] ?? ''
  const constant = file.mapping?.constants?.[field] ?? ''
  const found = file.fields.find(each => each.field === field)
  const missing = must && header === '' && constant === ''
  const sureness = fieldConfidenceWords(file, guess, field)
  return (
    <tr className={classes(missing && styles.missing)}>
      <th scope="row">
        <b>{field}</b>
        {must && <span className={styles.must}>must</span>}
        <small>{meaning}</small>
      </th>
      <td>
        <Combo
          label={`Column for ${field}`}
          options={options}
          value={header === '' ? LEFT_OUT : header}
          onChange={value => onColumn(field, value === LEFT_OUT ? null : value)}
          invalid={missing}
          focusName={`column:${field}`}
        />
        <BesideColumns file={file} field={field} />
      </td>
      <td className={classes(isUnsure(sureness) && styles.unsure)}>{missing ? 'choose a column' : sureness}</td>
      <td>
        {header === '' && must ? (
          <ConstantField key={constant} field={field} value={constant} onValue={value => onConstant(field, value)} />
        ) : (
          <Samples file={file} field={field} samples={found?.samples ?? []} header={header} constant={constant} />
        )}
      </td>
      <td>{header !== '' && <ShareBar share={found?.filled ?? null} unknownBecause="no row was looked at yet" />}</td>
    </tr>
  )
}

/** Columns that make the value together with the chosen one, or stand in where it is blank. */
function BesideColumns({ file, field }: { file: Inspection; field: string }) {
  const joined = file.mapping?.joined?.[field]
  const fallbacks = file.mapping?.fallbacks?.[field]
  return (
    <>
      {joined && <small className={styles.beside}>joined: {joined.join(' + ')}</small>}
      {fallbacks && (
        <small className={styles.beside}>
          {besideWords(field)}: {fallbacks.join(', ')}
        </small>
      )}
    </>
  )
}

interface SamplesProps {
  file: Inspection
  field: string
  samples: readonly string[]
  header: string
  constant: string
}

function Samples({ file, field, samples, header, constant }: SamplesProps) {
  const date = file.dates.find(each => each.field === field)
  if (date && header !== '')
    return (
      <ul className={styles.dates}>
        {date.samples.slice(0, 3).map(({ raw, read }) => (
          <li key={raw}>
            <code>{raw}</code>
            <span aria-hidden="true">→</span>
            <span className="visually-hidden">is read as</span>
            <span className={classes(read === null && styles.unread)}>
              {read === null ? (date.question ? 'asked below' : 'no date') : formatDate(read)}
            </span>
          </li>
        ))}
      </ul>
    )
  if (header === '') return <span className={styles.none}>{constant === '' ? '–' : constant}</span>
  if (samples.length === 0) return <span className={styles.none}>blank in the first rows</span>
  return samples.map(sample => <code key={sample}>{sample}</code>)
}
