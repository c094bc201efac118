package dev.switchyard.fake.fault;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Decides for each operation whether it fails. All faults are off at first.
public final class Trouble {
  /// What an operation does to the disk.
  public enum Kind {
    LOOK,
    WRITE,
    CREATE,
    RENAME,
    CHANGE,
    SYNC;

    boolean needsSpace() {
      return this == WRITE || this == CREATE;
    }

    boolean changes() {
      return this != LOOK && this != SYNC;
    }
  }

  private Fault fault = Fault.ONE_ERROR;
  private int wait = -1;
  private boolean isOn;
  private boolean hasStruck;
  private int operations;
  private BiPredicate<Kind, String> awaited = (_, _) -> false;
  private Runnable meanwhile = () -> {};
  private final List<String> log = new ArrayList<>();

  /// From the operation on that is this number away, counted from 0.
  public void strike(Fault next, int after) {
    fault = next;
    wait = after;
    isOn = false;
    hasStruck = false;
  }

  /// Another program does something when an operation is about to be done.
  ///
  /// @param kind what kind of operation
  /// @param name the file's
  public void meanwhile(Kind kind, String name, Runnable other) {
    awaited = (next, file) -> next == kind && file.equals(name);
    meanwhile = other;
  }

  /// All is well again, as for the next process.
  public void end() {
    wait = -1;
    isOn = false;
  }

  /// Whether the last fault was met.
  public boolean hasStruck() {
    return hasStruck;
  }

  /// How many operations there were so far.
  public int operations() {
    return operations;
  }

  /// What was done to the disk, in order, such as `RENAME settings.json`.
  public List<String> log() {
    return log;
  }

  /// @return whether half of it is to be done before the process dies
  boolean before(Kind kind, String name) throws IOException {
    operations++;
    if (awaited.test(kind, name)) {
      awaited = (_, _) -> false;
      meanwhile.run();
    }
    if (kind != Kind.LOOK) {
      log.add(kind + " " + name);
    }
    if (wait >= 0 && wait-- == 0) {
      isOn = true;
      hasStruck = true;
      if (fault == Fault.KILL && kind == Kind.WRITE) {
        return true;
      }
    }
    if (isOn) {
      fail(kind, name);
    }
    return false;
  }

  private void fail(Kind kind, String name) throws IOException {
    switch (fault) {
      case KILL -> throw new Killed();
      case NO_SPACE -> {
        if (kind.needsSpace()) {
          throw new IOException("No space left on device");
        }
      }
      case READ_ONLY -> {
        if (kind.changes()) {
          throw new FileSystemException(name, null, "Read-only file system");
        }
      }
      case NO_RENAME -> {
        if (kind == Kind.RENAME) {
          throw new FileSystemException(name, null, "Operation not permitted");
        }
      }
      case ONE_ERROR -> {
        isOn = false;
        throw new IOException("Input/output error");
      }
    }
  }
}
