// The steps of a vote in words: their names, their one-line notes, who must act.

import type { Step, StepId, Vote } from './contract';
import type { Say } from './say';

export function stepTitle(id: StepId, say: Say): string {
  switch (id) {
    case 'list': return say('Danh sách lấy phiếu', 'List of persons');
    case 'trustees': return say('Ban kiểm phiếu', 'Counting committee');
    case 'keys': return say('Tạo khóa', 'Making the key');
    case 'drill': return say('Thử khóa từ tệp đã lưu', 'Trying the key from the saved file');
    case 'slips': return say('In phiếu', 'Printing the slips');
    case 'open': return say('Mở bỏ phiếu', 'Opening the vote');
    case 'count': return say('Kiểm phiếu và biên bản', 'Count and minutes');
    case 'record': return say('Chuyển kết quả vào hồ sơ', 'Results into the records');
  }
}

/** Short, beside the title: how many, or for whom the step waits. */
export function stepNote(vote: Vote, step: Step, say: Say): string {
  const waits = step.state === 'current' && step.waiting_for.length > 0 ? `${say('chờ', 'waits for')}: ${step.waiting_for.join(', ')}` : '';
  switch (step.id) {
    case 'list': return say(`${vote.persons.length} người`, `${vote.persons.length} persons`);
    case 'trustees': return say(`${vote.trustees.length} người, cần ${vote.threshold}`, `${vote.trustees.length} people, ${vote.threshold} needed`);
    case 'slips': return [say(`${vote.slips.count} phiếu`, `${vote.slips.count} slips`), waits].filter(Boolean).join(' · ');
    case 'open':
      return step.state === 'done' || vote.state === 'open' ? '' : say('cần ít nhất 2/3 số triệu tập có mặt', 'at least 2/3 of those summoned must be present');
    default: return waits;
  }
}

/** The first step that is not done; null when all are. */
export function nextStep(vote: Vote): Step | null {
  return vote.steps.find((step) => step.state === 'current') ?? vote.steps.find((step) => step.state === 'ahead') ?? null;
}

export function whoActs(vote: Vote, step: Step, say: Say): string {
  const party = {
    office: say('văn phòng', 'the office'),
    chair: say(`chủ trì, ${vote.chair.name}`, `the chair, ${vote.chair.name}`),
    trustees: say('ban kiểm phiếu', 'the counting committee'),
    slips: say('tổ phát phiếu', 'the slip printer'),
  }[step.who];
  const names = step.waiting_for.filter((name) => name !== vote.chair.name);
  return names.length > 0 ? `${party} (${names.join(', ')})` : party;
}

export interface Task {
  what: string;
  who: string;
}

/** The one thing to do now and who does it; null when the vote is complete. */
export function nextTask(vote: Vote, say: Say): Task | null {
  const step = nextStep(vote);
  if (!step) return null;
  const chair = say(`chủ trì, ${vote.chair.name}`, `the chair, ${vote.chair.name}`);
  if (vote.state === 'open') return { what: say('đóng bỏ phiếu khi mọi người đã bỏ phiếu', 'closing, when everybody has voted'), who: chair };
  if (vote.state === 'closed') {
    const shares = vote.trustees.filter((trustee) => trustee.done === 'share').length;
    return shares < vote.threshold
      ? {
          what: say('mở kết quả từ liên kết của ban kiểm phiếu', 'opening the result'),
          who: say(`ban kiểm phiếu, cần thêm ${vote.threshold - shares} người`, `the counting committee, ${vote.threshold - shares} more`),
        }
      : { what: say('kết thúc kiểm phiếu', 'finishing the count'), who: chair };
  }
  return { what: say(stepTitle(step.id, say).toLocaleLowerCase('vi'), stepTitle(step.id, say)), who: whoActs(vote, step, say) };
}

/** 3·present ≥ 2·summoned: at least two thirds of those summoned are there. */
export function hasQuorum(present: number, summoned: number): boolean {
  return summoned > 0 && 3 * present >= 2 * summoned;
}
