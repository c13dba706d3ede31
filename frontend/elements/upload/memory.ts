// What this device remembers of an upload that is under way: its address under a fingerprint, and nothing that tells
// of whom or what the file is.
import type { PreviousUpload, UrlStorage } from 'tus-js-client';

const PREFIX = 'mz-upload::';

/** A name for a file that says nothing about it: the hash of what tells it apart from other files. */
export async function fingerprint(file: File, endpoint: string): Promise<string> {
  const said = JSON.stringify([endpoint, file.name, file.type, file.size, file.lastModified]);
  // Only over https or on this machine is there a hash; elsewhere an upload cannot be taken up again by another page.
  if (!globalThis.crypto?.subtle) return '';
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Keeps addresses of uploads in this browser. The client would also write the name of the file; this leaves it out. */
export class Memory implements UrlStorage {
  findAllUploads(): Promise<PreviousUpload[]> {
    return Promise.resolve(this.#find(PREFIX));
  }

  findUploadsByFingerprint(print: string): Promise<PreviousUpload[]> {
    return Promise.resolve(print ? this.#find(`${PREFIX}${print}`) : []);
  }

  removeUpload(key: string): Promise<void> {
    try {
      localStorage.removeItem(key);
    } catch {
      // What cannot be remembered need not be forgotten.
    }
    return Promise.resolve();
  }

  addUpload(print: string, upload: PreviousUpload): Promise<string> {
    const key = `${PREFIX}${print}`;
    try {
      if (print) localStorage.setItem(key, JSON.stringify({ uploadUrl: upload.uploadUrl, size: upload.size }));
    } catch {
      // Without storage the upload goes on as long as this page is open.
    }
    return Promise.resolve(key);
  }

  #find(prefix: string): PreviousUpload[] {
    const found: PreviousUpload[] = [];
    try {
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { uploadUrl?: string; size?: number } | null;
        if (kept?.uploadUrl) {
          found.push({
            uploadUrl: kept.uploadUrl,
            size: kept.size ?? null,
            metadata: {},
            creationTime: '',
            urlStorageKey: key,
            parallelUploadUrls: null,
          });
        }
      }
    } catch {
      // Storage that cannot be read remembers nothing.
    }
    return found;
  }
}
