// Who has done what: the same for all members, so that nobody is waited for unknowingly.
import { useText } from '../ui/i18n';
import { StepList, type Step } from '../ui/notices';
import type { Done, TrusteeStatus } from './status';
import { words } from './words';

export function Members({ status }: { status: TrusteeStatus }) {
  const t = useText(words);
  const says: Record<Done, string> = {
    none: t('doneNone'),
    certificate: t('doneCertificate'),
    polynomial: t('donePolynomial'),
    key: t('doneKey'),
    drill: t('doneDrill'),
    share: t('doneShare'),
  };
  return (
    <section class="members">
      <h2>{t('membersTitle')}</h2>
      <ul class="member-list" aria-live="polite">
        {status.members.map((member) => (
          <li key={member.index}>
            <span>
              {member.index}. {member.name} {member.index === status.index && <span class="note">{t('you')}</span>}
            </span>
            <span>{says[member.done]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const order = ['none', 'certificate', 'polynomial', 'key', 'drill'];

/** The way from the first file to the count, and where this member stands. */
export function Way({ status }: { status: TrusteeStatus }) {
  const t = useText(words);
  const mine = status.members.find((member) => member.index === status.index)?.done ?? 'none';
  const steps = [t('stepFile'), t('stepExchange'), t('stepKey'), t('stepDrill'), t('stepWait'), t('stepCount')];
  let current = order.indexOf(mine);
  if (status.step === 'share') current = 5;
  if (mine === 'share' || status.step === 'done') current = 6;
  const list = steps.map((title, i): Step => ({ id: String(i), title, state: i < current ? 'done' : i === current ? 'current' : 'ahead' }));
  return (
    <section>
      <h2>{t('stepsTitle')}</h2>
      <StepList steps={list} />
    </section>
  );
}
