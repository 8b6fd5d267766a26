import assert from 'node:assert/strict';
import type { Hospital } from './hospital.ts';
import type { Network } from './network.ts';
import { appears, assertNotSigned, assertSignedOnce, heard, sign, wakeUp } from './person.ts';
import type { Tab } from './tabs.ts';

/**
 * A person signs while the receiver is away; two tabs have the same unsent record and wake up at once. One sends it,
 * both show its receipt.
 */
export async function wakeTwoTabs(
  hospital: Hospital,
  network: Network,
  name: string,
  open: () => Promise<Tab>,
): Promise<void> {
  network.breakDown();
  const tabs = [await open()];
  await sign(tabs[0]!, name);
  await appears(tabs[0]!, '[part~=pending]');
  tabs.push(await open());
  await appears(tabs[1]!, '[part~=pending]');

  const held = network.hold();
  await Promise.all(tabs.map(wakeUp));
  const sending = await held;
  network.mend();
  const before = network.sendings.length;
  await Promise.all(tabs.map(assertNotSigned));
  await sending.pass();

  let announced = 0;
  for (const tab of tabs) {
    await appears(tab, '[part~=receipt]');
    const times = (await heard(tab, 'signed')).length;
    announced += times;
    await assertSignedOnce(tab, hospital, name, { isAnnounced: times > 0 });
  }
  assert.equal(announced, 1, 'charter-signed comes once a record');
  assert.equal(network.sendings.length, before, 'the tab that waited has nothing left to send');
  await Promise.all(tabs.map((tab) => tab.close()));
}
