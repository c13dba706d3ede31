// How loud it is, for a bar that shows that the microphone hears something. Nothing of the sound is kept.

export class Level {
  #context: AudioContext | undefined;
  #timer: number | undefined;

  /** Shows the loudness of a stream in a meter of 0 to 100. */
  follow(stream: MediaStream, meter: HTMLMeterElement): void {
    this.stop();
    if (stream.getAudioTracks().length === 0) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#context = context;
    this.#timer = window.setInterval(() => {
      // Browsers start it only after someone touched the page.
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      let square = 0;
      for (const sample of samples) square += sample * sample;
      const decibel = 10 * Math.log10(square / samples.length + 1e-9);
      // From a whisper at −60 dB to a shout at 0.
      meter.value = Math.max(0, Math.min(100, (decibel + 60) * (100 / 60)));
    }, 100);
  }

  stop(): void {
    window.clearInterval(this.#timer);
    void this.#context?.close();
    this.#context = undefined;
  }
}
