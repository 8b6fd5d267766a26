/** Offers a text as a file to save. */
export function downloadText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun once the click is handled; the address is freed well after.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
