package dev.switchyard.domain.route;

import java.util.List;
import java.util.stream.Stream;

/// The table that says, one row a case, where Claude Code sends its requests. Reality wrote it:
/// `RouteTableIT` runs every row with the real program, `RouteTableTest` asks the resolver alone.
final class RouteTable {
  private RouteTable() {}

  static List<RouteRow> rows() {
    return Stream.of(
            LayerRows.rows(),
            FolderRows.rows(),
            CredentialRows.rows(),
            FileRows.rows(),
            ValueRows.rows(),
            AddressRows.rows(),
            ProxyRows.rows(),
            ModelRows.rows(),
            ProviderRows.rows(),
            RestrictedRows.rows())
        .flatMap(List::stream)
        .toList();
  }
}
