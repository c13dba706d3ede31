## Signing in, invitations, one's own account

sign-in-title = Sign in
sign-in-demo = Look around in the demo
sign-in-demo-help = These people do not exist. Choose one and look through their eyes.
sign-in-as = Choose
sign-in-password-title = With e-mail and password
sign-in-act = Sign in
field-email = E-mail address
field-password = Password
field-password-new = Choose a password
field-password-hint = At least fifteen characters. A sentence only you know works well.
field-name = What is your name?
invitation-title = Welcome to Meerzien
invitation-lead = You were invited with { $email }. Choose a name and a password, and you can begin.
invitation-act = Begin
account-title = My account
account-sessions = Where you are signed in
account-sessions-help = Is there a device you do not know? Sign it out here.
account-this = this device
account-seen = Last used: { $when }
account-end = Sign out
invalid-sign-in = This address and password do not fit together. Please try again.
invalid-password-wrong = This password is not right. Please try again.
invalid-password-short = This password is too short. Use at least fifteen characters.
invalid-password-long = This password is too long. Use at most 256 characters.
invalid-email = This is not an e-mail address. Please check it.
invalid-email-taken = There already is an account with this address.
invalid-email-invited = This address has been invited already. Send that invitation again, or take it back.
invalid-name = Fill in a name of at most a hundred characters.
invalid-roles = Choose at least one role.
invalid-last-administrator = One administrator must remain. Make someone else an administrator first.
invalid-text-long = This text is too long. It is still here; please make it shorter.
account-second-why = Besides your password you can make a second step. Then nobody else gets in with your password.
account-second-to = Second step and password
account-device = { $browser } on { $system }
account-browser-unknown = Unknown browser
account-system-unknown = unknown device
account-since = Signed in since { $when }.
account-end-others = Sign out all other devices
field-code = Code
field-code-hint = Six digits from your app, or a code from your paper with recovery codes.
field-app-code = The six digits that the app shows now
field-password-old = Your password now
second-title = Second step
second-lead = Your password is right. Now fill in a code.
second-act = Go on
second-lost = Lost your app? Use a recovery code. If you have none of those either, ask your administrator for help.
second-leave = Stop and begin again
second-make-title = Make your second step
second-make-must = You can do much in your role. So a password alone is not enough. You make a second step now. Then you come in.
second-make-lead = An app on your phone shows a new code all the time. You fill it in after your password.
second-make-open = Open an app for codes on your phone. For instance that of your organisation, or an app for passwords.
second-make-scan = Choose to add something in the app and scan the square below.
second-make-type = Fill in the six digits that the app shows then.
second-make-secret = Can you not scan? Type this into the app:
second-make-no-camera = Show this to nobody.
second-make-act = Done
codes-title = Your recovery codes
codes-lead = Your second step works. If you lose the app, you come in with one of these codes.
codes-once = Each code works once. You see them only now. Print them or write them down, and keep them in a safe place.
codes-kept = Your new app works. Your recovery codes stay as they were.
codes-on = I kept them
factors-title = Second step
factors-lead = Here you arrange how you show that it is you.
factors-app = App with codes
factors-app-why = An app on your phone shows a new code all the time. Whoever only knows your password does not get in then.
factors-app-since = You use an app since { $date }.
factors-app-make = Make a second step
factors-app-other = Take another app
factors-app-remove = Stop using the app
factors-codes = Recovery codes
factors-codes-left = { $left ->
    [one] You have one recovery code left.
   *[other] You have { $left } recovery codes left.
}
factors-codes-few = { $left ->
    [0] Your recovery codes are used up. Make new ones, in case you lose your app.
    [one] You have only one recovery code left. Make new ones.
   *[other] You have only { $left } recovery codes left. Make new ones.
}
factors-codes-new = Make new recovery codes
password-title = Change your password
password-lead = On your other devices you have to sign in again after it.
password-act = Change the password
password-done = Your password is changed. You are signed out on your other devices.
fresh-title = Is it you?
fresh-lead = What you want to do reaches far. So show that it is you. After it we do not ask again for { $minutes } minutes.
fresh-act = Confirm and go on
fresh-nothing = You have nothing yet to show that it is you with. Sign out and in again, and make a second step at My account right away.
fresh-leave = Do not do it
invalid-code = This code is not right, or was used already. Wait for a new code and try again.
invalid-app-code = This code is not right. See whether the clock of your phone is right, and fill in what the app shows now.
invalid-app-late = This took too long. Please begin again.
invalid-codes-alone = Make a second step first. Recovery codes belong to it.
invalid-last-factor = In your role you must keep a second step. Make another one first.
invalid-password-easy = This password is easy to guess. Take for instance four words that do not belong together.
invalid-wait-seconds = { $count ->
    [one] Too much went wrong. Wait one second and then try again.
   *[other] Too much went wrong. Wait { $count } seconds and then try again.
}
invalid-wait-minutes = Too much went wrong. Wait { $count } minutes and then try again.

## Through the organisation's own provider

sign-in-provider-title = With your { $provider } account
sign-in-provider-help = You go to the sign-in page of your organisation for a moment, and then come back here.
sign-in-provider-act = Sign in with { $provider }
sign-in-password-emergency = Only for who got an emergency password from the system administrator.
invitation-lead-provider = You have been invited with { $email }. Sign in with the account of your organisation, then you can begin.
invalid-sign-in-provider = Your organisation wants you to sign in with its own account. A password does not work here.
provider-trouble-title = Signing in did not work
provider-again = To signing in
provider-trouble-away = We cannot reach { $provider } now. Try again in a few minutes.
provider-trouble-refused = { $provider } gave no good answer. Does it fail again later? Tell whoever looks after the computers.
provider-trouble-odd = The answer of { $provider } is not right. You are not signed in. Try again.
provider-trouble-stale = This sign-in is done already, or it took too long. Begin again.
provider-trouble-denied = You did not sign in at { $provider }. Try again.
provider-trouble-weak = { $provider } does not say that you signed in with a second step. Without it you do not come in here. Does it fail again? Tell whoever looks after the computers.
provider-trouble-unknown = You have no account here yet. Ask the administrator of Meerzien for an invitation. At { $provider } all went well.
fresh-provider = Sign in at { $provider } once more. After that you fill in here once more what you wanted to do.
signed-out-title = You are signed out
signed-out-lead = At { $provider } you are still signed in. Is this a computer of several people? Then sign out there too.
signed-out-there = Also sign out at { $provider }
signed-out-again = Sign in again
sign-in-passkey-title = Without a password
sign-in-passkey-help = Did you make a passkey? Then you sign in with your finger, your face or the PIN of your device.
sign-in-passkey-act = Sign in with a passkey
factors-passkeys = Passkeys
factors-passkeys-why = A passkey is in your phone or computer. You sign in with your finger, your face or a PIN. No password is needed then.
factors-passkey-since = Made on { $date }.
factors-passkey-rename = Another name
factors-passkey-rename-act = Keep the name
factors-passkey-remove = Remove
passkey-title = Make a passkey
passkey-lead = Your device asks for your finger, your face or a PIN in a moment. We do not get to see it.
passkey-name = Name of the passkey
passkey-name-hint = So that you know it later. For instance: laptop from work.
passkey-make-act = Make the passkey
passkey-use = Use a passkey
passkey-sorry = It did not work with your device. Try again, or choose another way.
passkey-script = JavaScript must be on in your browser for this.
invalid-passkey = This passkey does not work here. Try again, or choose another way.
invalid-passkey-here = Passkeys do not work at this address. Ask your administrator for help.
invalid-passkey-many = You have very many passkeys already. Remove one first.
invalid-passkey-name = Give the passkey a name of at most sixty characters.

## A forgotten password

sign-in-forgotten = Forgot your password?
forgotten-title = Forgotten password
forgotten-lead = Type your email address. You get a mail with a link. With it you choose a new password.
forgotten-act = Send me a link
forgotten-asked = Is there an account with this address? Then a mail arrives within a few minutes.
forgotten-asked-link = The link in the mail works for one hour, and once.
forgotten-asked-nothing = No mail? Look in your spam folder too. Did you get a mail a short while ago? Then use that one: we do not keep sending new ones.
forgotten-ask = Ask whoever looks after Meerzien at your organisation for a new password. On this installation it does not go by mail.
forgotten-provider = At your organisation you sign in with { $provider }. Ask for a new password there.
new-password-title = Choose a new password
new-password-lead = After that you sign in with it. You are signed out on all your devices. If you have a second step, we ask for it as usual.
new-password-act = Keep this password
new-password-done = Your password was changed. Sign in with it now.
new-password-dead = This link does not work, or not any more. A link works for one hour, and once.
new-password-again = Ask for a new link

## Letters about one's own account

letter-link-subject = A new password for Meerzien
letter-link-text = With this link you choose a new password for your account at { $organisation }:
letter-link-until = The link works for one hour, and once.
letter-link-unasked = You did not ask for this? Then you need not do anything: your password stays as it was.
letter-none-text = Somebody asked for a new password for your account at { $organisation }. This account has no password. You sign in with your organisation's account.
letter-changed-subject = Something was changed in your account at Meerzien
letter-password-text = The password of your account at { $organisation } was changed, on { $when }.
letter-added-text = A second step or a passkey was made for your account at { $organisation }, on { $when }.
letter-removed-text = A second step or a passkey was taken away from your account at { $organisation }, on { $when }.
letter-anew-text = Your account at { $organisation } began anew, on { $when }. It has another password, and no second step any more.
letter-changed-unknown = Was this not you? Then choose a new password at once with this link, and tell whoever looks after Meerzien at your organisation:
