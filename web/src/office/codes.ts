// The field's words for the codes of the API, in both languages. One place, so that every page says the same.

import type { Sentence } from '../ui/i18n';
import type { ChannelState, ExemptReason, Role, TrusteeDone, VoteState } from './contract';

export const roleWords: Record<Role, Sentence> = {
  operator: { vi: 'Quản trị', en: 'Operator' },
  office: { vi: 'Văn phòng', en: 'Office' },
  committee: { vi: 'Cấp ủy', en: 'Committee' },
  residence: { vi: 'Cấp ủy nơi cư trú', en: 'Residence committee' },
  inspector: { vi: 'Ủy ban kiểm tra', en: 'Inspector' },
  member: { vi: 'Đảng viên', en: 'Member' },
};

export const roleDuties: Record<Role, Sentence> = {
  operator: { vi: 'mở và khóa tài khoản', en: 'opens and closes accounts' },
  office: { vi: 'nhập danh sách, lập đợt, xin nhận xét, chuẩn bị lấy phiếu', en: 'imports people, runs campaigns, requests and votes' },
  committee: { vi: 'xem kết quả; có thể chủ trì lấy phiếu', en: 'sees results; may chair a vote' },
  residence: { vi: 'viết nhận xét cho người cư trú trên địa bàn', en: 'writes remarks on people who live in the ward' },
  inspector: { vi: 'xem tất cả, không thay đổi gì', en: 'reads everything, changes nothing' },
  member: { vi: 'xem hồ sơ của mình, viết bản tự kiểm điểm', en: 'reads the own record, writes the self-review' },
};

export const allRoles = Object.keys(roleWords) as Role[];

/** State of a channel; `mark` stands beside the words so that colour never carries the meaning alone. */
export const stateWords: Record<ChannelState, Sentence & { mark: string; tone: 'plain' | 'wait' | 'done' | 'late' }> = {
  'not-asked': { vi: 'Chưa xin', en: 'Not asked', mark: '–', tone: 'plain' },
  asked: { vi: 'Đang chờ', en: 'Waiting', mark: '…', tone: 'wait' },
  exempt: { vi: 'Được miễn', en: 'Exempt', mark: '∅', tone: 'plain' },
  received: { vi: 'Đã nhận', en: 'Received', mark: '✓', tone: 'done' },
  late: { vi: 'Nhận muộn', en: 'Received late', mark: '✓', tone: 'late' },
  none: { vi: 'Không có', en: 'None', mark: '–', tone: 'plain' },
};

export const exemptWords: Record<ExemptReason, Sentence> = {
  barracks: { vi: 'Ở tập trung trong doanh trại', en: 'Lives in barracks' },
  travelling: { vi: 'Thường xuyên đi công tác lưu động', en: 'Travels for work all the time' },
  rotated: { vi: 'Được luân chuyển, ở nhà công vụ', en: 'Rotated, lives in official housing' },
  student: { vi: 'Đi học tập trung 12 tháng', en: 'Studies full time for 12 months' },
  other: { vi: 'Lý do khác', en: 'Other reason' },
};

export const voteStateWords: Record<VoteState, Sentence> = {
  setup: { vi: 'Đang chuẩn bị', en: 'Being prepared' },
  ready: { vi: 'Sẵn sàng mở', en: 'Ready to open' },
  open: { vi: 'Đang bỏ phiếu', en: 'Open' },
  closed: { vi: 'Đã đóng, chờ kiểm phiếu', en: 'Closed, waiting for the count' },
  counted: { vi: 'Đã kiểm phiếu', en: 'Counted' },
  recorded: { vi: 'Đã chuyển vào hồ sơ', en: 'In the records' },
};

export const trusteeWords: Record<TrusteeDone, Sentence> = {
  none: { vi: 'chưa bắt đầu', en: 'not started' },
  certificate: { vi: 'đã ghi danh khóa (1/3)', en: 'certificate made (1 of 3)' },
  polynomial: { vi: 'đã trao đổi phần khóa (2/3)', en: 'shares exchanged (2 of 3)' },
  key: { vi: 'đã có khóa, chưa thử', en: 'key made, not yet tried' },
  drill: { vi: 'đã thử khóa từ tệp', en: 'key tried from the file' },
  share: { vi: 'đã góp phần mở kết quả', en: 'share handed in' },
};

/** Campaign profiles' base in words, for minutes and result pages. */
export const baseWords = {
  collected: { vi: 'số phiếu thu về', en: 'ballots collected' },
  issued: { vi: 'số phiếu phát ra', en: 'ballots issued' },
  eligible: { vi: 'tổng số người có quyền ghi phiếu', en: 'all who may vote' },
} as const;
