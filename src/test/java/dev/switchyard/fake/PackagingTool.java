package dev.switchyard.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// A class of `packaging/`, which the build runs from its source, compiled for a test.
public final class PackagingTool implements AutoCloseable {
  private final URLClassLoader loader;

  /// @param name of the class
  /// @param folder where it may be compiled to
  public PackagingTool(String name, Path folder) throws Exception {
    var compiler = ToolProvider.findFirst("javac").orElseThrow();
    int code =
        compiler.run(
            System.out,
            System.err,
            "-sourcepath",
            "packaging",
            "-d",
            folder.toString(),
            "packaging/" + name + ".java");
    assertThat(code).isZero();
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  /// A class of the tool's, or of those that it needs.
  public Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  /// A static method, which may be open to its package alone.
  public Method method(String type, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    var method = type(type).getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
