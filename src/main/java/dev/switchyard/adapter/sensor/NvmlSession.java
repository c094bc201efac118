package dev.switchyard.adapter.sensor;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.List;

/// An open session with NVIDIA's library, and the cards that it lists.
final class NvmlSession implements AutoCloseable {
  private static final int TEXT = 96;

  /// `nvmlPciInfo_t` and the place of its `busId`, both in bytes.
  private static final int PCI_INFO = 68;

  private static final int BUS_ID = 36;

  private static final int MIG_ON = 1;

  private final NvmlLibrary library;
  private final List<Card> cards;

  /// A card, or one part of a card that its owner has divided (MIG); each part has memory of its
  /// own.
  ///
  /// @param handle what this session calls it
  /// @param whole the card that it is, or is a part of
  /// @param address of the card on the PCI bus
  /// @param id the address; of a part, its UUID
  record Card(Pointer handle, Pointer whole, String address, String id, String name) {
    boolean isPart() {
      return !id.equals(address);
    }
  }

  /// Why the library does not open a session.
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Message text;

    Refusal(Message text) {
      super(text.toString());
      this.text = text;
    }

    Message text() {
      return text;
    }
  }

  /// @throws Refusal where the driver does not run, or is another version than the library
  NvmlSession(NvmlLibrary library) throws Refusal {
    this.library = library;
    check(library.call("nvmlInit_v2"));
    try {
      cards = list();
    } catch (Refusal e) {
      close();
      throw e;
    }
  }

  /// In the order of their addresses.
  List<Card> cards() {
    return cards;
  }

  private List<Card> list() throws Refusal {
    var count = new Memory(Integer.BYTES);
    check(library.call("nvmlDeviceGetCount_v2", count));
    var found = new ArrayList<Card>();
    for (int i = 0; i < count.getInt(0); i++) {
      var handle = new Memory(Native.POINTER_SIZE);
      // A card that has fallen off the bus keeps its number.
      if (isDone("nvmlDeviceGetHandleByIndex_v2", i, handle)) {
        found.addAll(card(handle.getPointer(0)));
      }
    }
    found.sort((a, b) -> a.address().compareTo(b.address()));
    return List.copyOf(found);
  }

  private List<Card> card(Pointer handle) {
    var pci = new Memory(PCI_INFO);
    pci.clear();
    if (!isDone("nvmlDeviceGetPciInfo_v3", handle, pci)) {
      return List.of();
    }
    var told = pci.getString(BUS_ID);
    var address = PciCard.address(told).orElse(told);
    var parts = parts(handle, address);
    var name = text("nvmlDeviceGetName", handle);
    return parts.isEmpty() ? List.of(new Card(handle, handle, address, address, name)) : parts;
  }

  private List<Card> parts(Pointer whole, String address) {
    var current = new Memory(Integer.BYTES);
    var pending = new Memory(Integer.BYTES);
    var most = new Memory(Integer.BYTES);
    if (!isDone("nvmlDeviceGetMigMode", whole, current, pending)
        || current.getInt(0) != MIG_ON
        || !isDone("nvmlDeviceGetMaxMigDeviceCount", whole, most)) {
      return List.of();
    }
    var parts = new ArrayList<Card>();
    for (int i = 0; i < most.getInt(0); i++) {
      var handle = new Memory(Native.POINTER_SIZE);
      if (isDone("nvmlDeviceGetMigDeviceHandleByIndex", whole, i, handle)) {
        var part = handle.getPointer(0);
        parts.add(
            new Card(
                part,
                whole,
                address,
                text("nvmlDeviceGetUUID", part),
                text("nvmlDeviceGetName", part)));
      }
    }
    return parts;
  }

  private String text(String function, Pointer handle) {
    var text = new Memory(TEXT);
    text.clear();
    return isDone(function, handle, text, TEXT) ? text.getString(0) : "NVIDIA";
  }

  private boolean isDone(String function, Object... arguments) {
    return library.call(function, arguments) == NvmlLibrary.SUCCESS;
  }

  private void check(int code) throws Refusal {
    if (code != NvmlLibrary.SUCCESS) {
      throw new Refusal(library.reason(code));
    }
  }

  @Override
  public void close() {
    library.call("nvmlShutdown");
  }
}
