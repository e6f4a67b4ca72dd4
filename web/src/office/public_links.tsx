// What everybody may see of a vote, with addresses to hand on.

import { Grouped } from '../ui/grouped';
import type { Vote } from './contract';
import { useSay } from './say';

export function PublicLinks({ vote }: { vote: Vote }) {
  const say = useSay();
  if (vote.fingerprint === null) return null;
  return (
    <section>
      <h2>{say('Công khai', 'Public')}</h2>
      <dl class="facts stacked">
        <dt>{say('Trang kiểm tra', 'Page to verify')}</dt>
        <dd>
          <a href={`/v/${encodeURIComponent(vote.uuid)}`}>{`${location.origin}/v/${vote.uuid}`}</a>
        </dd>
        <dt>{say('Dấu vân tay của lần lấy phiếu', 'Fingerprint of the vote')}</dt>
        <dd class="compare">
          <Grouped text={vote.fingerprint} />
        </dd>
      </dl>
    </section>
  );
}
