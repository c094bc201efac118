package dev.switchyard.ui.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Started without the flags that open JavaFX's internals, as by the build and on Windows and
/// macOS, the program leaves the clock alone.
class ShutDoorTest {
  @Test
  void theClockGoesOnWhereTheDoorIsShut() throws Exception {
    var begin = shutOut().getMethod("begin");
    assertThat(begin.invoke(null)).isEqualTo(Optional.empty());
  }

  /// The same class in a second module of that name, to which nothing was opened.
  private static Class<?> shutOut() throws ClassNotFoundException {
    var own = RestingPulse.class.getModule();
    var boot = ModuleLayer.boot();
    var classes =
        boot.configuration().findModule(own.getName()).orElseThrow().reference().location();
    var second =
        Configuration.resolve(
            ModuleFinder.of(Path.of(classes.orElseThrow())),
            List.of(boot.configuration()),
            ModuleFinder.of(),
            Set.of(own.getName()));
    var defined =
        ModuleLayer.defineModulesWithOneLoader(
            second, List.of(boot), RestingPulse.class.getClassLoader());
    var module = defined.layer().findModule(own.getName()).orElseThrow();
    defined.addExports(module, RestingPulse.class.getPackageName(), own);
    return module.getClassLoader().loadClass(RestingPulse.class.getName());
  }
}
