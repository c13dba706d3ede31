## The front page

public-title = Looking back together, learning together
public-lead = A good conversation can change a lot. Yet nobody sees how it goes, except the two who talk. That is why we look back together.
public-step-1 = Ask: everyone says yes or no themselves.
public-step-2 = Record: the camera runs, the conversation is just as usual.
public-step-3 = Look: each watches alone and marks what touches them.
public-step-4 = Talk: where do we see the same, where not?
public-step-5 = Try: one thing different in a next conversation.
public-step-6 = Onward: go on by yourself, with each other.
public-privacy = You decide if the camera goes on, before and once more after. The video is locked away. You see who watched. You can stop any day, and then we erase everything. No computer judges people. Managers do not see videos of others.
public-for-pro = Even those who master their work can grow. You choose who watches. What you show never counts in an appraisal.
public-origin = This way of working is called Van Kijken Naar Zien (from looking to seeing). It comes from the municipality of Zoetermeer, Inclusivate and HAN University of Applied Sciences. ZonMw helped to pay for it.
public-sign-in = Sign in
public-how = How it works
public-privacy-title = Your privacy
public-for-pro-title = For professionals
