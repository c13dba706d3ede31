## How people are called, by the kind of conversation. Messages that use these need $kind.

label-lead =
    { $kind ->
        [manager-professional] your manager
        [between-managers] your colleague
       *[client-professional] your contact person
    }
label-lead-first =
    { $kind ->
        [manager-professional] Your manager
        [between-managers] Your colleague
       *[client-professional] Your contact person
    }
label-other =
    { $kind ->
        [manager-professional] employee
        [between-managers] colleague
       *[client-professional] client
    }
label-other-first =
    { $kind ->
        [manager-professional] Employee
        [between-managers] Colleague
       *[client-professional] Client
    }
label-professional =
    { $kind ->
        [manager-professional] manager
        [between-managers] manager
       *[client-professional] professional
    }
label-professional-first =
    { $kind ->
        [manager-professional] Manager
        [between-managers] Manager
       *[client-professional] Professional
    }
label-stake =
    { $kind ->
        [manager-professional] your work and appraisal
        [between-managers] your work and appraisal
       *[client-professional] your benefits and help
    }
label-stake-first =
    { $kind ->
        [manager-professional] Your work and appraisal
        [between-managers] Your work and appraisal
       *[client-professional] Your benefits and help
    }
