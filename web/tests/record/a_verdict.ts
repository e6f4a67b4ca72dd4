// A verdict, topics and a unit as the server words them: for the fake server and the tests of the arrangement.
import type { FileFindings, Finding, NotApplied, UnitFindings } from '../../src/record/findings';
import type { Topics } from '../../src/record/statement';

export const rules = {
  id: '366-qd-tw', number: '366-QĐ/TW', title_vi: 'Quy định về kiểm điểm và đánh giá, xếp loại', title_en: 'Regulation on review and rating',
  levels: [
    { id: 'excellent', vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' },
    { id: 'good', vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' },
    { id: 'completed', vi: 'Hoàn thành nhiệm vụ', en: 'Completed' },
    { id: 'failed', vi: 'Không hoàn thành nhiệm vụ', en: 'Not completed' },
  ],
};

const figure = (name: string, value: string | null, entries: string[], vi = name) => ({ name, value, vi, en: vi, entries });
const finding = (kind: Finding['kind'], rule: string, vi: string, levels: string[], figures: Finding['figures']): Finding => ({
  kind, rule, article: '366-QĐ/TW Điều 11', about: 'file-person0', vi, en: vi, levels, figures,
});

export const late = finding('forbids', 'tasks-excellent', 'Đúng hạn 16/20 nhiệm vụ: mức “Hoàn thành xuất sắc nhiệm vụ” cần 100 %.', ['excellent'], [
  figure('tasks.on_time', '16', ['2'], 'số nhiệm vụ đúng hạn'),
  figure('score.total', '89.996', ['1'], 'tổng điểm'),
]);
export const remark = finding('missing', 'file-complete', 'Hồ sơ còn thiếu: bản nhận xét của cấp ủy nơi cư trú.', ['excellent', 'good', 'completed', 'failed'], [
  figure('document:residence-remark', null, [], 'bản nhận xét của cấp ủy nơi cư trú'),
]);
export const oneMore = finding('would-break', 'late-completed', 'Chậm hạn 4/20 nhiệm vụ.', ['completed'], [figure('tasks.late', '4', ['2'], 'số nhiệm vụ chậm hạn')]);
export const note = finding('warns', 'complaint-verified', 'Còn 1 đơn thư chưa giải quyết.', [], [figure('complaints.open', '1', ['3'], 'số đơn thư chưa giải quyết')]);
export const unknown: NotApplied = {
  why: 'missing', rule: 'head-not-above', article: 'chưa đọc được điều khoản', about: 'file-person0', levels: ['excellent', 'good'],
  needs: [figure('person.role', null, [], 'vai trò ở nơi được xếp loại'), figure('tasks.late', '4', ['2'], 'số nhiệm vụ chậm hạn')],
};
export const alsoUnknown: NotApplied = { ...unknown, rule: 'rated-once', article: '366-QĐ/TW Điều 9' };

export const verdict: FileFindings = {
  file: 'file-person0', rated: true, caps_shown: true, level: 'good', rules, unit: { id: 'plan', name: 'Chi bộ Phòng Kế hoạch' },
  levels: [
    { level: 'excellent', state: 'forbidden', why: ['tasks-excellent'] },
    { level: 'good', state: 'unproven', why: ['file-complete', 'head-not-above', 'rated-once'] },
    { level: 'completed', state: 'unproven', why: ['file-complete'] },
    { level: 'failed', state: 'possible', why: [] },
  ],
  findings: [late, remark, oneMore, note],
  not_applied: [unknown, alsoUnknown],
};

const number = (id: string, vi: string, required = false) => ({ id, type: 'number' as const, required, vi, en: vi, options: [] });
export const topics: Topics = {
  rules,
  topics: [
    { id: 'score', open: false, vi: 'Điểm', en: 'Points', fields: [number('total', 'tổng điểm')], item_fields: [] },
    { id: 'tasks', open: false, vi: 'Nhiệm vụ được giao', en: 'Assigned tasks', fields: [number('assigned', 'số nhiệm vụ được giao'), number('late', 'số nhiệm vụ chậm hạn')], item_fields: [] },
    { id: 'shortcomings', open: false, vi: 'Khắc phục', en: 'Mended', fields: [number('found', 'số hạn chế', true), number('fixed', 'đã khắc phục', true)], item_fields: [] },
    {
      id: 'posts', open: false, vi: 'Chức vụ', en: 'Posts',
      fields: [{ id: 'items', type: 'items', required: true, vi: 'Danh sách', en: 'List', options: [] }],
      item_fields: [
        { id: 'unit', type: 'unit', required: true, vi: 'đơn vị', en: 'unit', options: [] },
        { id: 'role', type: 'choice', required: true, vi: 'vai trò', en: 'role', options: [{ id: 'head', vi: 'người đứng đầu', en: 'head' }] },
      ],
    },
    { id: 'explanation:', open: true, vi: 'Giải trình nội dung gợi ý', en: 'Explanation of a point', fields: [{ id: 'on', type: 'day', required: false, vi: 'ngày', en: 'day', options: [] }], item_fields: [] },
    { id: 'level:self', open: false, vi: 'Mức tự nhận', en: 'Level claimed', fields: [{ id: 'level', type: 'choice', required: true, vi: 'mức', en: 'level', options: rules.levels }], item_fields: [] },
    { id: 'document:minutes', open: false, vi: 'Có trong hồ sơ: Biên bản', en: 'In the file: minutes', fields: [{ id: 'on', type: 'day', required: false, vi: 'ngày', en: 'day', options: [] }], item_fields: [] },
  ],
};

export const ofUnit: UnitFindings = {
  caps: [{ rule: 'cap-excellent', unit: 'plan', group: null, subject: 'person', level: 'excellent', base: 6, most: 1, used: 2, free: -1, open: 1, have: ['file-person0'], compete: ['file-person1'], without_files: [] }],
  findings: [{ ...late, rule: 'cap-excellent', about: 'plan', vi: 'Số xếp loại xuất sắc không vượt quá 20 %.', figures: [figure('cap.used', '2', [], 'đang xếp')] }],
  not_applied: [], rules, campaign_name: 'Kiểm điểm năm 2026', unit: { id: 'plan', name: 'Chi bộ Phòng Kế hoạch', tier: 'cell' },
  counted_with: null, elsewhere: [],
  people: ['Nguyễn Văn Thử', 'Trần Thị Mẫu'].map((name, i) => ({
    person_id: `person${i}`, name, post: 'Chuyên viên', file: `file-person${i}`, rated: i === 0, level: i === 0 ? 'excellent' : null,
    levels: [{ level: 'excellent', state: i === 0 ? ('possible' as const) : ('forbidden' as const) }],
    counts: { forbids: i, missing: 2, 'would-break': 0, warns: 1, 'not-applied': 7 },
  })),
};
