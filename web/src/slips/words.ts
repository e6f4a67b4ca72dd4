// Sentences of the slip printer's page and of the slips themselves.
import { dictionary } from '../ui/i18n';

export const words = dictionary({
  title: { vi: 'In phiếu', en: 'Print the slips' },

  // Before
  noKeyTitle: { vi: 'Chờ khóa của ban kiểm phiếu', en: 'Wait for the key' },
  noKeyText: {
    vi: 'Ban kiểm phiếu chưa tạo xong khóa. Trên phiếu phải có dấu vân tay của lần lấy phiếu; có khóa rồi mới có dấu này.',
    en: 'The counting committee has not made the key yet. Each slip shows the fingerprint of the vote, and there is none before the key.',
  },
  noKeyNext: { vi: 'Có thể đóng trang, rồi mở lại liên kết này khi văn phòng báo khóa đã xong.', en: 'You may close this page and open the link again when the office tells you that the key is made.' },
  lookAgain: { vi: 'Xem lại', en: 'Look again' },
  startTitle: { vi: 'Tạo và in {count} phiếu', en: 'Make and print {count} slips' },
  startText: {
    vi: 'Mã của từng phiếu được tạo ngay trên máy này và chỉ có trên giấy. Máy chủ chỉ nhận danh sách mã công khai đã xáo trộn, không biết phiếu nào mang số nào.',
    en: 'The code of each slip is made on this device and exists on paper only. The server receives the shuffled list of public codes and cannot tell which slip has which serial.',
  },
  needPrinter: { vi: 'Máy in đã có giấy A4, in một mặt.', en: 'A printer with A4 paper, one-sided.' },
  needSheets: { vi: 'Cần {sheets} tờ, mỗi tờ 8 phiếu.', en: '{sheets} sheets, 8 slips on each.' },
  needOnce: { vi: 'Làm liền một mạch: đóng trang trước khi xong thì phải tạo và in lại từ đầu.', en: 'Do it in one go: if the page is closed before the end, slips must be made and printed again.' },
  start: { vi: 'Tạo phiếu', en: 'Make the slips' },
  making: { vi: 'Đang tạo phiếu: {done}/{total}', en: 'Making slips: {done}/{total}' },

  // Print
  printTitle: { vi: 'In ra giấy', en: 'Print on paper' },
  printText: { vi: 'Trong hộp in: khổ A4, tỷ lệ 100 %, không in tiêu đề trang. Không chọn in ra tệp PDF.', en: 'In the print dialogue: A4, scale 100%, no headers and footers. Do not print to a PDF file.' },
  print: { vi: 'In phiếu', en: 'Print' },
  printAgain: { vi: 'In lại', en: 'Print again' },
  checkTitle: { vi: 'Xem lại các tờ vừa in', en: 'Look at the printed sheets' },
  checkCount: { vi: 'Đã in đủ {count} phiếu, số thứ tự từ 1 đến {count}', en: 'All {count} slips are printed, serials 1 to {count}' },
  checkSharp: { vi: 'Mã QR và chữ đều rõ, không bị cắt', en: 'QR codes and letters are sharp and not cut off' },
  publish: { vi: 'Công bố danh sách mã', en: 'Publish the list of codes' },
  publishing: { vi: 'Đang gửi danh sách…', en: 'Sending the list…' },
  publishText: { vi: 'Sau bước này danh sách không đổi được nữa, và trang này quên các mã.', en: 'After this the list cannot change any more, and this page forgets the codes.' },
  publishKept: { vi: 'Phiếu đã in vẫn dùng được; các mã vẫn còn trên trang này.', en: 'The printed slips are still good; the codes are still on this page.' },
  publishNext: { vi: 'Đừng đóng trang. Kiểm tra mạng rồi bấm Công bố lần nữa.', en: 'Do not close the page. Check the network and publish once more.' },
  otherListText: {
    vi: 'Danh sách đã được công bố từ một trang khác. Các phiếu vừa in ở đây không dùng được.',
    en: 'A list was already published from another page. The slips printed here are of no use.',
  },
  otherListNext: { vi: 'Hủy các tờ vừa in tại đây và báo văn phòng.', en: 'Destroy the sheets printed here and tell the office.' },
  keyGoneNext: {
    vi: 'Hủy các tờ vừa in tại đây. Khi khóa đã xong, mở lại liên kết này để tạo và in lại.',
    en: 'Destroy the sheets printed here. When the key is made, open this link again to make and print new ones.',
  },

  // After
  doneTitle: { vi: 'Phiếu đã sẵn sàng', en: 'The slips are ready' },
  doneText: { vi: '{count} mã công khai đã được công bố theo thứ tự ngẫu nhiên. Trang này không còn giữ mã nào và không in lại được.', en: '{count} public codes are published in random order. This page keeps none of the codes and cannot print them again.' },
  doneCut: { vi: 'Cắt theo đường nét đứt, gấp một lần ở chỗ ghi “gấp tại đây” cho phần mã nằm bên trong.', en: 'Cut along the dashed lines and fold once at “fold here”, the code inside.' },
  doneBox: { vi: 'Bỏ tất cả vào hộp và trộn đều. Mỗi người ký nhận rồi tự bốc một phiếu; không ghi số phiếu vào danh sách.', en: 'Put all into a box and mix them. Each person signs and then draws one; do not write the serial on the list.' },
  doneSpare: { vi: 'Phiếu không phát hết: đếm, niêm phong, ghi vào biên bản.', en: 'Slips not handed out: count them, seal them, note them in the minutes.' },

  // On the slip
  slipFallback: { vi: 'Lấy phiếu tín nhiệm', en: 'Confidence vote' },
  slipSerial: { vi: 'Số {serial}', en: 'No. {serial}' },
  slipFold: { vi: 'gấp tại đây', en: 'fold here' },
  slipQr: { vi: 'Mã QR của phiếu số {serial}', en: 'QR code of slip {serial}' },
  slipCode: { vi: 'Mã trên phiếu', en: 'Code' },
  slipHow1: { vi: 'Quét mã QR bằng máy ảnh điện thoại; không quét được thì mở {address} và gõ mã.', en: 'Scan the QR code with the phone’s camera; if that fails open {address} and type the code.' },
  slipHow2: { vi: 'Chọn một mức cho mỗi người, xem lại, rồi bấm Gửi phiếu.', en: 'Choose one level for each person, review, then press Send.' },
  slipHow3: { vi: 'Bỏ phiếu lại được đến khi hết giờ; chỉ tính phiếu cuối cùng.', en: 'You may vote again until the close; only the last ballot counts.' },
  slipLost: { vi: 'Không đưa cho người khác. Mất phiếu: báo ngay tổ phát phiếu.', en: 'Do not hand it on. If lost, tell those who handed it out at once.' },
  slipPage: { vi: 'Mã trang: {words}', en: 'Page: {words}' },
  slipVote: { vi: 'Dấu vân tay:', en: 'Fingerprint:' },
  slipDemo: { vi: 'PHIẾU THỬ', en: 'DEMO SLIP' },
});
