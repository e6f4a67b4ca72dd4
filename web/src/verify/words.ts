// Sentences of the verification page.
import { dictionary } from '../ui/i18n';

export const words = dictionary({
  title: { vi: 'Kiểm tra kết quả', en: 'Check the result' },
  intro: {
    vi: 'Máy này tải toàn bộ kho phiếu công khai, kiểm tra từng phiếu và tự tính lại kết quả, không dựa vào lời của máy chủ.',
    en: 'This device downloads the whole public archive, checks every ballot and computes the result itself, without taking the server’s word.',
  },
  start: { vi: 'Tải và kiểm tra kho phiếu', en: 'Download and check the archive' },
  fileTitle: { vi: 'Kiểm tra một tệp kho phiếu có sẵn', en: 'Check an archive file you have' },
  fileLabel: { vi: 'Tệp .bel', en: '.bel file' },
  fileHint: { vi: 'Tệp được kiểm tra ngay trên máy này, không gửi đi đâu.', en: 'The file is checked on this device and sent nowhere.' },
  again: { vi: 'Kiểm tra lại', en: 'Check again' },
  stopped: { vi: 'Đã dừng. Chưa kết luận được gì.', en: 'Stopped. Nothing can be said yet.' },
  rejectedTitle: { vi: 'Kho phiếu này không đúng', en: 'This archive does not hold' },
  rejectedNext: { vi: 'Giữ lại tệp kho phiếu và báo cho người chủ trì, ban kiểm phiếu và ủy ban kiểm tra.', en: 'Keep the archive and tell the chair, the counting committee and the inspectors.' },
  notFetchedNext: { vi: 'Việc này không nói gì về kết quả. Kiểm tra mạng rồi thử lại.', en: 'This says nothing about the result. Check the network and try again.' },
  download: { vi: 'Tải tệp kho phiếu', en: 'Download the archive file' },

  // Result
  holdsCounted: { vi: 'Kho phiếu đúng, kết quả đúng bằng tổng các phiếu', en: 'The archive holds; the result is the sum of the ballots' },
  holdsClosed: { vi: 'Kho phiếu đúng. Chưa có kết quả', en: 'The archive holds. There is no result yet' },
  holdsOpen: { vi: 'Kho phiếu đúng. Đang bỏ phiếu', en: 'The archive holds. Voting is open' },
  factsTitle: { vi: 'Số liệu', en: 'Figures' },
  factVote: { vi: 'Lần lấy phiếu', en: 'Vote' },
  factCodes: { vi: 'Mã phiếu đã công bố', en: 'Codes published' },
  factCounted: { vi: 'Phiếu được tính', en: 'Ballots counted' },
  factReplaced: { vi: 'Phiếu đã được thay', en: 'Ballots replaced' },
  factShares: { vi: 'Ban kiểm phiếu', en: 'Counting committee' },
  factSharesValue: { vi: '{shares} trên {trustees} người đã nộp phần kiểm phiếu', en: '{shares} of {trustees} handed in their shares' },
  factArchive: { vi: 'Dấu của kho phiếu', en: 'Mark of the archive' },
  factFingerprint: { vi: 'Dấu vân tay của lần lấy phiếu', en: 'Fingerprint of the vote' },
  compare: { vi: 'So hai dấu này với biên bản kiểm phiếu.', en: 'Compare both with the minutes.' },
  resultTitle: { vi: 'Kết quả tính lại', en: 'The result, computed here' },
  line: { vi: 'cao {high} · tín nhiệm {trust} · thấp {low} · không tính {rest}', en: 'high {high} · trust {trust} · low {low} · not counted {rest}' },

  // Tracker
  findTitle: { vi: 'Tìm một phiếu', en: 'Find a ballot' },
  findLabel: { vi: 'Mã phiếu', en: 'Tracker' },
  findHint: { vi: '43 chữ và số, hiện ra sau khi gửi phiếu.', en: '43 letters and digits, shown after the ballot was sent.' },
  find: { vi: 'Tìm', en: 'Find' },
  findBad: { vi: 'Mã phiếu phải có đúng 43 ký tự.', en: 'A tracker has exactly 43 characters.' },
  foundCounted: { vi: 'Phiếu có trong kho và được tính.', en: 'The ballot is in the archive and is counted.' },
  foundReplaced: { vi: 'Phiếu có trong kho, nhưng đã có phiếu gửi sau thay phiếu này.', en: 'The ballot is in the archive, but a later one replaces it.' },
  foundNone: { vi: 'Không có phiếu nào mang mã này trong kho.', en: 'No ballot in the archive has this tracker.' },

  // What it means
  provedTitle: { vi: 'Điều đã được chứng minh', en: 'What is proved' },
  provedBallots: { vi: 'Mỗi phiếu đúng mẫu, mỗi người nhiều nhất một mức, và do người giữ một mã trong danh sách gửi.', en: 'Each ballot is well formed, has at most one level for each person, and comes from the holder of a code on the list.' },
  provedOnce: { vi: 'Mỗi mã chỉ được tính một lần: phiếu gửi cuối cùng.', en: 'Each code counts once: the last ballot sent.' },
  provedChain: { vi: 'Không phiếu nào trong kho bị sửa, chen hoặc đổi chỗ.', en: 'No ballot in the archive was changed, inserted or moved.' },
  provedSum: { vi: 'Kết quả đúng bằng tổng các phiếu được tính; không phiếu riêng lẻ nào bị mở.', en: 'The result is the sum of the counted ballots; no single ballot was opened for it.' },
  notProvedTitle: { vi: 'Điều không chứng minh được', en: 'What is not proved' },
  notProvedPeople: { vi: 'Phiếu giấy có được phát đúng người hay không: đối chiếu danh sách ký nhận và biên bản.', en: 'Whether slips went to the right people: compare the signed list and the minutes.' },
  notProvedPhone: { vi: 'Điện thoại có gửi đúng lựa chọn đã bấm hay không.', en: 'Whether a phone sent the choices that were tapped.' },
  notProvedSame: { vi: 'Đây có phải kho phiếu mà mọi người đều thấy hay không: so dấu của kho phiếu với người khác và với biên bản.', en: 'Whether everybody sees this same archive: compare its mark with others and with the minutes.' },
  notProvedPage: { vi: 'Trang này do máy chủ đưa ra. Muốn chắc hơn, dùng phần mềm độc lập trên máy khác.', en: 'This page came from the server. To be surer, use independent software on another machine.' },
  notHardened: { vi: 'Kho phiếu không theo bộ quy tắc chặt: kết quả chỉ chắc chắn nếu ban kiểm phiếu và người bỏ phiếu sau cùng không thông đồng. (not-proved)', en: 'The archive is without the hardened profile: results are proved only if trustees and last voters do not collude. (not-proved)' },
  oddities: { vi: 'Điểm cần lưu ý', en: 'Oddities' },
});
