import java.util.List;
import java.util.Map;

/// Something that is started and looked at from outside.
///
/// @param title of its window
/// @param command a list of arguments, no shell
/// @param environment all that it gets
/// @param content what is on the screen once it has started
record Program(
    String title, List<String> command, Map<String, String> environment, Content content) {}
