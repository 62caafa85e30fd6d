/** The files of an import beside a step that looks at one of them. */
import { CircleAlert, CircleCheck } from 'lucide-react'
import { classes } from '../components/classes.ts'
import styles from './FileRail.module.css'
import { kindName } from './kind-words.ts'
import { blockerOf } from './steps.ts'
import type { Inspection } from './answers.ts'

interface Props {
  files: readonly Inspection[]
  /** Counted from 0. */
  shown: number
  onShow: (file: number) => void
}

export function FileRail({ files, shown, onShow }: Props) {
  return (
    <nav aria-label="Files" className={styles.rail} data-scroll="files" data-region="files">
      <ul>
        {files.map((file, index) => {
          const blocker = blockerOf(file)
          return (
            <li key={file.handle}>
              <button
                type="button"
                className={classes(styles.item, index === shown && styles.current)}
                aria-current={index === shown || undefined}
                onClick={() => onShow(index)}
                data-focus={`file:${index}`}
              >
                {blocker === null ? (
                  <CircleCheck size={14} aria-label="Ready" className={styles.ready} />
                ) : (
                  <CircleAlert size={14} aria-label="Needs a look" className={styles.blocked} />
                )}
                <span>
                  <b>{file.file}</b>
                  <small>{file.kind === null ? 'Kind not recognised' : kindName(file.kind)}</small>
                  {blocker !== null && <small className={styles.blocked}>{blocker}</small>}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
