// <mz-passkey>: a button that asks the device for a passkey, or to make one, and sends its answer with the form around it.
//
// `data-make` holds the question for making one; `data-ask` the address that gives the question for using one. The answer
// goes into the field that `data-into` names. Stays hidden where the browser knows no passkeys; other ways remain.

type Question = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

export class MzPasskey extends HTMLElement {
  #left: AbortController | undefined;

  connectedCallback(): void {
    const able = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
    if (!able) return;
    this.#left = new AbortController();
    this.querySelector('button')?.addEventListener('click', () => void this.#answer(), { signal: this.#left.signal });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.#left?.abort();
  }

  async #answer(): Promise<void> {
    const form = this.closest('form');
    const into = form?.querySelector<HTMLInputElement>(`input[name="${this.dataset.into ?? ''}"]`);
    const sorry = this.querySelector<HTMLElement>('[data-part=sorry]');
    if (!form || !into) return;
    // A key that is made needs its name first; one that is used needs nothing else of the form.
    if (this.dataset.make && !form.reportValidity()) return;
    if (sorry) sorry.hidden = true;
    try {
      const credential = this.dataset.make ? await this.#make(this.dataset.make) : await this.#ask();
      if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey');
      into.value = JSON.stringify(credential.toJSON());
    } catch {
      // Cancelled, timed out, or the device has none: it says so itself, and the other ways stand on the page.
      if (sorry) sorry.hidden = false;
      return;
    }
    form.submit();
  }

  #make(question: string): Promise<Credential | null> {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(question) as Question);
    return navigator.credentials.create({ publicKey });
  }

  async #ask(): Promise<Credential | null> {
    const answer = await fetch(this.dataset.ask ?? '', { method: 'POST', headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON((await answer.json()) as Question);
    return navigator.credentials.get({ publicKey });
  }
}

if (!customElements.get('mz-passkey')) customElements.define('mz-passkey', MzPasskey);
