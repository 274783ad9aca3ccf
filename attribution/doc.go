// Package attribution finds who is said to say, think, want or decide what:
// speaker, cue and content, as in PolNeAR (Newell, Margolin and Ruths 2018).
//
// # Conventions
//
//   - Cue is the word that tells the act ("said", "statement", "according to")
//     with its auxiliaries, negation, adverbs and particle where they stand
//     beside it ("has also said"). Attributions are in text order of their cues.
//   - Speaker is the whole noun phrase, with title, apposition and relative
//     clause ("Khan, who is mayor"); the pronoun where there is only a pronoun;
//     "who" in a relative clause; empty where the text names nobody ("is
//     expected to"). A speaker shared by coordination or control ("…, adding
//     that") is told again with each cue. The hearer ("told reporters") is
//     neither speaker nor content.
//   - SpeakerMention is the mention that has the same head as Speaker (for
//     "who" that of its noun), -1 where there is none.
//   - Content is what is said: the clause with its "that", the infinitive with
//     its "to", the object with the infinitive for requests ("urged |Asmara to
//     withdraw|"), the noun phrase ("condemned |the attack|"), the quotation
//     with its marks and the comma before the closing one. It has several
//     pieces where cue or speaker stand in the middle, where a quotation goes
//     on after the cue, and one a paragraph for a quotation or a turn of a
//     transcript that runs over paragraphs. Cue and speaker are never part of
//     their own content. The period that ends the sentence is not part of it.
//   - Sentence is the sentence of the cue; content may stand in others.
//   - Verb is the kind of the cue by the tables in cues/, by the shape of its
//     content where a word has several lines ("agreed that", "agreed to").
//   - Quoted is true when the content starts with a quotation mark.
//   - Inside is the attribution with the shortest content that holds the cue, so
//     that following it gives the chain of speakers from the inside out.
//     Only acts of speech with a named speaker and a clause or quotation of
//     their own are told inside another's content, apart from what stands in
//     the turns of a transcript.
//   - Rule is the word class and lemma of the cue, or "transcript".
//   - Confidence is the cue model's chance; 0.8 for transcripts, 0.97 for
//     "according to" and "quoted as saying". The model was taught that cues
//     inside another's content are none, so those have low chances.
//
// # How it works
//
// Every verb and every word of the tables is a candidate. A first model
// (speaker, content or neither) judges the stretches beside it: dependents,
// governor, shared subject, fellow dependents, the quotations next to it. A
// second one judges, with what the first found, whether the word is a cue at
// all. Of the candidates the surest are taken first; then four small models
// move the edges of speaker and content among the places where a phrase may
// start or stop, which mends much of what the tree has wrong. All are logistic
// regressions learned by `chancery train attributions` from PolNeAR's train
// folder; see the card in weights.md. All searches are bounded by constants
// (mostKids, mostSiblings, mostReach, mostOptions), so time is linear.
package attribution
