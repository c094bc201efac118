package dev.switchyard.domain.usage;

import dev.switchyard.domain.PortException;

/// Port: keeps the prices that the person has entered.
public interface PriceStore {
  /// @throws PortException MALFORMED where what is kept cannot be read
  Prices load() throws PortException;

  /// @throws PortException MALFORMED where what is kept cannot be read: it is not written over
  void save(Prices prices) throws PortException;
}
