## The front page

public-title = Samen terugkijken, samen leren
public-lead = Een goed gesprek kan veel veranderen. Toch ziet niemand hoe het gaat, behalve de twee die praten. Daarom kijken wij samen terug.
public-step-1 = Vragen: iedereen zegt zelf ja of nee.
public-step-2 = Opnemen: de camera loopt, het gesprek is gewoon.
public-step-3 = Kijken: ieder kijkt alleen en merkt aan wat raakt.
public-step-4 = Praten: waar zien we hetzelfde, waar niet?
public-step-5 = Proberen: één ding anders in een volgend gesprek.
public-step-6 = Verder: zelf aan de slag, met elkaar.
public-privacy = U beslist of de camera aangaat, vooraf en nog eens achteraf. De video ligt achter slot. U ziet wie er keek. U kunt elke dag stoppen, en dan wissen wij alles. Geen computer beoordeelt mensen. Leidinggevenden zien geen video's van anderen.
public-for-pro = Ook wie zijn vak verstaat, kan groeien. Jij kiest wie meekijkt. Wat je laat zien, telt nooit mee in een beoordeling.
public-origin = Deze werkwijze heet Van Kijken Naar Zien. Zij komt van de gemeente Zoetermeer, Inclusivate en de HAN. ZonMw betaalde mee.
public-sign-in = Log in
public-how = Zo werkt het
public-privacy-title = Uw privacy
public-for-pro-title = Voor professionals
