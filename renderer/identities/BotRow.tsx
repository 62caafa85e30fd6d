/** What was taken for a bot, or looks like one: its sign, what it contributed, and somebody's word about it. */
import { Undo2 } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { formatCount } from '../format.ts'
import type { Bot } from './answers.ts'
import styles from './BotRow.module.css'
import { botName, signSentence } from './identity-words.ts'

interface Props {
  bot: Bot
  isBusy: boolean
  onDecide: (isBot: boolean) => void
  onUndo: (decision: number) => void
}

export function BotRow({ bot, isBusy, onDecide, onUndo }: Props) {
  const { key, name, sign, contributions, decided } = bot
  const disabledReason = isBusy ? 'The decision before is being kept.' : null
  return (
    <li className={styles.row} tabIndex={-1} data-entry={key} data-focus={`bot:${key}`} aria-label={botName(bot)}>
      <div className={styles.who}>
        <b>{botName(bot)}</b>
        {name !== null && name !== key && <code>{key}</code>}
      </div>
      <p className={styles.sign}>
        {sign === null ? <span className={styles.quiet}>By somebody's word alone.</span> : `${signSentence(sign)}.`}
        {decided !== null && <b className={styles.verdict}> Somebody said: {decided.bot ? 'a bot' : 'a person'}.</b>}
      </p>
      <p className={styles.count}>
        {formatCount(contributions)} <span className={styles.quiet}>{contributions === 1 ? 'contribution' : 'contributions'}</span>
      </p>
      <div className={styles.buttons}>
        {decided?.bot !== false && (
          <Button onPress={() => onDecide(false)} disabledReason={disabledReason} keys="P" focusName={`person:${key}`}>
            <span>
              This is a person<span className="visually-hidden">: {botName(bot)}</span>
            </span>
          </Button>
        )}
        {decided?.bot !== true && (
          <Button onPress={() => onDecide(true)} disabledReason={disabledReason} keys="B" focusName={`bot-is:${key}`}>
            <span>
              This is a bot<span className="visually-hidden">: {botName(bot)}</span>
            </span>
          </Button>
        )}
        {decided !== null && (
          <Button
            variant="quiet"
            onPress={() => onUndo(decided.decision)}
            disabledReason={disabledReason}
            label={`Take back what was said about ${botName(bot)}`}
            focusName={`undo:${key}`}
          >
            <Undo2 size={14} aria-hidden="true" /> Undo
          </Button>
        )}
      </div>
    </li>
  )
}
