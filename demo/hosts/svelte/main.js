import 'charter-elements/all.js';
import { mount } from 'svelte';
import Charter from './Charter.svelte';

mount(Charter, { target: document.getElementById('app') });
