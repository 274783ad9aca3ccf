package extract_test

import (
	"slices"
	"strings"
	"testing"

	"chancery"
	"chancery/read"
)

// outsideRows are acts that are no act between states, beside ones that look
// alike and are: where the row ends in a reason, the reading must say it of
// the act that it leaves out.
var outsideRows = []struct{ text, want, reason string }{
	// Nobody abroad is in sight.
	{"Ghana's president called for an inquiry into the prison riot.", "no demand GHA>", "a matter at home"},
	{"Togo's education minister refused to negotiate with the students.", "no reject TGO>", "a matter at home"},
	{"Bolivia deployed 400 soldiers to fight wildfires.", "no mobilise BOL>", "a matter at home"},
	{"Bolivia deployed 400 soldiers along its border.", "mobilise BOL> actual", ""},
	{"Eritrea refused to negotiate.", "reject ERI> actual", ""},
	// Litigation is no diplomacy, a state's request to a court's country is.
	{"A court in Norway rejected an appeal by Chilean fishermen.", "no reject NOR>CHL", "rules on a matter of its own country"},
	{"Norway's supreme court rejected a Chilean extradition request.", "reject NOR>CHL actual", ""},
	// Advice and orders to one's own.
	{"Peru warned its citizens to leave Chile.", "no threaten PER>CHL", "said to the doer's own people"},
	// Private people of another state are not that state.
	{"Malta's minister held talks with Libyan businessmen.", "no meet MLT>LBY", "private people"},
	{"Malta accused a Libyan gang of stealing fuel.", "no accuse MLT>LBY", "private people"},
	// A firm and a movement are not the country in their name or behind them.
	{"Air Canada suspended flights to Cuba.", "no impose-sanctions CAN>CUB", ""},
	{"The Polish airline LOT announced it will resume flights to Jordan.", "no lift-sanctions POL>JOR", ""},
	// What somebody is accused of is not done by the accuser.
	{"Fiji banned a charity, accusing the group of openly supporting Tonga.", "no endorse FJI>TON", ""},
	// A step towards a deed is none.
	{"Mali praised the talks with Niger as a first step towards restoring diplomatic relations with Niger.", "no restore-relations MLI>NER", ""},
	{"An Omani horse won the Doha Cup in Qatar amidst the Chad war.", "no attack TCD>QAT", "tells no doer"},
	{"Mali's war on Niger began in May.", "attack MLI>NER", ""},
	{"Ministers of Congo and Rwanda signed an agreement in Oslo, which calls for the withdrawal of Rwandan troops from Congo.", "no demand NOR>RWA", "what a treaty provides"},
	{"The presidents of Mali and Niger ended their talks early after a quarrel.", "no suspend-participation MLI>NER", "not left"},
	{"Chad signed a memorandum to collaborate with Benin in seabed mining.", "sign TCD>BEN", ""},
	{"Peru revoked the visa of the Chilean president over his remarks urging Peruvian soldiers to disobey orders.", "no demand PER>CHL", ""},
	{"Iran fired two ballistic missiles at a Kenyan base in the Indian Ocean.", "attack IRN>KEN", ""},
	{"The United Nations removed Somalia from its register of states that recruit children.", "no expel-member UN>SOM", ""},
	{"The FATF removed the Philippines from its grey list.", "lift-sanctions FATF>PHL", ""},
	{"Armenia and Pakistan established relations on the sidelines of a summit in China.", "no meet ARM,PAK>", ""},
	{"Britain will recognise Palestine in September should the truce fail, its prime minister said.", "recognise GBR>PSE planned", ""},
	{"The United States will lift its sanctions on Chad unless the truce fails, the minister said.", "lift-sanctions USA>TCD planned", ""},
	{"Peru issued a travel ban on its citizens to parts of Chile.", "no ban-entry PER>CHL", ""},
	// A town is where its chain of places ends, a pair of names before a deed is two doers.
	{"Israeli strikes hit a depot in Tahta, Baalbek, Lebanon.", "attack ISR>LBN actual", ""},
	{"The Peru-Chile strikes on Bolivia were condemned.", "attack PER,CHL>BOL actual", ""},
	// Whose the thing is that is hit is not who hit it.
	{"The Italian base in Erbil, Iraq, was hit by a missile.", "no attack ITA>IRQ", ""},
	// A single legislator speaks for nobody, a few of a nation fight for nobody, a town signs for no state.
	{"Aldo Ferri, a Maltese MP, called the Libyan warrant a smear campaign.", "no condemn MLT>LBY", ""},
	{"Two Chadians killed a Libyan trader.", "no attack TCD>LBY", "done by private people"},
	{"Massachusetts has signed an economic deal with Denmark.", "no sign USA>DNK", "done by private people"},
	{"Denmark has signed deals worth a billion euros with Chad and Niger.", "sign DNK>TCD,NER actual", ""},
	// One member is not its organisation, and who is named among allies is who acts.
	{"Fiji is the 60th UN member state to ratify the treaty.", "no sign UN>", ""},
	{"Several NATO allies, including Spain and Italy, rejected a Turkish proposal.", "reject ESP,ITA>TUR actual", ""},
	// What its noun takes for granted is a fact, whatever is discussed about it; nobody threatens to make peace.
	{"Spain's minister discussed the Iraqi invasion of Kuwait.", "attack IRQ>KWT actual", ""},
	{"The European Union vowed to lift its sanctions against Mali.", "lift-sanctions EU>MLI planned", ""},
	// Who imposes what is placed on somebody, and who ends what two had agreed.
	{"The UN prosecutor had sanctions placed on him by the United States.", "no impose-sanctions UN>USA", ""},
	{"Chad terminates all agreements between Chad and Mali.", "suspend-participation TCD>MLI actual", ""},
	// Why troops go is not where to.
	{"France deployed jets to Jordan in response to threats by Syria.", "mobilise FRA>JOR actual", ""},
}

func TestOutsideActsAreLeftOut(t *testing.T) {
	reader, err := read.New(read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range outsideRows {
		want, not := row.want, false
		if rest, found := strings.CutPrefix(want, "no "); found {
			want, not = rest, true
		}
		reading := reader.Read(chancery.Document{ID: "t", Text: row.text, Published: chancery.Date{Year: 2024, Month: 3, Day: 6}})
		claims := slices.DeleteFunc(slices.Clone(reading.Claims), func(c chancery.Claim) bool { return !c.InScope() })
		if found := slices.ContainsFunc(claims, func(c chancery.Claim) bool { return gives(c, want) }); found == not {
			t.Errorf("%q gives %s, want %s", row.text, told(claims), row.want)
		}
		if row.reason != "" && !slices.ContainsFunc(reading.Notes, func(n chancery.Note) bool { return strings.Contains(n.Reason, row.reason) }) {
			t.Errorf("%q: no note says %q", row.text, row.reason)
		}
	}
}
