// Sentences of the counting committee's page.
import { dictionary } from '../ui/i18n';

export const words = dictionary({
  title: { vi: 'Ban kiểm phiếu', en: 'Counting committee' },
  whoAmI: { vi: '{name} · thành viên thứ {index} trên {size} · cần {threshold} người để kiểm phiếu', en: '{name} · member {index} of {size} · {threshold} are needed to count' },

  // The way
  stepsTitle: { vi: 'Các bước', en: 'The steps' },
  stepFile: { vi: 'Tạo phần khóa, lưu tệp thứ nhất', en: 'Make the key share, save the first file' },
  stepExchange: { vi: 'Trao đổi giữa các thành viên', en: 'Exchange between the members' },
  stepKey: { vi: 'Lưu tệp khóa hoàn chỉnh', en: 'Save the complete key file' },
  stepDrill: { vi: 'Thử khóa từ tệp đã lưu', en: 'Try the key from the saved file' },
  stepWait: { vi: 'Chờ bỏ phiếu', en: 'Wait for the vote' },
  stepCount: { vi: 'Kiểm phiếu', en: 'Count' },
  membersTitle: { vi: 'Các thành viên', en: 'The members' },
  you: { vi: '(đồng chí)', en: '(you)' },
  doneNone: { vi: 'chưa bắt đầu', en: 'not started' },
  doneCertificate: { vi: 'đã tạo phần khóa', en: 'key share made' },
  donePolynomial: { vi: 'đã trao đổi', en: 'exchanged' },
  doneKey: { vi: 'đã có khóa, chưa thử', en: 'has the key, not tried yet' },
  doneDrill: { vi: 'đã thử khóa', en: 'key tried' },
  doneShare: { vi: 'đã nộp phần kiểm phiếu', en: 'share handed in' },

  // Link and network
  stepAgain: { vi: 'Kiểm tra kết nối mạng rồi làm lại bước này.', en: 'Check the network and do this step once more.' },
  lostKept: { vi: 'Việc đã làm xong vẫn được giữ.', en: 'What was finished is kept.' },
  polling: { vi: 'Mất kết nối với máy chủ; trang đang tự thử lại.', en: 'The server is out of reach; the page keeps trying.' },
  resetTitle: { vi: 'Việc tạo khóa được làm lại từ đầu', en: 'Making the key starts again' },
  resetText: { vi: 'Tệp khóa đã lưu trước đây không dùng được nữa. Hãy xóa tệp đó và làm lại các bước dưới đây.', en: 'Key files saved before are of no use now. Delete them and follow the steps below again.' },

  // First file
  makeTitle: { vi: 'Tạo phần khóa', en: 'Make the key share' },
  makeText: {
    vi: 'Phần khóa được tạo ngay trên máy này và cất trong một tệp có mật khẩu. Máy chủ không bao giờ nhận được phần khóa.',
    en: 'The key share is made on this device and put into a file with a passphrase. The server never receives it.',
  },
  warning: { vi: 'Mất tệp này hoặc quên mật khẩu thì không khôi phục được. Hãy lưu ở hai nơi.', en: 'Without this file and its passphrase nothing can be recovered. Keep it in two places.' },
  passphrase: { vi: 'Mật khẩu của tệp khóa', en: 'Passphrase of the key file' },
  passphraseAgain: { vi: 'Gõ lại mật khẩu', en: 'Type the passphrase again' },
  passphraseHint: { vi: 'Ít nhất {least} ký tự, nên dùng bốn hoặc năm từ dễ nhớ. Đang có {length} ký tự.', en: 'At least {least} characters; four or five words that are easy to remember. {length} so far.' },
  tooShort: { vi: 'Mật khẩu phải có ít nhất {least} ký tự.', en: 'The passphrase needs at least {least} characters.' },
  notSame: { vi: 'Hai lần gõ không giống nhau.', en: 'The two are not the same.' },
  make: { vi: 'Tạo phần khóa', en: 'Make the key share' },
  making: { vi: 'Đang tạo phần khóa và khóa tệp…', en: 'Making the share and locking the file…' },
  saveFirstTitle: { vi: 'Lưu tệp thứ nhất', en: 'Save the first file' },
  saveFirstText: { vi: 'Tệp này dùng để làm tiếp nếu trang bị đóng sau khi các thành viên đã trao đổi. Sau này sẽ có tệp hoàn chỉnh thay tệp này.', en: 'This file lets you go on if the page is closed after the exchange. A complete file will replace it later.' },
  saveLastTitle: { vi: 'Lưu tệp khóa hoàn chỉnh', en: 'Save the complete key file' },
  saveLastText: { vi: 'Tệp này thay tệp trước và dùng cùng mật khẩu. Đây là tệp cần khi kiểm phiếu; lưu xong có thể xóa tệp trước.', en: 'This file replaces the earlier one and has the same passphrase. It is the one needed at the count; the earlier one may be deleted afterwards.' },
  saveFile: { vi: 'Lưu tệp khóa', en: 'Save the key file' },
  savedCheck: { vi: 'Tôi đã thấy tệp {name} trong máy', en: 'I have seen the file {name} on the device' },
  proceed: { vi: 'Tiếp tục', en: 'Continue' },
  sendingStep: { vi: 'Đang gửi phần công khai…', en: 'Sending the public part…' },

  // Exchange
  exchangeTitle: { vi: 'Trao đổi giữa các thành viên', en: 'Exchange between the members' },
  exchanging: { vi: 'Đang kiểm tra phần của các thành viên khác và gửi phần của đồng chí…', en: 'Checking the other members’ parts and sending yours…' },
  finishing: { vi: 'Đang kiểm tra mọi phần và ghép khóa…', en: 'Checking all parts and putting the key together…' },
  exchangeFailedNext: { vi: 'Bấm Thử lại. Nếu vẫn không được, báo văn phòng để làm lại việc tạo khóa từ đầu.', en: 'Press Try again. If it fails again, ask the office to start the key making again.' },
  waitTitle: { vi: 'Đang chờ các thành viên khác', en: 'Waiting for the other members' },
  waitText: { vi: 'Trang tự chuyển bước khi đủ người. Nếu phải đóng trang, lần sau mở lại liên kết mời và dùng tệp đã lưu.', en: 'The page goes on by itself when all are there. If you must close it, open the invitation link again later and use the saved file.' },

  stayText: { vi: 'Giữ trang này mở cho đến khi trao đổi xong. Đóng sớm thì cả ban phải tạo khóa lại từ đầu.', en: 'Keep this page open until the exchange is done. If it is closed before, all members must make the key again.' },
  closedTitle: { vi: 'Trang đã bị đóng trước khi trao đổi xong', en: 'The page was closed before the exchange was done' },
  closedText: {
    vi: 'Một phần khóa chỉ được trao đổi một lần, và trang mở lại không biết được đã trao đổi chưa. Hãy báo văn phòng bấm “Làm lại khóa từ đầu”, rồi mọi thành viên làm lại.',
    en: 'A key share is exchanged only once, and a page that was opened again cannot know whether that was done. Ask the office to start the key making again; all members then repeat it.',
  },

  // Open the file
  resumeTitle: { vi: 'Làm tiếp từ tệp đã lưu', en: 'Go on from the saved file' },
  resumeText: { vi: 'Trang không giữ phần khóa. Hãy chọn tệp đã lưu và gõ mật khẩu để làm tiếp.', en: 'The page does not keep the key share. Choose the saved file and type its passphrase to go on.' },
  keyFile: { vi: 'Tệp khóa', en: 'Key file' },
  open: { vi: 'Mở tệp', en: 'Open the file' },
  opening: { vi: 'Đang mở tệp khóa…', en: 'Opening the key file…' },
  noFile: { vi: 'Chưa chọn tệp khóa.', en: 'No key file is chosen.' },
  otherFile: { vi: 'Tệp này không phải của đồng chí trong lần lấy phiếu này, hoặc là tệp của lần tạo khóa trước.', en: 'This file is not yours for this vote, or it is of an earlier key making.' },
  fileKept: { vi: 'Tệp trên máy không bị thay đổi.', en: 'The file on the device was not changed.' },
  fileNext: { vi: 'Chọn đúng tệp, gõ lại mật khẩu rồi mở lần nữa.', en: 'Choose the right file, type the passphrase again and open it once more.' },

  // Drill
  drillTitle: { vi: 'Thử khóa từ tệp đã lưu', en: 'Try the key from the saved file' },
  drillText: { vi: 'Trang đã quên phần khóa. Hãy chọn tệp hoàn chỉnh vừa lưu và gõ mật khẩu, đúng như sẽ làm khi kiểm phiếu. Khi mọi thành viên thử xong mới mở bỏ phiếu được.', en: 'The page has forgotten the key share. Choose the complete file you just saved and type the passphrase, just as at the count. The vote can open only when all members have done this.' },
  drill: { vi: 'Thử khóa', en: 'Try the key' },
  drilling: { vi: 'Đang thử khóa…', en: 'Trying the key…' },
  drillFailed: { vi: 'Khóa chưa thử được.', en: 'The key could not be tried.' },
  incomplete: { vi: 'Đây là tệp thứ nhất, chưa phải tệp hoàn chỉnh.', en: 'This is the first file, not the complete one.' },
  remakeText: { vi: 'Có thể tạo lại tệp hoàn chỉnh từ tệp này.', en: 'The complete file can be made again from it.' },
  remake: { vi: 'Tạo lại tệp hoàn chỉnh', en: 'Make the complete file again' },

  waitKeys: { vi: 'Đang chờ mọi thành viên có khóa; sau đó mới thử được.', en: 'Waiting until every member has a key; then it can be tried.' },
  changedTitle: { vi: 'Máy chủ đã đổi khóa của lần lấy phiếu', en: 'The server has changed the key of this vote' },
  changedText: {
    vi: 'Khóa đã xong thì không được đổi nữa. Đừng làm tiếp; báo ngay người chủ trì và các thành viên khác.',
    en: 'A finished key must not change. Do not go on; tell the chair and the other members at once.',
  },
  fingerprintTitle: { vi: 'Dấu vân tay của lần lấy phiếu', en: 'Fingerprint of the vote' },
  fingerprintText: {
    vi: 'Đọc lên và so với máy của các thành viên khác, với trang của văn phòng và với phiếu in. Phải giống nhau từng ký tự; nếu khác thì không mở bỏ phiếu.',
    en: 'Read it aloud and compare it with the other members’, with the office’s page and with the printed slips. Every character must be the same; otherwise the vote must not open.',
  },

  // Waiting for the vote
  readyTitle: { vi: 'Khóa đã sẵn sàng', en: 'The key is ready' },
  readyText: { vi: 'Có thể đóng trang. Giữ tệp hoàn chỉnh và mật khẩu đến lúc kiểm phiếu, rồi mở lại liên kết mời này.', en: 'You may close the page. Keep the complete file and the passphrase until the count, then open this invitation link again.' },
  votingTitle: { vi: 'Đang bỏ phiếu', en: 'Voting is open' },
  votingText: { vi: 'Khi người chủ trì đóng bỏ phiếu, trang này sẽ chuyển sang bước kiểm phiếu. Hãy chuẩn bị tệp khóa và mật khẩu.', en: 'When the chair closes the vote, this page goes on to the count. Have the key file and the passphrase ready.' },

  // Count
  countTitle: { vi: 'Kiểm phiếu', en: 'Count' },
  countText: { vi: 'Máy này tải toàn bộ kho phiếu, kiểm tra từng phiếu và tự cộng lại. Chỉ khi mọi thứ khớp, phần khóa mới được dùng để mở con số tổng.', en: 'This device downloads the whole archive, checks every ballot and adds them up itself. Only if everything holds is the key share used, to open the totals.' },
  count: { vi: 'Kiểm tra kho phiếu', en: 'Check the archive' },
  auditStopped: { vi: 'Đã dừng. Chưa nộp gì.', en: 'Stopped. Nothing was handed in.' },
  computing: { vi: 'Đang tính phần kiểm phiếu…', en: 'Computing the share…' },
  auditedTitle: { vi: 'Kho phiếu đúng', en: 'The archive holds' },
  auditedText: { vi: 'So số phiếu và dấu dưới đây với máy của người chủ trì và của các thành viên khác. Chỉ nộp khi giống hệt.', en: 'Compare the number and the mark below with the chair’s screen and the other members’. Hand in only if they are the same.' },
  auditedReplaced: { vi: 'Phiếu đã được thay', en: 'Ballots replaced' },
  auditedWords: { vi: 'Dấu vân tay của lần lấy phiếu', en: 'Fingerprint' },
  sameBox: { vi: 'Số này và dấu này giống như trên màn hình của chủ trì', en: 'This number and this mark are the same on the chair’s screen' },
  handIn: { vi: 'Nộp phần kiểm phiếu', en: 'Hand in the share' },
  handing: { vi: 'Đang nộp…', en: 'Handing in…' },
  auditFailed: { vi: 'Phần khóa chưa được dùng, chưa nộp gì.', en: 'The key share was not used and nothing was handed in.' },
  auditFailedNext: { vi: 'Không nộp khi kho phiếu sai. Báo cho người chủ trì và các thành viên khác, rồi thử lại.', en: 'Do not hand in while the archive is wrong. Tell the chair and the other members, then try again.' },
  tooFewNext: {
    vi: 'Kho phiếu mà máy này tải về có {counted} lá phiếu được tính. Báo cho người chủ trì và các thành viên khác. Chỉ thử lại khi màn hình của chủ trì ghi từ {least} phiếu trở lên.',
    en: 'The archive that this device downloaded has {counted} ballots that count. Tell the chair and the other members. Try again only if the chair’s screen shows {least} or more.',
  },
  otherElection: { vi: 'Kho phiếu không theo bộ quy tắc của lần lấy phiếu này.', en: 'The archive does not follow the rules of this vote.' },
  otherFingerprint: { vi: 'Kho phiếu mang dấu vân tay khác với dấu vân tay đã công bố.', en: 'The archive has another fingerprint than the one published.' },
  doneTitle: { vi: 'Đã xong phần việc', en: 'Your part is done' },
  doneText: { vi: 'Có thể đóng trang. Kết quả do người chủ trì công bố. Giữ tệp khóa cho đến khi biên bản được ký.', en: 'You may close the page. The chair announces the result. Keep the key file until the minutes are signed.' },
  doneVerify: { vi: 'Tự kiểm tra kết quả từ kho phiếu', en: 'Check the result from the archive' },
});
