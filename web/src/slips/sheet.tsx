// The printed sheets: A4, two by four slips. A slip is folded once: the lower half comes up over the
// QR code and the letters; the strip at the top stays outside. Seen on paper only, never on screen.
import { formatDay, wordLine } from '../ui/format';
import { Grouped } from '../ui/grouped';
import { useText } from '../ui/i18n';
import { useInfo } from '../ui/mount';
import { QrCode } from '../ui/qr';
import type { SlipsStatus } from './status';
import { words } from './words';

export const PER_SHEET = 8;

interface SheetsProps {
  status: SlipsStatus;
  /** Absolute address of the ballot page. */
  address: string;
  /** In the order of the serial numbers. */
  credentials: readonly string[];
}

export function Sheets({ status, address, credentials }: SheetsProps) {
  const sheets = Array.from({ length: Math.ceil(credentials.length / PER_SHEET) }, (_, i) =>
    credentials.slice(i * PER_SHEET, (i + 1) * PER_SHEET),
  );
  return (
    <div class="sheets">
      {sheets.map((sheet, i) => (
        <div class="sheet" key={i}>
          {sheet.map((credential, j) => (
            <Slip key={j} status={status} address={address} credential={credential} serial={i * PER_SHEET + j + 1} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface SlipProps extends Omit<SheetsProps, 'credentials'> {
  credential: string;
  serial: number;
}

function Slip({ status, address, credential, serial }: SlipProps) {
  const t = useText(words);
  const info = useInfo();
  return (
    <article class="slip">
      <header class="slip-outside">
        <div>
          <p class="slip-name">{status.name || t('slipFallback')}</p>
          <p>
            {formatDay(status.day)} {info?.demo && <strong>· {t('slipDemo')}</strong>}
          </p>
        </div>
        <p class="slip-serial">{t('slipSerial', { serial })}</p>
      </header>
      <div class="slip-secret">
        <QrCode text={`${address}#${credential}`} label={t('slipQr', { serial })} />
        <div>
          <p>{t('slipCode')}</p>
          <p class="slip-code code">
            {credential.split('-').map((group, i) => (
              <span key={i}>{group}</span>
            ))}
          </p>
          <p>{t('slipLost')}</p>
        </div>
      </div>
      <div class="slip-fold">
        <span>{t('slipFold')}</span>
      </div>
      <div class="slip-how">
        <ol>
          <li>{t('slipHow1', { address: address.replace(/^https?:\/\//, '') })}</li>
          <li>{t('slipHow2')}</li>
          <li>{t('slipHow3')}</li>
        </ol>
        {status.fingerprint && (
          <p class="slip-fingerprint">
            {t('slipVote')} <Grouped text={status.fingerprint} />
          </p>
        )}
        <p>{t('slipPage', { words: wordLine(status.page_hash) })}</p>
      </div>
    </article>
  );
}
