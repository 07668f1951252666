import './page.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { readRecord } from './record';

const page = document.getElementById('page');
if (page) {
  page.replaceChildren();
  mount(App, { target: page, props: { record: readRecord(document.getElementById('record')?.textContent) } });
}
