import { host, onHostMessage } from './host.ts';
import { Page } from './page.ts';
import { savedLook } from './savedLook.ts';

let page: Page | undefined;

onHostMessage(message => {
  if (message.is === 'show') {
    page?.show(message.content);
    return;
  }
  const look = savedLook(host.getState());
  host.setState({ target: message.target, look });
  page = new Page(document.body, message, look, {
    post: request => host.postMessage(request),
    save: state => host.setState(state),
  });
});

host.postMessage({ is: 'ready' });
