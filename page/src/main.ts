import './page.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { unpack } from './embedded';

const page = document.getElementById('page');
if (page) {
  const record = await unpack(document.getElementById('record')?.textContent);
  page.replaceChildren();
  mount(App, { target: page, props: { record } });
}
