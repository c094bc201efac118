package dev.switchyard;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
class TenWaysIT {
  @TempDir Path t;
  @ParameterizedTest @EnumSource void x(BrokenMachine way) throws Exception {
    try (var p = Patient.admit(t)) {
      p.run("verify", p.project().toString(), "--json", "--where-only");
      way.happenTo(p);
      var broken = p.condition();
      var f = p.found(); f.values().removeIf("unknown"::equals);
      System.out.println("WAY " + way + " expected " + way.ids() + " code " + p.doctor().code() + " found " + f);
      for (var id : f.keySet()) System.out.println("   " + p.finding(id));
      var fix = p.doctor("--fix", way.ids().getFirst());
      System.out.println("  FIX " + fix.code() + " " + fix.out() + fix.err());
      System.out.println("  AFTER " + p.found());
      var v = p.run("verify", p.project().toString(), "--json");
      System.out.println("  VERIFY " + v.code() + (v.code() == 0 ? "" : v.out() + v.err()) + p.cloud().messages().size());
      var u = p.doctor("--undo");
      System.out.println("  UNDO " + u.code() + " " + u.out() + u.err());
      var c = p.condition();
      if (!c.equals(broken)) { System.out.println("  DIFFERS"); for (var k : new TreeSet<>(c.keySet())) if (!Objects.equals(c.get(k), broken.get(k))) System.out.println("   " + k + "\n" + broken.get(k) + "\n=>\n" + c.get(k)); for (var k: broken.keySet()) if (!c.containsKey(k)) System.out.println("  lacks " + k);}
      System.out.println("  AGAIN " + p.found());
    }
  }
}
