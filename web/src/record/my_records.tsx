// A member's own records, one a campaign.

import * as client from '../office/client';
import { Frame } from '../office/frame';
import { useSay } from '../office/say';
import { Empty, Loaded, useLoad } from '../office/state';

export function MyRecords() {
  const say = useSay();
  const load = useLoad(client.myRecords, 'mine');
  return (
    <Frame title={say('Hồ sơ của tôi', 'My record')} subtitle={say('Mỗi đợt kiểm điểm có một hồ sơ: bản tự kiểm điểm, nhận xét và kết quả.', 'One record a campaign: self-review, remarks and results.')}>
      <Loaded load={load}>
        {(records) =>
          records.length === 0 ? (
            <Empty>
              <p>{say('Chưa có hồ sơ nào. Hồ sơ được lập khi cơ quan mở đợt kiểm điểm.', 'There is none yet. It is made when a campaign begins.')}</p>
            </Empty>
          ) : (
            <ul class="rows">
              {records.map((each) => (
                <li key={each.campaign_id}>
                  <a href={`#/records/${encodeURIComponent(each.campaign_id)}/${encodeURIComponent(each.person_id)}`}>{each.campaign_name}</a>
                  <p class="note">{each.year}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Frame>
  );
}
