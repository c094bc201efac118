/// A file system that fails on demand, over any other one: what is below it is the truth that a
/// test looks at, what goes through it is what a program sees of a disk in trouble.
@NullMarked
package dev.switchyard.fake.fault;

import org.jspecify.annotations.NullMarked;
