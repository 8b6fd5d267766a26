import 'charter-elements/all.js';
import { createApp } from 'vue';
import Charter from './Charter.vue';

createApp(Charter).mount('#app');
