/// The Usage screen: which models were used how much, who answered, and what the local part would
/// have cost at the person's prices.
///
/// Not here: what the figures mean, which is `domain.usage`.
package dev.switchyard.ui.usage;
