// Sentences of the shared components.
import { dictionary } from './i18n';

export const words = dictionary({
  brand: { vi: 'Minh Tín', en: 'Minh Tín' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  large: { vi: 'Chữ to', en: 'Large type' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  demo: { vi: 'DỮ LIỆU THỬ – không dùng cho việc thật', en: 'DEMO DATA – not for real use' },
  code: { vi: 'Mã lỗi khi cần hỗ trợ: {code}', en: 'Code for support: {code}' },
  close: { vi: 'Đóng', en: 'Close' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  required: { vi: 'bắt buộc', en: 'required' },
  stepDone: { vi: 'xong', en: 'done' },
  stepCurrent: { vi: 'đang làm', en: 'now' },
  stepTodo: { vi: 'chưa đến', en: 'not yet' },
  high: { vi: 'Tín nhiệm cao', en: 'High trust' },
  trust: { vi: 'Tín nhiệm', en: 'Trust' },
  low: { vi: 'Tín nhiệm thấp', en: 'Low trust' },
  bar: { vi: 'Tín nhiệm cao {high}, tín nhiệm {trust}, tín nhiệm thấp {low}, không tính {rest}', en: 'High trust {high}, trust {trust}, low trust {low}, not counted {rest}' },
  network: { vi: 'Không kết nối được với máy chủ.', en: 'The server cannot be reached.' },
  unexpected: { vi: 'Máy chủ trả lời không đúng như mong đợi.', en: 'The server gave an unexpected answer.' },
  internal: { vi: 'Trang này gặp lỗi ngoài dự kiến.', en: 'This page met an unexpected fault.' },
  chooseFile: { vi: 'Chọn tệp', en: 'Choose a file' },
  chosenFile: { vi: 'Đã chọn: {name}', en: 'Chosen: {name}' },
  noFile: { vi: 'Chưa chọn tệp nào.', en: 'No file chosen.' },
  show: { vi: 'Hiện mật khẩu', en: 'Show the passphrase' },
});
