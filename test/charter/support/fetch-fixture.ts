/** The text of a file of test/fixtures, in a browser. */
export async function fetchFixtureText(path: string): Promise<string> {
  const response = await fetch(new URL(`../../fixtures/${path}`, import.meta.url));
  if (!response.ok) throw new Error(`fixture ${path}: ${response.status}`);
  return response.text();
}

export async function fetchFixture<T = unknown>(path: string): Promise<T> {
  return JSON.parse(await fetchFixtureText(path)) as T;
}
