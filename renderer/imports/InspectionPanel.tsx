/** One file on its way in: what it is taken for, its columns, and what was noticed at its head. */
import { ShieldCheck } from 'lucide-react'
import { Choice } from '../components/Choice.tsx'
import { formatBytes, formatList } from '../format.ts'
import { ColumnMapping } from './ColumnMapping.tsx'
import { confidenceWords, dialectWords } from './files-view.ts'
import styles from './InspectionPanel.module.css'
import { KINDS } from './kind-words.ts'
import { ProblemList } from './ProblemList.tsx'
import type { InputKind, Inspection } from './answers.ts'

interface Props {
  file: Inspection
  onKind: (kind: InputKind) => void
  onColumn: (field: string, header: string | null) => void
}

const KIND_OPTIONS = KINDS.map(({ kind, name }) => ({ value: kind, label: name }))
const NOT_CHOSEN = { value: 'none', label: 'Choose its kind' } as const

export function InspectionPanel({ file, onKind, onColumn }: Props) {
  const options = file.kind === null ? [NOT_CHOSEN, ...KIND_OPTIONS] : KIND_OPTIONS
  return (
    <div className={styles.panel} data-scroll="inspection" data-region="columns">
      <div className={styles.head}>
        <h2>{file.file}</h2>
        <p>
          {formatBytes(file.bytes)}
          {file.dialect && ` · ${dialectWords(file.dialect)}`}
        </p>
      </div>
      <div className={styles.kind}>
        <span>Kind</span>
        <Choice
          label={`Kind of ${file.file}`}
          options={options}
          value={file.kind ?? 'none'}
          onChange={value => value !== 'none' && onKind(value)}
          focusName="kind"
        />
        <span className={styles.hint}>{confidenceWords(file.confidence)}</span>
      </div>
      {file.problems.length > 0 && (
        <section>
          <h3>Noticed so far</h3>
          <ProblemList problems={file.problems} />
        </section>
      )}
      {file.kind !== null && <ColumnMapping file={file} kind={file.kind} onColumn={onColumn} />}
      {file.protectedColumns.length > 0 && (
        <section className={styles.protected}>
          <h3>
            <ShieldCheck size={14} aria-hidden="true" /> Protected columns
          </h3>
          <ul>
            {file.protectedColumns.map(column => (
              <li key={column.header}>
                <b>{column.header}</b>
                {column.treatment === 'quarantined'
                  ? 'quarantined: read only by the fairness check, never shown, never part of a score'
                  : 'not stored at all'}
              </li>
            ))}
          </ul>
        </section>
      )}
      {file.unknownColumns.length > 0 && (
        <section>
          <h3>Columns that are not used</h3>
          <p className={styles.hint}>{formatList(file.unknownColumns)}</p>
        </section>
      )}
    </div>
  )
}
