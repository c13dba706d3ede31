/** A part of a page that follows a conversation: when the server says that something changed, it is fetched again. */

const RETRY_MS = 3000;

export class Live extends HTMLElement {
  #socket: WebSocket | undefined;
  #first = true;
  #timer = 0;

  connectedCallback(): void {
    this.#open();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #open(): void {
    const address = this.dataset['socket'];
    if (!address) return;
    const socket = new WebSocket(new URL(address, location.href.replace(/^http/, 'ws')));
    this.#socket = socket;
    this.#first = true;
    socket.addEventListener('message', () => {
      // The first message is how things stand, which is what the page already says.
      if (this.#first) this.#first = false;
      else void this.#refresh();
    });
    socket.addEventListener('close', () => {
      if (this.isConnected) this.#timer = window.setTimeout(() => this.#reopen(), RETRY_MS);
    });
  }

  #reopen(): void {
    void this.#refresh();
    this.#open();
  }

  async #refresh(): Promise<void> {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (!answer.ok) return location.reload();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById(this.id);
      if (!fresh) return;
      // Someone choosing here keeps what is in their hands; it is fetched again once they let go.
      if (this.contains(document.activeElement)) {
        this.addEventListener('focusout', () => window.setTimeout(() => void this.#refresh()), { once: true });
      } else {
        this.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // No connection now; the socket will come back and try again.
    }
  }
}

if (!customElements.get('mz-live')) customElements.define('mz-live', Live);
