package dev.switchyard.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A switch, and a record, of each form that the compiler makes call sites for.
public final class SwitchSamples {
  /// What all of them answer to all that could matter, as texts.
  public static List<String> answers() {
    var answers = new ArrayList<String>();
    var shapes = new Shape[] {new Circle(1), new Circle(-1), new Square(2), new Dot(), null};
    for (var shape : shapes) {
      answers.add("shape " + shape(shape));
      answers.add("area " + (shape == null ? "none" : shape.area()));
    }
    for (Object any : new Object[] {"", "x", 7, 7L, 'c', new int[0], new Dot(), List.of(), null}) {
      answers.add("any " + any(any));
    }
    for (var text : new String[] {"red", "green", "greens", "", null}) {
      answers.add("text " + text(text));
    }
    for (var colour : new Colour[] {Colour.RED, Colour.GREEN, Colour.BLUE, null}) {
      answers.add("colour " + colour(colour));
      answers.add("constant " + colours(colour));
    }
    for (var number : new Integer[] {1, 2, 300, null}) {
      answers.add("number " + numbers(number));
    }
    compare(answers);
    return answers;
  }

  private static String shape(@Nullable Shape shape) {
    return switch (shape) {
      case null -> "nothing";
      // Where the guard says no, the search goes on behind it.
      case Circle(var radius) when radius < 0 -> "no circle";
      case Circle circle -> "circle " + circle.radius();
      case Square(var side) -> "square " + side;
      case Dot _ -> "dot";
    };
  }

  private static String any(@Nullable Object any) {
    try {
      return switch (any) {
        case String text when text.isEmpty() -> "empty";
        case String text -> "text " + text;
        case Integer number -> "int " + number;
        case Character letter -> "letter " + letter;
        case int[] numbers -> "array " + numbers.length;
        case Shape _ -> "shape";
        default -> "else";
      };
    } catch (NullPointerException _) {
      return "null is no case";
    }
  }

  private static String text(@Nullable String text) {
    return switch (text) {
      case "red" -> "warm";
      case "green" -> "cold";
      case String other when other.startsWith("green") -> "cold too";
      case null -> "none";
      default -> "unknown";
    };
  }

  private static String colour(@Nullable Colour colour) {
    return switch (colour) {
      case RED -> "warm";
      case Colour other when other == Colour.GREEN -> "cold";
      case BLUE -> "colder";
      case null -> "none";
      default -> "unknown";
    };
  }

  /// Its labels are constants of an enum that the selector need not be of: it stays as it is.
  private static String colours(@Nullable Shade shade) {
    return switch (shade) {
      case Colour.RED -> "red";
      case Grey.LIGHT -> "light";
      case null -> "none";
      default -> "else";
    };
  }

  /// Its labels are numbers: it stays as it is.
  private static String numbers(@Nullable Integer number) {
    return switch (number) {
      case 1 -> "one";
      case Integer other when other > 256 -> "many";
      case null -> "none";
      default -> "some";
    };
  }

  private static void compare(List<String> answers) {
    var figures =
        List.of(
            new Figures(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, 0.0, "text", new int[0]),
            new Figures(true, (byte) 1, (short) 2, 'c', 3, 4L, -0.0f, 0.0, "text", null),
            new Figures(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, -0.0, "text", null),
            new Figures(true, (byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, Double.NaN, "", null),
            new Figures(true, (byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, Double.NaN, "", null),
            new Figures(true, (byte) 1, (short) 2, 'c', 3, 1L << 40, 0.0f, 0.0, null, null),
            new Figures(true, (byte) 1, (short) 2, 'c', 4, 4L, 0.0f, 0.0, null, null),
            new Figures(true, (byte) 1, (short) 2, 'd', 3, 4L, 0.0f, 0.0, null, null),
            new Figures(true, (byte) 1, (short) 3, 'c', 3, 4L, 0.0f, 0.0, null, null),
            new Figures(true, (byte) 2, (short) 2, 'c', 3, 4L, 0.0f, 0.0, null, null),
            new Figures(false, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, 0.0, null, null));
    for (var one : figures) {
      // An array's own number is another one at every start.
      answers.add("hash " + (one.array() == null ? one.hashCode() : "of an array"));
      for (var other : figures) {
        answers.add("equal " + one.equals(other));
      }
    }
    answers.add("to others " + equal(figures.getFirst(), "text") + equal(new Dot(), null));
    answers.add("empty " + new Dot().equals(new Dot()) + new Dot().hashCode() + new Dot());
    answers.add("in a set " + Set.of(new Circle(1), new Circle(2)).contains(new Circle(2)));
  }

  private static boolean equal(Object one, @Nullable Object other) {
    return one.equals(other);
  }

  /// An interface with code of its own.
  sealed interface Shape {
    default int area() {
      return switch (this) {
        case Circle(var radius) -> 3 * radius * radius;
        case Square(var side) -> side * side;
        case Dot _ -> 0;
      };
    }
  }

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Dot() implements Shape {}

  sealed interface Shade {}

  enum Colour implements Shade {
    RED,
    GREEN,
    BLUE
  }

  enum Grey implements Shade {
    LIGHT
  }

  record Figures(
      boolean truth,
      byte small,
      short shorter,
      char letter,
      int whole,
      long longer,
      float decimal,
      double precise,
      @Nullable String text,
      int @Nullable [] array) {}

  private SwitchSamples() {}
}
