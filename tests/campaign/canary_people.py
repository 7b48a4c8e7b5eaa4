"""Who asks, in the campaign of canaries: two cities, and in the first of them M2, whose words nobody else may find."""

import city
from deeds import link_drawn_by, told_by, translated_by


class People:
    """Two cities. In the first M2, everybody near and a second cluster; in the second people who have nothing to do with M2."""

    def __init__(self, server):
        self.server = server
        self.host = city.host_of(server)
        self.cluster = self.host.add_cluster("Near", name="Films")
        self.network = self.host.add_network("West")
        self.programme = self.host.open_programme(self.network)
        earlier_round = self.host.open_round(self.cluster, "Before")
        self.round = self.host.take_in(self.programme, self.cluster)
        self.city = next(line["city"] for line in self.host.read(f"/networks/{self.network}")["cities"])
        self.far_cluster = self.host.add_cluster("Far", name="Films")
        self.far_round = self.host.open_round(self.far_cluster)
        self.emails = {}
        self.tables = {}
        self.leaves(self.joins_and_sends("Left manager", self.cluster, self.round), "Left manager")
        for name, cluster, role in (("M2", self.cluster, "manager"), ("M1", self.cluster, "manager"), ("M3", self.cluster, "manager"),
                                    ("Coordinator", self.cluster, "coordinator"), ("Coach", self.cluster, "coach"),
                                    ("Far manager", self.far_cluster, "manager"), ("Far coach", self.far_cluster, "coach")):
            person = city.join(server, self.host.invite(cluster, name, role), name)
            self.emails[name] = f"{name.lower().replace(' ', '.')}@example.org"
            if name in ("M1", "M2", "M3", "Far manager"):
                table = person.start_table(self.round if cluster == self.cluster else self.far_round)
                self.tables[name] = table
                if name == "M2":
                    self.earlier_table = person.start_table(earlier_round)
                else:
                    person.must(person.save(table, "A1", 0, notes=f"of {name} alone", language="en"))
            if name in ("M3", "Far manager"):
                person.must(person.post(f"/assessments/{table}/send", {}))
            if name == "M1":
                # Sent in another round: that opens nothing of M2's.
                self.other_round = self.host.open_round(self.cluster, "Second round")
                self.other_table = person.start_table(self.other_round)
                person.must(person.post(f"/assessments/{self.other_table}/send", {}))
                person.must(person.save(table, "B3", 0, facets={"strategies": [{"text": "of M1 alone"}]}))
                person.must(person.save(table, "C8", 0, facets={"practices": [{"text": "of M1 alone"}]}))
                self.m1_drew = link_drawn_by(person, table)
                self.m1_told = told_by(person, self.cluster)
                self.m1_took = translated_by(person, table, "of M1 alone")
        # Of the same city and programme, but of another cluster.
        self.beside_cluster = self.host.add_cluster("Near", name="Games")
        self.joins_and_sends("Neighbour", self.beside_cluster, self.host.take_in(self.programme, self.beside_cluster))
        # Of the same programme, but of another city.
        self.sister_cluster = self.host.add_cluster("Sister", name="Films")
        self.sister_round = self.host.take_in(self.programme, self.sister_cluster)
        sister_city = next(line["city"] for line in self.host.read(f"/networks/{self.network}")["cities"] if line["name"] == "Sister")
        self.joins_and_sends("Sister manager", self.sister_cluster, self.sister_round)
        self.far_network = self.host.add_network("East")
        self.far_city = self.host.add_network_city(self.far_network, "Far")
        self.far_programme = self.host.open_programme(self.far_network)
        self.host.take_in(self.far_programme, self.far_cluster)
        for name, network, role, place in (("Lead", self.network, "lead", ""), ("Observer", self.network, "observer", ""),
                                           ("Network coach", self.network, "coach", self.city), ("Network coordinator", self.network, "coordinator", self.city),
                                           ("Sister coach", self.network, "coach", sister_city), ("Sister coordinator", self.network, "coordinator", sister_city),
                                           ("Far lead", self.far_network, "lead", ""), ("Far network coach", self.far_network, "coach", self.far_city)):
            city.join(server, self.host.invite_to_network(network, name, role, place), name)
            self.emails[name] = f"{name.lower().replace(' ', '.')}@example.org"
        self.m2 = city.sign_in(server, self.emails["M2"])

    def joins_and_sends(self, name, cluster, round_id):
        person = city.join(self.server, self.host.invite(cluster, name), name)
        self.emails[name] = f"{name.lower().replace(' ', '.')}@example.org"
        self.tables[name] = person.start_table(round_id)
        person.must(person.save(self.tables[name], "A1", 0, notes=f"of {name} alone", language="en"))
        person.must(person.post(f"/assessments/{self.tables[name]}/send", {}))
        return person

    def leaves(self, person, name):
        role = next(line["may_end"] for line in person.read(f"/clusters/{self.cluster}")["people"] if line["name"] == name)
        person.must(person.post(f"/roles/{role}/end", {}))

    def change_places(self):
        """A city has four managers in a programme at most: M3, who has been heard, makes room for a neighbour who sends nothing."""
        self.leaves(city.sign_in(self.server, self.emails.pop("M3")), "M3")
        host = city.sign_in(self.server, "host@example.org")  # her first session is over: she has tried to change her password
        city.join(self.server, host.invite(self.beside_cluster, "Late neighbour"), "Late neighbour")
        self.emails["Late neighbour"] = "late.neighbour@example.org"

    def own(self, name):
        """What somebody has of her own, by the name it has in addresses and records."""
        own = {"assessment": [self.tables[name]] if name in self.tables else []}
        if name == "M1":
            own["assessment"].append(self.other_table)
            own.update({what: [value] for what, value in self.m1_drew.items()})
            own.update({"own_case": [self.m1_told], "translation": [self.m1_took]})
        if name.startswith("Far"):
            own.update({"cluster": [self.far_cluster], "network": [self.far_network], "programme": [self.far_programme], "city": [self.far_city], "in_city": [self.far_city]})
        return own

    def principals(self, plant=False):
        """Fresh sessions for everybody but M2: signing out is one of the things they try. The host comes last."""
        nobody = city.Visitor(self.server, name="nobody")
        forged = city.Visitor(self.server, "A" * 43, "forged session")
        ended = city.sign_in(self.server, self.emails["M2"])
        ended.must(ended.post("/sign-out", {}))
        ended = city.Visitor(self.server, ended.key_before, "ended session of M2")
        found = [nobody, forged, ended]
        if plant:
            found.append(city.sign_in(self.server, self.emails["M2"]))
        for name, email in self.emails.items():
            if name != "M2":
                person = city.sign_in(self.server, email)
                person.name = name
                found.append(person)
        doors = nobody.read("/start")["sample_people"]
        for door in doors[:1]:
            sample = city.Visitor(self.server, name="sample city")
            sample.must(sample.post("/sample/enter", {"person": door["person"]}))
            found.append(sample)
        host = city.sign_in(self.server, "host@example.org")
        host.name = "host"
        return found + [host]


def id_of_m2(people):
    return next(row["id"] for row in people.server.contents()["people"] if row["email"] == people.emails["M2"])


def records_of_m2(people):
    """What stands in the records about M2 and M2's table, but for where M2 is signed in, what coaches began, resolved or noted, and who looked."""
    ids = {id_of_m2(people), people.tables["M2"]}
    return [row for table, rows in people.server.contents().items() if table not in ("sessions", "conversations", "coach_notes", "trail") for row in rows if ids & set(row.values())]
