// The ballot: three large choices for each person, and how far the voter has come.
import { Button, ChoiceGroup } from '../ui/controls';
import { useLanguage, useText } from '../ui/i18n';
import { Actions } from '../ui/page';
import { countMarked, levelName, splitQuestion, type Marks } from './ballot_form';
import type { ElectionSummary } from '../protocol/tasks';
import { words } from './words';

interface MarkingProps {
  view: ElectionSummary;
  marks: Marks;
  onMark: (person: number, level: number | null) => void;
  onReview: () => void;
}

const placeOf = (person: number) => `person-${person}`;

export function Marking({ view, marks, onMark, onReview }: MarkingProps) {
  const t = useText(words);
  const persons = view.questions.length;
  const marked = countMarked(marks);
  return (
    <section>
      <div class="counter">
        <p role="status">{t('counter', { persons, marked })}</p>
        <progress value={marked} max={persons} aria-label={t('marksLabel', { persons, marked })} />
      </div>
      <p>{t('howTo')}</p>
      <p class="note">{t('untilWhen')}</p>
      {view.questions.map((question, person) => (
        <PersonChoice
          key={person}
          person={person}
          question={question}
          level={marks[person] ?? null}
          onLevel={(level) => onMark(person, level)}
        />
      ))}
      <LeftToMark view={view} marks={marks} />
      <Actions sticky>
        <Button kind="main" onClick={onReview}>
          {t('review')}
        </Button>
      </Actions>
    </section>
  );
}

interface PersonChoiceProps {
  person: number;
  question: ElectionSummary['questions'][number];
  level: number | null;
  onLevel: (level: number | null) => void;
}

function PersonChoice({ person, question, level, onLevel }: PersonChoiceProps) {
  const t = useText(words);
  const language = useLanguage();
  const { name, post } = splitQuestion(question.question);
  return (
    <div class="person" id={placeOf(person)} tabIndex={-1}>
      <ChoiceGroup
        legend={
          <>
            <span class="person-name">
              {person + 1}. {name}
            </span>
            {post && <span class="person-post">{post}</span>}
          </>
        }
        options={question.answers.map((answer, value) => ({ value, label: levelName(answer, language) }))}
        value={level}
        onChange={onLevel}
      >
        <Button kind="quiet" disabled={level === null} label={t('clearFor', { name })} onClick={() => onLevel(null)}>
          {t('clear')}
        </Button>
      </ChoiceGroup>
    </div>
  );
}

/** Says who is not marked yet; each name leads to its place. */
function LeftToMark({ view, marks }: { view: ElectionSummary; marks: Marks }) {
  const t = useText(words);
  const left = marks.flatMap((level, person) => (level === null ? [person] : []));
  if (left.length === 0) return <p>{t('allMarked')}</p>;
  return (
    <div class="panel">
      <p>{t('leftToMark', { count: left.length })}</p>
      <ul class="left-to-mark">
        {left.map((person) => (
          <li key={person}>
            <Button kind="quiet" onClick={() => goTo(person)}>
              {person + 1}. {splitQuestion(view.questions[person]!.question).name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(person: number): void {
  const place = document.getElementById(placeOf(person));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector('input')?.focus({ preventScroll: true });
}
