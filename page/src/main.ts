import './page.css';

import { mount } from 'svelte';

import App from './App.svelte';
import { unpack } from './embedded';
import Live from './Live.svelte';

const page = document.getElementById('page');
if (page) {
  const record = await unpack(document.getElementById('record')?.textContent);
  page.replaceChildren();
  // A page without a record that came from a server asks the server.
  if (!record && location.protocol.startsWith('http')) mount(Live, { target: page });
  else mount(App, { target: page, props: { record } });
}
