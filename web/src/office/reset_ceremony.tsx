// Beginning the key again, when a member lost the file or left before the slips were registered.

import * as client from './client';
import { Confirmed } from './confirmed';
import type { Vote } from './contract';
import { useSay } from './say';

export function ResetCeremony({ vote, onChange }: { vote: Vote; onChange: (vote: Vote) => void }) {
  const say = useSay();
  if (vote.slips.registered || vote.trustees.every((trustee) => trustee.done === 'none')) return null;
  return (
    <Confirmed
      quiet
      label={say('Làm lại khóa từ đầu', 'Begin the key again')}
      title={say('Làm lại khóa từ đầu?', 'Begin the key again?')}
      text={say(
        'Mọi phần khóa đã tạo và tệp khóa đã lưu sẽ không dùng được nữa. Tất cả thành viên ban kiểm phiếu phải làm lại.',
        'All parts and saved key files become useless. All members have to begin again.',
      )}
      run={async () => onChange(await client.resetCeremony(vote.uuid))}
    />
  );
}
