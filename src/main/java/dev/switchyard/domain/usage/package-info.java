/// How much a person has used which models, as Claude Code's transcripts tell: requests and tokens
/// by project, model and day, who answered them as far as that can be known, and what the local
/// part would have cost at prices that the person enters. Nothing of what was said is kept.
///
/// Not here: how the transcripts are read and what was counted is kept (`adapter.usage`), and what
/// single replies tell of a context that is too small (`domain.reply`).
package dev.switchyard.domain.usage;
