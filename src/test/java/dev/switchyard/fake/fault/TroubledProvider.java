package dev.switchyard.fake.fault;

import static dev.switchyard.fake.fault.TroubledFileSystem.below;

import dev.switchyard.fake.fault.Trouble.Kind;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks before each operation whether it fails, and hands it on.
final class TroubledProvider extends FileSystemProvider {
  private static final Set<OpenOption> CREATING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW);

  private final TroubledFileSystem system;
  private final Trouble trouble;

  TroubledProvider(TroubledFileSystem system, Trouble trouble) {
    this.system = system;
    this.trouble = trouble;
  }

  private void ask(Kind kind, Path path) throws IOException {
    if (trouble.before(kind, String.valueOf(path.getFileName()))) {
      throw new Killed();
    }
  }

  private static FileSystemProvider of(Path path) {
    return below(path).getFileSystem().provider();
  }

  private static Kind kind(Set<? extends OpenOption> options) {
    return options.stream().anyMatch(CREATING::contains)
        ? Kind.CREATE
        : options.contains(StandardOpenOption.WRITE) ? Kind.CHANGE : Kind.LOOK;
  }

  @Override
  public String getScheme() {
    return "troubled";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("made by its constructor");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("paths are no addresses here");
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    ask(kind(options), path);
    return of(path).newByteChannel(below(path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    ask(kind(options), path);
    return new TroubledChannel(
        of(path).newFileChannel(below(path), options, attributes),
        trouble,
        String.valueOf(path.getFileName()));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    ask(Kind.LOOK, folder);
    var all =
        of(folder).newDirectoryStream(below(folder), path -> filter.accept(system.above(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        var names = all.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return names.hasNext();
          }

          @Override
          public Path next() {
            return system.above(names.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        all.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    ask(Kind.CREATE, folder);
    of(folder).createDirectory(below(folder), attributes);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    ask(Kind.CREATE, link);
    of(link).createSymbolicLink(below(link), below(target), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    ask(Kind.CHANGE, path);
    of(path).delete(below(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    ask(Kind.CREATE, target);
    of(source).copy(below(source), below(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    ask(Kind.RENAME, target);
    of(source).move(below(source), below(target), options);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    ask(Kind.LOOK, link);
    return system.above(of(link).readSymbolicLink(below(link)));
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    ask(Kind.LOOK, one);
    return of(one).isSameFile(below(one), below(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    ask(Kind.LOOK, path);
    return of(path).isHidden(below(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    ask(Kind.LOOK, path);
    return of(path).getFileStore(below(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    ask(Kind.LOOK, path);
    of(path).checkAccess(below(path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    var view = of(path).getFileAttributeView(below(path), type, options);
    if (view == null) {
      return null;
    }
    var troubled =
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? TroubledProvider.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              ask(method.getName().startsWith("set") ? Kind.CHANGE : Kind.LOOK, path);
              try {
                return method.invoke(view, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
    return type.cast(troubled);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    ask(Kind.LOOK, path);
    return of(path).readAttributes(below(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    ask(Kind.LOOK, path);
    return of(path).readAttributes(below(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    ask(Kind.CHANGE, path);
    of(path).setAttribute(below(path), attribute, value, options);
  }
}
