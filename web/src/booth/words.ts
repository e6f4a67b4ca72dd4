// Sentences of the ballot page.
import { dictionary } from '../ui/i18n';

export const words = dictionary({
  title: { vi: 'Lấy phiếu tín nhiệm', en: 'Confidence vote' },
  levelHigh: { vi: 'Tín nhiệm cao', en: 'High trust' },
  levelTrust: { vi: 'Tín nhiệm', en: 'Trust' },
  levelLow: { vi: 'Tín nhiệm thấp', en: 'Low trust' },

  // Secrecy
  secrecyLine: {
    vi: 'Phiếu được mã hóa trên máy này. Không ai, kể cả người quản trị, xem được lựa chọn của từng người.',
    en: 'The ballot is encrypted on this device. Nobody, not even the administrator, can see what one person chose.',
  },
  secrecyLink: { vi: 'Phiếu được giữ kín thế nào, và điều không bảo đảm được', en: 'How the ballot is kept secret, and what is not promised' },
  secrecyTitle: { vi: 'Phiếu được giữ kín thế nào', en: 'How the ballot is kept secret' },
  secrecyLocked: {
    vi: 'Lựa chọn được khóa lại ngay trên máy người bỏ phiếu. Máy chủ cộng các phiếu đang khóa; ban kiểm phiếu chỉ mở được con số tổng, và phải đủ người.',
    en: 'Choices are locked on the voter’s own device. The server adds the locked ballots; the counting committee can open the totals only, and only together.',
  },
  secrecySlip: {
    vi: 'Phiếu giấy được bốc ngẫu nhiên, trên phiếu và trên máy chủ không có tên người nhận. Trang này không lưu gì trên máy và không hỏi tên.',
    en: 'Slips are drawn at random; neither the slip nor the server knows who took which. This page stores nothing on the device and asks for no name.',
  },
  secrecyCheck: {
    vi: 'Sau khi gửi, mỗi phiếu có một mã phiếu. Dùng mã này, từ máy nào cũng xem được phiếu có trong hòm hay không. Mã phiếu không cho biết lựa chọn.',
    en: 'Each ballot has a tracker after it is sent. With it anyone can see, from any device, whether the ballot is in the box. A tracker does not tell the choices.',
  },
  secrecyVerify: {
    vi: 'Toàn bộ phiếu đã khóa được công khai. Ai cũng có thể tải về và tính lại kết quả bằng phần mềm độc lập.',
    en: 'All locked ballots are public. Anyone can download them and compute the result again with independent software.',
  },
  limitsTitle: { vi: 'Điều không bảo đảm được', en: 'What is not promised' },
  limitsMain: {
    vi: 'Không bảo vệ được nếu điện thoại bị cài mã độc, có người nhìn qua vai, hoặc cả tập thể chọn giống nhau.',
    en: 'This cannot help against a phone with malware, somebody looking over the shoulder, or a unanimous result.',
  },
  limitsTrustees: {
    vi: 'Nếu đủ số thành viên ban kiểm phiếu cùng cố ý làm sai, họ có thể mở được từng phiếu.',
    en: 'If enough members of the counting committee conspire, they can open single ballots.',
  },
  limitsWho: {
    vi: 'Ai giữ phiếu giấy thì bỏ phiếu được. Hãy giữ phiếu cho riêng mình, không đưa hay chụp cho người khác.',
    en: 'Whoever holds the slip can vote. Keep it to yourself; do not hand it over or photograph it for others.',
  },
  limitsPage: {
    vi: 'Trang này không tự chứng minh được là trang đúng. Tổ kiểm tra có thể tính mã của trang từ máy khác và so với dòng chữ in trên phiếu:',
    en: 'This page cannot prove by itself that it is the right page. Inspectors can compute its hash from another machine and compare it with the words printed on the slip:',
  },
  back: { vi: 'Quay lại', en: 'Back' },

  // Before the vote
  unknownTitle: { vi: 'Không tìm thấy lần lấy phiếu này', en: 'This vote was not found' },
  unknownText: {
    vi: 'Địa chỉ có thể bị thiếu chữ. Hãy quét lại mã QR trên phiếu, hoặc hỏi tổ phát phiếu.',
    en: 'The address may be cut short. Scan the QR code on the slip again, or ask those who hand out the slips.',
  },
  lostText: { vi: 'Chưa mở được trang bỏ phiếu. Chưa có gì bị mất.', en: 'The ballot page could not be opened. Nothing is lost.' },
  lostNext: { vi: 'Kiểm tra kết nối mạng rồi bấm Thử lại.', en: 'Check the network and press Try again.' },
  notOpenTitle: { vi: 'Chưa đến giờ bỏ phiếu', en: 'Voting has not opened' },
  notOpenText: {
    vi: 'Trang này sẽ tự mở khi người chủ trì mở bỏ phiếu. Cứ để nguyên trang, không cần tải lại.',
    en: 'This page opens by itself when the chair opens the vote. Leave it as it is; there is no need to reload.',
  },
  closedTitle: { vi: 'Đã hết giờ bỏ phiếu', en: 'Voting has closed' },
  closedText: { vi: 'Phiếu đã gửi vẫn được tính.', en: 'Ballots already sent are counted.' },
  closedVerify: { vi: 'Tự kiểm tra kết quả từ kho phiếu', en: 'Check the result from the archive' },
  differsText: {
    vi: 'Nội dung phiếu tải về không khớp với dấu vân tay đã công bố.',
    en: 'The ballot that was downloaded does not match the published fingerprint.',
  },
  differsNext: {
    vi: 'Chưa gửi gì đi. Đừng bỏ phiếu trên trang này; hãy báo cho người chủ trì.',
    en: 'Nothing was sent. Do not vote on this page; tell the chair.',
  },

  // The code on the slip
  codeTitle: { vi: 'Nhập mã trên phiếu', en: 'Enter the code on the slip' },
  codeText: {
    vi: 'Quét mã QR trên phiếu là nhanh nhất. Nếu không quét được, hãy gõ mã in dưới mã QR.',
    en: 'Scanning the QR code on the slip is quickest. If that fails, type the code printed below it.',
  },
  codeLabel: { vi: 'Mã trên phiếu', en: 'Code on the slip' },
  codeHint: {
    vi: 'Bốn nhóm 5-6-5-6 chữ và số; phân biệt chữ hoa, chữ thường. Dấu gạch gõ hay không đều được.',
    en: 'Four groups of 5-6-5-6 letters and digits; capitals matter. Dashes may be left out.',
  },
  codeGo: { vi: 'Vào bỏ phiếu', en: 'Go to the ballot' },
  codeUnknown: {
    vi: 'Mã trên phiếu không có trong danh sách của lần lấy phiếu này. Xem lại chữ hoa, chữ thường, hoặc quét lại mã QR.',
    en: 'This code is not on the list of this vote. Check capitals, or scan the QR again.',
  },

  // Marking
  counter: { vi: '{persons} người · đã đánh dấu {marked}', en: '{persons} persons · {marked} marked' },
  marksLabel: { vi: 'Đã đánh dấu {marked} trên {persons} người', en: '{marked} of {persons} persons marked' },
  clear: { vi: 'Bỏ chọn', en: 'Clear' },
  clearFor: { vi: 'Bỏ chọn cho {name}', en: 'Clear the choice for {name}' },
  review: { vi: 'Xem lại phiếu', en: 'Review the ballot' },
  howTo: {
    vi: 'Với mỗi người, chọn một mức. Để trống người nào thì phiếu vẫn hợp lệ, nhưng không tính cho người đó.',
    en: 'Choose one level for each person. If you leave somebody out, the ballot stays valid but is not counted for that person.',
  },
  untilWhen: { vi: 'Bỏ phiếu được đến khi người chủ trì đóng bỏ phiếu.', en: 'You can vote until the chair closes the vote.' },
  allMarked: { vi: 'Đã đánh dấu đủ mọi người.', en: 'Everybody is marked.' },
  leftToMark: { vi: 'Chưa đánh dấu {count} người:', en: 'Not marked yet, {count}:' },

  // Review
  reviewTitle: { vi: 'Xem lại phiếu', en: 'Review the ballot' },
  reviewText: { vi: 'Phiếu chưa được gửi. Xem lại rồi bấm Gửi phiếu.', en: 'The ballot has not been sent. Review it, then press Send.' },
  notMarkedText: {
    vi: 'Chưa đánh dấu: phiếu vẫn hợp lệ, nhưng không tính cho người này.',
    en: 'Not marked: the ballot stays valid, but is not counted for this person.',
  },
  nothingMarked: {
    vi: 'Chưa đánh dấu ai. Phiếu vẫn gửi được, nhưng không tính cho người nào.',
    en: 'Nobody is marked. The ballot can be sent, but it counts for no person.',
  },
  send: { vi: 'Gửi phiếu', en: 'Send the ballot' },
  change: { vi: 'Sửa lại', en: 'Change' },

  // Sending
  encrypting: { vi: 'Đang mã hóa…', en: 'Encrypting…' },
  sending: { vi: 'Đang gửi…', en: 'Sending…' },
  sendingTitle: { vi: 'Gửi phiếu', en: 'Sending the ballot' },
  lostWhileSending: {
    vi: 'Chưa gửi được vì mất mạng. Phiếu đã mã hóa vẫn còn trên trang này. Đừng đóng trang; máy sẽ tự gửi lại.',
    en: 'Not sent: the network is lost. The encrypted ballot is still on this page. Do not close it; it will be sent again by itself.',
  },
  busy: {
    vi: 'Máy chủ đang bận. Phiếu còn nguyên trên trang này và sẽ được gửi lại.',
    en: 'The server is busy. Your ballot is safe on this page and will be sent again.',
  },
  nextAskTitle: { vi: 'Lá phiếu trước chưa gửi được', en: 'The ballot before has not been sent yet' },
  nextAskText: {
    vi: 'Một phiếu khác vừa được mở trên máy này. Nếu mở ngay, lá phiếu đang chờ gửi sẽ mất; người bỏ lá phiếu đó phải bỏ lại từ đầu.',
    en: 'Another slip was opened on this device. If it is opened now, the ballot that waits to be sent is lost, and its voter has to vote again.',
  },
  nextWait: { vi: 'Chờ gửi xong lá phiếu trước', en: 'Wait until the ballot before is sent' },
  nextDrop: { vi: 'Bỏ lá phiếu trước, mở phiếu mới', en: 'Drop the ballot before, open the new slip' },
  nextWaits: { vi: 'Một phiếu khác đang chờ mở', en: 'Another slip waits' },
  nextLater: { vi: 'Mở được ngay khi lá phiếu này gửi xong.', en: 'It can be opened as soon as this ballot is sent.' },
  nextReady: { vi: 'Người bỏ lá phiếu vừa rồi xem xong trang này thì mở phiếu mới.', en: 'Open it when the voter of the ballot before is done with this page.' },
  nextOpen: { vi: 'Mở phiếu mới', en: 'Open the new slip' },
  sendNow: { vi: 'Gửi lại ngay', en: 'Send again now' },
  refusedTitle: { vi: 'Phiếu chưa được nhận', en: 'The ballot was not accepted' },
  refusedKept: { vi: 'Các lựa chọn vẫn còn trên trang này.', en: 'The choices are still on this page.' },
  refusedNext: {
    vi: 'Quay lại phiếu để gửi lần nữa. Nếu vẫn không được, hãy báo cho người chủ trì.',
    en: 'Go back to the ballot and send it once more. If it fails again, tell the chair.',
  },
  refusedClosedNext: {
    vi: 'Phiếu này không được tính. Nếu trước đó đã gửi một phiếu thì phiếu trước vẫn được tính.',
    en: 'This ballot is not counted. A ballot sent before it still is.',
  },
  encryptFailed: { vi: 'Chưa gửi gì đi.', en: 'Nothing was sent.' },

  // Receipt
  receivedTitle: { vi: 'Đã nhận phiếu', en: 'Ballot received' },
  replaced: { vi: 'Phiếu này thay phiếu trước.', en: 'This ballot replaces the earlier one.' },
  tracker: { vi: 'Mã phiếu', en: 'Tracker' },
  trackerNote: {
    vi: 'Mã này dùng để kiểm tra phiếu có trong hòm. Mã không cho biết lựa chọn.',
    en: 'Use it to check that the ballot is in the box. It does not tell the choices.',
  },
  copy: { vi: 'Chép mã phiếu', en: 'Copy the tracker' },
  copied: { vi: 'Đã chép mã phiếu.', en: 'The tracker is copied.' },
  copyFailed: { vi: 'Máy không cho chép. Hãy chạm giữ vào mã để chọn, hoặc chụp màn hình này.', en: 'The device does not allow copying. Hold the tracker to select it, or photograph this screen.' },
  print: { vi: 'In', en: 'Print' },
  again: {
    vi: 'Có thể bỏ phiếu lại đến khi người chủ trì đóng bỏ phiếu; chỉ phiếu cuối cùng được tính.',
    en: 'You may vote again until the chair closes the vote; only the last ballot counts.',
  },
  voteAgain: { vi: 'Bỏ phiếu lại', en: 'Vote again' },
  checkMine: { vi: 'Kiểm tra phiếu có trong hòm', en: 'Check that the ballot is in the box' },
  finish: { vi: 'Xong, đóng trang', en: 'Done, close the page' },
  finishedTitle: { vi: 'Xong', en: 'Done' },
  finishedText: {
    vi: 'Trang này không còn giữ gì. Có thể đóng lại. Muốn bỏ phiếu lại, hãy quét mã QR trên phiếu lần nữa.',
    en: 'This page keeps nothing any more and may be closed. To vote again, scan the QR code on the slip once more.',
  },

  // Is my ballot there?
  findTitle: { vi: 'Kiểm tra một phiếu có trong hòm', en: 'Check that a ballot is in the box' },
  findLink: { vi: 'Kiểm tra một phiếu đã gửi', en: 'Check a ballot sent earlier' },
  findLabel: { vi: 'Mã phiếu', en: 'Tracker' },
  findHint: { vi: '43 chữ và số, hiện ra sau khi gửi phiếu.', en: '43 letters and digits, shown after the ballot was sent.' },
  findGo: { vi: 'Kiểm tra', en: 'Check' },
  findBad: { vi: 'Mã phiếu phải có đúng 43 ký tự. Xem lại có thiếu hoặc thừa ký tự nào không.', en: 'A tracker has exactly 43 characters. Check for a missing or an extra one.' },
  looking: { vi: 'Đang tìm…', en: 'Looking…' },
  foundCounted: { vi: 'Phiếu có trong hòm và là phiếu được tính.', en: 'The ballot is in the box, and it is the one that counts.' },
  foundReplaced: { vi: 'Phiếu có trong hòm, nhưng đã có phiếu gửi sau thay phiếu này.', en: 'The ballot is in the box, but a later ballot replaces it.' },
  foundNone: { vi: 'Không có phiếu nào mang mã này trong hòm.', en: 'No ballot in the box has this tracker.' },
  foundNoneNext: { vi: 'Xem lại mã. Nếu mã đúng, hãy báo ngay cho người chủ trì và giữ lại mã phiếu.', en: 'Check the tracker. If it is right, tell the chair at once and keep the tracker.' },
  findNext: { vi: 'Kiểm tra kết nối mạng rồi bấm Kiểm tra lần nữa.', en: 'Check the network and press Check once more.' },
  findKept: { vi: 'Việc này không ảnh hưởng đến phiếu đã gửi.', en: 'This does not touch any ballot that was sent.' },
});
