// What will be sent, and the one button that sends it.
import { Button } from '../ui/controls';
import { useLanguage, useText } from '../ui/i18n';
import { Notice } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { countMarked, levelName, splitQuestion, type Marks } from './ballot_form';
import type { ElectionSummary } from '../protocol/tasks';
import { words } from './words';

interface ReviewProps {
  view: ElectionSummary;
  marks: Marks;
  onSend: () => void;
  onChange: () => void;
}

export function Review({ view, marks, onSend, onChange }: ReviewProps) {
  const t = useText(words);
  const language = useLanguage();
  return (
    <section>
      <StepHeading>{t('reviewTitle')}</StepHeading>
      <p>{t('reviewText')}</p>
      {countMarked(marks) === 0 && <Notice kind="warning">{t('nothingMarked')}</Notice>}
      <ol class="review">
        {view.questions.map((question, person) => {
          const level = marks[person] ?? null;
          const { name, post } = splitQuestion(question.question);
          return (
            <li key={person} class={level === null ? 'review-line unmarked' : 'review-line'}>
              <div>
                <span class="person-name">
                  {person + 1}. {name}
                </span>
                <span class="person-post">{post}</span>
              </div>
              {level === null ? (
                <p class="review-level">{t('notMarkedText')}</p>
              ) : (
                <p class="review-level chosen">{levelName(question.answers[level]!, language)}</p>
              )}
            </li>
          );
        })}
      </ol>
      <Actions sticky>
        <Button kind="main" onClick={onSend}>
          {t('send')}
        </Button>
        <Button kind="quiet" onClick={onChange}>
          {t('change')}
        </Button>
      </Actions>
    </section>
  );
}
