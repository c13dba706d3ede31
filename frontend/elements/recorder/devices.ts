// Camera and microphone: which there are, and a stream from those that were chosen.

/** What someone chose; an empty camera means sound only. */
export interface Choice {
  camera: string | undefined;
  microphone: string | undefined;
}

const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };
const SOUND = { echoCancellation: false, noiseSuppression: true, autoGainControl: true };

/** A stream from the chosen devices. Without a camera that can be had, there is at least the sound. */
export async function open(choice: Choice): Promise<MediaStream> {
  const audio = choice.microphone ? { ...SOUND, deviceId: { exact: choice.microphone } } : SOUND;
  if (choice.camera === '') return navigator.mediaDevices.getUserMedia({ audio });
  const video = choice.camera ? { ...PICTURE, deviceId: { exact: choice.camera } } : PICTURE;
  try {
    return await navigator.mediaDevices.getUserMedia({ audio, video });
  } catch (error) {
    // No camera at all is a way to record; a camera that is refused is a question to the person.
    if (error instanceof DOMException && error.name === 'NotFoundError' && choice.camera === undefined)
      return navigator.mediaDevices.getUserMedia({ audio });
    throw error;
  }
}

/** Fills the two lists; the devices in use are chosen in them. Names are known only after someone said yes. */
export async function list(
  stream: MediaStream,
  cameras: HTMLSelectElement,
  microphones: HTMLSelectElement,
): Promise<void> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const used = (kind: 'video' | 'audio') =>
    stream
      .getTracks()
      .find((track) => track.kind === kind)
      ?.getSettings().deviceId ?? '';
  fillList(
    cameras,
    devices.filter((device) => device.kind === 'videoinput'),
    used('video'),
  );
  fillList(
    microphones,
    devices.filter((device) => device.kind === 'audioinput'),
    used('audio'),
  );
}

function fillList(field: HTMLSelectElement, devices: MediaDeviceInfo[], used: string): void {
  const none = [...field.options].filter((option) => option.value === '');
  const options = devices
    .filter((device) => device.deviceId !== '')
    .map((device, n) => new Option(device.label || `${n + 1}`, device.deviceId));
  field.replaceChildren(...none, ...options);
  field.value = used;
}

/** The first form that this browser can write, lightest for the machine first. */
export function form(withPicture: boolean): string {
  const forms = withPicture
    ? ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4']
    : ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
  return forms.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
}
