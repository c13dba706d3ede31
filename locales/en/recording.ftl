## Recording: in the room with the camera, or a file

recording-title = Record
recording-back = Back to the conversation
recording-lead = Record the conversation, or bring a file that is there already.
recording-camera = With the camera
recording-camera-help = Put the tablet or laptop where it sees you both. While you record, everything is kept at once.
recording-camera-act = Open the camera
recording-file = A file
recording-file-help = From another camera or a video call. Sound only is fine too.
recording-file-act = Choose a file
recording-refused-gone = Nothing of that file was kept.

recording-stopped = This recording stopped halfway.
recording-kept = { $kept } of it is kept safely.
recording-stopped-help = Is it still recording in another window? Then go on there.
recording-close-act = Keep what there is
recording-discard-act = Throw away
recording-file-unnamed = the file
recording-file-begun = Of { $name }, { $kept } of { $all } has come in.
recording-file-begun-help = Choose the same file again, and it goes on where it was.
recording-go-on = Go on

recording-whole = The recording is in and kept safely.
recording-working = Getting it ready to watch: { $percent } %.
recording-working-name = Getting ready
recording-working-help = You do not have to wait here.
recording-look-again = See how far it is
recording-failed = The recording is kept safely, but it could not be made ready to watch. Try once more.
recording-again-act = Try again
recording-ready = The recording is ready.
recording-itself = The recording
recording-lasts = It lasts { $time }.
recording-cut-short = It ends before the conversation did. What there was, is kept.
recording-look-act = Watch

recording-file-title = Bring a file
recording-file-lead = Choose the recording of this conversation. If you close this window, you can go on later where you were.
recording-file-same = Choose { $name } once more. It goes on where it was.
recording-file-choose = Choose a file, or drag it here
recording-file-kinds = Video or sound, such as MP4, MOV, WebM, MKV, M4A, MP3, OGG or WAV. At most { $max }.
recording-upload-name = How much has come in
recording-pause = Pause
recording-say-sent = { $sent } of { $all } in
recording-say-left = about { $time } left
recording-say-paused = Paused. What has come in is kept.
recording-say-whole = All of it is in.
recording-say-other = This is not the file you began with. Choose the same file, or throw the beginning away.
recording-say-failed = That did not work. What has come in is kept. Go back and try again.
recording-needs-script = Recording and bringing files need JavaScript. Turn it on in your browser.

recording-camera-title = Record with the camera
recording-camera-lead = Are you both in the picture? Say something, and see whether the bar moves.
recording-preview = Picture from the camera
recording-sound-only = Sound only
recording-sign = recording
recording-sign-paused = paused
recording-level = Sound
recording-start = Start recording
recording-stop = Stop
recording-stop-ask = Stop recording?
recording-stop-means = After stopping, the recording is done. Nothing can be added to it.
recording-stop-yes = Stop and keep
recording-stop-no = Go on recording
recording-device-camera = Camera
recording-device-none = No camera, sound only
recording-device-microphone = Microphone
recording-say-safe = Kept safely until { $time }
recording-say-nothing-yet = Nothing is being recorded yet.
recording-say-started = Recording.
recording-say-camera-paused = Paused. Nothing is being recorded now.
recording-say-offline = No connection. We keep going here.
recording-say-online = The connection is back.
recording-say-last = One moment. We are keeping the last piece.
recording-say-no-device = No microphone was found. Plug one in and try again.
recording-say-lost = The camera or microphone came loose. What was recorded will be kept.

# Having a part taken out
cut-title = Take a part out of the video
cut-why = Everyone in the picture may ask for it.
cut-back = Back
cut-lead = Choose where the part begins and where it ends. That part is destroyed. Nobody has to agree to it.
cut-beside = You cannot watch here. Ask in the room when the part begins and ends. Fill that in here.
cut-lasts = The video lasts { $length }.
cut-from = Beginning of the part
cut-to = End of the part
cut-from-here = It begins here
cut-to-here = It ends here
cut-minutes = Minutes
cut-seconds = Seconds
cut-next = Go on
cut-busy = We are taking the part out. Until that is done nobody can watch.
cut-busy-act = See whether it is done
cut-stop = Stop everything
cut-lines = What was taken out
cut-own-busy = Asked on { $date }: from { $from } to { $to }. That is { $length }. We are taking it out now.
cut-own-done = Asked on { $date }: from { $from } to { $to }. That is { $length }. It is gone since { $done }.
cut-other-busy = Asked on { $date }: a part of { $length }. We are taking it out now.
cut-other-done = Asked on { $date }: a part of { $length }. It is gone since { $done }.
cut-sure-title = Are you sure?
cut-sure = This part goes: from { $from } to { $to }. That is { $length }.
cut-sure-what = Picture and sound go. What someone marked in this part goes too. The rest moves forward.
cut-sure-ever = This cannot be undone.
cut-sure-act = Yes, take this part out
cut-sure-back = No, go back
cut-moved-title = The times are different
cut-moved-kept = This is what was there. Take it along to the new page.
cut-moved-text = What was there
cut-moved-act = Open the page again
invalid-cut-time = Fill in a time for the beginning and the end.
cut-length = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}
