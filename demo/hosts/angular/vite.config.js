import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import { defineConfig } from 'vite';

// What `ng build` does unseen: the packages of Angular come half compiled, and are linked here. The page itself was
// compiled by `ngc`, its template checked. With the command line of Angular, this file is not needed.
export default defineConfig({
  base: './',
  plugins: [
    {
      name: 'angular-linker',
      transform: (code, id) =>
        code.includes('ɵɵngDeclare')
          ? transformAsync(code, { filename: id, plugins: [linker], compact: false, configFile: false })
          : null,
    },
  ],
});
