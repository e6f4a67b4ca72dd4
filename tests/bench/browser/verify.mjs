// How fast the verify page checks an archive: the page itself, its button, its workers.

/** Seconds from the button to the result, and what the page said last about its speed. */
export async function checkArchive(browser, origin, uuid) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${origin}/v/${uuid}`);
  const button = page.getByRole('button', { name: 'Tải và kiểm tra kho phiếu' });
  await button.waitFor();
  const began = performance.now();
  await button.click();
  await page.getByText('Kho phiếu đúng').first().waitFor();
  const seconds = (performance.now() - began) / 1000;
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  await context.close();
  return { seconds, cores };
}
