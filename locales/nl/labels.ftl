## How people are called, by the kind of conversation. Messages that use these need $kind.

label-lead =
    { $kind ->
        [manager-professional] uw leidinggevende
        [between-managers] uw collega
       *[client-professional] uw contactpersoon
    }
label-lead-first =
    { $kind ->
        [manager-professional] Uw leidinggevende
        [between-managers] Uw collega
       *[client-professional] Uw contactpersoon
    }
label-other =
    { $kind ->
        [manager-professional] medewerker
        [between-managers] collega
       *[client-professional] cliënt
    }
label-other-first =
    { $kind ->
        [manager-professional] Medewerker
        [between-managers] Collega
       *[client-professional] Cliënt
    }
label-professional =
    { $kind ->
        [manager-professional] leidinggevende
        [between-managers] leidinggevende
       *[client-professional] professional
    }
label-professional-first =
    { $kind ->
        [manager-professional] Leidinggevende
        [between-managers] Leidinggevende
       *[client-professional] Professional
    }
label-stake =
    { $kind ->
        [manager-professional] uw werk en beoordeling
        [between-managers] uw werk en beoordeling
       *[client-professional] uw uitkering en hulp
    }
label-stake-first =
    { $kind ->
        [manager-professional] Uw werk en beoordeling
        [between-managers] Uw werk en beoordeling
       *[client-professional] Uw uitkering en hulp
    }
