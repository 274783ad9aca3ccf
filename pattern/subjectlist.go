package pattern

// mendSubjectList repairs a list of names that leads a sentence and of which a
// parser makes only the last member the subject ("Rome, Oslo, and the Vatican
// have withdrawn their envoys"): all members are coordinated below the first.
func (t *Tree) mendSubjectList() {
	first := 0
	for first < t.Len() && (t.Words[first] == "\"" || t.Words[first] == "“") {
		first++
	}
	var heads []int
	at := first
	for len(heads) < mostMembers && at < t.Len() {
		end := t.nameEnd(at)
		if end == at {
			return
		}
		head := t.nameHead(at, end)
		if head < 0 || t.Tags[head] != "PROPN" {
			return // names only: "talks, trade and aid" are no doers
		}
		heads = append(heads, head)
		last := false
		switch {
		case end < t.Len() && t.Words[end] == ",":
			if end++; end < t.Len() && t.Words[end] == "and" {
				end, last = end+1, true
			}
		case end < t.Len() && t.Words[end] == "and":
			end, last = end+1, true
		default:
			return
		}
		if at = end; last {
			break
		}
	}
	end := t.nameEnd(at)
	head := t.nameHead(at, end)
	if len(heads) < 2 || end == at || head < 0 {
		return
	}
	if p := t.predicateBehind(end - 1); p >= 0 && t.finiteBehind(end-1) >= end {
		t.joinSubjects(append(heads, head), p, end)
	}
}

// mostMembers bounds a list of subjects.
const mostMembers = 40

// nameEnd is where the name that begins at token i ends, i itself for none.
func (t *Tree) nameEnd(i int) int {
	k := i
	for k < t.Len() && k < i+8 {
		if tag := t.Tags[k]; tag != "PROPN" && tag != "NOUN" && tag != "DET" && tag != "ADJ" || t.Penn[k] == "WDT" {
			break
		}
		k++
	}
	return k
}

// joinSubjects makes heads one coordinated subject of predicate p.
func (t *Tree) joinSubjects(heads []int, p, end int) {
	if t.Rel(heads[0]) == "nsubj" && t.Parent[heads[0]] == p && t.Parent[heads[len(heads)-1]] == heads[0] {
		return
	}
	listed := map[int]bool{}
	for _, h := range heads {
		listed[h] = true
	}
	rel := t.Rels[p]
	if up := t.Parent[p]; listed[up] || rel == "conj" {
		t.Parent[p], t.Rels[p] = -1, "root"
	}
	passive := false
	for k := end; k < p; k++ {
		passive = passive || t.Tags[k] == "AUX" && t.Lemmas[k] == "be" && t.Penn[p] == "VBN"
	}
	for k, up := range t.Parent {
		if k >= end && k != p && up >= 0 && up < end {
			t.Parent[k] = p
		}
	}
	for n, h := range heads {
		if n == 0 {
			t.Parent[h], t.Rels[h] = p, "nsubj"
			if passive {
				t.Rels[h] = "nsubj:pass"
			}
			continue
		}
		t.Parent[h], t.Rels[h] = heads[0], "conj"
	}
}
