"""Who may read what, in the campaign of canaries: stated here once, held against what everybody is answered.

The decisions themselves are in src/access/sight.cpp; each group of words names the one it stands under.
"""

PHASES = ("not sent", "sent", "open to the city", "M1 has sent too")
NOT_SENT, SENT, TO_THE_CITY, M1_TOO = range(len(PHASES))

COACHES = ("Coach", "Network coach")  # of the cluster, and of its city for the network
COORDINATORS = ("Coordinator", "Network coordinator")
CLUSTER = ("M1", "M2", "M3", *COACHES, *COORDINATORS)  # with a role that reaches the cluster; the lead is asked for by name


def since(phase, *names):
    return dict.fromkeys(names, phase)


# permission of a table: coaches, and who has sent in the same round; opened to the city, coordinators and who has sent in its other clusters.
TABLE = since(NOT_SENT, "M2") | since(SENT, *COACHES, "M3") | since(TO_THE_CITY, *COORDINATORS, "Neighbour") | since(M1_TOO, "M1")

# Of M2: canaries of this group are found from this phase on, all of them, by these and by nobody else.
READERS = {
    "the table": TABLE,
    "what stood there before it was sent": since(NOT_SENT, "M2"),  # of the history: texts_for
    "what happened": TABLE,  # with what was taken last round: it belongs to the table it was noted from
    "the table before": since(NOT_SENT, "M2"),  # of an earlier round, and never sent
    "asked of the coaches": since(NOT_SENT, "M2", *COACHES),  # permission of a conversation
    "the coaches' notes": since(SENT, *COACHES),  # reads_notes: whose table it is reads none of them
    "the visit": since(NOT_SENT, *CLUSTER, "Lead", "host"),  # permission_of_visit
    "the cluster's case": since(NOT_SENT, *CLUSTER),  # shares_cases
    "the numbers' source": since(NOT_SENT, *CLUSTER),  # shares_cases
}


def reads(name, group, phase):
    return name in READERS[group] and READERS[group][name] <= phase
