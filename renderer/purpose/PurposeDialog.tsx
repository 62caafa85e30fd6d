/** Asks for purpose, legal basis and notice date, says why, and offers a notice to copy. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { CopyButton } from '../components/CopyButton.tsx'
import field from '../components/Field.module.css'
import { Sheet } from '../components/Sheet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { noticeText, type NoticeFacts } from './notice-template.ts'
import styles from './PurposeDialog.module.css'

const LEGAL_BASES = [
  'Works agreement',
  'Legitimate interest, GDPR Art. 6(1)(f)',
  'Consent, GDPR Art. 6(1)(a)',
  'Legal obligation, GDPR Art. 6(1)(c)',
]

export function PurposeDialog() {
  const { purpose } = useStores()
  const { open, close, save, skip, saving, failure } = useStore(purpose)
  return (
    <Sheet title="What is this analysis for?" open={open} onClose={close}>
      <p className={styles.why}>
        Records of people's work are personal data. Whoever looks at them should be able to say why, on what basis, and since when the
        people concerned know. It is asked once, kept with the workspace and printed on every output.
      </p>
      <PurposeForm saving={saving} onSave={facts => void save(facts)} onSkip={skip} />
      <ScreenFailure failure={failure} />
    </Sheet>
  )
}

interface FormProps {
  saving: boolean
  onSave: (facts: NoticeFacts) => void
  onSkip: () => void
}

function PurposeForm({ saving, onSave, onSkip }: FormProps) {
  const [facts, setFacts] = useState<NoticeFacts>({ purpose: '', legalBasis: '', noticeDate: '' })
  const change = (changes: Partial<NoticeFacts>) => setFacts({ ...facts, ...changes })
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (facts.purpose.trim() !== '') onSave(facts)
      }}
    >
      <label className={field.field}>
        <span>Purpose</span>
        <textarea
          rows={2}
          maxLength={2000}
          autoFocus
          value={facts.purpose}
          placeholder="For example: find systems that hang on one person, and plan who pairs with whom"
          onChange={event => change({ purpose: event.target.value })}
        />
      </label>
      <div className={styles.two}>
        <label className={field.field}>
          <span>Legal basis, if there is one already</span>
          <input
            list="legal-bases"
            maxLength={500}
            value={facts.legalBasis}
            onChange={event => change({ legalBasis: event.target.value })}
          />
          <datalist id="legal-bases">
            {LEGAL_BASES.map(basis => (
              <option key={basis} value={basis} />
            ))}
          </datalist>
        </label>
        <label className={field.field}>
          <span>The people concerned know since</span>
          <input type="date" value={facts.noticeDate} onChange={event => change({ noticeDate: event.target.value })} />
        </label>
      </div>
      <details className={styles.notice}>
        <summary>A notice you can send them</summary>
        <pre tabIndex={0} aria-label="Text of the notice">
          {noticeText(facts)}
        </pre>
        <CopyButton text={noticeText(facts)}>Copy the notice</CopyButton>
      </details>
      <div className={styles.actions}>
        <p className={field.hint}>
          You can skip this. Then every output will say: <b>purpose not recorded</b>.
        </p>
        <Button onPress={onSkip}>Skip for now</Button>
        <Button
          variant="primary"
          onPress={() => onSave(facts)}
          disabledReason={saving ? 'It is being saved.' : facts.purpose.trim() === '' ? 'Write down the purpose first.' : null}
        >
          Record purpose
        </Button>
      </div>
    </form>
  )
}
