// Hands a text to the browser's own download; nothing leaves the device.
export function saveText(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers start to read only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
