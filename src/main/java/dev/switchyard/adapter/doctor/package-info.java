/// What the doctor asks of the machine: questions with a time limit, what other subjects have no
/// need to know, and the file of what fixes have done. What a finding is belongs to the domain.
package dev.switchyard.adapter.doctor;
