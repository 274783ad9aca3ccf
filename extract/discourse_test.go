package extract_test

import (
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/read"
)

// discourseRows are short reports of which one act can only be told whole from
// what stands elsewhere in the text: "act ACTOR>RECIPIENT status" must be
// found, or must not where the row begins with "no ".
var discourseRows = []struct{ text, want string }{
	// Whom a demand, a denial or a step is meant for is told by the act before it.
	{"Kenya accused Uganda of shelling a border village. Uganda dismissed the accusation.", "deny UGA>KEN actual"},
	{"Chile condemned the Peruvian tariffs. It also demanded an apology.", "demand CHL>PER actual"},
	// An attack that is condemned names its victims; nobody is blamed for it but who did it.
	{"Spain condemned the bomb attacks in Kenya and Uganda.", "no condemn ESP>KEN,UGA actual"},
	{"Spain condemned the attack on Uganda by Kenya.", "condemn ESP>KEN actual"},
	// A name before a hyphen says where a thing comes from, or who holds a place.
	{"Togo fired Turkish-made drones at Benin.", "attack TGO>BEN actual"},
	{"The army of Chad bombed a village in Houthi-controlled Yemen.", "attack TCD>YEM actual"},
	// A count with words of measure is the verb's object.
	{"Togo deployed at least three frigates to Benin.", "mobilise TGO>BEN actual"},
	// A demand that is refused has been made.
	{"Norway's demand for the return of the painting was rejected by Peru.", "demand NOR>PER actual"},
	// "Its" beside a possessor is that one's; who reports attacks has suffered them.
	{"Norway condemned Iraq's invasion of Kuwait and its attack on Iran.", "attack IRQ>IRN actual"},
	{"Ukraine reported Russian attacks on power stations.", "attack RUS>UKR actual"},
	// A victim before the noun of an attack is no doer.
	{"The Kenya embassy bombing killed two Americans.", "no attack KEN>USA actual"},
	// By the pair that the text is about.
	{"Relations between Norway and Iceland are at a low. Norway and Iceland have quarrelled over fish for years. Norway is suspending its obligations under the fishing treaty, the minister said. Iceland has not replied.", "suspend-participation NOR>ISL actual"},
	// All parties are nobody.
	{"Togo condemned the raid by Benin. Togo urged all parties to show restraint.", "no demand TGO>BEN actual"},
	// An order that is an act of its own is no demand beside it.
	{"Bolivia told Paraguay to close its consulate in Sucre.", "close-mission BOL>PRY actual"},
	{"Bolivia told Paraguay to close its consulate in Sucre.", "no demand BOL>PRY actual"},
	// A summons to protest is one act.
	{"Oman summoned the Qatari ambassador to protest against the remarks.", "no condemn OMN>QAT actual"},
	// Who telephones somebody to ask is the one who asks.
	{"The Irish prime minister telephoned the Maltese president to ask him to intervene.", "demand IRL>MLT actual"},
	// A participle that is meant as an adjective.
	{"The Danish minister said he was appalled by the Hungarian attack on the court.", "condemn DNK>HUN actual"},
	// Those who follow do what the one before them did.
	{"Ghana imposed sanctions on Mali on Monday. Senegal followed suit.", "impose-sanctions SEN>MLI actual"},
	{"Ghana closed its embassy in Mali on Monday. Togo and Benin are expected to follow.", "close-mission TGO,BEN>MLI planned"},
	{"Ghana imposed sanctions on Mali on Monday. Senegal followed the talks closely.", "no impose-sanctions SEN>MLI actual"},
	// A member of a list that leaves out the verb.
	{"Portugal expelled four Belarusian diplomats and Malta three.", "expel MLT>BLR actual"},
	{"Portugal expelled four Belarusian diplomats, Malta three, and Cyprus two.", "expel CYP>BLR actual"},
	{"Portugal expelled four Belarusian diplomats and Malta three years later opened a school.", "no expel MLT>BLR actual"},
	// So many countries are the last list of so many.
	{"Malta, Cyprus and Ireland recognised Palestine. Israel recalled its ambassadors from the three countries.", "recall ISR>MLT,CYP,IRL actual"},
	// A denial in the sentence of the quarrel.
	{"Peru called the Chilean step unjustified and disputed that it had broken the accord.", "deny PER>CHL actual"},
	// What is called off is no meeting, and a refusal.
	{"Laos is cancelling two rounds of talks with Nepal.", "no meet LAO>NPL actual"},
	// A condition told by inversion.
	{"The Cuban minister said all was well. Should Panama have questions, he added, it can write to Havana.", "no demand CUB>PAN actual"},
	// Asked to leave is expelled; left to protest is no protest.
	{"Nepal expelled a senior Qatari diplomat, asking him to leave within five days.", "no demand NPL>QAT actual"},
	{"Serbia left the NATO summit early to protest the alliance's decision.", "no protest SRB>NATO actual"},
	// What is done to people known from the act before.
	{"Chadian police arrested two Sudanese diplomats on Monday. The diplomats were later released.", "release TCD>SDN actual"},
	{"Chadian police arrested two Sudanese diplomats on Monday. The diplomats are accused of smuggling.", "accuse TCD>SDN actual"},
	{"Chad will expel two Sudanese diplomats. State television said that Chadian police detained two foreign diplomats on Friday.", "detain TCD>SDN actual"},
	// Who complains of an intrusion is the one whose ships it touched.
	{"Norway is concerned about the buzzing of ships by Russian jets.", "mobilise RUS>NOR actual"},
	// Who is thanked for sending is the one who sends.
	{"Serbia's president thanked Hungary for sending 20 ambulances.", "aid HUN>SRB actual"},
	{"Serbia's president thanked Hungary for sending 20 ambulances.", "no aid SRB>HUN actual"},
	// The body is the one named last.
	{"Peru criticised the OAS on Monday. It accused the body of bias.", "accuse PER>OAS actual"},
	// What came of a strike is the strike.
	{"Oman launched airstrikes on Yemeni targets overnight, killing three Yemeni soldiers.", "attack OMN>YEM actual"},
	// Whom a charge is about is not who makes it.
	{"Ghana denied that it had sent drones to Mali.", "deny GHA> actual"},
	{"Ghana denied arming the rebels, whom Togo says it supplies. Togo accused Ghana of arming rebels.", "deny GHA>TGO actual"},
	// A vote for a measure is the measure.
	{"The European Union voted on Friday to impose sanctions on Belarus.", "no agree EU>BLR actual"},
	// What two do together or to each other needs nobody else.
	{"Chad and Niger agreed on Saturday to open the border.", "agree TCD,NER> actual"},
	// A phrase that the arcs hung elsewhere.
	{"Mexico imposed a 25 percent tariff on steel from Brazil, which said it would appeal.", "impose-sanctions MEX>BRA actual"},
	// Gerunds of time belong to the main subject, others to the noun's owner.
	{"Gabon closed its border on Friday, less than a month after cutting diplomatic relations with Cameroon.", "sever-relations GAB>CMR actual"},
	// "It" is what was just told.
	{"Malta summoned the Cuban ambassador on Friday. The Maltese foreign minister called it a hostile act.", "no condemn MLT> actual"},
	{"Malta summoned the Cuban ambassador after Cuba granted asylum to a spy. The Maltese foreign minister called this a hostile act.", "condemn MLT>CUB actual"},
	// The war over which somebody is punished is his.
	{"The European Union adopted sanctions against Russia over its war in Ukraine.", "attack RUS>UKR actual"},
	// A package of sanctions is welcomed by its last noun.
	{"The European Union on Monday adopted a package of sanctions against Belarus. Ukraine welcomed the package.", "endorse UKR>EU actual"},
	// Where something is wanted is nobody who is asked.
	// Whom one writes to is whom one asks.
	// A package of sanctions is adopted.
	{"The European Union will adopt a massive package of sanctions against Belarus.", "impose-sanctions EU>BLR"},
	// A list of subjects that the arcs cut.
	{"Ghana, Togo, and Benin have withdrawn their ambassadors from Mali, accusing it of spying.", "recall GHA,TGO,BEN>MLI actual"},
	{"In Ghana, and Benin has said so, Mali closed its embassy.", "no close-mission GHA,BEN>MLI actual"},
	// So did others.
	{"The Brazilian foreign minister condemned the raid by Ecuador. So did Colombia and Chile.", "condemn COL,CHL>ECU actual"},
	// A deed told before, by its name or by another.
	{"Ghana withdrew its ambassador from Mali. Egypt welcomed the withdrawal of the ambassador.", "endorse EGY>GHA actual"},
	{"Ecuador stormed the Mexican embassy on Friday. Brazil condemned the intrusion.", "condemn BRA>ECU actual"},
	// An attack is nobody's until somebody is told to have made it.
	{"Gunmen fired on the Togolese embassy in Ghana. Togo and Ghana have been at odds, and Ghana knows it. Togo condemned the attack.", "no condemn TGO>GHA actual"},
	// Told to leave is expelled.
	{"Malta has told Cuba's ambassador to leave at once.", "expel MLT>CUB actual"},
	// A meeting that somebody calls for is asked of nobody.
	{"Chile recalled its ambassador to Peru. Brazil condemned Chile and called for an urgent meeting of the presidents.", "no demand BRA>CHL actual"},
	// Called home in a quarrel is not called in.
	{"Laos called home its ambassador in a quarrel with Nepal.", "no summon LAO>NPL actual"},
	// Both did it to each other.
	{"Peru and Chile have recalled their ambassadors.", "recall PER>CHL actual"},
	{"Peru and Chile have recalled their ambassadors.", "recall CHL>PER actual"},
	// A doer is not the one to whom it is done.
	{"Malawi expelled the British envoy in Lilongwe. Malawi and Britain have quarrelled for months. Malawi's foreign minister said that she had delivered a protest to London.", "no protest GBR>MWI actual"},
	// A body's own session.
	{"The Organization of American States will hold a special session on Tuesday.", "meet OAS> planned"},
	// Where talks are held is not who is left.
	{"Iran is pulling out of the nuclear talks in Geneva.", "no suspend-participation IRN>CHE actual"},
	// "They" are the several just told of; a second content clause stands beside the first.
	{"On May 6 NATO expelled eight members of the Russian mission, saying that they were officers of the secret services.", "accuse NATO>RUS actual"},
	{"The Maltese president said the talks would begin on restoring trust and that he would open an embassy in Havana.", "open-mission MLT>CUB"},
	// To the border of the one with whom the sentence quarrels.
	{"Ghana accused Togo of raids, and sent 900 soldiers to the border.", "mobilise GHA>TGO actual"},
	// Nobody is named.
	{"Syria would recall its envoys from states that joined the boycott, Damascus said.", "recall SYR>"},
	// One of several expulsions.
	{"Malta expelled two Belarusian diplomats. Cyprus is sending home 15 embassy workers.", "expel CYP>BLR actual"},
	// Ministers in somebody's words are his own.
	{"The Irish prime minister said that ministers would not attend the World Cup in Qatar.", "no reject QAT>IRL"},
	// A measure in the passive can be ended too.
	{"Japan's sanctions on Myanmar were lifted on Monday.", "lift-sanctions JPN>MMR actual"},
	{"All trade negotiations with Canada were terminated by Mexico on Friday.", "no meet MEX>CAN actual"},
}

func TestActsAreReadWithWhatStandsElsewhere(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range discourseRows {
		want, not := row.want, false
		if rest, found := strings.CutPrefix(want, "no "); found {
			want, not = rest, true
		}
		claims := claimsOf(t, reader, row.text)
		if found := slices.ContainsFunc(claims, func(c chancery.Claim) bool { return gives(c, want) }); found == not {
			t.Errorf("%q gives %s, want %s", row.text, told(claims), row.want)
		}
	}
}

// TestDatesGoOn holds the clocks of acts that tell no time of their own: the
// report is of 2024-03-06.
func TestDatesGoOn(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct{ text, act, date, effective string }{
		// The next step of the same doer in the same paragraph.
		{"On February 6 Malta expelled eight Cuban diplomats. It also closed its embassy in Cuba.", "close-mission", "2024-02-06", ""},
		// Another paragraph is another story.
		{"On February 6 Malta expelled eight Cuban diplomats.\n\nMalta closed its embassy in Cuba.", "close-mission", "2024-03-06", ""},
		// What was said at the time.
		{"On February 6 Malta expelled eight Cuban diplomats.\n\nAt the time Malta accused Cuba of spying.", "accuse", "2024-02-06", ""},
		// A further step on the same day to come.
		// A deadline for the other side.
		{"Malta declared two Cuban consuls persona non grata. It gave them until March 9 to leave.", "expel", "2024-03-06", "2024-03-09"},
		{"Malta told Cuba to close its consulate in Valletta by April 2.", "close-mission", "2024-03-06", "2024-04-02"},
		// What has repeatedly been said is no news, and a content clause has the day on which it was said.
		{"Malta has repeatedly accused Cuba of spying.", "accuse", "", ""},
		{"Malta said on Monday it was severing relations with Cuba.", "sever-relations", "2024-03-04", ""},
		// A verb that goes on with the deed shares its day, and a bare participle is news with it.
		{"Malta expelled two Cuban envoys on Monday and closed its embassy in Havana.", "close-mission", "2024-03-04", ""},
		{"Malta expelled two Cuban envoys, accusing Cuba of spying.", "accuse", "2024-03-06", ""},
		// What is given as the reason was long ago.
		{"Malta severed diplomatic relations with Cuba, citing an attempt on its president in 2022.", "sever-relations", "2024-03-06", ""},
		// What only takes effect was decided on a day that is not told.
		{"Malta's withdrawal from the World Health Organization takes effect.", "suspend-participation", "", "2024-03-06"},
		{"Maltese sanctions against Cuba came into force on Monday.", "impose-sanctions", "", "2024-03-04"},
		// Present tense is news.
		{"On February 6 Malta expelled eight Cuban diplomats. It accuses Cuba of spying.", "accuse", "2024-03-06", ""},
	}
	for _, row := range rows {
		claims := claimsOf(t, reader, row.text)
		i := slices.IndexFunc(claims, func(c chancery.Claim) bool { return c.Act == row.act })
		if i < 0 {
			t.Errorf("%q gives %s", row.text, told(claims))
			continue
		}
		if got := claims[i].Date.String(); got != row.date {
			t.Errorf("%q: %s on %q, want %q", row.text, row.act, got, row.date)
		}
		if got := claims[i].Effective.String(); got != row.effective {
			t.Errorf("%q: %s in effect from %q, want %q", row.text, row.act, got, row.effective)
		}
	}
}
