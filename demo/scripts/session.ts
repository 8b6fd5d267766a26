import type { Persona } from '../personas.ts';

export type Person = Persona;

interface Session {
  readonly person: Person | null;
  readonly people: readonly Person[];
}

/** Shows in the header who is signed in, with the menu to be someone else. Answers nobody when there is no session. */
export async function showSession(): Promise<Person | null> {
  const root = document.getElementById('session')!;
  const session = await ask('GET').catch(() => undefined);
  if (!session) return null;
  const { person, people } = session;
  part(root, 'initials').textContent = person ? initialsOf(person.name) : '?';
  part(root, 'name').textContent = person?.name ?? 'Se connecter';
  part(root, 'role').textContent = person?.role ?? 'Aucune session ouverte';
  part(root, 'title').textContent = person ? 'Changer de session' : 'Ouvrir une session';
  part(root, 'people').replaceChildren(
    ...people.map((other) => renderChoice(other, other.id === person?.id)),
  );
  part(root, 'sign-out').hidden = !person;
  part(root, 'sign-out').addEventListener('click', () => void change(root, 'DELETE'));
  root.hidden = false;
  return person;

  function renderChoice({ id, name, role, department }: Person, isCurrent: boolean): HTMLLIElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.ariaCurrent = isCurrent ? 'true' : null;
    const title = document.createElement('strong');
    title.textContent = name;
    const place = document.createElement('span');
    place.textContent = `${role}, ${department}`;
    button.append(title, place);
    button.addEventListener('click', () => void change(root, 'POST', { persona: id }));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }
}

/** Another person, another page: nothing of the one before may stay on the screen. */
async function change(root: HTMLElement, method: string, body?: { persona: string }): Promise<void> {
  const error = part(root, 'error');
  error.textContent = '';
  try {
    await ask(method, body);
    location.reload();
  } catch {
    error.textContent = 'La session n’a pas pu changer. Réessayez dans un instant.';
  }
}

async function ask(method: string, body?: object): Promise<Session> {
  const response = await fetch('/demo/session', {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`/demo/session answered ${response.status}`);
  return (await response.json()) as Session;
}

function part(root: HTMLElement, name: string): HTMLElement {
  return root.querySelector<HTMLElement>(`[data-session="${name}"]`)!;
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map(([initial]) => initial)
    .slice(0, 2)
    .join('');
}
