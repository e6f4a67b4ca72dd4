// What must hold on paper.

/** Runs in the page: what stands nearer than 2 mm to the cutting line, and QR codes under 25 mm. */
function tooTight() {
  const mm = 96 / 25.4;
  const faults = [];
  for (const slip of document.querySelectorAll('.slip')) {
    const cut = slip.getBoundingClientRect();
    for (const part of slip.querySelectorAll('p, li, span, .qr path')) {
      const box = part.getBoundingClientRect();
      const margin = Math.min(box.top - cut.top, cut.bottom - box.bottom, box.left - cut.left, cut.right - box.right) / mm;
      if (margin < 2) faults.push(`${part.textContent} is ${margin.toFixed(1)} mm from the cut`);
      if (part.matches('path') && box.width < 25 * mm) faults.push(`QR code of ${(box.width / mm).toFixed(1)} mm`);
    }
  }
  return faults;
}

/** The slips as they will lie on the sheet, measured. */
export async function slipFaults(page) {
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate(tooTight);
  await page.emulateMedia({ media: null });
  return faults;
}
