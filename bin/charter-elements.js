#!/usr/bin/env node
// Deprecated: the command is in charter-elements-cli, which has the same name for it. Kept for those who have both, of which
// npm links either.
try {
  await import('charter-elements-cli/main.js');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error(
    'charter-elements : cette commande est maintenant dans le paquet charter-elements-cli.\n' +
      'Écrivez npx charter-elements-cli à la place de npx charter-elements, ou installez-le : npm install charter-elements-cli.',
  );
  // Not 1, by which scripts know that there is something to put right in a charter.
  process.exitCode = 2;
}
