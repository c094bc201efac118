/// What a loaded model really takes, beside what was predicted and what the server says; and what
/// later predictions learn from it. How a prediction is computed belongs in `fit`.
package dev.switchyard.domain.truth;
