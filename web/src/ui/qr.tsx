// A QR code as one SVG path: sharp at any size, dark on white in every colour scheme and on paper.
import qrcode from 'qrcode-generator';

const QUIET = 4; // modules of white around, as the standard asks

/** The path of all dark modules, and the width of the code with its white border, in modules. */
export function qrPath(text: string): { path: string; width: number } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  let path = '';
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { path, width: modules + 2 * QUIET };
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, width } = qrPath(text);
  return (
    <svg class="qr" viewBox={`0 0 ${width} ${width}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
