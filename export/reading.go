package export

import (
	"encoding/json"
	"maps"

	"chancery"
)

// act is a claim as the gold files write it: the object as its words.
type act struct {
	chancery.Claim
	Object       *string `json:"object"`
	SaidBy       *string `json:"said_by"`
	InResponseTo *string `json:"in_response_to"`
}

func goldForm(claim chancery.Claim) act {
	row := act{Claim: claim}
	row.Actor, row.Recipient = nonNil(claim.Actor), nonNil(claim.Recipient)
	if claim.Object != nil {
		row.Object = &claim.Object.Text
	}
	if claim.SaidBy != "" {
		row.SaidBy = &claim.SaidBy
	}
	if claim.InResponseTo != "" {
		row.InResponseTo = &claim.InResponseTo
	}
	return row
}

func goldForms(claims []chancery.Claim) []act {
	rows := []act{}
	for _, claim := range claims {
		rows = append(rows, goldForm(claim))
	}
	return rows
}

// Reading is the JSON object that `chancery read --format json` prints: the
// input's own fields with `events` in place of whatever stood there.
func Reading(reading chancery.Reading, fields map[string]json.RawMessage) ([]byte, error) {
	out := map[string]any{}
	for name, raw := range maps.All(fields) {
		out[name] = raw
	}
	doc := reading.Document
	out["id"], out["text"], out["published"] = doc.ID, doc.Text, doc.Published
	for name, value := range map[string]string{"title": doc.Title, "publisher": doc.Publisher, "url": doc.URL} {
		if value != "" {
			out[name] = value
		}
	}
	out["events"] = goldForms(reading.Claims)
	if len(reading.Notes) > 0 {
		out["notes"] = reading.Notes
	}
	return json.Marshal(out)
}
